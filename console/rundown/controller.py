"""Runs the rundown: carries NEXT, TAKE, LOCK, EDIT, files, models and keys out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from console import paths
from console.avatars.builder import Builder
from console.avatars.prepared_avatars import PreparedAvatars
from console.avatars.render_queue import RenderQueue
from console.dispatch import Dispatch
from console.models.keeper import ModelKeeper
from console.playout_commands import PlayoutCommands
from console.rundown.import_export import ImportExport
from console.rundown.session import RundownSession, Take, put_on
from console.settings.file import Settings, config_folder
from console.settings.key_bindings import FILE_NAME, KeyBindings
from console.show.core.alarms import AlarmKind
from console.show.core.enums import Mode, PresetPa, PresetSlate
from console.show.core.mode_return import mode_to_come_back_to
from console.show.effects.show import (
    BindKey,
    ChangeShow,
    ChooseAvatar,
    ChooseMode,
    LockConsole,
    Movable,
    MoveFile,
    OpenEdit,
    PlayDemo,
    PutNextOn,
    TakePreset,
    UseStandIn,
)
from console.show.rundown.cue_state import CueState
from console.show.rundown.rundown import Item, NameShow
from console.show.screens.ground_settings import ground_fault
from console.show.state.console_state import RundownView
from console.show.state.output_summary import Missing, output_missing
from console.state_presenter import StatePresenter
from engine.avatar import Avatar, find_avatars
from engine.ipc.logger import Logger
from engine.text import Text

WARM_AFTER_MS = 900
"""After a take, the avatar after that is loaded only when the cross-fade is over: it needs the same cores."""

_NOT_ON_AIR = {
    Missing.BOTH: "{name} needs a stream and the recording, and neither is on air: start them in OUTPUTS.",
    Missing.STREAM: "{name} needs a stream, and none is on air: start it in OUTPUTS.",
    Missing.RECORDING: "{name} needs the recording, and it is not running: start it in OUTPUTS.",
}

WRITTEN = (
    "rundown", "cues", "next", "faults", "can_undo", "can_redo", "saved", "save_failed",
    "busy", "moved", "move_failed", "move_number", "keys",
)  # fmt: skip
"""What this writes of the console's `show`; the rest is what is open in the window, and what is found in its files."""


class RundownController(QObject):
    """The rundown at work.

    Signals:
        about_to_take(): the next thing is a take; emitted here.
        taken(object): a `console.rundown.session.Take` was put on; emitted here.
        avatars_changed(): others are there than before, or they are other; emitted here.
        rebuilt(str): the filmed host of this id is prepared again; emitted here.

    Attributes:
        session: the rundown and the place in it.
        settings: the user's.
    """

    about_to_take = Signal()
    taken = Signal(object)
    avatars_changed = Signal()
    rebuilt = Signal(str)

    def __init__(
        self, commands: PlayoutCommands, presenter: StatePresenter, avatars: list[Avatar], settings: Settings,
        log: Logger, language: str, *, follows_next: bool = True,
    ) -> None:  # fmt: skip
        """Opens the user's show and keys.

        Args:
            avatars: those that are there; changed in place when one is brought in.
            language: of the window; the example show speaks it.
            follows_next: GO LIVE puts NEXT on. A rehearsal shows what was set up for it instead.
        """
        super().__init__()
        self._commands, self._presenter, self._avatars = commands, presenter, avatars
        self.settings, self._log = settings, log
        self._follows_next = follows_next
        self._shown = presenter.console_state.claim(RundownView, *WRITTEN)
        own, bundled = paths.preset_roots()[0], paths.example_show(language)
        self.session = RundownSession(own, bundled, lambda: self._avatars, lambda: presenter.off_air)
        self.session.host_fault = self._ground_fault
        self.session.changed.connect(self.show_rundown)
        self.session.next_changed.connect(self._next_changed)
        self._taking = False
        self._warming = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warming.timeout.connect(self._get_ready)
        self.session.failed.connect(lambda sentence: presenter.alarm(AlarmKind.PRESETS, sentence))
        self.session.saved.connect(lambda words: presenter.clear(AlarmKind.PRESETS))
        self._mover = ImportExport(self.session, paths.data_folder(), lambda: self._avatars, log)
        self._mover.begun.connect(self._move_begun)
        self._mover.finished.connect(self._moved)
        self._mover.failed.connect(self._not_moved)
        self._models = ModelKeeper(
            presenter.console_state, paths.models_folder(), lambda: self.settings.models_source, log
        )
        self._models.noted.connect(presenter.add_log_line)
        self._builder = Builder(presenter.console_state, log)
        self._films = RenderQueue(presenter.console_state, lambda: self._avatars, log)
        self._films.noted.connect(presenter.add_log_line)
        self._builder.noted.connect(presenter.add_log_line)
        self._builder.built.connect(lambda sentence: self._moved("avatar", sentence))
        folders = paths.avatar_roots(), paths.cache_folder(), paths.models_folder()
        self._stores = PreparedAvatars(presenter.console_state, lambda: self._avatars, *folders, log)
        self._stores.noted.connect(presenter.add_log_line)
        self._stores.judged.connect(self.avatars_changed)
        self._stores.rebuilt.connect(self.rebuilt)
        self._models.looked.connect(self._stores.check)
        self._stores.check()
        self._keyring = KeyBindings(config_folder() / FILE_NAME)
        for sentence in (*self.session.faults, self._keyring.fault):
            if sentence:
                presenter.alarm(AlarmKind.FILE, sentence, sentence)
        self._shown.publish(replace(self._shown.view, keys=self._keyring.changed))
        self._follow_next()
        self.show_rundown()

    def register(self, dispatch: Dispatch) -> None:
        """Take over TAKE and NEXT, who is on screen and what drives them, EDIT, files, models, films and keys."""
        dispatch.validate_by(self._refusal_outside_edit, ChangeShow, MoveFile, BindKey)
        dispatch.register(TakePreset, lambda effect: self._put_on(effect.preset), remembers=True)
        dispatch.register(PutNextOn, lambda effect: self._put_next_on(), validate=self._refusal_to_go_live)
        dispatch.register(
            UseStandIn, lambda effect: self._stand_in(effect.on), validate=self._no_stand_in, remembers=True
        )
        dispatch.register(
            ChooseAvatar,
            lambda effect: self.choose_avatar(effect.avatar_id),
            validate=self._refusal_of_avatar,
            remembers=True,
        )
        dispatch.register(
            ChooseMode,
            lambda effect: self.choose_mode(effect.mode, for_lines=effect.for_lines),
            remembers=True,
        )
        dispatch.register(PlayDemo, lambda effect: self.play_demo(effect.on), remembers=True)
        dispatch.register(LockConsole, lambda effect: self._presenter.lock(effect.on))
        dispatch.register(OpenEdit, lambda effect: self._presenter.open_edit(effect.on))
        dispatch.register(MoveFile, self._mover.move, validate=self._refusal_to_move)
        dispatch.register(BindKey, self._bind, validate=self._keyring.refusal)
        for part in (self._models, self._builder, self._films, self._stores, self.session):
            part.register(dispatch)

    def _refusal_outside_edit(self, effect: ChangeShow | MoveFile | BindKey) -> str:
        console_state = self._presenter.console_state
        names = isinstance(effect, ChangeShow) and isinstance(effect.change, NameShow) and console_state.welcome_open
        return "" if console_state.show.editing or names else "That is changed in EDIT only: open it first."

    def _refusal_to_go_live(self, effect: PutNextOn) -> str:
        return self.session.refusal_to_go_live() if self._presenter.off_air and self._follows_next else ""

    def _refusal_of_avatar(self, effect: ChooseAvatar) -> str:
        if self._avatar(effect.avatar_id) is None:
            return Text("There is no avatar {name}.", name=effect.avatar_id)
        return "" if self._presenter.off_air else self._ground_fault(effect.avatar_id)

    def _refusal_to_move(self, effect: MoveFile) -> str:
        if effect.inward and effect.what != Movable.AVATAR and not self._presenter.off_air:
            return "The show is on air: END it, then bring in another one."
        return ""

    def _bind(self, effect: BindKey) -> None:
        if sentence := self._keyring.bind(effect):
            self._not_moved(sentence)
        self._shown.publish(replace(self._shown.view, keys=self._keyring.changed))

    def restore(self) -> None:
        """Takes up the place in the rundown that an earlier console left in the choices."""
        left = self._commands.choices
        self.session.restore(CueState(left.preset, left.next_preset, left.next_avatar, left.next_mode))
        self._follow_next()

    def show_ended(self) -> None:
        """The show has left the air: nothing is on, and who comes next is drawn once the slate has come.

        The slate and the PA are the event's again, and no preset's own.
        """
        choices = self._commands.choices
        choices.own_pa, choices.own_slate, choices.own_picture = PresetPa.EVENT, PresetSlate.EVENT, ""
        self._commands.pa()
        self._commands.slate()
        self._presenter.update_choices(choices)
        if self._follows_next:
            self.session.end()
            self._warming.start()

    def choose_avatar(self, avatar_id: str) -> None:
        """Somebody else is on screen; off the air it is who comes next."""
        if self._presenter.off_air and self._follows_next:
            self.session.dress_next(avatar_id)
        self._commands.choices.avatar = avatar_id
        self._commands.avatar(self._avatar(avatar_id))

    def choose_mode(self, mode: Mode, *, for_lines: bool = False) -> None:
        """Another mode drives the host; off the air it is that of what comes next.

        Args:
            for_lines: lines are said in between; what drove the host before may come back.
        """
        choices = self._commands.choices
        if self._presenter.off_air and self._follows_next:
            self.session.drive_next(mode)
        on = self.session.on(unarmed=False)
        choices.mode_back = mode_to_come_back_to(choices.mode, choices.mode_back, on) if for_lines else ""
        choices.mode = mode
        self._commands.mode()

    def close(self) -> None:
        """Writes what is not written yet."""
        self._warming.stop()
        self._mover.close()
        self._models.close()
        self._builder.close()
        self._films.close()
        self._stores.close()
        self.session.close()

    def warm_next(self) -> None:
        """Have the avatar of NEXT ready in the engine, so that TAKE needs not wait for it."""
        self._warming.stop()
        preset = self.session.next
        avatar = self._avatar(preset.avatar) if preset is not None else None
        self._presenter.warmed("")
        if avatar is not None and avatar.id != self._commands.choices.avatar:
            self._commands.warm(avatar)

    def lines_over(self, *, speaking: bool) -> str:
        """What drives the host again after the last line that was said in between, once; "" while lines are spoken.

        Off the air it is what comes next that has a mode.
        """
        back = self._commands.choices.mode_back
        if speaking or not back:
            return ""
        self._commands.choices.mode_back = ""
        return "" if self._presenter.off_air else back

    def use_microphone_file(self, path: str, loop: bool) -> None:
        """Let a sound file stand in for the microphone, openly: rehearsals and the demo MC."""
        choices = self._commands.choices
        choices.mic_file, choices.mic_loop = path, loop
        self._commands.microphone()
        self._presenter.update_choices(choices)

    def play_demo(self, on: bool) -> None:
        """The demo MC stands in for the microphone, or no longer."""
        self._commands.choices.demo = on
        self.use_microphone_file(str(paths.bundled("assets") / "demo-mc.ogg") if on else "", on)

    def show_rundown(self) -> None:
        """The console's state shows the rundown; the choices keep the place in it."""
        cues, c = self.session.cues, self._commands.choices
        c.preset, c.next_preset, c.next_avatar, c.next_mode = cues.current, cues.next, cues.avatar, cues.mode
        self._shown.publish(self.session.shown_in(self._shown.view))
        name = self.session.rundown.name or self.settings.show_name
        self._presenter.update_show(name, c.avatar, follows_next=self._follows_next)

        if self._commands.title != self._presenter.console_state.show_name:
            self._commands.title = self._presenter.console_state.show_name
            self._commands.slate()

    def _next_changed(self) -> None:
        if not self._taking:  # a take sees to it itself
            self._get_ready()

    def _get_ready(self) -> None:
        """Off the air the engine draws who comes next, behind the slate; on air it has them ready for a take."""
        if self._presenter.off_air and self._follows_next:
            self._follow_next()
        self.warm_next()

    def _follow_next(self) -> None:
        """Off the air: who comes next is who would be seen, and what drives them is what the window shows."""
        preset, choices = self.session.next, self._commands.choices
        if preset is None or not (self._presenter.off_air and self._follows_next):
            return
        avatar = self._avatar(preset.avatar)
        if avatar is not None and avatar.id != choices.avatar:
            choices.avatar = avatar.id
            self._commands.avatar(avatar)
        if preset.mode is not choices.mode:
            choices.mode = preset.mode
            self._commands.mode()
        self._presenter.update_choices(choices)
        self.show_rundown()

    def _put_next_on(self) -> None:
        """The show goes on air. What was taken behind the slate is on as it is; else NEXT is put on now."""
        cues = self.session.cues
        if not self._follows_next or not cues.next:
            return
        if cues.next != cues.current:
            self._put_on("")
        elif take := self.session.take(cues.current):
            self._on_now(take)
        self._presenter.update_choices(self._commands.choices)

    def _put_on(self, word: str) -> None:
        """Put a preset on: what is the same stays as it is, so that the same avatar keeps its pose."""
        self._taking = True
        take = self.session.take(word)
        self._taking = False
        if take is None:
            return
        self.about_to_take.emit()
        differs = put_on(take, self._commands.choices, self.settings.mic_gain_db)
        for what, send in self._senders(take).items():
            if what in differs:
                send()
        self._log.info("taken", preset=take.id, name=take.preset.name, differs=sorted(differs))
        self._on_now(take)

    def _on_now(self, take: Take) -> None:
        """Say what is on, and get ready for what comes after it."""
        for sentence in (*take.warnings, *self._needs(take)):
            self._presenter.add_log_line(sentence)
            self._presenter.refuse(sentence)
        avatar = self._avatar(take.preset.avatar)
        if avatar is not None and self._presenter.waits_for(avatar.id):
            sentence = Text(
                "{name} waits for {host}, who is still being loaded.", name=take.preset.name, host=avatar.name
            )
            self._presenter.add_log_line(sentence)
            self._presenter.refuse(sentence)
        else:
            self._presenter.add_log_line(
                Text("on now: {n} {name}", n=self.session.rundown.number(take.id), name=take.preset.name)
            )
        self.show_rundown()
        self._presenter.warmed("")
        self._warming.start()
        self.taken.emit(take)

    def _needs(self, take: Take) -> list[str]:
        """What the preset needs beside the hall and is not on air, in a sentence; the take stands all the same."""
        console_state = self._presenter.console_state
        with_show = console_state.settings.options.record_with_show and self._presenter.off_air
        missing = output_missing(take.preset.outputs, console_state.outputs, with_show=with_show)
        if missing is Missing.NOTHING:
            return []
        return [Text(_NOT_ON_AIR[missing], name=take.preset.name)]

    def _no_stand_in(self, effect: UseStandIn) -> str:
        """Return the reason why the stand-in of the preset that is on, or its own avatar, cannot be put on, or ""."""
        item = self._item_on()
        if item is None:
            return "No preset is on: TAKE one, then its stand-in can be put on."
        wanted = item.preset.stand_in if effect.on else self._own_avatar(item.preset.avatar)
        if not wanted:
            return Text("{name} names no stand-in: choose one in EDIT.", name=item.preset.name)
        if self._avatar(wanted) is None:
            return Text("There is no avatar {name}: choose another one in EDIT.", name=wanted)
        return self._ground_fault(wanted)

    def _ground_fault(self, avatar_id: str) -> str:
        avatar = self._avatar(avatar_id)
        return ground_fault(self.settings, avatar.name, keyable=avatar.keyable) if avatar is not None else ""

    def _own_avatar(self, now: str) -> str:
        """The avatar of the preset that is on: as it was taken, whatever EDIT made of it meanwhile."""
        taken = None if self._presenter.off_air else self.session.on(unarmed=False)
        return taken.avatar if taken is not None else now

    def _stand_in(self, on: bool) -> None:
        """Cross-fade to the stand-in of the preset that is on, or back; the rest stays as it is."""
        item = self._item_on()
        assert item is not None  # it was asked before
        self.choose_avatar(item.preset.stand_in if on else self._own_avatar(item.preset.avatar))
        self.show_rundown()

    def _item_on(self) -> Item | None:
        """The item that is on; off the air the one that would be."""
        cues, rundown = self.session.cues, self.session.rundown
        return rundown.find(cues.next if self._presenter.off_air else cues.current)

    def _senders(self, take: Take) -> dict[str, Callable[[], None]]:
        commands = self._commands
        return {
            "avatar": lambda: commands.avatar(self._avatar(take.preset.avatar)),
            "mode": commands.mode,
            "microphone": commands.microphone,
            "speaker": commands.loudspeaker,
            "pa": commands.pa,
            "slate": commands.slate,
        }

    def _avatar(self, avatar_id: str) -> Avatar | None:
        return next((avatar for avatar in self._avatars if avatar.id == avatar_id), None)

    # -- in and out --------------------------------------------------------------------------------------------

    def _move_begun(self, words: str) -> None:
        self._shown.publish(replace(self._shown.view, busy=words))

    def _moved(self, what: str, sentence: str) -> None:
        self._shown.publish(replace(self._shown.view, busy=""))
        if what in ("show", "avatar"):
            found, broken = find_avatars(paths.avatar_roots())
            self._avatars[:] = found
            for folder, fault in broken:
                self._presenter.alarm(AlarmKind.AVATAR, fault, Path(folder).name)
            self._stores.check()
            self.avatars_changed.emit()
        if what == "show":
            self.session.open()
        else:
            self.show_rundown()
        self._presenter.add_log_line(sentence)
        self._show_outcome(sentence, failed=False)

    def _not_moved(self, sentence: str) -> None:
        self._shown.publish(replace(self._shown.view, busy=""))
        self._presenter.add_log_line(sentence)
        self._presenter.refuse(sentence)
        self._show_outcome(sentence, failed=True)

    def _show_outcome(self, sentence: str, *, failed: bool) -> None:
        """What became of a move stays until it is read; that the show itself is saved is another matter."""
        view = self._shown.view
        number = view.move_number + 1
        self._shown.publish(replace(view, moved=sentence, move_failed=failed, move_number=number))
