"""Playout's two clocks: the source timeline, led by the loudspeaker, and the program's ticks upon it."""

from __future__ import annotations

from threading import Lock

from engine.ipc.rings.samples import SAMPLE_RATE

_RATE_LIMIT = 300e-6
"""Crystal clocks of sound devices differ by less than this; anything more is a fault, not drift."""
_WINDOW_S = 1.0
_PHASE = 0.1
"""Share of the distance taken in a window: a time constant of 10 s."""
_EARLY = 48
"""A tick may be served 1 ms early: timers have that grain."""


class Envelope:
    """The earliest of many callbacks: a busy computer makes callbacks late, never early.

    Feed it how far ahead of expectation each callback was; at the end of each window it gives the largest value,
    which is the one that the scheduler disturbed least.
    """

    def __init__(self) -> None:
        self._best = 0.0
        self._since_s: float | None = None

    def push(self, ahead: float, at_s: float, window_s: float) -> float | None:
        """One observation at `at_s` (seconds); returns the window's value when it is over."""
        if self._since_s is None or at_s < self._since_s:
            self._since_s, self._best = at_s, ahead
            return None
        self._best = max(self._best, ahead)
        if at_s - self._since_s < window_s:
            return None
        self._since_s = None
        return self._best

    def forget(self) -> None:
        """Begin a new window."""
        self._since_s = None


class TimelineClock:
    """Says which sample of the source timeline is heard at a moment of the monotonic clock.

    While a loudspeaker runs, its callbacks lead: a slow second-order loop follows the earliest of each second, so
    that neither a late callback nor a block's grain is seen in the picture. Without one the clock runs on by itself,
    so the picture never stops. An observation moves it by a tenth of the distance, once a second at the most.

    Safe to use from several threads.
    """

    def __init__(self, now_s: float) -> None:
        """Begin at index 0 at monotonic time `now_s` (seconds)."""
        self._lock = Lock()
        self._base_s = now_s
        self._base = 0.0
        self._rate = float(SAMPLE_RATE)
        self._envelope = Envelope()

    def position(self, at_s: float) -> float:
        """The index heard at monotonic time `at_s`, as a float."""
        with self._lock:
            return self._base + (at_s - self._base_s) * self._rate

    def when(self, index: float) -> float:
        """The monotonic time (seconds) at which `index` is heard."""
        with self._lock:
            return self._base_s + (index - self._base) / self._rate

    def observe(self, index: float, at_s: float) -> None:
        """A loudspeaker's callback says: `index` is heard at `at_s`."""
        with self._lock:
            expected = self._base + (at_s - self._base_s) * self._rate
            error = self._envelope.push(index - expected, at_s, _WINDOW_S)
            if error is None:
                return
            self._base, self._base_s = expected + _PHASE * error, at_s
            self._rate += _PHASE**2 / 4 * error / _WINDOW_S  # critically damped
            low, high = SAMPLE_RATE * (1 - _RATE_LIMIT), SAMPLE_RATE * (1 + _RATE_LIMIT)
            self._rate = min(high, max(low, self._rate))

    @property
    def ppm(self) -> float:
        """How far the loudspeaker's clock is from the computer's, in parts per million."""
        with self._lock:
            return (self._rate / SAMPLE_RATE - 1) * 1e6


class ProgramClock:
    """Counts the program's ticks: frame numbers on the source timeline, never a sum of sleeps.

    Attributes:
        rate: frames a second.
        frame: the number of the tick that is next.
        missed: ticks that passed without being served.
    """

    def __init__(self, rate: int, position: float) -> None:
        self.rate = rate
        self.frame = int(position * rate // SAMPLE_RATE) + 1
        self.missed = 0

    @property
    def pts(self) -> int:
        """The sample index of the next tick."""
        return self.frame * SAMPLE_RATE // self.rate

    def serve(self, position: float) -> int | None:
        """The tick to serve at `position` (samples), or None when the next is still to come.

        When several are due the newest is served and the others count as missed.
        """
        newest = int((position + _EARLY) * self.rate // SAMPLE_RATE)
        if newest < self.frame:
            return None
        self.missed += newest - self.frame
        self.frame = newest + 1
        return newest
