from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.film.order import FORMS, FilmError, Order
from engine.film.picture import Scaler
from engine.film.writer import FilmWriter
from tests.engine.film.conftest import pictures_of, sound_of

BLUE = np.full((180, 320, 4), (255, 0, 0, 255), np.uint8)  # BGRA
RED = np.full((180, 320, 4), (0, 0, 255, 255), np.uint8)


def write(order: Order, sound: NDArray[np.float32], pictures: int = 20) -> None:
    scaler = Scaler()
    with FilmWriter(order, sound.shape[1]) as film:
        for number in range(pictures):
            film.picture(scaler.picture(RED if number >= 10 else BLUE))
            film.sound(sound[film.sounded : film.sound_wanted])
        film.finish()


def click(at: int, length: int, channels: int = 1) -> NDArray[np.float32]:
    """Silence with a burst of 2 ms at `at`."""
    sound = np.zeros((length, channels), np.float32)
    sound[at : at + 96] = 0.8 * np.sin(np.arange(96) * 0.7)[:, None]
    return sound


@pytest.mark.parametrize("suffix", FORMS)
def test_picture_and_sound_lie_where_they_belong_in_every_kind_of_file(
    order: Callable[..., Order], tmp_path: Path, suffix: str
) -> None:
    at = 19_200  # of picture 10 at 25 a second
    write(order(out=tmp_path / f"film{suffix}"), click(at, 38_400))
    pictures, times = pictures_of(tmp_path / f"film{suffix}")
    assert np.allclose(times, np.arange(20) / 25, atol=0.0006)  # some count in milliseconds
    assert [picture[:180].mean() > 50 for picture in pictures] == [False] * 10 + [True] * 10
    sound, start = sound_of(tmp_path / f"film{suffix}")
    wanted = click(at, 38_400)[:, 0]
    likeness = np.correlate(sound[0], wanted[at : at + 96], "valid")
    assert abs(likeness.argmax() + start * 48_000 - at) <= (1 if suffix in (".mp4", ".mov") else 48)


def test_colours_are_those_of_high_definition_and_said_to_be(order: Callable[..., Order], tmp_path: Path) -> None:
    write(order(crf=1), np.zeros((38_400, 2), np.float32))
    pictures, _ = pictures_of(tmp_path / "film.mp4")
    # BT.709, 16 … 235: blue is Y 32, red is Y 63 (BT.601 would make them 41 and 81).
    assert abs(int(pictures[5][90, 160]) - 32) <= 1
    assert abs(int(pictures[15][90, 160]) - 63) <= 1
    with av.open(str(tmp_path / "film.mp4")) as file:
        video, audio = file.streams.video[0], file.streams.audio[0]
        context: Any = video.codec_context
        assert (context.color_primaries, context.color_trc, context.colorspace, context.color_range) == (1, 1, 1, 1)
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (audio.codec_context.name, audio.codec_context.channels, audio.codec_context.sample_rate) == (
            "aac",
            2,
            48_000,
        )


def test_broken_rates_keep_time_for_an_hour(order: Callable[..., Order], tmp_path: Path) -> None:
    write(order(rate="29.97", out=tmp_path / "film.mov"), np.zeros((38_400, 1), np.float32))
    with av.open(str(tmp_path / "film.mov")) as file:
        assert str(file.streams.video[0].average_rate) == "30000/1001"


@pytest.mark.parametrize("suffix", FORMS)
def test_the_same_pictures_and_sound_give_the_same_bits_whatever_lies_in_memory(
    order: Callable[..., Order], tmp_path: Path, suffix: str
) -> None:
    chance = np.random.default_rng(3)
    pictures = chance.integers(60, 90, (12, 270, 320), dtype=np.uint8)
    sound = chance.normal(0, 0.1, (23_040, 1)).astype(np.float32)
    found = set()
    for run in range(6):
        kept = np.full((run + 1) * 700_000, run * 40, np.uint8)  # other memory each time
        with FilmWriter(order(out=tmp_path / f"film{suffix}", force=True), 1) as film:
            for picture in pictures:
                film.picture(picture)
                film.sound(sound[film.sounded : film.sound_wanted])
            film.finish()
        found.add((tmp_path / f"film{suffix}").read_bytes())
        del kept
    assert len(found) == 1


def test_what_is_not_finished_is_not_there(order: Callable[..., Order], tmp_path: Path) -> None:
    with pytest.raises(KeyError), FilmWriter(order(), 1) as film:
        film.picture(Scaler().picture(BLUE))
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_the_film_that_was_there_stays_until_the_new_one_is_whole(order: Callable[..., Order], tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"dear")
    with FilmWriter(order(force=True), 1) as film:
        film.picture(Scaler().picture(BLUE))
    assert (tmp_path / "film.mp4").read_bytes() == b"dear"


def test_a_file_that_appears_meanwhile_is_not_overwritten(order: Callable[..., Order], tmp_path: Path) -> None:
    with pytest.raises(FilmError, match="has appeared meanwhile"), FilmWriter(order(), 1) as film:
        film.picture(Scaler().picture(BLUE))
        (tmp_path / "film.mp4").write_bytes(b"dear")
        film.finish()
    assert (tmp_path / "film.mp4").read_bytes() == b"dear"
    assert not (tmp_path / "film.mp4.part").exists()


def test_a_disk_that_fills_up_is_one_sentence_and_leaves_nothing(
    order: Callable[..., Order], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FilmError, match=r"The disk of .+ is full"), FilmWriter(order(), 1) as film:

        def full(packet: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(film, "_file", type("Full", (), {"mux": staticmethod(full), "close": lambda self: None})())
        for _ in range(100):
            film.picture(Scaler().picture(BLUE))
    assert list(tmp_path.iterdir()) == []
