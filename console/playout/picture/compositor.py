"""What the hall sees at a tick: the avatar, its idle loop, the slate, the fades between them, and captions on top.

A rehearsal is marked over all of it, but for the black of PANIC.

The picture of the right time is copied into the program ring. When the engine is late, its newest picture is shown
and counted as late; when it has none, the last one is held for two ticks, then the avatar's own idle loop takes over
at the same phase, so that only the mouth differs and a short cross-fade closes it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from console.playout.picture.captions import CaptionLayer
from console.playout.picture.idle import IdlePlayer
from console.playout.picture.rehearsal_mark import RehearsalMark
from engine.ipc.messages.kinds import Air
from engine.ipc.rings.picture_ring import PictureInfo, PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE

_LATE_TICKS = 3
"""A picture older than this many ticks is no longer the voice's."""
_HELD_S = 0.066
"""A missing picture is held for this long; longer would be seen as a stop."""
_TO_IDLE_S = 0.10
_TO_LIVE_S = 0.10
_AFTER_CUT_S = 0.034

Layers = list[tuple[QImage, float]]


@dataclass(frozen=True, slots=True)
class Composed:
    """What was put together for a tick.

    Attributes:
        picture: `live`, `late`, `held`, `idle`, `slate` or `black`.
        late: the avatar was to be seen and there was no picture of the right time.
        info: the engine's picture that was used, if one was.
        host: the engine's newest picture, though it may be held, or the idle loop be shown in its place.
        idle: share of the idle loop over it, 0 to 1.
        share: of the avatar over the slate, 0 to 1.
        marked: as a rehearsal.
    """

    picture: str
    late: bool
    info: PictureInfo | None
    host: PictureInfo | None = None
    idle: float = 0.0
    share: float = 0.0
    marked: bool = False


class Compositor:
    """Puts each program picture together.

    Args:
        pictures: the engine's ring.
        rate: ticks a second.
        idle: the avatar's idle loop.
        slate: the safe picture, of the program's size.

    Attributes:
        slate: may be replaced at any time.
        captions: what is read over the avatar; never over the slate.
    """

    def __init__(self, pictures: PictureRing, rate: int, idle: IdlePlayer, slate: QImage) -> None:
        self.captions = CaptionLayer(pictures.width, pictures.height)
        self._ring = pictures
        self._rate = rate
        self._late_span = _LATE_TICKS * SAMPLE_RATE // rate
        self._held_ticks = round(_HELD_S * rate)
        self._idle = idle
        self.slate = slate
        self._images = [image_over(pictures, slot) for slot in range(pictures.slots)]
        self._last: PictureInfo | None = None
        self._held = 0
        self._generation = 0
        self._idle_share = 0.0  # 0: the engine's picture, 1: the idle loop
        self._air_share = 0.0  # 0: slate, 1: avatar
        self._air_target = 0.0
        self._air_step = 1.0
        self._black = False
        self._mark = RehearsalMark(pictures.width, pictures.height)
        self._marked = self._mark_stays = False
        self._previous: QImage | None = None  # the program's last picture, when it was all avatar

    def set_air(self, air: Air, fade_s: float, *, rehearsal: bool = False) -> None:
        """Go to `live`, `hold` or `slate` within `fade_s`; `panic` is black at once. A `rehearsal` is marked."""
        self._marked = rehearsal or (self._marked and air == Air.SLATE)  # until the avatar is out of the picture
        self._mark_stays = rehearsal
        if self._air_share == 0.0 or air == Air.PANIC:
            self.captions.clear()  # what nobody saw come is not seen to go
        self._black = air == Air.PANIC
        self._air_target = 1.0 if air == Air.LIVE else 0.0
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
        exact = self._ring.find(pts, generation)
        info = exact or self._ring.find_late(pts, pts - self._late_span, generation)
        if exact is None and info is not None and self._last is not None and info.number == self._last.number:
            info = None  # it was shown already
        self._step_engine(info, generation)
        self._step_air()
        if self._black:
            canvas[:] = 0
            self._previous = None
            return Composed("black", False, info)
        self._marked = self._mark_stays or (self._marked and self._air_share > 0.0)
        if self._air_share == 0.0:
            _draw(target, [(self.slate, 1.0)])
            self._previous = None
            if self._marked:
                self._mark.draw(target)
            return Composed("slate", False, info, marked=self._marked)
        layers, picture = self._avatar(pts, info is not None, exact is not None)
        if not layers:
            layers, picture = [(self.slate, 1.0)], "slate"
        elif self._air_share < 1.0:
            layers = [(self.slate, 1.0), *((image, share * self._air_share) for image, share in layers)]
        if len(layers) == 1 and self._last is not None and layers[0][0] is self._images[self._last.slot]:
            if not self._ring.copy(self._last, canvas):  # overwritten meanwhile: the one before it stays
                _draw(target, [(self._previous or self.slate, 1.0)])
        else:
            _draw(target, layers)
        self._previous = target if self._air_share == 1.0 and picture != "slate" else None
        share = self._air_share if picture != "slate" else 0.0
        composed = Composed(picture, exact is None, info, self._last, self._idle_share, share, self._marked)
        self.draw_over(target, pts, composed)
        return composed

    def draw_over(self, target: QImage, pts: int, composed: Composed) -> None:
        """What lies over the avatar and is seen with it: captions, and the mark of a rehearsal."""
        if composed.share > 0.0:
            self.captions.draw(target, pts, composed.share)
        if composed.marked:
            self._mark.draw(target)

    # -- inside -----------------------------------------------------------------------------------------------

    def _step_air(self) -> None:
        if self._air_share < self._air_target:
            self._air_share = min(self._air_target, self._air_share + self._air_step)
        elif self._air_share > self._air_target:
            self._air_share = max(self._air_target, self._air_share - self._air_step)

    def _step_engine(self, info: PictureInfo | None, generation: int) -> None:
        """Move between the engine's pictures and the idle loop."""
        if info is not None:
            self._last, self._held, self._generation = info, 0, generation
            self._idle_share = max(0.0, self._idle_share - 1.0 / (_TO_LIVE_S * self._rate))
            return
        self._held += 1
        if not self._idle.ready:
            return
        if generation != self._generation:  # a turn was dropped: its open mouth must not stand there
            self._idle_share = min(1.0, self._idle_share + 1.0 / (_AFTER_CUT_S * self._rate))
        elif self._held > self._held_ticks:
            self._idle_share = min(1.0, self._idle_share + 1.0 / (_TO_IDLE_S * self._rate))

    def _avatar(self, pts: int, fresh: bool, exact: bool) -> tuple[Layers, str]:
        """The avatar's layers, undermost first, and what they are."""
        idle = self._idle.picture(pts) if self._idle.ready and self._idle_share > 0.0 else None
        base = self._base()
        if base is None and idle is None and self._idle.ready:
            idle = self._idle.picture(pts)
            self._idle_share = 1.0
        if base is None:
            return ([(idle, 1.0)], "idle") if idle is not None else ([], "slate")
        name = "live" if exact else "late" if fresh else "held"
        if idle is None:
            return [(base, 1.0)], name
        if self._idle_share >= 1.0:
            return [(idle, 1.0)], "idle"
        return [(base, 1.0), (idle, self._idle_share)], "idle" if self._idle_share >= 0.5 else name

    def _base(self) -> QImage | None:
        """The engine's last picture, from its own slot or, when that was overwritten, from the program."""
        if self._last is not None and self._ring.whole(self._last):
            return self._images[self._last.slot]
        return self._previous


def _draw(target: QImage, layers: Layers) -> None:
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


def image_over(ring: PictureRing, slot: int) -> QImage:
    """A slot of a ring as a picture, which shares its memory."""
    pixels = ring.slot_pixels(slot)
    return QImage(pixels.data, ring.width, ring.height, ring.width * 4, QImage.Format.Format_RGB32)
