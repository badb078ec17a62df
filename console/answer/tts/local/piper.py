"""Piper: the user's own voice files, spoken on this machine in the voice process."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from console.answer.tts.local.client import TTSClient
from console.answer.tts.protocol import Speaker, Spoken, TTSError, language_of
from engine.text import Text

MODEL = "piper"
SUFFIX = ".onnx"

_STALL_S = 15.0
"""Piper makes a whole sentence before its first sound, and this may be a slow machine."""


class PiperVoice:
    """A Piper voice: `<name>.onnx` with `<name>.onnx.json` beside it.

    Args:
        child: the voice process.
        folder: of the user's voice files.
        speaker: name of the file without its suffix.
    """

    name = "Piper"
    leaves = "Nothing leaves this machine."

    def __init__(self, child: TTSClient, folder: Path, speaker: str) -> None:
        self._child = child
        self._folder = folder
        self._speaker = speaker

    def speakers(self) -> Sequence[Speaker]:
        """The voice files that are there; a Piper voice is named as `zh_CN-huayan-medium`."""
        files = sorted(self._folder.glob(f"*{SUFFIX}"))
        return [Speaker(file.stem, file.stem, language_of(file.stem.split("-")[0])) for file in files]

    async def warm(self) -> None:
        """Load the voice file. Raises TTSError."""
        await self._child.load(MODEL, str(self._file()))

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`. A Piper voice knows one language; what it cannot read it leaves out."""
        line = self._child.speak(MODEL, str(self._file()), text, rate, stall_s=_STALL_S)
        try:
            async for piece in line:
                yield piece
        finally:
            await line.aclose()

    def _file(self) -> Path:
        file = self._folder / f"{self._speaker}{SUFFIX}"
        for needed in (file, file.with_name(file.name + ".json")):
            if not self._speaker or not needed.is_file():
                raise TTSError(
                    Text("There is no voice file {path}: copy it there, or choose another voice.", path=needed)
                )
        return file
