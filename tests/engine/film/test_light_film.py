"""Whole films of a drawn host."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.film import crew
from engine.film.crew import painted
from engine.film.order import FilmError, Order, pictures_in
from engine.film.painting import LightPainter, open_avatar
from engine.film.picture import Scaler
from engine.film.soundtrack import Soundtrack, open_soundtrack
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.light.driver import LightDriver
from engine.painters import make_painter
from engine.render import FilmCancelled, make_film
from tests.engine.film.conftest import ROOT, pictures_of, sound_of


def test_each_picture_is_the_one_that_the_driver_draws_live_for_its_sound(
    order: Callable[..., Order], speech_file: Path, tmp_path: Path
) -> None:
    wanted = order(crf=1)
    make_film(wanted)
    sound = open_soundtrack(speech_file)
    driver, canvas = LightDriver(), np.zeros((180, 320, 4), np.uint8)
    driver.load(open_avatar(wanted.avatar), 320, 180)
    count = pictures_in(sound.length, wanted.frames_a_second)
    scaler = Scaler()
    live = [scaler.picture(frame.pixels) for frame in driver.frames(sound, 0, count, 25, lambda: canvas)]
    sound.close()
    pictures, times = pictures_of(tmp_path / "film.mp4")
    assert len(pictures) == count
    assert np.allclose(times, np.arange(count) / 25)
    strays = [np.abs(a.astype(int) - b).mean() for a, b in zip(pictures, live, strict=True)]
    assert max(strays) < 1.0
    others = [np.abs(a.astype(int) - b).max() for a, b in zip(pictures[:-1], live[1:], strict=True)]
    assert max(others) > 60  # and not its neighbour: the mouth has moved


def test_the_sound_in_the_film_is_the_sound_that_was_given_to_the_sample(
    order: Callable[..., Order], speech: NDArray[np.float32], tmp_path: Path
) -> None:
    make_film(order(width=64, height=64))
    heard, start = sound_of(tmp_path / "film.mp4")
    assert start == 0.0
    piece = speech[48_000:96_000]
    likeness = np.correlate(heard[0, 47_000:97_000], piece, "valid")
    assert likeness.argmax() == 1000
    assert np.corrcoef(heard[0, 48_000:96_000], piece)[0, 1] > 0.99


def test_two_runs_give_the_same_bits(order: Callable[..., Order], tmp_path: Path) -> None:
    for name in ("one.mkv", "two.mkv"):
        make_film(order(out=tmp_path / name))
    assert (tmp_path / "one.mkv").read_bytes() == (tmp_path / "two.mkv").read_bytes()


@pytest.mark.parametrize("rate", ["25", "29.97"])
def test_two_painters_in_processes_give_the_same_bits_as_one(
    order: Callable[..., Order], tmp_path: Path, rate: str
) -> None:
    make_film(order(out=tmp_path / "one.mp4", rate=rate))
    make_film(order(out=tmp_path / "two.mp4", rate=rate, cards=("cpu", "cpu")))
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_who_begins_late_or_goes_back_has_listened_from_the_beginning(
    order: Callable[..., Order], speech: NDArray
) -> None:
    sound = Soundtrack(np.tile(speech, 4)[:, None])
    wanted = order()
    avatar = open_avatar(wanted.avatar)
    whole = list(LightPainter(avatar, sound, wanted).paint(0, 240))
    late = LightPainter(avatar, sound, wanted)
    for first in (30, 130, 200, 60):
        assert all(np.array_equal(a, b) for a, b in zip(late.paint(first, 20), whole[first : first + 20], strict=True))


def test_every_rate_lasts_as_long_as_the_sound(order: Callable[..., Order], speech: NDArray, tmp_path: Path) -> None:
    for rate in ("10", "23.976", "60"):
        make_film(order(rate=rate, width=64, height=64, force=True))
        _, times = pictures_of(tmp_path / "film.mp4")
        wanted = order(rate=rate).frames_a_second
        assert times[-1] < len(speech) / SAMPLE_RATE <= times[-1] + float(1 / wanted) + 1e-6


def test_cancelling_leaves_nothing_behind(order: Callable[..., Order], tmp_path: Path) -> None:
    heard: list[int] = []
    for cards in ((), ("cpu", "cpu")):
        heard.clear()
        with pytest.raises(FilmCancelled):
            make_film(order(cards=cards), lambda frame, of: heard.append(frame), lambda: len(heard) > 5)
        assert heard == [0, 1, 2, 3, 4, 5]
        assert list(tmp_path.iterdir()) == []


def test_progress_counts_every_picture(order: Callable[..., Order]) -> None:
    heard: list[tuple[int, int]] = []
    make_film(order(rate="10", width=64, height=64), lambda frame, of: heard.append((frame, of)))
    assert heard == [(frame, 25) for frame in range(26)]


def test_an_avatar_that_is_none_is_one_sentence(order: Callable[..., Order], tmp_path: Path) -> None:
    with pytest.raises(FilmError, match=r"there is no avatar\.toml in this folder"):
        make_film(order(avatar=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_what_a_painter_in_a_process_cannot_do_is_told_here(order: Callable[..., Order], tmp_path: Path) -> None:
    bad = tmp_path / "avatars" / "bad"
    bad.mkdir(parents=True)
    words = (ROOT / "avatars" / "lin" / "avatar.toml").read_text(encoding="utf-8").replace('"light"', '"musetalk"')
    (bad / "avatar.toml").write_text(words.replace("[light]", "[musetalk]").replace('thumbnail = "thumbnail.jpg"', ""))
    with pytest.raises(FilmError) as here:
        make_film(order(avatar=bad, cards=("cpu",)))
    with pytest.raises(FilmError) as there:
        make_film(order(avatar=bad, cards=("cpu", "cpu")))
    assert str(there.value) == str(here.value)
    assert not (tmp_path / "film.mp4").exists()


@pytest.fixture
def crew_of(monkeypatch: pytest.MonkeyPatch) -> list[crew.Worker]:
    """Every painter's process that is started."""
    started: list[crew.Worker] = []

    class Known(crew.Worker):
        def __init__(self, order: Order) -> None:
            super().__init__(order)
            started.append(self)

    monkeypatch.setattr(crew, "Worker", Known)
    return started


@pytest.mark.parametrize(("dying", "at"), [(1, 0), (0, 3), (1, 27), (0, 55)])
def test_what_a_dying_painter_owed_is_drawn_by_another_and_the_film_is_the_same(
    order: Callable[..., Order], crew_of: list[crew.Worker], speech_file: Path, dying: int, at: int
) -> None:
    sound = open_soundtrack(speech_file)
    wanted, notes = order(width=64, height=64), list[str]()
    with painted(wanted, sound, make_painter) as alone:
        whole = list(alone)
    with painted(replace(wanted, cards=("cpu", "cpu")), sound, make_painter, notes.append) as pictures:
        joined = []
        for number, picture in enumerate(pictures):
            joined.append(picture)
            if number == at:
                crew_of[dying]._process.kill()
    sound.close()
    assert len(joined) == len(whole) > 56
    assert all(np.array_equal(a, b) for a, b in zip(joined, whole, strict=True))
    told = "The film goes on without card cpu: The painter on card cpu ended unexpectedly (code -9): try fewer cards."
    assert set(notes) <= {told}  # the last stretch may have come already
    assert notes or at > 50
    assert all(worker._process.poll() is not None for worker in crew_of)


def test_the_end_of_the_last_painter_is_one_sentence(
    order: Callable[..., Order], crew_of: list[crew.Worker], speech_file: Path
) -> None:
    sound = open_soundtrack(speech_file)
    with painted(replace(order(), cards=("cpu", "cpu")), sound, make_painter) as pictures:
        next(pictures)
        for worker in crew_of:
            worker._process.kill()
        with pytest.raises(FilmError, match="ended unexpectedly"):
            for _ in pictures:
                pass
    sound.close()


def test_the_light_painter_is_made_without_torch(order: Callable[..., Order], speech_file: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from engine.film.order import Order; from engine.painters import make_painter; "
        "from engine.film.soundtrack import open_soundtrack; o = Order.from_json(sys.argv[1]); "
        "make_painter(o, open_soundtrack(o.sound)); print('torch' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code, order().to_json()], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
    assert callable(make_painter)
