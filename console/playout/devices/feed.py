"""A second output beside the hall's: in-ear monitors, a recorder, the press. Its own mix, gain and delay."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from console.playout.sound.mute_gate import MuteGate
from engine.ipc.messages.kinds import FeedMix
from engine.ipc.rings.samples import clean

Mixer = Callable[[FeedMix, int, int], NDArray[np.float32]]
"""Gives (count,) float32 of a mix from an index of the timeline on."""


class FeedSound:
    """What the feed hears, block by block.

    Args:
        mixer: gives the mixes.

    Attributes:
        mix: whose sound.
        gain: of its sound.
        delay: how much later than its picture it goes out, in samples.
        gate: silent while the hall is.
    """

    def __init__(self, mixer: Mixer) -> None:
        self._mixer = mixer
        self.mix = FeedMix.BOTH
        self.gain = 1.0
        self.delay = 0
        self.gate = MuteGate()

    def block(self, index: int, count: int) -> NDArray[np.float32]:
        """(count,) float32 that goes out where, without a delay, that of `index` on would."""
        sound = self._mixer(self.mix, index - self.delay, count)
        self.gate.apply(sound)
        return clean(sound * np.float32(self.gain))
