"""Turns in tests: a real desk, answerer and speech ring, and a hall that hears as fast as it is told.

Each text that is voiced has samples of a value of its own, so that what sounded can be read back from the ring.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from console.answer.kit import AnswerKit
from console.answer.speech import SpeechLine, SpeechWriter
from console.answer.stages import StageWatch
from console.answer.think.fallback import Limits, ThinkChain
from console.answer.think.thinker import Asked, Thinker
from console.answer.turn import Answerer
from console.answer.voice.contract import SAMPLE_RATE, Spoken, VoiceError, Word
from console.show.answering import Policy, Verdict
from console.show.draft import Held
from console.show.kinds import AnswerLanguage, Approval
from console.show.questions import QuestionDesk
from engine.link import messages as m
from engine.link.speech import SpeechRing

WORD = SAMPLE_RATE // 2
"""Samples of a word."""

SAFE, STANDBY = "The safe line.", "Let me think."
AUTO = Policy(Approval.AUTO, safe_line=SAFE, standby_line=STANDBY)
FIRST = Policy(Approval.FIRST, safe_line=SAFE, standby_line=STANDBY)


def silent_log() -> Any:
    """A logger that keeps its errors and says nothing."""
    log: Any = logging.getLogger("turns")
    log.faults = []
    log.info = log.warning = lambda *words, **fields: None
    log.error = log.exception = lambda *words, **fields: log.faults.append(words)
    return log


class Wit:
    """A thinker that says what is planned for a question; `None` in a plan is a wait for the gate."""

    id = name = "Wit"
    leaves = source = ""

    def __init__(self) -> None:
        self.plans: dict[str, tuple[str | Exception | None, ...]] = {}
        self.gate = asyncio.Event()
        self.asked: list[Asked] = []
        self.open = 0

    async def warm(self) -> None:
        """Nothing to load."""

    async def answer(self, asked: Asked) -> AsyncIterator[str]:
        """The plan; one sentence when there is none."""
        self.asked.append(asked)
        self.open += 1
        try:
            for step in self.plans.get(asked.question, (f"Answer to {asked.question}.",)):
                if isinstance(step, Exception):
                    raise step
                if step is None:
                    await self.gate.wait()
                else:
                    yield step
                    await asyncio.sleep(0)
        finally:
            self.open -= 1


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


class Rig:
    """A desk with all that carries out what it wishes."""

    def __init__(self, policy: Policy | None = None, *, ring_s: float = 60.0) -> None:
        self.ring = SpeechRing.create(f"compere-test-{secrets.token_hex(4)}", ring_s)
        self.sent: list[m.Message] = []
        self.line = SpeechLine(self._send, lambda: asyncio.sleep(0))
        self.line.use(self.ring.name)
        self.number = 0
        self.now = 0.0
        self.wit, self.mouth = Wit(), Mouth()
        self.no_voice = ""
        self.on_air = True
        self.sentences: list[str] = []
        self.ends: list[tuple[int, str, bool]] = []
        self.changes = 0
        self.loaded = asyncio.Event()
        self.loaded.set()
        self.stages = StageWatch(lambda: self.now)
        self.desk = QuestionDesk(
            policy or Policy(Approval.AUTO), clock=lambda: self.now, turns=self.fresh, check=self._check
        )
        self.log = silent_log()
        self.kit: AnswerKit | None = self.kit_of(self.wit)
        self.answerer = Answerer(
            self.desk,
            self.line,
            kit=lambda: self.kit,
            ready=self.loaded.wait,
            voice=self._voice,
            fresh=self.fresh,
            may_speak=lambda: self.on_air and self.line.there,
            stages=self.stages,
            told=self,
            log=self.log,
        )
        self._newest = 0
        self._heard: dict[int, int] = {}
        self._last_words: list[m.Heard] = []
        self.sounded: list[str] = []

    def kit_of(self, *thinkers: Thinker) -> AnswerKit:
        """A kit whose chain does not wait between its tries."""

        async def at_once(seconds: float) -> None:
            await asyncio.sleep(0)

        chain = ThinkChain(thinkers, limits=Limits(5.0, 5.0), sleep=at_once, spread=lambda: 0.5)
        return cast(
            AnswerKit,
            SimpleNamespace(
                asked=lambda wish: Asked(wish.question, history=wish.history),
                chain=chain,
                preset=SimpleNamespace(language=AnswerLanguage("en")),
            ),
        )

    # -- what the console would be ------------------------------------------------------------------------------

    def fresh(self) -> int:
        self.number += 1
        return self.number

    def changed(self) -> None:
        self.changes += 1

    def fell(self, turn: int, sentence: str) -> None:
        self.sentences.append(sentence)

    def begun(self, turn: int, speech: int, writer: SpeechWriter) -> None:
        pass

    def ended(self, turn: int, heard: str, whole: bool) -> None:
        self.ends.append((turn, heard, whole))

    @staticmethod
    def _check(text: str) -> Held | None:
        return Held("It is BAD.", "BAD") if "BAD" in text else None

    def _voice(self) -> Any:
        if self.no_voice:
            raise VoiceError(self.no_voice)
        return self.mouth

    # -- the operator -------------------------------------------------------------------------------------------

    async def do(self, verdict: Verdict) -> Verdict:
        """Carry out a verb of the desk's."""
        self.answerer.carry_out(verdict.wishes)
        await settle()
        return verdict

    async def ask(self, text: str) -> Verdict:
        """A question."""
        return await self.do(self.desk.ask(text))

    async def interrupt(self) -> None:
        """As the conductor does: playout is told, and the desk."""
        self.line._send(self.interruption())
        await self.do(self.desk.interrupt())

    @staticmethod
    def interruption() -> m.Message:
        """What tells playout to drop all that it speaks."""
        return m.Interrupt(asked_ns=1)

    # -- the hall -----------------------------------------------------------------------------------------------

    def _send(self, message: m.Message) -> None:
        self.sent.append(message)
        if isinstance(message, m.SpeakTurn):
            self._newest = message.turn
        elif isinstance(message, m.Interrupt):
            turn = self.ring.turn
            if self.ring.look(turn) is not None:
                heard = self._heard.get(turn, 0) / SAMPLE_RATE
                self._last_words.append(m.Heard(turn=turn, heard_s=heard, whole_s=heard, interrupted=True))
            self.ring.drop(self._newest)

    async def hear(self, words: float = 1e6) -> None:
        """The hall hears so many words more of the turn in the ring, as far as it is there."""
        await self.last_words()
        turn = self.ring.turn
        for older in [each for each in self.line._writers if each < turn]:
            self._was_heard(older)  # the next one lies behind it already
        state = self.ring.look(turn)
        if state is not None:
            before = self._heard.get(turn, 0)
            until = min(state.written, before + round(words * WORD))
            samples = self.ring.read(turn, before, until - before)
            assert samples is not None
            for value in dict.fromkeys(samples.tolist()):
                if not self.sounded or self.sounded[-1] != self.mouth.values[round(value)]:
                    self.sounded.append(self.mouth.values[round(value)])
            self._heard[turn] = until
            self.ring.take(turn, until, state.phones)
            self.line.take_status(m.TurnStatus(turn, until, state.written, 0.0, state.ended))
            if state.ended and until == state.written:
                self._was_heard(turn)
        self.answerer.observe()
        await settle()

    def _was_heard(self, turn: int) -> None:
        heard = self._heard.get(turn, 0) / SAMPLE_RATE
        self.line.take_heard(m.Heard(turn=turn, heard_s=heard, whole_s=heard, interrupted=False))

    async def last_words(self) -> None:
        """Playout's last words on turns that were cut."""
        for heard in self._last_words:
            self.line.take_heard(heard)
        self._last_words.clear()
        await settle()

    async def hear_all(self) -> None:
        """Until nothing more comes."""
        for _ in range(100):
            before = (sum(self._heard.values()), self.ring.turn, len(self.ends))
            await self.hear()
            if before == (sum(self._heard.values()), self.ring.turn, len(self.ends)):
                return

    # -- the end ------------------------------------------------------------------------------------------------

    @property
    def texts(self) -> list[str]:
        """Of the draft."""
        return [each.text for each in self.desk.draft.sentences] if self.desk.draft is not None else []

    @property
    def history(self) -> list[tuple[str, str]]:
        """Questions, and what was heard."""
        return [(each.question, each.heard) for each in self.desk.history]

    def at_rest(self) -> bool:
        """Nothing goes on."""
        answerer = self.answerer
        busy = (answerer._tasks, answerer._thinking, answerer._mouths)
        return not any(busy) and not self.wit.open and not self.mouth.open and not self.line._writers

    async def close(self) -> None:
        """The console goes."""
        self.line.close()
        await self.answerer.close()
        await settle()
        assert not self.answerer._tasks and not self.wit.open and not self.mouth.open
        self.ring.close()


async def settle() -> None:
    """Let the loop run until what can go on has gone on."""
    for _ in range(60):
        await asyncio.sleep(0)


def run(work: Coroutine[Any, Any, None]) -> None:
    """In a loop of its own, which nothing may outlive."""

    async def whole() -> None:
        await asyncio.wait_for(work, 20)
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        assert not left, left

    begun = time.monotonic()
    asyncio.run(whole())
    assert time.monotonic() - begun < 20


Work = Callable[[Rig], Awaitable[None]]


@asynccontextmanager
async def rig_with(policy: Policy = AUTO, ring_s: float = 60.0) -> AsyncIterator[Rig]:
    rig = Rig(policy, ring_s=ring_s)
    try:
        yield rig
    finally:
        await rig.close()
    assert not rig.log.faults


def turning(policy: Policy = AUTO, ring_s: float = 60.0) -> Callable[[Work], Callable[[], None]]:
    """Makes a test of an evening with one rig."""

    def made(work: Work) -> Callable[[], None]:
        async def evening() -> None:
            async with rig_with(policy, ring_s) as rig:
                await work(rig)

        def test() -> None:
            run(evening())

        return test

    return made
