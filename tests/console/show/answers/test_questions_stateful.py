"""Whatever is done at the desk in whatever order: nothing unapproved and nothing held is ever given to the voice."""

from __future__ import annotations

from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from console.show.answers.approval import Policy, Think, Utterance
from console.show.answers.draft import OUT, HeldBack, SentenceState
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import Approval, Unattended

SAFE, STANDBY = "The safe line.", "The stand-by line."
TEXTS = st.sampled_from(["One.", "Two.", "BAD one.", "三。", "BAD 四。", "Five,"])
TURNS = st.integers(0, 3)  # how many turns ago
NUMBERS = st.integers(0, 4)


class Desk(RuleBasedStateMachine):
    """The desk beside a book of what was let out by hand: (turn, number) → the text as it was then."""

    approval = Approval.FIRST

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.turns = count(1)
        self.last = 0
        policy = Policy(self.approval, Unattended.SAFE, 10.0, SAFE, STANDBY)
        self.desk = QuestionDesk(policy, clock=lambda: self.now, turns=self.next_turn, check=self.check)
        self.let_out: dict[tuple[int, int], str] = {}
        self.given: list[Utterance] = []
        self.stopped: set[int] = set()

    def next_turn(self) -> int:
        self.last = next(self.turns)
        return self.last

    @staticmethod
    def check(text: str) -> HeldBack | None:
        return HeldBack("It is BAD.", "BAD") if "BAD" in text else None

    def texts(self) -> dict[tuple[int, int], tuple[str, SentenceState]]:
        draft = self.desk.draft
        if draft is None:
            return {}
        return {(draft.turn, n): (each.text, each.state) for n, each in enumerate(draft.sentences)}

    def approving(self, before: dict[tuple[int, int], tuple[str, SentenceState]]) -> None:
        """Writes down what a hand has just let out."""
        for place, (text, state) in self.texts().items():
            if state is SentenceState.APPROVED and before.get(place, ("", None))[1] is not SentenceState.APPROVED:
                self.let_out[place] = text

    @rule(text=TEXTS)
    def ask(self, text: str) -> None:
        for command in self.desk.ask(text).commands:
            assert isinstance(command, Think)

    @rule(ago=TURNS, text=TEXTS, ends=st.booleans())
    def add(self, ago: int, text: str, ends: bool) -> None:
        self.desk.add(self.last - ago, text, ends=ends)

    @rule(ago=TURNS)
    def write(self, ago: int) -> None:
        before = self.texts()
        self.desk.write(self.last - ago, "words")
        assert self.texts() == before

    @rule(ago=TURNS)
    def finish(self, ago: int) -> None:
        self.desk.finish(self.last - ago)

    @rule(ago=TURNS)
    def break_off(self, ago: int) -> None:
        self.desk.break_off(self.last - ago)

    @rule(ago=TURNS, shown=st.none() | NUMBERS)
    def approve(self, ago: int, shown: int | None) -> None:
        before = self.texts()
        self.desk.approve(self.last - ago, shown=shown)
        self.approving(before)
        fresh = [place for place, (_, state) in self.texts().items() if state is not before[place][1]]
        assert all(shown is None or number < shown for _, number in fresh)
        assert self.approval is not Approval.EACH or len(fresh) <= 1

    @rule(ago=TURNS, number=NUMBERS)
    def release(self, ago: int, number: int) -> None:
        before = self.texts()
        self.desk.release(self.last - ago, number)
        self.approving(before)

    @rule(ago=TURNS, number=NUMBERS, text=TEXTS)
    def edit(self, ago: int, number: int, text: str) -> None:
        self.desk.edit(self.last - ago, number, text)

    @rule(ago=TURNS, texts=st.lists(TEXTS, max_size=2))
    def rewrite(self, ago: int, texts: list[str]) -> None:
        self.desk.rewrite(self.last - ago, texts)

    @rule(ago=TURNS, number=NUMBERS)
    def reject_one(self, ago: int, number: int) -> None:
        self.desk.reject_one(self.last - ago, number)

    @rule(ago=TURNS)
    def reject(self, ago: int) -> None:
        self.desk.reject(self.last - ago)

    @rule(ago=TURNS)
    def again(self, ago: int) -> None:
        self.desk.again(self.last - ago)

    @rule(ago=TURNS)
    def safe_line(self, ago: int) -> None:
        self.desk.use_safe_line(self.last - ago)

    @rule()
    def stand_by(self) -> None:
        self.desk.stand_by()

    @rule()
    def interrupt(self) -> None:
        self.desk.interrupt()
        assert self.desk.draft is None
        assert self.desk.to_voice() == ()

    @rule(seconds=st.sampled_from([1.0, 11.0]))
    def time_goes_by(self, seconds: float) -> None:
        self.now += seconds
        self.desk.tick()

    @rule()
    def voice(self) -> None:
        for utterance in self.desk.to_voice():
            self.judge(utterance)
            self.given.append(utterance)

    @precondition(lambda self: self.given)
    @rule(back=st.integers(1, 4))
    def heard(self, back: int) -> None:
        utterance = self.given[-min(back, len(self.given))]
        self.desk.heard(utterance.turn, utterance.number)

    def judge(self, utterance: Utterance) -> None:
        assert utterance not in self.given, "given twice"
        if utterance.text in (SAFE, STANDBY):
            return
        place = (utterance.turn, utterance.number)
        if self.approval is Approval.AUTO and "BAD" not in utterance.text:
            return
        assert self.let_out.get(place) == utterance.text, "nobody let this out as it is"

    @invariant()
    def what_is_out_stays_as_it_was_given(self) -> None:
        draft = self.desk.draft
        if draft is None:
            return
        given = {each.number: each.text for each in self.given if each.turn == draft.turn}
        for number, sentence in enumerate(draft.sentences):
            assert (sentence.state in OUT) == (number in given)
            assert number not in given or sentence.text == given[number]

    @invariant()
    def the_history_holds_only_what_was_heard(self) -> None:
        said = {each.text for each in self.given}
        for exchange in self.desk.history:
            assert exchange.heard and any(text in exchange.heard for text in said)


class EachDesk(Desk):
    approval = Approval.EACH


class AutoDesk(Desk):
    approval = Approval.AUTO


TestFirst, TestEach, TestAuto = Desk.TestCase, EachDesk.TestCase, AutoDesk.TestCase
for case in (TestFirst, TestEach, TestAuto):
    case.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
