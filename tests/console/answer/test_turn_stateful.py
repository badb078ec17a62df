"""Whatever hands, thinker, voice and hall do, in whatever order: nothing unapproved sounds, nothing is left behind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from console.answer.llm.protocol import AnswerError
from console.answer.tts.protocol import TTSError
from console.show.answers.approval import Decision, Policy
from console.show.answers.draft import SentenceState
from console.show.answers.events import VoiceReady
from console.show.core.enums import Approval
from tests.console.answer.turn_harness import SAFE, STANDBY, Rig

TEXTS = ("One by one. ", "Two is BAD. ", "三。", "Four and more ", None, AnswerError("Wit broke off."))
PLANS = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=5)
OWN = st.sampled_from(["My own words.", "My BAD words.", ""])
NUMBERS = st.integers(0, 4)


class Turns(RuleBasedStateMachine):
    """A rig beside a book of what was let out by hand."""

    approval = Approval.FIRST

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.rig = self.run(self.made())
        self.let_out: list[str] = []
        self.questions = 0

    async def made(self) -> Rig:
        rig = Rig(Policy(self.approval, safe_line=SAFE, standby_line=STANDBY), ring_s=2.0)
        rig.mouth.fails["三。"] = TTSError("The voice broke off.")
        return rig

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    def teardown(self) -> None:
        self.run(self.rig.close())
        left = asyncio.all_tasks(self.loop)
        self.loop.close()
        assert not left and not self.rig.log.faults

    async def pumped(self) -> None:
        self.rig.answerer.receive(VoiceReady())
        await self.rig.hear(0)

    @property
    def turn(self) -> int:
        return self.rig.desk.draft.turn if self.rig.desk.draft is not None else 0

    def hand(self, verb: Callable[[], Decision]) -> None:
        """A verb of the operator's; what it lets out is written down."""
        before = self.states()
        verdict = verb()
        for place, (text, state) in self.states().items():
            if state is SentenceState.APPROVED and before.get(place, ("", None))[1] is not SentenceState.APPROVED:
                self.let_out.append(text)
        self.run(self.rig.do(verdict))

    def states(self) -> dict[tuple[int, int], tuple[str, SentenceState]]:
        draft = self.rig.desk.draft
        return {(draft.turn, n): (each.text, each.state) for n, each in enumerate(draft.sentences)} if draft else {}

    @rule(plan=PLANS)
    def ask(self, plan: list[str | Exception | None]) -> None:
        self.questions += 1
        self.rig.llm.plans[f"Q{self.questions}"] = tuple(plan)
        self.run(self.rig.ask(f"Q{self.questions}"))

    @rule()
    def think_on(self) -> None:
        self.rig.llm.gate.set()
        self.run(self.rig.hear(0))
        self.rig.llm.gate.clear()

    @rule(words=st.sampled_from([0.0, 0.4, 1.0, 2.0, 100.0]))
    def hear(self, words: float) -> None:
        self.run(self.rig.hear(words))

    @rule(gate=st.booleans())
    def voice_stalls(self, gate: bool) -> None:
        (self.rig.mouth.gate.set if gate else self.rig.mouth.gate.clear)()
        self.run(self.rig.hear(0))

    @rule(shown=st.none() | NUMBERS)
    def approve(self, shown: int | None) -> None:
        self.hand(lambda: self.rig.desk.approve(self.turn, shown=shown))

    @rule(number=NUMBERS)
    def release(self, number: int) -> None:
        self.hand(lambda: self.rig.desk.release(self.turn, number))

    @rule(number=NUMBERS, text=OWN)
    def edit(self, number: int, text: str) -> None:
        self.hand(lambda: self.rig.desk.edit(self.turn, number, text))

    @rule(texts=st.lists(OWN, max_size=2))
    def rewrite(self, texts: list[str]) -> None:
        self.hand(lambda: self.rig.desk.rewrite(self.turn, texts))

    @rule()
    def reject(self) -> None:
        self.hand(lambda: self.rig.desk.reject(self.turn))

    @rule()
    def again(self) -> None:
        self.hand(lambda: self.rig.desk.again(self.turn))

    @rule()
    def safe_line(self) -> None:
        self.hand(lambda: self.rig.desk.use_safe_line(self.turn))

    @rule()
    def stand_by(self) -> None:
        self.hand(self.rig.desk.stand_by)

    @rule()
    def next_question(self) -> None:
        self.hand(self.rig.desk.start)

    @rule()
    def interrupt(self) -> None:
        self.run(self.rig.interrupt())
        assert self.rig.desk.draft is None and not self.rig.answerer.speaking()
        assert not self.rig.llm.open and not self.rig.mouth.open
        assert self.rig.ring.state_of(self.rig.ring.turn) is None, "something may still sound"

    @rule()
    def another_speaks(self) -> None:
        """A sound file takes the place of what is spoken."""
        self.rig.line._send(self.rig.interruption())
        self.run(self.rig.last_words())

    @rule(on_air=st.booleans())
    def go(self, on_air: bool) -> None:
        self.rig.on_air = on_air
        self.run(self.pumped())

    @invariant()
    def only_what_was_let_out_is_voiced(self) -> None:
        for text in self.rig.mouth.spoken:
            if text not in (SAFE, STANDBY) and not (self.approval is Approval.AUTO and "BAD" not in text):
                assert text in self.let_out, f"nobody let out {text!r}"

    @invariant()
    def nobody_waits_for_a_voice_that_is_not_coming(self) -> None:
        draft = self.rig.desk.draft
        if draft is not None and draft.numbers(frozenset({SentenceState.VOICED})):
            assert self.rig.answerer.speaking(), "it counts as voiced, and nobody voices it"
        if draft is not None and draft.thinking:
            assert draft.turn in self.rig.answerer._thinking, "it counts as thought about, and nobody thinks"

    @invariant()
    def what_is_remembered_was_heard(self) -> None:
        for exchange in self.rig.desk.history:
            assert exchange.heard


class Each(Turns):
    approval = Approval.EACH


class Auto(Turns):
    approval = Approval.AUTO


TestFirst, TestEach, TestAuto = Turns.TestCase, Each.TestCase, Auto.TestCase
for case in (TestFirst, TestEach, TestAuto):
    case.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
del case  # or it would be run once more
