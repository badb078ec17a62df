"""The test pattern and the identify card: pictures that stand in the slate's place while nothing is on air."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from console.playout.sound.beep import flashes
from engine.ipc.messages.kinds import PatternCard
from engine.ipc.rings.samples import SAMPLE_RATE

IDENTIFY_S = 6.0
"""An identify card goes by itself: it answers a question, and must not be forgotten on the wall."""

_WIDE, _HIGH = 1920.0, 1080.0
_CELL = 120.0
_BARS = ("#ffffff", "#bfbf00", "#00bfbf", "#00bf00", "#bf00bf", "#bf0000", "#0000bf", "#000000")
"""EBU 100/0/75/0 colour bars: white at full level, the colours at 75 %."""
_STEPS = 11
_GROUND, _LINE, _GOLD = "#2a2f36", "#7f8994", "#f2cf77"


@dataclass(frozen=True)
class Place:
    """Where the picture is to be seen, as it is written on it.

    Attributes:
        number: of the screen, counted from 1 as the system lists them; 0 for a window.
        name: maker and model, or the connector.
        form: as `1920×1080 at 30`, in the operator's language.
        screen: as `screen 2`, likewise.
    """

    number: int
    name: str
    form: str
    screen: str = ""


class Pattern:
    """Which picture stands in the slate's place, if any.

    Attributes:
        kind: which.
    """

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._until: int | None = None
        self._dark: QImage | None = None
        self._lit: QImage | None = None
        self.kind = PatternCard.OFF

    @property
    def beeping(self) -> bool:
        """The hall is to hear the beeps."""
        return self.kind == PatternCard.BEEP

    def show(self, kind: PatternCard, place: Place, pts: int) -> None:
        """Show `kind` from sample index `pts` on; OFF takes the picture away."""
        self.clear()
        if kind == PatternCard.OFF:
            return
        if kind == PatternCard.IDENTIFY:
            self._dark = draw_identify(*self._size, place)
            self._until = pts + round(IDENTIFY_S * SAMPLE_RATE)
        else:
            self._dark = draw_card(*self._size, place)
            self._lit = draw_card(*self._size, place, lit=True) if kind == PatternCard.BEEP else None
        self.kind = kind

    def clear(self) -> None:
        """Take the picture away."""
        self.kind = PatternCard.OFF
        self._dark = self._lit = self._until = None

    def picture(self, pts: int) -> QImage | None:
        """What is to be seen at `pts` instead of the slate, or None."""
        if self._until is not None and pts >= self._until:
            self.clear()
        return self._lit if self._lit is not None and flashes(pts) else self._dark


def draw_identify(width: int, height: int, place: Place) -> QImage:
    """The card that says which screen this is."""
    image, painter = _begin(width, height, "#0e1630")
    painter.setPen(QPen(QColor(_GOLD), 16))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(8, 8, _WIDE - 16, _HIGH - 16))
    _write(painter, QRectF(0, 130, _WIDE, 520), str(place.number) if place.number else "–", 460, "#ffffff")
    _write(painter, QRectF(60, 680, _WIDE - 120, 130), place.name, 84, _GOLD)
    _write(painter, QRectF(60, 820, _WIDE - 120, 80), place.form, 48, "#c9d3df")
    painter.end()
    return image


def draw_card(width: int, height: int, place: Place, *, lit: bool = False) -> QImage:
    """The test card: grid, circles, colour bars, grey steps. `lit` draws the flash of the lip-sync test.

    The grid's cells are square and touch all four edges: a cut edge, a wrong shape and a soft focus are seen at once.
    """
    image, painter = _begin(width, height, _GROUND)
    _draw_grid(painter)
    _draw_circles(painter)
    _draw_bars(painter, lit)
    painter.setBrush(QColor("#0d1014"))
    painter.setPen(QPen(QColor(_LINE), 2))
    painter.drawRect(QRectF(480, 720, 960, 120))
    _write(painter, QRectF(490, 724, 940, 64), place.name, 44, "#ffffff")
    screen = f"{place.screen or place.number} · {place.form}" if place.number else place.form
    _write(painter, QRectF(490, 784, 940, 48), screen, 32, "#c9d3df")
    if lit:
        painter.fillRect(QRectF(0, 0, _WIDE, 2 * _CELL), QColor("white"))
        painter.fillRect(QRectF(0, _HIGH - 2 * _CELL, _WIDE, 2 * _CELL), QColor("white"))
    painter.end()
    return image


def _begin(width: int, height: int, ground: str) -> tuple[QImage, QPainter]:
    """A picture, and a painter on it that thinks in 1920×1080 whatever the picture's size is."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width / _WIDE, height / _HIGH)
    return image, painter


def _draw_grid(painter: QPainter) -> None:
    pen = QPen(QColor(_LINE), 2)
    painter.setPen(pen)
    for column in range(17):
        x = min(max(column * _CELL, 1.0), _WIDE - 1)
        painter.drawLine(QPointF(x, 0), QPointF(x, _HIGH))
    for row in range(10):
        y = min(max(row * _CELL, 1.0), _HIGH - 1)
        painter.drawLine(QPointF(0, y), QPointF(_WIDE, y))
    painter.setPen(QPen(QColor("#ffffff"), 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(2, 2, _WIDE - 4, _HIGH - 4))
    painter.setPen(QPen(QColor(_GOLD), 2, Qt.PenStyle.DashLine))
    painter.drawRect(QRectF(0.05 * _WIDE, 0.05 * _HIGH, 0.9 * _WIDE, 0.9 * _HIGH))  # EBU R 95: graphics safe area


def _draw_circles(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#ffffff"), 4))
    painter.drawEllipse(QPointF(_WIDE / 2, _HIGH / 2), 4 * _CELL, 4 * _CELL)
    painter.setPen(QPen(QColor("#ffffff"), 3))
    for x in (1.5 * _CELL, _WIDE - 1.5 * _CELL):
        for y in (1.5 * _CELL, _HIGH - 1.5 * _CELL):
            painter.drawEllipse(QPointF(x, y), _CELL, _CELL)
    painter.drawLine(QPointF(_WIDE / 2, 0), QPointF(_WIDE / 2, _HIGH))
    painter.drawLine(QPointF(0, _HIGH / 2), QPointF(_WIDE, _HIGH / 2))


def _draw_bars(painter: QPainter, lit: bool) -> None:
    """Colour bars and grey steps inside the great circle; the flash fills the whole of it."""
    circle = QPainterPath()
    circle.addEllipse(QPointF(_WIDE / 2, _HIGH / 2), 4 * _CELL - 2, 4 * _CELL - 2)
    painter.save()
    painter.setClipPath(circle)
    if lit:
        painter.fillRect(QRectF(0, 0, _WIDE, _HIGH), QColor("white"))
    left, width = 4 * _CELL, 8 * _CELL
    bar = width / len(_BARS)
    for number, colour in enumerate(_BARS):
        painter.fillRect(QRectF(left + number * bar, 3 * _CELL, bar + 1, 2 * _CELL), QColor(colour))
    step = width / _STEPS
    for number in range(_STEPS):
        grey = round(255 * number / (_STEPS - 1))
        painter.fillRect(QRectF(left + number * step, 5 * _CELL, step + 1, 0.5 * _CELL), QColor(grey, grey, grey))
    ramp = QLinearGradient(left, 0, left + width, 0)
    ramp.setColorAt(0, QColor("black"))
    ramp.setColorAt(1, QColor("white"))
    painter.fillRect(QRectF(left, 5.5 * _CELL, width, 0.5 * _CELL), ramp)
    painter.restore()


def _write(painter: QPainter, box: QRectF, words: str, size: int, colour: str) -> None:
    """One line in the middle of `box`, made smaller when it is too long."""
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(words)
    if wide > box.width():
        font.setPixelSize(max(12, int(size * box.width() / wide)))
        painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
