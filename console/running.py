"""Runs the rundown: carries NEXT, TAKE, LOCK, EDIT, files, models and keys out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from console import places
from console.cast.building import Builder
from console.cast.rendering import RenderQueue
from console.cast.storeroom import StoreRoom
from console.cueing import Cueing, Take, put_on
from console.housekeeping import Housekeeper
from console.keyfile import FILE_NAME, Keyring
from console.models.keeper import HANDLED as MODEL_EFFECTS
from console.models.keeper import ModelKeeper
from console.moving import Mover
from console.settings import Settings, config_folder
from console.show.build_effects import BUILD_EFFECTS
from console.show.effects import (
    BindKey,
    ChangeShow,
    ChooseNext,
    ChooseNextAvatar,
    Effect,
    LockConsole,
    MoveFile,
    OpenEdit,
    StepNext,
    TakePreset,
    UseStandIn,
)
from console.show.film_effects import FILM_EFFECTS
from console.show.next import Cues
from console.show.option_actions import CALM
from console.show.store_effects import STORE_EFFECTS
from console.wishes import Wishes
from engine.avatar import Avatar, find_avatars

WARM_AFTER_MS = 900
"""After a take, the avatar after that is loaded only when the cross-fade is over: it needs the same cores."""

RUN_HERE = (
    *(ChooseNext, StepNext, ChooseNextAvatar, TakePreset, ChangeShow, UseStandIn),
    *(LockConsole, OpenEdit, MoveFile, BindKey, *MODEL_EFFECTS, *BUILD_EFFECTS, *FILM_EFFECTS, *STORE_EFFECTS),
)
"""The effects that are carried out here."""

LEAVE_CHOICES = (
    *(LockConsole, OpenEdit, MoveFile, BindKey),
    *(*MODEL_EFFECTS, *BUILD_EFFECTS, *FILM_EFFECTS, *STORE_EFFECTS),
)
"""Those of them that leave what the operator has chosen as it is."""

_IN_EDIT = (ChangeShow, MoveFile, BindKey)


class Runner(QObject):
    """The rundown at work.

    Signals:
        about_to_take(): the next thing is a take; emitted here.
        taken(object): a `console.cueing.Take` was put on; emitted here.
        avatars_changed(): others are there than before, or they are other; emitted here.
        rebuilt(str): the filmed host of this id is prepared again; emitted here.

    Attributes:
        cueing: the rundown and the place in it.
        settings: the user's.
    """

    about_to_take = Signal()
    taken = Signal(object)
    avatars_changed = Signal()
    rebuilt = Signal(str)

    def __init__(
        self, wishes: Wishes, keeper: Housekeeper, avatars: list[Avatar], settings: Settings, log: Any, language: str
    ) -> None:
        """Opens the user's show and keys.

        Args:
            avatars: those that are there; changed in place when one is brought in.
            language: of the window; the example show speaks it.
        """
        super().__init__()
        self._wishes, self._keeper, self._avatars = wishes, keeper, avatars
        self.settings, self._log = settings, log
        self.cueing = Cueing(places.preset_roots()[0], places.example_show(language), lambda: self._avatars)
        self.cueing.changed.connect(self.show_rundown)
        self.cueing.next_changed.connect(self._next_changed)
        self._taking = False
        self._warming = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warming.timeout.connect(self.warm_next)
        self.cueing.failed.connect(lambda sentence: keeper.alarm("presets", sentence))
        self.cueing.saved.connect(lambda words: keeper.clear("presets"))
        self._mover = Mover(self.cueing, places.data_folder(), lambda: self._avatars, log)
        self._mover.begun.connect(self._move_begun)
        self._mover.finished.connect(self._moved)
        self._mover.failed.connect(self._not_moved)
        self._models = ModelKeeper(keeper.house, places.models_folder(), lambda: self.settings.models_source, log)
        self._models.noted.connect(keeper.note)
        self._builder = Builder(keeper.house, log)
        self._films = RenderQueue(keeper.house, lambda: self._avatars, log)
        self._films.noted.connect(keeper.note)
        self._builder.noted.connect(keeper.note)
        self._builder.built.connect(lambda sentence: self._moved("avatar", sentence))
        folders = places.avatar_roots(), places.cache_folder(), places.models_folder()
        self._stores = StoreRoom(keeper.house, lambda: self._avatars, *folders, log)
        self._stores.noted.connect(keeper.note)
        self._stores.judged.connect(self.avatars_changed)
        self._stores.rebuilt.connect(self.rebuilt)
        self._models.looked.connect(self._stores.look)
        self._stores.look()
        self._keyring = Keyring(config_folder() / FILE_NAME)
        for sentence in (*self.cueing.faults, self._keyring.fault):
            if sentence:
                keeper.alarm(sentence, sentence)
        keeper.house.show.keys = self._keyring.changed
        self.show_rundown()

    def objection(self, effect: Effect) -> str:
        """Why one of these effects cannot be carried out, or ""."""
        if isinstance(effect, _IN_EDIT) and not self._keeper.house.show.editing:
            return "That is changed in EDIT only: open it first."
        if isinstance(effect, UseStandIn):
            return self._no_stand_in(on=effect.on)
        if isinstance(effect, BindKey):
            return self._keyring.objection(effect)
        rooms = (self._models, self._builder, self._films, self._stores, self.cueing)
        return next((said for room in rooms if (said := room.objection(effect))), "")

    def carry_out(self, effect: Effect) -> None:
        """One of `RUN_HERE`."""
        match effect:
            case TakePreset(preset=word):
                self._take(word)
            case UseStandIn(on=on):
                self._stand_in(on)
            case LockConsole(on=on):
                self._keeper.lock(on)
            case OpenEdit(on=on):
                self._keeper.open_edit(on)
            case MoveFile():
                self._mover.move(effect)
            case BindKey():
                if sentence := self._keyring.bind(effect):
                    self._not_moved(sentence)
                self._keeper.house.show.keys = self._keyring.changed
            case _ if isinstance(effect, MODEL_EFFECTS):
                self._models.carry_out(effect)
            case _ if isinstance(effect, FILM_EFFECTS):
                self._films.carry_out(effect)
            case _ if isinstance(effect, BUILD_EFFECTS):
                self._builder.carry_out(effect)
            case _ if isinstance(effect, STORE_EFFECTS):
                self._stores.carry_out(effect)
            case _:
                self.cueing.carry_out(effect)

    def restore(self) -> None:
        """Takes up the place in the rundown that an earlier console left in the choices."""
        left = self._wishes.choices
        self.cueing.restore(Cues(left.preset, left.next_preset, left.next_avatar))

    def close(self) -> None:
        """Writes what is not written yet."""
        self._warming.stop()
        self._mover.close()
        self._models.close()
        self._builder.close()
        self._films.close()
        self._stores.close()
        self.cueing.close()

    def warm_next(self) -> None:
        """Have the avatar of NEXT ready in the engine, so that TAKE needs not wait for it."""
        self._warming.stop()
        preset = self.cueing.next
        avatar = self._avatar(preset.avatar) if preset is not None else None
        self._keeper.warmed("")
        if avatar is not None and avatar.id != self._wishes.choices.avatar:
            self._wishes.warm(avatar)

    def show_rundown(self) -> None:
        """The house shows the rundown; the choices keep the place in it."""
        cues, c = self.cueing.cues, self._wishes.choices
        c.preset, c.next_preset, c.next_avatar = cues.current, cues.next, cues.avatar
        self._keeper.take_show(self.cueing, self.settings.show_name, c.avatar)

    def _next_changed(self) -> None:
        if not self._taking:  # a take sees to it itself
            self.warm_next()

    def _take(self, word: str) -> None:
        """Put a preset on: what is the same stays as it is, so that the same avatar keeps its pose."""
        self._taking = True
        take = self.cueing.take(word)
        self._taking = False
        if take is None:
            return
        self.about_to_take.emit()
        differs = put_on(take, self._wishes.choices, self.settings.mic_gain_db)
        for what, say in self._sayings(take).items():
            if what in differs:
                say()
        for sentence in take.warnings:
            self._keeper.note(sentence)
            self._keeper.refuse(sentence)
        self._keeper.note(f"on now: {self.cueing.rundown.number(take.id)} {take.preset.name}")
        self._log.info("taken", preset=take.id, name=take.preset.name, differs=sorted(differs))
        self.show_rundown()
        self._keeper.warmed("")
        self._warming.start()
        self.taken.emit(take)

    def _no_stand_in(self, *, on: bool) -> str:
        """Why the stand-in of the preset that is on, or its own avatar, cannot be put on; or ""."""
        item = self.cueing.rundown.find(self.cueing.cues.current)
        if item is None:
            return "No preset is on: TAKE one, then its stand-in can be put on."
        wanted = item.preset.stand_in if on else self._own_avatar(item.preset.avatar)
        if not wanted:
            return f"{item.preset.name} names no stand-in: choose one in EDIT."
        return "" if self._avatar(wanted) is not None else f"There is no avatar {wanted}: choose another one in EDIT."

    def _own_avatar(self, now: str) -> str:
        """The avatar of the preset that is on: as it was taken, whatever EDIT made of it meanwhile."""
        taken = self.cueing.on(calm=self._keeper.house.state in CALM)
        return taken.avatar if taken is not None else now

    def _stand_in(self, on: bool) -> None:
        """Cross-fade to the stand-in of the preset that is on, or back; the rest stays as it is."""
        item = self.cueing.rundown.find(self.cueing.cues.current)
        assert item is not None  # it was asked before
        own = self._own_avatar(item.preset.avatar)
        self._wishes.choices.avatar = item.preset.stand_in if on else own
        self._wishes.avatar(self._avatar(self._wishes.choices.avatar))
        self.show_rundown()

    def _sayings(self, take: Take) -> dict[str, Callable[[], None]]:
        wishes = self._wishes
        return {
            "avatar": lambda: wishes.avatar(self._avatar(take.preset.avatar)),
            "mode": wishes.mode,
            "microphone": wishes.microphone,
            "speaker": wishes.speaker,
            "pa": wishes.pa,
            "slate": wishes.slate,
        }

    def _avatar(self, avatar_id: str) -> Avatar | None:
        return next((avatar for avatar in self._avatars if avatar.id == avatar_id), None)

    # -- in and out --------------------------------------------------------------------------------------------

    def _move_begun(self, words: str) -> None:
        self._keeper.house.show.busy = words

    def _moved(self, what: str, sentence: str) -> None:
        self._keeper.house.show.busy = ""
        if what in ("show", "avatar"):
            found, broken = find_avatars(places.avatar_roots())
            self._avatars[:] = found
            for folder, fault in broken:
                self._keeper.alarm(f"avatar {Path(folder).name}", fault)
            self._stores.look()
            self.avatars_changed.emit()
        if what == "show":
            self.cueing.open()
        else:
            self.show_rundown()
        self._keeper.note(sentence)
        self._tell_outcome(sentence, failed=False)

    def _not_moved(self, sentence: str) -> None:
        self._keeper.house.show.busy = ""
        self._keeper.note(sentence)
        self._keeper.refuse(sentence)
        self._tell_outcome(sentence, failed=True)

    def _tell_outcome(self, sentence: str, *, failed: bool) -> None:
        """What became of a move stays until it is read; that the show itself is saved is another matter."""
        view = self._keeper.house.show
        view.moved, view.move_failed, view.move_number = sentence, failed, view.move_number + 1
