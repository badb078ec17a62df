"""What the actions of the question desk ask for, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AnswerVerb(StrEnum):
    """What the operator may do with the answer on the desk."""

    APPROVE = "approve"
    AGAIN = "again"
    REJECT = "reject"
    SAFE_LINE = "safe_line"
    STAND_BY = "stand_by"
    REWRITE = "rewrite"
    EDIT = "edit"
    LEAVE_OUT = "leave_out"
    RELEASE = "release"


class QuestionVerb(StrEnum):
    """What the operator may do with a question that waits."""

    ANSWER = "answer"
    DROP = "drop"
    MOVE = "move"
    MERGE = "merge"
    REWORD = "reword"
    LET = "let"


class QuestionSource(StrEnum):
    """How a question came."""

    TYPED = "typed"
    HEARD = "heard"


@dataclass(frozen=True)
class AskQuestion:
    """One more question, in words."""

    text: str
    source: QuestionSource = QuestionSource.TYPED


@dataclass(frozen=True)
class JudgeAnswer:
    """A verb of the desk's about the answer that lies there.

    Attributes:
        verb: what is to become of it.
        turn: the answer's, as it was seen; 0 is whichever lies there now.
        number: of a sentence; for APPROVE, how many were to be seen; -1 for none.
        text: the operator's own words, for EDIT and REWRITE.
    """

    verb: AnswerVerb
    turn: int = 0
    number: int = -1
    text: str = ""


@dataclass(frozen=True)
class SortQuestion:
    """A verb about a question that waits.

    Attributes:
        verb: what is to become of it.
        numbers: ids of the questions; ANSWER may have none: the next one.
        by: places, for MOVE.
        text: other words, for REWORD.
    """

    verb: QuestionVerb
    numbers: tuple[int, ...] = ()
    by: int = 0
    text: str = ""


@dataclass(frozen=True)
class ListenToQuestion:
    """Somebody begins to ask, or has asked."""

    on: bool


AnswerEffect = AskQuestion | JudgeAnswer | SortQuestion | ListenToQuestion
