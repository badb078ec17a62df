"""Parts of the picture that are drawn once and then moved.

The page is 1920x1080 units; a `Page` maps it onto a picture of any size, filling it and keeping circles round.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from engine.light.parts.brush import layer, painting

PAGE_WIDTH, PAGE_HEIGHT = 1920, 1080

Paint = Callable[[QPainter], None]
"""Draws in page units, or in units local to a part."""


@dataclass(frozen=True, slots=True)
class Page:
    """How the page lies on a picture of `width` x `height` pixels: scaled to cover it, centred, feet kept.

    Attributes:
        scale: pixels per page unit. left, top: pixel where the page's corner lies (may be negative).
    """

    width: int
    height: int
    scale: float
    left: float
    top: float

    @classmethod
    def on(cls, width: int, height: int) -> Page:
        scale = max(width / PAGE_WIDTH, height / PAGE_HEIGHT)
        return cls(width, height, scale, (width - PAGE_WIDTH * scale) / 2, height - PAGE_HEIGHT * scale)

    def apply(self, painter: QPainter) -> None:
        """Make `painter` draw in page units."""
        painter.translate(self.left, self.top)
        painter.scale(self.scale, self.scale)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The pixels that a page rectangle touches, cut to the picture."""
        return Box(
            min(self.width, max(0, floor(self.left + x0 * self.scale))),
            min(self.height, max(0, floor(self.top + y0 * self.scale))),
            min(self.width, max(0, ceil(self.left + x1 * self.scale))),
            min(self.height, max(0, ceil(self.top + y1 * self.scale))),
        )

    def pixel_y(self, y: float) -> int:
        """The pixel row nearest to page height `y`."""
        return min(self.height, max(0, round(self.top + y * self.scale)))


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels from (x0, y0) up to, not including, (x1, y1)."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def size(self) -> tuple[int, int]:
        return max(0, self.x1 - self.x0), max(0, self.y1 - self.y0)

    def within(self, other: Box) -> Box:
        """The part of this box that lies in `other`."""
        x0, y0 = max(self.x0, other.x0), max(self.y0, other.y0)
        return Box(x0, y0, max(x0, min(self.x1, other.x1)), max(y0, min(self.y1, other.y1)))


class Sprite:
    """A part of the page drawn once, in units local to the part."""

    def __init__(self, page: Page, x: float, y: float, width: float, height: float, paint: Paint) -> None:
        pixels_x, pixels_y = ceil(width * page.scale), ceil(height * page.scale)
        self.image = layer(pixels_x, pixels_y)
        self.rect = QRectF(x, y, pixels_x / page.scale, pixels_y / page.scale)
        with painting(self.image) as painter:
            painter.scale(page.scale, page.scale)
            painter.translate(-x, -y)
            paint(painter)

    def draw(self, painter: QPainter, dx: float = 0.0, dy: float = 0.0) -> None:
        """Draw with `painter` in the part's own units, shifted by (dx, dy)."""
        painter.drawImage(self.rect.translated(dx, dy), self.image)


def page_picture(page: Page, box: Box, paint: Paint) -> QImage:
    """The pixels of `box`, with `paint` drawing in page units."""
    image = layer(*box.size)
    with painting(image) as painter:
        painter.translate(-box.x0, -box.y0)
        page.apply(painter)
        paint(painter)
    return image
