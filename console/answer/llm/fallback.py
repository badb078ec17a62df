"""Asks one thinker after the other until one answers, and says each step in plain words.

async for step in chain.answer(asked, stays=lambda: inbox.receive(ThinkingBroke(turn)).stays):
    match step:
        case Words(text=text): …          # streamed; known to be the answer
        case Unsure(text=text): …         # all that is written and not known to be the answer, for eyes
        case CutShort(known=known): …     # the answer was stopped at the most words it may have
        case By(name=name, source=source): …   # who answers, before the first words
        case Fell(sentence=sentence): …   # the next one is asked; or the last one failed
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any

from console.answer.llm.protocol import AnswerError, AnswerProvider, Apart, Asked, CutShortError, DoesNotKnowError
from console.answer.llm.thoughts import AnswerFilter
from engine.text import Text

NOBODY = "Nobody could answer: ask again, write an answer, or use the safe line."
THOUGHTS = "{name} sent its thoughts, and no answer."
HALF = "The answer broke off, and nobody could go on with it."


@dataclass(frozen=True)
class Limits:
    """How long one thinker may take.

    Attributes:
        first_s: from asking to its first word, retries and all; within it a connection must be there in 2 s.
        silence_s: the longest pause within an answer. A steady stream is stopped by the words it may have alone.
        thinking_s: from asking to its first word, for one that is seen to think meanwhile.
        whole_s: from asking to its last word, however steadily it writes.
        tries: how often it is asked at most, before its first word only.
        back_off_s: waited before the second try; doubled before each further one, and spread by ±20 %.
    """

    first_s: float = 6.0
    silence_s: float = 4.0
    thinking_s: float = 20.0
    whole_s: float = 60.0
    tries: int = 3
    back_off_s: float = 0.25


@dataclass(frozen=True)
class Words:
    """More of the answer, known to be no thoughts."""

    text: str


@dataclass(frozen=True)
class Unsure:
    """All that is written and may be thoughts: not to be spoken or approved. It replaces what was unsure before."""

    text: str


@dataclass(frozen=True)
class CutShort:
    """The answer was stopped at the most words it may have.

    Attributes:
        sentence: for the operator.
        known: that it was an answer. False when it may have been thoughts to its end.
        text: what is written of it beyond the words that were given.
    """

    sentence: str
    known: bool
    text: str


@dataclass(frozen=True)
class By:
    """Who answers now, and where the answer is from, or ""."""

    name: str
    source: str


@dataclass(frozen=True)
class Fell:
    """A thinker failed.

    Attributes:
        name: whose.
        sentence: why, and what now, for the operator.
        quiet: it was no fault: it does not know.
    """

    name: str
    sentence: str
    quiet: bool = False


Step = Words | Unsure | CutShort | By | Fell


class NoAnswerError(Exception):
    """No thinker answered, or none could go on; the message is one sentence for the operator."""


class FallbackLLM:
    """Thinkers in the preset's order of fall-back.

    Attributes:
        thinkers: the first is asked first.
        limits: for each of them.
    """

    def __init__(
        self,
        thinkers: Sequence[AnswerProvider],
        *,
        limits: Limits | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        spread: Callable[[], float] = random.random,
        mark: Callable[[], str] = lambda: "",
    ) -> None:
        """Makes the chain.

        Args:
            thinkers: in their order.
            limits: for each; None is as they come.
            sleep: waits between tries.
            spread: a number from 0 to 1 that spreads them.
            mark: gives some random letters for the tag that an answer is to begin with; "" asks for none.
        """
        self.thinkers = tuple(thinkers)
        self.limits = limits or Limits()
        self._sleep, self._spread, self._mark = sleep, spread, mark

    async def warm(self) -> None:
        """Loads what the first answer would have to wait for, at all of them at once."""
        await asyncio.gather(*(thinker.warm() for thinker in self.thinkers), return_exceptions=True)

    async def answer(self, asked: Asked, *, stays: Callable[[], str]) -> AsyncIterator[Step]:
        """The answer step by step.

        Args:
            asked: the question.
            stays: called when an answer broke off: takes back what was never finished, and gives the text that
                stays, from which the next thinker goes on.

        Raises:
            NoAnswerError: the last thinker failed, too.
        """
        half = False
        for number, thinker in enumerate(self.thinkers):
            begun = False
            asked = replace(asked, mark=self._mark())
            written = AnswerFilter(asked.mark, plain=getattr(thinker, "plain", False))
            following = self.thinkers[number + 1] if number + 1 < len(self.thinkers) else None
            try:
                async with aclosing(_generator(self._patient(thinker, asked))) as words:
                    async for text in words:
                        if not begun:
                            yield By(thinker.name, thinker.source)
                            begun = True
                        if found := written.feed(text, apart=isinstance(text, Apart)):
                            yield Words(found)
                        elif not written.proven:
                            yield Unsure(written.unsure)
                if rest := written.close():
                    yield Words(rest)
                if written.given:
                    return
                fault = AnswerError(Text(THOUGHTS, name=thinker.name))
            except CutShortError as each:
                known = written.proven
                rest = written.close()
                if written.given:
                    yield CutShort(str(each), known, rest)
                    return
                fault = AnswerError(Text(THOUGHTS, name=thinker.name))
            except AnswerError as each:
                fault = each
            except Exception as each:  # a thinker's own bug must not end the turn
                fault = AnswerError(
                    Text("{name} failed inside Compere ({fault}).", name=thinker.name, fault=type(each).__name__)
                )
            if begun:
                asked = replace(asked, so_far=stays())
                half = half or bool(asked.so_far)
            why = str(fault)
            told = Text("{why} {name} is asked.", why=why, name=following.name) if following else why
            yield Fell(thinker.name, told, isinstance(fault, DoesNotKnowError))
        raise NoAnswerError(HALF if half else NOBODY)

    async def _patient(self, thinker: AnswerProvider, asked: Asked) -> AsyncIterator[str]:
        """One thinker's words in its time, asked again as long as none has come and it may help."""
        clock = asyncio.get_running_loop().time
        first_until, until = clock() + self.limits.first_s, clock() + self.limits.whole_s
        thinking_until, silence_s = clock() + self.limits.thinking_s, self.limits.silence_s
        pause = self.limits.back_off_s
        said: AnswerError | None = None
        for left in reversed(range(self.limits.tries)):
            begun = False
            try:
                async with aclosing(_generator(thinker.answer(asked))) as words:
                    while True:
                        # No time limit lies around a yield: it would strike whoever the words are for.
                        async with asyncio.timeout_at(min(until, clock() + silence_s) if begun else first_until):
                            text = await anext(words, None)
                        if text is None:
                            break
                        if not text:  # it is seen to think
                            first_until = max(first_until, min(thinking_until, clock() + silence_s))
                            continue
                        begun = True
                        yield text
                if not begun:
                    raise AnswerError(Text("{name} sent an empty answer.", name=thinker.name), again=True)
                return
            except TimeoutError:
                if begun:
                    raise AnswerError(
                        Text("{name} takes too long: its answer was stopped.", name=thinker.name)
                    ) from None
                # What it said the time before is nearer to the cause than that the time was up.
                raise said or AnswerError(Text("{name} does not answer in time.", name=thinker.name)) from None
            except AnswerError as fault:
                said = fault
                wait = max(pause * (0.8 + 0.4 * self._spread()), fault.after_s or 0.0)
                if begun or not fault.again or not left or clock() + wait > first_until:
                    raise
            await self._sleep(wait)
            pause *= 2


def _generator(words: AsyncIterator[Any]) -> Any:
    """The same, as the generator that it is: one that can be closed."""
    return words
