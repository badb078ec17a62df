from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from console.playout.picture.idle import IdlePlayer
from engine.files.idle_loop import writing

COLOURS = ("red", "lime", "blue")


def jpeg(colour: str) -> bytes:
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG", 95)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def write(path: Path, frames: list[bytes]) -> str:
    with writing(path, width=32, height=18, rate=30, count=len(frames), loop=1600 * len(frames)) as file:
        for frame in frames:
            file.add(frame)
    return str(path)


def near(image: QImage | None, colour: str) -> bool:
    assert image is not None and (image.width(), image.height()) == (32, 18)
    found, wanted = image.pixelColor(16, 9), QColor(colour)
    return all(abs(a - b) < 12 for a, b in zip(found.getRgb(), wanted.getRgb(), strict=True))


@pytest.fixture
def loop(tmp_path: Path) -> str:
    return write(tmp_path / "a.idle", [jpeg(colour) for colour in COLOURS])


def test_it_shows_the_picture_of_the_moment_round_and_round(loop: str) -> None:
    player = IdlePlayer()
    assert not player.ready and player.picture(0) is None and player.path == ""
    assert player.load(loop) == ""
    assert player.ready and player.path == loop
    for number in range(9):
        assert near(player.picture(number * 1600), COLOURS[number % 3])


def test_a_picture_is_decoded_once_for_its_whole_time(loop: str) -> None:
    player = IdlePlayer()
    player.load(loop)
    assert player.picture(1600) is player.picture(2399)
    assert player.picture(2400) is not player.picture(2399)


def test_a_file_that_cannot_be_used_is_said_so_and_the_old_loop_goes_on(loop: str, tmp_path: Path) -> None:
    player = IdlePlayer()
    player.load(loop)
    (tmp_path / "broken.idle").write_bytes(b"COMPIDLE" + b"\x00" * 90)
    for path in (tmp_path / "broken.idle", tmp_path / "gone.idle"):
        sentence = player.load(str(path))
        assert sentence.endswith(".") and str(path) in sentence
        assert player.path == loop and near(player.picture(0), "red")


@pytest.mark.qt_log_ignore("JPEG")
def test_a_damaged_picture_leaves_the_one_before_it(tmp_path: Path) -> None:
    player = IdlePlayer()
    player.load(write(tmp_path / "b.idle", [jpeg("red"), b"\xff\xd8 rubbish \xff\xd9"]))
    assert near(player.picture(0), "red")
    assert near(player.picture(1600), "red")
    first = IdlePlayer()
    first.load(player.path)
    assert first.picture(1600) is None


def test_without_a_path_there_is_no_loop_any_more(loop: str) -> None:
    player = IdlePlayer()
    player.load(loop)
    assert player.load("") == ""
    assert not player.ready and player.picture(0) is None
    player.load(loop)
    assert player.ready, "it can be chosen again"
