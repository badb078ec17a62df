"""What would do nothing at the question desk is refused before it is done, in the words of the desk itself."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.answers.approval import Policy
from console.show.answers.draft import HeldBack
from console.show.answers.judging import LOST, NO_ANSWER, NONE_WAITING, refusal
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import Approval

VERBS = ("approve", "again", "reject", "safe_line", "edit", "leave_out", "release")


def desk_with(texts: list[str], policy: Policy) -> QuestionDesk:
    """A desk with an answer of these sentences on it; the ones with "bad" in them are held."""
    turns = itertools.count(7)
    desk = QuestionDesk(
        policy,
        clock=lambda: 0.0,
        turns=lambda: next(turns),
        check=lambda text: HeldBack("It is on the list.") if "bad" in text else None,
    )
    desk.ask("Where?")
    for text in texts:
        desk.add(7, text)
    return desk


def judged(desk: QuestionDesk, verb: str, turn: int = 0, number: int = -1) -> str:
    return refusal(desk.draft, desk.policy, len(desk.waiting.questions), verb, turn, number)


@pytest.mark.parametrize("verb", VERBS)
def test_with_no_answer_on_the_desk_nothing_can_be_judged(verb: str) -> None:
    desk = QuestionDesk(Policy(safe_line="Hm."), clock=lambda: 0.0, turns=lambda: 1)
    assert judged(desk, verb) == NO_ANSWER
    assert judged(desk, verb, turn=6) == LOST
    assert judged(desk, "answer") == NONE_WAITING


def test_an_approval_of_what_is_not_there_yet_is_none() -> None:
    desk = desk_with([], Policy())
    assert judged(desk, "approve") == "Nothing waits for approval yet."
    desk.add(7, "By the east door.")
    assert judged(desk, "approve") == ""
    desk.approve(7)
    assert judged(desk, "approve") == "Nothing waits for approval yet.", "it was approved already"


SENTENCES = st.lists(st.sampled_from(["At nine.", "A bad word.", "By the door."]), max_size=4)


@given(
    SENTENCES,
    st.sampled_from(VERBS),
    st.integers(-1, 5),
    st.sampled_from([0, 7, 9]),
    st.sampled_from(["", "Let me think."]),
    st.sampled_from(list(Approval)),
    st.booleans(),
)
def test_what_is_said_before_is_what_the_desk_would_say(
    texts: list[str], verb: str, number: int, turn: int, safe: str, approval: Approval, voiced: bool
) -> None:
    desk = desk_with(texts, Policy(approval=approval, safe_line=safe))
    if voiced:
        desk.approve(7)
        desk.to_voice()
    said = judged(desk, verb, turn, number)
    meant = turn or 7
    verdict = {
        "approve": lambda: desk.approve(meant, shown=number if number >= 0 else None),
        "again": lambda: desk.again(meant),
        "reject": lambda: desk.reject(meant),
        "safe_line": lambda: desk.use_safe_line(meant),
        "edit": lambda: desk.edit(meant, number, "Other words."),
        "leave_out": lambda: desk.reject_one(meant, number),
        "release": lambda: desk.release(meant, number),
    }[verb]()
    assert said == verdict.reason and bool(said) is not verdict.accepted
