"""The phones inside words of which only the span is known: eSpeak's own phones for the word, stretched over it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Protocol

from console.answer.tts.local.builtin import MODEL, BuiltinVoice
from console.answer.tts.local.client import TTSClient
from console.answer.tts.protocol import Phone, TTSError

_MOST = 2000
"""Words that are remembered: an evening's vocabulary."""
_PATIENCE_S = 0.15
"""The sound must not wait for its phones: without them the face goes by the sound."""


class PhoneGuess(Protocol):
    """Who guesses the phones of a word."""

    async def phones(self, word: str, language: str, at_s: float, until_s: float) -> tuple[Phone, ...]:
        """The phones of `word`, spoken between two times in seconds; none when nothing is known of it."""
        ...


class EspeakPhones:
    """Asks the voice process how eSpeak would say a word.

    Args:
        child: the voice process.
    """

    def __init__(self, child: TTSClient) -> None:
        self._child = child
        self._voice = BuiltinVoice(child)
        self._known: OrderedDict[tuple[str, str], tuple[Phone, ...]] = OrderedDict()

    async def phones(self, word: str, language: str, at_s: float, until_s: float) -> tuple[Phone, ...]:
        """As `PhoneGuess.phones`; waits 0.15 s at most."""
        key = (self._voice.voice_for(language), word)
        if key not in self._known:
            try:
                async with asyncio.timeout(_PATIENCE_S):
                    self._known[key] = await self._ask(*key)
            except (TTSError, TimeoutError):
                return ()
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return stretched(self._known[key], at_s, until_s)

    async def _ask(self, voice: str, word: str) -> tuple[Phone, ...]:
        phones: list[Phone] = []
        line = self._child.speak(MODEL, voice, word, 1.0)
        try:
            async for piece in line:
                phones += piece.phones
        finally:
            await line.aclose()
        return without_pauses(phones)


def without_pauses(phones: list[Phone]) -> tuple[Phone, ...]:
    """The phones of a word spoken alone, from the first to the last that is no pause."""
    heard = [number for number, phone in enumerate(phones) if phone.ipa]
    return tuple(phones[heard[0] : heard[-1] + 1]) if heard else ()


def stretched(phones: tuple[Phone, ...], at_s: float, until_s: float) -> tuple[Phone, ...]:
    """The same phones between two other times, each in proportion."""
    if not phones:
        return ()
    begun, whole = phones[0].at_s, phones[-1].until_s - phones[0].at_s
    scale = (until_s - at_s) / whole
    return tuple(
        Phone(at_s + (each.at_s - begun) * scale, at_s + (each.until_s - begun) * scale, each.ipa) for each in phones
    )
