"""Who can speak in this show: from the names in a preset to voices that say names right, evenly loud, in their order.

A voice is named as `builtin`, `builtin:f3`, `edge:zh-TW-HsiaoChenNeural`, `groq:hannah` or `piper:my-voice`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from console.answer.text.lexicon import Lexicon
from console.answer.tts.fallback import FallbackTTS, FellBack
from console.answer.tts.level import LoudnessNormalizer
from console.answer.tts.local.align import EspeakPhones
from console.answer.tts.local.client import TTSClient
from console.answer.tts.prerender import LineStore, Prerendered, line_key
from console.answer.tts.pronounced import Pronounced
from console.answer.tts.protocol import Floats, Speaker, TTSError
from console.answer.tts.registry import BUILTIN, PROVIDERS, VoiceTools
from console.show.state.settings import Options
from engine.text import Text


class VoiceCatalog:
    """The voices of a show.

    Args:
        child: the voice process.
        book: the show's pronunciation book, asked before each line.
        target_lufs: how loud the preset wants speech, asked before each line.
        fell_back: told whenever a voice was passed over.
        key: gives the key of a provider by its id, or "".
        options: gives the settings as they are now.
        store: lines made before the show.
        voice_files: folder of Piper's voice files.
    """

    def __init__(
        self,
        child: TTSClient,
        *,
        book: Callable[[], Lexicon],
        target_lufs: Callable[[], float],
        fell_back: Callable[[FellBack], None],
        key: Callable[[str], str],
        options: Callable[[], Options],
        store: LineStore,
        voice_files: Path,
    ) -> None:
        self._book = book
        self._target_lufs = target_lufs
        self._fell_back = fell_back
        self._store = store
        self._tools = VoiceTools(child, EspeakPhones(child), voice_files, key, options)
        self._options = options
        self._made: dict[str, tuple[tuple[object, ...], LoudnessNormalizer]] = {}  # by which settings, and what

    def choices(self) -> list[Speaker]:
        """Every voice there is to choose from, by its full name."""
        return [
            Speaker(f"{provider.id}:{each.name}".rstrip(":"), each.words, each.language)
            for provider in PROVIDERS.values()
            for each in provider.make(self._tools, "").speakers()
        ]

    def one(self, name: str) -> LoudnessNormalizer:
        """One voice, to be heard by itself. Raises TTSError.

        The same object each time, for it learns its level; another one as soon as it is made with other settings.
        """
        kind, _, speaker = name.partition(":")
        provider = PROVIDERS.get(kind)
        if provider is None:
            known = ", ".join(PROVIDERS)
            raise TTSError(Text("There is no voice {name}: it is one of {known}.", name=kind, known=known))
        made_with = provider.made_with(self._options())
        if name not in self._made or self._made[name][0] != made_with:
            spoken = Pronounced(provider.make(self._tools, speaker), self._book)
            self._made[name] = made_with, LoudnessNormalizer(spoken, self._target_lufs, provider.lufs)
        return self._made[name][1]

    def voice(self, names: Sequence[str]) -> Prerendered:
        """The voices of a preset in their order, with the built-in one behind all others. Raises TTSError."""
        wanted = [name for name in dict.fromkeys(names) if name] or [BUILTIN]
        if not any(name.partition(":")[0] == BUILTIN for name in wanted):
            wanted.append(BUILTIN)
        order = FallbackTTS([self.one(name) for name in wanted], self._fell_back)
        kind = wanted[0].partition(":")[0]
        ipa = kind == BUILTIN
        speaker = " ".join((wanted[0], *PROVIDERS[kind].sounds_by(self._options())))

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
