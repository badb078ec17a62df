"""Carries out what the show decided: effects in, messages out, facts back into the console's state.

The one place where the show's logic, playout and the engine meet. It knows no window; `compere rehearse` runs
it without one.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from console import paths
from console.avatars.idle_loop_controller import IdleLoopController
from console.avatars.idle_loops import IdleLoops
from console.dispatch import Dispatch
from console.doctor.machine import examine_disk
from console.operator_selection import WINDOWED, OperatorSelection, ShowRecord
from console.outputs.controller import OutputsController
from console.playout_commands import PlayoutCommands
from console.preflight_controller import PreflightController
from console.processes.engine_controller import EngineController
from console.processes.instant import Instant
from console.processes.rejoin import find_show
from console.processes.restore_point import RecoveredShow
from console.processes.supervision import ENGINE, PLAYOUT, REQUESTED, SupervisedProcess
from console.reports.show_log import ShowLog
from console.reports.show_report import Reporting
from console.rundown.controller import RundownController
from console.rundown.session import Take
from console.screens import hall_screen
from console.selection_controller import SelectionController
from console.settings.controller import SettingsController
from console.settings.file import Settings
from console.show.actions.action import Source
from console.show.core.action_desk import ActionDesk, ActionOutcome
from console.show.core.alarms import AlarmKind, without_last_words
from console.show.core.state import OFF_AIR, Show, ShowEvent, ShowState
from console.show.effects.show import Effect, InterruptNow, PlaceHall, PutNextOn, QuitConsole, ShowChanged
from console.show.screens.ground_settings import ground_changed
from console.state_presenter import StatePresenter
from console.talk.speech_controller import SpeechController
from console.turns import Turns
from engine.avatar import Avatar, find_avatars
from engine.ipc.logger import Logger
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.emergency import EmergencyTaken
from engine.ipc.messages.kinds import PatternCard
from engine.text import Text

_SAME_PRESS_NS = 100_000_000
"""The console may have had a press so long before the emergency keys saw it."""


class ConsoleController(QObject):
    """The show, its two processes and the console's state.

    Args:
        settings: the user's.
        runtime, logs: folders of this run.
        log: where to write events.
        language, follows_next: as in `RundownController`.

    Signals:
        program_changed(str): name of a new program ring; emitted here.
        pictures_changed(str): name of a new ring of the engine's pictures; emitted here.
        took(object): a messages.Took: when an action was seen and heard; emitted here.
        measured(object): a report's figures (dict); emitted here.
        heard(object): a messages.Heard; emitted here.
        quit_requested(): the operator wants to go home; emitted here.
        screen_chosen(str): where the hall window goes, for the slate beneath it; emitted here.
        choices_changed(): to be saved; emitted here.
        settings_changed(object, object): before and after, as `Settings`; emitted here.
        recorded(object): a ShowRecord of the show as it is now; emitted here.

    Attributes:
        left: what the restore point says, for a playout that knows of no show; None when there is none.
    """

    program_changed = Signal(str)
    pictures_changed = Signal(str)
    took = Signal(object)
    measured = Signal(object)
    heard = Signal(object)
    quit_requested = Signal()
    screen_chosen = Signal(str)
    choices_changed = Signal()
    settings_changed = Signal(object, object)
    recorded = Signal(object)

    def __init__(
        self, settings: Settings, runtime: Path, logs: Path, log: Logger, language: str = "en", *,
        follows_next: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self._log = log
        self.playout = SupervisedProcess("playout", PLAYOUT, runtime, logs, self._playout_arguments, log)
        self.engine = SupervisedProcess("engine", ENGINE, runtime, logs, lambda: (), log)
        self.commands = PlayoutCommands(OperatorSelection.of(settings), settings, self.playout, self.engine)
        self.avatars, self.broken_avatars = find_avatars(paths.avatar_roots())
        if self.avatars and self._avatar() is None:
            self.choices.avatar = self.avatars[0].id
        self.show = Show(time.monotonic())
        self.dispatch = Dispatch()
        self._asked_ns = 0  # when the action was asked that is being executed
        self._acted_ns: dict[str, int] = {}  # when each action came last, by whatever hand
        self.presenter = StatePresenter(self.show, settings, self.avatars)
        self.console_state = self.presenter.console_state
        self.settings_controller = SettingsController(settings, self.presenter, paths.recordings_folder())
        self.settings_controller.settings_changed.connect(self._use_settings)
        self.settings_controller.restart_requested.connect(self.playout.restart)
        note = ShowLog(log, self.presenter.add_log_line, self.presenter.name_of)
        self.desk = ActionDesk(self.show, clock=time.monotonic, log=note.write, veto=self.dispatch.validate)
        self.preflight = PreflightController(
            self.presenter, paths.recordings_folder(), log.bind(part="preflight"),
            note=self.presenter.add_log_line,
            disk=lambda folder: examine_disk(folder, paths.log_folder(), paths.cache_folder()),
        )  # fmt: skip
        self.rundown = RundownController(
            self.commands, self.presenter, self.avatars, settings, log, language, follows_next=follows_next
        )
        self.turns = Turns(self.playout, self.presenter, log)
        self.turns.heard.connect(self.heard)
        self.rundown.about_to_take.connect(self.turns.end)
        self.rundown.taken.connect(self._preset_taken)
        self.rundown.avatars_changed.connect(self._update_avatars)
        self.rundown.rebuilt.connect(self._rebuilt)
        self.speech = SpeechController(
            self.playout, self.turns, self.presenter, self.rundown.session, lambda: self.settings, self._own_voice,
            lambda: self.choices.speaker, runtime, logs, log,
        )  # fmt: skip
        self.rundown.about_to_take.connect(self.speech.preset_taken)
        self.operator_screen = ""
        self._world = m.World(microphones=[], loudspeakers=[], screens=[])
        self.left: RecoveredShow | None = None
        self.reporting = Reporting(
            log, logs, paths.recordings_folder(), lambda: self.console_state.show_name, settings.rate
        )
        self.reporting.written.connect(
            lambda file: self.presenter.add_log_line(Text("report: {path}", path=file), path=str(file))
        )
        self.reporting.failed.connect(lambda sentence: self.presenter.alarm(AlarmKind.REPORT, sentence))
        self.outputs = OutputsController(
            lambda: self.settings, lambda: self.console_state.show_name, self.speech.providers.key, self.presenter,
            paths.recordings_folder(), runtime, logs, log,
        )  # fmt: skip
        self.speech.providers.keys_changed.connect(self.outputs.use_settings)
        self.speech.answering.answer_begun = self.outputs.mark_chapter
        self.rundown.taken.connect(lambda take: self.outputs.mark_chapter(take.preset.name))
        self._fresh = True
        self._playout_faults: set[AlarmKind] = set()
        self._idles = IdleLoopController(
            IdleLoops(
                paths.cache_folder(), settings.width, settings.height, settings.rate, log,
                cutouts=settings.ground != "drawn",
            ),
            self.commands, self.presenter, lambda: self.avatars, self._avatar,
        )  # fmt: skip
        self.playout.received.connect(self._from_playout)
        self.playout.lost.connect(self._playout_lost)
        self.engine_controller = EngineController(self.engine, self.presenter)
        self.engine_controller.joined.connect(self._give_avatar)
        self.engine_controller.loaded.connect(self._loaded)
        for folder, sentence in self.broken_avatars:
            self.presenter.alarm(AlarmKind.AVATAR, sentence, folder.name)
        self._register()
        if not self.avatars:
            self.presenter.alarm(
                AlarmKind.AVATAR, "There is no avatar: install Compere again, or add an avatar folder."
            )

    @property
    def settings(self) -> Settings:
        """The user's, as they are now."""
        return self.settings_controller.settings

    @property
    def choices(self) -> OperatorSelection:
        """What the operator has chosen."""
        return self.commands.choices

    # -- life -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start or adopt the two processes."""
        self.playout.begin()
        self.engine.begin(adopt=self.playout.adopted)  # an engine without its playout is a stranger's
        self.outputs.begin()

    def end(self) -> None:
        """Stop both processes."""
        self.speech.end()
        self.preflight.close()
        self.reporting.close()
        self.rundown.close()
        self._idles.end()
        self.outputs.end()
        self.engine.leave(stopping=True)
        self.playout.leave(stopping=True)
        self.engine.end()
        self.playout.end()

    def leave(self) -> None:
        """Go without stopping them: the hall keeps its picture and sound."""
        self.speech.end()
        self.preflight.close()
        self.rundown.close()
        self._idles.end()
        self.outputs.leave()
        self.engine.leave()
        self.playout.leave()

    # -- actions ----------------------------------------------------------------------------------------------

    def perform(self, action: str, argument: object = None, source: str = Source.MOUSE) -> ActionOutcome:
        """One action from any hand. Never raises."""
        asked_ns = time.monotonic_ns()
        self._acted_ns[action] = asked_ns
        outcome = self.desk.perform(action, source, argument)
        if outcome.changed:
            self.presenter.refuse("")  # what was refused before was refused to another state
        for effect in outcome.effects:
            try:
                self._carry_out(effect, asked_ns)
            except Exception as fault:
                self._log.exception("effect failed", effect=repr(effect))
                why = getattr(fault, "strerror", None) or type(fault).__name__
                self.presenter.refuse(
                    Text("The action failed inside Compere ({fault}): report it, and use another.", fault=why)
                )
        if not outcome.accepted and outcome.reason:
            self.presenter.refuse(outcome.reason)
            if outcome.refused is not None:
                self.dispatch.refused(outcome.refused)
        return outcome

    def observe_time(self) -> None:
        """Let time pass: ARMED runs out. Called once a second."""
        self.preflight.second(time.monotonic())
        self.settings_controller.second()
        self.reporting.second(time.monotonic(), self.console_state)
        for effect in self.desk.observe(ShowEvent.TICK).effects:
            self._carry_out(effect, time.monotonic_ns())

    def measure(self, on: bool) -> None:
        """Begin to keep figures, or ask for them."""
        self.playout.send(m.Measure(on=on))

    def _register(self) -> None:
        """Tell the dispatch who executes what; the first who validates is asked first."""
        dispatch = self.dispatch
        dispatch.register(ShowChanged, self._show_changed)
        dispatch.register(InterruptNow, lambda effect: self.playout.send(m.Interrupt(asked_ns=self._asked_ns)))
        dispatch.register(PlaceHall, lambda effect: self.playout.send(m.PlaceAgain()))
        dispatch.register(QuitConsole, lambda effect: self.quit_requested.emit())
        selection = SelectionController(
            self.commands,
            self._channels_there,
            self._refusal_of_screen,
            self._send_screen,
            lambda: self.commands.avatar(self._avatar()),
        )
        for part in (
            selection,
            self.turns,
            self.settings_controller,
            self.preflight,
            self.rundown,
            self.speech,
            self.outputs,
        ):
            part.register(dispatch)
        dispatch.follow(PutNextOn, lambda effect: self.choices_changed.emit())

    def _refusal_of_screen(self, key: str) -> str:
        on_air = self.show.state not in OFF_AIR
        return hall_screen.refusal(key, self._world.screens, self.operator_screen, on_air=on_air)

    def _carry_out(self, effect: Effect, asked_ns: int) -> None:
        self._asked_ns = asked_ns
        self.dispatch.execute(effect)
        if self.dispatch.remembers(effect):
            self.presenter.update_choices(self.choices)
            self._send_air(0)
            self.choices_changed.emit()

    def _show_changed(self, effect: ShowChanged) -> None:
        before, after = effect.before, effect.after
        self.preflight.show_changed(before, after)
        self.reporting.show_changed(before, after)
        self.settings_controller.show_changed(after)
        if not effect.rehearsal:
            self.outputs.show_changed(before, after)
        self._idles.show_changed(after)
        self.presenter.clear(AlarmKind.REJOIN)
        if after is ShowState.ARMED or (before, after) == (ShowState.STANDBY, ShowState.LIVE):  # a rehearsal
            self.commands.lip_delay()
            self.playout.send(m.SetPattern(kind=PatternCard.OFF))
        if after is ShowState.LIVE:
            self.presenter.open_edit(False)
        self._send_air(self._asked_ns)
        if after in OFF_AIR and before not in OFF_AIR:
            self.rundown.show_ended()

    def _preset_taken(self, take: Take) -> None:
        """A preset was put on: its own line is spoken, when on air."""
        if take.say and self.show.state is ShowState.LIVE:
            self.turns.say_on_air(take.say)

    def _update_avatars(self) -> None:
        self._idles.show()
        self._idles.prepare_missing()

    # -- to playout and engine --------------------------------------------------------------------------------

    def _use_settings(self, before: Settings, now: Settings) -> None:
        """Settings were changed: all who work by them follow."""
        self.commands.settings = self.rundown.settings = now
        if now.mic_gain_db != before.mic_gain_db:
            self.choices.mic_gain_db += now.mic_gain_db - before.mic_gain_db
            self.commands.microphone()
        self.commands.loudspeaker()
        self.commands.lip_delay()
        if ground_changed(before, now):
            self._send_screen()
            self._idles.use_ground(keyed=now.ground != "drawn")
        self.rundown.show_rundown()
        self.engine_controller.use_settings(before, now)
        self.speech.use_settings(before, now)
        self.outputs.use_settings()
        self.settings_changed.emit(before, now)

    def _playout_arguments(self) -> list[str]:
        s, delay = self.settings, self.commands.delay
        return ["--rate", str(s.rate), "--size", f"{s.width}x{s.height}", "--delay", str(delay)]

    def _send_everything(self) -> None:
        """After a restart of playout: all choices, then the air."""
        self._send_screen()
        self.commands.slate()
        self._idles.send()
        self.commands.mode()
        self.commands.mutes()
        self.commands.pa()
        self.commands.loudspeaker()
        self.commands.microphone()
        self.commands.lip_delay()
        self._send_air(0)

    def _send_air(self, asked_ns: int) -> None:
        record = ShowRecord.of(self.show.snapshot(time.monotonic()), self.choices, self.turns.number, Instant.now())
        self.turns.use_air(self.commands.air(self.show, record.pack(), asked_ns))
        self.recorded.emit(record)

    def _channels_there(self, kind: str, key: str) -> int:
        devices = self._world.microphones if kind == "microphone" else self._world.loudspeakers
        return next((device.channels for device in devices if device.key == key), 0)

    def _send_screen(self) -> None:
        self.commands.screen(self.operator_screen)
        self.commands.ground(self.operator_screen)
        self.screen_chosen.emit("" if self.choices.screen == WINDOWED else self.choices.screen)

    def _own_voice(self, avatar_id: str) -> str:
        return avatar.voice if (avatar := self._avatar(avatar_id)) is not None else ""

    def _avatar(self, avatar_id: str = "") -> Avatar | None:
        wanted = avatar_id or self.choices.avatar
        return next((avatar for avatar in self.avatars if avatar.id == wanted), None)

    # -- from playout -----------------------------------------------------------------------------------------

    def _from_playout(self, message: Message) -> None:
        match message:
            case m.Welcome():
                self._greeted(message)
            case m.World():
                self._update_world(message)
            case m.Cutouts(ring=ring):
                self.engine_controller.use_cutouts(ring)
            case m.PlayoutStatus():
                self.commands.update_delay(message.delay, self.show.state)
                self.presenter.update_status(message, time.monotonic())
                self.speech.update_status(message)
                speaking = message.sound.turn or self.speech.saying.busy or self.console_state.say_progress is not None
                if back := self.rundown.lines_over(speaking=bool(speaking)):
                    self.perform("mode", back, Source.CONSOLE)
            case m.Took():
                self._log.info("took", action=message.action, sound=message.sound_ms, picture=message.picture_ms)
                self.took.emit(message)
            case m.TurnEnded():
                self.speech.end_turn(message)
                self.turns.end_turn(message)
            case m.Measured():
                self.measured.emit(message.report)
            case m.Fault():
                self._playout_faults.add(AlarmKind(message.kind))
                self.presenter.alarm(AlarmKind(message.kind), message.sentence)
            case m.Cleared():
                self.presenter.clear(AlarmKind(message.kind))
            case EmergencyTaken():
                self._follow_emergency(message)

    def _follow_emergency(self, taken: EmergencyTaken) -> None:
        """This console hung: the show becomes what the hall is already, unless the press itself came here since."""
        self.commands.emergency = taken.number
        reached = self._acted_ns.get(taken.verb, 0) > taken.asked_ns - _SAME_PRESS_NS
        self._log.info("emergency key followed", verb=taken.verb, number=taken.number, reached=reached)
        if not reached:
            self.perform(taken.verb, None, Source.EMERGENCY)
        self._send_air(0)

    def _greeted(self, welcome: m.Welcome) -> None:
        while self._playout_faults:  # those of the playout before; this one says its own
            self.presenter.drop(self._playout_faults.pop())
        self.settings_controller.playout_runs(welcome.rate, welcome.width, welcome.height)
        self._idles.reform(welcome.width, welcome.height, welcome.rate)
        self.presenter.clear(AlarmKind.PLAYOUT)
        self.turns.not_below(welcome.turn)
        found = find_show(welcome.show, self.left, Instant.now()) if self._fresh else None
        if found is not None:
            if found.alarm:
                self.presenter.alarm(AlarmKind.REJOIN, found.alarm)
            self.commands.choices = found.record.choices
            self.turns.not_below(found.record.turn)
            self.show.restore(found.record.snapshot, time.monotonic(), found.away_s)
            self.commands.update_delay(welcome.delay, found.record.state)
            self._idles.show_changed(found.record.state)
            self.rundown.restore()  # by the state that was left: on air nobody is put in the place of who is seen
            self.presenter.add_log_line(Text("rejoined: {why}", why=found.words or "nothing was on air"))
            self._log.info("rejoined", state=found.record.state.value, away_s=round(found.away_s, 1))
        self._fresh = False
        self.commands.greeted = True
        self._update_world(welcome.world)
        self.desk.observe(ShowEvent.READY)
        self._send_everything()
        self.engine_controller.use_rings(welcome)
        self.speech.use_playout(welcome)
        self.outputs.use_playout(welcome)
        self._give_avatar()
        self.presenter.update_choices(self.choices)
        self.program_changed.emit(welcome.program)
        self.pictures_changed.emit(welcome.pictures)

    def _update_world(self, world: m.World) -> None:
        self._world = world
        self.choices.screen = hall_screen.whole_key(self.choices.screen, world.screens, self.operator_screen)
        self.presenter.update_choices(self.choices)
        self.presenter.update_world(world, self.operator_screen)
        for action, key in hall_screen.first_choices(self.choices, world, self.operator_screen):
            self.perform(action, key, Source.CONSOLE)  # in plain sight

    def use_operator_screen(self, key: str) -> None:
        """The operator's window stands on the screen `key` now: the hall's is never that one."""
        if key != self.operator_screen:
            self.operator_screen = key
            self._update_world(self._world)
            self._send_screen()

    def _playout_lost(self, why: str) -> None:
        self.engine_controller.use_rings(None)
        self.speech.use_playout(None)
        self.outputs.use_playout(None)
        self.desk.observe(ShowEvent.NOT_READY)
        self.presenter.lose_playout(self.playout.restarts)
        if why != REQUESTED:
            self.presenter.alarm(
                AlarmKind.PLAYOUT, Text("Playout was lost and is starting again ({why}).", why=without_last_words(why))
            )

    # -- from the engine --------------------------------------------------------------------------------------

    def _give_avatar(self) -> None:
        self.commands.avatar(self._avatar())
        self.rundown.warm_next()

    def _loaded(self, folder: str) -> None:
        self.preflight.loaded(next((a.id for a in self.avatars if folder and str(a.folder) == folder), ""))
        if folder:
            self._idles.prepare_missing()

    def _rebuilt(self, avatar_id: str) -> None:
        """A filmed host is prepared again: the engine may have refused it until now."""
        self._give_avatar()
        self._idles.rebuilt(avatar_id)
