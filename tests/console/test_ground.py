"""The ground of the hall's picture at the desk: said to playout and engine, judged before the show, never silent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from console.screens import hall_screen
from console.settings.file import Settings, load_settings
from console.show.core.alarms import AlarmKind
from console.show.core.preflight import ItemVerdict, Preflight
from console.show.state.settings import Options
from console.show.state.settings_rules import changed, refusal_to_change
from engine.ipc.messages import core as m
from engine.ipc.messages.engine import Attach, DrawCutouts
from engine.ipc.messages.kinds import Ground
from tests.console.conftest import HALL, OPERATOR, WORLD, Console, MakeConsole, welcome
from tests.console.show.core.test_preflight import look, ready
from tests.console.test_state_presenter import status

KEY = m.Screen(key="Sony|X|3|HDMI-2|1920x1080", words="Sony", x=4480, y=0, width=1920, height=1080)


def with_key_screen(console: Console) -> None:
    console.from_playout(msgspec.structs.replace(WORLD, screens=[OPERATOR, HALL, KEY]))


def test_the_choice_is_said_to_playout_at_once_and_to_one_that_starts_again(console: Console) -> None:
    assert console.last("playout", m.SetGround) == m.SetGround(Ground.DRAWN, "#00b140", False, "", OPERATOR.key)
    wanted = {"ground": "screens", "fill": "straight", "key_screen": KEY.key, "ground_colour": "#0047BB"}
    assert console.controller.perform("settings", wanted).accepted
    said = m.SetGround(Ground.SCREENS, "#0047bb", True, KEY.key, OPERATOR.key)
    assert console.last("playout", m.SetGround) == said
    console.said.clear()
    console.from_playout(welcome(run="2"))
    assert console.last("playout", m.SetGround) == said


def test_the_engine_draws_cutouts_into_the_ring_that_playout_names(console: Console) -> None:
    console.from_playout(m.Cutouts(ring="cut-1"))
    assert console.last("engine", DrawCutouts) == DrawCutouts(ring="cut-1")
    console.said.clear()
    console.controller.engine.joined.emit()  # it was lost, and is back
    order = [type(message) for message in console.to("engine") if isinstance(message, (Attach, DrawCutouts))]
    assert order == [Attach, DrawCutouts] and console.last("engine", DrawCutouts) == DrawCutouts(ring="cut-1")
    console.from_playout(m.Cutouts(ring=""))
    assert console.last("engine", DrawCutouts) == DrawCutouts(ring="")


def test_a_console_that_rejoins_finds_the_ring_in_playouts_first_word(make_console: MakeConsole) -> None:
    console = make_console()
    console.controller.engine.joined.emit()
    console.from_playout(msgspec.structs.replace(welcome(), cutouts="cut-7"))
    assert console.last("engine", DrawCutouts) == DrawCutouts(ring="cut-7")


def test_it_is_changed_in_standby_only(console: Console) -> None:
    console.controller.perform("rehearsal")
    console.said.clear()
    assert not console.controller.perform("settings", {"ground": "colour"}).accepted
    assert console.to("playout", m.SetGround) == []


def test_a_key_screen_that_is_gone_is_an_alarm_until_it_is_back(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin", screen=HALL.key, ground="screens", key_screen=KEY.key))
    console.from_playout(welcome())
    with_key_screen(console)
    console.from_playout(msgspec.structs.replace(status(screen="ok"), key_screen="ok"))
    assert console.console_state.key_screen.fault == ""
    console.from_playout(WORLD)
    console.from_playout(msgspec.structs.replace(status(screen="ok"), key_screen="missing"))
    kinds = [alarm.kind for alarm in console.console_state.alarm_list]
    assert AlarmKind.KEY_SCREEN in kinds and AlarmKind.SCREEN not in kinds
    with_key_screen(console)
    console.from_playout(msgspec.structs.replace(status(screen="ok"), key_screen="ok"))
    assert AlarmKind.KEY_SCREEN not in [alarm.kind for alarm in console.console_state.alarm_list]


@pytest.mark.parametrize(
    ("key", "missing", "told"),
    [
        (KEY.key, False, ""),
        ("", False, hall_screen.KEY_NOT_CHOSEN),
        (OPERATOR.key, False, hall_screen.KEY_ON_OWN),
        (HALL.key, False, hall_screen.KEY_ON_HALL),
        ("Acer|X|1|DP-9|800x600", True, hall_screen.KEY_GONE),
    ],
)
def test_what_is_wrong_with_the_keys_screen_is_said_in_one_sentence(key: str, missing: bool, told: str) -> None:
    screens = [OPERATOR, HALL, KEY]
    assert hall_screen.key_fault(key, screens, OPERATOR.key, HALL.key, missing=missing) == told


def test_neither_the_operators_screen_nor_the_halls_nor_a_mirror_is_offered_for_the_key() -> None:
    mirror = m.Screen(key="M|M|M|VGA|1x1", words="M", x=0, y=0, width=640, height=480)
    offered = hall_screen.offered_for_key([OPERATOR, HALL, KEY, mirror], OPERATOR.key, HALL.key)
    assert [choice.key for choice in offered] == [KEY.key]


def test_a_filmed_host_on_such_a_ground_is_red_before_the_show_and_says_why() -> None:
    state = ready()
    state.avatars = tuple(replace(tile, keyable=False) for tile in state.avatars)
    assert look(state)["avatar"].verdict is ItemVerdict.GREEN
    keyed = msgspec.structs.replace(state.settings.options, ground="colour")
    state.settings = replace(state.settings, options=keyed)
    found = look(state)["avatar"]
    assert found.verdict is ItemVerdict.RED and "filmed" in found.cure and Preflight().red == ()


def test_a_key_that_goes_nowhere_is_red_before_the_show() -> None:
    state = ready()
    state.key_screen = replace(state.key_screen, fault=hall_screen.KEY_GONE)
    found = look(state)["screen"]
    assert found.verdict is ItemVerdict.RED and found.cure == hall_screen.KEY_GONE


def test_a_preset_with_a_filmed_host_cannot_be_taken_and_the_tile_says_so(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = console.controller.avatars
    hosts[:] = [replace(host, driver="musetalk") if host.id == "hao" else host for host in hosts]
    session = console.controller.rundown.session
    filmed = next(item for item in session.rundown.items if item.preset.avatar == "hao")
    assert session.fault(filmed) == ""
    console.controller.perform("settings", {"ground": "beside"})
    assert "cannot be keyed" in console.console_state.show.faults[filmed.id]
    console.controller.perform("rehearsal")
    outcome = console.controller.perform("take", filmed.id)
    assert not outcome.accepted and "filmed" in outcome.reason
    outcome = console.controller.perform("avatar", "hao")
    assert not outcome.accepted and "filmed" in outcome.reason


@pytest.mark.parametrize("bad", ["green", "#12345", "#00b14g", ""])
def test_a_colour_that_is_none_is_refused_in_one_sentence(bad: str) -> None:
    assert "six digits" in refusal_to_change(Options(), {"ground_colour": bad})
    assert changed(Options(), {"ground_colour": "00B140"}).ground_colour == "#00b140"


def test_settings_of_before_the_ground_load_as_drawn(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('screen = "HDMI-1"\nrate = 50\n')
    settings, fault = load_settings(file)
    assert fault is None and (settings.ground, settings.key_screen) == ("drawn", "")
