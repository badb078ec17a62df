"""What is no picture in a picture's file is never given to its reader."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from tests.ui.display.test_pictures import chunk
from ui.display.picture_parts import MOST_PARTS, MOST_SCANS, PartsError, bare_picture
from ui.display.pictures import PictureError, read_picture

HALL = QSize(1920, 1080)
PACKED = chunk(b"iTXt", b"k\0\1\0\0\0" + zlib.compress(bytes(1_000_000)))


def written(kind: str) -> bytes:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def with_parts(kind: str, parts: bytes) -> bytes:
    """A picture that has these behind its begin."""
    data, at = written(kind), 33 if kind == "png" else 2
    return data[:at] + parts + data[at:]


@pytest.mark.parametrize("kind", [b"iTXt", b"zTXt", b"tEXt", b"sPLT", b"abCd", b"eXIf"])
def test_texts_in_a_png_are_never_unpacked(tmp_path: Path, kind: bytes) -> None:
    (tmp_path / "a.png").write_bytes(with_parts("png", (PACKED + chunk(kind, b"words\0" * 9)) * 50))
    found = read_picture(tmp_path / "a.png", HALL)
    assert found.size() == QSize(60, 20) and found.pixelColor(3, 3) == QColor("teal")
    assert found.textKeys() == []
    assert len(bare_picture((tmp_path / "a.png").read_bytes(), "png")) <= len(written("png"))


def test_the_colours_of_a_png_stay_and_each_counts_once() -> None:
    gamma, twice = chunk(b"gAMA", struct.pack(">I", 45455)), chunk(b"gAMA", struct.pack(">I", 1))
    bare = bare_picture(with_parts("png", gamma + twice), "png")
    assert gamma in bare and twice not in bare


def test_a_comment_in_a_jpeg_is_left_out_and_its_colours_stay(tmp_path: Path) -> None:
    profile = segment(0xE2, b"ICC_PROFILE\0\1\1" + b"p" * 50)
    strange = (segment(0xFE, b"c" * 60_000) + segment(0xED, b"d" * 60_000) + segment(0xE1, b"http://x")) * 20
    bare = bare_picture(with_parts("jpeg", profile + strange), "jpeg")
    assert profile in bare and len(bare) < len(written("jpeg")) + 200
    (tmp_path / "a").write_bytes(with_parts("jpeg", profile + strange))
    assert read_picture(tmp_path / "a", HALL).size() == QSize(60, 20)


def test_a_photograph_that_lies_on_its_side_is_shown_upright(tmp_path: Path) -> None:
    turned = b"Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"
    (tmp_path / "a").write_bytes(with_parts("jpeg", segment(0xFE, b"c") + segment(0xE1, turned)))
    assert read_picture(tmp_path / "a", HALL).size() == QSize(20, 60)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("png", with_parts("png", chunk(b"tEXt", b"") * (MOST_PARTS + 1))),
        ("png", with_parts("png", chunk(b"IDAT", b"") * (MOST_PARTS + 1))),
        ("jpeg", with_parts("jpeg", segment(0xFE, b"") * (MOST_PARTS + 1))),
        ("jpeg", with_parts("jpeg", b"\xff" * (MOST_PARTS + 2))),
        ("jpeg", written("jpeg")[:-2] + segment(0xDA, b"scan") * (MOST_SCANS + 1) + b"\xff\xd9"),
        ("webp", written("webp") + b"ANMF" * (MOST_PARTS + 1)),
    ],
    ids=["texts", "pieces", "comments", "fillers", "passes", "frames"],
)
def test_more_parts_than_any_picture_has_are_refused(tmp_path: Path, kind: str, data: bytes) -> None:
    with pytest.raises(PartsError):
        bare_picture(data, kind)
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(PictureError, match="too many parts"):
        read_picture(tmp_path / "a", HALL)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "bmp"])
def test_a_picture_cut_anywhere_raises_nothing_of_its_own(tmp_path: Path, kind: str) -> None:
    whole = written(kind)
    assert bare_picture(bare_picture(whole, kind), kind) == bare_picture(whole, kind)
    for end in range(len(whole)):
        bare_picture(whole[:end], kind)
