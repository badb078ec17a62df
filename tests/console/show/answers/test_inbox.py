"""The one way to the question desk: each event has its decision, and what may be voiced goes out with it."""

from __future__ import annotations

from itertools import count

import pytest

from console.show.answers import judging
from console.show.answers.approval import (
    AnswerCommand,
    Decision,
    EndSpeech,
    Policy,
    StopThinking,
    StopTurn,
    Think,
    Utterance,
)
from console.show.answers.draft import HeldBack, SentenceState
from console.show.answers.events import (
    AnswererNamed,
    Interrupted,
    PresetTaken,
    SentenceHeard,
    SentencePartlyHeard,
    SentenceWritten,
    SpeechCut,
    SpeechFailed,
    ThinkingBroke,
    ThinkingEnded,
    ThinkingFault,
    TimePassed,
    VoiceReady,
    WordsWritten,
)
from console.show.answers.inbox import DeskInbox
from console.show.answers.questions import MOST_SENTENCES, QuestionDesk
from console.show.core.enums import Approval, Unattended
from console.show.effects.answers import AnswerVerb, AskQuestion, JudgeAnswer, QuestionVerb, SortQuestion


class Inbox:
    """A desk, its inbox, and the hand that decides whether the avatar is on air."""

    def __init__(self, approval: Approval = Approval.FIRST, unattended: Unattended = Unattended.STAY) -> None:
        self.now, self.on_air = 0.0, True
        policy = Policy(approval, unattended, 20.0, safe_line="Ask us later.", standby_line="Let me think.")
        turns = count(1)
        self.desk = QuestionDesk(policy, clock=lambda: self.now, turns=lambda: next(turns))
        self.receive = DeskInbox(self.desk, may_speak=lambda: self.on_air).receive

    def commands(self, *events: object) -> list[AnswerCommand]:
        return [command for event in events for command in self.receive(event).commands]  # type: ignore[arg-type]

    def answered(self, *sentences: str) -> int:
        """Asked, and answered in these sentences, which wait; the turn."""
        self.receive(AskQuestion("Where?"))
        assert self.desk.draft is not None
        turn = self.desk.draft.turn
        for text in sentences:
            self.receive(SentenceWritten(turn, text))
        self.receive(ThinkingEnded(turn))
        return turn

    @property
    def states(self) -> list[str]:
        return [each.state.value for each in self.desk.draft.sentences] if self.desk.draft is not None else []


def test_a_question_goes_from_asking_to_the_last_sample_heard_by_events_alone() -> None:
    inbox = Inbox()
    assert inbox.receive(AskQuestion("Where?")) == Decision(commands=(Think(1, "Where?", ()),))
    assert inbox.commands(AnswererNamed(1, "Facts", "facts.md:3"), WordsWritten(1, "By")) == []
    assert inbox.commands(SentenceWritten(1, "By the door."), SentenceWritten(1, "On the left.")) == []
    assert inbox.commands(JudgeAnswer(AnswerVerb.APPROVE, 1, number=1)) == [Utterance(1, 0, "By the door.")]
    assert inbox.commands(ThinkingEnded(1)) == [], "one sentence is undecided: the speech goes on"
    assert inbox.commands(JudgeAnswer(AnswerVerb.APPROVE, 1)) == [Utterance(1, 1, "On the left."), EndSpeech(1)]
    assert inbox.commands(SentencePartlyHeard(1, 0, "By"), SentenceHeard(1, 0), SentenceHeard(1, 1)) == []
    assert inbox.desk.draft is None
    assert [each.heard for each in inbox.desk.history] == ["By the door. On the left."]


def test_an_answer_that_nobody_has_to_approve_is_asked_for_in_clauses_and_voiced_as_it_comes() -> None:
    inbox = Inbox(Approval.AUTO)
    assert inbox.commands(AskQuestion("Where?")) == [Think(1, "Where?", (), clauses=True)]
    assert inbox.commands(SentenceWritten(1, "By the door.")) == [Utterance(1, 0, "By the door.")]
    assert inbox.commands(ThinkingEnded(1)) == [EndSpeech(1)]
    assert inbox.commands(TimePassed(), VoiceReady()) == [], "the end of a speech is said once"


def test_off_the_air_nothing_is_given_to_the_voice_and_it_is_when_the_air_is_there() -> None:
    inbox = Inbox()
    inbox.on_air = False
    turn = inbox.answered("By the door.")
    assert inbox.commands(JudgeAnswer(AnswerVerb.APPROVE), TimePassed()) == []
    inbox.on_air = True
    assert inbox.commands(VoiceReady()) == [Utterance(turn, 0, "By the door."), EndSpeech(turn)]


def test_a_stand_by_line_is_a_speech_of_its_own_beside_the_answer() -> None:
    inbox = Inbox()
    inbox.receive(AskQuestion("Where?"))
    assert inbox.commands(JudgeAnswer(AnswerVerb.STAND_BY)) == [Utterance(2, 0, "Let me think."), EndSpeech(2)]
    assert inbox.commands(SentenceHeard(2, 0)) == [] and inbox.desk.draft is not None


def test_speech_that_was_ended_begins_again_when_more_is_let_out() -> None:
    inbox = Inbox()
    turn = inbox.answered("By the door.")
    assert EndSpeech(turn) in inbox.commands(JudgeAnswer(AnswerVerb.APPROVE))
    more = inbox.commands(JudgeAnswer(AnswerVerb.SAFE_LINE))
    assert more == [StopThinking(turn), Utterance(turn, 1, "Ask us later."), EndSpeech(turn)]


LATE = (
    AnswererNamed(1, "Late"),
    WordsWritten(1, "late"),
    SentenceWritten(1, "Too late."),
    ThinkingFault(1, "Late."),
    ThinkingBroke(1),
    ThinkingEnded(1),
    SentenceHeard(1, 0),
    SpeechFailed(1, (0,)),
)


@pytest.mark.parametrize("event", LATE, ids=lambda event: type(event).__name__)
def test_what_comes_late_for_a_turn_that_is_over_is_refused_and_changes_nothing(event: object) -> None:
    inbox = Inbox()
    inbox.receive(AskQuestion("Where?"))
    assert inbox.commands(JudgeAnswer(AnswerVerb.AGAIN)) == [StopTurn(1), Think(2, "Where?", ())]
    assert inbox.receive(event) == Decision(False, judging.LOST)  # type: ignore[arg-type]
    draft = inbox.desk.draft
    assert draft is not None and (draft.turn, draft.sentences, draft.tail, draft.notes, draft.by) == (2, [], "", (), "")


def test_what_stays_of_an_answer_that_broke_off_is_said_to_who_goes_on() -> None:
    inbox = Inbox()
    inbox.receive(AskQuestion("Where?"))
    inbox.receive(SentenceWritten(1, "By the door."))
    inbox.receive(SentenceWritten(1, "After the", ends=False))
    assert inbox.receive(ThinkingBroke(1)).stays == "By the door."
    assert inbox.receive(ThinkingFault(1, "B is asked.")).accepted
    assert inbox.desk.draft is not None and inbox.desk.draft.notes == ("B is asked.",)


def test_an_answer_without_an_end_is_ended_at_the_most_sentences_and_no_more_is_wanted() -> None:
    inbox = Inbox()
    inbox.receive(AskQuestion("Where?"))
    assert all(inbox.receive(SentenceWritten(1, f"No {number}.")).accepted for number in range(MOST_SENTENCES))
    assert inbox.desk.draft is not None and not inbox.desk.draft.thinking
    assert not inbox.receive(SentenceWritten(1, "One more.")).accepted
    assert len(inbox.desk.draft.sentences) == MOST_SENTENCES


def test_a_sentence_that_is_held_whatever_it_says_waits_for_its_release() -> None:
    inbox = Inbox(Approval.AUTO)
    inbox.receive(AskQuestion("Where?"))
    assert inbox.commands(SentenceWritten(1, "By the door.", held=HeldBack("It was cut."))) == []
    assert inbox.commands(JudgeAnswer(AnswerVerb.RELEASE, 1, number=0)) == [Utterance(1, 0, "By the door.", True)]


def test_a_voice_that_fails_ends_the_answer_and_what_was_heard_stays() -> None:
    inbox = Inbox(Approval.AUTO)
    turn = inbox.answered("One.", "Two.")
    inbox.receive(SentenceHeard(turn, 0))
    inbox.receive(SpeechFailed(turn, (1,)))
    assert inbox.desk.draft is None and [each.heard for each in inbox.desk.history] == ["One."]
    inbox.receive(SpeechCut(turn, "One. T"))
    assert [each.heard for each in inbox.desk.history] == ["One. T"], "playout has the last word"


def test_interrupt_take_and_time_are_events_like_others() -> None:
    inbox = Inbox(unattended=Unattended.SAFE)
    turn = inbox.answered("One.")
    assert inbox.commands(PresetTaken()) == [] and inbox.states == ["waiting"]
    inbox.now = 21.0
    assert Utterance(turn, 1, "Ask us later.") in inbox.commands(TimePassed())
    assert inbox.commands(Interrupted()) == [StopTurn(turn)] and inbox.desk.draft is None


JUDGED: dict[AnswerVerb, tuple[JudgeAnswer, list[str]]] = {
    AnswerVerb.APPROVE: (JudgeAnswer(AnswerVerb.APPROVE), ["voiced", "voiced"]),
    AnswerVerb.AGAIN: (JudgeAnswer(AnswerVerb.AGAIN), []),
    AnswerVerb.REJECT: (JudgeAnswer(AnswerVerb.REJECT), []),
    AnswerVerb.SAFE_LINE: (JudgeAnswer(AnswerVerb.SAFE_LINE), ["rejected", "rejected", "voiced"]),
    AnswerVerb.STAND_BY: (JudgeAnswer(AnswerVerb.STAND_BY), ["waiting", "waiting"]),
    AnswerVerb.REWRITE: (JudgeAnswer(AnswerVerb.REWRITE, text="Mine.\nToo."), ["rejected"] * 2 + ["waiting"] * 2),
    AnswerVerb.EDIT: (JudgeAnswer(AnswerVerb.EDIT, number=0, text="Mine."), ["waiting", "waiting"]),
    AnswerVerb.LEAVE_OUT: (JudgeAnswer(AnswerVerb.LEAVE_OUT, number=1), ["waiting", "rejected"]),
    AnswerVerb.RELEASE: (JudgeAnswer(AnswerVerb.RELEASE, number=0), ["voiced", "waiting"]),
}


@pytest.mark.parametrize("verb", list(AnswerVerb))
def test_every_verb_of_the_operator_about_an_answer_has_its_decision(verb: AnswerVerb) -> None:
    inbox = Inbox()
    inbox.answered("One.", "Two.")
    assert inbox.desk.draft is not None
    if verb is AnswerVerb.RELEASE:
        inbox.desk.draft.hold(0, HeldBack("Why."))
    command, states = JUDGED[verb]
    assert inbox.receive(command).accepted and inbox.states == states


def test_every_verb_of_the_operator_about_questions_has_its_decision() -> None:
    inbox = Inbox()
    inbox.answered("One.")
    for text in ("A?", "B?", "C?", "D?"):
        inbox.receive(AskQuestion(text))

    def texts() -> list[str]:
        return [each.text for each in inbox.desk.waiting.questions]

    _, b, c, d = (each.id for each in inbox.desk.waiting.questions)
    done: dict[QuestionVerb, tuple[SortQuestion, list[str]]] = {
        QuestionVerb.MOVE: (SortQuestion(QuestionVerb.MOVE, (d,), by=-3), ["D?", "A?", "B?", "C?"]),
        QuestionVerb.DROP: (SortQuestion(QuestionVerb.DROP, (d,)), ["A?", "B?", "C?"]),
        QuestionVerb.REWORD: (SortQuestion(QuestionVerb.REWORD, (c,), text="See?"), ["A?", "B?", "See?"]),
        QuestionVerb.MERGE: (SortQuestion(QuestionVerb.MERGE, (b, c)), ["A?", "B? See?"]),
        QuestionVerb.ANSWER: (SortQuestion(QuestionVerb.ANSWER, (b,)), ["A?"]),
    }
    for command, left in done.values():
        assert inbox.receive(command).accepted and texts() == left
    assert inbox.receive(SortQuestion(QuestionVerb.ANSWER)).accepted and texts() == [], "the next one"
    assert {*done, QuestionVerb.LET} == set(QuestionVerb)


def test_a_question_that_is_held_is_let_by_its_verb() -> None:
    inbox = Inbox()
    inbox.desk = QuestionDesk(
        Policy(), clock=lambda: 0.0, turns=count(1).__next__, check_question=lambda text: HeldBack("Why.")
    )
    inbox.receive = DeskInbox(inbox.desk, may_speak=lambda: True).receive
    assert inbox.commands(AskQuestion("Where?")) == []
    (question,) = inbox.desk.waiting.questions
    assert inbox.commands(SortQuestion(QuestionVerb.LET, (question.id,))) == [Think(1, "Where?", ())]


def test_what_is_voiced_counts_as_voiced_at_once() -> None:
    inbox = Inbox()
    inbox.answered("One.")
    inbox.receive(JudgeAnswer(AnswerVerb.APPROVE))
    assert inbox.states == [SentenceState.VOICED.value]
    assert inbox.commands(JudgeAnswer(AnswerVerb.APPROVE)) == [], "nothing is given twice"
