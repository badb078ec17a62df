"""What is worn on the head: glasses, a headset. Units are local to the head."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from engine.light.art import Art
from engine.light.parts.brush import colour, linear, path, pen, sided

GLASSES = (-170.0, -80.0, 340.0, 150.0)
HEADSET = (60.0, -60.0, 130.0, 230.0)
"""Rectangles (x, y, width, height) that they fill."""


def glasses(art: Art, painter: QPainter) -> None:
    """Round glasses; they sit before the eyes and the brows."""
    frame = "#2b2320"
    for side in (-1, 1):
        painter.setBrush(
            linear(side * 67 - 50, -60, side * 67 + 50, 50, (0, "#ffffff", 46), (0.5, "#ffffff", 10), (1, "#ffffff", 0))
        )
        painter.setPen(pen(frame, 5.5))
        painter.drawEllipse(QPointF(side * 67, -4), 50.0, 47.0)
        painter.setPen(pen("#ffffff", 1.6, 90))
        painter.drawArc(QRectF(side * 67 - 47, -48, 94, 88), 70 * 16, 60 * 16)
        painter.strokePath(sided("M117 -12 C132 -18 142 -18 152 -16", side), pen(frame, 5))
    painter.strokePath(path("M-17 -10 C-8 -20 8 -20 17 -10"), pen(frame, 5))


def headset(art: Art, painter: QPainter) -> None:
    """A thin boom microphone from the host's left ear to the corner of the mouth."""
    painter.strokePath(path("M152 -34 C166 -20 166 20 152 40"), pen("#191a20", 6))
    painter.strokePath(path("M152 38 C146 82 128 116 96 132"), pen("#15161c", 4.6))
    painter.strokePath(path("M149 44 C142 82 124 112 97 129"), pen("#7f8494", 1.4, 190))
    painter.save()
    painter.translate(88, 136)
    painter.rotate(-24)
    painter.setBrush(linear(0, -9, 0, 9, (0, "#5d6170"), (1, "#0f1015")))
    painter.drawRoundedRect(QRectF(-14, -9, 28, 18), 9, 9)
    painter.setBrush(colour("#ffffff", 60))
    painter.drawEllipse(QPointF(-3, -4), 6, 2.4)
    painter.restore()
