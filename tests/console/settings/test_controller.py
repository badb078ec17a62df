"""The settings in hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.settings.controller import SettingsController
from console.settings.file import Settings
from console.show.core.state import Show
from console.show.effects.show import ApplySettings, ChangeSettings, OpenWelcome
from console.show.state.console_state import ConsoleState
from console.state_presenter import StatePresenter
from engine.text import Text
from tests.console.dispatched import dispatch_of


@pytest.fixture
def presenter() -> StatePresenter:
    return StatePresenter(Show(0.0), Settings(), [])


@pytest.fixture
def console_state(presenter: StatePresenter) -> ConsoleState:
    return presenter.console_state


@pytest.fixture
def controller(qtbot: QtBot, presenter: StatePresenter, tmp_path: Path) -> SettingsController:
    return SettingsController(Settings(microphone="A"), presenter, tmp_path / "not" / "there")


def change(**changes: object) -> ChangeSettings:
    return ChangeSettings(tuple(changes.items()))


def test_a_change_is_shown_and_told_and_keeps_the_rest(
    controller: SettingsController, console_state: ConsoleState, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.settings_changed) as told:
        dispatch_of(controller).execute(change(rate=50, budget_ms=200, low_dbfs=-30.0))
    before, now = told.args
    assert (before.rate, now.rate, now.microphone) == (30, 50, "A")
    assert console_state.settings.options.rate == 50
    assert console_state.health.program_fps == 50 and console_state.health.delay_budget_ms == 200


def test_the_same_again_is_no_change(controller: SettingsController, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(controller.settings_changed):
        dispatch_of(controller).execute(change(rate=30))


def test_what_will_not_do_is_objected_to_against_the_settings_as_they_are(controller: SettingsController) -> None:
    assert dispatch_of(controller).validate(change(rate=50)) == ""
    assert "must not be longer" in dispatch_of(controller).validate(change(delay_ms=60))
    dispatch_of(controller).execute(change(express_delay_ms=50))
    assert dispatch_of(controller).validate(change(delay_ms=60)) == ""


def test_a_quiet_microphone_is_low_by_the_limit_that_was_set(
    controller: SettingsController, presenter: StatePresenter
) -> None:
    dispatch_of(controller).execute(change(low_dbfs=-20.0))
    for second in range(8):
        reading = presenter._mic.push(-25.0, presenter._mic._now + 1.0)
        assert reading.low is (second >= 4)


def test_rate_and_size_wait_for_playout_and_say_so(
    controller: SettingsController, console_state: ConsoleState, qtbot: QtBot
) -> None:
    assert not console_state.settings.restart  # nothing runs yet: it will start with them
    controller.playout_runs(30, 1920, 1080)
    assert not console_state.settings.restart
    dispatch_of(controller).execute(change(width=1280, height=720))
    assert console_state.settings.restart
    with qtbot.waitSignal(controller.restart_requested):
        dispatch_of(controller).execute(ApplySettings())
    controller.playout_runs(30, 1280, 720)
    assert not console_state.settings.restart


def test_other_settings_hold_at_once(controller: SettingsController, console_state: ConsoleState) -> None:
    controller.playout_runs(30, 1920, 1080)
    dispatch_of(controller).execute(change(language="en", delay_ms=140))
    assert not console_state.settings.restart


def test_the_welcome_stands_beside_next_and_its_end_is_told_once(
    controller: SettingsController, console_state: ConsoleState, qtbot: QtBot
) -> None:
    console_state.show = replace(console_state.show, editing=True)
    dispatch_of(controller).execute(OpenWelcome(True))
    assert console_state.welcome_open and not console_state.show.editing
    with qtbot.waitSignal(controller.welcome_closed):
        dispatch_of(controller).execute(OpenWelcome(False))
    assert not console_state.welcome_open
    with qtbot.assertNotEmitted(controller.welcome_closed):
        dispatch_of(controller).execute(OpenWelcome(False))


def test_the_free_room_is_looked_at_only_while_somebody_may_see_it(
    controller: SettingsController, console_state: ConsoleState
) -> None:
    controller.second()
    assert console_state.settings.free_gb is None
    console_state.show = replace(console_state.show, editing=True)
    controller.second()
    assert console_state.settings.free_gb is not None and console_state.settings.free_gb > 0


def test_saving_is_told(controller: SettingsController, console_state: ConsoleState) -> None:
    controller.saved()
    assert console_state.settings.saved.startswith("saved ")
    controller.saved(Text("The settings cannot be saved in {path} ({fault}).", path="/x", fault="full"))
    assert "cannot be saved" in console_state.settings.saved
