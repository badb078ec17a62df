"""A voice that does what a test tells it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence

import numpy as np

from console.answer.tts.protocol import Floats, Phone, Speaker, Spoken, TTSError, Word

WORD_S = 0.25


def hum(seconds: float, level: float = 0.3, hz: float = 220.0) -> Floats:
    """A tone at 48 kHz."""
    return (level * np.sin(2 * np.pi * hz * np.arange(round(seconds * 48_000)) / 48_000)).astype(np.float32)


class ScriptedVoice:
    """Says each word of a line in a quarter of a second.

    Args:
        breaks: words after which it fails, with `why`; None never.
        hangs: words after which it says nothing any more.
        tells_words: whether it knows of words.
        level: peak of its sound.
    """

    leaves = "Nothing."

    def __init__(
        self,
        name: str = "Script",
        *,
        breaks: int | None = None,
        hangs: int | None = None,
        tells_words: bool = True,
        level: float = 0.3,
        why: str = "It broke.",
    ) -> None:
        self.name = name
        self.breaks = breaks
        self.hangs = hangs
        self.tells_words = tells_words
        self.level = level
        self.why = why
        self.asked: list[str] = []
        self.closed = 0

    def speakers(self) -> Sequence[Speaker]:
        """None to choose from."""
        return ()

    async def warm(self) -> None:
        """Fails as its lines do."""
        if self.breaks == 0:
            raise TTSError(self.why)

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As it was told."""
        self.asked.append(text)
        at = 0
        try:
            for number, word in enumerate(text.split()):
                if number == self.breaks:
                    raise TTSError(self.why)
                if number == self.hangs:
                    await asyncio.Event().wait()
                start = text.index(word, at)
                at = start + len(word)
                span = (number * WORD_S, (number + 1) * WORD_S)
                words = (Word(*span, start, at),) if self.tells_words else ()
                yield Spoken(hum(WORD_S, self.level), (Phone(*span, word[0]),), words)
        finally:
            self.closed += 1
