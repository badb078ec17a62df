"""A state with its figures below, in as little height as two lines need."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed


class TwoLines(Themed, QWidget):
    """A strong line and a small one below it. Its size never depends on what it says.

    The lower line has several wordings, the fullest first: the first that has room is drawn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._colour = "", theme.TEXT
        self._below: tuple[str, ...] = ()
        self._below_colour = theme.MUTED
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.on_metrics()

    @property
    def head(self) -> str:
        """The strong line."""
        return self._head

    @property
    def below(self) -> str:
        """The small line as it is drawn."""
        measure = QFontMetrics(self._small_font())
        fits = (each for each in self._below if measure.horizontalAdvance(each) <= self.width())
        return next(fits, self._below[-1] if self._below else "")

    def show_lines(self, head: str, colour: str, below: tuple[str, ...] = (), below_colour: str = theme.MUTED) -> None:
        """Says both; `below` may have several wordings, the fullest first."""
        wanted = (head, colour, below, below_colour)
        if wanted != (self._head, self._colour, self._below, self._below_colour):
            self._head, self._colour, self._below, self._below_colour = wanted
            self.setAccessibleDescription(" · ".join((head, *below[:1])))
            self.update()

    def on_metrics(self) -> None:
        """As high as both lines."""
        strong, small = (QFontMetrics(theme.font(role, self.metrics)) for role in (Role.STRONG, self._small))
        self.setFixedHeight(strong.height() + small.height())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws them, the upper one in the middle when it stands alone."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.PANEL))
        painter.setFont(theme.font(Role.STRONG, self.metrics))
        high, wide = painter.fontMetrics().height(), self.width()
        below = self.below
        upper = QRectF(0, 0, wide, high if below else self.height())
        self._draw(painter, upper, self._head, self._colour)
        painter.setFont(self._small_font())
        self._draw(painter, QRectF(0, high, wide, self.height() - high), below, self._below_colour)

    @property
    def _small(self) -> Role:
        return Role.SMALL if self.metrics.full else Role.TINY

    def _small_font(self) -> QFont:
        return theme.font(self._small, self.metrics)

    def _draw(self, painter: QPainter, place: QRectF, words: str, colour: str) -> None:
        painter.setPen(theme.ink(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
