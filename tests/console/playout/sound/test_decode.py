from __future__ import annotations

import os
import random
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from console.playout.sound import decode
from console.playout.sound.decode import SoundFileError, load_sound, open_sound

ROOT = Path(__file__).parents[4]


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
        ("empty.wav", b"", "cannot be read"),
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
    with pytest.raises(SoundFileError, match="it is a folder"):
        load_sound(tmp_path)


def test_a_sound_of_more_than_an_hour_is_refused_at_once_or_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_wav(tmp_path / "long.wav", 8000, 1, 12.0)
    monkeypatch.setattr(decode, "_LONGEST_S", 10)
    with pytest.raises(SoundFileError, match="longer than an hour"):
        load_sound(path)
    header = bytearray(path.read_bytes())
    header[40:44] = (8000 * 2 * 5).to_bytes(4, "little")  # it says it has 5 s
    path.write_bytes(header)
    with open_sound(path) as sound:
        assert sound.told_s == pytest.approx(5, abs=0.1)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1e30])
def test_no_sample_that_is_no_number_comes_out(tmp_path: Path, bad: float) -> None:
    samples = np.full(48_000, 0.25, np.float32)
    samples[1000:1003] = bad
    size = len(samples) * 4
    head = b"RIFF" + (36 + size).to_bytes(4, "little") + b"WAVEfmt \x10\0\0\0\3\0\1\0"
    head += (
        (48_000).to_bytes(4, "little")
        + (192_000).to_bytes(4, "little")
        + b"\4\0\x20\0data"
        + size.to_bytes(4, "little")
    )
    (tmp_path / "a.wav").write_bytes(head + samples.tobytes())
    found = load_sound(tmp_path / "a.wav")
    assert np.isfinite(found).all() and np.abs(found).max() <= 8
    assert np.allclose(found[2000:], 0.25)


def write_mp3(path: Path, seconds: float) -> bytes:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libmp3lame", rate=48_000)
        tone = np.sin(2 * np.pi * 440 * np.arange(round(48_000 * seconds)) / 48_000).astype(np.float32) * 0.5
        for at in range(0, len(tone), 4800):
            frame = av.AudioFrame.from_ndarray(tone[None, at : at + 4800], "fltp", "mono")
            frame.sample_rate, frame.pts = 48_000, at
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path.read_bytes()


def test_junk_in_the_middle_is_passed_over(tmp_path: Path) -> None:
    whole = write_mp3(tmp_path / "a.mp3", 10)
    junk = random.Random(3).randbytes(2048)
    (tmp_path / "a.mp3").write_bytes(whole[: len(whole) // 2] + junk + whole[len(whole) // 2 :])
    with open_sound(tmp_path / "a.mp3") as sound:
        found = np.concatenate(list(sound.blocks()))
    assert len(found) / 48_000 == pytest.approx(10, abs=0.5) and sound.skipped
    assert np.abs(found[-48_000:]).max() == pytest.approx(0.5, abs=0.1), "the rest is heard"


LISTS = {
    "list.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9,\n{file}\n#EXT-X-ENDLIST\n",
    "list.wav": "ffconcat version 1.0\nfile {file}\n",
    "list.mp3": "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9,\nhttp://127.0.0.1:9/a.mp3\n#EXT-X-ENDLIST\n",
    "list.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_other_files_or_addresses_is_no_sound(tmp_path: Path, name: str) -> None:
    write_mp3(tmp_path / "secret.mp3", 1)
    (tmp_path / name).write_text(LISTS[name].format(file="secret.mp3"))
    with pytest.raises(SoundFileError, match="cannot be read as sound"):
        load_sound(tmp_path / name)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.wav")
    with pytest.raises(SoundFileError, match="no regular file"):
        load_sound(tmp_path / "a.wav")
