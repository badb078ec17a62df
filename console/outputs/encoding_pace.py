"""Whether this computer encodes an output in time, judged over the last ten seconds. Pure logic."""

from __future__ import annotations

from collections import deque

WINDOW_S = 10.0

TOO_SLOW = 5.0
"""Percent of the pictures: so many missing are seen by everybody."""

WELL_AGAIN = 1.0


class EncodingPace:
    """Looks at how many pictures were encoded and left out.

    Attributes:
        missing_percent: of the last ten seconds' pictures, those that were left out.
        too_slow: it is to be said; it is said until nearly none is missing.
    """

    def __init__(self) -> None:
        self._looks: deque[tuple[float, int, int]] = deque()
        self.missing_percent = 0.0
        self.too_slow = False

    def update(self, frames: int, skipped: int, now_s: float) -> None:
        """One more look.

        Args:
            frames, skipped: pictures encoded and left out since the process began; less than before: it began again.
            now_s: monotonic seconds.
        """
        if self._looks and frames < self._looks[-1][1]:
            self._looks.clear()
        self._looks.append((now_s, frames, skipped))
        while len(self._looks) > 1 and now_s - self._looks[1][0] >= WINDOW_S:
            self._looks.popleft()
        first_s, first_frames, first_skipped = self._looks[0]
        if now_s - first_s < WINDOW_S:
            return  # a start is slower than what follows
        encoded, left_out = frames - first_frames, skipped - first_skipped
        self.missing_percent = 100.0 * left_out / (encoded + left_out) if encoded + left_out > 0 else 0.0
        self.too_slow = self.missing_percent > (WELL_AGAIN if self.too_slow else TOO_SLOW)
