"""The voice that is always there: eSpeak NG, with no network and no download. A robot's, but every word is clear."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

from console.answer.tts.local.client import TTSClient
from console.answer.tts.protocol import Speaker, Spoken, language_of, later
from console.answer.tts.scripts import runs_of
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text

MODEL = "espeak"

_OF_LANGUAGE = {"en": "en-us", "pt": "pt-br", "no": "nb"}
"""eSpeak's name where it is not the language's own."""

_BRITISH = {"en-gb": "en"}
"""What eSpeak calls English is spoken in Britain."""

_SPEAKERS = (
    Speaker("", "Plain", ""),
    Speaker("f2", Text("Woman {n}", n=1), ""),
    Speaker("f3", Text("Woman {n}", n=2), ""),
    Speaker("f4", Text("Woman {n}", n=3), ""),
    Speaker("m3", Text("Man {n}", n=1), ""),
    Speaker("m7", Text("Man {n}", n=2), ""),
)
"""Variants of eSpeak's: each of them speaks every language."""


class BuiltinVoice:
    """eSpeak NG in the voice process.

    Args:
        child: the voice process.
        speaker: one of `speakers()`, as `f3`; or `en-gb` or `en-gb+f3` to choose eSpeak's voice for its language.
    """

    name = "Built-in"
    leaves = "Nothing leaves this machine."

    def __init__(self, child: TTSClient, speaker: str = "") -> None:
        self._child = child
        base, plus, variant = speaker.partition("+")
        if not plus and base in {each.name for each in _SPEAKERS}:
            base, variant = "", base
        self._own = base.lower()
        self._variant = variant

    def speakers(self) -> Sequence[Speaker]:
        """Its variants."""
        return _SPEAKERS

    async def warm(self) -> None:
        """Have the process running. Raises TTSError."""
        await self._child.load(MODEL, self.voice_for(self._own or "en"))

    def voice_for(self, language: str) -> str:
        """eSpeak's name of the voice that speaks a language tag."""
        spoken = language_of(language)
        voice = self._own if self._own and language_of(self._own) == spoken else _OF_LANGUAGE.get(spoken, spoken)
        voice = _BRITISH.get(voice, voice)
        return f"{voice}+{self._variant}" if self._variant else voice

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`; `[[…]]` in the text are eSpeak's own phoneme names.

        A name in another script is read by the voice of that script.
        """
        given = 0
        for run in runs_of(text, language):
            since_s = given / SAMPLE_RATE
            pieces = self._child.speak(MODEL, self.voice_for(run.language), run.text, rate)
            try:
                async for piece in pieces:
                    given += len(piece.samples)
                    yield later(piece, since_s, run.start)
            finally:
                await pieces.aclose()
