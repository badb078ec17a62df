"""SAY: prepared and typed lines become speech in the hall, and the operator hears them first.

Lines follow each other; an interrupt stops all of them. The lines of the whole show are made ready while nothing is on
air, so that they start at once and need no network.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from console.answer.speech import SpeechError, SpeechLine
from console.answer.tts.prerender import LineStoreError
from console.answer.tts.protocol import TTSError
from console.dispatch import Dispatch
from console.rundown.session import RundownSession
from console.rundown.show_file import file_of
from console.show.answers.draft import HeldBack
from console.show.core.state import OFF_AIR, UNARMED
from console.show.effects.show import ChangeBook, Listen, SayPrepared, SayTyped
from console.show.rundown.lines import MOST_WAITING, SayLine, language_for, lines_of
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item
from console.show.state.voice_view import LineView, SayView
from console.state_presenter import StatePresenter
from console.talk.captions import Captioner
from console.talk.headphones import Headphones, HeadphonesError
from console.talk.voice_service import VoiceService
from engine.files.disk_probe import DISKS
from engine.ipc.logger import Logger
from engine.ipc.rings.speech_ring import TurnDropped
from engine.text import Text

LOOK_MS = 1000
AGAIN_LOOKS = 30
"""After so many looks everything is asked again: a file or a network may have come back."""


class Numbers(Protocol):
    """Who numbers turns, and says sound files: `console.turns.Turns`."""

    def fresh(self) -> int:
        """The number of a new turn."""

    def say_file(self, path: str) -> None:
        """Speak a sound file."""


@dataclass(frozen=True)
class _Wanted:
    """A text that shall be ready before the show."""

    names: tuple[str, ...]
    text: str
    language: str


class Saying(QObject):
    """Says lines; one per console.

    Args:
        turns: numbers turns, and says sound files.
        line: the way to the hall.
        voices: who speaks.
        captioner: lets the hall read it.
        headphones: the operator's own ear.
        presenter: writes the console's state.
        session: the rundown; its current preset's lines are said.
        own_voice: an avatar's own voice, by its id, or "".
        log: where to write events.
        check: says why a line must not be said, or None.
    """

    def __init__(
        self,
        turns: Numbers,
        line: SpeechLine,
        voices: VoiceService,
        captioner: Captioner,
        headphones: Headphones,
        presenter: StatePresenter,
        session: RundownSession,
        own_voice: Callable[[str], str],
        log: Logger,
        check: Callable[[SayLine], Awaitable[HeldBack | None]] | None = None,
    ) -> None:
        super().__init__()
        self._check = check
        self._turns, self._line, self._voices = turns, line, voices
        self._captioner, self._headphones = captioner, headphones
        self._presenter, self._session, self._own_voice, self._log = presenter, session, own_voice, log
        self._page = presenter.console_state.claim(SayView)
        self._speaking: set[asyncio.Task[None]] = set()
        self._begun: set[asyncio.Task[None] | None] = set()  # those of them that have their turn
        self._given: set[asyncio.Task[None] | None] = set()  # those of them whose voice has given its last sample
        self._listening: asyncio.Task[None] | None = None
        self._making: asyncio.Task[None] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._faults: dict[_Wanted, str] = {}
        self._seen: object = None
        self._looks = self._renewed = 0
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.check_lines)
        voices.book_changed.connect(self._forget_faults)

    # -- life -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin to look after the show's lines, once a second; needs a running event loop."""
        self._looking.start()
        self.check_lines()

    def close(self) -> None:
        """Nothing more is said, heard or made."""
        self._looking.stop()
        for task in (*self._speaking, self._listening, self._making):
            if task is not None:
                task.cancel()
        self._headphones.close()

    def stop(self) -> None:
        """The show was interrupted, or leaves the air: what is spoken and what waits is dropped."""
        for task in self._speaking - self._given:
            task.cancel()

    def drop_waiting(self) -> None:
        """Somebody else is to be heard next: the line that is spoken goes to its end, and none that waits is said."""
        for task in self._speaking - self._begun:
            task.cancel()

    def dress_captions(self) -> None:
        """Captions are as the preset that is on has them."""
        item = self._current()
        self._captioner.use(item.preset if item is not None else None)

    @property
    def busy(self) -> bool:
        """A line is being said, or waits to be."""
        return bool(self._speaking)

    # -- actions ----------------------------------------------------------------------------------------------

    def register(self, dispatch: Dispatch) -> None:
        """Take over lines, prepared and typed, what the operator hears first, and the pronunciation book."""
        dispatch.register(SayPrepared, self._say_prepared, validate=self._refusal_of_prepared)
        dispatch.register(SayTyped, self._say_typed, validate=self._refusal_of_more)
        dispatch.register(Listen, self._listen)
        dispatch.register(ChangeBook, self._change_book)

    def _refusal_of_prepared(self, effect: SayPrepared) -> str:
        item = self._current()
        if item is None:
            return "No preset is on: TAKE one, then its lines can be said."
        line = self._line_of(item.preset, effect.number)
        if line is None:
            return Text("{name} has no line {n}: write it in EDIT.", name=item.preset.name, n=effect.number)
        if line.sound and not DISKS.is_file(file_of(self._session.folder, line.sound)):
            return Text("There is no sound file {path}: choose another one.", path=line.sound)
        return self._refusal_of_more(effect)

    def _refusal_of_more(self, effect: SayPrepared | SayTyped) -> str:
        if len(self._speaking) <= MOST_WAITING:
            return ""
        return Text("{n} lines are waiting to be said already: INTERRUPT stops them.", n=MOST_WAITING)

    def _say_prepared(self, effect: SayPrepared) -> None:
        self.dress_captions()
        item = self._current()
        line = self._line_of(item.preset, effect.number) if item is not None else None
        if item is None or line is None:
            return
        if line.sound:
            self._turns.say_file(str(file_of(self._session.folder, line.sound)))
        else:
            self._start(self._say(line, self._names(item.preset)))

    def _say_typed(self, effect: SayTyped) -> None:
        self.dress_captions()
        item = self._current()
        preset = item.preset if item is not None else None
        language = language_for(effect.text, preset.language.value if preset is not None else "")
        self._start(self._say(SayLine(0, effect.text, language), self._names(preset)))

    def _change_book(self, effect: ChangeBook) -> None:
        if sentence := self._voices.change_book(effect):
            self._refuse(sentence)

    # -- to the hall ------------------------------------------------------------------------------------------

    def _start(self, saying: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_event_loop().create_task(saying)
        self._speaking.add(task)
        task.add_done_callback(self._ended)
        self._show_waiting()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._speaking.discard(task)
        self._begun.discard(task)
        self._given.discard(task)
        self._show_waiting()
        self._report(task)

    def _report(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("a line failed inside Compere", fault=repr(fault))
            self._refuse(Text("The line failed inside Compere ({fault}): report it.", fault=type(fault).__name__))

    async def _say(self, line: SayLine, names: tuple[str, ...]) -> None:
        before = self._session.cues.current
        async with self._one_at_a_time:
            if self._session.cues.current != before:
                return  # another preset was taken meanwhile: its lines are said now
            if self._check is not None and (held := await self._check(line)) is not None:
                self._refuse(held.reason)
                return
            try:
                voice = self._voices.voice(names)
                turn = self._turns.fresh()
                writer = await self._line.begin(turn)
            except (SpeechError, TTSError) as fault:
                self._refuse(str(fault))
                return
            except TurnDropped:
                return
            self._begun.add(asyncio.current_task())
            self._presenter.begin_speech(turn, line.text)
            self._captioner.follow(turn, writer.heard, texts=writer.texts, whole=line.text, second=line.second)
            writer.begin_sentence(line.text)
            try:
                async with contextlib.aclosing(voice.speak(line.text, line.language)) as pieces:
                    async for piece in pieces:
                        await writer.write(piece)
                writer.end_sentence()
            except TurnDropped:
                pass
            except TTSError as fault:
                self._refuse(str(fault))
            finally:
                with contextlib.suppress(TurnDropped):
                    writer.end()
        self._given.add(asyncio.current_task())
        heard = await writer.spoken()
        self._log.info("line said", turn=turn, heard=heard.text, whole=heard.whole == 1, starved_s=heard.starved_s)

    # -- to the operator --------------------------------------------------------------------------------------

    def _listen(self, command: Listen) -> None:
        if self._listening is not None:
            self._listening.cancel()
        self._headphones.close()
        self._page.publish(replace(self._page.view, listening=command.text))
        if command.text:
            self._listening = asyncio.get_event_loop().create_task(self._let_hear(command))

    async def _let_hear(self, command: Listen) -> None:
        item = self._shown()
        preset = item.preset if item is not None else None
        language = command.language or language_for(command.text, preset.language.value if preset is not None else "")
        name = command.voice.partition(",")[0].strip() or self._names(preset)[0]
        try:
            await self._headphones.open()
            await self._voices.catalog.listen(name, command.text, language, self._headphones.play)
            await self._headphones.drain()
        except (HeadphonesError, TTSError) as fault:
            self._refuse(str(fault))
        except asyncio.CancelledError:
            return  # another one is heard in its place
        except Exception as fault:
            self._log.exception("listening failed")
            self._refuse(Text("That cannot be heard ({fault}): report it.", fault=type(fault).__name__))
        self._headphones.close()
        self._page.publish(replace(self._page.view, listening=""))

    # -- ready before the show --------------------------------------------------------------------------------

    def check_lines(self) -> None:
        """Look which lines are ready, and make those that are not while nothing is on air."""
        session, off_air = self._session, self._presenter.console_state.state in OFF_AIR
        on = self._current()
        seen = (
            session.rundown,
            session.cues,
            on,
            self._voices.mark,
            self._presenter.console_state.avatar_id,
            off_air,
            self._renewed,
        )
        self._looks += 1
        if seen == self._seen and self._looks < AGAIN_LOOKS:
            return
        if self._looks >= AGAIN_LOOKS:
            self._faults.clear()
        self._seen, self._looks = seen, 0
        item, current = self._shown(), on
        preset = item.preset if item is not None else None
        voice = ", ".join(self._names(preset)) if preset is not None else ""
        lines = tuple(self._view(preset, line) for line in self._lines(preset)) if preset is not None else ()
        self._captioner.use(current.preset if current is not None else None)
        wanted = self._wanted()
        missing = [each for each in wanted if not self._is_ready(each)]
        fault = next((self._faults[each] for each in missing if each in self._faults), "")
        todo = [each for each in missing if each not in self._faults]
        if todo and self._making is None and off_air:
            self._making = asyncio.get_event_loop().create_task(self._make(todo[0]))
            self._making.add_done_callback(self._made)
        view = replace(
            self._page.view,
            preset=preset.name if preset is not None else "",
            on=current is not None,
            voice=voice,
            lines=lines,
            whole=len(wanted),
            ready=len(wanted) - len(missing),
            fault=fault,
            making=self._making is not None,
        )
        self._page.publish(view)

    async def _make(self, wanted: _Wanted) -> None:
        try:
            await self._voices.voice(wanted.names).render(wanted.text, wanted.language)
        except (TTSError, LineStoreError) as fault:
            self._faults[wanted] = str(fault)

    def _made(self, task: asyncio.Task[None]) -> None:
        self._making = None
        self._renewed += 1
        if not task.cancelled():
            if task.exception() is None and self._looking.isActive():
                QTimer.singleShot(0, self, self.check_lines)
            self._report(task)

    def _wanted(self) -> list[_Wanted]:
        found: dict[_Wanted, None] = {}
        for item in self._session.rundown.items:
            names = self._names(item.preset)
            for line in self._lines(item.preset):
                if line.text and not line.sound:
                    found[_Wanted(names, line.text, line.language)] = None
            for text in (item.preset.safe_line, item.preset.standby_line):
                if text.strip():
                    found[_Wanted(names, text.strip(), language_for(text, item.preset.language.value))] = None
        return list(found)

    def _is_ready(self, wanted: _Wanted) -> bool:
        try:
            return self._voices.voice(wanted.names).is_ready(wanted.text, wanted.language)
        except TTSError as fault:
            self._faults[wanted] = str(fault)
            return False

    def _forget_faults(self) -> None:
        self._faults.clear()

    # -- parts ------------------------------------------------------------------------------------------------

    def _current(self) -> Item | None:
        """What is on: while on air as it was taken, whatever EDIT makes of it."""
        on = self._session.on(unarmed=self._presenter.console_state.state in UNARMED)
        return Item(self._session.cues.current, on) if on is not None else None

    def _shown(self) -> Item | None:
        """The preset whose lines are seen: what is on, before that what comes next."""
        return self._current() or self._session.rundown.find(self._session.cues.next)

    def _lines(self, preset: Preset) -> tuple[SayLine, ...]:
        return lines_of(preset.lines, preset.language.value)

    def _line_of(self, preset: Preset, number: int) -> SayLine | None:
        return next((line for line in self._lines(preset) if line.number == number), None)

    def _names(self, preset: Preset | None) -> tuple[str, ...]:
        avatar = preset.avatar if preset is not None else self._presenter.console_state.avatar_id
        return self._voices.names(preset, self._own_voice(avatar))

    def _view(self, preset: Preset, line: SayLine) -> LineView:
        if line.sound:
            path = file_of(self._session.folder, line.sound)
            fault = (
                self._session.file_fault(path) if DISKS.is_file(path) else Text("{name} is not there", name=path.name)
            )
            return LineView(line.number, line.text or path.name, "", not fault, True, fault)
        wanted = _Wanted(self._names(preset), line.text, line.language)
        ready = self._is_ready(wanted)
        return LineView(line.number, line.text, line.language, ready, False, self._faults.get(wanted, ""))

    def _show_waiting(self) -> None:
        self._page.publish(replace(self._page.view, waiting=max(0, len(self._speaking) - 1)))

    def _refuse(self, sentence: str) -> None:
        self._log.warning("line", why=sentence)
        self._presenter.add_log_line(sentence)
        self._presenter.refuse(sentence)
