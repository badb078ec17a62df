"""What a voice speaks, on its way to the hall: the console's end of playout's speech ring.

    writer = await line.begin(turn)
    writer.begin_sentence(text)
    async for piece in voice.speak(text, language):
        await writer.write(piece)
    writer.end_sentence()
    writer.end()
    heard = await writer.spoken()

One turn is written at a time. A turn sounds as soon as its first samples are there; what waits in the ring makes the
voice wait, not the memory grow.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Awaitable, Callable

from console.answer.heard import HeardSentence, HeardSpeech, heard_of
from console.answer.tts.protocol import Spoken, Word
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Interrupt, SpeakTurn, TurnEnded, TurnStatus
from engine.ipc.rings.phonetics import timed
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.speech_ring import SpeechRing, TurnDropped

_AGAIN_S = 0.010
"""How often the writer looks for room."""


async def _wait_a_little() -> None:
    await asyncio.sleep(_AGAIN_S)


class SpeechError(Exception):
    """There is no way to the hall. The message is one sentence for the operator."""


class SpeechLine:
    """The way from voices to the hall; one per console.

    Args:
        send: gives a message to playout.
        pause: lets a little time pass while there is no room.
    """

    def __init__(self, send: Callable[[Message], None], pause: Callable[[], Awaitable[None]] = _wait_a_little) -> None:
        self._send = send
        self._pause = pause
        self._ring: SpeechRing | None = None
        self._name = ""
        self._writers: dict[int, SpeechWriter] = {}  # those of which not all was heard
        self._door = asyncio.Lock()  # who asked first begins first, or a later number would fence off an earlier one

    def use(self, ring: str) -> None:
        """Write to the ring of this name from now on: playout's, from its Welcome. What was written before is lost.

        Raises SpeechError when there is no such ring any more.
        """
        self.lose()
        self._name = ring
        try:
            self._ring = SpeechRing.attach(ring)
        except RingError as fault:
            self._name = ring
            raise SpeechError(str(fault)) from fault
        self._ring.abandon()

    def lose(self) -> None:
        """Playout is gone, and with it what was not heard yet."""
        for writer in list(self._writers.values()):
            writer.close(final=True)
        self._writers.clear()
        self._name = ""
        if self._ring is not None:
            self._ring.close()
            self._ring = None

    @property
    def there(self) -> bool:
        """Playout is there. A ring of its that could not be opened is asked for again."""
        if self._ring is None and self._name:
            with contextlib.suppress(SpeechError):
                self.use(self._name)
        return self._ring is not None

    async def begin(self, turn: int) -> SpeechWriter:
        """Begin to speak turn number `turn`, behind the one before.

        Waits until that one lies on the timeline to its end: the next turn follows without a gap.

        Raises:
            SpeechError: playout is not there.
            TurnDropped: the turn was dropped before it began.
        """
        async with self._door:
            ring = await self._free_for(turn)
            ring.begin(turn)
            writer = SpeechWriter(turn, ring, self._send, self._pause)
            self._writers[turn] = writer
            self._send(SpeakTurn(turn=turn))
            return writer

    async def _free_for(self, turn: int) -> SpeechRing:
        """The ring, as soon as the turn before lies on the timeline to its end."""
        while True:
            ring = self._ring
            if ring is None:
                raise SpeechError("Playout is not there: the host cannot speak now.")
            if turn <= ring.fence or turn <= ring.turn:
                raise TurnDropped
            if ring.free:
                return ring
            await self._pause()

    def update_status(self, status: TurnStatus | None) -> None:
        """Playout says how far it is with the turn that is heard."""
        if status is not None and status.turn in self._writers:
            self._writers[status.turn].update_status(status)

    def end_turn(self, heard: TurnEnded) -> None:
        """Playout says that a turn has ended."""
        writer = self._writers.pop(heard.turn, None)
        if writer is not None:
            writer.end_turn(heard)

    def close(self) -> None:
        """The console goes; what lies in the ring is heard to its end."""
        self.lose()


class SpeechWriter:
    """Writes one turn. Made by `SpeechLine.begin`.

    Attributes:
        turn: its number.
    """

    def __init__(
        self, turn: int, ring: SpeechRing, send: Callable[[Message], None], pause: Callable[[], Awaitable[None]]
    ) -> None:
        self.turn = turn
        self._ring: SpeechRing | None = ring
        self._send = send
        self._pause = pause
        self._sentences: list[HeardSentence] = []
        self._written = 0
        self._ended = False
        self._samples = 0
        self._starved_s = 0.0
        self._final = asyncio.Event()

    @property
    def dropped(self) -> bool:
        """Nothing more of this turn is wanted: `write` would raise TurnDropped."""
        ring = self._ring
        return ring is None or self._final.is_set() or ring.turn != self.turn or self.turn <= ring.fence

    def texts(self) -> tuple[str, ...]:
        """The sentences that were begun, in their order."""
        return tuple(sentence.text for sentence in self._sentences)

    def begin_sentence(self, text: str) -> None:
        """What is written from now on is this sentence."""
        self.end_sentence()
        self._sentences.append(HeardSentence(text, self._written))

    async def write(self, piece: Spoken) -> None:
        """Give the next piece of the sentence; its times count from the sentence's first sample.

        Waits while the ring is full. Raises TurnDropped when nothing of the turn is wanted any more.
        """
        if not self._sentences or self._sentences[-1].end >= 0:
            self.begin_sentence("")
        sentence = self._sentences[-1]
        self._writable().write_phones(self.turn, _rows(piece, sentence.start))
        sentence.words += [Word(*word) for word in piece.words]
        rest = piece.samples
        while len(rest):
            count = self._writable().write(self.turn, rest)
            self._written += count
            rest = rest[count:]
            if len(rest):
                await self._pause()

    def end_sentence(self) -> None:
        """The sentence is spoken: silence after it is no fault of the voice."""
        if self._sentences and self._sentences[-1].end < 0:
            self._sentences[-1].end = self._written
            if not self.dropped and not self._ended:
                self._writable().mark(self.turn)

    def end(self) -> None:
        """Nothing more will come: the turn ends when its last sample was heard.

        A sentence that was not ended before broke off: it is never heard to its end.
        """
        if not self.dropped and not self._ended:
            self._writable().end(self.turn)
        self._ended = True

    def cancel(self) -> None:
        """Drop the turn at once, wherever it is; what was heard of it stays known. Every turn before it goes too."""
        if not self._final.is_set() and not self.dropped:
            self._send(Interrupt(asked_ns=0))
        self._ended = True

    def heard(self) -> HeardSpeech:
        """What the hall has heard by now, at most a twentieth of a second ago."""
        return heard_of(self._sentences, self._samples, self._starved_s, self._final.is_set())

    async def spoken(self) -> HeardSpeech:
        """Wait until nothing more of it will be heard, and say what was."""
        await self._final.wait()
        return self.heard()

    def update_status(self, status: TurnStatus) -> None:
        """Playout says how far it is."""
        self._samples, self._starved_s = max(self._samples, status.heard), status.starved_s

    def end_turn(self, heard: TurnEnded) -> None:
        """Playout says that the turn has ended, and how much of it was heard."""
        self._samples, self._starved_s = round(heard.heard_s * SAMPLE_RATE), heard.starved_s
        self.close(final=True)

    def close(self, *, final: bool) -> None:
        """Let the ring go."""
        self._ring = None
        if final:
            self._final.set()

    def _writable(self) -> SpeechRing:
        if self._ring is None or self._ended:
            raise TurnDropped
        return self._ring


def _rows(piece: Spoken, start: int) -> list[tuple[int, int, int]]:
    """A piece's phones in samples of the turn, of which the sentence begins at `start`."""
    rows: list[tuple[int, int, int]] = []
    for phone in piece.phones:
        if math.isfinite(phone.at_s) and math.isfinite(phone.until_s):
            first, end = (start + round(at * SAMPLE_RATE) for at in (phone.at_s, phone.until_s))
            rows += timed(first, end, phone.ipa)
    return rows
