"""A button that stands on the state strip, on whatever colour that has."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed, draw_focus
from ui.widgets.hold_button import HoldButton

INK = "#14181d"


class Pill(HoldButton):
    """White edge on the strip's colour; white all over when it is on. Its width is that of its longest words.

    Signals are those of `HoldButton`.
    """

    def __init__(self, words: str, cap: str = "", *, widest: str = "") -> None:
        self._widest = widest or f"{words}  {cap}"
        self._on = False
        super().__init__(words, role=Role.SMALL, cap=cap)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def on(self) -> bool:
        """Whether it is shown as on."""
        return self._on

    def show_on(self, on: bool, words: str, cap: str = "", hold_s: float = 0.0) -> None:
        """Shows it as on or off, and what it says."""
        if on != self._on:
            self._on = on
            self.update()
        self.show_as(words, theme.PLAIN, cap, hold_s)

    def on_metrics(self) -> None:
        """Takes the size of its longest words."""
        Themed.on_metrics(self)
        font = theme.font(self._role, self.metrics)
        font.setWeight(font.Weight.DemiBold)
        self.setFont(font)
        self.setFixedSize(
            QFontMetrics(font).horizontalAdvance(self._widest) + self.metrics.px(30, 22), self.metrics.px(32, 26)
        )

    def sizeHint(self) -> QSize:
        """Its own size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the pill, what is filled of a hold, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, 7, 7)
        fill = theme.ink(theme.WHITE if self._on else "#000000")
        fill.setAlpha(theme.firm(255 if self._on else 130 if self.underMouse() else 95))
        painter.fillPath(path, fill)
        if self.filled > 0:
            painter.save()
            painter.setClipPath(path)
            wash = theme.ink(theme.BLUE)
            wash.setAlpha(150)
            painter.fillRect(QRectF(box.left(), box.top(), box.width() * self.filled, box.height()), wash)
            painter.restore()
        edge = theme.ink(theme.WHITE)
        edge.setAlpha(theme.firm(120))
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        words = f"{self.text()}  {self._cap}" if self._cap else self.text()
        painter.setPen(theme.ink(INK if self._on else theme.WHITE))
        painter.setFont(self.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 7)
