from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from console.playout.picture.slate import GROUND, draw_slate

pytestmark = pytest.mark.usefixtures("qapp")


def picture(path: Path, width: int, height: int) -> str:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("lime"))
    assert image.save(str(path))
    return str(path)


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (1920, 1080)])
def test_the_slate_has_the_programs_size_and_form(size: tuple[int, int]) -> None:
    for kind in ("title", "black"):
        image, sentence = draw_slate(kind, "", *size)
        assert (image.width(), image.height()) == size and sentence == ""
        assert image.format() == QImage.Format.Format_RGB32


def test_black_is_black_and_without_a_title_the_ground_is_plain() -> None:
    assert colours(draw_slate("black", "", 64, 36)[0]) == {"#000000"}
    assert colours(draw_slate("title", "", 320, 180)[0]) == {GROUND}


@pytest.mark.parametrize(
    "title", ["Spring Gala 2026", "春季晚宴", "The Forty-Third Annual Meeting of the Society " * 4]
)
def test_the_title_stands_in_the_middle_and_whole(title: str) -> None:
    image = draw_slate("title", "", 640, 360, title)[0]
    lit = [(x, y) for x in range(640) for y in range(360) if image.pixelColor(x, y).name() != GROUND]
    left, right = min(x for x, _ in lit), max(x for x, _ in lit)
    top, foot = min(y for _, y in lit), max(y for _, y in lit)
    assert left > 40 and right < 600 and top > 20 and foot < 340
    assert abs((left + right) / 2 - 320) < 16 and abs((top + foot) / 2 - 180) < 24


def test_our_own_name_is_never_in_the_hall() -> None:
    assert draw_slate("title", "", 320, 180)[0] == draw_slate("title", "", 320, 180, "  ")[0]


def test_a_picture_lies_whole_in_the_middle(tmp_path: Path) -> None:
    image, sentence = draw_slate("picture", picture(tmp_path / "a.png", 50, 100), 200, 100)
    assert sentence == ""
    assert image.pixelColor(100, 50).name() == "#00ff00" and image.pixelColor(77, 1).name() == "#00ff00"
    assert image.pixelColor(72, 50).name() == "#000000" and image.pixelColor(127, 50).name() == "#000000"


def test_a_picture_that_cannot_be_shown_is_said_so_and_the_title_is_shown(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"no picture")
    title = draw_slate("title", "", 64, 36, "Gala")[0]
    for path, words in ((tmp_path / "bad.png", "cannot be shown"), (tmp_path / "gone.png", "there is no such file")):
        image, sentence = draw_slate("picture", str(path), 64, 36, "Gala")
        assert image == title
        assert words in sentence and str(path) in sentence and sentence.endswith("the title is shown instead.")
    assert (tmp_path / "bad.png").read_bytes() == b"no picture"
