"""A veil over what does not act while the console is locked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box

_DARK = QColor(8, 11, 14, 150)


class LockVeil(Themed, QWidget):
    """Darkens a panel and says LOCKED on it. Presses go through it: what lies below says why it does nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = self.tr("LOCKED")
        self.setAccessibleName(self._words)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the veil and the word."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _DARK)
        painter.setFont(theme.font(Role.STRONG, self.metrics))
        measure = painter.fontMetrics()
        wide, high = measure.horizontalAdvance(self._words) + 28, measure.height() + 12
        box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        draw_box(painter, box, Look("#101418", theme.AMBER, theme.AMBER), 8, 2)
        painter.setPen(theme.ink(theme.AMBER))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
