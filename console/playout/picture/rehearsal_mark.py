"""The mark of a rehearsal: a striped bar above and a frame around the program, so that nobody takes it for the show."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPolygonF

from ui.display.fonts import families, load_fonts

WORDS = "REHEARSAL   彩排"
"""In the hall's languages at once: whoever sees it knows what it is."""

COLOUR = QColor("#7a3fd0")
_STRIPE = QColor("#5b28a8")
_BAR = 0.09
_FRAME = 0.012
"""Parts of the picture's height."""


class RehearsalMark:
    """Draws the mark over a picture; its bar is made once.

    Args:
        width, height: the program's, in pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._bar: QImage | None = None

    def draw(self, target: QImage) -> None:
        """Lay it over the program's picture."""
        width, height = self._size
        if self._bar is None:
            self._bar = _bar(width, round(_BAR * height))
        edge = max(2, round(_FRAME * height))
        top = self._bar.height()
        painter = QPainter(target)
        painter.drawImage(0, 0, self._bar)
        painter.fillRect(0, top, edge, height - top, COLOUR)
        painter.fillRect(width - edge, top, edge, height - top, COLOUR)
        painter.fillRect(edge, height - edge, width - 2 * edge, edge, COLOUR)
        painter.end()


def _bar(width: int, height: int) -> QImage:
    """The bar: stripes, and the words in its middle on a plain ground."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(COLOUR)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_STRIPE)
    for left in range(-height, width, 2 * height):
        corners = ((left, height), (left + height, 0), (left + 2 * height, 0), (left + height, height))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    load_fonts()
    font = QFont([*families("zh-Hant"), "sans-serif"])
    font.setPixelSize(max(8, round(0.62 * height)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(WORDS) + height
    plate = QRectF((width - wide) / 2, 0, wide, height)
    painter.fillRect(plate, COLOUR)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, WORDS)
    painter.end()
    return image
