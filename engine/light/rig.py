"""The drawn host: puts scenery, torso, head and front together for one moment.

Everything that only moves is a sprite; everything that changes its shape (face outline, eyes, brows, mouth) is
drawn as vectors. Of a picture that already shows this scenery only the parts that may move are drawn again.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from engine.driver import Pixels
from engine.light.art import Art
from engine.light.parts import hair, headwear, lectern, outfit
from engine.light.parts.brush import painting
from engine.light.parts.eyes import Eyes
from engine.light.parts.face import Face
from engine.light.parts.lips import Lips, chin_opening
from engine.light.parts.sprite import Box, Page, Sprite, page_picture
from engine.light.parts.stage import scenery
from engine.light.pose import Pose
from engine.light.visemes import Mouth

MIDDLE, EYE_LEVEL = 960.0, 392.0
"""Where the head's own origin lies on the page."""

_NAPE = 260.0  # the head tilts about this point, below its origin
_CHEST_LIFT = 3.6  # page units by which the shoulders rise with a breath
_HEAD_REACH = (-270.0, -330.0, 270.0)  # left, top, right in page units about the head's origin: never left
_PROBES = 127  # pixels looked at to know whether a canvas still shows the scenery


class Presenter:
    """Draws one avatar at one size.

    Attributes:
        width, height: size of the pictures in pixels.
    """

    def __init__(self, art: Art, width: int, height: int) -> None:
        self.width, self.height = width, height
        page = Page.on(width, height)
        self._page = page
        self._hinge = page.pixel_y(lectern.HINGE[art.front])
        torso_box = page.box(MIDDLE - outfit.HALF_WIDTH, outfit.TOP, MIDDLE + outfit.HALF_WIDTH, 1080)
        self._torso_box = Box(torso_box.x0, torso_box.y0, torso_box.x1, max(torso_box.y0, self._hinge))
        x0, y0, x1 = _HEAD_REACH
        lift = page.box(0, 0, 0, outfit.TOP - 10).y1
        self._dirty = [
            page.box(MIDDLE + x0, EYE_LEVEL + y0, MIDDLE + x1, outfit.TOP - 10),
            Box(torso_box.x0, min(lift, self._hinge), torso_box.x1, self._hinge),
        ]
        self._torso = page_picture(page, self._torso_box, lambda p: _centred(p, outfit.torso, art))
        self._collar = page_picture(page, self._torso_box, lambda p: _centred(p, outfit.collar, art))
        self._scenery, self._behind = self._build_scenery(art)
        self._overlaps = []
        for rect in lectern.OVERLAPS[art.front]:
            box = page.box(MIDDLE + rect[0], rect[1], MIDDLE + rect[2], rect[3]).within(self._dirty[1])
            self._overlaps.append((box, page_picture(page, box, lambda p: _centred(p, lectern.front, art))))
        self._back = Sprite(page, *hair.BACK, paint=lambda p: hair.back(art, p))
        self._hair = Sprite(page, *hair.FRONT, paint=lambda p: hair.front(art, p))
        self._worn = [
            Sprite(page, *rect, paint=lambda p, draw=draw: draw(art, p))  # type: ignore[misc]
            for name, rect, draw in (
                ("glasses", headwear.GLASSES, headwear.glasses),
                ("headset", headwear.HEADSET, headwear.headset),
            )
            if name in art.extras
        ]
        self._face, self._eyes = Face(art, page), Eyes(art)
        self._lips = Lips(art, self._face.build.lips)
        self._alone: Pixels | None = None  # the host without a ground, as drawn last: made when it is asked for
        self._art = art
        self._probes = self._probe_places()
        self._signature = self._scenery.reshape(-1, 4).view(np.uint32)[self._probes, 0].copy()

    def draw(self, canvas: Pixels, pose: Pose, mouth: Mouth, effort: float = 0.0) -> None:
        """Draw into `canvas`, (height, width, 4) uint8 BGRA, each pixel of it.

        `effort`: 0 at rest … 1 loud speech: raises the brows and the head a little.
        """
        self._restore(canvas)
        with painting(_opaque(canvas)) as painter:
            self._paint(painter, pose, mouth, effort)

    def draw_alone(self, pose: Pose, mouth: Mouth, effort: float = 0.0) -> Pixels:
        """Draw the host and what stands before them, on transparent ground. Arguments as of `draw`.

        Returns (height, width, 4) uint8 BGRA, premultiplied: this object's own, drawn over by the next call.
        """
        if self._alone is None:
            self._alone = self._build_bare()
        for box in self._dirty:
            self._alone[box.y0 : box.y1, box.x0 : box.x1] = 0
        with painting(_transparent(self._alone)) as painter:
            self._paint(painter, pose, mouth, effort)
        return self._alone

    def lay(self, canvas: Pixels, alone: Pixels) -> None:
        """Lay what `draw_alone` gave before the scenery: what `draw` draws, from one painting of the host."""
        self._restore(canvas)
        image, host = _opaque(canvas), _transparent(alone)
        with painting(image) as painter:
            for box in self._dirty:
                rect = QRect(box.x0, box.y0, *box.size)
                painter.drawImage(rect, host, rect)

    # -- layers ----------------------------------------------------------------------------------

    def _paint(self, painter: QPainter, pose: Pose, mouth: Mouth, effort: float) -> None:
        page = self._page
        turn = math.radians(pose.roll)
        nod = 2.5 * effort
        x, y = pose.x, pose.y + nod
        yaw, pitch = pose.yaw, pose.pitch + 0.25 * effort

        self._enter_head(painter, x, y, pose.roll)
        self._back.draw(painter, -3.0 * yaw, 0)
        painter.restore()

        self._draw_stretched(painter, self._torso, pose.breath)
        painter.save()
        page.apply(painter)
        painter.translate(MIDDLE, EYE_LEVEL - _CHEST_LIFT * pose.breath)
        jaw = chin_opening(mouth)
        self._face.draw_neck(painter, x + math.sin(turn) * 140, y + _CHEST_LIFT * pose.breath, jaw)
        painter.restore()
        self._draw_stretched(painter, self._collar, pose.breath)

        self._enter_head(painter, x, y, pose.roll)
        self._face.draw_skin(painter, jaw)
        dx, dy = 5.5 * yaw, 4.0 * pitch
        painter.translate(dx, dy)
        self._eyes.draw(painter, pose.blink, pose.gaze_x, pose.gaze_y)
        self._face.draw_brows(painter, min(1.0, pose.brow + 0.6 * effort) - 0.25 * pose.blink)
        self._face.draw_nose(painter, 2.2 * yaw, 1.2 * pitch)
        painter.translate(0.6 * yaw, self._face.build.mouth_y + 6 * jaw)
        self._lips.draw(painter, mouth)
        painter.translate(-dx - 0.6 * yaw, -dy - self._face.build.mouth_y - 6 * jaw)
        self._hair.draw(painter, 1.5 * yaw, 0.8 * pitch)
        for sprite in self._worn:
            sprite.draw(painter, 3.5 * yaw, 2.5 * pitch)
        painter.restore()

        for box, image in self._overlaps:
            painter.drawImage(QPointF(box.x0, box.y0), image)

    def _enter_head(self, painter: QPainter, x: float, y: float, roll: float) -> None:
        painter.save()
        self._page.apply(painter)
        painter.translate(MIDDLE + x, EYE_LEVEL + _NAPE + y)
        painter.rotate(roll)
        painter.translate(0, -_NAPE)

    def _draw_stretched(self, painter: QPainter, image: QImage, breath: float) -> None:
        """A breath stretches the chest from the hinge upwards: a shift by whole pixels would step."""
        box, lift = self._torso_box, _CHEST_LIFT * breath * self._page.scale
        width, height = box.size
        painter.drawImage(QRectF(box.x0, box.y0 - lift, width, height + lift), image)

    # -- scenery ---------------------------------------------------------------------------------

    def _build_scenery(self, art: Art) -> tuple[Pixels, list[Pixels]]:
        """What never moves, whole; and for each part that is redrawn, what lies behind the host there."""
        pixels = scenery(art, self._page)
        behind = [pixels[box.y0 : box.y1, box.x0 : box.x1].copy() for box in self._dirty]
        image = QImage(pixels.data, self.width, self.height, self.width * 4, QImage.Format.Format_RGB32)
        self._paint_still(image, art)
        return pixels, behind

    def _build_bare(self) -> Pixels:
        """What never moves of the host and their front, on transparent ground."""
        pixels = np.zeros((self.height, self.width, 4), np.uint8)
        self._paint_still(_transparent(pixels), self._art)
        return pixels

    def _paint_still(self, image: QImage, art: Art) -> None:
        with painting(image) as painter:
            painter.save()
            painter.setClipRect(0, self._hinge, self.width, self.height - self._hinge)
            self._page.apply(painter)
            _centred(painter, outfit.torso, art)
            _centred(painter, outfit.collar, art)
            painter.restore()
            self._page.apply(painter)
            _centred(painter, lectern.front, art)

    def _restore(self, canvas: Pixels) -> None:
        """Bring the scenery back under the moving parts; all of it where the canvas shows something else."""
        shown = canvas.reshape(-1, 4).view(np.uint32)[self._probes, 0]
        if not np.array_equal(shown, self._signature):
            np.copyto(canvas, self._scenery)
        for box, pixels in zip(self._dirty, self._behind, strict=True):
            canvas[box.y0 : box.y1, box.x0 : box.x1] = pixels

    def _probe_places(self) -> NDArray[np.intp]:
        """Flat indices of pixels, spread over the still part of the picture."""
        still = np.ones((self.height, self.width), bool)
        for box in self._dirty:
            still[box.y0 : box.y1, box.x0 : box.x1] = False
        places = np.flatnonzero(still)
        if not len(places):
            return places
        return places[np.linspace(0, len(places) - 1, _PROBES).astype(np.intp)]


def _opaque(pixels: Pixels) -> QImage:
    """A picture over (height, width, 4) uint8 BGRA, whose alpha is 255."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)


def _transparent(pixels: Pixels) -> QImage:
    """A picture over (height, width, 4) uint8 BGRA, premultiplied."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)


def _centred(painter: QPainter, paint: Callable[[Art, QPainter], None], art: Art) -> None:
    painter.save()
    painter.translate(MIDDLE, 0)
    paint(art, painter)
    painter.restore()
