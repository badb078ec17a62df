"""Those who can hear, in their order: the next one is asked when one cannot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from console.answer.hear.contract import RATE, Floats, Heard, HearError, Transcriber
from console.answer.hear.script import in_script

LIMIT_S = 8.0
"""For one of them, and one question."""

LEAST_S = 0.2
"""A press without words."""

NOTHING = "Nothing was understood: hold the key while the question is asked, or type it."


class HearOrder:
    """Transcribers in the order of fall-back.

    Args:
        transcribers: the first is asked first.
        fell: told in one sentence when one of them could not.
        limit_s: for each of them.
    """

    def __init__(
        self, transcribers: Sequence[Transcriber], fell: Callable[[str], None], limit_s: float = LIMIT_S
    ) -> None:
        self.transcribers = tuple(transcribers)
        self._fell, self._limit_s = fell, limit_s

    async def warm(self) -> None:
        """Load what the first question would have to wait for; who cannot is told of when it is asked."""
        for each in self.transcribers:
            try:
                await each.warm()
            except HearError:
                continue

    async def transcribe(self, samples: Floats, language: str) -> Heard:
        """The text of a question: (n,) float32 at 16 kHz. Raises HearError when nobody has understood a word."""
        if len(samples) < LEAST_S * RATE or float(np.abs(samples).max(initial=0.0)) < 1e-4:
            raise HearError(NOTHING)
        if not self.transcribers:
            raise HearError("Nobody can hear questions: enter a key for Groq in SETTINGS, or type the question.")
        for number, each in enumerate(self.transcribers):
            try:
                async with asyncio.timeout(self._limit_s):
                    heard = await each.transcribe(samples, language)
            except TimeoutError:
                fault = f"{each.name} does not answer in time."
            except HearError as cannot:
                fault = str(cannot)
            else:
                if heard.text:
                    return replace(heard, text=in_script(heard.text, language))
                raise HearError(NOTHING)
            last = number + 1 == len(self.transcribers)
            if last:
                raise HearError(fault)
            self._fell(f"{fault} {self.transcribers[number + 1].name} is asked.")
        raise HearError(NOTHING)
