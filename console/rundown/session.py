"""The rundown in hand: what is next, what a take puts on, and what EDIT makes of it.

It knows files and the console's state, and neither playout nor the engine: `console.controller` carries a take out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from console.dispatch import Dispatch
from console.operator_selection import OperatorSelection
from console.rundown.show_file import ShowFileError, file_of, open_show, save_show
from console.show.core.enums import Mode, PresetSlate
from console.show.effects.show import ChangeShow, ChooseNext, ChooseNextAvatar, StepNext, TakePreset
from console.show.rundown.cue_state import (
    CueState,
    as_chosen,
    chosen,
    dressed,
    driven,
    ended,
    opened,
    preset_next,
    stepped,
    taken,
)
from console.show.rundown.preset import Preset, PresetError, files_named, lacking
from console.show.rundown.rundown import Change, Item, Rundown, UndoHistory
from console.show.state.console_state import RundownView
from engine.avatar import Avatar
from engine.files.disk_probe import DISKS
from engine.text import Text

SAVE_AFTER_MS = 400
"""A change is on the disk this soon; a row of changes is written once."""

_NOTHING_NEXT = "Nothing is next: choose a preset with 1 to 9."


@dataclass(frozen=True)
class Take:
    """What a take puts on.

    Attributes:
        id: of the item.
        preset: its preset, with the avatar that was chosen for it.
        picture: the slate's file, or "".
        say: the sound file to speak, or "".
        warnings: sentences about files that are not there; the take goes on without them.
    """

    id: str
    preset: Preset
    picture: str
    say: str
    warnings: tuple[str, ...]


class RundownSession(QObject):
    """Keeps the show's rundown, its files, and the place in it.

    Signals:
        next_changed(): another avatar or mode comes next: it may have to be warm; emitted here.
        changed(): the place in the rundown or the rundown itself; emitted here.
        saved(str): when the show was written, in words; emitted here.
        failed(str): the show could not be written: a sentence; emitted here.
    """

    next_changed = Signal()
    changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        own: Path,
        bundled: Path,
        avatars: Callable[[], Sequence[Avatar]],
        off_air: Callable[[], bool] = lambda: False,
    ) -> None:
        """Opens the show.

        Args:
            own: the user's folder of presets; it may not be there.
            bundled: the one that came with Compere, used until the user has a show.
            avatars: those that are there now.
            off_air: nothing is on air now.
        """
        super().__init__()
        self._own, self._bundled, self._avatars, self._off_air = own, bundled, avatars, off_air
        self.faults: tuple[str, ...] = ()
        self.file_fault: Callable[[Path], str] = lambda path: ""
        """Why a file that a preset names cannot be used, as far as it was tried, in one sentence, or ""."""
        self.host_fault: Callable[[str], str] = lambda avatar_id: ""
        """Why the avatar of this id cannot be put on as the hall's picture is set, in one sentence, or ""."""
        self.cues = CueState()
        self._history = UndoHistory(Rundown())
        self._folder = own
        self._saved = ""
        self._save_failed = False
        self._on: Item | None = None
        self._saving = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._saving.timeout.connect(self.save)
        self.open()

    @property
    def rundown(self) -> Rundown:
        """The presets in their order."""
        return self._history.rundown

    @property
    def folder(self) -> Path:
        """Where the presets' own files are found."""
        return self._folder

    @property
    def next(self) -> Preset | None:
        """What TAKE would take."""
        return preset_next(self.cues, self.rundown)

    def on(self, *, unarmed: bool) -> Preset | None:
        """The preset that is on, or None: as EDIT has it while nothing is on air, else as it was when it was taken.

        Off the air with nothing taken it is the one that GO LIVE puts on.

        Args:
            unarmed: nothing is on air.
        """
        current = self.cues.current
        if not current and self._off_air():
            return self.next
        item = self.rundown.find(current)
        if item is not None and (unarmed or self._on is None or self._on.id != current):
            self._on = Item(item.id, self._preset(item))
        return self._on.preset if self._on is not None and self._on.id == current else None

    def open(self) -> None:
        """Reads the show, again when it changed on the disk."""
        found = open_show(self._own, self._bundled)
        self._folder, self.faults = found.folder, found.faults
        self._history = UndoHistory(found.rundown)
        self._go(opened(found.rundown, self.cues, off_air=self._off_air()))

    def use_bundled(self, bundled: Path) -> None:
        """Another example show, as in another language: it is read as long as the user has no show of their own."""
        example = self._folder == self._bundled and not self._saving.isActive()
        self._bundled = bundled
        if example and self._folder != bundled:
            self.open()

    def restore(self, cues: CueState) -> None:
        """The place in the rundown that an earlier console left."""
        self._go(opened(self.rundown, cues, off_air=self._off_air()))

    def drive_next(self, mode: Mode) -> None:
        """Another mode was chosen by hand for what comes next."""
        self._go(driven(self.cues, self.rundown, mode))

    def end(self) -> None:
        """The show has left the air."""
        self._go(ended(self.cues, self.rundown))

    # -- next and take -----------------------------------------------------------------------------------------

    def register(self, dispatch: Dispatch) -> None:
        """Take over the choice of what is next, and changes of the show."""
        dispatch.register(ChooseNext, self._choose_next, validate=self._refusal_of_next, remembers=True)
        dispatch.register(
            StepNext,
            lambda effect: self._go(stepped(self.cues, self.rundown, effect.by)),
            validate=lambda effect: self._refusal_of_empty(),
            remembers=True,
        )
        dispatch.register(
            ChooseNextAvatar,
            lambda effect: self.dress_next(effect.avatar_id),
            validate=lambda effect: self._refusal_of_empty() or self._no_avatar(effect.avatar_id),
            remembers=True,
        )
        dispatch.register(
            ChangeShow,
            lambda effect: self.change(effect.change),
            validate=lambda effect: self._history.refusal(effect.change) or self._takes_off_air(effect.change),
            remembers=True,
        )
        dispatch.validate_by(self._refusal_to_take, TakePreset)

    def _refusal_of_next(self, effect: ChooseNext) -> str:
        return (
            ""
            if self.rundown.named(effect.preset)
            else Text("There is no preset {name} in the rundown.", name=effect.preset)
        )

    def _refusal_of_empty(self) -> str:
        return "" if self.rundown.items else "The rundown is empty: make a preset in EDIT."

    def _refusal_to_take(self, effect: TakePreset) -> str:
        item = self._meant(effect.preset)
        return self._untakable(item, effect.preset) if item else _NOTHING_NEXT

    def refusal_to_go_live(self) -> str:
        """Return the reason why NEXT cannot be put on the air, or ""."""
        item = self.rundown.find(self.cues.next)
        return self._untakable(item, "") if item is not None else ""

    def _choose_next(self, effect: ChooseNext) -> None:
        if item := self.rundown.named(effect.preset):
            self._go(chosen(self.cues, item))

    def dress_next(self, avatar_id: str) -> None:
        """NEXT gets another avatar than its preset names."""
        self._go(dressed(self.cues, self.rundown, avatar_id))

    def take(self, word: str) -> Take | None:
        """Makes an item the current one, and says what to put on; None when there is none.

        Args:
            word: id or number of the item; "" is NEXT.
        """
        item = self._meant(word)
        if item is None:
            return None
        preset = self._preset(item)
        self._on = Item(item.id, preset)
        self._go(taken(self.cues, self.rundown, item.id, off_air=self._off_air()))
        warnings = []
        picture = say = ""
        for field, name in (("slate_picture", preset.slate_picture), ("say", preset.say)):
            if not name:
                continue
            path = file_of(self._folder, name)
            if not DISKS.is_file(path):
                warnings.append(
                    Text("{name}: there is no file {path}: the take went on without it.", name=preset.name, path=path)
                )
            elif field == "say":
                say = str(path) if preset.mode is Mode.SAY else ""
            else:
                picture = str(path)
        return Take(item.id, preset, picture, say, tuple(warnings))

    # -- changes -----------------------------------------------------------------------------------------------

    def change(self, change: Change) -> None:
        """Changes the rundown, and saves it soon. What cannot be changed is left as it is."""
        try:
            self._history.make(change)
        except PresetError:
            return
        self._saving.start()
        self._go(opened(self.rundown, self.cues, off_air=self._off_air()))

    def save(self) -> None:
        """Writes the show now."""
        self._saving.stop()
        try:
            save_show(self.rundown, self._own, read_from=self._folder)
        except ShowFileError as fault:
            self._saved, self._save_failed = str(fault), True
            self.failed.emit(str(fault))
        else:
            self._adopt_files()
            self._saved, self._save_failed = Text("saved {time}", time=time.strftime("%H:%M:%S")), False
            self.saved.emit(self._saved)
        self.changed.emit()

    def close(self) -> None:
        """Writes what is not written yet."""
        if self._saving.isActive():
            self.save()

    def shown_in(self, view: RundownView) -> RundownView:
        """The view with the show as it stands."""
        return replace(
            view,
            rundown=self.rundown,
            cues=self.cues,
            next=self.next,
            can_undo=self._history.can_undo,
            can_redo=self._history.can_redo,
            faults={item.id: fault for item in self.rundown.items if (fault := self.fault(item))},
            saved=self._saved,
            save_failed=self._save_failed,
        )

    def fault(self, item: Item) -> str:
        """What is wrong with an item as it is, in a few words, or ""."""
        preset = self._preset(item)
        if not any(avatar.id == preset.avatar for avatar in self._avatars()):
            return Text("the avatar {name} is not there", name=preset.avatar)
        if self.host_fault(preset.avatar):
            return Text("its host {name} cannot be keyed", name=preset.avatar)
        lack = lacking(item.preset)
        if lack:
            return lack
        for name in files_named(preset):
            path = file_of(self._folder, name)
            if not DISKS.is_file(path):
                return Text("its file {path} is not there", path=path.name)
            if self.file_fault(path):
                return Text("its file {path} cannot be used", path=path.name)
        return ""

    # -- inside ------------------------------------------------------------------------------------------------

    def _go(self, cues: CueState) -> None:
        before = self.next
        self.cues = cues
        self.changed.emit()
        after = self.next
        if before is None or after is None or (before.avatar, before.mode) != (after.avatar, after.mode):
            self.next_changed.emit()

    def _meant(self, word: str) -> Item | None:
        return self.rundown.named(word) if word else self.rundown.find(self.cues.next)

    def _preset(self, item: Item) -> Preset:
        """An item's preset; NEXT with the avatar and the mode that were chosen for it."""
        return as_chosen(self.cues, item)

    def _untakable(self, item: Item, word: str) -> str:
        preset = self._preset(item)
        if sentence := self._no_avatar(preset.avatar) or self.host_fault(preset.avatar):
            return sentence
        if lack := lacking(item.preset):
            return Text("{name} cannot be taken: {why}.", name=preset.name, why=lack)
        return ""

    def _takes_off_air(self, change: Change) -> str:
        """Why a change cannot be made while the show is on air, or "": what the hall sees stays in the rundown."""
        on = None if self._off_air() else self.rundown.find(self.cues.current)
        if on is None or self._history.after(change).find(on.id) is not None:
            return ""
        return Text("{name} is on air: TAKE another preset first.", name=on.preset.name)

    def _no_avatar(self, avatar_id: str) -> str:
        if any(avatar.id == avatar_id for avatar in self._avatars()):
            return ""
        return Text("There is no avatar {name}: choose another one for NEXT, or add it in EDIT.", name=avatar_id)

    def _adopt_files(self) -> None:
        """The show was saved in the user's own folder: the files that its presets name are needed there too."""
        if self._folder == self._own:
            return
        import shutil

        for item in self.rundown.items:
            for name in files_named(item.preset):
                source, target = file_of(self._folder, name), file_of(self._own, name)
                if source != target and source.is_file() and not target.exists():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(source, target)
        self._folder = self._own


def put_on(take: Take, choices: OperatorSelection, gain_db: float) -> set[str]:
    """Writes a take into the choices, and says what became different.

    Args:
        take: what to put on.
        choices: what is on now; changed in place.
        gain_db: the microphone's own gain, to which the preset's is added.

    Returns:
        any of `avatar`, `mode`, `microphone`, `speaker`, `pa` and `slate`.
    """
    preset = take.preset
    before = msgspec.structs.replace(choices)
    choices.avatar, choices.mode, choices.own_pa = preset.avatar, preset.mode, preset.pa
    choices.mode_back = ""
    choices.mic_gain_db = gain_db + preset.mic_gain_db
    if preset.mic and preset.mic != choices.microphone:
        choices.microphone, choices.mic_file, choices.mic_loop, choices.demo = preset.mic, "", False, False
    if preset.speaker:
        choices.speaker = preset.speaker
    there = preset.slate != PresetSlate.PICTURE or bool(take.picture)
    choices.own_slate = preset.slate if there else PresetSlate.EVENT
    choices.own_picture = take.picture if preset.slate == PresetSlate.PICTURE else ""
    choices.black = choices.black and not choices.own_slate
    differs = {name for name in ("avatar", "mode", "speaker") if getattr(before, name) != getattr(choices, name)}
    if (before.microphone, before.mic_gain_db) != (choices.microphone, choices.mic_gain_db):
        differs.add("microphone")
    if before.shown_pa is not choices.shown_pa:
        differs.add("pa")
    if before.shown_slate != choices.shown_slate:
        differs.add("slate")
    return differs
