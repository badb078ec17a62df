"""A voice that says names as the show's pronunciation book has them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence

from console.answer.text.lexicon import Lexicon
from console.answer.tts.local.builtin import BuiltinVoice
from console.answer.tts.protocol import Speaker, Spoken, Voice, Word


class Pronounced:
    """Reads each line from the book before the voice gets it; words keep their places in the line as it is shown.

    Args:
        voice: whose lines.
        book: asked before each line, so that a change holds at once.
    """

    def __init__(self, voice: Voice, book: Callable[[], Lexicon]) -> None:
        self._voice = voice
        self._book = book
        self._ipa = isinstance(voice, BuiltinVoice)

    @property
    def name(self) -> str:
        return self._voice.name

    @property
    def leaves(self) -> str:
        return self._voice.leaves

    def speakers(self) -> Sequence[Speaker]:
        return self._voice.speakers()

    async def warm(self) -> None:
        await self._voice.warm()

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`."""
        reading = self._book().read(text, language, ipa=self._ipa)
        pieces = self._voice.speak(reading.said, language, rate)
        try:
            async for piece in pieces:
                words = tuple(Word(each.at_s, each.until_s, *reading.shown(*each[2:])) for each in piece.words)
                yield Spoken(piece.samples, piece.phones, words)
        finally:
            await pieces.aclose()
