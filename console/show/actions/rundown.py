"""The rows of the action table that run a rundown, lock the console and edit the show."""

from __future__ import annotations

from collections.abc import Callable

from console.show.actions.action import Action, ArgumentError, Binding, Effects, on_or_off, text_of
from console.show.core.state import ShowState
from console.show.effects.show import (
    BindKey,
    ChangeShow,
    ChooseNext,
    ChooseNextAvatar,
    LockConsole,
    Movable,
    MoveFile,
    OpenEdit,
    StepNext,
    TakePreset,
    UseStandIn,
)
from console.show.rundown.rundown import ON_KEYS, Add, Delete, Duplicate, Move, NameShow, Redo, Replace, SetField, Undo

UNLOCK_HOLD_S = 1.0

_S = ShowState
_CHANGES = (SetField, Add, Duplicate, Move, Delete, NameShow, Replace, Undo, Redo)


def _named(argument: object) -> str:
    """A preset by id or number."""
    if isinstance(argument, int) and not isinstance(argument, bool):
        return str(argument)
    return text_of(argument, "preset").strip()


def _take(argument: object) -> Effects:
    return (TakePreset("" if argument is None else _named(argument)),)


def _step(argument: object) -> Effects:
    by = {"on": 1, "back": -1, None: 1}.get(argument if argument is None or isinstance(argument, str) else "?")
    if by is None:
        raise ArgumentError("Say on or back.")
    return (StepNext(by),)


def _change(argument: object) -> Effects:
    if not isinstance(argument, _CHANGES):
        raise ArgumentError("That is no change of the rundown: use the EDIT panel.")
    return (ChangeShow(argument),)


def _bind(argument: object) -> Effects:
    if isinstance(argument, tuple) and len(argument) == 3:
        action, number, keys = argument
        if isinstance(action, str) and type(number) is int and isinstance(keys, str):
            return (BindKey(action, number, keys),)
    raise ArgumentError("Say which action, which of its keys, and the new key.")


def _file(what: Movable, *, inward: bool) -> Callable[[object], Effects]:
    return lambda argument: (MoveFile(what, inward, text_of(argument, "file")),)


CUE_ACTIONS: tuple[Action, ...] = (
    Action(
        "next",
        "NEXT",
        "Choose what comes next; the hall sees nothing of it",
        effects=lambda argument: (ChooseNext(_named(argument)),),
        bindings=tuple(Binding(str(number), argument=str(number)) for number in range(1, ON_KEYS + 1)),
    ),
    Action(
        "step_next",
        "NEXT ONE ON",
        "The next preset of the rundown, or the one before",
        effects=_step,
        bindings=(Binding("PgDown", argument="on"), Binding("PgUp", argument="back")),
    ),
    Action(
        "next_avatar",
        "NEXT AVATAR",
        "Another avatar for what comes next; the hall sees nothing of it",
        effects=lambda argument: (ChooseNextAvatar(text_of(argument, "avatar")),),
    ),
    Action(
        "take",
        "TAKE",
        "Put NEXT on: its avatar, mode and sound",
        effects=_take,
        bindings=(Binding("Return"), Binding("Enter")),
        allowed=frozenset({_S.STANDBY, _S.ARMED, _S.LIVE, _S.HOLD}),
        refusal="Nothing can be taken now: leave PANIC, or wait until playout is there.",
        guard="take",
    ),
    Action(
        "lock",
        "LOCK",
        "Only INTERRUPT, HOLD and PANIC work until it is unlocked",
        effects=lambda argument: (LockConsole(on_or_off(argument)),),
        bindings=(Binding("L", locked=False),),
    ),
    Action(
        "unlock",
        "UNLOCK",
        "All keys and buttons work again",
        effects=lambda argument: (LockConsole(False),),
        bindings=(Binding("L", UNLOCK_HOLD_S, locked=True),),
        hold_s=UNLOCK_HOLD_S,
        when_locked=True,
    ),
    Action(
        "edit",
        "EDIT",
        "Change presets, keys and settings; the hall sees nothing of it",
        effects=lambda argument: (OpenEdit(on_or_off(argument)),),
        bindings=(Binding("Ctrl+E"),),
    ),
    Action(
        "key_map",
        "KEY MAP",
        "All keys at a glance",
        bindings=(Binding("F1"),),
        when_locked=True,
    ),
    Action(
        "events",
        "ALARMS AND LOG",
        "Every alarm with its cure, and all that happened",
        bindings=(Binding("F4"),),
        when_locked=True,
    ),
    Action(
        "stand_in",
        "STAND-IN",
        "Put the preset's stand-in on screen while its own avatar's engine is out, or its avatar again",
        effects=lambda argument: (UseStandIn(on_or_off(argument)),),
        bindings=(Binding("B", argument="on"), Binding("Shift+B", argument="off")),
    ),
    Action("change", "CHANGE", "Change the rundown, in EDIT", effects=_change),
    Action("bind", "KEY", "Give an action another key, in EDIT", effects=_bind),
    Action("import_show", "OPEN SHOW", "Bring in a whole show", effects=_file(Movable.SHOW, inward=True)),
    Action(
        "export_show",
        "SAVE SHOW",
        "Presets, avatars and pictures in one file",
        effects=_file(Movable.SHOW, inward=False),
    ),
    Action("import_rundown", "READ TABLE", "A rundown from a CSV table", effects=_file(Movable.RUNDOWN, inward=True)),
    Action("export_rundown", "WRITE TABLE", "The rundown as a CSV table", effects=_file(Movable.RUNDOWN, inward=False)),
    Action("import_avatar", "ADD AVATAR", "Bring in an avatar folder", effects=_file(Movable.AVATAR, inward=True)),
)
