"""Whether sound goes through: a mute that neither comes nor goes with a click."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.samples import SAMPLE_RATE

RAMP = SAMPLE_RATE // 100
"""10 ms, in samples."""


class MuteGate:
    """Lets blocks through, or makes them silent, with a ramp of 10 ms between the two.

    Attributes:
        muted: nothing goes through from the next block on.
    """

    def __init__(self) -> None:
        self.muted = True
        self._gain = 0.0

    def shut(self) -> None:
        """Begin silent: the next block fades in, when it is not muted."""
        self._gain = 0.0

    def apply(self, sound: NDArray[np.float32]) -> None:
        """Mute a block (n,) float32 in its place, or let it be."""
        target = 0.0 if self.muted else 1.0
        if self._gain != target:
            step = 1.0 / RAMP if target > self._gain else -1.0 / RAMP
            ramp = np.clip(self._gain + step * np.arange(1, len(sound) + 1), 0.0, 1.0).astype(np.float32)
            sound *= ramp
            self._gain = float(ramp[-1]) if len(ramp) else self._gain
        elif target == 0.0:
            sound[:] = 0.0
