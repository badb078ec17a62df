"""Pictures for the operator's window: of a ring, or of a prepared idle loop."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from engine.files.idle_loop import IdleLoop, IdleLoopError
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.shared_memory import RingError

_ASK_AGAIN = 30
"""So many pictures that were not there: the ring is asked for again, about once a second."""

LOOP_RATE = 10
"""Pictures of an idle loop a second: enough to see that the host is alive, little work for the window."""

LOOP_SIZE = QSize(640, 360)
"""As large as they are read, in pixels."""


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
        self._name = ""
        self._asked = 0

    def attach(self, name: str) -> None:
        """Follow the ring `name` from now on. One that cannot be opened is asked for again."""
        self.close()
        self._name = name
        self._try_attach()

    def _try_attach(self) -> None:
        self._asked = 0
        name = self._name
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
            self._asked += 1
            if self._name and self._asked >= _ASK_AGAIN:
                self._try_attach()
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
        self._name = ""
        if self._ring is not None:
            self._ring.close()
            self._ring = None


class LoopPreview:
    """Plays the idle loop of a host whom the engine does not draw now."""

    def __init__(self) -> None:
        self._file = ""
        self._loop: IdleLoop | None = None
        self._shown = -1

    def follow(self, file: str) -> None:
        """Play this loop from now on; "" plays none. A loop that cannot be read is none."""
        if file == self._file:
            return
        self.close()
        self._file = file
        if file:
            with contextlib.suppress(IdleLoopError):
                self._loop = IdleLoop.open(Path(file))

    def newest(self, now_s: float) -> QImage | None:
        """The picture of this moment (seconds on any clock), or None when it is too soon for another one."""
        number = int(now_s * LOOP_RATE)
        if self._loop is None or number == self._shown:
            return None
        self._shown = number
        jpeg = self._loop.jpeg(self._loop.frame_index_at(number * SAMPLE_RATE // LOOP_RATE))
        data = QByteArray(bytes(jpeg))
        jpeg.release()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(b"jpeg"))
        size = reader.size()
        if size.isEmpty():
            return None
        reader.setScaledSize(size.scaled(LOOP_SIZE, Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
        return None if picture.isNull() else picture

    def close(self) -> None:
        """Let go of the loop."""
        self._file, self._shown = "", -1
        if self._loop is not None:
            self._loop.close()
            self._loop = None
