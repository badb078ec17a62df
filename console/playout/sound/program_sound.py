"""The program's sound in a ring of its own, for whoever carries it further than the hall: a stream, a recording.

Index n of the ring is what the hall hears while the program shows the picture stamped n, whether or not there is a
loudspeaker. It is written up to the present moment and never rewritten: what has gone out has gone out.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from console.playout.sound.beep import beep
from console.playout.sound.mute_gate import MuteGate
from engine.ipc.rings.samples import SAMPLE_RATE, clean
from engine.ipc.rings.sound_ring import SoundRing

_MOST = SAMPLE_RATE
"""Samples written at once: after a computer slept, the rest of the gap is left out."""


class ProgramSound:
    """Writes the ring.

    Args:
        ring: made by playout.
        hall: what the hall shall hear from an index on, so many samples.
        clock: index heard at a monotonic time (seconds).
        half_frame: half a program frame in samples, by which the hall's sound waits for its picture.

    Attributes:
        lag: samples by which the sound goes out after the picture of its index.
        gate: the hall's mute.
        beeping: the lip-sync test's beeps are heard.
    """

    def __init__(
        self,
        ring: SoundRing,
        hall: Callable[[int, int], NDArray[np.float32]],
        clock: Callable[[float], float],
        half_frame: int,
    ) -> None:
        self._ring, self._hall, self._clock = ring, hall, clock
        self._half_frame = half_frame
        self._begun = False
        self.lag = half_frame
        self.gate = MuteGate()
        self.beeping = False

    def advance(self, now_s: float) -> None:
        """Write what was heard up to monotonic time `now_s`."""
        due = round(self._clock(now_s))
        if not self._begun:
            self._begun = True
            self._ring.start_at(due)
        start = self._ring.written
        if due - start > _MOST:
            self._ring.start_at(due - _MOST)
            start = due - _MOST
        if (count := due - start) <= 0:
            return
        sound = self._hall(start - self.lag, count)
        self.gate.apply(sound)
        if self.beeping:
            sound += beep(start - self._half_frame, count)
        self._ring.write(clean(sound))
