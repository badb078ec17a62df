"""The voice that is always there: eSpeak NG, with no network and no download. A robot's, but every word is clear."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

from console.answer.voice.child import VoiceChild
from console.answer.voice.contract import Speaker, Spoken, language_of

MODEL = "espeak"

_OF_LANGUAGE = {"en": "en-us", "cmn": "cmn", "yue": "yue", "pt": "pt-br", "no": "nb", "fr": "fr-fr"}
"""eSpeak's name where it is not the language's own."""

_SPEAKERS = (
    Speaker("", "Plain", ""),
    Speaker("f2", "Woman 1", ""),
    Speaker("f3", "Woman 2", ""),
    Speaker("f4", "Woman 3", ""),
    Speaker("m3", "Man 1", ""),
    Speaker("m7", "Man 2", ""),
)
"""Variants of eSpeak's: each of them speaks every language."""


class BuiltinVoice:
    """eSpeak NG in the voice process.

    Args:
        child: the voice process.
        speaker: one of `speakers()`, as `f3`; or `en-gb` or `en-gb+f3` to choose eSpeak's voice for its language.
    """

    name = "builtin"
    leaves = "Nothing leaves this machine."

    def __init__(self, child: VoiceChild, speaker: str = "") -> None:
        self._child = child
        base, _, variant = speaker.rpartition("+")
        if not base and ("-" in variant or variant in _OF_LANGUAGE.values()):
            base, variant = variant, ""
        self._own = base
        self._variant = variant

    def speakers(self) -> Sequence[Speaker]:
        """Its variants."""
        return _SPEAKERS

    async def warm(self) -> None:
        """Have the process running. Raises VoiceError."""
        await self._child.load(MODEL, self.voice_for(self._own or "en"))

    def voice_for(self, language: str) -> str:
        """eSpeak's name of the voice that speaks a language tag."""
        spoken = language_of(language)
        voice = self._own if self._own and language_of(self._own) == spoken else _OF_LANGUAGE.get(spoken, spoken)
        return f"{voice}+{self._variant}" if self._variant else voice

    def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`; `[[…]]` in the text are eSpeak's own phoneme names."""
        return self._child.speak(MODEL, self.voice_for(language), text, rate)
