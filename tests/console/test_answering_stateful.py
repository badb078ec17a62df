"""Somebody tries to make the host say what nobody let out: hands, thinkers, presets, modes, cuts, in whatever order.

Each sample that reaches the hall must belong to a text that a hand let out as it stood in the window, or that a preset
on AUTO lets out; and nothing that was let out before an INTERRUPT or a take may sound after it.
"""

from __future__ import annotations

import gc
import tempfile
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from console.answer.llm.protocol import AnswerError
from console.show.answers.draft import SentenceState
from console.show.core.enums import Mode
from console.show.core.state import ShowState
from console.show.state.answer_view import DraftView
from tests.console.answering_harness import PRESETS, AnsweringHarness

STEPS = ("{} one by one. ", "{} is BAD. ", "{} is WORSE. ", "{} goes on ", None, AnswerError("Wit broke off."))
PLANS = st.lists(st.sampled_from(STEPS), min_size=1, max_size=5).map(tuple)
OWN = st.sampled_from(["My own words", "My BAD words", "My WORSE words", ""])
NUMBERS = st.integers(0, 4)
OLD = st.booleans()


class AnsweringMachine(RuleBasedStateMachine):
    """An evening, and hands that do what they please."""

    def __init__(self) -> None:
        super().__init__()
        self._home = tempfile.TemporaryDirectory()
        self.harness = AnsweringHarness(Path(self._home.name))
        self.numbers = count(1)

    def teardown(self) -> None:
        self.harness.close()
        self._home.cleanup()
        del self.harness
        gc.collect()  # here: another thread must not be the one that ends its timers

    def view(self, old: bool) -> DraftView | None:
        """What the window shows; or what it showed of an answer that is over."""
        now = self.harness.view
        gone = [each for each in self.harness.old_views if now is None or each.turn != now.turn]
        return gone[-1] if old and gone else now

    def own(self, text: str) -> str:
        return f"{text} {next(self.numbers)}." if text else ""

    @rule(plan=PLANS)
    def ask(self, plan: tuple[str | Exception | None, ...]) -> None:
        self.harness.ask(f"Q{next(self.numbers)}", plan)

    @rule()
    def think_on(self) -> None:
        self.harness.llm.gate.set()
        self.harness.listen(0)
        self.harness.llm.gate.clear()

    @rule(ago=st.integers(0, 4), words=st.sampled_from(["late words", "late BAD words"]))
    def late_words(self, ago: int, words: str) -> None:
        self.harness.late(self.harness.turn - ago, words)

    @rule(words=st.sampled_from([0.0, 0.4, 1.0, 2.0, 100.0]))
    def hear(self, words: float) -> None:
        self.harness.listen(words)

    @rule(gate=st.booleans())
    def the_voice_stalls(self, gate: bool) -> None:
        (self.harness.mouth.gate.set if gate else self.harness.mouth.gate.clear)()
        self.harness.listen(0)

    @rule(old=OLD, seen=NUMBERS)
    def approve(self, old: bool, seen: int) -> None:
        if view := self.view(old):
            self.harness.approve(view, seen)

    @rule(old=OLD, number=NUMBERS)
    def release(self, old: bool, number: int) -> None:
        if view := self.view(old):
            self.harness.release(view, number)

    @rule(old=OLD, number=NUMBERS, text=OWN)
    def edit(self, old: bool, number: int, text: str) -> None:
        if view := self.view(old):
            self.harness.judge("edit", view, number, self.own(text))

    @rule(number=NUMBERS, text=OWN)
    def edit_what_is_approved(self, number: int, text: str) -> None:
        """Y, and other words before the voice has begun."""
        if view := self.view(False):
            self.harness.mouth.gate.clear()
            self.harness.approve(view, number + 1)
            self.harness.judge("edit", view, number, self.own(text))

    @rule(old=OLD, texts=st.lists(OWN, max_size=2))
    def rewrite(self, old: bool, texts: list[str]) -> None:
        if view := self.view(old):
            self.harness.judge("rewrite", view, text="\n".join(self.own(text) for text in texts))

    @rule(old=OLD, verb=st.sampled_from(["again", "reject"]))
    def put_away(self, old: bool, verb: str) -> None:
        if view := self.view(old):
            self.harness.judge(verb, view)

    @rule(number=NUMBERS)
    def leave_out(self, number: int) -> None:
        if view := self.view(False):
            self.harness.judge("leave_out", view, number)

    @rule(verb=st.sampled_from(["safe_line", "stand_by"]))
    def a_line_of_the_presets(self, verb: str) -> None:
        self.harness.own_line(verb)

    @rule()
    def next_question(self) -> None:
        self.harness.sort("answer")

    @rule()
    def interrupt(self) -> None:
        self.harness.interrupt()

    @rule(name=st.sampled_from(sorted(PRESETS)))
    def take(self, name: str) -> None:
        self.harness.take(name)

    @rule(mode=st.sampled_from([Mode.ANSWER, Mode.MIRROR]))
    def choose_mode(self, mode: Mode) -> None:
        self.harness.console_state.mode = mode
        self.harness.pass_time(0.1)

    @rule(state=st.sampled_from([ShowState.LIVE, ShowState.HOLD]))
    def go(self, state: ShowState) -> None:
        self.harness.go(state)

    @rule(seconds=st.sampled_from([0.1, 11.0]))
    def time_goes_by(self, seconds: float) -> None:
        self.harness.pass_time(seconds)

    @rule()
    def the_hand_is_at_it(self) -> None:
        self.harness.answering.touched()

    @invariant()
    def what_is_voiced_has_somebody_who_voices_it(self) -> None:
        draft = self.harness.answering.desk.draft
        if draft is not None and draft.numbers(frozenset({SentenceState.VOICED})):
            assert self.harness.answering.speaking

    @invariant()
    def the_window_shows_what_the_desk_has(self) -> None:
        draft, view = self.harness.answering.desk.draft, self.harness.view
        assert (draft is None) == (view is None)
        if draft is not None and view is not None:
            assert [(each.text, each.state) for each in view.sentences] == [
                (each.text, each.state) for each in draft.sentences
            ]


TestAnswering = AnsweringMachine.TestCase
TestAnswering.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
