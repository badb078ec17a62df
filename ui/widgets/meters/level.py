"""A small bar that shows how loud somebody speaks while the key to ask is held."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme

BARS = 8
_LOWEST_DB = -48.0
"""Softer than this lights no bar; full scale lights all."""


def bars_for(level: float) -> int:
    """How many bars a level (0 to 1, of full scale) lights."""
    if level <= 0.0:
        return 0
    share = 1.0 - 20.0 * math.log10(level) / _LOWEST_DB
    return max(0, min(BARS, math.ceil(share * BARS)))


class LevelBars(QWidget):
    """The bars. Always there and always the same size: nothing moves when the key goes down."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = 0
        self._on = False
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def lit(self) -> int:
        """The bars that are lit."""
        return self._lit

    def show_level(self, level: float, *, on: bool) -> None:
        """How loud it is, 0 to 1; `on` while somebody is heard at all."""
        lit = bars_for(level) if on else 0
        if (lit, on) != (self._lit, self._on):
            self._lit, self._on = lit, on
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the bars."""
        return QSize(BARS * 6, 12)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, from left to right."""
        if not self._on:
            return
        painter = QPainter(self)
        high = min(self.height(), 12)
        top = (self.height() - high) / 2
        for number in range(BARS):
            colour = theme.ink(theme.RED if number < self._lit else theme.LINE)
            painter.fillRect(QRectF(number * 6.0, top, 4.0, high), colour)
        painter.end()
