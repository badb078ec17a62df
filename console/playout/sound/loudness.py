"""Momentary loudness of a sound line: EBU Tech 3341's 400 ms over ITU-R BS.1770, by FFmpeg's `ebur128` filter.

Peaks say whether something clips; loudness says how loud it is to an ear, and whether the face has enough to go by.
A line is mono: a hall that plays it on two loudspeakers hears 3 LU more than is measured here.
"""

from __future__ import annotations

from collections import deque
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.samples import SAMPLE_RATE

NOTHING_LUFS = -120.0
_WAITING = 100
"""Blocks that wait to be measured at most, a second of them: a reader that sleeps loses the oldest."""
_PATIENCE = 8
"""Reads in a row without sound after which there is none: 400 ms at the status's 20 reads a second."""
_KEY = "lavfi.r128.M"


class Loudness:
    """Takes a line's blocks in the callback's thread, and measures them in the reader's."""

    def __init__(self) -> None:
        self._blocks: deque[NDArray[np.float32]] = deque(maxlen=_WAITING)
        self._empty = 0
        self._begin()

    def update(self, block: NDArray[np.float32]) -> None:
        """Take a block (n,) float32 into account; it must not be changed afterwards. Cheap enough for a callback."""
        self._blocks.append(block)

    def read_lufs(self) -> float:
        """Loudness of the last 400 ms in LUFS, or `NOTHING_LUFS` when nothing was heard or nothing came."""
        blocks = []
        while self._blocks:
            blocks.append(self._blocks.popleft())
        if blocks:
            self._empty = 0
            self._measure(np.concatenate(blocks))
        else:
            self._empty += 1
            if self._empty == _PATIENCE:
                self._begin()
        return self._lufs

    def _begin(self) -> None:
        import av.filter

        self._lufs = NOTHING_LUFS
        self._pts = 0
        self._graph = av.filter.Graph()
        entry = self._graph.add_abuffer(
            sample_rate=SAMPLE_RATE, format="flt", layout="mono", time_base=Fraction(1, SAMPLE_RATE)
        )
        meter = self._graph.add("ebur128", "metadata=1")
        sink = self._graph.add("abuffersink")
        entry.link_to(meter)
        meter.link_to(sink)
        self._graph.configure()

    def _measure(self, sound: NDArray[np.float32]) -> None:
        import av
        from av.audio.frame import AudioFrame

        frame = AudioFrame.from_ndarray(np.ascontiguousarray(sound[None, :]), format="flt", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.time_base = Fraction(1, SAMPLE_RATE)
        frame.pts = self._pts
        self._pts += len(sound)
        self._graph.push(frame)
        while True:
            try:
                measured = self._graph.pull()
            except (BlockingIOError, av.error.EOFError):
                return
            word = measured.metadata.get(_KEY)
            if word is not None:
                value = float(word)
                self._lufs = max(NOTHING_LUFS, value) if np.isfinite(value) else NOTHING_LUFS
