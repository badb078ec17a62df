"""The turn: carries out what the question desk commands, from thinking to the last sample heard.

    answerer.execute(desk.ask("Where is the cloakroom?").commands)
    …
    answerer.observe()      # whenever playout has said something, and after every verb

Everything bears its turn's number. A turn is stopped whole: its thinker's request and its voice's line are closed, and
what of it lies before the hall is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import aclosing
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from console.answer.config import AnswerConfig
from console.answer.drafting import draft
from console.answer.llm.fallback import Fell
from console.answer.speech import SpeechError, SpeechLine, SpeechWriter, TurnDropped
from console.answer.stages import StageWatch
from console.answer.tts.protocol import TTSError, Voice
from console.show.answers.approval import AnswerCommand, StopThinking, StopTurn, Think, Utterance
from console.show.answers.draft import OPEN, HeldBack, SentenceState, joined, nothing_held
from console.show.answers.questions import QuestionDesk
from console.show.rundown.lines import language_for
from engine.ipc.logger import Logger
from engine.ipc.rings.samples import SAMPLE_RATE

NO_CONFIG = "This preset cannot answer by itself: see its alarm, or write an answer."
FAILED = "The answer failed inside Compere: ask again."


class TurnListener(Protocol):
    """Who is told what happens in a turn."""

    def changed(self) -> None:
        """The desk has something new."""

    def fell(self, turn: int, sentence: str) -> None:
        """A thinker or a voice failed, in one sentence."""

    def begun(self, turn: int, speech: int, writer: SpeechWriter) -> None:
        """A turn begins to be spoken, as turn of speech number `speech`."""

    def ended(self, turn: int, heard: str, whole: bool) -> None:
        """A turn is over: what was heard of it, and whether that is all that was voiced."""


@dataclass
class _SpeechJob:
    """One turn's voice.

    Attributes:
        queue: utterances that wait for it; None where all that was let out by then had been given.
        closing: the newest in the queue is None, or was.
        writer: of the turn of speech that is written, or was last. spoken: the sentence numbers given to it, in order.
        heard: how many of them were heard to their end.
        before: what was heard of it in turns of speech before this one.
    """

    turn: int
    queue: asyncio.Queue[Utterance | None] = field(default_factory=asyncio.Queue)  # bounded by the desk's sentences
    closing: bool = False
    writer: SpeechWriter | None = None
    spoken: list[int] = field(default_factory=list)
    heard: int = 0
    before: str = ""

    def begin(self, writer: SpeechWriter) -> None:
        """A turn of speech begins."""
        self.writer, self.spoken, self.heard = writer, [], 0

    async def next(self) -> Utterance | None:
        """What is to be spoken next; None when that was all."""
        while (utterance := await self.queue.get()) is None and not self.queue.empty():
            pass  # more was let out behind what had been the end
        return utterance

    def unheard(self) -> list[int]:
        """The sentences that were let out and not heard to their end; nothing waits any more."""
        numbers = self.spoken[self.heard :]
        while not self.queue.empty():
            if (utterance := self.queue.get_nowait()) is not None:
                numbers.append(utterance.number)
        return numbers


class _Work(StrEnum):
    """What a task does for its turn."""

    THINK = "think"
    SPEAK = "speak"
    LAST_WORD = "last"


class Answerer:
    """Runs the turns of one question desk.

    Args:
        desk: whose commands are carried out.
        line: the way to the hall.
        config: gives what answers are made with now; None when the preset cannot answer.
        ready: waits until the config of the preset that is on has been put together.
        voice: gives the preset's voices. Raises TTSError.
        fresh: gives the number of a new turn of speech. An answer gets its own when it begins to sound: lines that were
            said meanwhile have smaller ones.
        may_speak: the host is on air and answers; asked whenever something could be voiced.
        stages: keeps the times.
        told: is told what happens.
        log: where to write events.
        final: says why a text must not be given to the voice: what the turn has said before it, the text, its language.
    """

    def __init__(
        self,
        desk: QuestionDesk,
        line: SpeechLine,
        *,
        config: Callable[[], AnswerConfig | None],
        ready: Callable[[], Awaitable[object]],
        voice: Callable[[], Voice],
        fresh: Callable[[], int],
        may_speak: Callable[[], bool],
        stages: StageWatch,
        told: TurnListener,
        log: Logger,
        final: Callable[[str, str, str], HeldBack | None] = nothing_held,
    ) -> None:
        self._final = final
        self._desk, self._line, self._config, self._ready, self._voice = desk, line, config, ready, voice
        self._fresh, self._may_speak = fresh, may_speak
        self._stages, self._told, self._log = stages, told, log
        self._closed = False
        self._thinking: dict[int, asyncio.Task[None]] = {}
        self._mouths: dict[int, _SpeechJob] = {}
        self._tasks: dict[asyncio.Task[None], tuple[_Work, int]] = {}  # what each does, and for which turn

    # -- from the desk ------------------------------------------------------------------------------------------

    def execute(self, commands: Iterable[AnswerCommand]) -> None:
        """What a verb of the desk asked for; then whatever may be voiced is voiced."""
        if self._closed:
            return
        for command in commands:
            match command:
                case Think(turn=turn):
                    if self._stages.of(turn) is None:
                        self._stages.begin(turn)
                    self._thinking[turn] = self._task(self._think(command), _Work.THINK, turn)
                case StopThinking(turn=turn):
                    self._stop_thinking(turn)
                case StopTurn(turn=turn):
                    self._stop_thinking(turn)
                    self._stop_speaking(turn)
        self.pump()

    def pump(self) -> None:
        """Give the voice what the desk lets out, and nothing else."""
        if self._closed:
            return
        for utterance in self._desk.to_voice() if self._may_speak() else ():
            mouth = self._mouths.get(utterance.turn)
            if mouth is None:
                mouth = self._mouths[utterance.turn] = _SpeechJob(utterance.turn)
                self._task(self._speak(mouth), _Work.SPEAK, utterance.turn)
            self._stages.reach(utterance.turn, "approved")
            mouth.closing = False
            mouth.queue.put_nowait(utterance)
        for mouth in self._mouths.values():
            if not mouth.closing and self._complete(mouth.turn):
                mouth.closing = True
                mouth.queue.put_nowait(None)
        self._told.changed()

    def observe(self) -> None:
        """Playout has said how far it is: what was heard goes to the desk."""
        for mouth in list(self._mouths.values()):
            if mouth.writer is not None:
                self._observe(mouth, mouth.writer)

    def speaking(self) -> bool:
        """A turn is being voiced or heard."""
        return bool(self._mouths)

    def abandon(self) -> None:
        """Stop everything; what playout has already is heard to its end."""
        self._closed = True
        for mouth in self._mouths.values():
            if mouth.writer is not None:
                mouth.writer.end()
        for task in tuple(self._tasks):
            task.cancel()

    async def close(self) -> None:
        """The same, and wait until it has stopped."""
        tasks = [*self._tasks]
        self.abandon()
        await asyncio.gather(*tasks, return_exceptions=True)

    # -- thinking -----------------------------------------------------------------------------------------------

    async def _think(self, command: Think) -> None:
        turn = command.turn
        try:
            await self._ready()
            config = self._config()
            if config is None:
                self.execute(self._desk.finish(turn, NO_CONFIG).commands)
                return
            commands = await draft(
                self._desk,
                turn,
                config.asked(command),
                config.chain,
                fell=lambda fell: self._fell(turn, fell),
                changed=lambda: self._drafted(turn),
            )
            self.execute(commands)
        except Exception:  # whatever it was, the question must not wait for ever; it is logged where the task ends
            self.execute(self._desk.finish(turn, FAILED).commands)
            raise
        finally:
            self._thinking.pop(turn, None)

    def _drafted(self, turn: int) -> None:
        answer = self._desk.draft
        if answer is not None and answer.turn == turn:
            if answer.tail or answer.sentences:
                self._stages.reach(turn, "thought")
            if answer.sentences:
                self._stages.reach(turn, "drafted")
        self.pump()

    def _fell(self, turn: int, fell: Fell) -> None:
        if not fell.quiet:
            self._told.fell(turn, fell.sentence)

    def _stop_thinking(self, turn: int) -> None:
        task = self._thinking.pop(turn, None)
        if task is not None and task is not asyncio.current_task():
            task.cancel()

    # -- speaking -----------------------------------------------------------------------------------------------

    async def _speak(self, mouth: _SpeechJob) -> None:
        whole = False
        try:
            while await self._speech(mouth):
                pass  # more was let out while the end of it was being heard
            whole = True
        except TurnDropped:
            self._give_up(mouth)
        except (TTSError, SpeechError) as fault:
            self._told.fell(mouth.turn, str(fault))
            self._give_up(mouth)
        except Exception:  # whatever it was, the hall's turn ends; it is logged where the task ends
            self._give_up(mouth)
            raise
        finally:
            self._forget(mouth)
            if mouth.writer is not None:
                self._finish(mouth, mouth.writer, whole)
            self.pump()

    async def _speech(self, mouth: _SpeechJob) -> bool:
        """Speaks what is let out, as one turn of speech, and waits until it was heard. True when there is more by then.

        Raises:
            TTSError, SpeechError: there is no voice, or no way to the hall.
            TurnDropped: not all of it was heard.
        """
        speech = self._fresh()
        writer = await self._line.begin(speech)
        mouth.begin(writer)
        self._told.begun(mouth.turn, speech, writer)
        voice = self._voice()
        while (utterance := await mouth.next()) is not None:
            await self._utter(mouth, writer, voice, utterance)
        writer.end()
        heard = await writer.spoken()
        self._observe(mouth, writer)
        if heard.whole < len(mouth.spoken):
            raise TurnDropped
        if mouth.queue.empty():
            return False
        mouth.before = joined([mouth.before, heard.text])
        return True

    async def _utter(self, mouth: _SpeechJob, writer: SpeechWriter, voice: Voice, utterance: Utterance) -> None:
        config = self._config()
        tongue = language_for(utterance.text, config.preset.language.value if config is not None else "")
        held = None if utterance.released else self._final(joined([*writer.texts()]), utterance.text, tongue)
        if held is not None:
            raise TTSError(held.reason)
        mouth.spoken.append(utterance.number)
        writer.begin_sentence(utterance.text)
        async with aclosing(voice.speak(utterance.text, tongue)) as pieces:
            async for piece in pieces:
                self._stages.reach(mouth.turn, "voiced")
                await writer.write(piece)
        writer.end_sentence()

    def _observe(self, mouth: _SpeechJob, writer: SpeechWriter) -> None:
        heard = writer.heard()
        if heard.samples and self._stages.reach(mouth.turn, "shown", heard.samples / SAMPLE_RATE):
            self._told.changed()
        while mouth.heard < min(heard.whole, len(mouth.spoken)):
            number = mouth.spoken[mouth.heard]
            mouth.heard += 1
            self.execute(self._desk.heard(mouth.turn, number).commands)
        if mouth.heard < min(len(heard.parts), len(mouth.spoken)):
            self._desk.partly_heard(mouth.turn, mouth.spoken[mouth.heard], heard.parts[mouth.heard])

    def _stop_speaking(self, turn: int) -> None:
        """Drop what of a turn was not heard; the last that was is told when playout has said so."""
        mouth = self._mouths.get(turn)
        if mouth is None:
            return
        self._forget(mouth)
        if mouth.writer is not None:
            mouth.writer.cancel()
        for task, work in self._tasks.items():
            if work == (_Work.SPEAK, turn):
                task.cancel()

    def _forget(self, mouth: _SpeechJob) -> None:
        if self._mouths.get(mouth.turn) is mouth:
            del self._mouths[mouth.turn]

    def _finish(self, mouth: _SpeechJob, writer: SpeechWriter, whole: bool) -> None:
        """Tell what was heard; when the turn was cut, wait for playout's last word on it first."""

        def heard() -> str:
            return joined([mouth.before, writer.heard().text])

        if whole or self._closed:
            self._told.ended(mouth.turn, heard(), whole)
            return

        async def last() -> None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LAST_WORD_S):
                    await writer.spoken()
            self._desk.heard_in_the_end(mouth.turn, heard())
            self._told.ended(mouth.turn, heard(), False)

        self._task(last(), _Work.LAST_WORD, mouth.turn)

    def _give_up(self, mouth: _SpeechJob) -> None:
        """Nothing more of it can be heard: what was stays, the rest goes."""
        if mouth.writer is not None:
            mouth.writer.end()
        self._forget(mouth)
        self.execute(self._desk.unvoiced(mouth.turn, mouth.unheard()).commands)

    def _complete(self, turn: int) -> bool:
        """Nothing more of this turn can come to the voice."""
        answer = self._desk.draft
        if answer is None or answer.turn != turn:
            return True
        undecided = answer.numbers(OPEN | {SentenceState.APPROVED})
        return not answer.thinking and not undecided

    # -- tasks --------------------------------------------------------------------------------------------------

    def _task(self, coroutine: Coroutine[Any, Any, None], work: _Work, turn: int) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(coroutine, name=f"{work} {turn}")
        self._tasks[task] = work, turn
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        work, turn = self._tasks.pop(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("turn failed", work=work, turn=turn, exc_info=fault)
            self._told.fell(turn, FAILED)


_LAST_WORD_S = 2.0
"""Playout says what was heard within a tick or two; when it is gone, nobody does."""
