"""Small words for drawing with QPainter: paths from text, gradients, layers, pens.

QPainter draws paths and images on a QImage without a QGuiApplication, so the engine needs no window system.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

Stop = tuple[float, str] | tuple[float, str, int]
"""(place 0 … 1, colour) or (place, colour, alpha 0 … 255)."""

_STEP = re.compile(r"([MLCQZ])([^MLCQZ]*)")
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0}


def colour(text: str, alpha: int = 255) -> QColor:
    """A colour from #rrggbb and an alpha of 0 … 255."""
    made = QColor(text)
    made.setAlpha(alpha)
    return made


def steps_of(text: str) -> list[tuple[str, list[float]]]:
    """The steps of a path written like SVG's `M L C Q Z` with absolute numbers."""
    steps = []
    for kind, rest in _STEP.findall(text):
        numbers = [float(n) for n in rest.replace(",", " ").split()]
        if len(numbers) != _NUMBERS[kind]:
            raise ValueError(f"{kind} takes {_NUMBERS[kind]} numbers: {text}")
        steps.append((kind, numbers))
    return steps


def path(text: str) -> QPainterPath:
    """A path written like SVG: "M0 0 L10 0 C… Q… Z", absolute only."""
    return _built(steps_of(text))


def flipped(text: str) -> QPainterPath:
    """The mirror image of `path(text)` about x = 0."""
    return _built(
        [(kind, [-n if i % 2 == 0 else n for i, n in enumerate(numbers)]) for kind, numbers in steps_of(text)]
    )


def sided(text: str, side: int) -> QPainterPath:
    """`path(text)` for side 1, its mirror image for side -1."""
    return path(text) if side > 0 else flipped(text)


def mirrored(text: str) -> QPainterPath:
    """A closed symmetric outline from its one half, written from the top middle to the bottom middle."""
    half = steps_of(text)
    points = [numbers[-2:] for _, numbers in half]
    other: list[tuple[str, list[float]]] = []
    for i in range(len(half) - 1, 0, -1):
        kind, numbers = half[i]
        controls = [numbers[j : j + 2] for j in range(0, len(numbers) - 2, 2)][::-1]
        there = [*controls, points[i - 1]]
        other.append((kind, [n for x, y in there for n in (-x, y)]))
    return _built([*half, *other, ("Z", [])])


def _built(steps: list[tuple[str, list[float]]]) -> QPainterPath:
    made = QPainterPath()
    for kind, n in steps:
        if kind == "M":
            made.moveTo(n[0], n[1])
        elif kind == "L":
            made.lineTo(n[0], n[1])
        elif kind == "C":
            made.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
        elif kind == "Q":
            made.quadTo(n[0], n[1], n[2], n[3])
        else:
            made.closeSubpath()
    return made


def linear(x0: float, y0: float, x1: float, y1: float, *stops: Stop) -> QBrush:
    """A gradient along the line from (x0, y0) to (x1, y1)."""
    return _gradient(QLinearGradient(x0, y0, x1, y1), stops)


def radial(x: float, y: float, radius: float, *stops: Stop) -> QBrush:
    """A gradient outwards from (x, y)."""
    return _gradient(QRadialGradient(x, y, radius), stops)


def _gradient(gradient: QGradient, stops: tuple[Stop, ...]) -> QBrush:
    for stop in stops:
        gradient.setColorAt(stop[0], colour(stop[1], stop[2] if len(stop) == 3 else 255))
    return QBrush(gradient)


def pen(text: str, width: float, alpha: int = 255) -> QPen:
    """A round pen."""
    made = QPen(colour(text, alpha), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def stroke(painter: QPainter, line: QPainterPath, ink: QPen) -> None:
    """Draw a line without filling it."""
    painter.strokePath(line, ink)


def glow(painter: QPainter, x: float, y: float, rx: float, ry: float, text: str, alpha: int) -> None:
    """A soft spot: full in the middle, nothing at the rim."""
    painter.save()
    painter.translate(x, y)
    painter.scale(1.0, ry / rx)
    painter.setBrush(radial(0, 0, rx, (0, text, alpha), (0.5, text, alpha * 2 // 5), (1, text, 0)))
    painter.drawEllipse(QPointF(0, 0), rx, rx)
    painter.restore()


def layer(width: int, height: int) -> QImage:
    """An empty, see-through picture."""
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """A painter on `image` that is ended for sure: a second painter on one picture silently draws nothing."""
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        yield painter
    finally:
        painter.end()
