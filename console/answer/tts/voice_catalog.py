"""Who can speak in this show: from the names in a preset to voices that say names right, evenly loud, in their order.

A voice is named as `builtin`, `builtin:f3`, `edge:zh-TW-HsiaoChenNeural`, `groq:hannah` or `piper:my-voice`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from console.answer.text.lexicon import Lexicon
from console.answer.tts.fallback import FallbackTTS, FellBack
from console.answer.tts.groq import MODEL
from console.answer.tts.level import LoudnessNormalizer
from console.answer.tts.local.align import EspeakPhones
from console.answer.tts.local.client import TTSClient
from console.answer.tts.prerender import LineStore, Prerendered, line_key
from console.answer.tts.pronounced import Pronounced
from console.answer.tts.protocol import Floats, Speaker, TTSError
from console.answer.tts.registry import BUILTIN, PROVIDERS, VoiceTools
from engine.text import Text


class VoiceCatalog:
    """The voices of a show.

    Args:
        child: the voice process.
        book: the show's pronunciation book, asked before each line.
        target_lufs: how loud the preset wants speech, asked before each line.
        fell_back: told whenever a voice was passed over.
        groq_key: gives the key for Groq, or "".
        store: lines made before the show.
        voice_files: folder of Piper's voice files.
        groq_model, groq_address: Groq's model that speaks, and a proxy for it or "".
    """

    def __init__(
        self,
        child: TTSClient,
        *,
        book: Callable[[], Lexicon],
        target_lufs: Callable[[], float],
        fell_back: Callable[[FellBack], None],
        groq_key: Callable[[], str],
        store: LineStore,
        voice_files: Path,
        groq_model: str = MODEL,
        groq_address: str = "",
    ) -> None:
        self._book = book
        self._target_lufs = target_lufs
        self._fell_back = fell_back
        self._store = store
        self._tools = VoiceTools(child, EspeakPhones(child), voice_files, groq_key, groq_model, groq_address)
        self._made: dict[str, LoudnessNormalizer] = {}

    def use_groq(self, model: str, address: str) -> None:
        """Another model speaks for Groq from the next line on, or from another address."""
        if (self._tools.groq_model, self._tools.groq_address) != (model, address):
            self._tools = replace(self._tools, groq_model=model, groq_address=address)
            self._made = {name: voice for name, voice in self._made.items() if name.partition(":")[0] != "groq"}

    def choices(self) -> list[Speaker]:
        """Every voice there is to choose from, by its full name."""
        return [
            Speaker(f"{provider.id}:{each.name}".rstrip(":"), each.words, each.language)
            for provider in PROVIDERS.values()
            for each in provider.make(self._tools, "").speakers()
        ]

    def one(self, name: str) -> LoudnessNormalizer:
        """One voice, to be heard by itself. The same object each time, for it learns its level. Raises TTSError."""
        if name not in self._made:
            kind, _, speaker = name.partition(":")
            provider = PROVIDERS.get(kind)
            if provider is None:
                known = ", ".join(PROVIDERS)
                raise TTSError(Text("There is no voice {name}: it is one of {known}.", name=kind, known=known))
            spoken = Pronounced(provider.make(self._tools, speaker), self._book)
            self._made[name] = LoudnessNormalizer(spoken, self._target_lufs, provider.lufs)
        return self._made[name]

    def voice(self, names: Sequence[str]) -> Prerendered:
        """The voices of a preset in their order, with the built-in one behind all others. Raises TTSError."""
        wanted = [name for name in dict.fromkeys(names) if name] or [BUILTIN]
        if not any(name.partition(":")[0] == BUILTIN for name in wanted):
            wanted.append(BUILTIN)
        order = FallbackTTS([self.one(name) for name in wanted], self._fell_back)
        kind = wanted[0].partition(":")[0]
        ipa = kind == BUILTIN
        speaker = f"{wanted[0]} {self._tools.groq_model}" if kind == "groq" else wanted[0]

        def key(text: str, language: str, rate: float) -> str:
            said = self._book().read(text, language, ipa=ipa).said
            return line_key(speaker, said, text, language, rate, self._target_lufs())

        return Prerendered(order, self.one(wanted[0]), self._store, key)

    async def listen(self, name: str, text: str, language: str, play: Callable[[Floats], None]) -> None:
        """Say a line for the operator's ears alone.

        Args:
            play: takes the next (n,) float32 samples at 48 kHz for the operator's headphones.

        Raises:
            TTSError: it cannot be spoken.
        """
        pieces = self.one(name).speak(text, language)
        try:
            async for piece in pieces:
                play(piece.samples)
        finally:
            await pieces.aclose()
