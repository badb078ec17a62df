"""Pictures of a ring, for the operator's window."""

from __future__ import annotations

import contextlib

from PySide6.QtGui import QImage

from engine.link.pictures import PictureRing
from engine.link.segment import RingError


class Preview:
    """Follows a picture ring: the program, after slate and fades, or what the engine draws.

    Args:
        step: every how many pictures one is given.
    """

    def __init__(self, step: int = 1) -> None:
        self._step = step
        self._ring: PictureRing | None = None
        self._images: list[QImage] = []
        self._shown = 0

    def attach(self, name: str) -> None:
        """Follow the ring `name` from now on."""
        self.close()
        with contextlib.suppress(RingError):
            ring = PictureRing.attach(name)
            self._ring = ring
            self._images = [
                QImage(ring.slot_pixels(i).data, ring.width, ring.height, ring.width * 4, QImage.Format.Format_RGB32)
                for i in range(ring.slots)
            ]

    def newest(self) -> QImage | None:
        """The newest picture, over shared memory, or None when it is too soon for another one."""
        if self._ring is None:
            return None
        info = self._ring.newest()
        if info is None or info.number < self._shown + self._step:
            return None
        self._shown = info.number
        return self._images[info.slot]

    def close(self) -> None:
        """Let go of the ring."""
        self._images = []
        self._shown = 0
        if self._ring is not None:
            self._ring.close()
            self._ring = None
