"""Piper with a library of the tests' own in its place, and its voice files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from console.answer.tts.local.client import TTSClient
from console.answer.tts.local.piper import PiperVoice
from console.answer.tts.local.piper_model import PiperModel
from console.answer.tts.protocol import Spoken, TTSError
from tests.console.answer.tts.conftest import Line, Run, line_of
from tests.console.answer.tts.scripted import hum

RATE = 22_050


@dataclass
class Chunk:
    """As piper-tts 1.8 has it."""

    sample_rate: int
    audio_float_array: np.ndarray[Any, np.dtype[np.float32]]
    phoneme_alignments: list[SimpleNamespace] | None


class PiperVoiceFile:
    """One sentence a chunk, two phones of 0.2 s each."""

    aligned = True
    config = SimpleNamespace(length_scale=1.2)

    @classmethod
    def load(cls, path: str, download_dir: Path, include_alignments: bool) -> PiperVoiceFile:
        if Path(path).read_bytes() == b"broken":
            raise RuntimeError("Parsing failed.\nand more")
        return cls()

    def synthesize(self, text: str, syn_config: SimpleNamespace, include_alignments: bool) -> Iterator[Chunk]:
        for sentence in text.split("."):
            if "?" in sentence:
                raise KeyError("?")
            if sentence:
                count = round(0.2 * RATE * syn_config.length_scale / 1.2)
                sound = hum(0.4 * syn_config.length_scale / 1.2)[: 2 * count]
                marks = [SimpleNamespace(phoneme=each, num_samples=count) for each in ("a", "_")]
                yield Chunk(RATE, np.resize(sound, 2 * count), marks if self.aligned else None)


@pytest.fixture
def piper(monkeypatch: pytest.MonkeyPatch) -> type[PiperVoiceFile]:
    library = ModuleType("piper")
    voice = type("PiperVoiceFile", (PiperVoiceFile,), {})
    library.PiperVoice = voice  # type: ignore[attr-defined]
    library.SynthesisConfig = SimpleNamespace  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "piper", library)
    return voice


def voice_file(folder: Path, name: str = "lin", content: bytes = b"model", kind: str = "espeak") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.onnx").write_bytes(content)
    (folder / f"{name}.onnx.json").write_text(json.dumps({"phoneme_type": kind}))
    return folder / f"{name}.onnx"


def spoken(model: PiperModel, file: Path, text: str, rate: float = 1.0) -> Line:
    pieces: list[Spoken] = []
    model.speak(str(file), text, rate, lambda piece: pieces.append(piece) or True)
    return Line(pieces)


def test_sentences_follow_each_other_with_their_phones(home: Path, piper: object) -> None:
    line = spoken(PiperModel(), voice_file(home), "One.Two.Three.")
    assert abs(line.lasts_s - 1.2) < 0.001
    assert [phone.ipa for phone in line.phones] == ["a", ""] * 3
    assert [round(phone.at_s, 3) for phone in line.phones] == [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]


def test_a_voice_without_alignments_has_no_phones(home: Path, piper: type[PiperVoiceFile]) -> None:
    piper.aligned = False
    line = spoken(PiperModel(), voice_file(home), "One.Two.")
    assert abs(line.lasts_s - 0.8) < 0.001 and not line.phones


def test_the_pace_is_the_voices_own_times_what_is_asked(home: Path, piper: object) -> None:
    assert abs(spoken(PiperModel(), voice_file(home), "One.", 2.0).lasts_s - 0.2) < 0.001


def test_a_line_is_given_up_between_sentences(home: Path, piper: object) -> None:
    pieces: list[Spoken] = []
    PiperModel().speak(str(voice_file(home)), "One.Two.Three.", 1.0, lambda piece: bool(pieces.append(piece)))
    assert len(pieces) == 1


@pytest.mark.parametrize(
    ("content", "kind", "text", "sentence"),
    [
        (b"broken", "espeak", "One.", "The voice file lin.onnx cannot be read (Parsing failed): copy it again."),
        (b"model", "espeak", "What?", "The voice lin cannot speak this line ('?')."),
        (b"", "pinyin", "一。", "The voice lin needs {folder}/g2pW/g2pw.onnx: copy it there, or choose another voice."),
    ],
)
def test_trouble_is_one_sentence(
    home: Path, piper: object, content: bytes, kind: str, text: str, sentence: str
) -> None:
    file = voice_file(home, content=content, kind=kind)
    with pytest.raises(TTSError) as caught:
        spoken(PiperModel(), file, text)
    assert str(caught.value) == sentence.format(folder=home)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "piper", None)
    with pytest.raises(TTSError, match=r"^Piper is not installed: run `.*bootstrap\.py run --piper`"):
        PiperModel()


def test_a_voice_file_that_is_not_there_is_named(run: Run[Any], child: TTSClient, home: Path) -> None:
    with pytest.raises(TTSError, match=r"^There is no voice file .*lin\.onnx: copy it there"):
        run(line_of(PiperVoice(child, home, "lin"), "One."))
    (home / "lin.onnx").touch()
    with pytest.raises(TTSError, match=r"lin\.onnx\.json: copy it there"):
        run(PiperVoice(child, home, "lin").warm())


def test_the_process_says_by_a_sentence_what_it_lacks_and_goes_on(run: Run[Any], child: TTSClient, home: Path) -> None:
    voice_file(home, content=b"no model at all")
    with pytest.raises(TTSError, match=r"^(Piper is not installed|The voice file lin\.onnx cannot be read)"):
        run(line_of(PiperVoice(child, home, "lin"), "One."))
    assert child.supervised.up


def test_voice_files_are_listed_with_their_language(child: TTSClient, home: Path) -> None:
    voice_file(home, "zh_CN-huayan-medium")
    voice_file(home, "en_GB-alba-medium")
    assert [(each.name, each.language) for each in PiperVoice(child, home, "").speakers()] == [
        ("en_GB-alba-medium", "en"),
        ("zh_CN-huayan-medium", "cmn"),
    ]
