"""Keeps a microphone's clock in step with the timeline by a resample too slow to be heard."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_MOST = 5e-4
"""The strongest correction: 0.05 % is under one cent of pitch, and crystals differ by less."""
_PROPORTIONAL = 0.05
"""Share of the distance corrected in a second: a time constant of 20 s."""
_INTEGRAL = _PROPORTIONAL**2 / 4
"""Critically damped."""


class DriftCorrector:
    """Resamples blocks of a microphone by a ratio near 1, so that their count follows the timeline.

    Attributes:
        ratio: output samples for each input sample.
    """

    def __init__(self) -> None:
        self.ratio = 1.0
        self._integral = 0.0
        self._tail = np.zeros(4, np.float32)
        self._phase = 2.0  # place of the next output sample, in input samples, counted from tail[0]

    def steer(self, ahead_s: float, span_s: float) -> None:
        """Take one measurement.

        Args:
            ahead_s: seconds by which the sound written is ahead of where it should be.
            span_s: seconds since the last measurement.
        """
        limit = _MOST / _INTEGRAL
        self._integral = max(-limit, min(limit, self._integral + ahead_s * span_s))
        wanted = -_PROPORTIONAL * ahead_s - _INTEGRAL * self._integral
        self.ratio = 1.0 + max(-_MOST, min(_MOST, wanted))

    def forget(self) -> None:
        """The stream began again. What was learnt of the clock's rate is kept; the phase is not."""
        self._tail[:] = 0.0
        self._phase = 2.0

    def resample(self, block: NDArray[np.float32]) -> NDArray[np.float32]:
        """The block (n,) float32 at the present ratio, by cubic interpolation; about n samples, two late."""
        source = np.concatenate((self._tail, block))
        step = 1.0 / self.ratio
        last = len(source) - 3  # the interpolation needs one sample before and two after
        count = max(0, int(np.floor((last - self._phase) / step)) + 1) if last >= self._phase else 0
        places = self._phase + step * np.arange(count)
        whole = places.astype(np.int64)
        part = (places - whole).astype(np.float32)
        before, here = source[whole - 1], source[whole]
        after, beyond = source[whole + 1], source[whole + 2]
        # Catmull-Rom: passes through the samples, so a ratio of 1 changes nothing.
        cubic = 3 * (here - after) + beyond - before
        square = 2 * before - 5 * here + 4 * after - beyond
        out = here + 0.5 * part * (after - before + part * (square + part * cubic))
        self._phase = self._phase + step * count - len(block)
        self._tail = source[-4:].copy()
        return out.astype(np.float32, copy=False)
