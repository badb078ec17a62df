"""The sound ring: the source timeline in shared memory.

One writer (playout), many readers. A sample is known by its absolute index, which never wraps: the ring only
decides how long it is kept. Torn reads are detected, never returned: a reader looks at the counters before
and after its copy.
"""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.ring import TRIES, TRY_AGAIN_S, W_MAGIC, Ring
from engine.ipc.rings.samples import MOST, SAMPLE_RATE, clean

# Words of the header, behind the first.
_W_CAPACITY, _W_BEGUN, _W_WRITTEN, _W_REVISION, _W_GENERATION, _W_CUT_AT, _W_PLAYING, _W_ORIGIN = range(W_MAGIC + 1, 9)


class SoundRing(Ring):
    """Mono float32 sound at 48 kHz, by absolute sample index.

    Attributes:
        name: the segment's name, to be handed to readers.
        capacity: samples kept.
    """

    KIND = "sound ring"
    MAGIC = 0x434F_4D50_534E_4431  # "COMPSND1"
    HEADER_BYTES = 16 * 8

    def __init__(self, name: str, *, capacity: int | None) -> None:
        super().__init__(name, None if capacity is None else {_W_CAPACITY: capacity}, (capacity or 0) * 4)

    def _lay(self, memory: memoryview) -> None:
        self.capacity = int(self._words[_W_CAPACITY])
        self._require_body(self.capacity * 4)
        self._samples: NDArray[np.float32] = np.frombuffer(memory, np.float32, self.capacity, self.HEADER_BYTES)

    def _leave(self) -> None:
        del self._samples

    @classmethod
    def create(cls, name: str, seconds: float = 8.0) -> SoundRing:
        """Make a ring that keeps `seconds` of sound. Raises RingError when there is no memory."""
        return cls(name, capacity=int(seconds * SAMPLE_RATE))

    @classmethod
    def attach(cls, name: str) -> SoundRing:
        """Open a ring that playout made. Raises RingError when it is gone or of another version."""
        return cls(name, capacity=None)

    @property
    def written(self) -> int:
        """The index after the newest sample."""
        return int(self._words[_W_WRITTEN])

    @property
    def oldest(self) -> int:
        """The oldest index that can still be read. A late reader goes on from here."""
        return max(int(self._words[_W_ORIGIN]), int(self._words[_W_BEGUN]) - self.capacity)

    @property
    def generation(self) -> int:
        """Counts the cuts. Pictures made for an older generation must not be shown."""
        return int(self._words[_W_GENERATION])

    @property
    def cut_at(self) -> int:
        """From this index on the newest cut replaced what was there."""
        return int(self._words[_W_CUT_AT])

    @property
    def playing(self) -> int:
        """The index that the program shows now: a picture before it comes too late."""
        return int(self._words[_W_PLAYING])

    @playing.setter
    def playing(self, index: int) -> None:
        self._words[_W_PLAYING] = index

    def start_at(self, index: int) -> None:
        """Begin the timeline at `index`: nothing before it was ever there. For the writer, once."""
        self._words[_W_ORIGIN] = index
        self._words[_W_BEGUN] = index
        self._words[_W_WRITTEN] = index

    def write(self, samples: NDArray[np.float32]) -> int:
        """Append `samples` (n,) float32 and return the index of the first of them. What is no number is silence."""
        samples = clean(samples, MOST)
        start = int(self._words[_W_WRITTEN])
        count = len(samples)
        if count > self.capacity:
            raise ValueError(f"a write of {count} samples does not fit a ring of {self.capacity}")
        self._words[_W_BEGUN] = start + count
        self._put(start, samples)
        self._words[_W_WRITTEN] = start + count
        return start

    def cut(self, at: int, fade: int) -> None:
        """Replace everything from `at` to the newest sample by silence, after a fade-out of `fade` samples.

        What was written there belongs to a turn that was dropped: readers see a new generation.
        """
        end = self.written
        at = max(at, self.oldest)
        self._words[_W_REVISION] += 1
        if at < end:
            tail = clean(self._copy(at, end - at), MOST)
            ramp = min(fade, len(tail))
            tail[:ramp] *= np.linspace(1.0, 0.0, ramp, dtype=np.float32)
            tail[ramp:] = 0.0
            self._put(at, tail)
        self._words[_W_CUT_AT] = at
        self._words[_W_GENERATION] += 1
        self._words[_W_REVISION] += 1

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        """`count` samples from absolute index `start`; what is not there (yet, or any more) is zero.

        Raises RingError only when the writer rewrites without end, which means that its memory is broken.
        """
        for _ in range(TRIES):
            revision = self._words[_W_REVISION]
            if revision & 1:
                time.sleep(TRY_AGAIN_S)
                continue
            out = np.zeros(count, np.float32)
            first = max(start, self.oldest)
            last = min(start + count, self.written)
            if last > first:
                out[first - start : last - start] = clean(self._copy(first, last - first), MOST)
            if self._words[_W_REVISION] != revision:
                continue
            lost = self.oldest - first
            if lost > 0:  # The writer came round while we copied.
                out[: max(0, min(count, first - start + lost))] = 0.0
            return out
        raise self._endless()

    def _put(self, start: int, samples: NDArray[np.float32]) -> None:
        at = start % self.capacity
        head = min(len(samples), self.capacity - at)
        self._samples[at : at + head] = samples[:head]
        if head < len(samples):
            self._samples[: len(samples) - head] = samples[head:]

    def _copy(self, start: int, count: int) -> NDArray[np.float32]:
        at = start % self.capacity
        head = min(count, self.capacity - at)
        if head == count:
            return self._samples[at : at + count].copy()
        return np.concatenate((self._samples[at:], self._samples[: count - head]))
