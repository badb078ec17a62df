"""The speech ring: a turn's speech on its way from the console to playout, in shared memory.

Playout makes it; the console writes one turn at a time; playout reads. Samples count from the turn's first one. What
the reader has not taken is never written over: the writer waits for room. The reader's fence refuses every turn up to
a number, and what was written under another number is never read.

Beside the samples lie the turn's phones, in the turn's own samples.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.phoneme_ring import NO_PHONES, Rows
from engine.ipc.rings.ring import W_MAGIC, Ring
from engine.ipc.rings.samples import MOST, SAMPLE_RATE, clean

_PHONES = 8192
"""Two minutes of the fastest speech; more than the reader has taken are dropped: the face then goes by the sound."""
_ROW = 3
_PHONES_BYTES = _PHONES * _ROW * 8

# Words of the header: the creator's, the writer's, the reader's.
_W_CAPACITY = W_MAGIC + 1
_W_SEQUENCE, _W_TURN, _W_WRITTEN, _W_MARK, _W_ENDED, _W_NOTED = range(8, 14)
_W_FENCE, _W_READING, _W_TAKEN, _W_PHONES_TAKEN = range(16, 20)

Samples = NDArray[np.float32]


class TurnDropped(Exception):  # noqa: N818 - it is no error: the operator wanted it
    """The turn was dropped: nothing more of it is wanted."""


class SpeechState(NamedTuple):
    """How far a turn is.

    Attributes:
        written: samples of it that are there. mark: the last sentence that is whole ends at this sample.
        ended: no more will come. phones: how many are there.
    """

    written: int
    mark: int
    ended: bool
    phones: int


class SpeechRing(Ring):
    """One turn's speech, float32 mono at 48 kHz.

    Attributes:
        name: the segment's name, to be handed to the writer.
        capacity: samples that lie in it at the most.
    """

    KIND = "speech ring"
    MAGIC = 0x434F_4D50_5350_4B31  # "COMPSPK1"
    HEADER_BYTES = 32 * 8

    def __init__(self, name: str, *, capacity: int | None) -> None:
        facts = None if capacity is None else {_W_CAPACITY: capacity}
        super().__init__(name, facts, _PHONES_BYTES + (capacity or 0) * 4)

    def _lay(self, memory: memoryview) -> None:
        self.capacity = int(self._words[_W_CAPACITY])
        self._require_body(_PHONES_BYTES + self.capacity * 4 if self.capacity > 0 else 0)
        phones = self.HEADER_BYTES
        self._rows: Rows = np.frombuffer(memory, np.int64, _PHONES * _ROW, phones).reshape(-1, _ROW)
        self._samples: Samples = np.frombuffer(memory, np.float32, self.capacity, phones + _PHONES_BYTES)

    def _leave(self) -> None:
        del self._samples, self._rows

    @classmethod
    def create(cls, name: str, seconds: float = 120.0) -> SpeechRing:
        """Make a ring that holds `seconds` of speech. Raises RingError when there is no memory."""
        return cls(name, capacity=int(seconds * SAMPLE_RATE))

    @classmethod
    def attach(cls, name: str) -> SpeechRing:
        """Open the ring of a playout. Raises RingError when it is gone or of another version."""
        return cls(name, capacity=None)

    @property
    def turn(self) -> int:
        """The turn that is being written, or was last; 0 before the first."""
        return int(self._words[_W_TURN])

    @property
    def fence(self) -> int:
        """Turns up to this number were dropped."""
        return int(self._words[_W_FENCE])

    # -- the writer -----------------------------------------------------------------------------------------------

    @property
    def free(self) -> bool:
        """A new turn may begin: the last one was taken to its end, or dropped."""
        words = self._words
        return self.turn <= self.fence or (bool(words[_W_ENDED]) and self._taken() >= words[_W_WRITTEN])

    @property
    def room(self) -> int:
        """Samples that may be written now."""
        return self.capacity - (int(self._words[_W_WRITTEN]) - self._taken())

    def begin(self, turn: int) -> None:
        """Begin turn number `turn`, in the place of the one before.

        Raises:
            TurnDropped: the number is fenced off.
            ValueError: the number is not above the one before, or that one was not taken to its end (`free` tells).
        """
        if turn <= self.fence:
            raise TurnDropped
        if turn <= self.turn or not self.free:
            raise ValueError(f"turn {turn} cannot begin after turn {self.turn}")
        words = self._words
        words[_W_SEQUENCE] |= 1  # a writer that died in here left it odd
        words[_W_WRITTEN] = words[_W_MARK] = words[_W_ENDED] = words[_W_NOTED] = 0
        words[_W_TURN] = turn
        words[_W_SEQUENCE] += 1

    def write(self, turn: int, samples: Samples) -> int:
        """Append as many of (n,) float32 `samples` as there is room for, and say how many. Raises TurnDropped."""
        self._require(turn)
        samples = clean(samples, MOST)
        written = int(self._words[_W_WRITTEN])
        count = min(len(samples), self.room)
        at = written % self.capacity
        head = min(count, self.capacity - at)
        self._samples[at : at + head] = samples[:head]
        if head < count:
            self._samples[: count - head] = samples[head:count]
        self._words[_W_WRITTEN] = written + count
        return count

    def write_phones(self, turn: int, rows: list[tuple[int, int, int]]) -> None:
        """Phones of the turn, in order: (first sample, sample behind the last, code). Raises TurnDropped."""
        self._require(turn)
        noted = int(self._words[_W_NOTED])
        taken = int(self._words[_W_PHONES_TAKEN]) if self._words[_W_READING] == turn else 0
        for number, row in enumerate(rows[: _PHONES - (noted - taken)]):
            self._rows[(noted + number) % _PHONES] = row
            self._words[_W_NOTED] = noted + number + 1

    def mark(self, turn: int) -> None:
        """A sentence ends here: silence after it is no fault of the voice. Raises TurnDropped."""
        self._require(turn)
        self._words[_W_MARK] = self._words[_W_WRITTEN]

    def end(self, turn: int) -> None:
        """Nothing more of this turn will come. Raises TurnDropped."""
        self._require(turn)
        self._words[_W_ENDED] = 1

    def abandon(self) -> None:
        """Whoever wrote before is gone: its turn ends with what is there, and one that nobody reads is forgotten."""
        if self._words[_W_READING] != self._words[_W_TURN]:
            self._words[_W_WRITTEN] = self._words[_W_MARK] = 0
        self._words[_W_ENDED] = 1

    def _require(self, turn: int) -> None:
        if turn <= self.fence or turn != self.turn or self._words[_W_ENDED]:
            raise TurnDropped

    def _taken(self) -> int:
        return int(self._words[_W_TAKEN]) if self._words[_W_READING] == self._words[_W_TURN] else 0

    # -- the reader -----------------------------------------------------------------------------------------------

    def state_of(self, turn: int) -> SpeechState | None:
        """How far `turn` is, or None when it is not the ring's, or was dropped."""
        words = self._words
        sequence = words[_W_SEQUENCE]
        ended = bool(words[_W_ENDED])  # first: what was written before the end is there when the end is
        state = SpeechState(int(words[_W_WRITTEN]), int(words[_W_MARK]), ended, int(words[_W_NOTED]))
        return state if self._still(turn, sequence) else None

    def read(self, turn: int, start: int, count: int) -> Samples | None:
        """Samples `start` … `start + count - 1` of `turn`, which are there (`state_of` tells); None as there."""
        sequence = self._words[_W_SEQUENCE]
        out = self._samples[np.arange(start, start + count) % self.capacity]
        return clean(out, MOST) if self._still(turn, sequence) else None

    def phones(self, turn: int, start: int, end: int) -> Rows:
        """Phones number `start` … `end - 1` of `turn`, which are there; none as for `state_of`."""
        sequence = self._words[_W_SEQUENCE]
        rows = self._rows[np.arange(start, end) % _PHONES]
        return rows if self._still(turn, sequence) else NO_PHONES

    def release(self, turn: int, samples: int, phones: int) -> None:
        """So many samples and phones of `turn` were read: their room is the writer's again."""
        words = self._words
        if words[_W_READING] != turn:
            words[_W_TAKEN] = words[_W_PHONES_TAKEN] = 0
            words[_W_READING] = turn
        words[_W_TAKEN], words[_W_PHONES_TAKEN] = samples, phones

    def drop(self, newest: int) -> None:
        """Refuse every turn up to number `newest` from now on."""
        self._words[_W_FENCE] = max(self.fence, newest)

    def _still(self, turn: int, sequence: int) -> bool:
        words = self._words
        same = not sequence & 1 and words[_W_SEQUENCE] == sequence
        return same and words[_W_TURN] == turn and turn > words[_W_FENCE]
