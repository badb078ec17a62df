"""What lies beneath the hall's picture: the slate, or the bare ground of a vision mixer, and black beneath the key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from console.playout.picture.slate_drawer import Drawn
from console.screens.backup_slate import BackupSlate
from engine.ipc.messages.kinds import SlateCard
from ui.display.hall import HallWindow


@pytest.fixture
def slate(qtbot: QtBot) -> Iterator[BackupSlate]:
    made = BackupSlate(64, 36)
    yield made
    made.close()
    for window in (made._window, made._key_window):
        window.deleteLater()


def corner(window: HallWindow) -> str:
    assert window._image is not None
    return QColor(window._image.pixel(1, 1)).name()


def test_on_a_ground_for_a_mixer_it_is_that_ground_alone(slate: BackupSlate) -> None:
    title = corner(slate._window)
    slate.draw(SlateCard.TITLE, "", "Gala", "#00b140")
    assert corner(slate._window) == "#00b140" and corner(slate._key_window) == "#000000"
    slate.draw(SlateCard.TITLE, "", "Gala")
    assert corner(slate._window) == title != "#00b140"


def test_a_slate_that_was_read_only_now_does_not_come_over_the_ground(slate: BackupSlate) -> None:
    late = slate._window._image
    assert late is not None
    slate.draw(SlateCard.TITLE, "", "Gala", "#0047bb")
    slate._slates.drawn.emit(Drawn(late, ""))
    assert corner(slate._window) == "#0047bb"
