"""The eyes: whites, iris, lids, lashes. Units are local to the head."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from engine.light.art import Art
from engine.light.parts.brush import colour, linear, path, pen, radial
from engine.light.parts.palette import Skin, mix, times

_HALF = 39.0  # half the width of an eye
_APART = 67.0  # from the nose to the middle of an eye
_HEIGHT = -8.0


class Eyes:
    """Draws both eyes with a given blink and gaze."""

    def __init__(self, art: Art) -> None:
        skin, iris = Skin.of(art.colours.skin), art.colours.eyes
        self._soft = art.face == "oval"
        self._open = 1.0 if self._soft else 0.88
        self._white = linear(0, -18, 0, 16, (0, "#c3c6d0"), (0.42, "#fbfaf9"), (1, "#eee8e5"))
        self._iris = radial(
            0,
            0,
            17,
            (0, mix(iris, "#ffc27a", 0.42)),
            (0.55, iris),
            (0.8, times(iris, 0.62, 0.60, 0.58)),
            (1, times(iris, 0.34, 0.32, 0.32)),
        )
        self._pupil = colour("#120a08")
        self._shine, self._glint = colour("#ffffff", 245), colour("#ffffff", 110)
        self._shadow = colour("#3b2620", 70)
        self._lid = linear(
            0,
            -26,
            0,
            14,
            (0, mix(skin.base, skin.shade, 0.55)),
            (0.75, mix(skin.base, skin.light, 0.2)),
            (1, mix(skin.base, skin.shade, 0.4)),
        )
        self._ink = colour("#24120f" if self._soft else "#2a1a14")
        self._crease = pen(skin.deep, 2.6, 165)
        self._lower = pen(skin.deep, 2.0, 120)
        self._crease_path = path("M-32 -22 C-16 -35 16 -37 37 -21")

    def draw(self, painter: QPainter, blink: float, gaze_x: float, gaze_y: float) -> None:
        """`blink`: 0 open … 1 shut; the gaze in page units from straight ahead."""
        for side in (-1, 1):
            painter.save()
            painter.translate(side * _APART, _HEIGHT)
            painter.scale(side, 1)
            self._one(painter, side, blink, side * gaze_x, gaze_y)
            painter.restore()

    def _one(self, painter: QPainter, side: int, blink: float, gaze_x: float, gaze_y: float) -> None:
        o = self._open * (1 - blink)
        w, top, low = _HALF, -25 * o + 11 * (1 - o), 14 * o + 11 * (1 - o)
        if o > 0.06:
            white = QPainterPath()
            white.moveTo(-w, 4)
            white.cubicTo(-w * 0.55, top, w * 0.45, top - 2 * o, w, -3)
            white.cubicTo(w * 0.6, low + 2, -w * 0.5, low + 2, -w, 4)
            painter.save()
            painter.setClipPath(white)
            painter.fillPath(white, self._white)
            painter.translate(gaze_x, gaze_y - 2)
            painter.setBrush(self._iris)
            painter.drawEllipse(QPointF(0, 0), 17.0, 17.0)
            painter.setBrush(self._pupil)
            painter.drawEllipse(QPointF(0, 0), 7.4, 7.4)
            painter.setBrush(self._shine)
            painter.drawEllipse(QPointF(-5.5 * side, -6.0), 4.3, 4.3)
            painter.setBrush(self._glint)
            painter.drawEllipse(QPointF(5.5 * side, 6.0), 2.5, 2.5)
            painter.translate(-gaze_x, 2 - gaze_y)
            shade = QPainterPath()
            shade.moveTo(-w, -40)
            shade.lineTo(w, -40)
            shade.lineTo(w, top * 0.25)
            shade.quadTo(0, top * 0.92, -w, top * 0.1)
            shade.closeSubpath()
            painter.fillPath(shade, self._shadow)
            painter.restore()
            painter.strokePath(self._under(w, low), self._lower)
        if blink > 0.03:
            lid = QPainterPath()
            lid.moveTo(-w, 2)
            lid.cubicTo(-w * 0.55, -25, w * 0.45, -27, w, -5)
            lid.cubicTo(w * 0.45, top - 2 * o, -w * 0.55, top, -w, 4)
            painter.fillPath(lid, self._lid)
        painter.fillPath(self._lash(w, top, o), self._ink)
        painter.strokePath(self._crease_path, self._crease)
        painter.setPen(Qt.PenStyle.NoPen)

    def _lash(self, w: float, top: float, o: float) -> QPainterPath:
        """The upper lash line: thin at the nose, full at the temple, where soft eyes end in a wing."""
        thick = 6.6 if self._soft else 5.0
        made = QPainterPath(QPointF(-w - 2, 6))
        made.cubicTo(-w * 0.55, top - 1, w * 0.45, top - 3, w - 1, -4)
        if self._soft:
            lift = 15 * o - 5 * (1 - o)
            made.quadTo(w + 5, -5 - 0.3 * lift, w + 13, -3 - lift)
            made.cubicTo(w + 6, -7 - 0.6 * lift, w * 0.92, -9, w * 0.8, -9 - 6 * o)
        else:
            made.lineTo(w + 3, -6 + 2 * (1 - o))
        made.cubicTo(w * 0.45, top - 2 - thick, -w * 0.5, top - thick * 0.8, -w - 2, 6)
        return made

    @staticmethod
    def _under(w: float, low: float) -> QPainterPath:
        made = QPainterPath()
        made.moveTo(w * 0.92, 0)
        made.cubicTo(w * 0.6, low + 3, -w * 0.4, low + 3, -w * 0.8, 6)
        return made
