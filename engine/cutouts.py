"""Cut-outs: each host once more without their ground, for a vision mixer's key, beside the pictures of the program."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from engine.driver import CutoutDriver, Driver
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.shared_memory import RingError

Fading = tuple[Driver, float]
"""Who is leaving, and the share of them that is still to be seen."""


class CutoutWriter:
    """Writes a ring of cut-outs as long as playout asks for one.

    A cut-out has the index and the generation of its picture, and is there before it: whoever finds the picture finds
    the cut-out. Whose ground cannot be taken away has none.

    Args:
        process: this process's number.
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self._ring: PictureRing | None = None
        self._name = ""
        self._scratch: NDArray[np.uint8] = np.zeros((0, 0, 4), np.uint8)

    def use(self, name: str) -> str:
        """Write into the ring of this name from now on; "" writes none. Returns why it cannot be opened, or ""."""
        if name == self._name:
            return ""
        self.close()
        if not name:
            return ""
        try:
            self._ring = PictureRing.attach(name)
        except RingError as error:
            return str(error)
        self._name = name
        return ""

    def prepare(self, driver: Driver) -> None:
        """Say to a driver, before its next frame, whether cut-outs are wanted."""
        if isinstance(driver, CutoutDriver):
            driver.cutouts = self._ring is not None

    def write(self, driver: Driver, pts: int, generation: int, fading: Fading | None = None) -> None:
        """The cut-out of the frame that the driver has just drawn, for index `pts`. Both were prepared before it."""
        ring = self._ring
        if ring is None or not isinstance(driver, CutoutDriver):
            return
        ring.claim(self._process)
        canvas = ring.begin(time.monotonic_ns())
        driver.cutout(canvas)
        if fading is not None and isinstance(fading[0], CutoutDriver):
            from engine.light.crossfade import dissolve

            if self._scratch.shape != canvas.shape:
                self._scratch = np.zeros(canvas.shape, np.uint8)
            fading[0].cutout(self._scratch)
            dissolve(canvas, self._scratch, fading[1])
        ring.publish(pts, generation, time.monotonic_ns())

    def close(self) -> None:
        """Let the ring go."""
        if self._ring is not None:
            self._ring.close()
        self._ring, self._name = None, ""
