"""What is said: a turn as the source timeline takes it, from a file or as it comes from a voice."""

from __future__ import annotations

from collections import deque
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from console.playout.sound.sound_stream import SoundSource
from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.speech_ring import SpeechRing, SpeechState

Sound = NDArray[np.float32]

_HOLD_BACK = SAMPLE_RATE // 100
"""The newest 10 ms of a voice that may run dry are kept for a fade: it never stops within a wave."""
_RISE = SAMPLE_RATE // 200
_REBUFFER = SAMPLE_RATE // 5
"""A voice that ran dry speaks on with this much: one gap between words is better than many within them."""
_TOLD_AHEAD = round(0.3 * SAMPLE_RATE)
"""How far ahead of their sound phones are told: lips round early."""

_NOTHING = np.zeros(0, np.float32)


class Turn(Protocol):
    """Speech that is being laid onto the timeline.

    Attributes:
        number: the turn's number; whatever arrives later for a dropped number is dropped too.
    """

    number: int

    @property
    def there(self) -> int:
        """Samples of it that are known by now."""
        ...

    @property
    def left(self) -> int:
        """Samples that are known and not laid yet."""
        ...

    @property
    def ended(self) -> bool:
        """No more samples will come."""
        ...

    @property
    def spent(self) -> bool:
        """All of it was laid, and no more will come."""
        ...

    @property
    def begun(self) -> int:
        """Index at which its first sample was laid; -1 before that."""
        ...

    @property
    def end(self) -> int:
        """The index behind its last sample that was laid; -1 before the first."""
        ...

    @property
    def starved(self) -> int:
        """Samples of silence that were laid inside it because the voice was late."""
        ...

    def read(self, count: int, at: int) -> Sound:
        """The next samples (n,) float32, about `count`, to be laid at index `at`; none while none are there."""
        ...

    def heard(self, at: int) -> int:
        """How many of its samples lie before index `at`."""
        ...

    def close(self) -> None:
        """Let go of whatever it is read from: it was heard, or dropped."""
        ...


class FileTurn:
    """A turn from a file, which is decoded while it is spoken.

    Where the decoder is late, silence is laid, and counted as part of the turn.

    Args:
        number: the turn's number.
        sound: the file's sound; closed with the turn.
    """

    def __init__(self, number: int, sound: SoundSource) -> None:
        self.number = number
        self.starved = 0
        self.begun = -1
        self._sound = sound
        self._laid = 0

    @property
    def there(self) -> int:
        known = self._sound.received + self.starved
        return known if self._sound.ended else max(known, self._sound.told)

    @property
    def left(self) -> int:
        return self.there - self._laid

    @property
    def ended(self) -> bool:
        return self._sound.ended

    @property
    def spent(self) -> bool:
        return self._sound.ended and self._sound.buffered == 0

    @property
    def end(self) -> int:
        return self.begun + self._laid if self.begun >= 0 else -1

    @property
    def fault(self) -> str:
        """Why it ended before its end, in one sentence, or ""."""
        return self._sound.fault

    def read(self, count: int, at: int) -> Sound:
        piece = self._sound.read(count)
        if not len(piece):
            if self.begun < 0 or self._sound.ended:
                return piece
            piece = np.zeros(count, np.float32)
            self.starved += count
        if self.begun < 0:
            self.begun = at
        self._laid += len(piece)
        return piece

    def heard(self, at: int) -> int:
        return max(0, min(self._laid, at - self.begun)) if self.begun >= 0 else 0

    def close(self) -> None:
        """Let the file go."""
        self._sound.close()


class SpokenTurn:
    """A turn that a voice is still speaking: it sounds as soon as its first samples are there.

    A voice that is slower than speech leaves silence, which is counted; at the end of a sentence silence is nobody's
    fault. What it says is told to the engine with each sample's own index.

    Args:
        number: the turn's number.
        ring: where the console writes it.
        phones: what is said, by index of the source timeline.
    """

    def __init__(self, number: int, ring: SpeechRing, phones: PhonemeRing) -> None:
        self.number = number
        self._ring = ring
        self._phones = phones
        self._state = SpeechState(0, 0, False, 0)
        self._lost = False
        self._laid = 0
        self._runs: list[tuple[int, int]] = []  # where it goes on without a gap: (index, sample of the turn)
        self._risen = _RISE  # samples since it came back
        self._dry = False
        self._noted = 0
        self._untold: deque[tuple[int, int, int]] = deque()
        self.starved = 0

    @property
    def there(self) -> int:
        return self._state.written

    @property
    def left(self) -> int:
        return self._state.written - self._laid

    @property
    def ended(self) -> bool:
        return self._state.ended

    @property
    def spent(self) -> bool:
        return self._lost or (self._state.ended and self.left == 0)

    @property
    def begun(self) -> int:
        return self._runs[0][0] if self._runs else -1

    @property
    def end(self) -> int:
        if not self._runs:
            return -1
        index, sample = self._runs[-1]
        return index + self._laid - sample

    def read(self, count: int, at: int) -> Sound:
        state = self._ring.state_of(self.number)
        if state is None:
            self._lost = True  # a new console speaks in its place
            return _NOTHING
        self._state = state
        whole = state.ended or state.written == state.mark
        ready = self.left
        if self._dry and not whole and ready < _REBUFFER:
            ready = 0
        wanted = min(count, ready if whole else ready - _HOLD_BACK)
        fading = wanted <= 0 < ready and self._sounding
        if fading:  # no more than what was held back
            wanted = ready
        piece = self._ring.read(self.number, self._laid, wanted) if wanted > 0 else _NOTHING
        if piece is None:
            self._lost = True
            return _NOTHING
        if not len(piece):
            if self.begun >= 0 and not whole:
                self._dry = True
                self.starved += count
            return piece
        if self.end != at:
            self._risen = 0 if self._dry else _RISE
            self._runs.append((at, self._laid))
        self._dry = fading
        self._shape(piece, fading)
        self._publish_phones(at)
        self._laid += len(piece)
        self._ring.release(self.number, self._laid, self._noted)
        return piece

    def heard(self, at: int) -> int:
        behind = self._laid
        for index, sample in reversed(self._runs):
            if at > index:
                return min(behind, sample + at - index)
            behind = sample
        return 0

    def close(self) -> None:
        """Nothing to let go: the ring goes on."""

    @property
    def _sounding(self) -> bool:
        return bool(self._runs) and not self._dry

    def _shape(self, piece: Sound, fading: bool) -> None:
        """No click where the voice ran dry: down to nothing there, and up again."""
        if fading:
            piece *= np.linspace(1.0, 0.0, len(piece), dtype=np.float32)
        elif self._risen < _RISE:
            rising = min(len(piece), _RISE - self._risen)
            piece[:rising] *= np.arange(self._risen, self._risen + rising, dtype=np.float32) / np.float32(_RISE)
            self._risen += rising

    def _publish_phones(self, at: int) -> None:
        """Tell what is said from index `at` on, as far as its sound is there and so goes on without a gap."""
        if self._state.phones > self._noted:
            rows = self._ring.phones(self.number, self._noted, self._state.phones)
            self._untold.extend((int(a), int(b), int(code)) for a, b, code in rows)
            self._noted += len(rows)
        until = min(self._state.written, self._laid + _TOLD_AHEAD)
        while self._untold and self._untold[0][0] < until:
            start, end, code = self._untold.popleft()
            place = at + start - self._laid
            self._phones.add(place, place + end - start, code)
