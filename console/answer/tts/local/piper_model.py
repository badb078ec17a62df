"""Piper in this process: only the voice process imports this, and only when a Piper voice is wanted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from console.answer.tts.protocol import Give, TTSError
from console.answer.tts.timeline import Timeline
from engine.text import Text

_MISSING = "Piper is not installed: run `python3 packaging/bootstrap.py run --piper`, or choose another voice."


class PiperModel:
    """The `piper-tts` package, which is an extra. Raises TTSError when it is not there."""

    def __init__(self) -> None:
        try:
            import piper
        except ImportError as fault:
            raise TTSError(_MISSING) from fault
        self._piper: Any = piper
        self._voices: dict[str, Any] = {}

    def load(self, voice: str) -> None:
        """Read the voice file at the path `voice`. Raises TTSError."""
        if voice in self._voices:
            return
        file = Path(voice)
        try:
            _refuse_download(file)
            self._voices[voice] = self._piper.PiperVoice.load(voice, download_dir=file.parent, include_alignments=True)
        except TTSError:
            raise
        except Exception as fault:  # onnxruntime and json have many, none of them ours
            why = _first_line(fault)
            raise TTSError(
                Text("The voice file {path} cannot be read ({fault}): copy it again.", path=file.name, fault=why)
            ) from fault

    def speak(self, voice: str, text: str, rate: float, give: Give) -> None:
        """Speak `text`, sentence by sentence. Raises TTSError."""
        self.load(voice)
        loaded = self._voices[voice]
        pace = getattr(loaded.config, "length_scale", 1.0) / rate
        chunks = loaded.synthesize(
            text, syn_config=self._piper.SynthesisConfig(length_scale=pace), include_alignments=True
        )
        try:
            self._give_all(chunks, give)
        except TTSError:
            raise
        except Exception as fault:
            why = _first_line(fault)
            raise TTSError(
                Text("The voice {name} cannot speak this line ({fault}).", name=Path(voice).stem, fault=why)
            ) from fault

    def _give_all(self, chunks: Iterable[Any], give: Give) -> None:
        timeline: Timeline | None = None
        begun = 0
        for chunk in chunks:
            if timeline is None:
                timeline = Timeline(chunk.sample_rate)
            at = begun
            for alignment in getattr(chunk, "phoneme_alignments", None) or ():  # only voices made for it have them
                timeline.phone(at, _ipa(alignment.phoneme))
                at += int(alignment.num_samples)
            sound = np.asarray(chunk.audio_float_array, np.float32)
            begun += len(sound)
            timeline.end(begun)
            timeline.sound(sound)
            piece = timeline.pop()
            if piece is not None and not give(piece):
                return
        if timeline is not None:
            timeline.sound(np.zeros(0, np.float32), last=True)
            piece = timeline.pop(last=True)
            if piece is not None:
                give(piece)


def _refuse_download(file: Path) -> None:
    """Piper's newer Chinese voices fetch a second model by themselves; nothing is fetched here without being asked."""
    about = json.loads(file.with_name(file.name + ".json").read_text(encoding="utf-8"))
    needed = file.parent / "g2pW" / "g2pw.onnx"
    if about.get("phoneme_type") == "pinyin" and not needed.is_file():
        raise TTSError(
            Text("The voice {name} needs {path}: copy it there, or choose another voice.", name=file.stem, path=needed)
        )


def _ipa(phoneme: str) -> str:
    """Piper's marks for beginning, end and padding are pauses."""
    return "" if phoneme in ("^", "$", "_", " ") else phoneme


def _first_line(fault: Exception) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:120].rstrip(".")
