"""Small pictures of a figure over the last minute, and of a figure between its limits."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.base import Themed

KEPT = 120
"""Values that a sparkline keeps: a minute at two a second. The oldest goes first."""


class Sparkline(Themed, QWidget):
    """The last values of a figure, with the limit they are judged against as a dashed line."""

    def __init__(self, name: str, colour: str, top: float, parent: QWidget | None = None) -> None:
        """Makes an empty one; it reaches from 0 to `top` until `set_scale` says otherwise, and no value changes it."""
        super().__init__(parent)
        self._values: deque[float | None] = deque(maxlen=KEPT)
        self._colour, self._low, self._top = colour, 0.0, top
        self._limit: float | None = None
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def push(self, value: float | None, colour: str = "") -> None:
        """Adds a value; None leaves a gap."""
        if value is None and not any(kept is not None for kept in self._values):
            return
        self._values.append(value)
        self._colour = colour or self._colour
        self.update()

    def set_scale(self, low: float, top: float, limit: float | None) -> None:
        """Sets the values at the lower and upper edge, and that of the dashed line."""
        if (low, top, limit) != (self._low, self._top, self._limit):
            self._low, self._top, self._limit = low, top, limit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the dashed limit and the line, the newest value at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.PANEL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._limit is not None:
            dashed = QPen(theme.ink(theme.AMBER), 1, Qt.PenStyle.DashLine)
            painter.setOpacity(0.5)
            painter.setPen(dashed)
            painter.drawLine(QPointF(0, self._y(self._limit)), QPointF(self.width(), self._y(self._limit)))
            painter.setOpacity(1)
        painter.setPen(QPen(theme.ink(self._colour), 1.6))
        step = self.width() / (KEPT - 1)
        start = self.width() - step * (len(self._values) - 1)
        line = QPolygonF()
        for number, value in enumerate((*self._values, None)):
            if value is not None:
                line.append(QPointF(start + number * step, self._y(value)))
            elif not line.isEmpty():
                painter.drawPolyline(line)
                line = QPolygonF()

    def _y(self, value: float) -> float:
        reach = self._top - self._low
        part = min(1.0, max(0.0, (value - self._low) / reach)) if reach > 0 else 0.0
        return 2 + (1 - part) * (self.height() - 4)


class SkewDial(Themed, QWidget):
    """Where a skew stands between the limits that eyes accept (ITU-R BT.1359: ±45 ms are noticed)."""

    REACH_MS = 120.0
    GOOD_MS = 45.0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | None = None
        self._colour = theme.GREEN
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_value(self, value: float | None, colour: str) -> None:
        """Moves the point to `value` in ms; None takes it away."""
        rounded = None if value is None else float(round(value))
        if (rounded, colour) != (self._value, self._colour):
            self._value, self._colour = rounded, colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the good range, its middle and the point."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.PANEL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink(theme.CONTROL_HOVER))
        painter.drawRoundedRect(QRectF(4, middle - 2, self.width() - 8, 4), 2, 2)
        painter.setBrush(theme.ink("#1f4a35"))
        good = QRectF(self._x(-self.GOOD_MS), middle - 5, self._x(self.GOOD_MS) - self._x(-self.GOOD_MS), 10)
        painter.drawRoundedRect(good, 3, 3)
        painter.setPen(QPen(theme.ink(theme.DIM), 1))
        painter.drawLine(QPointF(self._x(0), middle - 9), QPointF(self._x(0), middle + 9))
        if self._value is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink(self._colour))
            painter.drawEllipse(QPointF(self._x(self._value), middle), 5, 5)

    def _x(self, value: float) -> float:
        part = min(1.0, max(-1.0, value / self.REACH_MS))
        return self.width() / 2 + part * (self.width() / 2 - 9)
