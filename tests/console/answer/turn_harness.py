"""Turns in tests: a real desk and answerer before a hall that hears as fast as it is told."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any, cast

from console.answer.config import AnswerConfig
from console.answer.llm.fallback import FallbackLLM, Limits
from console.answer.llm.protocol import AnswerProvider, Asked
from console.answer.speech import SpeechWriter
from console.answer.stages import StageWatch
from console.answer.tts.protocol import TTSError
from console.answer.turn import Answerer
from console.show.answers.approval import Decision, Policy
from console.show.answers.draft import HeldBack
from console.show.answers.events import Interrupted, VoiceReady
from console.show.answers.inbox import DeskInbox
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import AnswerLanguage, Approval
from console.show.effects.answers import AskQuestion
from tests.console.answer.hall import Hall, settle

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


class FakeLLM:
    """A thinker that says what is planned for a question; `None` in a plan is a wait for the gate."""

    id = name = "Wit"
    leaves = source = ""
    plain = True

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


class Rig(Hall):
    """A desk with all that carries out what it commands, before a hall."""

    def __init__(self, policy: Policy | None = None, *, ring_s: float = 60.0) -> None:
        super().__init__(ring_s)
        self.number = 0
        self.now = 0.0
        self.llm = FakeLLM()
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
        self.config: AnswerConfig | None = self.config_of(self.llm)
        self.answerer = Answerer(
            DeskInbox(self.desk, may_speak=lambda: self.on_air and self.line.there).receive,
            self.line,
            config=lambda: self.config,
            ready=self.loaded.wait,
            voice=self._voice,
            fresh=self.fresh,
            stages=self.stages,
            listener=self,
            log=self.log,
        )

    def observe(self) -> None:
        self.answerer.observe()

    def config_of(self, *thinkers: AnswerProvider) -> AnswerConfig:
        """A config whose chain does not wait between its tries."""

        async def at_once(seconds: float) -> None:
            await asyncio.sleep(0)

        chain = FallbackLLM(thinkers, limits=Limits(5.0, 5.0), sleep=at_once, spread=lambda: 0.5)
        return cast(
            AnswerConfig,
            SimpleNamespace(
                asked=lambda command: Asked(command.question, history=command.history),
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
    def _check(text: str) -> HeldBack | None:
        return HeldBack("It is BAD.", "BAD") if "BAD" in text else None

    def _voice(self) -> Any:
        if self.no_voice:
            raise TTSError(self.no_voice)
        return self.mouth

    # -- the operator -------------------------------------------------------------------------------------------

    def carry_out(self, decision: Decision) -> None:
        """What the desk decided when one of its verbs was called here, and whatever may be voiced by then."""
        for command in decision.commands:
            self.answerer._carry_out(command)
        self.answerer.receive(VoiceReady())

    async def do(self, decision: Decision) -> Decision:
        """The same, and all that follows from it."""
        self.carry_out(decision)
        await settle()
        return decision

    async def ask(self, text: str) -> Decision:
        """A question."""
        decision = self.answerer.receive(AskQuestion(text))
        await settle()
        return decision

    async def interrupt(self) -> None:
        """As the controller does: playout is told, and the desk."""
        self.line._send(self.interruption())
        self.answerer.receive(Interrupted())
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
        return not any(busy) and not self.llm.open and not self.mouth.open and not self.line._writers

    async def close(self) -> None:
        """The console goes."""
        self.line.close()
        await self.answerer.close()
        await settle()
        assert not self.answerer._tasks and not self.llm.open and not self.mouth.open
        self.ring.close()


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
        async def scenario() -> None:
            async with rig_with(policy, ring_s) as rig:
                await work(rig)

        def test() -> None:
            run(scenario())

        return test

    return made
