"""The face: its outline that follows the jaw, the skin, nose, brows and neck. Units are local to the head.

The skin's light and shade are one picture, made once and used as the brush of the outline: so a frame costs
one fill, and the edge stays sharp while the chin moves.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QTransform

from engine.light.art import Art
from engine.light.parts import hair
from engine.light.parts.brush import colour, glow, layer, linear, painting, path, pen, radial, sided
from engine.light.parts.palette import Skin, mix
from engine.light.parts.sprite import Page, Sprite

SKIN = (-190.0, -240.0, 380.0, 540.0)
NOSE = (-56.0, -60.0, 112.0, 160.0)
"""Rectangles (x, y, width, height) of the painted parts."""

CHIN_DROP = 30.0
"""How far the chin sinks from a closed to a wide open mouth."""


@dataclass(frozen=True, slots=True)
class Build:
    """Where a face's parts are.

    Attributes:
        outline: half of the outline, top to chin: three cubic curves as numbers (18), before the jaw opens.
        follow: how far each of the outline's points (9) sinks with the chin, 0 … 1.
        mouth_y: height of the closed lips. lips: size of the lips, 1 is full.
        brow: height of the brows' lower edge at the inner end, thickness.
    """

    outline: tuple[float, ...]
    follow: tuple[float, ...]
    top: float
    mouth_y: float
    lips: float
    brow: tuple[float, float]


BUILDS = {
    "oval": Build(
        outline=(-96, -214, -148, -150, -150, -44, -151, 22, -146, 74, -126, 122, -106, 166, -60, 218, 0, 218),
        follow=(0, 0, 0, 0, 0, 0.25, 0.6, 1, 1),
        top=-214,
        mouth_y=126,
        lips=1.0,
        brow=(-53, 0.85),
    ),
    "broad": Build(
        outline=(-104, -214, -154, -150, -156, -44, -157, 26, -155, 84, -141, 130, -126, 180, -80, 228, 0, 229),
        follow=(0, 0, 0, 0, 0, 0.25, 0.6, 1, 1),
        top=-214,
        mouth_y=130,
        lips=0.72,
        brow=(-48, 1.4),
    ),
}


class Face:
    """Draws a face's fixed features; eyes and mouth have rooms of their own."""

    def __init__(self, art: Art, page: Page) -> None:
        self.build = BUILDS[art.face]
        self._art = art
        self._skin = Skin.of(art.colours.skin)
        skin = Sprite(page, *SKIN, paint=self._paint_skin)
        self._texture = QBrush(skin.image)
        place = QTransform()
        place.translate(SKIN[0], SKIN[1])
        place.scale(1 / page.scale, 1 / page.scale)
        self._texture.setTransform(place)
        self._nose = Sprite(page, *NOSE, paint=self._paint_nose)
        tone = mix(art.colours.hair, "#5a3a2c", 0.25)
        self._brow_ink = colour(tone, 240)
        self._brows = {side: self._brow_path(side) for side in (-1, 1)}
        self._throat = linear(
            0,
            120,
            0,
            330,
            (0, self._skin.deep),
            (0.42, self._skin.shade),
            (0.78, self._skin.base),
            (1, self._skin.base, 0),
        )
        self._cast = colour(self._skin.deep, 130)

    def outline(self, jaw: float) -> QPainterPath:
        """The closed outline with the jaw open by 0 … 1."""
        drop = jaw * CHIN_DROP
        n = self.build.outline
        f = self.build.follow
        p = [(n[2 * i], n[2 * i + 1] + drop * f[i]) for i in range(9)]
        made = QPainterPath()
        made.moveTo(0, self.build.top)
        for i in (0, 3, 6):
            made.cubicTo(p[i][0], p[i][1], p[i + 1][0], p[i + 1][1], p[i + 2][0], p[i + 2][1])
        made.cubicTo(-p[7][0], p[7][1], -p[6][0], p[6][1], -p[5][0], p[5][1])
        made.cubicTo(-p[4][0], p[4][1], -p[3][0], p[3][1], -p[2][0], p[2][1])
        made.cubicTo(-p[1][0], p[1][1], -p[0][0], p[0][1], 0, self.build.top)
        return made

    def draw_skin(self, painter: QPainter, jaw: float) -> None:
        painter.fillPath(self.outline(jaw), self._texture)

    def draw_nose(self, painter: QPainter, dx: float, dy: float) -> None:
        self._nose.draw(painter, dx, dy)

    def draw_brows(self, painter: QPainter, raised: float) -> None:
        """`raised`: 0 at ease … 1 surprised."""
        for side in (-1, 1):
            painter.translate(0, -9 * raised)
            painter.fillPath(self._brows[side], self._brow_ink)
            painter.translate(0, 9 * raised)

    def draw_neck(self, painter: QPainter, head_x: float, head_y: float, jaw: float) -> None:
        """The neck: its top goes with the head (shifted by head_x, head_y), its foot stays in the collar."""
        wide = 78 if self._art.face == "oval" else 92
        foot = 98 if self._art.face == "oval" else 104
        x, y = head_x, 110 + head_y
        made = QPainterPath()
        made.moveTo(x - wide + 4, y)
        made.cubicTo(x - wide, y + 80, -wide + 2, 244, -foot, 296)
        made.cubicTo(-64, 332, -30, 342, 0, 342)
        made.cubicTo(30, 342, 64, 332, foot, 296)
        made.cubicTo(wide - 2, 244, x + wide, y + 80, x + wide - 4, y)
        made.closeSubpath()
        painter.fillPath(made, self._throat)
        low = 238 + head_y + jaw * CHIN_DROP * 0.8
        cast = QPainterPath()
        cast.moveTo(x - wide + 3, y + 20)
        cast.cubicTo(x - wide + 4, y + 70, x - 50, low + 14, x + 4, low + 14)
        cast.cubicTo(x + 44, low + 14, x + wide - 6, low - 16, x + wide - 3, y + 20)
        cast.closeSubpath()
        painter.fillPath(cast, self._cast)

    def _brow_path(self, side: int) -> QPainterPath:
        y, thick = self.build.brow
        return sided(
            f"M22 {y} C24 {y - 6 * thick} 30 {y - 8 * thick} 36 {y - 9 * thick} "
            f"C60 {y - 15 * thick - 3} 88 {y - 14 * thick - 5} 114 {y + 2} "
            f"C86 {y - 11} 56 {y - 8} 34 {y + 1} C28 {y + 4} 22 {y + 5} 22 {y} Z",
            side,
        )

    def _paint_skin(self, painter: QPainter) -> None:
        skin = self._skin
        painter.fillRect(
            QRectF(*SKIN),
            linear(
                -140,
                -200,
                150,
                220,
                (0, mix(skin.base, skin.light, 0.75)),
                (0.5, skin.base),
                (1, mix(skin.base, skin.shade, 0.35)),
            ),
        )
        painter.fillRect(
            QRectF(*SKIN), linear(52, 0, 160, 10, (0, skin.shade, 0), (0.6, skin.shade, 85), (1, skin.deep, 135))
        )
        painter.fillRect(QRectF(*SKIN), linear(-108, 0, -160, 10, (0, skin.shade, 0), (1, skin.shade, 130)))
        painter.fillRect(QRectF(-190, 60, 380, 240), radial(0, 20, 232, (0.74, skin.shade, 0), (1, skin.shade, 190)))
        glow(painter, -26, -112, 96, 66, skin.light, 150)
        for side in (-1, 1):
            glow(painter, side * 92, 84, 64, 46, skin.blush, 120)
            glow(painter, side * 84 - 6, 50, 44, 20, skin.light, 105)
            glow(painter, side * 67, -22, 58, 34, skin.shade, 105)
            glow(painter, side * 67, 18, 44, 14, skin.shade, 70)
        glow(painter, 0, 196, 44, 22, skin.light, 80)
        if "stubble" in self._art.extras:
            self._paint_stubble(painter)
        shadow = hair.fringe(self._art)
        for spread in (16, 11, 6):
            painter.save()
            painter.translate(0, spread)
            for outline in shadow:
                painter.fillPath(outline, colour(skin.deep, 34))
                painter.strokePath(outline, pen(skin.deep, 6, 16))
            painter.restore()

    def _paint_stubble(self, painter: QPainter) -> None:
        """A shadow of a beard. Its edge is as soft as one pixel of a small picture scaled up."""
        tone = mix(mix(self._art.colours.hair, "#54586a", 0.5), self._skin.deep, 0.25)
        small = layer(22, 30)
        with painting(small) as beard:
            beard.scale(22 / SKIN[2], 30 / SKIN[3])
            beard.translate(-SKIN[0], -SKIN[1])
            beard.fillPath(
                path(
                    "M-168 20 C-146 92 -124 118 -92 122 C-66 112 -44 96 0 98 C44 96 66 112 92 122 "
                    "C124 118 146 92 168 20 L168 300 L-168 300 Z"
                ),
                colour(tone, 62),
            )
            beard.fillPath(path("M-30 160 C-14 150 14 150 30 160 C20 172 -20 172 -30 160 Z"), colour(tone, 40))
        painter.drawImage(QRectF(*SKIN), small)

    def _paint_nose(self, painter: QPainter) -> None:
        skin = self._skin
        broad = 1.0 if self._art.face == "oval" else 1.2
        painter.scale(broad, 1.0)
        side = path("M5 -34 C10 0 17 34 25 56 C29 69 17 77 7 75 C13 52 7 8 5 -34 Z")
        painter.fillPath(side, linear(0, -34, 0, 70, (0, skin.shade, 30), (0.6, skin.shade, 120), (1, skin.shade, 150)))
        glow(painter, 1, 79, 30, 8, skin.deep, 130)
        glow(painter, -4, 8, 6, 42, skin.light, 120)
        glow(painter, -4, 54, 14, 15, skin.light, 190)
        dark = mix(skin.deep, "#4a1c14", 0.45)
        for sign in (-1, 1):
            wing = sided("M25 60 C30 70 24 78 15 76 C11 75 9 73 8 71", sign)
            painter.strokePath(wing, pen(skin.deep, 3.0, 200))
            painter.save()
            painter.translate(sign * 12.5, 73)
            painter.rotate(sign * -12)
            painter.setBrush(colour(dark, 190))
            painter.drawEllipse(QPointF(0, 0), 6.2, 2.7)
            painter.restore()
        painter.strokePath(path("M-7 75 C-3 79 3 79 7 75"), pen(skin.deep, 2.6, 150))
        painter.setBrush(Qt.BrushStyle.NoBrush)
