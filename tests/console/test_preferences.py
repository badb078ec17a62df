"""The settings in hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.housekeeping import Housekeeper
from console.preferences import Preferences
from console.settings import Settings
from console.show.effects import ApplySettings, ChangeSettings, OpenWelcome
from console.show.house import House
from console.show.state import Show


@pytest.fixture
def keeper() -> Housekeeper:
    return Housekeeper(Show(0.0), Settings(), [])


@pytest.fixture
def house(keeper: Housekeeper) -> House:
    return keeper.house


@pytest.fixture
def preferences(qtbot: QtBot, keeper: Housekeeper, tmp_path: Path) -> Preferences:
    return Preferences(Settings(microphone="A"), keeper, tmp_path / "not" / "there")


def change(**changes: object) -> ChangeSettings:
    return ChangeSettings(tuple(changes.items()))


def test_a_change_is_shown_and_told_and_keeps_the_rest(preferences: Preferences, house: House, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preferences.settings_changed) as told:
        preferences.carry_out(change(rate=50, budget_ms=200, low_dbfs=-30.0))
    before, now = told.args
    assert (before.rate, now.rate, now.microphone) == (30, 50, "A")
    assert house.settings.options.rate == 50
    assert house.health.program_fps == 50 and house.health.delay_budget_ms == 200


def test_the_same_again_is_no_change(preferences: Preferences, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(preferences.settings_changed):
        preferences.carry_out(change(rate=30))


def test_what_will_not_do_is_objected_to_against_the_settings_as_they_are(preferences: Preferences) -> None:
    assert preferences.objection(change(rate=50)) == ""
    assert "must not be longer" in preferences.objection(change(delay_ms=60))
    preferences.carry_out(change(express_delay_ms=50))
    assert preferences.objection(change(delay_ms=60)) == ""


def test_a_quiet_microphone_is_low_by_the_limit_that_was_set(preferences: Preferences, keeper: Housekeeper) -> None:
    preferences.carry_out(change(low_dbfs=-20.0))
    for second in range(8):
        reading = keeper._mic.push(-25.0, keeper._mic._now + 1.0)
        assert reading.low is (second >= 4)


def test_rate_and_size_wait_for_playout_and_say_so(preferences: Preferences, house: House, qtbot: QtBot) -> None:
    assert not house.settings.restart  # nothing runs yet: it will start with them
    preferences.playout_runs(30, 1920, 1080)
    assert not house.settings.restart
    preferences.carry_out(change(width=1280, height=720))
    assert house.settings.restart
    with qtbot.waitSignal(preferences.restart_requested):
        preferences.carry_out(ApplySettings())
    preferences.playout_runs(30, 1280, 720)
    assert not house.settings.restart


def test_other_settings_hold_at_once(preferences: Preferences, house: House) -> None:
    preferences.playout_runs(30, 1920, 1080)
    preferences.carry_out(change(language="en", delay_ms=140))
    assert not house.settings.restart


def test_the_welcome_stands_beside_next_and_its_end_is_told_once(
    preferences: Preferences, house: House, qtbot: QtBot
) -> None:
    house.show.editing = True
    preferences.carry_out(OpenWelcome(True))
    assert house.welcome_open and not house.show.editing
    with qtbot.waitSignal(preferences.welcome_closed):
        preferences.carry_out(OpenWelcome(False))
    assert not house.welcome_open
    with qtbot.assertNotEmitted(preferences.welcome_closed):
        preferences.carry_out(OpenWelcome(False))


def test_the_free_room_is_looked_at_only_while_somebody_may_see_it(preferences: Preferences, house: House) -> None:
    preferences.second()
    assert house.settings.free_gb is None
    house.show.editing = True
    preferences.second()
    assert house.settings.free_gb is not None and house.settings.free_gb > 0


def test_saving_is_told(preferences: Preferences, house: House) -> None:
    preferences.saved()
    assert house.settings.saved.startswith("saved ")
    preferences.saved("The settings cannot be saved in /x (full).")
    assert "cannot be saved" in house.settings.saved
