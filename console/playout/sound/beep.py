"""The lip-sync test: a beep in the sound and a flash in the picture, at the same place of the timeline.

Both sides ask this module, by the sample index that each of them has anyway: nothing is scheduled, so nothing can
drift apart.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.samples import SAMPLE_RATE

PERIOD = 2 * SAMPLE_RATE
"""Two seconds: a whole number of ticks at 25, 30, 50 and 60 pictures a second."""
LENGTH = SAMPLE_RATE // 50
"""20 ms: one picture at 50 and below, and an onset that the ear and a recording can place."""
TONE_HZ = 1000
LEVEL_DBFS = -18.0
"""The EBU's alignment level (R 68): heard in any hall, and kind to its loudspeakers."""

_TONE = 10 ** (LEVEL_DBFS / 20) * np.sin(2 * np.pi * TONE_HZ * np.arange(LENGTH) / SAMPLE_RATE)


def flashes(pts: int) -> bool:
    """Whether the picture of sample index `pts` is a flash."""
    return pts % PERIOD < LENGTH


def beep(start: int, count: int) -> NDArray[np.float32]:
    """The test's sound from index `start` on: (count,) float32, silence between the beeps."""
    phase = (start + np.arange(count)) % PERIOD
    sound = np.zeros(count, np.float32)
    heard = phase < LENGTH
    sound[heard] = _TONE[phase[heard]]
    return sound
