"""What became of something that was asked for: whole, and there until it was read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note


class OutcomeLine(Themed, QWidget):
    """A sentence with a button that puts it away; a failure has an edge of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._number = self._read = 0
        self._failed = False
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.setSpacing(8)
        self._told = Note("", Role.BODY)
        row.addWidget(self._told, 1)
        self.close_button = HoldButton("✕", role=Role.SMALL, heights=(28, 24))
        self.close_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.close_button.setAccessibleName(self.tr("Put this message away"))
        self.close_button.setToolTip(self.tr("I have read it"))
        self.close_button.performed.connect(self._put_away)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._told.text

    def show_outcome(self, number: int, words: str, *, failed: bool) -> None:
        """Shows the outcome of the `number`th thing, unless that one was read."""
        self._number, self._failed = number, failed
        self._told.show_text(words, theme.AMBER if failed else theme.GREEN)
        self.setVisible(bool(words) and number != self._read)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box."""
        look = theme.AMBER_LOOK if self._failed else theme.PLAIN
        box = theme.Look(theme.CONTROL, look.border, theme.TEXT)
        draw_box(QPainter(self), QRectF(self.rect()), box, 8)

    def _put_away(self) -> None:
        self._read = self._number
        self.hide()
