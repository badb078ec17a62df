"""Samples that are numbers: what every door for sound lets through.

A sample that is no number spoils whatever hears it for good: a running mean, a filter, a network's memory. One alone
has taken a host's head off its picture.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000
"""Of the source timeline, of all rings and of whatever the hall hears, in samples a second."""

LOUDEST = 16.0
"""24 dB above full scale: what is louder is no sound."""

MOST = float(2**20)
"""Beyond this the square of a sample may be no number: what the rings keep, whoever wrote it."""


def clean(samples: NDArray[np.float32], most: float = LOUDEST) -> NDArray[np.float32]:
    """(n,) float32 with silence in the place of what is no number, and nothing beyond `most`.

    Sound that is sound comes back as it is, the same array.
    """
    # A sample that is no number makes the highest one none either, which is not within any bound.
    if not len(samples) or np.abs(samples).max() <= most:
        return samples
    kept = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    return np.clip(kept, -most, most).astype(np.float32, copy=False)
