"""Preflight as the console lives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from console.doctor import finding as doctor
from console.preflight_controller import DISK_EVERY_S, PreflightController, awake_of
from console.processes.sleep_inhibitor import Inhibition, SleepInhibitor
from console.show.core.preflight import ItemVerdict, PreflightItem
from console.show.core.state import ShowState
from console.show.effects.show import CheckReady, ShowPreflight, Waive
from console.show.state.console_state import Condition, ConsoleState, RundownView
from engine.text import Text
from tests.console.dispatched import dispatch_of
from tests.ui.console_states import console_state


class Log:
    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, Any]]] = []

    def info(self, event: str, **fields: Any) -> None:
        self.lines.append((event, fields))

    def error(self, event: str, **fields: object) -> None:
        """As `info`."""
        self.info(event, **fields)


class Awake(SleepInhibitor):
    """Holds nothing, and counts."""

    def __init__(self) -> None:
        super().__init__(())
        self.holding = False

    def hold(self) -> None:
        self.holding = True
        self.held = Inhibition(True, True, ("test",), ())

    def release(self) -> None:
        self.holding = False
        self.held = None


class Kept:
    """Keeps a console's state that the test changes."""

    def __init__(self, shown: ConsoleState) -> None:
        self.console_state = shown

    def refresh(self, now: float) -> ConsoleState:
        return self.console_state

    def host_drawn(self, avatar_id: str) -> None:
        self.console_state.drawn = avatar_id

    def show_preflight(self, items: tuple[PreflightItem, ...]) -> None:
        self.console_state.preflight = items

    def open_preflight(self, on: bool) -> None:
        self.console_state.preflight_open = on


class Desk:
    """A readiness over a house that the test changes."""

    def __init__(self) -> None:
        self.console_state: ConsoleState = console_state(ShowState.STANDBY)
        self.console_state.health = replace(self.console_state.health, fixed_delay_ms=100.0)
        self.console_state.show = RundownView()
        self.log, self.awake = Log(), Awake()
        self.looked = 0
        self.disk = doctor.ok("Disk", Text("{size} GB free at {path}.", size=400, path=Path("/recordings")))
        self.preflight = PreflightController(
            Kept(self.console_state), Path("/recordings"), self.log, inhibitor=self.awake, disk=self._look
        )
        self.preflight.loaded("avatar0")
        self.preflight.second(100.0)
        self.preflight.second(101.0)

    def _look(self, folder: Path) -> Iterator[doctor.Finding]:
        self.looked += 1
        yield self.disk


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_ready_house_has_nothing_against_arm(desk: Desk) -> None:
    assert {item.verdict for item in desk.console_state.preflight} == {ItemVerdict.GREEN}
    assert dispatch_of(desk.preflight).validate(CheckReady()) == ""


def test_a_red_item_stops_arm_opens_the_strip_and_can_be_waived(desk: Desk) -> None:
    desk.console_state.speaker = replace(desk.console_state.speaker, condition=Condition.MISSING)
    assert "Loudspeaker" in dispatch_of(desk.preflight).validate(CheckReady())
    dispatch_of(desk.preflight).refused(CheckReady())
    assert desk.console_state.preflight_open
    assert dispatch_of(desk.preflight).validate(Waive("speaker")) == ""
    dispatch_of(desk.preflight).execute(Waive("speaker"))
    assert dispatch_of(desk.preflight).validate(CheckReady()) == ""
    dispatch_of(desk.preflight).execute(CheckReady())
    (event, fields) = desk.log.lines[-1]
    assert event == "preflight" and fields["waived"] == ["Loudspeaker"] and "missing" in fields["speaker"]
    desk.preflight.show_changed(ShowState.STANDBY, ShowState.ARMED)
    assert not desk.console_state.preflight_open


def test_what_became_red_since_the_last_look_stops_arm(desk: Desk) -> None:
    desk.console_state.frame_age_ms = 5000.0
    assert dispatch_of(desk.preflight).validate(CheckReady())


def test_arm_is_judged_by_the_show_where_preflight_is_not_the_question(desk: Desk) -> None:
    desk.console_state.speaker = replace(desk.console_state.speaker, condition=Condition.MISSING)
    for state in set(ShowState) - {ShowState.STANDBY}:
        desk.console_state.state = state
        assert dispatch_of(desk.preflight).validate(CheckReady()) == ""
        dispatch_of(desk.preflight).refused(CheckReady())
        assert not desk.console_state.preflight_open


def test_a_waiver_is_asked_for_again_after_the_show_and_not_after_a_hold(desk: Desk) -> None:
    desk.console_state.speaker = replace(desk.console_state.speaker, condition=Condition.MISSING)
    desk.preflight.refresh()
    dispatch_of(desk.preflight).execute(Waive("speaker"))
    desk.preflight.show_changed(ShowState.LIVE, ShowState.HOLD)
    desk.preflight.show_changed(ShowState.ARMED, ShowState.STANDBY)
    assert dispatch_of(desk.preflight).validate(CheckReady()) == ""
    desk.preflight.show_changed(ShowState.LIVE, ShowState.STANDBY)
    assert dispatch_of(desk.preflight).validate(CheckReady())


def test_the_machine_is_kept_awake_while_there_is_a_hall_window(desk: Desk) -> None:
    assert desk.awake.holding
    desk.console_state.screen = replace(
        desk.console_state.screen, condition=Condition.MISSING
    )  # a loose cable must not let the screens go dark
    desk.preflight.second(102.0)
    assert desk.awake.holding
    desk.console_state.screen = replace(desk.console_state.screen, condition=Condition.NOT_CHOSEN)
    desk.preflight.second(103.0)
    assert not desk.awake.holding


def test_the_disk_is_looked_at_now_and_then(desk: Desk) -> None:
    assert desk.looked == 1
    assert next(item.words for item in desk.console_state.preflight if item.id == "disk") == "400 GB free"
    desk.disk = doctor.fail("Disk", "90 MB free.", "Free some.")
    desk.preflight.second(101.0 + DISK_EVERY_S)
    assert desk.looked == 2
    assert [item.id for item in desk.preflight.red] == ["disk"]


def test_the_strip_opens_and_closes_by_hand(desk: Desk) -> None:
    dispatch_of(desk.preflight).execute(ShowPreflight(True))
    assert desk.console_state.preflight_open
    dispatch_of(desk.preflight).execute(ShowPreflight(False))
    assert not desk.console_state.preflight_open


@pytest.mark.parametrize(
    ("held", "verdict", "word"),
    [
        (None, ItemVerdict.AMBER, "no hall window"),
        (Inhibition(True, True, (), ()), ItemVerdict.GREEN, "screen saver"),
        (Inhibition(True, False, (), ()), ItemVerdict.RED, "sleep cannot"),
        (Inhibition(False, True, (), ()), ItemVerdict.RED, "screen saver cannot"),
        (Inhibition(False, False, (), ()), ItemVerdict.RED, "screen saver and sleep cannot"),
    ],
)
def test_what_cannot_be_held_off_is_said_plainly(held: Inhibition | None, verdict: ItemVerdict, word: str) -> None:
    found = awake_of(held)
    assert found.verdict is verdict and word in found.words


def test_the_log_names_the_host_when_the_hall_sees_them_and_not_before() -> None:
    notes: list[str] = []
    shown = console_state(ShowState.LIVE)
    preflight = PreflightController(Kept(shown), Path("/recordings"), Log(), note=notes.append, inhibitor=Awake())
    before, after = shown.avatars[0], shown.avatars[1]
    preflight.loaded(before.id)
    shown.avatar_id = after.id
    assert notes == [] and shown.drawn == before.id
    preflight.loaded(after.id)
    assert notes == [f"the hall sees {after.name} now"] and shown.drawn == after.id
    preflight.loaded("")
    preflight.loaded(after.id)
    shown.state = ShowState.HOLD
    preflight.loaded(before.id)
    assert len(notes) == 1, "behind the slate nobody is seen"
