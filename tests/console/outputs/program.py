"""A program that moves as playout's does: rings with pictures and sound, fed by the clock."""

from __future__ import annotations

import secrets
import threading
import time

import numpy as np

from console.playout.sound.beep import beep, flashes
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing


class MovingProgram:
    """Flashes and beeps every two seconds on the same index, as the lip-sync test does.

    Args:
        width, height: pixels.
        rate: frames a second.
        noise: the picture is noise, which takes all the bits that an encoder has.
    """

    def __init__(self, width: int = 320, height: int = 180, rate: int = 25, *, noise: bool = False) -> None:
        self._noise = np.random.default_rng(1) if noise else None
        name = f"compere-test-{secrets.token_hex(4)}"
        self.rate = rate
        self.pictures = PictureRing.create(f"{name}-pgm", width, height, slots=5)
        self.sound = SoundRing.create(f"{name}-out")
        self._begun_s = time.monotonic()
        self.sound.start_at(0)
        self.frame = 0
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def begin(self) -> MovingProgram:
        self._thread.start()
        return self

    def advance(self, position: int) -> None:
        """Up to sample `position`: sound, and the newest picture."""
        start = self.sound.written
        if position > start:
            self.sound.write(beep(start, position - start))
        newest = position * self.rate // SAMPLE_RATE
        if newest > self.frame:
            self.frame = newest
            pts = newest * SAMPLE_RATE // self.rate
            pixels = self.pictures.begin(0)
            pixels[:] = 235 if flashes(pts) else 32
            if self._noise is not None:
                pixels[:] = self._noise.integers(0, 255, pixels.shape, np.uint8)
            pixels[:, : 1 + newest % pixels.shape[1]] = np.uint8(120)
            self.pictures.publish(pts, newest, 0)

    def _run(self) -> None:
        while not self._ending.wait(0.005):
            self.advance(round((time.monotonic() - self._begun_s) * SAMPLE_RATE))

    def close(self) -> None:
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join(2.0)
        self.pictures.close()
        self.sound.close()
