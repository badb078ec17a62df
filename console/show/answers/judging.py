"""Why a verb of the operator's at the question desk would do nothing, known before it is carried out. Pure logic.

The desk itself refuses in the same words; here it is asked without touching anything, so that the log never says that
something was done when nothing waited for it.
"""

from __future__ import annotations

from console.show.answers.approval import Policy
from console.show.answers.draft import OUT, Draft, SentenceState
from console.show.effects.answers import AnswerVerb, QuestionVerb

LOST = "That answer is over already: nothing was changed."
GONE = "There is no such sentence in the answer any more."
SPOKEN = "It is being spoken already: INTERRUPT stops it."
NONE_WAITING = "No question is waiting."
NOT_HELD = "That sentence is not held."
NO_SAFE_LINE = "This preset has no safe line: write one in EDIT."
NO_STANDBY_LINE = "This preset has no stand-by line: write one in EDIT."
NO_ANSWER = "There is no answer on the desk."


def nothing_to_approve(draft: Draft, shown: int | None) -> str:
    """Why an approval would let nothing out, or ""; `shown` as in `QuestionDesk.approve`."""
    if draft.waiting(shown):
        return ""
    if draft.numbers(frozenset({SentenceState.HELD})):
        return "That sentence is held: edit it, release it, or use the safe line."
    return "Nothing waits for approval yet."


def refusal(
    draft: Draft | None, policy: Policy, waiting: int, verb: AnswerVerb | QuestionVerb, turn: int = 0, number: int = -1
) -> str:
    """Why nothing would come of a verb, in one sentence, or "".

    Args:
        draft: the answer on the desk.
        policy: of the preset that is on.
        waiting: how many questions wait.
        verb: what the operator wants done.
        turn: the answer that was meant; 0 for the one on the desk.
        number: how many sentences were seen (approve), or the sentence that is meant; -1 when it was not said.
    """
    if verb == QuestionVerb.ANSWER:
        return "" if waiting else NONE_WAITING
    if verb == AnswerVerb.STAND_BY:
        return "" if policy.standby_line.strip() else NO_STANDBY_LINE
    if draft is None:
        return LOST if turn else NO_ANSWER
    if turn not in (0, draft.turn):
        return LOST
    return _of(draft, verb, number, policy.safe_line)


def _of(draft: Draft, verb: AnswerVerb | QuestionVerb, number: int, safe_line: str) -> str:
    match verb:
        case AnswerVerb.APPROVE:
            return nothing_to_approve(draft, None if number < 0 else number)
        case AnswerVerb.AGAIN if not draft.silent:
            return SPOKEN
        case AnswerVerb.SAFE_LINE if not safe_line.strip():
            return NO_SAFE_LINE
        case AnswerVerb.EDIT | AnswerVerb.LEAVE_OUT if not 0 <= number < len(draft.sentences):
            return GONE
        case AnswerVerb.EDIT | AnswerVerb.LEAVE_OUT if draft.sentences[number].state in OUT:
            return SPOKEN
        case AnswerVerb.RELEASE if (
            not 0 <= number < len(draft.sentences) or draft.sentences[number].state is not SentenceState.HELD
        ):
            return NOT_HELD
    return ""
