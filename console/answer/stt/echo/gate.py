"""The avatar never hears itself: what the microphone takes up while the hall's loudspeakers speak is silence.

Playout's report of what it speaks comes up to a twentieth of a second late, so a gate also closes backwards: what was
let through since the speech began is to be forgotten.
"""

from __future__ import annotations

from console.answer.stt.protocol import Floats
from engine.ipc.rings.samples import SAMPLE_RATE

TAIL_S = 0.35
"""How long a hall still sounds after the last word: most halls for speech fall by 20 dB in this time (T60 near 1 s)."""


class Gate:
    """Half duplex, by indices of the source timeline.

    Attributes:
        tail_s: kept shut for this long after the last sample, in seconds.
        speaking: the avatar speaks now.
    """

    def __init__(self, tail_s: float = TAIL_S) -> None:
        self.tail_s = tail_s
        self.speaking = False
        self._shut_from = 0
        self._shut_until = 0

    def begins(self, at: int) -> None:
        """The avatar speaks from index `at`; it may lie in the past."""
        if not self.speaking:
            self.speaking = True
            if at > self._shut_until:
                self._shut_from = at

    def ends(self, at: int) -> None:
        """Its last sample was heard at index `at`."""
        if self.speaking:
            self.speaking = False
            self._shut_until = max(self._shut_until, at + round(self.tail_s * SAMPLE_RATE))

    def shut(self, start: int, end: int) -> bool:
        """Whether any of the samples from `start` to before `end` must not be heard."""
        return end > self._shut_from and (self.speaking or start < self._shut_until)

    def through(self, start: int, samples: Floats) -> Floats:
        """What may be heard of `samples` (n,) float32 at 48 kHz from index `start` on; silence for the rest."""
        end = start + len(samples)
        if not self.shut(start, end):
            return samples
        heard = samples.copy()
        first = max(0, self._shut_from - start)
        last = len(samples) if self.speaking else max(0, min(len(samples), self._shut_until - start))
        heard[first:last] = 0.0
        return heard
