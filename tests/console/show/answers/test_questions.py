"""The question desk: what may be voiced, what holds it back, and what a turn's number fences off."""

from __future__ import annotations

from itertools import count

import pytest

from console.show.answers.approval import Exchange, Policy, StopThinking, StopTurn, Think
from console.show.answers.draft import HeldBack, SentenceState
from console.show.answers.question_queue import MOST_WAITING
from console.show.answers.questions import MOST_SENTENCES, OLD, QuestionDesk
from console.show.core.enums import Approval, Unattended


def bad_words(text: str) -> HeldBack | None:
    """A safety for tests: whatever has a BAD in it."""
    place = text.find("BAD")
    return HeldBack("BAD is on the list.", "BAD", (place, place + 3)) if place >= 0 else None


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def desk_with(
    approval: Approval = Approval.FIRST, *, unattended: Unattended = Unattended.STAY, clock: Clock | None = None
) -> QuestionDesk:
    policy = Policy(approval, unattended, 20.0, safe_line="Ask us after the show.", standby_line="Let me think.")
    turns = count(1)
    return QuestionDesk(
        policy, clock=clock or Clock(), turns=lambda: next(turns), check=bad_words, check_question=bad_words
    )


def drafted(desk: QuestionDesk, *sentences: str, finished: bool = True) -> int:
    """Asks, and writes an answer; its turn."""
    desk.ask("Why?")
    assert desk.draft is not None
    turn = desk.draft.turn
    for sentence in sentences:
        desk.add(turn, sentence)
    if finished:
        desk.finish(turn)
    return turn


def voiced(desk: QuestionDesk) -> list[str]:
    return [each.text for each in desk.to_voice()]


def states(desk: QuestionDesk) -> list[str]:
    assert desk.draft is not None
    return [sentence.state.value for sentence in desk.draft.sentences]


def test_a_question_is_thought_about_at_once_and_the_next_ones_wait() -> None:
    desk = desk_with()
    assert desk.ask(" Where  is it? ").commands == (Think(1, "Where is it?", ()),)
    assert desk.ask("And when?").commands == ()
    assert [each.text for each in desk.waiting.questions] == ["And when?"]


def test_an_answer_grows_word_by_word_and_nothing_of_it_is_voiced_before_it_is_approved() -> None:
    desk = desk_with()
    desk.ask("Where?")
    desk.write(1, "By the")
    assert desk.draft is not None and desk.draft.tail == "By the" and voiced(desk) == []
    desk.add(1, "By the east door.")
    assert desk.draft.tail == "" and states(desk) == ["waiting"] and voiced(desk) == []
    assert desk.approve(1).accepted
    assert voiced(desk) == ["By the east door."] and voiced(desk) == []


def test_what_came_after_the_operator_looked_is_not_approved_with_the_rest() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "Two.", "Three.", finished=False)
    desk.approve(turn, shown=2)
    assert voiced(desk) == ["One.", "Two."]
    assert states(desk) == ["voiced", "voiced", "waiting"]


def test_with_approve_each_one_press_lets_one_sentence_out() -> None:
    desk = desk_with(Approval.EACH)
    turn = drafted(desk, "One.", "Two.")
    desk.approve(turn)
    assert voiced(desk) == ["One."]
    desk.approve(turn)
    assert voiced(desk) == ["Two."]
    assert not desk.approve(turn).accepted


def test_with_auto_only_what_is_held_waits_and_all_behind_it() -> None:
    desk = desk_with(Approval.AUTO)
    turn = drafted(desk, "One.", "A BAD one.", "Three.")
    assert voiced(desk) == ["One."]
    assert states(desk) == ["voiced", "held", "approved"]
    assert "held" in desk.approve(turn).reason
    desk.edit(turn, 1, "A good one.")
    assert voiced(desk) == ["A good one.", "Three."]


def test_a_held_sentence_is_never_approved_with_the_others_and_only_released_by_itself() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "A BAD one.", "Three.")
    desk.approve(turn)
    assert voiced(desk) == ["One."]
    assert not desk.release(turn, 0).accepted
    assert desk.release(turn, 1).accepted
    assert voiced(desk) == ["A BAD one.", "Three."]


def test_an_edit_is_checked_like_any_other_text() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.")
    desk.approve(turn)
    desk.edit(turn, 0, "Now it is BAD.")
    assert states(desk) == ["held"] and voiced(desk) == []


def test_what_was_given_to_the_voice_cannot_be_edited() -> None:
    desk = desk_with(Approval.AUTO)
    turn = drafted(desk, "One.", "BAD")
    voiced(desk)
    assert "INTERRUPT" in desk.edit(turn, 0, "Other.").reason
    assert "INTERRUPT" in desk.again(turn).reason
    assert states(desk) == ["voiced", "held"]


def test_a_rejected_sentence_is_passed_over() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "Two.", "Three.")
    desk.reject_one(turn, 1)
    desk.approve(turn)
    assert voiced(desk) == ["One.", "Three."]


def test_again_is_a_turn_of_its_own_and_the_old_one_is_deaf() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", finished=False)
    assert desk.again(turn).commands == (StopTurn(1), Think(2, "Why?", ()))
    assert desk.add(1, "Late.") is False
    desk.write(1, "late words")
    assert not desk.finish(1).accepted and not desk.approve(1).accepted and not desk.heard(1, 0).accepted
    assert desk.draft is not None and desk.draft.sentences == [] and desk.draft.tail == "" and desk.draft.thinking


def test_reject_drops_the_answer_and_the_next_question_is_thought_about() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", finished=False)
    desk.ask("And when?")
    assert desk.reject(turn).commands == (StopTurn(1), Think(2, "And when?", ()))
    assert voiced(desk) == [] and desk.history == ()


def test_reject_in_the_middle_lets_what_is_being_spoken_end() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "Two.", finished=False)
    desk.approve_next(turn)
    voiced(desk)
    assert desk.reject(turn).commands == (StopThinking(turn),)
    assert voiced(desk) == []
    desk.heard(turn, 0)
    assert desk.history == (Exchange("Why?", "One."),) and desk.draft is None


def test_the_operators_own_words_replace_what_is_undecided() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "Two.", finished=False)
    assert desk.rewrite(turn, ["My own.", "This is BAD."]).commands == (StopThinking(turn),)
    assert desk.add(turn, "Late.") is False
    desk.approve(turn)
    assert voiced(desk) == ["My own."]
    assert states(desk) == ["rejected", "rejected", "voiced", "held"]


def test_the_safe_line_takes_the_place_of_all_that_was_not_spoken() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "A BAD one.", finished=False)
    desk.approve(turn)
    voiced(desk)
    assert desk.use_safe_line(turn).commands == (StopThinking(turn),)
    assert voiced(desk) == ["Ask us after the show."]


def test_the_stand_by_line_is_spoken_before_the_answer_and_ends_by_itself() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.")
    assert desk.stand_by().accepted
    assert not desk.stand_by().accepted
    desk.approve(turn)
    given = desk.to_voice()
    assert [(each.turn, each.text) for each in given] == [(2, "Let me think."), (1, "One.")]
    desk.heard(2, 0)
    desk.heard(1, 0)
    assert desk.draft is None and desk.history == (Exchange("Why?", "One."),)


def test_an_interrupt_keeps_of_the_history_only_what_was_heard() -> None:
    desk = desk_with(Approval.AUTO)
    turn = drafted(desk, "One.", "Two and three.", "Four.", finished=False)
    desk.ask("And when?")
    voiced(desk)
    desk.heard(turn, 0)
    desk.partly_heard(turn, 1, "Two and")
    assert desk.interrupt().commands == (StopTurn(turn),)
    assert desk.history == (Exchange("Why?", "One. Two and"),)
    assert desk.draft is None and voiced(desk) == []


def test_after_an_interrupt_nothing_begins_by_itself_until_a_hand_does() -> None:
    desk = desk_with(Approval.AUTO)
    drafted(desk, "One.")
    desk.ask("And when?")
    desk.interrupt()
    assert desk.tick().commands == ()
    assert desk.start().commands == (Think(2, "And when?", (), clauses=True),)


def test_the_history_goes_along_with_the_next_question() -> None:
    desk = desk_with(Approval.AUTO)
    turn = drafted(desk, "One.")
    desk.ask("And when?")
    voiced(desk)
    assert desk.heard(turn, 0).commands == (Think(2, "And when?", (Exchange("Why?", "One."),), clauses=True),)


@pytest.mark.parametrize(
    ("rule", "spoken"), [(Unattended.STAY, []), (Unattended.SAFE, ["Ask us after the show."]), (Unattended.DROP, [])]
)
def test_the_time_out_rule_is_applied_when_no_hand_comes(rule: Unattended, spoken: list[str]) -> None:
    clock = Clock()
    desk = desk_with(unattended=rule, clock=clock)
    drafted(desk, "One.")
    clock.now += 19.9
    desk.tick()
    assert states(desk) == ["waiting"]
    desk.touched()
    clock.now += 19.9
    desk.tick()
    assert states(desk) == ["waiting"]
    clock.now += 0.2
    desk.tick()
    assert voiced(desk) == spoken
    assert (desk.draft is None) is (rule is Unattended.DROP)


def test_a_draft_to_which_nobody_knew_an_answer_waits_with_its_reason() -> None:
    desk = desk_with()
    turn = drafted(desk, finished=False)
    desk.finish(turn, "Nobody could answer.")
    assert desk.draft is not None and desk.draft.notes == ("Nobody could answer.",)
    desk.use_safe_line(turn)
    assert voiced(desk) == ["Ask us after the show."]


def test_an_unfinished_last_sentence_goes_when_its_thinker_dies_unless_it_was_approved() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", finished=False)
    desk.add(turn, "Well,", ends=False)
    desk.write(turn, "the")
    assert desk.break_off(turn) == "One."
    assert desk.draft is not None and desk.draft.tail == ""
    auto = desk_with(Approval.AUTO)
    turn = drafted(auto, "One.", finished=False)
    auto.add(turn, "Well,", ends=False)
    assert auto.break_off(turn) == "One. Well,"


def test_an_endless_answer_is_stopped() -> None:
    desk = desk_with()
    turn = drafted(desk, finished=False)
    wanted = [desk.add(turn, f"Number {number}.") for number in range(MOST_SENTENCES)]
    assert wanted == [True] * (MOST_SENTENCES - 1) + [False]


def test_waiting_questions_are_merged_moved_reworded_and_dropped() -> None:
    desk = desk_with()
    desk.ask("On the desk.")
    for text in ("a?", "b?", "c?", "d?"):
        desk.ask(text)
    a, b, c, d = (each.id for each in desk.waiting.questions)
    assert desk.merge([b, d]).accepted
    assert desk.move(c, -5).accepted
    assert desk.reword(a, "A?").accepted
    assert [each.text for each in desk.waiting.questions] == ["c?", "A?", "b? d?"]
    assert desk.drop(c).accepted and not desk.drop(c).accepted
    assert not desk.merge([a]).accepted and not desk.reword(a, "  ").accepted
    assert [each.text for each in desk.waiting.questions] == ["A?", "b? d?"]


def test_a_question_that_is_held_waits_for_a_hand_while_others_pass() -> None:
    desk = desk_with()
    desk.ask("A BAD one?")
    assert desk.draft is None
    desk.ask("A good one?")
    assert desk.draft is not None and desk.draft.question == "A good one?"
    held = desk.waiting.questions[0]
    assert held.hold is not None
    desk.release_question(held.id)
    assert desk.reject(1).commands == (StopTurn(1), Think(2, "A BAD one?", ()))


def test_the_queue_has_a_bound_and_says_so() -> None:
    desk = desk_with()
    for number in range(MOST_WAITING + 1):
        assert desk.ask(f"Question {number}?").accepted
    assert str(MOST_WAITING) in desk.ask("One more?").reason
    assert not desk.ask("   ").accepted


def test_a_preset_without_lines_says_that_they_are_missing() -> None:
    desk = desk_with()
    desk.policy = Policy()
    turn = drafted(desk, "One.")
    assert "EDIT" in desk.use_safe_line(turn).reason and "EDIT" in desk.stand_by().reason
    assert states(desk) == [SentenceState.WAITING.value]


# -- another preset ----------------------------------------------------------------------------------------------


def test_at_a_take_nothing_that_was_approved_before_is_handed_to_the_voice() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "A BAD two.", "Three.")
    desk.approve(turn)
    desk.release(turn, 1)
    assert desk.preset_taken().commands == ()
    desk.policy = Policy(Approval.AUTO)
    assert voiced(desk) == [] and states(desk) == ["waiting", "held", "waiting"]
    assert desk.draft is not None and desk.draft.notes == (OLD,)
    desk.approve(turn, shown=1)
    assert voiced(desk) == ["One."]


def test_what_the_preset_before_still_thinks_and_own_words_for_it_wait_for_a_hand_even_on_auto() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", finished=False)
    desk.policy = Policy(Approval.AUTO)
    desk.preset_taken()
    desk.add(turn, "Two.")
    desk.edit(turn, 0, "My one.")
    assert voiced(desk) == [] and states(desk) == ["waiting", "waiting"]
    assert [Think(2, "Why?", (), clauses=True)] == [
        each for each in desk.again(turn).commands if isinstance(each, Think)
    ]
    desk.add(2, "For the new one.")
    assert voiced(desk) == ["For the new one."], "another answer is the new preset's"


def test_a_take_ends_an_answer_that_is_spoken_and_the_queue_goes_on() -> None:
    desk = desk_with()
    turn = drafted(desk, "One.", "Two.")
    desk.ask("And then?")
    desk.approve(turn, shown=1)
    voiced(desk)
    desk.heard(turn, 0)
    assert desk.preset_taken().commands == (StopTurn(turn), Think(2, "And then?", (Exchange("Why?", "One."),)))
    assert not desk.paused


def test_a_stand_by_line_is_over_at_a_take_whether_it_was_voiced_or_not() -> None:
    desk = desk_with()
    desk.stand_by()
    assert desk.preset_taken().commands == (StopTurn(1),) and voiced(desk) == []


def test_two_takes_say_once_that_the_answer_is_old() -> None:
    desk = desk_with()
    drafted(desk, "One.")
    desk.preset_taken()
    desk.preset_taken()
    assert desk.draft is not None and desk.draft.notes == (OLD,)


def test_another_list_of_words_holds_and_frees_what_waits_and_lets_nothing_out() -> None:
    held = {"One."}
    desk = QuestionDesk(
        Policy(Approval.AUTO),
        clock=Clock(),
        turns=count(1).__next__,
        check=lambda text: HeldBack("Not that.") if text in held else None,
    )
    turn = drafted(desk, "One.", "Two.", "Three.")
    assert states(desk) == ["held", "approved", "approved"]
    held.symmetric_difference_update({"One.", "Two."})
    desk.judge_again()
    assert states(desk) == ["waiting", "held", "approved"] and voiced(desk) == []
    desk.release(turn, 1)
    desk.judge_again()
    assert states(desk) == ["waiting", "approved", "approved"], "a hand has released it"
