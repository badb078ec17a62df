"""The questions that wait before the desk, in the order in which they will be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from console.show.answers.draft import HeldBack, joined
from console.show.effects.answers import QuestionSource
from engine.text import Text

MOST_WAITING = 50
"""More are refused: nobody will come to them, and an automatic asker must not fill the memory."""

LONGEST = 2000
"""Characters of one question; more is cut off."""


class QuestionError(Exception):
    """A question that cannot be taken or moved; the message is one sentence for the operator."""


@dataclass(frozen=True)
class Question:
    """One question from the hall.

    Attributes:
        id: names it; never used again.
        text: as it was heard or typed, without white space around it.
        source: how it came.
        asked_at: on the desk's clock, in seconds.
        hold: why it is not answered by itself, or None.
    """

    id: int
    text: str
    source: QuestionSource
    asked_at: float
    hold: HeldBack | None = None


class QuestionQueue:
    """A queue with a bound, which an operator may reorder.

    Attributes:
        questions: the first is answered next.
    """

    def __init__(self) -> None:
        self.questions: tuple[Question, ...] = ()
        self._last = 0

    def add(self, text: str, source: QuestionSource, now: float, hold: HeldBack | None) -> Question:
        """One more at the end. Raises QuestionError."""
        text = " ".join(text.split())[:LONGEST]
        if not text:
            raise QuestionError("Nothing was asked: type a question, or hold the key and speak.")
        if len(self.questions) >= MOST_WAITING:
            raise QuestionError(Text("{n} questions are waiting already: answer or drop some first.", n=MOST_WAITING))
        self._last += 1
        question = Question(self._last, text, source, now, hold)
        self.questions += (question,)
        return question

    def find(self, number: int) -> Question:
        """The question with this id. Raises QuestionError."""
        for question in self.questions:
            if question.id == number:
                return question
        raise QuestionError("That question is not waiting any more.")

    def pop(self, number: int | None = None) -> Question | None:
        """Takes a question out: this one, or the first that is not held; None when there is none."""
        if number is None:
            number = next((each.id for each in self.questions if each.hold is None), None)
        if number is None:
            return None
        question = self.find(number)
        self.questions = tuple(each for each in self.questions if each.id != number)
        return question

    def merge(self, numbers: Sequence[int]) -> Question:
        """Makes one question of several, in the order of `numbers`, in the first one's place. Raises QuestionError."""
        found = [self.find(number) for number in dict.fromkeys(numbers)]
        if len(found) < 2:
            raise QuestionError("Choose two questions or more to merge them.")
        hold = next((each.hold for each in found if each.hold), None)
        text = joined([each.text for each in found])[:LONGEST]
        whole = replace(found[0], text=text, hold=hold)
        gone = {each.id for each in found[1:]}
        self.questions = tuple(whole if each.id == whole.id else each for each in self.questions if each.id not in gone)
        return whole

    def move(self, number: int, by: int) -> None:
        """Moves a question `by` places on (back when negative), as far as there are places. Raises QuestionError."""
        question = self.find(number)
        others = [each for each in self.questions if each.id != number]
        place = min(max(self.questions.index(question) + by, 0), len(others))
        self.questions = (*others[:place], question, *others[place:])

    def change(self, number: int, text: str, hold: HeldBack | None) -> None:
        """Another text for a question. Raises QuestionError."""
        question = self.find(number)
        text = " ".join(text.split())[:LONGEST]
        if not text:
            raise QuestionError("A question needs words: drop it instead.")
        changed = replace(question, text=text, hold=hold)
        self.questions = tuple(changed if each.id == number else each for each in self.questions)

    def release(self, number: int) -> None:
        """The operator has looked at what held it, and lets it be answered. Raises QuestionError."""
        freed = replace(self.find(number), hold=None)
        self.questions = tuple(freed if each.id == number else each for each in self.questions)
