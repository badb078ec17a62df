"""GO LIVE puts on what NEXT shows; the window says who that is, and a tile is red for as long as the hall sees it."""

from __future__ import annotations

import time
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console.controller import ConsoleController
from console.operator_selection import OperatorSelection, ShowRecord
from console.processes.instant import Instant
from console.settings.file import Settings
from console.show.core.appearing import who_appears
from console.show.core.state import ShowEvent, ShowState, Snapshot
from console.show.effects.show import ShowChanged
from console.show.rundown.rundown import Delete, NameShow, SetField
from engine.ipc.messages import core as m
from engine.ipc.messages.engine import Load
from engine.ipc.messages.sound import SetMicrophone
from tests.console.conftest import Console, MakeConsole, welcome


def at(console: Console, state: ShowState) -> Console:
    """The console with its show armed, or on air."""
    console.controller.show.apply(ShowEvent.ARM, time.monotonic())
    if state is ShowState.LIVE:
        assert console.controller.perform("live").accepted
    console.controller.presenter.refresh(time.monotonic())
    return console


def drawn(console: Console) -> str:
    """Who the engine was told to draw, the last time."""
    loads = [load for load in console.to("engine", Load) if isinstance(load, Load) and load.role == "air"]
    return Path(loads[-1].avatar).name if loads else ""


def joined(make_console: MakeConsole, settings: Settings) -> Console:
    console = make_console(settings)
    console.from_playout(welcome())
    console.controller.engine.joined.emit()
    return console


@pytest.mark.parametrize("remembered", ["", "hao", "nobody"])
def test_go_live_puts_on_what_next_shows_whoever_the_settings_remember(
    make_console: MakeConsole, remembered: str
) -> None:
    console = joined(make_console, Settings(avatar=remembered))
    assert drawn(console) == "lin", "behind the slate already"
    at(console, ShowState.ARMED)
    assert who_appears(console.console_state).words == "1 · Welcome, Lin"
    at(console, ShowState.LIVE)
    assert (console.console_state.show.cues.current, console.console_state.show.cues.next) == ("welcome", "awards")
    assert console.controller.choices.avatar == drawn(console) == console.console_state.avatar_id == "lin"


def test_another_next_off_the_air_is_drawn_behind_the_slate_and_put_on_by_go_live(console: Console) -> None:
    console.controller.perform("next", "2")
    assert drawn(console) == "hao" and console.console_state.avatar_id == "hao"
    assert console.to("playout", m.SetAir)[-1].air == "slate"  # type: ignore[attr-defined]
    at(console, ShowState.LIVE)
    assert (console.console_state.show.cues.current, console.console_state.show.cues.next) == ("awards", "questions")


def test_all_that_next_wants_is_said_before_the_slate_goes(console: Console) -> None:
    console.controller.perform("next", "questions")
    console.controller.perform("edit", True)
    console.controller.perform("change", SetField("questions", "mic_gain_db", 3.0))
    assert console.console_state.mode == "answer", "the window shows what GO LIVE brings"
    console.said.clear()
    at(console, ShowState.LIVE)
    told = [type(message) for who, message in console.said if who == "playout"]
    assert told.index(SetMicrophone) < told.index(m.SetAir)
    assert console.console_state.mode == "answer"


def test_what_was_taken_behind_the_slate_goes_on_air_as_it_was_left(console: Console) -> None:
    console.controller.perform("take")
    assert console.console_state.show.cues.next == "welcome", "GO LIVE puts on what NEXT shows"
    console.controller.perform("pa", "direct")
    at(console, ShowState.LIVE)
    assert console.console_state.show.cues.current == "welcome" and console.console_state.pa == "direct"


def test_an_avatar_and_a_mode_chosen_by_hand_off_the_air_are_those_that_appear(console: Console) -> None:
    console.controller.perform("avatar", "hao")
    console.controller.perform("mode", "answer")
    at(console, ShowState.ARMED)
    appears = who_appears(console.console_state)
    assert (appears.words, appears.mode) == ("1 · Welcome, Hao", "answer")
    at(console, ShowState.LIVE)
    assert (drawn(console), console.console_state.mode) == ("hao", "answer")


def test_go_live_waits_for_who_is_still_being_loaded(console: Console) -> None:
    at(console, ShowState.ARMED)
    console.controller.preflight.loaded("hao")
    outcome = console.controller.perform("live")
    assert not outcome.accepted and "Lin is being loaded" in outcome.reason
    console.controller.preflight.loaded("lin")
    assert console.controller.perform("live").accepted


def test_go_live_is_not_refused_for_an_engine_that_is_out(console: Console) -> None:
    at(console, ShowState.ARMED)
    console.controller.preflight.loaded("")
    assert console.controller.perform("live").accepted


def test_after_the_end_nothing_is_on_and_who_comes_next_is_drawn_when_the_slate_has_come(
    console: Console, qtbot: QtBot
) -> None:
    at(console, ShowState.LIVE)
    console.controller.perform("end")
    assert (console.console_state.show.cues.current, console.console_state.show.cues.next) == ("", "awards")
    assert drawn(console) == "lin", "the picture that fades out stays who it is"
    qtbot.waitUntil(lambda: drawn(console) == "hao")
    at(console, ShowState.LIVE)
    assert console.console_state.show.cues.current == "awards"


def test_a_console_that_rejoins_puts_nobody_in_the_place_of_who_is_seen(make_console: MakeConsole) -> None:
    left = ShowRecord.of(
        Snapshot(ShowState.LIVE, 60.0, 100.0, False),
        OperatorSelection(avatar="hao", preset="awards", next_preset="questions"),
        turn=5,
        at=Instant.now(),
    )
    console = make_console(Settings(avatar="lin"))
    console.from_playout(welcome(left.pack()))
    assert drawn(console) == "hao"
    assert (console.console_state.show.cues.current, console.console_state.show.cues.next) == ("awards", "questions")


def test_a_console_that_rejoins_in_standby_shows_who_comes_next(make_console: MakeConsole) -> None:
    left = ShowRecord.of(
        Snapshot(ShowState.STANDBY, 60.0, 0.0, False),
        OperatorSelection(avatar="lin", preset="", next_preset="awards"),
        turn=5,
        at=Instant.now(),
    )
    console = make_console(Settings(avatar="lin"))
    console.from_playout(welcome(left.pack()))
    assert drawn(console) == console.console_state.avatar_id == "hao"


def test_what_the_hall_sees_cannot_be_deleted_in_edit(console: Console) -> None:
    at(console, ShowState.LIVE)
    console.controller.perform("edit", True)
    outcome = console.controller.perform("change", Delete("welcome"))
    assert not outcome.accepted and "Welcome is on air" in outcome.reason
    assert console.controller.perform("change", Delete("finale")).accepted
    for action in ("import_show", "import_rundown"):
        assert "on air" in console.controller.perform(action, "x").reason


def test_a_rehearsal_shows_what_its_own_words_say(home: Path, qtbot: QtBot) -> None:
    controller = ConsoleController(Settings(avatar="hao"), home / "run", home / "log", MagicMock(), follows_next=False)
    controller.show.apply(ShowEvent.READY, time.monotonic())
    controller.show.apply(ShowEvent.ARM, time.monotonic())
    controller.presenter.update_choices(controller.choices)
    assert who_appears(controller.console_state).words == "Hao"
    controller.perform("live")
    assert controller.choices.avatar == "hao" and controller.console_state.show.cues.current == ""
    controller.leave()


def slates(console: Console) -> list[tuple[str, str, str]]:
    """The slates that playout was told of, the newest last."""
    told = [each for each in console.to("playout", m.SetSlate) if isinstance(each, m.SetSlate)]
    return [(each.kind, each.path, each.title) for each in told]


def test_the_events_slate_and_pa_stand_through_every_bundled_preset(console: Console) -> None:
    console.controller.perform("slate", ("picture", "/gala.png"))
    console.controller.perform("pa", "direct")
    at(console, ShowState.LIVE)
    for item in console.console_state.show.rundown.items:
        assert console.controller.perform("take", item.id).accepted
        console.controller.desk._guarded.clear()
        assert slates(console)[-1][:2] == ("picture", "/gala.png") and console.console_state.pa == "direct"
    settled = console.controller.choices.settled_in(Settings())
    assert (settled.slate, settled.slate_picture, settled.pa) == ("picture", "/gala.png", "direct")


def test_a_presets_own_slate_and_pa_end_with_it(console: Console) -> None:
    console.controller.perform("slate", ("picture", "/gala.png"))
    console.controller.perform("edit", True)
    for field, value in (("slate", "black"), ("pa", "direct")):
        assert console.controller.perform("change", SetField("welcome", field, value)).accepted
    at(console, ShowState.LIVE)
    assert slates(console)[-1][0] == "black" and console.console_state.pa == "direct"
    console.controller.perform("take")
    assert slates(console)[-1][:2] == ("picture", "/gala.png") and console.console_state.pa == "through"
    console.controller.desk._guarded.clear()
    console.controller.perform("take", "welcome")
    console.controller.perform("end")
    assert slates(console)[-1][:2] == ("picture", "/gala.png") and console.console_state.pa == "through"


def test_the_slate_bears_the_shows_name_and_never_ours(console: Console) -> None:
    assert slates(console)[-1] == ("title", "", "")
    console.controller.perform("edit", True)
    console.controller.perform("change", NameShow("Spring Gala"))
    assert slates(console)[-1] == ("title", "", "Spring Gala")


@pytest.mark.parametrize("way", ["arm", "rehearsal", "panic"])
def test_the_welcome_is_closed_for_good_by_whatever_needs_hall_now(console: Console, way: str) -> None:
    controller, console_state = console.controller, console.console_state
    assert controller.perform("welcome", True).accepted and console_state.welcome_open
    if way == "arm":
        controller.perform("waive", "awake")
        controller.show.apply(ShowEvent.ARM, time.monotonic())
        controller._carry_out(ShowChanged(ShowState.STANDBY, ShowState.ARMED), 0)
    else:
        assert controller.perform(way).accepted
    assert not console_state.welcome_open
    controller.perform("leave_panic")
    controller.perform("end")
    assert controller.show.state is ShowState.STANDBY and not console_state.welcome_open, "nor does it come back"
    assert controller.perform("welcome", True).accepted and console_state.welcome_open, "but by hand"


def test_a_welcome_is_not_opened_over_hall_now(console: Console) -> None:
    at(console, ShowState.ARMED)
    assert not console.controller.perform("welcome", True).accepted and not console.console_state.welcome_open


def test_the_welcome_may_name_the_event(console: Console) -> None:
    controller = console.controller
    assert not controller.perform("change", NameShow("Gala")).accepted
    controller.perform("welcome", True)
    assert controller.perform("change", NameShow("Gala")).accepted and console.console_state.show_name == "Gala"
    assert not controller.perform("change", Delete("welcome")).accepted, "that is for EDIT"


def test_from_arm_to_end_no_idle_loop_is_made(console: Console) -> None:
    loops = console.controller._idles._loops
    assert not loops.held
    controller = console.controller
    controller.show.apply(ShowEvent.ARM, time.monotonic())
    controller._carry_out(ShowChanged(ShowState.STANDBY, ShowState.ARMED), 0)
    assert loops.held
    controller.perform("live")
    assert loops.held
    controller.perform("end")
    assert not loops.held


def test_what_was_refused_to_another_state_is_not_said_any_more(console: Console) -> None:
    controller = console.controller
    controller.perform("live")
    assert "press ARM first" in console.console_state.refusal
    controller.perform("panic")
    assert console.console_state.refusal == ""
