"""Two engines on the same rings, of which one draws: the other knows the part, and steps in when the first one falls.

Who draws stands in the picture ring itself, so that there is never more than one: an engine that comes back, or wakes
up, finds another's number there and stands by. Who stands by says so there too, and whoever finds that it cannot draw
any more gives the part to it. Neither needs the console for that.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable

import psutil

from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE

UNDERSTUDY = "standby"
"""Name of the second engine, in the runtime folder and in the log."""

GONE_S = 0.06
"""Sound that may come without a new picture when the process that draws is gone: two frames at 30."""

HUNG_S = 0.2
"""The same while it is there: it may hang. With the way through the loop the hall has the understudy's picture within
300 ms."""

LATE_S, OF_S = 0.2, 0.4
"""Of so much sound so much without its pictures: who draws is there, and too slow."""

JUST_LOST_S = 1.0
"""The same for who has just lost the part itself: on a computer that stalls now and then the two would take turns."""

_JUST = 10 * SAMPLE_RATE
_FRESH = SAMPLE_RATE // 2  # an offer older than this is from somebody who hangs
_BETTER = 0.4  # of the other one's time for a picture: two that are as slow do not take turns
_STOOD_STILL = round(0.15 * SAMPLE_RATE)  # who did not look for so long cannot tell who was late

REHEARSE_EVERY = 10
"""Who stands by draws one frame of so many, and shows it to nobody: so it has heard everything, and is warm."""


class FailoverRole:
    """Whether this engine draws, on one pair of rings after the other.

    Args:
        me: this process's number.
        standby: it stands by until it is needed; else it draws at once where nobody does.
        alive: whether a process of this number is there.
    """

    def __init__(self, me: int, standby: bool, alive: Callable[[int], bool]) -> None:
        self._me, self._standby, self._alive = me, standby, alive
        self._count = 0
        self._since: int | None = None  # what was written when the newest picture came
        self._seen: deque[tuple[int, int]] = deque()  # (written, pictures) of the last moments
        self._frame = SAMPLE_RATE // 25
        self._drew = False
        self._lost_at = -_JUST

    def enter(self, pictures: PictureRing, rate: int) -> None:
        """New rings, for pictures `rate` times a second: take the part where it is free."""
        self._since, self._drew, self._lost_at = None, False, -_JUST
        self._seen.clear()
        self._frame = SAMPLE_RATE // rate
        if not self._standby and not (pictures.writer and self._alive(pictures.writer)):
            pictures.claim(self._me)
            self._drew = True

    def drawing(self, pictures: PictureRing) -> bool:
        """This engine draws the pictures."""
        return pictures.writer == self._me

    def step_in(self, pictures: PictureRing, written: int, draw_s: float = math.inf) -> bool:
        """Take the part over when pictures stay away, or come too slowly, though the sound goes on.

        Args:
            written: index after the newest sample of sound.
            draw_s: what a picture takes this engine. It takes over from one that is late only if it would do better.

        Returns:
            True when the part is this engine's from now on: it was taken, or given by the other one.
        """
        if self.drawing(pictures):
            given, self._drew = not self._drew, True
            return given
        if self._drew:
            self._drew, self._lost_at = False, written
        slow = self._late(pictures.count, written) and not self._lately(written)
        better = slow and draw_s <= _BETTER * self._period_s(pictures.count, written)
        if not self._missing(pictures, written) and not better:
            return False
        self._since, self._drew = None, True
        self._seen.clear()
        pictures.offer(0, 0)
        pictures.claim(self._me)
        return True

    def offer(self, pictures: PictureRing, written: int, fit: bool) -> None:
        """Stand by: say to who draws that this engine could, if it is `fit`."""
        if fit and not self._lately(written):
            pictures.offer(self._me, written)
        elif pictures.offered[0] == self._me:
            pictures.offer(0, 0)

    def hand_over(self, pictures: PictureRing, written: int) -> bool:
        """Give the part to who stands by. False where nobody does."""
        other, at = pictures.offered
        if other in (0, self._me) or not 0 <= written - at <= _FRESH or not self._alive(other):
            return False
        pictures.offer(0, 0)
        pictures.claim(other)
        return True

    # -- inside -----------------------------------------------------------------------------------------------

    def _lately(self, written: int) -> bool:
        return 0 <= written - self._lost_at < _JUST

    def _missing(self, pictures: PictureRing, written: int) -> bool:
        """No picture at all, for longer than who draws may take."""
        count = pictures.count
        if self._since is None or count != self._count or written < self._since:
            self._count, self._since = count, written
            return False
        waited = written - self._since
        if waited < GONE_S * SAMPLE_RATE:
            return False
        return waited >= (JUST_LOST_S if self._lately(written) else HUNG_S) * SAMPLE_RATE or not self._alive(
            pictures.writer
        )

    def _late(self, count: int, written: int) -> bool:
        """Pictures come, and far fewer than they should."""
        seen = self._seen
        if seen and not 0 <= written - seen[-1][0] < _STOOD_STILL:
            seen.clear()
        if not seen or written - seen[-1][0] >= self._frame:
            seen.append((written, count))
        span = round(OF_S * SAMPLE_RATE)
        while len(seen) > 1 and seen[1][0] <= written - span:
            seen.popleft()
        begun, counted = seen[0]
        if written - begun < span:
            return False
        return written - begun - (count - counted) * self._frame >= LATE_S * SAMPLE_RATE

    def _period_s(self, count: int, written: int) -> float:
        """What a picture took who draws, of late."""
        begun, counted = self._seen[0]
        return (written - begun) / max(1, count - counted) / SAMPLE_RATE


def is_alive(process: int) -> bool:
    """The process is there, and not only its number waiting to be collected."""
    try:
        return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False
