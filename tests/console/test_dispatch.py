"""The dispatch: no effect is forgotten, and nobody executes another's."""

from __future__ import annotations

import copy
import dataclasses
import enum
import time
import typing

import pytest

from console.dispatch import EFFECT_TYPES, Dispatch
from console.show import effects
from console.show.core.secret_text import SecretText
from console.show.core.state import ShowState
from console.show.effects import answers, builds, films, outputs, show, stores
from console.show.effects.show import Effect, OpenEdit, PlaceHall, QuitConsole
from console.show.rundown.rundown import Change, Undo
from tests.console.conftest import Console

EXAMPLES: dict[object, object] = {
    str: "nothing",
    int: 7,
    bool: True,
    SecretText: SecretText("secret"),
    Change: Undo(),
}


def example(effect_type: type[typing.Any]) -> Effect:
    """An effect of this type, whose names name nothing that is there."""
    fields = {}
    for name, kind in typing.get_type_hints(effect_type).items():
        if kind in EXAMPLES:
            fields[name] = EXAMPLES[kind]
        elif isinstance(kind, type) and issubclass(kind, enum.Enum):
            fields[name] = next(iter(kind))
        else:  # tuples and what may be None
            fields[name] = () if typing.get_origin(kind) is tuple else None
    return effect_type(**fields)


def test_every_effect_is_executed_by_somebody(console: Console) -> None:
    assert console.controller.dispatch.missing() == []


@pytest.mark.parametrize("state", [ShowState.STANDBY, ShowState.LIVE])
def test_to_validate_changes_nothing_and_says_nothing(
    console: Console, state: ShowState, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller, now = console.controller, time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    monkeypatch.setattr(time, "strftime", lambda *_: "12:00:00")
    monkeypatch.setattr(controller.show, "state", state)
    controller.perform("welcome", False)
    controller.preflight.refresh()
    before, choices, said = copy.deepcopy(console.console_state), copy.deepcopy(controller.choices), len(console.said)
    for effect_type in EFFECT_TYPES:
        controller.dispatch.validate(example(effect_type))
        assert console.console_state == before, effect_type
        assert controller.choices == choices, effect_type
    assert len(console.said) == said


def test_every_effect_that_is_written_down_is_an_effect() -> None:
    """A dataclass in `console.show.effects` that the union leaves out could never be executed."""
    written = {
        each
        for module in (answers, builds, films, outputs, show, stores)
        for each in vars(module).values()
        if isinstance(each, type) and dataclasses.is_dataclass(each) and each.__module__.startswith(effects.__name__)
    }
    assert written == set(EFFECT_TYPES) == set(typing.get_args(Effect))


def test_an_effect_has_one_who_executes_it() -> None:
    dispatch = Dispatch()
    dispatch.register(PlaceHall, lambda effect: None)
    with pytest.raises(ValueError, match="PlaceHall is executed already"):
        dispatch.register(PlaceHall, lambda effect: None)


def test_what_is_no_effect_has_no_place() -> None:
    with pytest.raises(ValueError, match="str is no effect"):
        Dispatch().register(str, lambda effect: None)


def test_what_nobody_executes_is_a_fault_and_not_silence() -> None:
    dispatch = Dispatch()
    dispatch.follow(PlaceHall, lambda effect: None)
    with pytest.raises(LookupError, match="nobody executes PlaceHall"):
        dispatch.execute(PlaceHall())
    assert PlaceHall in dispatch.missing() and PlaceHall in EFFECT_TYPES


def test_the_first_reason_counts_and_nothing_is_executed_to_find_it() -> None:
    dispatch, done = Dispatch(), []
    dispatch.register(OpenEdit, done.append, validate=lambda effect: "not now" if effect.on else "", remembers=True)
    dispatch.validate_by(lambda effect: "never", OpenEdit, QuitConsole)
    assert dispatch.validate(OpenEdit(True)) == "not now"
    assert dispatch.validate(OpenEdit(False)) == "never"
    assert dispatch.validate(PlaceHall()) == ""
    assert done == [] and dispatch.remembers(OpenEdit(True))


def test_followers_come_after_the_deed_and_hear_of_their_own_effects_only() -> None:
    dispatch, heard = Dispatch(), []
    dispatch.follow(OpenEdit, lambda effect: heard.append("followed"))
    dispatch.when_refused(OpenEdit, lambda effect: heard.append("refused"))
    dispatch.register(OpenEdit, lambda effect: heard.append("done"))
    dispatch.register(PlaceHall, lambda effect: heard.append("placed"))
    dispatch.execute(OpenEdit(True))
    dispatch.execute(PlaceHall())
    dispatch.refused(OpenEdit(True))
    dispatch.refused(PlaceHall())
    assert heard == ["done", "followed", "placed", "refused"]
