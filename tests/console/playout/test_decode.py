from __future__ import annotations

import itertools
import wave
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import av
import numpy as np
import pytest

from console.playout import decode
from console.playout.decode import SoundFileError, load_sound

ROOT = Path(__file__).parents[3]


def write_wav(path: Path, rate: int, channels: int, seconds: float) -> Path:
    tone = np.sin(2 * np.pi * 1000 * np.arange(int(rate * seconds)) / rate) * 16_384
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat(tone.astype("<i2"), channels).tobytes())
    return path


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 1), (44_100, 2), (8_000, 1), (96_000, 6)])
def test_any_rate_and_any_number_of_channels_becomes_mono_at_48_khz(tmp_path: Path, rate: int, channels: int) -> None:
    samples = load_sound(write_wav(tmp_path / "tone.wav", rate, channels, 0.5))
    assert samples.dtype == np.float32 and samples.ndim == 1
    assert len(samples) == pytest.approx(24_000, abs=60)
    strength = np.abs(np.fft.rfft(samples[2000:20_000] * np.hanning(18_000)))
    assert np.argmax(strength) * 48_000 / 18_000 == pytest.approx(1000, abs=3)
    if channels == 1:
        assert np.abs(samples).max() == pytest.approx(0.5, abs=0.02)


def test_the_demo_mc_and_compressed_speech_can_be_played() -> None:
    demo = load_sound(ROOT / "assets" / "demo-mc.ogg")
    assert len(demo) > 5 * 48_000 and 0.05 < np.abs(demo).max() <= 1.2


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("gone.wav", None, "There is no sound file"),
        ("empty.wav", b"", "cannot be|can be read"),
        ("noise.mp3", bytes(range(256)) * 40, "sound"),
        ("cut.wav", b"RIFF\x00\x01\x00\x00WAVE", "sound"),
    ],
)
def test_what_cannot_be_played_is_said_in_one_sentence(
    tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(SoundFileError, match=words) as fault:
        load_sound(path)
    assert name in str(fault.value) and "\n" not in str(fault.value)


def test_a_picture_holds_no_sound() -> None:
    with pytest.raises(SoundFileError, match="holds no sound"):
        load_sound(ROOT / "avatars" / "lin" / "thumbnail.jpg")


def test_a_folder_is_no_sound_file(tmp_path: Path) -> None:
    with pytest.raises(SoundFileError, match="There is no sound file"):
        load_sound(tmp_path)


def test_a_sound_without_end_is_not_decoded_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        streams = SimpleNamespace(audio=[None])

        def __enter__(self) -> Endless:
            return self

        def __exit__(self, *_: object) -> None: ...

        def decode(self, _stream: Any) -> Iterator[av.AudioFrame]:
            for number in itertools.count():
                assert number < 200, "it goes on after an hour"
                frame = av.AudioFrame.from_ndarray(np.zeros((1, 48_000), np.float32), "flt", "mono")
                frame.rate = 48_000
                yield frame

    (tmp_path / "long.wav").touch()
    monkeypatch.setattr(decode, "_LONGEST_S", 100)
    monkeypatch.setattr(av, "open", lambda _path: Endless())
    with pytest.raises(SoundFileError, match="longer than an hour"):
        load_sound(tmp_path / "long.wav")
