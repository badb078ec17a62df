"""The console with its window: where everything is put together."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import qasync
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from console import paths
from console.command_line.language import say
from console.controller import ConsoleController
from console.emergency.controller import EmergencyController
from console.operator_selection import WINDOWED
from console.processes.log_watch import LogWatch
from console.processes.loop_gap import LoopGap
from console.processes.restore_point import RestorePoint
from console.processes.single_instance import RuntimeFolderError, only_console, usable_runtime
from console.processes.supervision import holds_show
from console.screens.backup_slate import BackupSlate
from console.screens.operator_screen import OperatorScreen
from console.screens.previews import LoopPreview, Preview
from console.settings.file import Settings, SettingsError, load_settings, save_settings, settings_path
from console.show.actions.action import Source
from console.show.core.alarms import AlarmKind
from console.show.core.state import ShowState
from console.show.report.log_lines import LogKind
from console.show.state.console_state import loop_of_next
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.messages.kinds import SlateCard
from ui.i18n.languages import Languages
from ui.theme import dress
from ui.window import OperatorWindow

_REFRESH_MS = 33
_ON_AIR = (ShowState.LIVE, ShowState.HOLD, ShowState.PANIC)


class Console(QObject):
    """The operator's console: a controller, a window, and the slate beneath the hall."""

    def __init__(self, log: Logger, languages: Languages, runtime: Path | None = None, *, demo: bool) -> None:
        super().__init__()
        self._log = log
        self._settings_file = settings_path()
        self._first = not self._settings_file.exists()
        settings, sentence = load_settings(self._settings_file)
        self._languages = languages
        languages.speak(settings.language)
        self._settings_sentence = sentence
        folder = runtime or paths.runtime_folder()
        self.controller = ConsoleController(settings, folder, paths.log_folder(), log, languages.spoken)
        if sentence:
            self.controller.presenter.alarm(AlarmKind.SETTINGS, sentence)
        self.window = OperatorWindow()
        self._emergency = EmergencyController(runtime or paths.runtime_folder(), paths.log_folder(), log)
        self._emergency.failed.connect(self.controller.presenter.add_log_line)
        self.window.keys.writing_changed.connect(self._send_emergency_keys)  # at once: the next refresh may never come
        self._slate = BackupSlate(settings.width, settings.height)
        self._preview = Preview()
        self._next = Preview(step=2)  # half the program's rate does for a small picture
        self._idle = LoopPreview()
        self._restore_point = RestorePoint(paths.data_folder())
        self.controller.left = self._restore_point.left()
        self.controller.recorded.connect(self._restore_point.write, Qt.ConnectionType.QueuedConnection)
        self._demo = demo
        self.finished = asyncio.get_event_loop().create_future()
        self.controller.desk.pressed_ms = lambda: self.window.keys.pressed_ms
        self.window.action_requested.connect(self._act)
        self.window.clip_reset_requested.connect(self.controller.presenter.clear_clip)
        self.window.refused.connect(self._refused)
        self.window.answer_touched.connect(self.controller.speech.answering.touched)
        self.controller.program_changed.connect(self._preview.attach)
        self.controller.pictures_changed.connect(self._next.attach)
        self._own_screen = OperatorScreen(self.window, self._taken_screens)
        self._own_screen.changed.connect(self.controller.use_operator_screen)
        self._own_screen.returned.connect(
            lambda: self.controller.presenter.add_log_line(
                "The window is back on its own screen: the other one is the hall's."
            )
        )
        self.controller.screen_chosen.connect(self._screen_chosen)
        self.controller.recorded.connect(lambda record: self._slate.hold_on_air(record.state in _ON_AIR))
        self.controller.recorded.connect(lambda record: self._emergency.use(self.window.emergency_keys(), record.state))
        self.controller.choices_changed.connect(self._save_soon)
        self.controller.settings_changed.connect(self._use_settings)
        self.controller.settings_controller.welcome_closed.connect(self._save)
        self.controller.quit_requested.connect(self._finish)
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.controller.observe_time)
        self._second.timeout.connect(self._restore_point.alive)
        self._log_watch = LogWatch(self.controller.presenter, paths.log_folder(), log)
        self._second.timeout.connect(self._log_watch.second)
        self._loop_gap = LoopGap(log)
        self._saving = QTimer(self, singleShot=True, interval=500)
        self._saving.timeout.connect(self._save)

    def begin(self) -> None:
        """Show the window, then start what it supervises: the window comes first."""
        self._own_screen.begin()
        self._refresh.start()
        self._second.start()
        self._loop_gap.begin()
        self.controller.begin()
        self._emergency.begin()
        self.controller.speech.begin()
        if self._demo:
            self.controller.perform("demo", True, "command line")
        if self._first:
            self.controller.perform("welcome", True, Source.CONSOLE)

    def _refused(self, reason: str) -> None:
        """A key or a button did nothing before it came to the desk: the operator and the log are told why."""
        self.controller.presenter.refuse(reason)
        self.controller.presenter.add_log_line(reason, LogKind.REFUSED)
        self._log.info("refused at the window", reason=reason)

    def _act(self, action: str, argument: object, source: str) -> None:
        self.controller.perform(action, argument, source)

    def _show(self) -> None:
        now_s = time.monotonic()
        console_state = self.controller.presenter.refresh(now_s)
        self.window.show_state(console_state)
        self._send_emergency_keys()
        self._idle.follow(loop_of_next(console_state))
        if (image := self._idle.newest(now_s)) is not None:
            self.window.show_idle(image)
        image = self._preview.newest()
        if image is not None:
            self.window.show_program(image)
        image = self._next.newest()
        if image is not None:
            self.window.show_engine(image)

    def _send_emergency_keys(self) -> None:
        self._emergency.use(self.window.emergency_keys(), self.controller.show.state)

    def _screen_chosen(self, key: str) -> None:
        self._draw_slate()
        self._slate.choose("" if key == WINDOWED else key, self.controller.operator_screen, self._key_screen())
        self._own_screen.check()

    def _taken_screens(self) -> list[str]:
        """The screens that the hall and its key have: never to be the window's."""
        chosen = (
            ("" if self.controller.choices.screen == WINDOWED else self.controller.choices.screen),
            self._key_screen(),
        )
        return [key for key in chosen if key]

    def _key_screen(self) -> str:
        settings = self.controller.settings
        return settings.key_screen if settings.ground == "screens" else ""

    def _draw_slate(self) -> None:
        kind, path = self.controller.choices.shown_slate
        settings = self.controller.settings
        plain = {"drawn": "", "colour": settings.ground_colour}.get(settings.ground, "#000000")
        self._slate.draw(SlateCard(kind), path, self.controller.console_state.show_name, plain)

    def _save_soon(self) -> None:
        self._draw_slate()
        if self._settings_sentence is None:  # a file that could not be read is left as it was
            self._saving.start()

    def _use_settings(self, before: Settings, now: Settings) -> None:
        """The operator changed a setting: that is worth a new file even where the old one could not be read."""
        self._draw_slate()
        if now.language != before.language:
            self.controller.rundown.session.use_bundled(paths.example_show(self._languages.speak(now.language)))
        if self._settings_sentence is not None:
            self._settings_sentence = None
            self.controller.presenter.clear(AlarmKind.SETTINGS)
        self._saving.start()

    def _save(self) -> None:
        if self._settings_sentence is not None:
            return
        try:
            save_settings(self.controller.choices.settled_in(self.controller.settings), self._settings_file)
        except SettingsError as error:
            self.controller.settings_controller.saved(str(error))
            self.controller.presenter.alarm(AlarmKind.SETTINGS, str(error))
        else:
            self.controller.settings_controller.saved()
            self.controller.presenter.clear(AlarmKind.SETTINGS)

    def _finish(self) -> None:
        if not self.finished.done():
            self.finished.set_result(None)

    def close(self) -> None:
        """Stop everything, in order."""
        self._own_screen.close()
        self._refresh.stop()
        self._second.stop()
        if self._saving.isActive():
            self._saving.stop()
            self._save()
        self._emergency.end()
        self.controller.end()
        self._restore_point.clear()
        self._preview.close()
        self._next.close()
        self._idle.close()
        self._slate.close()
        self.window.close_for_good()


async def _run(log: Logger, languages: Languages, runtime: Path, demo: bool) -> None:
    console = Console(log, languages, runtime, demo=demo)
    console.begin()
    log.info("window shown")
    try:
        await console.finished
    finally:
        console.close()


def main(*, demo: bool = False) -> int:
    """Run the console until the operator quits. Returns the process's exit code."""
    catch_crashes(paths.log_folder() / "console.stderr")
    log = open_log(paths.log_folder(), "console")
    application = QApplication.instance() or QApplication(["compere"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Compere")
    application.setQuitOnLastWindowClosed(False)
    try:
        runtime = usable_runtime(paths.runtime_folders(), holds_show)
        lock = only_console(runtime)
    except RuntimeFolderError as error:
        print(say(str(error)), file=sys.stderr)
        log.error("no runtime folder", reason=str(error))
        return 2
    if lock is None:
        told = "A Compere console is running already: use that one, or end it with `compere stop`."
        print(say(told), file=sys.stderr)
        return 3
    dress(application)
    languages = Languages(application, paths.cache_folder(), log)
    log.info("console started")
    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(_run(log, languages, runtime, demo))
    log.info("console ended")
    lock.unlock()
    return 0
