"""Playout's two clocks: the source timeline, led by the loudspeaker, and the program's ticks upon it."""

from __future__ import annotations

from threading import Lock

SAMPLE_RATE = 48_000

_RATE_LIMIT = 500e-6
"""Crystal clocks of sound devices differ by less than this; anything more is a fault, not drift."""
_FAST_OBSERVATIONS = 200
"""The first 2 s of a loudspeaker: the phase is taken quickly."""


class TimelineClock:
    """Says which sample of the source timeline is heard at a moment of the monotonic clock.

    While a loudspeaker runs, its callbacks lead: a second-order loop follows their mean, so that neither a late
    callback nor a block's grain is seen in the picture. Without one the clock runs on by itself, so the picture
    never stops. Position never jumps by an observation; only `restart` moves it.

    Safe to use from several threads.
    """

    def __init__(self, now_s: float) -> None:
        """Begin at index 0 at monotonic time `now_s` (seconds)."""
        self._lock = Lock()
        self._base_s = now_s
        self._base = 0.0
        self._rate = float(SAMPLE_RATE)
        self._observations = 0

    def position(self, at_s: float) -> float:
        """The index heard at monotonic time `at_s`, as a float."""
        with self._lock:
            return self._base + (at_s - self._base_s) * self._rate

    def when(self, index: float) -> float:
        """The monotonic time (seconds) at which `index` is heard."""
        with self._lock:
            return self._base_s + (index - self._base) / self._rate

    def observe(self, index: float, at_s: float) -> float:
        """A loudspeaker says: `index` is heard at `at_s`. Returns the error in samples before correcting."""
        with self._lock:
            expected = self._base + (at_s - self._base_s) * self._rate
            error = index - expected
            self._observations += 1
            phase = 0.05 if self._observations < _FAST_OBSERVATIONS else 0.01
            self._base, self._base_s = expected + phase * error, at_s
            pull = phase * phase / 4 * error * 100  # per second: callbacks come about 100 times a second
            low, high = SAMPLE_RATE * (1 - _RATE_LIMIT), SAMPLE_RATE * (1 + _RATE_LIMIT)
            self._rate = min(high, max(low, self._rate + pull))
            return error

    def restart(self) -> None:
        """A loudspeaker began anew: take its phase quickly again."""
        with self._lock:
            self._observations = 0

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
        newest = int((position + 0.5) * self.rate // SAMPLE_RATE)
        if newest < self.frame:
            return None
        self.missed += newest - self.frame
        self.frame = newest + 1
        return newest
