"""What the hall's loudspeakers play while the microphone listens, for whoever takes it out of the microphone again.

It lies in a ring of its own beside the ear ring, sample for sample: index n of the one is the sound that the hall heard
when index n of the other was spoken. The microphone's crystal is followed by a sample here and there, once a second.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from console.playout.sound.clock import Envelope
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing

ADVANCE = round(0.020 * SAMPLE_RATE)
"""So much early, in samples: a canceller finds an echo that comes after its cause only, and a sound system's word about
its own latency is good to some milliseconds."""
_ASTRAY = round(0.030 * SAMPLE_RATE)
"""Further ahead than this cannot be lateness: another microphone, or a clock that was put right."""
_WINDOW_S = 1.0

Sound = NDArray[np.float32]


class EchoReference:
    """Writes the ring beside the ear ring.

    Args:
        ring: made by playout.
        hall: what the hall shall hear from an index on, so many samples.
        clock: index heard at a monotonic time (seconds).

    Attributes:
        lag: samples by which the sound goes out after its own index.
        silent: the loudspeakers are muted.
    """

    def __init__(
        self, ring: SoundRing, hall: Callable[[int, int], Sound], clock: Callable[[float], float], lag: int = 0
    ) -> None:
        self._ring, self._hall, self._clock = ring, hall, clock
        self._next: int | None = None
        self._envelope = Envelope()
        self.lag = lag
        self.silent = True

    def record(self, count: int, now_s: float) -> None:
        """The microphone has brought `count` samples, the last of them spoken at monotonic time `now_s`."""
        due = self._clock(now_s) - self.lag + ADVANCE - count
        if self._next is None or self._next - due > _ASTRAY:
            self._next = round(due)
            self._envelope.forget()
        elif (early := self._envelope.push(self._next - due, now_s, _WINDOW_S)) is not None:
            self._next -= round(early)  # late callbacks say nothing of the two clocks
        sound = np.zeros(count, np.float32) if self.silent else self._hall(self._next, count)
        self._next += count
        self._ring.write(sound[-self._ring.capacity :])

    def place(self, index: int) -> int:
        """Where in the ring that lies, or will lie, which the hall hears at this index of the timeline."""
        return self._ring.written + index - (self._next if self._next is not None else index)
