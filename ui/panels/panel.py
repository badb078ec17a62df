"""What every panel is: a box with a heading, that reads a `ConsoleState` and emits requests."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.show.state.console_state import ConsoleState
from ui import theme
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.text.text_line import TextLine

RIGHT = Qt.AlignmentFlag.AlignRight
BOX = Look(theme.PANEL, theme.LINE, theme.TEXT)


class Panel(Themed, QWidget):
    """A box of the window.

    Signals:
        action_requested(str action_id, object argument): the operator's request, by mouse.
    """

    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(8)
        Panel.on_metrics(self)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the console's state as it stands; does nothing for what has not changed."""
        raise NotImplementedError

    def on_metrics(self) -> None:
        """Takes the margins of the new size."""
        pad = self.metrics.pad
        self.column.setContentsMargins(pad, pad - 3, pad, pad - 2)
        self.column.setSpacing(self.metrics.px(8, 5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box."""
        draw_box(QPainter(self), QRectF(self.rect()), BOX, 10)


class Heading(Themed, QWidget):
    """A panel's title in small capitals, with a line of text at the right."""

    def __init__(self, words: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        title = TextLine(words.upper(), Role.HEADING, colour=theme.MUTED, widest=words.upper())
        self.note = TextLine("", Role.STRONG if strong else Role.SMALL, colour=theme.MUTED, align=RIGHT)
        row.addWidget(title)
        row.addWidget(self.note, 1)  # all the rest is its room
