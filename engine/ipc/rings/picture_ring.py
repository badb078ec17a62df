"""The picture ring: finished pictures in shared memory, each known by the sample index it belongs to.

One writer, many readers. Each slot has a sequence number that is odd while the slot is being drawn, so that
a reader who copied during a rewrite knows it and throws the copy away.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.ring import W_MAGIC, Ring

_W_SLOTS, _W_WIDTH, _W_HEIGHT, _W_COUNT, _W_WRITER, _W_UNDERSTUDY, _W_OFFERED = range(W_MAGIC + 1, 8)
_HEADER_WORDS = 8
_SLOT_WORDS = 8
_S_SEQUENCE, _S_PTS, _S_GENERATION, _S_NUMBER, _S_BEGUN_NS, _S_DONE_NS = range(6)
_PAGE = 4096
"""The header's bytes: pictures begin on a page of their own."""
_SLOTS_MOST = (_PAGE // 8 - _HEADER_WORDS) // _SLOT_WORDS

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """What a slot holds, as seen at one moment.

    Attributes:
        slot: which slot.
        sequence: its sequence number then; a copy is good only while it is unchanged.
        pts: sample index of the source timeline that the picture belongs to.
        generation: the sound ring's generation that it was made from.
        number: counts the pictures of this ring, from 1.
        begun_ns, done_ns: monotonic clock when drawing began and ended.
    """

    slot: int
    sequence: int
    pts: int
    generation: int
    number: int
    begun_ns: int
    done_ns: int


class PictureRing(Ring):
    """Slots of BGRA pictures.

    Attributes:
        name: the segment's name, to be handed to others.
        width, height: pixels.
        slots: pictures kept.
    """

    KIND = "picture ring"
    MAGIC = 0x434F_4D50_5049_4331  # "COMPPIC1"
    HEADER_BYTES = _PAGE

    def __init__(self, name: str, *, create: tuple[int, int, int] | None) -> None:
        self._drawing: int | None = None
        if create is None:
            super().__init__(name, None)
            return
        width, height, slots = create
        if slots > _SLOTS_MOST:
            raise ValueError(f"a picture ring has {_SLOTS_MOST} slots at the most, not {slots}")
        facts = {_W_SLOTS: slots, _W_WIDTH: width, _W_HEIGHT: height}
        super().__init__(name, facts, slots * width * height * 4)

    def _lay(self, memory: memoryview) -> None:
        words = self._words
        self.slots, self.width, self.height = (int(words[word]) for word in (_W_SLOTS, _W_WIDTH, _W_HEIGHT))
        size = self.width * self.height * 4
        self._require_body(min(self.slots, self.width, self.height) and self.slots * size)
        self._pictures: list[Pixels] = [
            np.frombuffer(memory, np.uint8, size, _PAGE + slot * size).reshape(self.height, self.width, 4)
            for slot in range(self.slots)
        ]

    def _leave(self) -> None:
        self._pictures.clear()

    @classmethod
    def create(cls, name: str, width: int, height: int, slots: int = 6) -> PictureRing:
        """Make a ring of `slots` pictures. Raises RingError when there is no memory."""
        return cls(name, create=(width, height, slots))

    @classmethod
    def attach(cls, name: str) -> PictureRing:
        """Open an existing ring. Raises RingError when it is gone or of another version."""
        return cls(name, create=None)

    # -- the writer -------------------------------------------------------------------------------------

    @property
    def writer(self) -> int:
        """Number of the process that may draw into this ring; 0 where none has claimed it yet."""
        return int(self._words[_W_WRITER])

    def claim(self, process: int) -> None:
        """From now on only this process draws. Who drew before may still be at a picture: that slot is left to it."""
        former = self.writer
        if former == process:
            return
        self._words[_W_WRITER] = process
        if former:
            slot = self._base(int(self._words[_W_COUNT]) % self.slots)
            self._words[slot + _S_SEQUENCE] |= 1  # nobody reads it until it is drawn again
            self._words[_W_COUNT] += 1

    @property
    def offered(self) -> tuple[int, int]:
        """Who could draw into this ring at once, and the index of the sound at which it said so; 0 for nobody."""
        return int(self._words[_W_UNDERSTUDY]), int(self._words[_W_OFFERED])

    def offer(self, process: int, at: int) -> None:
        """Say that this process could draw at once, at index `at` of the sound; 0 takes it back."""
        self._words[_W_UNDERSTUDY], self._words[_W_OFFERED] = process, at

    def begin(self, now_ns: int) -> Pixels:
        """The next slot's pixels, (height, width, 4) BGRA, to draw into. Beginning twice reuses the slot."""
        slot = int(self._words[_W_COUNT]) % self.slots
        base = self._base(slot)
        self._drawing = slot
        self._words[base + _S_SEQUENCE] |= 1
        self._words[base + _S_BEGUN_NS] = now_ns
        return self._pictures[slot]

    @property
    def drawing(self) -> int:
        """The slot that was begun and is not published yet."""
        if self._drawing is None:
            raise RuntimeError("no picture was begun")
        return self._drawing

    def publish(self, pts: int, generation: int, now_ns: int) -> int:
        """Say that the picture begun last is finished and belongs to `pts`. Returns its slot."""
        slot = self.drawing
        self._drawing = None
        base = self._base(slot)
        count = int(self._words[_W_COUNT]) + 1
        self._words[base + _S_PTS] = pts
        self._words[base + _S_GENERATION] = generation
        self._words[base + _S_NUMBER] = count
        self._words[base + _S_DONE_NS] = now_ns
        self._words[base + _S_SEQUENCE] += 1  # even again
        self._words[_W_COUNT] = count
        return slot

    # -- readers ----------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """Pictures published so far."""
        return int(self._words[_W_COUNT])

    def find(self, pts: int, generation: int) -> PictureInfo | None:
        """The finished picture stamped `pts` and made from `generation` or a later one, if it is there."""
        for slot in range(self.slots):
            info = self.info_of(slot)
            if info is not None and info.pts == pts and info.generation >= generation:
                return info
        return None

    def find_late(self, pts: int, oldest: int, generation: int) -> PictureInfo | None:
        """The newest finished picture of `generation` (or a later one) stamped from `oldest` to before `pts`."""
        best: PictureInfo | None = None
        for slot in range(self.slots):
            info = self.info_of(slot)
            if info is not None and oldest <= info.pts < pts and info.generation >= generation:
                best = info if best is None or info.pts > best.pts else best
        return best

    def newest(self) -> PictureInfo | None:
        """The picture published last, if any is whole."""
        count = self.count
        for back in range(min(count, self.slots)):
            info = self.info_of((count - 1 - back) % self.slots)
            if info is not None:
                return info
        return None

    def info_of(self, slot: int) -> PictureInfo | None:
        """What `slot` holds, or None while it is being drawn or was never drawn."""
        base = self._base(slot)
        sequence = int(self._words[base + _S_SEQUENCE])
        if sequence & 1 or sequence == 0:
            return None
        info = PictureInfo(
            slot,
            sequence,
            int(self._words[base + _S_PTS]),
            int(self._words[base + _S_GENERATION]),
            int(self._words[base + _S_NUMBER]),
            int(self._words[base + _S_BEGUN_NS]),
            int(self._words[base + _S_DONE_NS]),
        )
        return info if self.whole(info) else None

    def whole(self, info: PictureInfo) -> bool:
        """True while the slot still holds just what `info` says: call it after the pixels were used."""
        return int(self._words[self._base(info.slot) + _S_SEQUENCE]) == info.sequence

    def pixels(self, info: PictureInfo) -> Pixels:
        """The slot's own pixels, not a copy: they may change under the reader, `whole` tells."""
        return self._pictures[info.slot]

    def slot_pixels(self, slot: int) -> Pixels:
        """The memory of a slot, for a reader that lays something over it once and for all."""
        return self._pictures[slot]

    def copy(self, info: PictureInfo, into: Pixels) -> bool:
        """Copy the picture into `into`. False when it was overwritten meanwhile: then `into` is rubbish."""
        np.copyto(into, self._pictures[info.slot])
        return self.whole(info)

    def _base(self, slot: int) -> int:
        return _HEADER_WORDS + slot * _SLOT_WORDS
