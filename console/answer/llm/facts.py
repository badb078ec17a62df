"""Answers from the preset's own sheet: no network, no model, at once; and what a model is told of the sheet."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from console.answer.llm.protocol import Asked, DoesNotKnowError
from console.answer.llm.ranking import Match, Ranking
from console.answer.llm.sheet import Fact, read_sheet
from console.answer.safety.checks import spoken_s
from console.answer.safety.normal_form import simplified
from console.answer.text.sentences import cut
from console.show.rundown.lines import language_for
from engine.text import Text

SURE = 0.45
"""So much of a question's weight must be found in a fact before it is an answer. From the table in the tests: of its
questions that the sheet cannot answer none comes so far, of the others all."""

NEARLY = 0.85
"""A fact of at least this part of the best one's score says the same: then the question's own language decides."""

WHOLE_SHEET = 3000
"""Characters: a sheet up to this goes to a model whole."""

MOST_CHARACTERS = 1_000_000
"""Of a sheet. More is a mistake, and would make the first question wait."""

MOST_ANSWER = 4000
"""Of one fact that is said: some minutes of speech."""


class FactsError(Exception):
    """A sheet that cannot be used; the message is one sentence for the operator."""


@dataclass(frozen=True)
class Known:
    """A fact with the sheet that it is from."""

    fact: Fact
    sheet: str

    @property
    def source(self) -> str:
        """Where it stands, for the operator."""
        about = self.fact.about if len(self.fact.about) <= 60 else self.fact.about[:59] + "…"
        return f"{self.sheet}:{self.fact.line} {about}"


class FactsProvider:
    """The sheets of a preset, and a thinker that answers from them and from nothing else.

    Attributes:
        source: where the last answer stands, as "facts.md:12 Where is the cloakroom?".
    """

    id = "facts"
    name = "Facts"
    leaves = "Nothing leaves this machine."
    plain = True

    def __init__(self, sheets: Iterable[tuple[str, str]]) -> None:
        """Reads the sheets.

        Args:
            sheets: the text of each, and what to call it.

        Raises:
            FactsError: one is far too long.
        """
        self.source = ""
        self._texts: list[str] = []
        self._known: list[Known] = []
        for text, name in sheets:
            if len(text) > MOST_CHARACTERS:
                raise FactsError(Text("The facts in {path} cannot be used: they are too long.", path=name))
            self._texts.append(text.strip())
            self._known += [Known(fact, name) for fact in read_sheet(text)]
        self._ranking = Ranking([(each.fact.about, f"{each.fact.section} {each.fact.answer}") for each in self._known])

    def __len__(self) -> int:
        return len(self._known)

    def best(self, question: str) -> Known | None:
        """The fact that answers a question, or None when none does for sure."""
        matches = [match for match in self._ranking.find(question) if match.covered >= SURE]
        return self._known[self._closest(question, matches).number] if matches else None

    def context(self, question: str, most: int = 8) -> str:
        """What a model should know for a question, as Markdown: the whole sheet when it is short."""
        if sum(map(len, self._texts)) <= WHOLE_SHEET:
            return "\n\n".join(text for text in self._texts if text)
        known = [self._known[match.number] for match in self._ranking.find(question, most)]
        return "\n".join(f"- {each.fact.section} › {each.fact.about}: {each.fact.answer}" for each in known)

    async def warm(self) -> None:
        """Loads the converter of scripts."""
        self._ranking.find("暖機 warm")

    async def answer(self, asked: Asked) -> AsyncIterator[str]:
        """As `AnswerProvider.answer`: a sentence at a time, as long as the preset allows."""
        self.source = ""
        known = self.best(asked.question)
        if known is None:
            raise DoesNotKnowError("The facts do not say.")
        self.source = known.source
        said = 0.0
        for number, sentence in enumerate(cut(known.fact.answer[:MOST_ANSWER])):
            said += spoken_s(sentence)
            if number and said > asked.longest_s:
                return
            if sentence not in asked.so_far:
                yield sentence if not sentence[-1].isascii() else f"{sentence} "

    def _closest(self, question: str, matches: list[Match]) -> Match:
        """The best one in the question's own language and script, where one of those is nearly as good."""
        best = max(match.score for match in matches)
        near = [match for match in matches if match.score >= NEARLY * best]
        return max(near, key=lambda match: (_kinship(question, self._known[match.number].fact.answer), match.score))


def _kinship(question: str, answer: str) -> tuple[bool, bool, bool]:
    """Whether an answer is in the question's language: Chinese or not, Cantonese or not, traditional or not."""
    asked, told = language_for(question), language_for(answer)
    return (asked == "en") == (told == "en"), asked == told, _simplified(question) == _simplified(answer)


def _simplified(text: str) -> bool:
    """It is written in simplified characters, or in such as both scripts have."""
    return simplified(text) == text
