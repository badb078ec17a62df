"""What sounds like feedback is put on trial before the MC is cut: it may only be a sound that repeats itself.

A drum machine, a ring tone, a beep or a jingle that runs in a circle holds what was heard before, always the same time
later, as feedback does. So the hall gets the microphone `SHIFT` later for half a second, which nobody hears. What goes
round through the hall comes back later by as much; what repeats by itself knows nothing of it. That holds however much
a limiter or an equaliser between the two does to the sound.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np

from console.playout.sound.feedback import FeedbackWatch, Sound, flattened, rms_of
from engine.ipc.rings.samples import SAMPLE_RATE

SHIFT = round(0.006 * SAMPLE_RATE)
"""Farther than two looks at one delay differ, and nearer than anybody hears."""
SHIFT_RAMP = SAMPLE_RATE // 100
SHIFT_LENGTH = round(0.6 * SAMPLE_RATE)
"""Of which one ramp each at begin and end is a mixture."""

_DOWN = 6
_NEAR = round(0.002 * SAMPLE_RATE / _DOWN)
_KEEP = 5 * SAMPLE_RATE
_LIKENESS = 0.35
_FULL = 0.98
_FLOOR = 10 ** (-55 / 20)
_ALIKE_S = 0.010
_ACQUITTED_S = 30.0
_AGAIN_S = 3.0
_ROUNDS = 3
"""What goes round again while the hall is shifted comes back `SHIFT` later each time."""
_ASTRAY = round(0.001 * SAMPLE_RATE / _DOWN)
_AFTER = SAMPLE_RATE // 20
_PART = SHIFT_LENGTH - 2 * SHIFT_RAMP
_AGREE = 2
"""So many trials, one after the other, must find feedback: a computer that stands still for a moment shifts sound too.
At full scale one must do."""


class FeedbackTrial:
    """Listens to the microphone and to what the hall hears, and says when the one surely feeds the other.

    Args:
        shift: lets the hall get the microphone `SHIFT` later for `SHIFT_LENGTH` samples, and returns where in what is
            pushed here that begins.
        decided: told of each trial: "feedback", "repeats itself" or "unclear".
    """

    def __init__(self, shift: Callable[[], int], decided: Callable[[str], object]) -> None:
        self._shift, self._decided = shift, decided
        self._watch = FeedbackWatch()
        self._acquitted: list[tuple[float, int]] = []
        self.begin(0)

    @property
    def gain(self) -> float:
        """Once round the loop, by the newest look; 0.0 where no repeat was found."""
        return self._watch.gain

    def begin(self, at: int) -> None:
        """Begin again: what is pushed next has this index."""
        self._watch.forget()
        self._blocks: deque[tuple[Sound, Sound]] = deque()  # joined for a verdict only: this goes on ten times a second
        self._kept = 0
        self._at = at
        self._shifted_at: int | None = None
        self._delay_s = 0.0
        self._convicted = 0

    def push(self, microphone: Sound, hall: Sound) -> bool:
        """Take what the microphone brought and what the hall heard meanwhile, (n,) float32 each, 48 kHz.

        Returns:
            True when this is feedback.
        """
        self._blocks.append((microphone, hall))
        self._kept += len(microphone)
        while self._kept - len(self._blocks[0][0]) >= _KEEP:
            self._kept -= len(self._blocks.popleft()[0])
        self._at += len(microphone)
        if self._shifted_at is not None:
            return self._on_trial(self._shifted_at)
        if not self._watch.push(microphone, hall):
            return False
        delay_s = self._watch.delay_s
        if delay_s is None:  # a tone that grows: there is no place to look for it
            return True
        self._acquitted = [known for known in self._acquitted if known[1] > self._at]
        if not any(abs(delay_s - known) < _ALIKE_S for known, _ in self._acquitted):
            self._delay_s = delay_s
            self._shifted_at = self._shift()
        return False

    def _on_trial(self, begins: int) -> bool:
        ends, delay = begins + SHIFT_LENGTH, round(self._delay_s * SAMPLE_RATE)
        if self._at < ends + _PART + delay + _ROUNDS * SHIFT + _AFTER:
            return False
        self._shifted_at = None
        mic, hall = (np.concatenate(parts) for parts in zip(*self._blocks, strict=True))
        verdict = _verdict(mic, hall, begins - (self._at - self._kept), delay)
        self._decided(verdict)
        if verdict == "feedback":
            self._convicted += 1 if np.abs(mic[-SAMPLE_RATE:]).max() < _FULL else _AGREE
            self._shifted_at = self._shift() if self._convicted < _AGREE else None
            return self._convicted >= _AGREE
        self._convicted = 0
        lasts_s = _ACQUITTED_S if verdict == "repeats itself" else _AGAIN_S
        self._acquitted.append((self._delay_s, self._at + round(lasts_s * SAMPLE_RATE)))
        self._watch.forget()
        return False


def _verdict(mic: Sound, hall: Sound, begins: int, delay: int) -> str:
    """What the delay does while the hall is shifted from sample `begins` on, against before it and after it."""
    first, last = begins - _PART, begins + SHIFT_LENGTH
    before, during, after = (_delay_of(mic, hall, start, delay) for start in (first, begins + SHIFT_RAMP, last))
    if before is None or during is None or after is None:
        return "unclear"
    step = SHIFT // _DOWN
    rounds = [before + step * number for number in range(_ROUNDS + 1)]
    if abs(during - before + step) <= _ASTRAY and abs(after - before) <= _ASTRAY:
        return "repeats itself"
    if all(any(abs(found - there) <= _ASTRAY for there in rounds) for found in (during, after)):
        return "feedback"
    return "unclear"


def _delay_of(mic: Sound, hall: Sound, start: int, delay: int) -> int | None:
    """How long what the hall heard from `start` on took to come back, in slow samples; None where it did not.

    Looked for from a little before `SHIFT` earlier than `delay` to as many rounds later.
    """
    reach = _NEAR * _DOWN
    begin, end = start + delay - SHIFT - reach, start + _PART + delay + _ROUNDS * SHIFT + reach
    if start < 0 or begin < 0 or end > len(mic) or rms_of(hall[start : start + _PART]) < _FLOOR:
        return None
    played, came = flattened(_slow(hall[start : start + _PART]), _slow(mic[begin:end]))
    fits = np.correlate(came, played, "valid")
    energy = np.concatenate(([0.0], np.cumsum(came * came)))
    there = energy[len(played) :] - energy[: len(fits)]
    likeness = fits / np.sqrt(np.maximum(there * float(played @ played), 1e-20))
    best = int(np.argmax(likeness))
    return best if likeness[best] >= _LIKENESS else None


def _slow(sound: Sound) -> Sound:
    whole = len(sound) // _DOWN * _DOWN
    slow: Sound = sound[:whole].reshape(-1, _DOWN).mean(1)
    return slow
