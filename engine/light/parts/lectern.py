"""What stands before the host: a lectern with two microphones, or nothing.

Units are page units with x = 0 in the host's middle line.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from engine.light.art import Art
from engine.light.parts.brush import colour, linear, path, pen, sided
from engine.light.parts.outfit import star
from engine.light.parts.palette import mix, times

HINGE = {"lectern": 912.0, "none": 930.0}
"""Page height below which nothing moves, by the kind of front."""

OVERLAPS = {
    "lectern": ((-290.0, 740.0, -100.0, 886.0), (100.0, 740.0, 290.0, 886.0), (-460.0, 886.0, 460.0, 913.0)),
    "none": (),
}
"""Rectangles (x0, y0, x1, y1) in which the front may hide moving parts."""


def front(art: Art, painter: QPainter) -> None:
    """Draw it whole."""
    if art.front == "lectern":
        _lectern(art, painter)


def _lectern(art: Art, painter: QPainter) -> None:
    wood, gold = art.colours.front, art.colours.accent
    pale = mix(gold, "#ffffff", 0.62)
    painter.fillRect(QRectF(-396, 890, 792, 16), linear(0, 890, 0, 906, (0, "#000000", 0), (1, "#000000", 80)))
    board = path("M-500 950 L500 950 L470 1080 L-470 1080 Z")
    painter.fillPath(
        board, linear(-500, 0, 500, 0, (0, times(wood, 0.5, 0.48, 0.5)), (0.5, wood), (1, times(wood, 0.5, 0.48, 0.5)))
    )
    for x in (-300, 300):
        painter.strokePath(path(f"M{x} 984 L{x * 0.96} 1080"), pen(times(wood, 0.42, 0.4, 0.42), 3, 150))
    painter.fillPath(
        path("M-470 905 L470 905 L510 950 L-510 950 Z"),
        linear(0, 905, 0, 950, (0, mix(wood, "#e8a266", 0.5)), (1, times(wood, 1.06, 1.04, 1.0))),
    )
    painter.fillRect(
        QRectF(-512, 946, 1024, 12),
        linear(-512, 0, 512, 0, (0, times(gold, 0.66, 0.58, 0.42)), (0.5, pale), (1, times(gold, 0.66, 0.58, 0.42))),
    )
    painter.fillRect(QRectF(-498, 958, 996, 26), linear(0, 958, 0, 984, (0, "#000000", 95), (1, "#000000", 0)))
    painter.setBrush(linear(-60, 1000, 60, 1110, (0, pale), (1, times(gold, 0.8, 0.7, 0.5))))
    painter.drawEllipse(QPointF(0, 1062), 64, 64)
    painter.setBrush(colour(times(wood, 0.66, 0.66, 0.68)))
    painter.drawEllipse(QPointF(0, 1062), 54, 54)
    painter.fillPath(star(0, 1064, 42, 17), linear(0, 1020, 0, 1100, (0, pale), (1, times(gold, 0.86, 0.76, 0.55))))
    painter.fillPath(
        path("M-120 912 L130 912 L146 940 L-140 940 Z"), linear(0, 912, 0, 940, (0, "#fbf6ec"), (1, "#dfd6c8"))
    )
    painter.strokePath(path("M-92 921 L96 921 M-98 931 L64 931"), pen("#a89d8e", 2, 120))
    for side in (-1, 1):
        painter.strokePath(sided("M252 934 C254 864 228 822 178 794", side), pen("#15171f", 9))
        painter.strokePath(sided("M249 930 C251 864 225 824 176 797", side), pen("#4b5060", 2, 160))
        painter.setBrush(
            linear(side * 252 - 22, 0, side * 252 + 22, 0, (0, "#14161d"), (0.5, "#4a4f5d"), (1, "#14161d"))
        )
        painter.drawEllipse(QPointF(side * 252, 936), 24, 7)
        painter.save()
        painter.translate(side * 164, 784)
        painter.rotate(side * 28)
        painter.setBrush(linear(0, -18, 0, 18, (0, "#6a7083"), (0.4, "#363a47"), (1, "#14161d")))
        painter.drawRoundedRect(QRectF(-34, -17, 62, 34), 17, 17)
        for i in range(-2, 3):
            painter.strokePath(path(f"M{-8 * side + i * 8} -13 L{-8 * side + i * 8} 13"), pen("#0d0e13", 1.6, 90))
        painter.setBrush(colour(gold))
        painter.drawRect(QRectF(14 * side - 3, -17, 6, 34))
        painter.restore()
