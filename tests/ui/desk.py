"""What tests of the question desk do with the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from console.show.answers.draft import DraftSentence, SentenceState
from console.show.core.state import ShowState
from console.show.state.answer_view import AnswerView
from console.show.state.console_state import ConsoleState
from tests.ui.console_states import answering
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.sheet import Sheet
from ui.window import OperatorWindow

Send = Callable[..., bool]
Asked = list[tuple[str, object, str]]
SIZES = [(1920, 1080), (1366, 768), (1280, 720)]


def on_desk(window: OperatorWindow, view: AnswerView, state: ShowState = ShowState.LIVE) -> ConsoleState:
    """Lays something on the desk, in ANSWER."""
    shown = answering("free", state)
    shown.answers = view
    window.show_state(shown)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return shown


def button(window: OperatorWindow, name: str) -> HoldButton:
    """The desk's button for an action."""
    return window._questions._buttons[name]


def sorting(window: OperatorWindow, name: str) -> HoldButton:
    """The queue's button of this name."""
    return window._sound.queue._buttons[name]


def sheet(window: OperatorWindow) -> Sheet:
    """The sentences of the draft."""
    return window._questions.draft._sheet


def fits(window: OperatorWindow) -> None:
    """Fails when something of the desk stands out of its place, or a button is too small for its words."""
    for panel in (window._questions, window._sound.queue):
        for child in panel.findChildren(QWidget):
            parent = child.parentWidget()
            rolled = any(area.isAncestorOf(child) for area in panel.findChildren(QScrollArea))
            if child.isVisibleTo(window) and parent is not None and not rolled:
                assert parent.rect().contains(child.geometry()), (type(child).__name__, child.accessibleName())
            if isinstance(child, HoldButton) and child.isVisibleTo(window):
                wide = QFontMetrics(child.font()).horizontalAdvance(child.words)
                assert wide <= child.width() - 12, (child.words, wide, child.width())


def verb_button(window: OperatorWindow, number: int, verb: str) -> HoldButton:
    """The button of a sentence."""
    place = [block.number for block in sheet(window).blocks if block.verbs].index(number)
    return sheet(window)._buttons[place][verb]


def waiting(text: str) -> DraftSentence:
    """A sentence that waits for a hand."""
    return DraftSentence(text, SentenceState.WAITING)
