"""One turn's thinking: from a chain of thinkers, cut into sentences, to the question desk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from typing import Any

from console.answer.llm.fallback import By, CutShort, FallbackLLM, Fell, NoAnswerError, Unsure, Words
from console.answer.llm.protocol import Asked
from console.answer.stt.chinese_script import in_script, script_of
from console.answer.text.sentences import SentenceCutter, SpeechChunk
from console.show.answers.approval import AnswerCommand
from console.show.answers.draft import HeldBack
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import Approval

UNKNOWN = "The answer was cut before it was known to be one: read it, then release it."
UNFINISHED = "This sentence was cut in the middle: finish it, or leave it out."


async def draft(
    desk: QuestionDesk,
    turn: int,
    asked: Asked,
    chain: FallbackLLM,
    *,
    fell: Callable[[Fell], None],
    changed: Callable[[], None],
) -> tuple[AnswerCommand, ...]:
    """Fills the draft of a turn until it is whole, or until nobody wants it any more.

    Cancel the task to stop it: the thinker's connection is closed with it. What it would still bring is fenced by its
    turn number anyway.

    Args:
        desk: where the draft lies.
        turn: its number.
        asked: the question.
        chain: who answers.
        fell: told of each fall-back, for the log and the operator.
        changed: called when the desk has something new.

    Returns:
        what is now to be carried out: an answer heard before its thinker ended makes room for the next question.
    """
    script = asked.language.value or script_of(asked.question)
    cutter = SentenceCutter(clauses=desk.policy.approval is Approval.AUTO)
    stayed: list[str] = []

    def stays() -> str:
        cutter.forget()
        text = desk.break_off(turn)
        stayed.append(text)
        return text

    note = ""
    try:
        async with aclosing(_steps(chain.answer(asked, stays=stays))) as steps:
            async for step in steps:
                if isinstance(step, By):
                    desk.credit(turn, step.name, step.source)
                elif isinstance(step, Fell):
                    fell(step)
                    if not step.quiet:
                        desk.note(turn, step.sentence)
                elif isinstance(step, Unsure):
                    desk.write(turn, step.text)
                elif isinstance(step, CutShort):
                    _cut_short(desk, turn, cutter, step, script)
                elif not _written(desk, turn, cutter, step, script, stayed):
                    return desk.finish(turn).commands
                changed()
    except NoAnswerError as fault:
        note = str(fault)
    for piece in cutter.close():
        _add(desk, turn, piece, script, stayed)
    commands = desk.finish(turn, note).commands
    changed()
    return commands


def _written(
    desk: QuestionDesk, turn: int, cutter: SentenceCutter, words: Words, script: str, stayed: list[str]
) -> bool:
    """Puts words on the desk; False when no more are wanted."""
    if not all(_add(desk, turn, piece, script, stayed) for piece in cutter.feed(words.text)):
        return False
    desk.write(turn, cutter.tail)
    return desk.draft is not None and desk.draft.turn == turn and desk.draft.thinking


def _cut_short(desk: QuestionDesk, turn: int, cutter: SentenceCutter, cut: CutShort, script: str) -> None:
    """Puts what is whole of an answer on the desk that was stopped in the middle."""
    desk.note(turn, cut.sentence)
    held = None if cut.known else HeldBack(UNKNOWN)
    for piece in (*cutter.feed(cut.text), *cutter.close(cut_short=True)):
        desk.add(turn, in_script(piece.text, script), ends=piece.ends, held=held)
    desk.break_off(turn)
    if cutter.cut_off and desk.draft is not None and not desk.draft.sentences:
        desk.add(turn, in_script(cutter.cut_off, script), held=held or HeldBack(UNFINISHED))


def _add(desk: QuestionDesk, turn: int, piece: SpeechChunk, script: str, stayed: list[str]) -> bool:
    """Puts a piece on the desk, in the script of the preset or of the question; False when no more is wanted."""
    text = in_script(piece.text, script)
    return _repeated(text, stayed) or desk.add(turn, text, ends=piece.ends)


def _repeated(text: str, stayed: list[str]) -> bool:
    """Whether who was to go on with a broken answer says again what stays of it."""
    return any(text in each for each in stayed)


def _steps(steps: Any) -> Any:
    """The same, as the generator that it is."""
    return steps
