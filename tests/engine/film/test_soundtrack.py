from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.film.order import FilmError
from engine.film.soundtrack import Soundtrack, open_soundtrack
from tests.engine.film.conftest import write_sound


def test_a_wave_file_comes_in_to_the_sample(speech: NDArray[np.float32], speech_file: Path) -> None:
    sound = open_soundtrack(speech_file)
    assert (sound.length, sound.channels) == (len(speech), 1)
    assert np.array_equal(sound.read(0, sound.length), speech)
    sound.close()


def test_outside_the_sound_there_is_silence(speech: NDArray[np.float32]) -> None:
    sound = Soundtrack(speech[:1000, None])
    assert not sound.read(-50, 50).any()
    assert not sound.read(1000, 50).any()
    assert np.array_equal(sound.read(-10, 30), np.concatenate([np.zeros(10, np.float32), speech[:20]]))
    assert np.array_equal(sound.read(990, 20), np.concatenate([speech[990:1000], np.zeros(10, np.float32)]))


def test_the_driver_hears_the_middle_of_both_channels(tmp_path: Path, speech: NDArray[np.float32]) -> None:
    sound = open_soundtrack(write_sound(tmp_path / "both.wav", np.stack([speech, -speech])))
    assert sound.channels == 2
    assert np.abs(sound.read(0, sound.length)).max() < 1e-6
    assert np.array_equal(sound.both(0, sound.length)[:, 0], speech)
    sound.close()


@pytest.mark.parametrize(("suffix", "rate"), [(".wav", 44_100), (".flac", 16_000), (".ogg", 48_000), (".mp3", 44_100)])
def test_other_kinds_and_rates_last_as_long(tmp_path: Path, suffix: str, rate: int) -> None:
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(rate) / rate).astype(np.float32)
    sound = open_soundtrack(write_sound(tmp_path / f"tone{suffix}", tone, rate))
    assert abs(sound.length - 48_000) < 2500
    heard = sound.read(12_000, 24_000)
    assert abs(np.abs(np.fft.rfft(heard)).argmax() - 220) <= 1
    sound.close()


def test_a_video_gives_its_sound(tmp_path: Path, speech: NDArray[np.float32]) -> None:
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as file:
        video = file.add_stream("libx264", rate=25)
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        audio = file.add_stream("aac", rate=48_000, layout="mono")
        for packet in video.encode(av.VideoFrame.from_ndarray(np.zeros((96, 64), np.uint8), format="yuv420p")):
            file.mux(packet)
        frame = av.AudioFrame.from_ndarray(speech[None], format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
        for packet in (*audio.encode(frame), *audio.encode(None), *video.encode(None)):
            file.mux(packet)
    sound = open_soundtrack(path)
    assert np.corrcoef(sound.read(0, len(speech)), speech)[0, 1] > 0.98
    sound.close()


def silent_video(path: Path) -> None:
    with av.open(str(path), "w") as file:
        video = file.add_stream("libx264", rate=25)
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        for packet in video.encode(av.VideoFrame.from_ndarray(np.zeros((96, 64), np.uint8), format="yuv420p")):
            file.mux(packet)
        for packet in video.encode(None):
            file.mux(packet)


def test_what_is_no_sound_is_one_sentence_that_names_the_file(tmp_path: Path, speech: NDArray[np.float32]) -> None:
    (tmp_path / "empty.wav").write_bytes(b"")
    (tmp_path / "letter.wav").write_text("Dear madam, " * 500)
    with wave.open(str(tmp_path / "nothing.wav"), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
    silent_video(tmp_path / "silent.mkv")
    nan = speech.copy()
    nan[5000] = np.nan
    write_sound(tmp_path / "nan.wav", nan)
    for name, words in {
        "missing.wav": "There is no sound file",
        "empty.wav": "cannot be read as sound",
        "letter.wav": "cannot be read as sound",
        "nothing.wav": "is empty",
        "silent.mkv": "has no sound in it",
        "nan.wav": "no numbers",
        "": "There is no sound file",
    }.items():
        with pytest.raises(FilmError, match=words) as fault:
            open_soundtrack(tmp_path / name)
        assert (name or tmp_path.name) in str(fault.value)


def test_a_file_that_was_cut_off_says_where(tmp_path: Path, speech: NDArray[np.float32]) -> None:
    path = write_sound(tmp_path / "speech.wav", speech)
    path.write_bytes(path.read_bytes()[:200_000])
    with pytest.raises(FilmError, match=r"speech\.wav is damaged after 1\.0 seconds"):
        open_soundtrack(path)


def test_a_file_that_is_damaged_within_says_where(tmp_path: Path, speech: NDArray[np.float32]) -> None:
    path = write_sound(tmp_path / "speech.flac", speech)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4000] = bytes(4000)
    path.write_bytes(bytes(data))
    with pytest.raises(FilmError, match=r"speech\.flac is damaged after [0-9.]+ seconds"):
        open_soundtrack(path)
