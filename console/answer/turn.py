"""The turn: carries out what the question desk decides, from thinking to the last sample heard.

    answerer.receive(AskQuestion("Where is the cloakroom?"))    # the desk decides, and that is carried out
    …
    answerer.observe()      # whenever playout has said something

Whatever happens meanwhile is reported to the desk as an event in the same way, and its decision carried out. Everything
bears its turn's number. A turn is stopped whole: its thinker's request and its voice's line are closed, and what of it
lies before the hall is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from console.answer.config import AnswerConfig
from console.answer.drafting import DraftEvent, draft
from console.answer.speech import SpeechError, SpeechLine, SpeechWriter
from console.answer.stages import StageWatch
from console.answer.tts.protocol import TTSError, Voice
from console.show.answers.approval import AnswerCommand, Decision, EndSpeech, StopThinking, StopTurn, Think, Utterance
from console.show.answers.draft import HeldBack, joined, nothing_held
from console.show.answers.events import (
    DeskEvent,
    SentenceHeard,
    SentencePartlyHeard,
    SentenceWritten,
    SpeechCut,
    SpeechFailed,
    ThinkingBroke,
    ThinkingEnded,
    ThinkingFault,
    VoiceReady,
    WordsWritten,
)
from console.show.rundown.lines import language_for
from engine.ipc.logger import Logger
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.speech_ring import TurnDropped

NO_CONFIG = "This preset cannot answer by itself: see its alarm, or write an answer."
FAILED = "The answer failed inside Compere: ask again."


class TurnListener(Protocol):
    """Who hears what happens in a turn."""

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
        writer: of the turn of speech that is written, or was last. spoken: the sentence numbers given to it, in order.
        heard: how many of them were heard to their end.
        before: what was heard of it in turns of speech before this one.
    """

    turn: int
    queue: asyncio.Queue[Utterance | None] = field(default_factory=asyncio.Queue)  # bounded by the desk's sentences
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
        decide: the desk's: what becomes of an event.
        line: the way to the hall.
        config: gives what answers are made with now; None when the preset cannot answer.
        ready: waits until the config of the preset that is on has been put together.
        voice: gives the preset's voices. Raises TTSError.
        fresh: gives the number of a new turn of speech. An answer gets its own when it begins to sound: lines that were
            said meanwhile have smaller ones.
        stages: keeps the times.
        listener: hears what happens.
        log: where to write events.
        final: says why a text must not be given to the voice: what the turn has said before it, the text, its language.
    """

    def __init__(
        self,
        decide: Callable[[DeskEvent], Decision],
        line: SpeechLine,
        *,
        config: Callable[[], AnswerConfig | None],
        ready: Callable[[], Awaitable[object]],
        voice: Callable[[], Voice],
        fresh: Callable[[], int],
        stages: StageWatch,
        listener: TurnListener,
        log: Logger,
        final: Callable[[str, str, str], HeldBack | None] = nothing_held,
    ) -> None:
        self._final = final
        self._decide, self._line, self._config, self._ready, self._voice = decide, line, config, ready, voice
        self._fresh = fresh
        self._stages, self._listener, self._log = stages, listener, log
        self._closed = False
        self._thinking: dict[int, asyncio.Task[None]] = {}
        self._mouths: dict[int, _SpeechJob] = {}
        self._tasks: dict[asyncio.Task[None], tuple[_Work, int]] = {}  # what each does, and for which turn

    # -- events in, commands out ---------------------------------------------------------------------------------

    def receive(self, event: DeskEvent) -> Decision:
        """Let the desk decide what becomes of an event, and carry that out."""
        decision = self._decide(event)
        if not self._closed:
            for command in decision.commands:
                self._carry_out(command)
            self._listener.changed()
        return decision

    def _carry_out(self, command: AnswerCommand) -> None:
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
            case Utterance(turn=turn):
                mouth = self._mouths.get(turn)
                if mouth is None:
                    mouth = self._mouths[turn] = _SpeechJob(turn)
                    self._task(self._speak(mouth), _Work.SPEAK, turn)
                self._stages.reach(turn, "approved")
                mouth.queue.put_nowait(command)
            case EndSpeech(turn=turn):
                if turn in self._mouths:
                    self._mouths[turn].queue.put_nowait(None)

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
                self.receive(ThinkingEnded(turn, NO_CONFIG))
                return
            asked, chain = config.asked(command), config.chain
            stays = lambda: self.receive(ThinkingBroke(turn)).stays  # noqa: E731
            async with aclosing(draft(turn, asked, chain, clauses=command.clauses, stays=stays)) as events:
                async for event in events:
                    self._record(event)
                    if not self.receive(event).accepted:
                        break  # no more of it is wanted
        except Exception:  # whatever it was, the question must not wait for ever; it is logged where the task ends
            self.receive(ThinkingEnded(turn, FAILED))
            raise
        finally:
            self._thinking.pop(turn, None)

    def _record(self, event: DraftEvent) -> None:
        """How long it took, and what failed."""
        match event:
            case WordsWritten(turn=turn, tail=tail) if tail:
                self._stages.reach(turn, "thought")
            case SentenceWritten(turn=turn, text=text) if text.strip():
                self._stages.reach(turn, "thought")
                self._stages.reach(turn, "drafted")
            case ThinkingFault(turn=turn, sentence=sentence, failed=True):
                self._listener.fell(turn, sentence)

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
            self._listener.fell(mouth.turn, str(fault))
            self._give_up(mouth)
        except Exception:  # whatever it was, the hall's turn ends; it is logged where the task ends
            self._give_up(mouth)
            raise
        finally:
            self._forget(mouth)
            if mouth.writer is not None:
                self._finish(mouth, mouth.writer, whole)
            self.receive(VoiceReady())

    async def _speech(self, mouth: _SpeechJob) -> bool:
        """Speaks what is let out, as one turn of speech, and waits until it was heard. True when there is more by then.

        Raises:
            TTSError, SpeechError: there is no voice, or no way to the hall.
            TurnDropped: not all of it was heard.
        """
        speech = self._fresh()
        writer = await self._line.begin(speech)
        mouth.begin(writer)
        self._listener.begun(mouth.turn, speech, writer)
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
            self._listener.changed()
        while mouth.heard < min(heard.whole, len(mouth.spoken)):
            number = mouth.spoken[mouth.heard]
            mouth.heard += 1
            self.receive(SentenceHeard(mouth.turn, number))
        if mouth.heard < min(len(heard.parts), len(mouth.spoken)):
            self.receive(SentencePartlyHeard(mouth.turn, mouth.spoken[mouth.heard], heard.parts[mouth.heard]))

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
            self._listener.ended(mouth.turn, heard(), whole)
            return

        async def last() -> None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LAST_WORD_S):
                    await writer.spoken()
            self.receive(SpeechCut(mouth.turn, heard()))
            self._listener.ended(mouth.turn, heard(), False)

        self._task(last(), _Work.LAST_WORD, mouth.turn)

    def _give_up(self, mouth: _SpeechJob) -> None:
        """Nothing more of it can be heard: what was stays, the rest goes."""
        if mouth.writer is not None:
            mouth.writer.end()
        self._forget(mouth)
        self.receive(SpeechFailed(mouth.turn, tuple(mouth.unheard())))

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
            self._listener.fell(turn, FAILED)


_LAST_WORD_S = 2.0
"""Playout says what was heard within a tick or two; when it is gone, nobody does."""
