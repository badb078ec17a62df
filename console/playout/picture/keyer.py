"""The host without their ground, for a vision mixer: on one colour, or as fill and key.

What is keyed is put together premultiplied: the cut-out of the very picture that the program shows, captions, the
mark of a rehearsal. Off the air there is nothing in it, and in the black of PANIC neither: what the mixer has beneath
is not ours to cover. A test pattern fills it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from console.playout.picture.compositor import Composed, Compositor
from console.playout.picture.idle import IdlePlayer
from engine.ipc.messages.kinds import Ground
from engine.ipc.rings.picture_ring import PictureInfo, PictureRing

_IN_HAND = 3
"""Pictures that may be with the window system at once."""

_PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied
_STRAIGHT = QImage.Format.Format_ARGB32
_OPAQUE = QImage.Format.Format_RGB32
_GREY = QImage.Format.Format_Grayscale8
_REPLACE = QPainter.CompositionMode.CompositionMode_Source

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Keyed:
    """What the screens get at a tick.

    Attributes:
        fill: for the hall's screen. It is the only picture on a colour, and holds the key too where that is beside it.
        key: for the key's screen: white where the host is, black where the mixer's picture is; or None.
    """

    fill: QImage
    key: QImage | None = None


class Keyer:
    """Lays what is keyed on the ground that was asked for.

    Args:
        cutouts: the ring that the engine draws hosts without a ground into.
        compositor: puts the program together, and has what lies over the avatar.
        idle: the avatar's idle loop without a ground, as `engine.prepare` makes it: colours above, key below.
    """

    def __init__(self, cutouts: PictureRing, compositor: Compositor, idle: IdlePlayer) -> None:
        self.cutouts = cutouts
        self._compositor, self._idle = compositor, idle
        self._idling: tuple[QImage, QImage] | None = None  # a picture of the loop, and what was made of it
        self._hosts = [_image(cutouts.slot_pixels(slot), _PREMULTIPLIED) for slot in range(cutouts.slots)]
        self._makers = [_Picture(cutouts.width, cutouts.height) for _ in range(_IN_HAND)]
        self._turn = 0
        self._ground, self._colour, self._straight = Ground.COLOUR, QColor("#00b140"), False

    def use(self, ground: Ground, colour: str, *, straight: bool) -> None:
        """This ground from now on. `straight` keeps the fill's whole colour where the key is grey."""
        self._ground, self._colour, self._straight = ground, QColor(colour), straight

    def compose(self, composed: Composed, pts: int, pattern: QImage | None) -> Keyed:
        """The pictures that belong to a tick.

        Args:
            composed: what the program shows in it.
            pattern: the test pattern that stands in the slate's place, or None.
        """
        before = self._makers[self._turn]
        self._turn = (self._turn + 1) % _IN_HAND
        now = self._makers[self._turn]
        if pattern is not None and composed.picture == "slate":
            _lay(now.layer, pattern)
        elif self._lay_host(now.layer, composed, pts):
            self._compositor.draw_over(now.layer, pts, composed)
        else:  # it was drawn over while it was being copied: the one before it stays, as in the program
            _lay(now.layer, before.layer)
        match self._ground:
            case Ground.BESIDE:
                return Keyed(now.beside(straight=self._straight))
            case Ground.SCREENS:
                return Keyed(now.fill(straight=self._straight), now.key())
            case _:
                return Keyed(now.on(self._colour))

    def close(self) -> None:
        """Let the ring go."""
        self._hosts.clear()
        self.cutouts.close()

    def _lay_host(self, layer: QImage, composed: Composed, pts: int) -> bool:
        """The host alone, from the engine or the idle loop. False when it was overwritten meanwhile."""
        info = self._cutout_of(composed.host) if composed.share > 0.0 else None
        idle = self._idle_cutout(pts) if composed.share > 0.0 and composed.idle > 0.0 else None
        if info is None:
            layer.fill(Qt.GlobalColor.transparent)
        else:
            _lay(layer, self._hosts[info.slot])
        if idle is not None:
            _lay(layer, idle, composed.idle if info is not None else 1.0)
        if composed.share < 1.0 and (info is not None or idle is not None):
            _thin(layer, composed.share)
        return info is None or self.cutouts.whole(info)

    def _idle_cutout(self, pts: int) -> QImage | None:
        """The idle loop's picture at an index, or None while there is no loop."""
        both = self._idle.picture(pts)
        if both is None or (both.width(), both.height()) != (self.cutouts.width, 2 * self.cutouts.height):
            return None
        if self._idling is None or self._idling[0] is not both:
            self._idling = both, _joined(both)
        return self._idling[1]

    def _cutout_of(self, host: PictureInfo | None) -> PictureInfo | None:
        return self.cutouts.find(host.pts, host.generation) if host is not None else None


class _Picture:
    """The memory of one tick's pictures, made once.

    Attributes:
        layer: what is keyed, premultiplied.
    """

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._layer: Bytes = np.zeros((height, width, 4), np.uint8)
        self.layer = _image(self._layer, _PREMULTIPLIED)
        self._key: Bytes | None = None
        self._made: dict[tuple[QImage.Format, int], Bytes] = {}  # only what the ground needs

    def on(self, colour: QColor) -> QImage:
        """On one colour."""
        out = _image(self._bytes(_OPAQUE), _OPAQUE)
        out.fill(colour)
        painter = QPainter(out)
        painter.drawImage(0, 0, self.layer)
        painter.end()
        return out

    def fill(self, *, straight: bool) -> QImage:
        """The colours alone: multiplied by the key already, or whole, and black where the key is."""
        if not straight:
            return _image(self._layer, _OPAQUE)
        pixels = self._bytes(_STRAIGHT)
        _lay(_image(pixels, _STRAIGHT), self.layer)
        return _image(pixels, _OPAQUE)

    def key(self) -> QImage:
        """How much of the host there is, white for all."""
        width, height = self._size
        if self._key is None:
            self._key = np.zeros((height, -(-width // 4) * 4), np.uint8)  # Qt begins each row at a whole word
        np.copyto(self._key[:, :width], self._layer[..., 3])
        return QImage(self._key.data, width, height, self._key.shape[1], _GREY)

    def beside(self, *, straight: bool) -> QImage:
        """Fill at the left, key at the right."""
        out = _image(self._bytes(_OPAQUE, 2), _OPAQUE)
        painter = QPainter(out)
        painter.setCompositionMode(_REPLACE)
        painter.drawImage(0, 0, self.fill(straight=straight))
        painter.drawImage(self._size[0], 0, self.key())
        painter.end()
        return out

    def _bytes(self, form: QImage.Format, times: int = 1) -> Bytes:
        width, height = self._size
        if (form, times) not in self._made:
            self._made[form, times] = np.zeros((height, times * width, 4), np.uint8)
        return self._made[form, times]


def _image(pixels: Bytes, form: QImage.Format) -> QImage:
    """A picture over (height, width, 4) uint8, which shares its memory."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, form)


def _joined(both: QImage) -> QImage:
    """One premultiplied picture of its colours above and its key below."""
    width, height = both.width(), both.height() // 2
    rows: Bytes = np.frombuffer(both.constBits(), np.uint8).reshape(2 * height, width, 4)
    image = QImage(width, height, _PREMULTIPLIED)
    pixels: Bytes = np.frombuffer(image.bits(), np.uint8).reshape(height, width, 4)
    pixels[..., 3] = rows[height:, :, 1]
    np.minimum(rows[:height, :, :3], pixels[..., 3:], out=pixels[..., :3])  # JPEG may have made them more than there is
    return image


def _thin(layer: QImage, share: float) -> None:
    """Leave so much of it, alpha as well as colours."""
    painter = QPainter(layer)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(layer.rect(), QColor(0, 0, 0, round(255 * share)))
    painter.end()


def _lay(under: QImage, image: QImage, share: float = 1.0) -> None:
    """Put `image` in the place of `under`, or mix them, alpha as well as colours."""
    painter = QPainter(under)
    painter.setCompositionMode(_REPLACE)
    painter.setOpacity(share)
    painter.drawImage(under.rect(), image) if image.size() != under.size() else painter.drawImage(0, 0, image)
    painter.end()
