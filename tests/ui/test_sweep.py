"""Nothing in the window is cut or covered: a sample of sizes and languages. `compere bench window` does all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.scenes import WORN, scenes
from tests.ui.sweep import faults, settle
from tests.ui.test_language import languages, speak
from ui import theme
from ui.i18n.languages import Languages
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine
from ui.window import OperatorWindow

__all__ = ["languages"]  # the fixture


@pytest.mark.parametrize(
    ("width", "height", "code", "text_size"),
    [
        (1216, 680, "en", "normal"),
        (1280, 680, "zh-Hant", "normal"),
        (1366, 728, "zh-Hans", "normal"),
        (1920, 1040, "en", "normal"),
        (1366, 728, "en", "large"),
        (1920, 1040, "zh-Hant", "large"),
    ],
)
def test_nothing_is_cut_or_covered(
    window: OperatorWindow, languages: Languages, width: int, height: int, code: str, text_size: str
) -> None:
    WORN[window] = {"text_size": text_size}
    window.resize(width, height)
    speak(window, languages, code)
    found: dict[str, str] = {}
    for scene in scenes():
        scene.show(window)
        for fault in faults(window):
            found.setdefault(str(fault), scene.name)
    assert not found, "\n".join(f"{fault}  [{scene}]" for fault, scene in found.items())


class Painted(QWidget):
    """Draws what a test says."""

    def __init__(self, parent: QWidget, draw: Callable[[QPainter, QWidget], None]) -> None:
        super().__init__(parent)
        self._draw = draw

    def paintEvent(self, event: QPaintEvent) -> None:
        self._draw(QPainter(self), self)


@pytest.fixture
def room(qapp: QApplication, qtbot: object) -> QWidget:
    theme.dress(qapp)
    made = QWidget()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    made.resize(400, 200)
    made.show()
    return made


def kinds(room: QWidget) -> set[str]:
    settle()
    return {fault.kind for fault in faults(room)}


def test_the_sweep_finds_a_button_whose_words_are_shortened(room: QWidget) -> None:
    button = HoldButton("INTERRUPT", parent=room)
    button.show()
    button.setGeometry(0, 0, 200, 36)
    assert kinds(room) == set()
    button.setGeometry(0, 0, 60, 36)
    assert kinds(room) == {"cut"}
    button.setToolTip("INTERRUPT")
    assert kinds(room) == {"cut"}, "a label of ours is to be read on the button"


def test_the_sweep_lets_a_long_sentence_pass_that_the_tooltip_has_whole(room: QWidget) -> None:
    line = TextLine("The hall's screen is gone: plug it in again, or choose another one.", parent=room)
    line.setGeometry(0, 0, 120, 20)
    line.show()
    assert kinds(room) == set() and line.toolTip()
    line.setToolTip("")
    assert kinds(room) == {"cut"}


def test_the_sweep_finds_text_beyond_an_edge_and_below_another_widget(room: QWidget) -> None:
    said = Painted(room, lambda painter, widget: painter.drawText(QRect(10, 0, 300, 20), 0, "Good evening"))
    said.setGeometry(0, 0, 300, 30)
    said.show()
    assert kinds(room) == set()
    said.setGeometry(0, 0, 40, 30)
    assert kinds(room) == {"clipped"}
    said.setGeometry(0, 0, 300, 30)
    over = QWidget(room)
    over.setGeometry(40, 0, 100, 30)
    over.show()
    assert kinds(room) == {"covered"}


def test_the_sweep_finds_two_texts_on_each_other(room: QWidget) -> None:
    def draw(painter: QPainter, widget: QWidget) -> None:
        painter.drawText(QRect(0, 0, 300, 30), Qt.AlignmentFlag.AlignLeft, "Good evening")
        painter.drawText(QRect(0, 4, 300, 30), Qt.AlignmentFlag.AlignLeft, "and welcome")

    both = Painted(room, draw)
    both.setGeometry(0, 0, 300, 60)
    both.show()
    assert kinds(room) == {"overlapping"}


def test_the_sweep_finds_a_field_of_two_letters(room: QWidget) -> None:
    field = QLineEdit("Good evening, and welcome", room)
    field.setGeometry(0, 0, 40, 30)
    field.show()
    assert kinds(room) == {"narrow"}
    field.setGeometry(0, 0, 200, 30)
    assert kinds(room) == set()
