"""What the hall sees at a tick: the avatar, its idle loop, the slate, and the fades between them.

The picture of the right time is copied into the program ring. When the engine has none, the last one is held
for two ticks, then the avatar's own idle loop takes over at the same phase, so that only the mouth differs and
a short cross-fade closes it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from console.playout.idle import IdlePlayer
from engine.link.pictures import PictureInfo, PictureRing

_HELD_TICKS = 2
"""A late picture costs at most these; longer would be seen as a stop."""
_TO_IDLE_S = 0.10
_TO_LIVE_S = 0.10
_AFTER_CUT_S = 0.05


@dataclass(frozen=True, slots=True)
class Composed:
    """What was put together for a tick.

    Attributes:
        picture: `live`, `held`, `idle`, `slate` or `black`.
        late: the avatar was to be seen and there was no picture of the right time.
        info: the engine's picture that was used, if one was.
        fading: more than one picture is in it.
    """

    picture: str
    late: bool
    info: PictureInfo | None
    fading: bool


class Compositor:
    """Puts each program picture together.

    Args:
        pictures: the engine's ring.
        rate: ticks a second.
        idle: the avatar's idle loop.

    Attributes:
        slate: the safe picture, of the program's size.
    """

    def __init__(self, pictures: PictureRing, rate: int, idle: IdlePlayer, slate: QImage) -> None:
        self._ring = pictures
        self._rate = rate
        self._idle = idle
        self.slate = slate
        self._images = [_image_over(pictures, slot) for slot in range(pictures.slots)]
        self._last: PictureInfo | None = None
        self._held = 0
        self._idle_share = 0.0  # 0: the engine's picture, 1: the idle loop
        self._air_share = 0.0  # 0: slate, 1: avatar
        self._air_target = 0.0
        self._air_step = 1.0
        self._black = False
        self._generation = 0

    def set_air(self, air: str, fade_s: float) -> None:
        """Go to `live`, `hold` or `slate` within `fade_s`; `panic` is black at once."""
        self._black = air == "panic"
        self._air_target = 1.0 if air == "live" else 0.0
        self._air_step = 1.0 / max(1.0, fade_s * self._rate)
        if self._black or fade_s <= 0:
            self._air_share = self._air_target

    @property
    def aired(self) -> bool:
        """The avatar is to be seen, wholly or in a fade."""
        return self._air_share > 0.0 or self._air_target > 0.0

    @property
    def settled(self) -> bool:
        """No fade between slate and avatar is under way."""
        return self._air_share == self._air_target

    def compose(self, pts: int, generation: int, canvas: np.ndarray, target: QImage) -> Composed:
        """Draw the program picture for `pts`.

        Args:
            pts: sample index of the tick.
            generation: of the sound; pictures of an older one belong to a dropped turn.
            canvas: (height, width, 4) uint8, where the picture goes.
            target: a QImage over the same memory.
        """
        info = self._ring.find(pts, generation)
        after_cut = generation != self._generation and info is None
        self._step_air()
        if self._black:
            canvas[:] = 0
            self._step_engine(info, after_cut)
            return Composed("black", False, info, False)
        if self._air_share == 0.0:
            self._step_engine(info, after_cut)
            _draw(target, [(self.slate, 1.0)])
            return Composed("slate", False, info, False)
        layers, picture = self._avatar(pts, info, after_cut)
        if info is not None:
            self._generation = generation
        if self._air_share < 1.0 or not layers:
            layers = [(self.slate, 1.0), *((image, share * self._air_share) for image, share in layers)]
        if len(layers) == 1 and picture in ("live", "held") and self._last is not None:
            self._ring.copy(self._last, canvas)
        else:
            _draw(target, layers)
        return Composed(picture, info is None, info, len(layers) > 1)

    # -- inside -----------------------------------------------------------------------------------------------

    def _step_air(self) -> None:
        if self._air_share < self._air_target:
            self._air_share = min(self._air_target, self._air_share + self._air_step)
        elif self._air_share > self._air_target:
            self._air_share = max(self._air_target, self._air_share - self._air_step)

    def _step_engine(self, info: PictureInfo | None, after_cut: bool) -> bool:
        """Move between the engine's pictures and the idle loop. True when a picture is there or can be held."""
        if info is not None:
            self._last = info
            self._held = 0
            self._idle_share = max(0.0, self._idle_share - 1.0 / (_TO_LIVE_S * self._rate))
            return True
        self._held += 1
        last = self._last
        usable = last is not None and self._ring.whole(last)
        if not self._idle.ready:
            return usable
        if after_cut:
            self._idle_share = min(1.0, self._idle_share + 1.0 / (_AFTER_CUT_S * self._rate))
        elif self._held > _HELD_TICKS or not usable:
            self._idle_share = min(1.0, self._idle_share + 1.0 / (_TO_IDLE_S * self._rate))
        if not usable:
            self._idle_share = 1.0
        return usable

    def _avatar(self, pts: int, info: PictureInfo | None, after_cut: bool) -> tuple[list[tuple[QImage, float]], str]:
        usable = self._step_engine(info, after_cut)
        idle = self._idle.picture(pts) if self._idle_share > 0.0 else None
        if usable and self._last is not None:
            layers = [(self._images[self._last.slot], 1.0)]
            if idle is not None:
                layers = [(idle, 1.0)] if self._idle_share >= 1.0 else [*layers, (idle, self._idle_share)]
            name = "live" if info is not None else "held"
            return layers, "idle" if idle is not None and self._idle_share >= 0.5 else name
        return ([(idle, 1.0)], "idle") if idle is not None else ([], "slate")


def _draw(target: QImage, layers: list[tuple[QImage, float]]) -> None:
    painter = QPainter(target)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for number, (image, share) in enumerate(layers):
        if number == 1:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(share)
        if image.size() == target.size():
            painter.drawImage(0, 0, image)
        else:
            painter.drawImage(target.rect(), image)
    if not layers:
        painter.fillRect(target.rect(), QColor("black"))
    painter.end()


def _image_over(ring: PictureRing, slot: int) -> QImage:
    pixels = ring.slot_pixels(slot)
    return QImage(pixels.data, ring.width, ring.height, ring.width * 4, QImage.Format.Format_RGB32)
