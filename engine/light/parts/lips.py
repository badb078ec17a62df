"""The mouth: lips, teeth and tongue from six parameters. Units are local to the closed mouth's middle.

Nothing here is a table of drawn shapes: each curve follows the parameters, so that every value in between is
a mouth too.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from engine.light.art import Art
from engine.light.parts.brush import colour, linear, pen, radial
from engine.light.parts.palette import Skin, mix, times
from engine.light.visemes import Mouth


def smooth(x: float) -> float:
    """0 below 0, 1 above 1, an S between."""
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)


def chin_opening(mouth: Mouth) -> float:
    """How far the chin is down: pressed lips hold it up."""
    return mouth.jaw * (1 - 0.85 * min(1.0, max(0.0, (mouth.press - 0.25) / 0.6)))


@dataclass(frozen=True, slots=True)
class Opening:
    """The mouth's measures in page units, from the six parameters.

    Attributes:
        half: half the width. gap: height between the lips. corner: height of the corners.
        upper, lower: inner edges in the middle. upper_lip, lower_lip: thickness. open: 0 … 1 shape of the curves.
    """

    half: float
    gap: float
    corner: float
    upper: float
    lower: float
    upper_lip: float
    lower_lip: float
    open: float

    @classmethod
    def of(cls, mouth: Mouth, lips: float) -> Opening:
        """`lips`: fullness, 1 is full."""
        jaw, width, rounded, press, bite, _ = mouth
        shut = smooth((press - 0.3) / 0.55)
        half = 55 + (width - 0.5) * (34 - 16 * rounded) - 15 * rounded - 2 * jaw * (1 - rounded) - 2 * shut
        gap = max(0.0, jaw**0.85 * 56 * (1 - 0.12 * rounded) + 5 * rounded) * (1 - shut)
        gap = max(gap * (1 - bite), 13 * bite)
        gap = max(0.0, gap - 1.2)
        opened = min(1.0, gap / 40)
        smile = (1 - rounded) * (1 - 0.6 * opened) * (0.6 + 0.6 * width)
        tight = 1 - 0.42 * max(0.0, (press - 0.35) / 0.65)
        return cls(
            half=half,
            gap=gap,
            corner=-11.5 * smile + 0.16 * gap,
            upper=-0.22 * gap,
            lower=0.78 * gap - 4 * bite,
            upper_lip=14 * lips * (1 + 0.30 * rounded) * tight * (1 - 0.12 * opened),
            lower_lip=19 * lips * (1 + 0.22 * rounded) * tight * (1 - 0.14 * opened) * (1 - 0.30 * bite),
            open=opened,
        )


class Lips:
    """Draws a mouth."""

    def __init__(self, art: Art, fullness: float) -> None:
        skin, lip = Skin.of(art.colours.skin), art.colours.lips
        self._full = fullness
        self._upper = (times(lip, 0.96, 0.90, 0.90), times(lip, 0.76, 0.58, 0.60))
        self._lower = (times(lip, 0.92, 0.82, 0.82), lip, times(lip, 0.90, 0.80, 0.80))
        self._line = times(lip, 0.58, 0.40, 0.44)
        self._shine = mix(lip, "#ffffff", 0.55)
        self._dimple = radial(0, 0, 11, (0, skin.deep, 120), (1, skin.deep, 0))
        self._under = radial(0, 0, 42, (0, skin.shade, 170), (1, skin.shade, 0))

    def draw(self, painter: QPainter, mouth: Mouth) -> None:
        m = Opening.of(mouth, self._full)
        self._draw_shadow(painter, m)
        cavity = QPainterPath()
        cavity.moveTo(-m.half, m.corner)
        self._upper_edge(cavity, mouth, m)
        self._lower_outline(cavity, mouth, m)
        painter.fillPath(cavity, linear(0, m.upper, 0, m.lower, (0, "#2c0c15"), (1, "#5c1b26")))
        if m.gap > 1.0:
            painter.save()
            painter.setClipPath(cavity)
            self._draw_inside(painter, mouth, m)
            painter.restore()
        self._draw_lower_lip(painter, mouth, m)
        if mouth.bite > 0.15:
            self._draw_bite(painter, mouth.bite, m)
        self._draw_upper_lip(painter, mouth, m)
        self._draw_finish(painter, m)

    # -- curves ----------------------------------------------------------------------------------

    @staticmethod
    def _reach(mouth: Mouth, m: Opening) -> tuple[float, float]:
        """Where the control points lie between the middle and a corner."""
        return 0.50 + 0.16 * m.open + 0.22 * mouth.round, 0.26 + 0.16 * m.open + 0.10 * mouth.round

    def _inner_edge(self, line: QPainterPath, mouth: Mouth, m: Opening, y: float) -> None:
        """The inner edge of a lip from the left corner to the right one, through (0, y)."""
        a, b = self._reach(mouth, m)
        bend = m.corner + (y - m.corner) * (0.55 + 0.33 * m.open)
        line.cubicTo(-m.half * a, bend, -m.half * b, y, 0, y)
        line.cubicTo(m.half * b, y, m.half * a, bend, m.half, m.corner)

    def _upper_edge(self, line: QPainterPath, mouth: Mouth, m: Opening) -> None:
        """The upper outline with Cupid's bow, from the left corner to the right one."""
        top, y, half = m.upper_lip, m.upper, m.half
        bow, dip = 0.27 * half, y - top * (0.78 + 0.14 * mouth.round)
        far, near = half * (0.80 + 0.17 * mouth.round), half * (0.56 + 0.10 * mouth.round)
        rise, shoulder, peak = m.corner - 3 - top * (0.15 + 0.5 * mouth.round), y - top * 0.92, y - top * 1.06
        line.cubicTo(-far, rise, -near, shoulder, -bow * 0.80, peak)
        line.cubicTo(-bow * 0.45, y - top * 1.10, -bow * 0.25, dip, 0, dip)
        line.cubicTo(bow * 0.25, dip, bow * 0.45, y - top * 1.10, bow * 0.80, peak)
        line.cubicTo(near, shoulder, far, rise, half, m.corner)

    @staticmethod
    def _lower_outline(line: QPainterPath, mouth: Mouth, m: Opening) -> None:
        """The lower outline from the right corner back to the left one."""
        y = m.lower + m.lower_lip * 1.05
        bend = m.corner + (y - m.corner) * (0.62 + 0.20 * m.open + 0.10 * mouth.round)
        wide = m.half * (0.86 + 0.04 * m.open)
        line.cubicTo(wide, bend, m.half * 0.50, y, 0, y)
        line.cubicTo(-m.half * 0.50, y, -wide, bend, -m.half, m.corner)

    # -- parts -----------------------------------------------------------------------------------

    def _draw_shadow(self, painter: QPainter, m: Opening) -> None:
        """The soft hollow between the lower lip and the chin."""
        painter.save()
        painter.translate(0, m.lower + m.lower_lip + 12)
        painter.scale(1, 0.36)
        painter.setBrush(self._under)
        painter.drawEllipse(QPointF(0, 0), 42.0, 42.0)
        painter.restore()

    def _draw_inside(self, painter: QPainter, mouth: Mouth, m: Opening) -> None:
        half, rounded, tongue = m.half, mouth.round, mouth.tongue
        y = m.lower - m.gap * (0.16 + 0.16 * m.open) - tongue * m.gap * 0.46
        wide = half * (0.60 - 0.12 * rounded)
        painter.setBrush(linear(0, y, 0, y + 44, (0, "#dd7d82"), (1, "#a8444f")))
        painter.drawEllipse(QRectF(-wide, y, 2 * wide, 84))
        if m.gap > 18:
            groove = QPainterPath(QPointF(0, y + 7))
            groove.lineTo(0, y + 40)
            painter.strokePath(groove, pen("#9c3c48", 2.2, 120))
        lower = (
            min(7.5, m.gap * 0.26) * (1 - rounded) * (1 - min(1, tongue * 1.4)) * (1 - smooth((mouth.jaw - 0.42) * 2.5))
        )
        if lower > 0.8:
            e, base = half * 0.66, m.lower
            row = QPainterPath(QPointF(-e, base + 8))
            row.cubicTo(-e * 0.98, base - lower * 0.4, -e * 0.5, base - lower, 0, base - lower)
            row.cubicTo(e * 0.5, base - lower, e * 0.98, base - lower * 0.4, e, base + 8)
            painter.fillPath(row, colour("#ddd5d0"))
        tall = min(15.0, 3 + m.gap * 0.46) * (1 - 0.62 * rounded) + 2 * mouth.bite
        e, top = half * 0.84, m.upper
        row = QPainterPath(QPointF(-e, top - 14))
        row.lineTo(e, top - 14)
        row.cubicTo(e * 0.99, top + tall * 0.35, e * 0.62, top + tall, 0, top + tall * 1.04)
        row.cubicTo(-e * 0.62, top + tall, -e * 0.99, top + tall * 0.35, -e, top - 14)
        painter.fillPath(row, linear(0, top - 1, 0, top + tall, (0, "#bfb5b3"), (0.4, "#fbf8f5"), (1, "#f1ebe7")))
        if tongue > 0.7 and m.gap > 5:
            painter.setOpacity(smooth((tongue - 0.65) * 4))
            painter.setBrush(linear(0, top + tall - 4, 0, top + tall + 12, (0, "#e58a8d"), (1, "#c4626b")))
            painter.drawEllipse(QPointF(0, top + tall + 5), half * 0.42, 8.0)
            painter.setOpacity(1)

    def _draw_lower_lip(self, painter: QPainter, mouth: Mouth, m: Opening) -> None:
        lip = QPainterPath(QPointF(-m.half, m.corner))
        self._inner_edge(lip, mouth, m, m.lower)
        self._lower_outline(lip, mouth, m)
        a, b, c = self._lower
        painter.fillPath(lip, linear(0, m.lower - 2, 0, m.lower + m.lower_lip + 2, (0, a), (0.40, b), (1, c)))
        painter.save()
        painter.translate(-2, m.lower + m.lower_lip * 0.5)
        painter.scale(1, 0.30)
        r = m.half * 0.36
        painter.setBrush(radial(0, 0, r, (0, self._shine, 150), (1, self._shine, 0)))
        painter.drawEllipse(QPointF(0, 0), r, r)
        painter.restore()

    def _draw_bite(self, painter: QPainter, bite: float, m: Opening) -> None:
        e, h, y = m.half * 0.60, 10 * bite, m.upper
        row = QPainterPath(QPointF(-e, y - 2))
        row.lineTo(e, y - 2)
        row.cubicTo(e * 0.95, y + h, e * 0.5, m.lower + 5 * bite, 0, m.lower + 5 * bite)
        row.cubicTo(-e * 0.5, m.lower + 5 * bite, -e * 0.95, y + h, -e, y - 2)
        painter.setOpacity(smooth(bite * 1.4))
        painter.fillPath(row, linear(0, y, 0, m.lower + 5, (0, "#cfc6c2"), (0.5, "#fbf8f5"), (1, "#f4efeb")))
        painter.setOpacity(1)

    def _draw_upper_lip(self, painter: QPainter, mouth: Mouth, m: Opening) -> None:
        a, b = self._reach(mouth, m)
        lip = QPainterPath(QPointF(-m.half, m.corner))
        self._upper_edge(lip, mouth, m)
        bend = m.corner + (m.upper - m.corner) * (0.55 + 0.33 * m.open)
        lip.cubicTo(m.half * a, bend, m.half * b, m.upper, 0, m.upper + 2.2)
        lip.cubicTo(-m.half * b, m.upper, -m.half * a, bend, -m.half, m.corner)
        painter.fillPath(
            lip, linear(0, m.upper - m.upper_lip, 0, m.upper + 4, (0, self._upper[0]), (1, self._upper[1]))
        )

    def _draw_finish(self, painter: QPainter, m: Opening) -> None:
        """The line between closed lips, and the corners' dimples."""
        if m.gap < 3:
            line = QPainterPath(QPointF(-m.half + 1, m.corner))
            line.cubicTo(-m.half * 0.55, m.corner * 0.15 + 1, -m.half * 0.25, -1, 0, 1.8)
            line.cubicTo(m.half * 0.25, -1, m.half * 0.55, m.corner * 0.15 + 1, m.half - 1, m.corner)
            painter.strokePath(line, pen(self._line, 2.8, int(215 * (1 - m.gap / 3) + 30)))
        painter.setBrush(self._dimple)
        for side in (-1, 1):
            painter.save()
            painter.translate(side * (m.half + 3), m.corner)
            painter.drawEllipse(QPointF(0, 0), 11.0, 9.0)
            painter.restore()
