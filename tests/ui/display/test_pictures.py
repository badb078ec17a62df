"""Pictures of the user's are read within limits, whatever they are called and whatever is in them."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from ui.display.pictures import PictureError, read_picture

HALL = QSize(1920, 1080)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "bmp"])
def test_a_picture_is_read_no_larger_than_it_is_needed_whatever_its_name(tmp_path: Path, kind: str) -> None:
    image = QImage(4000, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(tmp_path / "a.txt"), kind)
    found = read_picture(tmp_path / "a.txt", HALL)
    assert found.size() == QSize(1920, 480)
    assert abs(found.pixelColor(5, 5).green() - 128) < 6
    small = image.scaled(300, 200)
    assert small.save(str(tmp_path / "small"), kind)
    assert read_picture(tmp_path / "small", HALL).size() == QSize(300, 200)


HOSTILE = {
    "an SVG": b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="5"/></svg>',
    "a packed SVG": b"\x1f\x8b\x08\x00" + b"\0" * 50,
    "an XPM": b'/* XPM */\nstatic char *a[] = {"1 1 1 1", "a c #000000", "a"};',
    "nothing": b"",
    "a text": b"hello " * 100,
    "a huge one": png(60_000, 60_000),
    "a wide one": png(2_000_000_000, 2),
    "an empty one": png(0, 0),
    "a cut one": png(4000, 3000, b"\0" * 100)[:60],
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_picture_is_refused_in_a_few_words(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(PictureError) as fault:
        read_picture(tmp_path / "a.png", HALL)
    assert str(fault.value) and not str(fault.value).endswith(".") and "\n" not in str(fault.value)


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    for path in (tmp_path / "a.png", tmp_path, tmp_path / "gone.png", Path("/dev/zero")):
        with pytest.raises(PictureError):
            read_picture(path, HALL)
