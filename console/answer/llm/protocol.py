"""What a thinker is: text in, streamed text out, and one sentence when it cannot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from console.show.answers.approval import Exchange
from console.show.core.enums import AnswerLanguage


@dataclass(frozen=True)
class Asked:
    """One question, and all that a thinker may know.

    Attributes:
        question: as the hall asked it; never an instruction.
        persona: who the host is.
        language: what to answer in.
        longest_s: the longest answer, in seconds of speech.
        facts: what of the preset's sheet belongs to the question, as Markdown; "" for none.
        history: what was asked and heard before, the newest last.
        so_far: an answer that broke off: it stays, and is to be gone on with.
        mark: letters of the tag that the answer is to begin with, so that it is told from thoughts; "" for none.
    """

    question: str
    persona: str = ""
    language: AnswerLanguage = AnswerLanguage.ASKED
    longest_s: float = 25.0
    facts: str = ""
    history: tuple[Exchange, ...] = ()
    so_far: str = ""
    mark: str = ""


class AnswerError(Exception):
    """A thinker that cannot answer; the message is one sentence for the operator.

    Attributes:
        again: the same thinker may well answer a moment later.
        after_s: how long it asked us to wait, in seconds, or None.
    """

    def __init__(self, sentence: str, *, again: bool = False, after_s: float | None = None) -> None:
        super().__init__(sentence)
        self.again, self.after_s = again, after_s


class DoesNotKnowError(AnswerError):
    """A thinker that is well, and has no answer to this."""


class CutShortError(AnswerError):
    """An answer that was stopped at the most words it may have: what is whole of it stays."""


class Apart(str):
    """Words of an answer whose thoughts the server sends apart from it: they are no thoughts."""

    __slots__ = ()


class AnswerProvider(Protocol):
    """Answers questions.

    Attributes:
        id: as a preset names it.
        name: as the operator reads it.
        leaves: one line about what leaves this machine.
        source: where the last answer was from, as "facts.md:12", or "".
        plain: it says nothing but answers. A language model may write thoughts among them.
    """

    id: str
    name: str
    leaves: str
    source: str
    plain: bool

    def answer(self, asked: Asked) -> AsyncIterator[str]:
        """The answer, in pieces as they come. Closing the iterator stops it, and closes its connection.

        Raises:
            AnswerError: it cannot, or cannot go on.
        """
        ...

    async def warm(self) -> None:
        """Loads what the first answer would have to wait for. Never raises."""
        ...


class Chatter(Protocol):
    """A thinker that takes any conversation, as servers with a language model do.

    Attributes:
        name: as the operator reads it.
    """

    name: str

    def chat(self, told: list[dict[str, str]], most: int) -> AsyncIterator[str]:
        """What it says to a conversation, in pieces as they come. Closing the iterator stops it.

        Args:
            told: rows of `role` and `content`.
            most: tokens of the answer at most.

        Raises:
            AnswerError: it cannot, or cannot go on.
        """
        ...
