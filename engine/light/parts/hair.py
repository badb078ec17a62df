"""Hair: what lies behind the head, and what falls over the forehead. Units are local to the head.

The head's own origin is between the eyes; the page puts it at (960, 392).
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from engine.light.art import Art
from engine.light.parts.brush import glow, linear, mirrored, path, pen, radial, sided
from engine.light.parts.palette import Cloth, Skin, mix

BACK = (-236.0, -300.0, 472.0, 560.0)
FRONT = (-212.0, -320.0, 424.0, 460.0)
"""Rectangles (x, y, width, height) that the two parts may fill."""


def back(art: Art, painter: QPainter) -> None:
    """Hair behind the face, and the ears."""
    if art.hair == "bob":
        _bob_back(art, painter)
    _ears(art, painter)


def front(art: Art, painter: QPainter) -> None:
    """Hair over the forehead and the temples."""
    {"bob": _bob_front, "side-part": _side_part}[art.hair](art, painter)


def fringe(art: Art) -> list[QPainterPath]:
    """Outlines that throw a shadow on the face."""
    if art.hair == "bob":
        return [path(_BOB_LEFT), path(_BOB_RIGHT)]
    return [path(_QUIFF)]


def _tones(art: Art) -> Cloth:
    return Cloth.of(art.colours.hair, mix(art.colours.hair, "#ffb27a", 0.75))


def _ears(art: Art, painter: QPainter) -> None:
    skin = Skin.of(art.colours.skin)
    for side in (-1, 1):
        if art.hair == "bob":
            painter.setBrush(linear(side * 130, 0, side * 172, 0, (0, skin.deep), (1, skin.shade)))
            painter.drawEllipse(QPointF(side * 150, 24), 19, 35)
        else:
            ear = sided("M142 -22 C158 -42 180 -30 177 4 C175 34 165 58 149 66 C142 48 138 10 142 -22 Z", side)
            painter.fillPath(
                ear, linear(side * 140, 0, side * 180, 0, (0, skin.deep), (0.6, skin.shade), (1, skin.base))
            )
            painter.strokePath(
                sided("M152 -16 C166 -26 172 -9 167 11 C164 27 158 38 153 44", side), pen(skin.deep, 3.4, 150)
            )
            painter.strokePath(sided("M153 4 C160 8 158 21 152 27", side), pen(skin.deep, 3, 130))
        if "earrings" in art.extras:
            painter.setBrush(
                radial(side * 154 - 2, 70, 11, (0, mix(art.colours.accent, "#ffffff", 0.8)), (1, art.colours.accent))
            )
            painter.drawEllipse(QPointF(side * 154, 72), 7.5, 7.5)


_BOB_BACK = (
    "M0 -264 C-122 -268 -198 -190 -206 -70 C-214 30 -218 112 -202 180 C-196 206 -176 220 -150 216 "
    "C-130 213 -112 208 -98 196 L0 190"
)
_BOB_LEFT = (
    "M44 -196 C-44 -192 -122 -150 -140 -36 C-146 4 -152 60 -146 108 C-172 66 -182 -10 -172 -72 "
    "C-160 -182 -80 -266 20 -262 C62 -260 72 -214 44 -196 Z"
)
_BOB_RIGHT = (
    "M30 -204 C76 -186 124 -140 140 -40 C148 10 152 60 146 108 C174 64 184 -10 176 -76 "
    "C164 -184 100 -262 4 -264 C-10 -254 0 -226 30 -204 Z"
)


def _bob_back(art: Art, painter: QPainter) -> None:
    tone = _tones(art)
    shape = mirrored(_BOB_BACK)
    painter.fillPath(shape, linear(-210, -260, 210, 220, (0, tone.light), (0.4, tone.base), (1, tone.dark)))
    painter.save()
    painter.setClipPath(shape)
    chance = np.random.default_rng(3)
    for side in (-1, 1):
        glow(painter, side * 176, 40, 34, 150, tone.light, 95 if side < 0 else 60)
        for i in range(9):
            x = 118 + i * 11 + chance.uniform(-3, 3)
            lock = sided(f"M{x - 10} -60 C{x + 8} 20 {x + 12} 120 {x - 6 - i} 214", side)
            ink = tone.light if i % 2 else tone.deep
            painter.strokePath(lock, pen(ink, 2.6, 60))
    painter.fillRect(
        QRectF(-130, 60, 260, 180), radial(0, 120, 150, (0, tone.deep, 230), (0.75, tone.deep, 190), (1, tone.deep, 0))
    )
    painter.restore()


def _bob_front(art: Art, painter: QPainter) -> None:
    tone = _tones(art)
    right, left = path(_BOB_RIGHT), path(_BOB_LEFT)
    sweep = linear(-170, -262, 170, 100, (0, tone.light), (0.4, tone.base), (1, tone.dark))
    for shape in (right, left):
        painter.fillPath(shape, sweep)
    painter.save()
    painter.setClipPath(right.united(left))
    sheen = mix(tone.light, "#ffd2a8", 0.5)
    glow(painter, -96, -176, 92, 36, sheen, 95)
    glow(painter, 104, -172, 66, 34, sheen, 62)
    for i in range(11):
        t = i / 10
        lock = path(
            f"M{40 - 6 * t} {-206 - 44 * t} C{-54 - 12 * t} {-208 - 34 * t} {-126 - 30 * t} {-150 - 26 * t} "
            f"{-144 - 24 * t} {-40 + 20 * t}"
        )
        painter.strokePath(lock, pen(sheen if i % 3 == 0 else tone.deep, 2.4, 70 if i % 3 == 0 else 55))
    for i in range(9):
        t = i / 8
        lock = path(
            f"M{32 + 4 * t} {-208 - 42 * t} C{86 + 16 * t} {-196 - 30 * t} {132 + 26 * t} {-138 - 24 * t} "
            f"{144 + 24 * t} {-36 + 16 * t}"
        )
        painter.strokePath(lock, pen(sheen if i % 3 == 1 else tone.deep, 2.4, 55))
    painter.restore()
    painter.strokePath(path("M40 -258 C44 -240 42 -218 36 -202"), pen(mix(tone.deep, art.colours.skin, 0.3), 2.6, 150))


_QUIFF = (
    "M-150 -18 C-158 -70 -160 -128 -140 -170 C-118 -232 -50 -276 30 -276 C104 -276 160 -228 164 -150 "
    "C165 -104 158 -54 150 -18 C146 -40 146 -76 138 -104 C126 -126 96 -140 60 -148 C6 -158 -46 -160 -84 -186 "
    "C-96 -160 -128 -138 -138 -100 C-146 -74 -146 -44 -150 -18 Z"
)


def _side_part(art: Art, painter: QPainter) -> None:
    tone = _tones(art)
    shape = path(_QUIFF)
    painter.fillPath(shape, linear(-150, -270, 150, -40, (0, tone.light), (0.35, tone.base), (1, tone.dark)))
    painter.save()
    painter.setClipPath(shape)
    sheen = mix(tone.light, "#cfd8ff", 0.35)
    glow(painter, 20, -236, 110, 30, sheen, 120)
    glow(painter, 118, -196, 44, 50, sheen, 60)
    for i in range(15):
        t = i / 14
        lock = path(
            f"M{-92 + 10 * t} {-186 - 40 * t} C{-30 + 30 * t} {-176 - 88 * t} {70 + 30 * t} {-170 - 84 * t} "
            f"{134 + 30 * t} {-112 - 40 * t}"
        )
        painter.strokePath(lock, pen(sheen if i % 3 == 0 else tone.deep, 2.8, 90 if i % 3 == 0 else 85))
    for i in range(6):
        x = -152 + i * 9
        painter.strokePath(path(f"M{x + 26} {-206 + i * 3} C{x + 4} -150 {x} -90 {x + 2} -30"), pen(tone.deep, 2.4, 80))
    for side in (-1, 1):  # cropped sides: the skin shines through
        painter.fillRect(
            QRectF(side * 152 - 24, -90, 48, 84),
            linear(0, -90, 0, -8, (0, art.colours.skin, 0), (1, art.colours.skin, 120)),
        )
    painter.restore()
    painter.strokePath(
        path("M-84 -186 C-96 -202 -104 -216 -106 -232"), pen(mix(tone.deep, art.colours.skin, 0.35), 3.6, 200)
    )
