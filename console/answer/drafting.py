"""One turn's thinking: from a chain of thinkers, cut into sentences, to the events that the question desk is given."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from typing import Any

from console.answer.llm.fallback import By, CutShort, FallbackLLM, Fell, NoAnswerError, Unsure, Words
from console.answer.llm.protocol import Asked
from console.answer.stt.chinese_script import in_script, script_of
from console.answer.text.sentences import SentenceCutter, SpeechChunk
from console.show.answers.draft import HeldBack
from console.show.answers.events import (
    AnswererNamed,
    SentenceWritten,
    ThinkingBroke,
    ThinkingEnded,
    ThinkingFault,
    WordsWritten,
)

UNKNOWN = "The answer was cut before it was known to be one: read it, then release it."
UNFINISHED = "This sentence was cut in the middle: finish it, or leave it out."

DraftEvent = AnswererNamed | ThinkingFault | SentenceWritten | ThinkingBroke | ThinkingEnded | WordsWritten


async def draft(
    turn: int, asked: Asked, chain: FallbackLLM, *, clauses: bool, stays: Callable[[], str]
) -> AsyncGenerator[DraftEvent, None]:
    """The draft of a turn as it is written, up to its end.

    Close the generator, or cancel its task, to stop it: the thinker's connection is closed with it.

    Args:
        turn: its number.
        asked: the question.
        chain: who answers.
        clauses: first clauses come before their sentences are whole.
        stays: called when a thinker ended in the middle: gives the text that stays of its answer.
    """
    writer = _DraftWriter(turn, asked.language.value or script_of(asked.question), clauses)
    note = ""
    try:
        async with aclosing(_steps(chain.answer(asked, stays=lambda: writer.broken(stays())))) as steps:
            async for step in steps:
                for event in writer.events(step):
                    yield event
    except NoAnswerError as fault:
        note = str(fault)
    for event in writer.rest():
        yield event
    yield ThinkingEnded(turn, note)


class _DraftWriter:
    """Cuts what the thinkers of one turn write into sentences, in the script of the preset or of the question."""

    def __init__(self, turn: int, script: str, clauses: bool) -> None:
        self._turn, self._script = turn, script
        self._cutter = SentenceCutter(clauses=clauses)
        self._stayed: list[str] = []
        self._any = False  # a sentence was written

    def broken(self, stays: str) -> str:
        """A thinker ended in the middle; so much stays, and the next one goes on from there."""
        self._cutter.forget()
        self._stayed.append(stays)
        return stays

    def events(self, step: Words | Unsure | CutShort | By | Fell) -> Iterator[DraftEvent]:
        """What a step of the chain's makes of the draft."""
        match step:
            case By(name=name, source=source):
                yield AnswererNamed(self._turn, name, source)
            case Fell(sentence=sentence, quiet=quiet):
                if not quiet:
                    yield ThinkingFault(self._turn, sentence)
            case Unsure(text=text):
                yield WordsWritten(self._turn, text)
            case CutShort():
                yield from self._cut_short(step)
            case Words(text=text):
                yield from self._new(self._cutter.feed(text))
                yield WordsWritten(self._turn, self._cutter.tail)

    def rest(self) -> Iterator[DraftEvent]:
        """What was written last."""
        yield from self._new(self._cutter.close())

    def _cut_short(self, cut: CutShort) -> Iterator[DraftEvent]:
        """What is whole of an answer that was stopped in the middle."""
        yield ThinkingFault(self._turn, cut.sentence, failed=False)
        held = None if cut.known else HeldBack(UNKNOWN)
        for piece in (*self._cutter.feed(cut.text), *self._cutter.close(cut_short=True)):
            yield self._sentence(piece.text, ends=piece.ends, held=held)
        yield ThinkingBroke(self._turn)
        if self._cutter.cut_off and not self._any:
            yield self._sentence(self._cutter.cut_off, held=held or HeldBack(UNFINISHED))

    def _new(self, pieces: list[SpeechChunk]) -> Iterator[DraftEvent]:
        """Those that do not say again what stays of an answer that broke off."""
        for piece in pieces:
            if not any(in_script(piece.text, self._script) in each for each in self._stayed):
                yield self._sentence(piece.text, ends=piece.ends)

    def _sentence(self, text: str, *, ends: bool = True, held: HeldBack | None = None) -> SentenceWritten:
        self._any = self._any or bool(text.strip())
        return SentenceWritten(self._turn, in_script(text, self._script), ends, held)


def _steps(steps: Any) -> Any:
    """The same, as the generator that it is."""
    return steps
