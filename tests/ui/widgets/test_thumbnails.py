"""Thumbnails never keep the window waiting: they come when they are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.thumbnails import _reader, thumbnail


class Shown(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(tmp_path / "a.png"))
    return tmp_path / "a.png"


def test_a_thumbnail_comes_when_it_is_read_and_the_windows_are_painted_again(qtbot: QtBot, file: Path) -> None:
    window = Shown()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.painted > 0)
    before = window.painted
    with qtbot.waitSignal(_reader().read):
        assert thumbnail(str(file), 160, 90, 1.5).isNull()
    found = thumbnail(str(file), 160, 90, 1.5)
    assert (found.width(), found.height(), found.devicePixelRatio()) == (240, 135, 1.5)
    qtbot.waitUntil(lambda: window.painted > before)


@pytest.mark.parametrize("kind", ["pipe", "svg", "text", "gone", "folder"])
def test_what_is_no_picture_stays_empty_and_is_read_once(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "svg":
            path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
        case "text":
            path.write_text("hello")
        case "folder":
            path.mkdir()
    if kind == "gone":
        assert thumbnail(str(path), 16, 9).isNull()
        return
    with qtbot.waitSignal(_reader().read):
        assert thumbnail(str(path), 16, 9).isNull()
    assert thumbnail(str(path), 16, 9).isNull() and not _reader()._asked
