"""Where a question begins and ends in a stream of sound, by how likely each frame of it is speech.

    endpointer = Endpointer(Ends(pause_s=0.7))
    for at, chance in frames:
        for event in endpointer.hear(at, chance): …

Pure arithmetic on indices: the likelihoods come from Silero VAD (`silero.py`), the sound stays where it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from console.answer.stt.protocol import LONGEST_S, RATE

FRAME = 512
"""Samples that Silero VAD judges at once: 32 ms at 16 kHz."""

PRE_ROLL = round(0.300 * RATE)
"""A first syllable is over before it is known for speech: this much before it is kept."""

TAIL = round(0.080 * RATE)
"""A finger lets go of the key with the last word."""

ON, OFF = 0.5, 0.35
"""Silero VAD's own thresholds (its `VadOptions`: off is 0.15 below on)."""

_BEGIN_FRAMES = 2
"""A click fills one frame."""
_LEAST_FRAMES = 5
"""Of speech in a question: 160 ms, a short "why?". What has less was a cough."""
_PAUSE = round(0.200 * RATE)
"""After this much silence a question may be over."""


@dataclass(frozen=True)
class Ends:
    """When a question is over.

    Attributes:
        pause_s: silence that ends it, in seconds.
        longest_s: its longest length with pre-roll, in seconds.
        soft_s, soft_pause_s: from this length on a shorter silence ends it, in seconds.
    """

    pause_s: float = 0.7
    longest_s: float = LONGEST_S
    soft_s: float = math.inf
    soft_pause_s: float = 0.12


@dataclass(frozen=True)
class Began:
    """Somebody speaks. `at` is the first sample to be kept, pre-roll included; `onset` the first of speech."""

    at: int
    onset: int


@dataclass(frozen=True)
class Paused:
    """It may be over, since sample `at`."""

    at: int


@dataclass(frozen=True)
class Resumed:
    """It was not over."""


@dataclass(frozen=True)
class Ended:
    """It is over. `at` is the sample behind the last to be kept, `speech` the one behind the last of speech."""

    at: int
    speech: int
    cut: bool = False


@dataclass(frozen=True)
class Discarded:
    """What began was no question: too little of it was speech."""


Event = Began | Paused | Resumed | Ended | Discarded


class Endpointer:
    """Finds questions.

    Attributes:
        ends: when one is over; may be changed at any time.
        hearing: a question is being spoken.
    """

    def __init__(self, ends: Ends | None = None) -> None:
        self.ends = ends or Ends()
        self.hearing = False
        self._begun = 0
        self._onset = 0
        self._run = 0
        self._speech_end = 0
        self._frames = 0
        self._is_paused = False
        self._not_before = 0

    def forget(self) -> None:
        """What was heard so far has nothing to do with what comes."""
        self.hearing = False
        self._run = self._not_before = 0

    def feed(self, at: int, chance: float) -> list[Event]:
        """One frame.

        Args:
            at: index of its first sample at 16 kHz; frames follow each other.
            chance: how likely it is speech, 0 to 1.

        Returns:
            what it tells, in order.
        """
        return self._go_on(at, chance) if self.hearing else self._wait(at, chance)

    def _wait(self, at: int, chance: float) -> list[Event]:
        if chance < ON:
            self._run = 0
            return []
        if self._run == 0:
            self._onset = at
        self._run += 1
        if self._run < _BEGIN_FRAMES:
            return []
        self.hearing, self._is_paused = True, False
        self._frames = self._run
        self._speech_end = at + FRAME
        self._begun = max(self._not_before, self._onset - PRE_ROLL)
        return [Began(self._begun, self._onset)]

    def _go_on(self, at: int, chance: float) -> list[Event]:
        end = at + FRAME
        events: list[Event] = []
        if chance >= (ON if self._is_paused else OFF):
            self._frames += 1
            self._speech_end = end
            if self._is_paused:
                self._is_paused = False
                events.append(Resumed())
        silent = end - self._speech_end
        ends = self.ends
        pause_s = ends.pause_s if end - self._begun < ends.soft_s * RATE else min(ends.pause_s, ends.soft_pause_s)
        if silent >= pause_s * RATE:
            return [*events, *self._over(end, cut=False)]
        if end - self._begun >= ends.longest_s * RATE:
            return [*events, *self._over(end, cut=True)]
        if silent >= _PAUSE and not self._is_paused:
            self._is_paused = True
            events.append(Paused(self._speech_end))
        return events

    def _over(self, end: int, *, cut: bool) -> list[Event]:
        self.forget()
        self._not_before = end  # what was asked once is not asked again as the pre-roll of the next one
        if self._frames < _LEAST_FRAMES:
            return [Discarded()]
        return [Ended(end, self._speech_end, cut)]
