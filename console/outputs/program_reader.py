"""The program as an output reads it: one timeline that goes on, whatever becomes of playout.

Playout counts its samples from its own start. An output counts from the output's: when playout is lost the timeline
goes on by the computer's clock, with the last picture and silence, and a new playout's counting is laid upon it.
"""

from __future__ import annotations

import contextlib

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing

STALE_S = 0.25
"""A program whose sound has not moved for so long stands still: playout hangs, or is gone."""


class ProgramReader:
    """Pictures and sound by the output's own sample index, which begins at 0 and never stops.

    Attributes:
        rate: the program's frames a second.
        width, height: of its pictures, in pixels; 0 before the first program.
    """

    def __init__(self) -> None:
        self._pictures: PictureRing | None = None
        self._sound: SoundRing | None = None
        self._offset = 0
        self._written = -1
        self._moved_s = 0.0
        self._last = 0
        self._moves = False
        self._last_s: float | None = None
        self._copy: NDArray[np.uint8] | None = None
        self._spare: NDArray[np.uint8] | None = None
        self.rate = 30
        self.width = self.height = 0

    @property
    def moves(self) -> bool:
        """The program goes on."""
        return self._moves

    def attach(self, pictures: str, sound: str, rate: int, now_s: float) -> bool:
        """Read these rings from now on. False when they cannot be opened: the timeline goes on all the same.

        Args:
            pictures, sound: names of the rings.
            rate: the program's frames a second.
            now_s: monotonic seconds.
        """
        self.detach()
        try:
            self._pictures = PictureRing.attach(pictures)
            self._sound = SoundRing.attach(sound)
        except RingError:
            self.detach()
            return False
        self.rate = rate
        self.width, self.height = self._pictures.width, self._pictures.height
        self._offset = self._coasted(now_s) - self._sound.written
        self._written, self._moved_s = self._sound.written, now_s
        return True

    def detach(self) -> None:
        """Read nothing any more; the timeline goes on."""
        for ring in (self._pictures, self._sound):
            if ring is not None:
                with contextlib.suppress(BufferError):
                    ring.close()
        self._pictures = self._sound = None

    def position(self, now_s: float) -> int:
        """How far the program has come, in samples of the output's timeline."""
        if self._sound is not None and (written := self._sound.written) != self._written:
            self._written, self._moved_s = written, now_s
        self._moves = self._sound is not None and now_s - self._moved_s <= STALE_S
        if not self._moves:
            self._last, self._last_s = self._coasted(now_s), now_s
        else:
            self._last, self._last_s = max(self._last, self._written + self._offset), now_s
        return self._last

    def sound(self, at: int, count: int) -> NDArray[np.float32]:
        """`count` samples (n,) float32 from `at` on; silence where the program has none."""
        if self._sound is None:
            return np.zeros(count, np.float32)
        return self._sound.read(at - self._offset, count)

    def picture(self, at: int) -> NDArray[np.uint8] | None:
        """The picture that the hall saw at `at`, (height, width, 4) BGRA; the last one when there is none.

        It is the reader's own copy, and stays as it is until the next call. None before the first.
        """
        ring = self._pictures
        if ring is None:
            return self._copy
        shape = (ring.height, ring.width, 4)
        if self._copy is None or self._spare is None or self._copy.shape != shape:
            self._copy, self._spare = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
        frame = SAMPLE_RATE // self.rate
        wanted = at - self._offset
        info = ring.find_late(wanted + frame // 2, wanted - frame, 0) or ring.newest()
        if info is not None and ring.copy(info, self._spare):
            self._copy, self._spare = self._spare, self._copy
        return self._copy

    def _coasted(self, now_s: float) -> int:
        """Where the timeline would be by the computer's clock."""
        if self._last_s is None:
            return 0
        return self._last + round((now_s - self._last_s) * SAMPLE_RATE)
