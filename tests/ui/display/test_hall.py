from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.display.hall import HallWindow, fitted

pytestmark = pytest.mark.qt_log_ignore("requestActivate")  # `offscreen` asks for it by itself

sides = st.integers(1, 8000)


def picture(colour: str, width: int = 320, height: int = 180) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def hall(qtbot: QtBot) -> HallWindow:
    window = HallWindow("Compere program", on_top=True)
    qtbot.addWidget(window)
    return window


def shown(window: HallWindow) -> QImage:
    return window.grab().toImage()


@given(room=st.builds(QRect, st.integers(-100, 100), st.integers(-100, 100), sides, sides), width=sides, height=sides)
def test_a_picture_lies_whole_and_as_large_as_can_be_in_the_middle(room: QRect, width: int, height: int) -> None:
    place = fitted(room, width, height)
    assert room.contains(place) or place.width() == 0 or place.height() == 0
    assert place.width() == room.width() or place.height() == room.height()
    assert abs((place.left() - room.left()) - (room.right() - place.right())) <= 1
    assert abs((place.top() - room.top()) - (room.bottom() - place.bottom())) <= 1
    assert abs(place.width() * height - place.height() * width) < max(width, height)


def test_it_takes_no_focus_no_key_and_no_pointer(hall: HallWindow) -> None:
    assert hall.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert hall.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert hall.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert hall.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert hall.focusPolicy() == Qt.FocusPolicy.NoFocus and hall.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_slate_beneath_does_not_stay_on_top(qtbot: QtBot) -> None:
    slate = HallWindow("Compere slate", on_top=False)
    qtbot.addWidget(slate)
    assert not slate.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_it_fills_its_screen_and_showing_it_there_again_makes_no_new_window(hall: HallWindow, qtbot: QtBot) -> None:
    screen = QApplication.primaryScreen()
    with qtbot.waitExposed(hall):
        hall.show_on(screen)
    assert hall.geometry() == screen.geometry() and hall.isFullScreen()
    native = hall.winId()
    hall.show_on(screen)
    assert hall.winId() == native and hall.isVisible()


def test_a_picture_is_drawn_and_said_to_be_drawn(hall: HallWindow, qtbot: QtBot) -> None:
    hall.resize(320, 180)
    with qtbot.waitExposed(hall):
        hall.show()
    for colour in ("#ff0000", "#0000ff"):
        with qtbot.waitSignal(hall.drawn):
            assert hall.show_picture(picture(colour))
        assert shown(hall).pixelColor(160, 90).name() == colour


def test_a_hidden_window_draws_nothing_and_says_so(hall: HallWindow) -> None:
    assert not hall.show_picture(picture("red"))


def test_before_the_first_picture_it_is_black(hall: HallWindow) -> None:
    hall.resize(320, 180)
    assert shown(hall).pixelColor(5, 5).name() == "#000000"


def test_a_picture_of_another_shape_has_black_beside_it_and_nothing_old(hall: HallWindow, qtbot: QtBot) -> None:
    hall.resize(400, 180)
    hall.show_picture(picture("#00ff00", 400, 180))
    assert shown(hall).pixelColor(5, 90).name() == "#00ff00"
    hall.show_picture(picture("#ff0000"))
    image = shown(hall)
    assert image.pixelColor(200, 90).name() == "#ff0000"
    assert image.pixelColor(5, 90).name() == image.pixelColor(395, 90).name() == "#000000"


def test_windowed_it_is_an_ordinary_window_and_can_go_back(hall: HallWindow, qtbot: QtBot) -> None:
    with qtbot.waitExposed(hall):
        hall.show_windowed()
    assert not hall.isFullScreen() and not hall.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert hall.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    hall.resize(500, 300)
    hall.show_windowed()
    assert (hall.width(), hall.height()) == (500, 300), "the operator's own size is kept"
    hall.show_on(QApplication.primaryScreen())
    assert hall.isFullScreen() and hall.windowFlags() & Qt.WindowType.FramelessWindowHint
