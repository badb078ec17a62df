"""Text that changes often: it never changes its size, and repaints only when it says something new."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed


class TextLine(Themed, QWidget):
    """One line of text. A QLabel would lay the whole window out again at each new figure.

    Text that is too long ends in an ellipsis, and is whole in the tooltip.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        *,
        colour: str = theme.TEXT,
        ground: str = theme.PANEL,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        widest: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Makes a line.

        Args:
            ground: what it stands on; it fills its rectangle with it.
            widest: the longest text that it will hold, which fixes its width; "" takes what the layout gives.
        """
        super().__init__(parent)
        self._text, self._colour, self._ground = text, colour, ground
        self._role, self._align, self._widest = role, align, widest
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))
        across = QSizePolicy.Policy.Fixed if widest else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.on_metrics()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str, colour: str = "") -> None:
        """Says `text`, in `colour` when one is given."""
        colour = colour or self._colour
        if text == self._text and colour == self._colour:
            return
        self._text, self._colour = text, colour
        self._set_tip()
        self.update()

    def on_metrics(self) -> None:
        """Takes the font of the new size."""
        self.setFont(theme.font(self._role, self.metrics))
        self.updateGeometry()
        self._set_tip()

    def sizeHint(self) -> QSize:
        """As high as a line; as wide as the widest text."""
        measure = QFontMetrics(self.font())
        return QSize(measure.horizontalAdvance(self._widest) + 2 if self._widest else 20, measure.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same: it does not shrink."""
        return self.sizeHint()

    def resizeEvent(self, event: object) -> None:
        """A narrower line may have to end earlier."""
        self._set_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line, shortened to its width."""
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(self.rect(), theme.ink(self._ground))
        painter.setPen(theme.ink(self._colour))
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self._align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _set_tip(self) -> None:
        if self._widest:
            return
        fits = QFontMetrics(self.font()).horizontalAdvance(self._text) <= self.width()
        tip = "" if fits else self._text
        if tip != self.toolTip():
            self.setToolTip(tip)


def wrapping(align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) -> QTextOption:
    """Lines break between words, and within one that is wider than a line, as the path of a file may be."""
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """How high a text is in lines of `width` pixels, drawn with `wrapping`."""
    high = 0.0
    for part in (text or " ").split("\n"):
        layout = QTextLayout(part or " ", font)
        layout.setTextOption(wrapping())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            high += line.height()
        layout.endLayout()
    return math.ceil(high)


def broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The text in lines of `width` pixels, `most` at most; what does not fit ends the last one in an ellipsis."""
    if not text or most < 1:
        return []
    layout = QTextLayout(text, font)
    layout.setTextOption(wrapping())
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if len(lines) == most - 1:  # the last that there is room for
            lines.append(QFontMetrics(font).elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


class Paragraph(Themed, QWidget):
    """A few sentences, broken into lines; its height is what the layout gives."""

    def __init__(
        self, text: str = "", role: Role = Role.SMALL, *, colour: str = theme.MUTED, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._colour = text, role, colour
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.on_metrics()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str, colour: str = "") -> None:
        """Says `text`, in `colour` when one is given."""
        colour = colour or self._colour
        if (text, colour) != (self._text, self._colour):
            self._text, self._colour = text, colour
            self.setToolTip(text)
            self.update()

    def on_metrics(self) -> None:
        """Takes the font of the new size."""
        self.setFont(theme.font(self._role, self.metrics))
        self.setToolTip(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the lines from the top."""
        painter = QPainter(self)
        painter.setPen(theme.ink(self._colour))
        painter.drawText(QRectF(self.rect()), self._text, wrapping())


class Lines(Themed, QWidget):
    """Some lines of text, the newest first; what does not fit is not shown."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        """`empty` is said while there is nothing."""
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self._empty = empty
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.on_metrics()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Shows these lines, the first at the top."""
        if lines != self._lines:
            self._lines = lines
            self.update()

    def on_metrics(self) -> None:
        """Takes the font of the new size."""
        self.setFont(theme.font(Role.SMALL, self.metrics))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the lines from the top; the newest is the brightest."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.PANEL))
        measure = painter.fontMetrics()
        height = round(measure.height() * 1.35)
        for number, line in enumerate(self._lines or (self._empty,)):
            top = number * height
            if top + height > self.height():
                break
            painter.setPen(theme.ink(theme.TEXT if number == 0 and self._lines else theme.MUTED))
            shown = measure.elidedText(line, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRect(0, top, self.width(), height), Qt.AlignmentFlag.AlignVCenter, shown)
