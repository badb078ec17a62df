"""A hall in tests: a real speech ring, a voice of words, and ears that hear as fast as they are told.

Each text that is voiced has samples of a value of its own, so that what sounded can be read back from the ring.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import AsyncGenerator

import numpy as np

from console.answer.speech import SpeechLine
from console.answer.tts.protocol import Spoken, Word
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.speech_ring import SpeechRing

WORD = SAMPLE_RATE // 2
"""Samples of a word."""


class Mouth:
    """A voice: half a second a word; it waits at its gate before each."""

    name = "Mouth"

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.gate.set()
        self.fails: dict[str, Exception] = {}
        self.spoken: list[str] = []
        self.open = 0
        self.values: dict[int, str] = {}

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """Words one after the other."""
        self.spoken.append(text)
        value = len(self.spoken)
        self.values[value] = text
        self.open += 1
        at = 0
        try:
            for number, word in enumerate(text.split()):
                await self.gate.wait()
                if number and text in self.fails:
                    raise self.fails[text]
                start = text.index(word, at)
                at = start + len(word)
                yield Spoken(np.full(WORD, value, np.float32), (), (Word(number / 2, number / 2 + 0.5, start, at),))
            if text in self.fails:
                raise self.fails[text]
        finally:
            self.open -= 1


class Hall:
    """What playout is to the console: it lays what the ring has, and says how far it is.

    Attributes:
        sounded: the texts whose samples the hall has heard, in their order.
        samples: how many samples of each of them, by the value in `mouth.values`.
    """

    def __init__(self, ring_s: float) -> None:
        self.ring = SpeechRing.create(f"compere-test-{secrets.token_hex(4)}", ring_s)
        self.sent: list[Message] = []
        self.line = SpeechLine(self._send, lambda: asyncio.sleep(0))
        self.line.use(self.ring.name)
        self.mouth = Mouth()
        self.sounded: list[str] = []
        self.samples: Counter[int] = Counter()
        self._newest = 0
        self._heard: dict[int, int] = {}
        self._last_words: list[m.TurnEnded] = []

    def observe(self) -> None:
        """Playout has said how far it is."""

    @staticmethod
    def interruption() -> Message:
        """What tells playout to drop all that it speaks."""
        return m.Interrupt(asked_ns=1)

    def _send(self, message: Message) -> None:
        self.sent.append(message)
        if isinstance(message, m.SpeakTurn):
            self._newest = message.turn
        elif isinstance(message, m.Interrupt):
            turn = self.ring.turn
            if self.ring.state_of(turn) is not None:
                heard = self._heard.get(turn, 0) / SAMPLE_RATE
                self._last_words.append(m.TurnEnded(turn=turn, heard_s=heard, whole_s=heard, interrupted=True))
            self.ring.drop(self._newest)

    async def hear(self, words: float = 1e6) -> None:
        """The hall hears so many words more of the turn in the ring, as far as it is there."""
        await self.last_words()
        turn = self.ring.turn
        for older in [each for each in self.line._writers if each < turn]:
            self._was_heard(older)  # the next one lies behind it already
        state = self.ring.state_of(turn)
        if state is not None:
            until = self.sound(words)
            self.ring.release(turn, until, state.phones)
            self.line.update_status(m.TurnStatus(turn, until, state.written, 0.0, state.ended))
            if state.ended and until == state.written:
                self._was_heard(turn)
        self.observe()
        await settle()

    def sound(self, words: float) -> int:
        """So many words more sound, and nobody is told yet: how many samples of the turn have sounded by now."""
        turn = self.ring.turn
        state, before = self.ring.state_of(turn), self._heard.get(turn, 0)
        if state is None:
            return before
        until = min(state.written, before + round(words * WORD))
        samples = self.ring.read(turn, before, until - before)
        assert samples is not None
        for value, count in zip(*np.unique(samples, return_counts=True), strict=True):
            self.samples[round(value)] += int(count)
        begins = np.flatnonzero(np.diff(samples, prepend=np.float32(np.nan)))
        for value in dict.fromkeys(samples[begins].tolist()):
            if not self.sounded or self.sounded[-1] != self.mouth.values[round(value)]:
                self.sounded.append(self.mouth.values[round(value)])
        self._heard[turn] = until
        return until

    def _was_heard(self, turn: int) -> None:
        heard = self._heard.get(turn, 0) / SAMPLE_RATE
        self.line.end_turn(m.TurnEnded(turn=turn, heard_s=heard, whole_s=heard, interrupted=False))

    async def last_words(self) -> None:
        """Playout's last words on turns that were cut."""
        for heard in self._last_words:
            self.line.end_turn(heard)
        self._last_words.clear()
        await settle()


async def settle() -> None:
    """Let the loop run until what can go on has gone on: three rounds in which nothing but this was to be done."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    idle = 0
    for _ in range(60):
        await asyncio.sleep(0)
        idle = 0 if ready else idle + 1
        if idle == 3:
            return
