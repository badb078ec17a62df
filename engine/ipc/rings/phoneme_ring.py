"""The phone ring: what is said on the source timeline, beside the sound ring.

One writer (playout), which writes a phone before its sound is laid; readers draw it. The newest phones are kept.
"""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.ring import TRIES, TRY_AGAIN_S, W_MAGIC, Ring

_W_CAPACITY, _W_OLDEST, _W_COUNT, _W_REVISION = range(W_MAGIC + 1, 5)
_ROW = 3

Rows = NDArray[np.int64]
"""(n, 3): first index, index behind the last, code of `engine.ipc.rings.phonetics.Sounding`."""

NO_PHONES: Rows = np.zeros((0, _ROW), np.int64)


class PhonemeRing(Ring):
    """Phones by the index of the source timeline at which they are heard.

    Attributes:
        name: the segment's name, to be handed to readers.
        capacity: phones kept.
    """

    KIND = "phone ring"
    MAGIC = 0x434F_4D50_5048_4E31  # "COMPPHN1"
    HEADER_BYTES = 8 * 8

    def __init__(self, name: str, *, capacity: int | None) -> None:
        super().__init__(name, None if capacity is None else {_W_CAPACITY: capacity}, (capacity or 0) * _ROW * 8)

    def _lay(self, memory: memoryview) -> None:
        self.capacity = int(self._words[_W_CAPACITY])
        self._require_body(self.capacity * _ROW * 8)
        self._rows: Rows = np.frombuffer(memory, np.int64, self.capacity * _ROW, self.HEADER_BYTES).reshape(-1, _ROW)

    def _leave(self) -> None:
        del self._rows

    @classmethod
    def create(cls, name: str, capacity: int = 256) -> PhonemeRing:
        """Make a ring; 256 phones are more than ten seconds of speech. Raises RingError when there is no memory."""
        return cls(name, capacity=capacity)

    @classmethod
    def attach(cls, name: str) -> PhonemeRing:
        """Open a ring that playout made. Raises RingError when it is gone or of another version."""
        return cls(name, capacity=None)

    def add(self, start: int, end: int, code: int) -> None:
        """A phone from index `start` up to `end`. They come in the order of their starts."""
        count = int(self._words[_W_COUNT])
        self._words[_W_REVISION] += 1
        self._rows[count % self.capacity] = (start, end, code)
        self._words[_W_OLDEST] = max(self._words[_W_OLDEST], count + 1 - self.capacity)
        self._words[_W_COUNT] = count + 1
        self._words[_W_REVISION] += 1

    def cut(self, at: int) -> None:
        """Take back everything from index `at` on: it belongs to a turn that was dropped."""
        count = int(self._words[_W_COUNT])
        oldest = int(self._words[_W_OLDEST])
        self._words[_W_REVISION] += 1
        while count > oldest and self._rows[(count - 1) % self.capacity, 0] >= at:
            count -= 1
        self._words[_W_COUNT] = count
        kept = np.arange(oldest, count) % self.capacity
        self._rows[kept, 1] = np.minimum(self._rows[kept, 1], at)
        self._words[_W_REVISION] += 1

    def between(self, start: int, end: int) -> Rows:
        """(n, 3) int64, rising: the phones that touch indices `start` … `end`, as known now.

        Raises RingError only when the writer rewrites without end, which means that its memory is broken.
        """
        for _ in range(TRIES):
            revision = self._words[_W_REVISION]
            if not revision & 1:
                kept = np.arange(self._words[_W_OLDEST], self._words[_W_COUNT]) % self.capacity
                rows = self._rows[kept]
                if self._words[_W_REVISION] == revision:
                    return rows[(rows[:, 1] > start) & (rows[:, 0] < end)]
            time.sleep(TRY_AGAIN_S)
        raise self._endless()


class PhonemeTrack:
    """Phones that are all known beforehand: offline, and in tests.

    Args:
        rows: (n, 3) int64 as `Rows`, rising.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def between(self, start: int, end: int) -> Rows:
        """Those that touch indices `start` … `end`."""
        return self._rows[(self._rows[:, 1] > start) & (self._rows[:, 0] < end)]
