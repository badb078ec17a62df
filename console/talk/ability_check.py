"""Keeps known what each preset of the show can do now: hear, think and speak. Nobody has to find out by trying."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from console.answer.fact_sheets import sheet_faults
from console.answer.secrets import ApiKey
from console.answer.stt.local import fault_of
from console.answer.tts.protocol import TTSError
from console.rundown.session import RundownSession
from console.show.answers.abilities import Abilities, Means, abilities_of
from console.show.core.enums import Mode
from console.show.core.state import UNARMED
from console.show.rundown.preset import Preset
from console.show.state.answer_view import AnswerView
from console.show.state.settings import Options
from console.state_presenter import StatePresenter
from console.talk.voice_service import VoiceService
from engine.ipc.logger import Logger

LOOK_MS = 1000

_ANSWERED_BY = ("facts", "word_list", "never_say")


class AbilityCheck(QObject):
    """Publishes `console_state.answers.abilities` and `console_state.answers.now`; one per console.

    Args:
        presenter: writes the console's state.
        session: the rundown, and where its files lie.
        voices: who speaks.
        own_voice: an avatar's own voice, by its id, or "".
        key_of: a provider's key, or None.
        options: the settings as they are now.
        log: where to write events.
    """

    def __init__(
        self,
        presenter: StatePresenter,
        session: RundownSession,
        voices: VoiceService,
        *,
        own_voice: Callable[[str], str],
        key_of: Callable[[str], ApiKey | None],
        options: Callable[[], Options],
        log: Logger,
    ) -> None:
        super().__init__()
        self._presenter, self._session, self._voices, self._own_voice = presenter, session, voices, own_voice
        self._answers = presenter.console_state.claim(AnswerView, "abilities", "now")
        self._key_of, self._options, self._log = key_of, options, log
        self._whisper_fault = ""
        self._sheets: dict[str, _Sheet] = {}
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.check)

    @property
    def means(self) -> Means:
        """What is set up, as of the last look at the disk."""
        keys = {name for name in ("groq", "server") if self._key_of(name) is not None}
        return Means(self._options(), keys, self._whisper_fault)

    def begin(self) -> None:
        """Look once a second from now on, and as soon as another preset comes next; needs a running event loop."""
        self._timer.start()
        self._session.changed.connect(self.check)
        self.check()

    def close(self) -> None:
        """Look no more."""
        if self._timer.isActive():
            self._session.changed.disconnect(self.check)
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def check(self) -> None:
        """Judge by what is known, and look at the disk: it is judged again when that has been read."""
        self._judge()
        if self._task is None and self._timer.isActive():
            self._task = asyncio.get_event_loop().create_task(self._read())
            self._task.add_done_callback(self._done)

    def _judge(self) -> None:
        means = self.means
        abilities = {item.id: self._of(item.id, item.preset, means) for item in self._session.rundown.items}
        on = self._session.on(unarmed=self._presenter.console_state.state in UNARMED)
        current = self._session.cues.current or self._session.cues.next
        now = self._of(current, on, means) if on is not None else Abilities()
        self._answers.publish(replace(self._answers.view, abilities=abilities, now=now))

    def _of(self, item_id: str, preset: Preset, means: Means) -> Abilities:
        speak = ""
        try:
            self._voices.voice(self._voices.names(preset, self._own_voice(preset.avatar)))
        except TTSError as fault:
            speak = str(fault)
        sheet = self._sheets.get(item_id)
        known = sheet is not None and sheet.read_for == _named_by(preset)
        found = abilities_of(preset, means, sheet.fault if sheet is not None and known else "")
        return Abilities(found.hear, found.think, speak, looking=preset.mode is Mode.ANSWER and not known)

    async def _read(self) -> None:
        folder, folder_of_whisper = self._session.folder, self._options().whisper_folder
        asked = {item.id: item.preset for item in self._session.rundown.items if item.preset.mode is Mode.ANSWER}
        on = self._session.on(unarmed=self._presenter.console_state.state in UNARMED)
        if on is not None and on.mode is Mode.ANSWER:  # chosen by hand, or as it was taken
            asked[self._session.cues.current or self._session.cues.next] = on
        self._whisper_fault, self._sheets = await asyncio.to_thread(_read, asked, folder, folder_of_whisper)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if task.cancelled():
            return
        if (fault := task.exception()) is None:
            self._judge()
        else:
            self._log.error("looking at what presets can do failed", fault=repr(fault))


@dataclass(frozen=True)
class _Sheet:
    """The first fault of what a preset answers by, or "", and what it named when that was read."""

    read_for: tuple[str, ...]
    fault: str


def _named_by(preset: Preset) -> tuple[str, ...]:
    return tuple(str(getattr(preset, field)) for field in _ANSWERED_BY)


def _read(presets: dict[str, Preset], folder: Path, whisper: str) -> tuple[str, dict[str, _Sheet]]:
    """In a thread: why Whisper's folder cannot be used, and the first fault of each preset's sheets."""
    sheets = {}
    for item_id, preset in presets.items():
        faults = sheet_faults(preset, folder)
        fault = next((faults[field] for field in _ANSWERED_BY if field in faults), "")
        sheets[item_id] = _Sheet(_named_by(preset), fault)
    return fault_of(whisper) if whisper else "", sheets
