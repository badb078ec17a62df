"""What the actions of the question desk ask for, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AskQuestion:
    """One more question, in words."""

    text: str
    source: str = "typed"


@dataclass(frozen=True)
class JudgeAnswer:
    """A verb of the desk's about the answer that lies there.

    Attributes:
        verb: `approve`, `again`, `reject`, `safe_line`, `stand_by`, `rewrite`, `edit`, `leave_out` or `release`.
        turn: the answer's, as it was seen; 0 is whichever lies there now.
        number: of a sentence; for `approve`, how many were to be seen; -1 for none.
        text: the operator's own words, for `edit` and `rewrite`.
    """

    verb: str
    turn: int = 0
    number: int = -1
    text: str = ""


@dataclass(frozen=True)
class SortQuestion:
    """A verb about a question that waits.

    Attributes:
        verb: `answer`, `drop`, `move`, `merge`, `reword` or `let`.
        numbers: ids of the questions; `answer` may have none: the next one.
        by: places, for `move`.
        text: other words, for `reword`.
    """

    verb: str
    numbers: tuple[int, ...] = ()
    by: int = 0
    text: str = ""


@dataclass(frozen=True)
class ListenToQuestion:
    """Somebody begins to ask, or has asked."""

    on: bool


AnswerEffect = AskQuestion | JudgeAnswer | SortQuestion | ListenToQuestion
