"""Fields in which an operator writes during a show: no plain key acts meanwhile, and Esc only leaves them.

One rule for all of them: after Enter and after Esc the keys are the show's again.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.widgets.base import Themed


class TextEntry:
    """A field that keeps Esc and Ctrl+Enter for itself; mixed in before a Qt text field. `ui.keys` asks for it."""


class AskField(TextEntry, Themed, QLineEdit):
    """One line: Enter hands it over, empties it and leaves it; Esc leaves it, and what was written stays.

    Attributes:
        keeps: what was written stays when it is handed over, since it cannot be taken now.

    Signals:
        asked(str): what was written.
        left(): Esc.
        writing_changed(bool): the hand came, or went.
    """

    asked = Signal(str)
    left = Signal()
    writing_changed = Signal(bool)
    keeps = False

    def __init__(self, name: str, hint: str, tip: str, most: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(tip)
        self.setMaxLength(most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc are the field's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            text = self.text().strip()
            self.clearFocus()  # the next key is the show's: the answer may have to be approved
            if text:
                if not self.keeps:
                    self.clear()
                self.asked.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The hand came: what was left here earlier is marked, so that new words take its place."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            QTimer.singleShot(0, self, self.selectAll)  # after the press that brought the focus
        self.writing_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The hand went."""
        super().focusOutEvent(event)
        self.writing_changed.emit(False)


class OwnWords(TextEntry, Themed, QPlainTextEdit):
    """Some lines of the operator's own: Ctrl+Enter hands them over, Esc leaves them.

    Signals:
        touched(): a hand is at it: a key, the mouse, or words that an input method is still putting together.
        finished(): hand them over.
        left(): leave them.
    """

    touched = Signal()
    finished = Signal()
    left = Signal()

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc are the field's own."""
        self.touched.emit()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Chinese is written in two steps; the first one is work as well."""
        self.touched.emit()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A place or a word is chosen."""
        self.touched.emit()
        super().mousePressEvent(event)
