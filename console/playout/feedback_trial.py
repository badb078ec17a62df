"""What sounds like feedback is put on trial before the MC is cut: it may only be a sound that repeats itself.

A drum machine, a ring tone, a beep or a jingle that runs in a circle holds what was heard before, always the same time
later, as feedback does. So the hall gets the microphone `SHIFT` later for half a second, which nobody hears. What goes
round through the hall comes back later by as much; what repeats by itself knows nothing of it. That holds however much
a limiter or an equaliser between the two does to the sound.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from console.playout.feedback import FeedbackWatch, Sound, flattened, rms_of

SAMPLE_RATE = 48_000
SHIFT = round(0.006 * SAMPLE_RATE)
"""Farther than two looks at one delay differ, and nearer than anybody hears."""
SHIFT_RAMP = SAMPLE_RATE // 100
SHIFT_LENGTH = round(0.6 * SAMPLE_RATE)
"""Of which one ramp each at begin and end is a mixture."""

_DOWN = 6
_NEAR = round(0.002 * SAMPLE_RATE / _DOWN)
_KEEP = 3 * SAMPLE_RATE
_LIKENESS = 0.30
_CLEARLY = 1.2
"""The one place must fit so much better than the other."""
_FLOOR = 10 ** (-55 / 20)
_ALIKE_S = 0.010
_ACQUITTED_S = 30.0
_AGAIN_S = 3.0
_ROUNDS = 3
"""What goes round again while the hall is shifted comes back `SHIFT` later each time."""
_AFTER = SAMPLE_RATE // 20


class FeedbackTrial:
    """Listens to the microphone and to what the hall hears, and says when the one surely feeds the other.

    Args:
        shift: lets the hall get the microphone `SHIFT` later for `SHIFT_LENGTH` samples, and returns where in what is
            pushed here that begins.
        decided: told of each trial: "feedback", "repeats itself" or "unclear".
    """

    def __init__(self, shift: Callable[[], int], decided: Callable[[str], None]) -> None:
        self._shift, self._decided = shift, decided
        self._watch = FeedbackWatch()
        self._acquitted: list[tuple[float, int]] = []
        self.begin(0)

    @property
    def gain(self) -> float:
        """Once round the loop, by the newest look; 0.0 where no repeat was found."""
        return self._watch.gain

    def begin(self, at: int) -> None:
        """Begin anew: what is pushed next has this index."""
        self._watch.forget()
        self._mic, self._hall = np.zeros(0, np.float32), np.zeros(0, np.float32)
        self._at = at
        self._shifted_at: int | None = None
        self._delay_s = 0.0

    def push(self, microphone: Sound, hall: Sound) -> bool:
        """Take what the microphone brought and what the hall heard meanwhile, (n,) float32 each, 48 kHz.

        Returns:
            True when this is feedback.
        """
        self._mic = np.concatenate((self._mic, microphone))[-_KEEP:]
        self._hall = np.concatenate((self._hall, hall))[-_KEEP:]
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
        if self._at < ends + max(delay, 0) + _AFTER:
            return False
        self._shifted_at = None
        first = self._at - len(self._mic)
        part = slice(max(0, begins + SHIFT_RAMP - first), max(0, ends - SHIFT_RAMP - first))
        verdict = _verdict(self._mic, self._hall, part, delay)
        self._decided(verdict)
        if verdict == "feedback":
            return True
        lasts_s = _ACQUITTED_S if verdict == "repeats itself" else _AGAIN_S
        self._acquitted.append((self._delay_s, self._at + round(lasts_s * SAMPLE_RATE)))
        self._watch.forget()
        return False


def _verdict(mic: Sound, hall: Sound, part: slice, delay: int) -> str:
    """Whether what the hall heard in `part` came back `delay` later or after that, or `SHIFT` before that."""
    reach = _NEAR * _DOWN
    begin, end = part.start + delay - SHIFT - reach, part.stop + delay + _ROUNDS * SHIFT + reach
    if begin < 0 or end > len(mic) or rms_of(hall[part]) < _FLOOR:
        return "unclear"
    played, came = flattened(_slow(hall[part]), _slow(mic[begin:end]))
    count = len(came) - len(played) + 1
    fits = np.correlate(came, played, "valid")[:count]
    energy = np.concatenate(([0.0], np.cumsum(came * came)))
    there = energy[len(played) : len(played) + count] - energy[:count]
    likeness = fits / np.sqrt(np.maximum(there * float(played @ played), 1e-20))
    itself, round_ = float(likeness[: 2 * _NEAR + 1].max()), float(likeness[SHIFT // _DOWN :].max())
    if max(itself, round_) < _LIKENESS:
        return "unclear"
    if round_ > _CLEARLY * itself:
        return "feedback"
    return "repeats itself" if itself > _CLEARLY * round_ else "unclear"


def _slow(sound: Sound) -> Sound:
    whole = len(sound) // _DOWN * _DOWN
    slow: Sound = sound[:whole].reshape(-1, _DOWN).mean(1)
    return slow
