from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.operator_selection import OperatorSelection, ShowRecord
from console.outputs.supervised_output import SupervisedOutput
from console.settings.file import Settings
from console.show.core import action_desk
from console.show.core.state import ShowState, Snapshot
from console.show.effects.show import ShowChanged
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.emergency import EmergencyTaken
from engine.ipc.messages.engine import Attach, Failed, Load, Ready
from engine.ipc.messages.sound import Feed, SetLoudspeaker, SetMicrophone
from engine.text import Text
from tests.console.conftest import HALL, OPERATOR, WORLD, Console, MakeConsole, welcome
from tests.console.test_state_presenter import status

LIVE = ShowRecord.of(
    Snapshot(ShowState.LIVE, 60.0, 100.0, False),
    OperatorSelection(avatar="hao", microphone="desk", speaker="hall", screen=HALL.key),
    turn=2**40,
    at=time.time(),
).pack()


def alarms(console: Console) -> str:
    return " ".join(console.console_state.alarms)


def test_playout_is_told_everything_that_was_chosen_when_it_joins(make_console: MakeConsole, qtbot: QtBot) -> None:
    console = make_console(Settings(avatar="hao", microphone="desk", speaker="hall", screen=HALL.key, mic_gain_db=3.0))
    with qtbot.waitSignal(console.controller.program_changed) as changed:
        console.from_playout(welcome())
    assert changed.args == ["pgm-1"]
    assert console.last("playout", m.SetScreen) == m.SetScreen(key=HALL.key, windowed=False, avoid=OPERATOR.key)
    assert console.last("playout", SetMicrophone) == SetMicrophone(key="desk", gain_db=3.0)
    assert console.last("playout", SetLoudspeaker) == SetLoudspeaker(key="hall")
    for kind in (m.SetSlate, m.SetIdle, m.SetMode, m.SetMutes, m.SetPa, m.SetDelay, m.SetAir):
        assert console.to("playout", kind), kind.__name__
    assert console.controller.show.state is ShowState.STANDBY


def test_the_engine_is_told_the_rings_and_the_avatar_whoever_joins_first(make_console: MakeConsole) -> None:
    for engine_first in (True, False):
        console = make_console()
        if engine_first:
            console.controller.engine.joined.emit()
            assert console.to("engine", Attach) == []
        console.from_playout(welcome())
        if not engine_first:
            console.said.clear()
            console.controller.engine.joined.emit()
        assert console.last("engine", Attach) == Attach(sound="snd-1", pictures="pic-1", rate=30)
        load = console.to("engine", Load)[-1]
        assert isinstance(load, Load) and Path(load.avatar).name == "lin"


def test_on_the_very_first_run_a_real_microphone_and_the_halls_screen_are_taken(console: Console) -> None:
    chosen = console.controller.choices
    assert (chosen.microphone, chosen.speaker, chosen.screen) == ("desk", "hall", HALL.key)


def test_what_was_chosen_and_is_gone_is_never_replaced_by_another(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin", microphone="stage", speaker="foyer", screen="Acer|X|1|DP-9|800x600"))
    console.from_playout(welcome())
    chosen = console.controller.choices
    assert (chosen.microphone, chosen.speaker, chosen.screen) == ("stage", "foyer", "Acer|X|1|DP-9|800x600")


def test_a_screen_chosen_by_its_connector_is_known_by_its_whole_key_from_then_on(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin", screen="HDMI-1"))
    console.from_playout(welcome())
    assert console.controller.choices.screen == HALL.key


def test_a_new_console_rejoins_the_show_that_is_on_air(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin"))
    console.from_playout(welcome(LIVE))
    assert console.controller.show.state is ShowState.LIVE
    assert console.controller.choices.avatar == "hao"
    airs = [air.air for air in console.to("playout", m.SetAir) if isinstance(air, m.SetAir)]
    assert airs and set(airs) == {"live"}, "the hall sees nothing of it"
    told = console.to("playout", m.SetDelay)
    assert told == [m.SetDelay(samples=4800)], "the lip delay is fixed on air: it is the one that is there"


def test_the_recording_goes_with_the_show_and_not_with_a_rehearsal(
    make_console: MakeConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("start", "stop"):
        monkeypatch.setattr(SupervisedOutput, name, lambda self, name=name: done.append(name))
    console = make_console(Settings(avatar="lin", record_with_show=True))
    console.from_playout(welcome())
    console.controller.perform("rehearsal")
    console.controller.perform("end")
    assert console.controller.show.state is ShowState.STANDBY
    assert done == []
    console.controller.dispatch.execute(ShowChanged(ShowState.ARMED, ShowState.LIVE))
    assert done == ["start"]


def test_a_rehearsal_is_told_to_playout_and_survives_the_console(make_console: MakeConsole) -> None:
    console = make_console()
    console.from_playout(welcome())
    console.controller.perform("rehearsal")
    air = console.last("playout", m.SetAir)
    assert isinstance(air, m.SetAir) and (air.air, air.rehearsal) == ("live", True)
    console.controller.presenter.refresh(time.monotonic())
    assert console.console_state.rehearsal
    assert any(line.endswith(" rehearsal: STANDBY → LIVE by REHEARSAL (mouse)") for line in console.console_state.log)
    assert not console.controller.perform("arm").accepted

    other = make_console()
    other.from_playout(welcome(air.show))
    assert other.controller.show.rehearsing and other.controller.show.state is ShowState.LIVE
    airs = [each for each in other.to("playout", m.SetAir) if isinstance(each, m.SetAir)]
    assert airs and all((each.air, each.rehearsal) == ("live", True) for each in airs)
    other.controller.perform("end")
    air = other.last("playout", m.SetAir)
    assert isinstance(air, m.SetAir) and (air.air, air.rehearsal) == ("slate", False)


def test_a_new_playout_gets_the_show_back_that_the_old_one_had(make_console: MakeConsole) -> None:
    console = make_console()
    console.from_playout(welcome(LIVE))
    console.said.clear()
    console.controller.playout.lost.emit(Text("it ended with code {code}: {last}", code=-9, last="no words"))
    assert "Playout was lost" in alarms(console)
    console.from_playout(welcome(run="2"))
    assert console.controller.show.state is ShowState.LIVE
    air = console.last("playout", m.SetAir)
    assert isinstance(air, m.SetAir) and air.air == "live"
    record = ShowRecord.unpack(air.show)
    assert record is not None and record.state is ShowState.LIVE and record.choices.avatar == "hao"
    assert console.last("engine", Attach) == Attach(sound="snd-2", pictures="pic-2", rate=30)
    assert "Playout" not in alarms(console)


@pytest.mark.parametrize("rubbish", [b"\xff\xff", b"\x81\xa1a", LIVE[:-20], LIVE.replace(b"hao", b"\xff\xff\xff")])
def test_a_record_that_cannot_be_read_begins_a_new_show(make_console: MakeConsole, rubbish: bytes) -> None:
    console = make_console()
    console.from_playout(welcome(rubbish))
    assert console.controller.show.state is ShowState.STANDBY


def test_the_death_of_the_engine_changes_nothing_of_the_show(make_console: MakeConsole) -> None:
    console = make_console()
    console.from_playout(welcome(LIVE))
    console.said.clear()
    console.controller.engine.lost.emit(Text("it ended with code {code}: {last}", code=-9, last="no words"))
    assert console.controller.show.state is ShowState.LIVE and console.to("playout") == []
    assert "The engine was lost" in alarms(console)
    console.controller.engine.joined.emit()
    assert console.to("engine", Attach) and console.to("engine", Load)
    console.from_engine(Ready(avatar="x", driver="light", look_ahead_s=0.05))
    assert "engine" not in alarms(console)


def test_an_avatar_that_cannot_be_loaded_is_an_alarm_until_another_is(console: Console) -> None:
    console.from_engine(Failed(avatar="x", sentence="The avatar Bo is broken."))
    assert "The avatar Bo is broken." in console.console_state.alarms
    console.from_engine(Ready(avatar="y", driver="light", look_ahead_s=0.05))
    assert "The avatar Bo is broken." not in console.console_state.alarms


def test_a_fault_of_playout_stands_until_it_is_over(console: Console) -> None:
    console.from_playout(m.Fault(kind="microphone", sentence="The microphone is gone."))
    assert "The microphone is gone." in console.console_state.alarms
    console.from_playout(m.Cleared(kind="microphone"))
    assert "The microphone is gone." not in console.console_state.alarms


def test_a_fault_of_a_playout_that_died_does_not_outlive_it(console: Console) -> None:
    console.from_playout(m.Fault(kind="microphone", sentence="The microphone is gone."))
    console.controller.playout.lost.emit("killed")
    console.from_playout(welcome(run="2"))
    assert "The microphone is gone." not in console.console_state.alarms


def test_nobody_says_that_a_fault_is_over_when_only_its_playout_ended(console: Console) -> None:
    console.from_playout(m.Fault(kind="microphone", sentence="The microphone is gone."))
    console.from_playout(welcome(run="2"))
    console.from_playout(m.Fault(kind="microphone", sentence="The microphone is gone."))
    said = [line.words for line in console.console_state.log_lines if "microphone is gone" in line.words]
    assert said == ["The microphone is gone.", "The microphone is gone."], "no line that it is over"
    console.from_playout(m.Cleared(kind="microphone"))
    assert console.console_state.log_lines[0].words == "Over: The microphone is gone."


def test_an_interrupt_goes_out_with_the_moment_of_the_key(make_console: MakeConsole) -> None:
    console = make_console()
    console.from_playout(welcome(LIVE))
    before = time.monotonic_ns()
    assert console.controller.perform("interrupt").accepted
    sent = console.last("playout", m.Interrupt)
    assert isinstance(sent, m.Interrupt) and before <= sent.asked_ns <= time.monotonic_ns()


def test_each_line_is_a_turn_with_a_higher_number_also_after_rejoining(
    make_console: MakeConsole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(action_desk, "GUARD_S", 0.0)
    console = make_console()
    console.from_playout(welcome(LIVE))
    line = tmp_path / "line.wav"
    line.touch()
    for _ in range(3):
        assert console.controller.perform("say", str(line)).accepted
    turns = [say.turn for say in console.to("playout", m.Say) if isinstance(say, m.Say)]
    assert turns == [2**40 + 1, 2**40 + 2, 2**40 + 3]
    assert console.console_state.say_words == "line.wav"
    console.from_playout(m.TurnEnded(turn=turns[0], heard_s=1.0, whole_s=1.0, interrupted=False))
    assert console.console_state.say_words == "line.wav", "another one is being spoken"
    console.from_playout(m.TurnEnded(turn=turns[2], heard_s=0.0, whole_s=1.0, interrupted=True))
    assert console.console_state.say_words == "" and console.console_state.say_progress is None


@pytest.mark.parametrize(
    ("action", "argument", "reason"),
    [
        ("say", "/nowhere.wav", "no sound file"),
        ("screen", OPERATOR.key, "operator's own screen"),
        ("mic", "hall.monitor", "a loopback"),
        ("avatar", "nobody", "no avatar nobody"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason_and_nothing_is_sent(
    make_console: MakeConsole, action: str, argument: str, reason: str
) -> None:
    console = make_console()
    console.from_playout(welcome(LIVE))
    console.said.clear()
    outcome = console.controller.perform(action, argument)
    assert not outcome.accepted and reason in outcome.reason
    assert console.console_state.refusal == outcome.reason and console.said == []


def test_an_effect_that_fails_does_not_stop_the_show(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(console.controller.commands, "pa", fail)
    console.controller.perform("pa", "direct")
    assert console.log.exception.called
    assert console.controller.perform("panic").accepted
    air = console.last("playout", m.SetAir)
    assert isinstance(air, m.SetAir) and air.air == "panic" and air.fade_s == 0


def test_the_demo_mc_stands_in_openly_and_a_chosen_microphone_ends_it(console: Console) -> None:
    console.controller.perform("demo", True)
    sent = console.last("playout", SetMicrophone)
    assert isinstance(sent, SetMicrophone) and sent.file.endswith("demo-mc.ogg") and sent.loop
    assert console.console_state.demo
    console.controller.perform("mic", "desk")
    sent = console.last("playout", SetMicrophone)
    assert isinstance(sent, SetMicrophone) and (sent.key, sent.file) == ("desk", "")
    assert not console.console_state.demo


def test_devices_that_come_and_go_are_shown(console: Console) -> None:
    console.from_playout(m.World(microphones=[], loudspeakers=[], screens=WORLD.screens))
    assert console.console_state.microphone.choices == ()
    console.from_playout(WORLD)
    assert [choice.key for choice in console.console_state.microphone.choices] == ["hall.monitor", "desk"]


def test_a_new_console_s_lines_are_numbered_above_all_that_playout_has_seen_whatever_the_clock_says(
    make_console: MakeConsole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(action_desk, "GUARD_S", 0.0)
    line = tmp_path / "line.wav"
    line.touch()
    for set_to in (0.0, 4e9):
        monkeypatch.setattr(time, "time", lambda set_to=set_to: set_to)
        console = make_console()
        console.from_playout(msgspec.structs.replace(welcome(LIVE), turn=2**45))  # said after the record was written
        assert console.controller.perform("say", str(line)).accepted
        said = console.last("playout", m.Say)
        assert isinstance(said, m.Say) and said.turn == 2**45 + 1


def test_an_action_that_fails_half_way_is_told_and_the_rest_of_it_is_done(
    make_console: MakeConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = make_console()
    console.from_playout(welcome(LIVE))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(console.controller.turns, "end", full)
    monkeypatch.setattr(console.controller.commands, "mutes", full)
    assert console.controller.perform("mute_mic", True).accepted
    assert "No space left on device" in console.console_state.refusal


def delays(console: Console) -> list[Message]:
    return console.to("playout", m.SetDelay)


def lost_and_back(console: Console) -> list[str]:
    """Playout dies and comes back: the arguments it is started with."""
    console.said.clear()
    console.controller.playout.lost.emit(Text("it ended with code {code}: {last}", code=-9, last="no words"))
    return list(console.controller.playout._arguments())


@pytest.mark.parametrize("express", [False, True])
def test_a_playout_that_restarts_on_air_gets_the_lip_delay_that_arm_has_fixed(console: Console, express: bool) -> None:
    console.controller.perform("express", express, "test")
    console.controller.perform("arm", None, "test")
    asked = delays(console)[-1]
    console.controller.show.restore(Snapshot(ShowState.LIVE, 10.0, 10.0, False), time.monotonic(), 0.0)
    console.from_playout(status(delay=5760))
    assert lost_and_back(console)[-2:] == ["--delay", "5760"]
    console.from_playout(msgspec.structs.replace(welcome(run="2"), delay=5760))
    assert isinstance(asked, m.SetDelay) and asked.lips_late == (480 if express else 0)
    assert delays(console) == [m.SetDelay(samples=5760, lips_late=asked.lips_late)]
    kinds = [type(message) for _, message in console.said]
    assert kinds.index(m.SetDelay) < kinds.index(m.SetAir), "it is fixed as soon as it is on air"


def test_a_new_console_gives_the_next_playout_the_lip_delay_that_it_found(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin"))
    console.from_playout(msgspec.structs.replace(welcome(LIVE), air="live", delay=5760))
    assert lost_and_back(console)[-2:] == ["--delay", "5760"]


def test_after_the_end_the_lip_delay_is_the_settings_again(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin"))
    console.from_playout(msgspec.structs.replace(welcome(LIVE), air="live", delay=5760))
    console.controller.perform("end", None, "test")
    assert console.controller.show.state is ShowState.STANDBY
    console.from_playout(status(delay=5760))
    assert lost_and_back(console)[-2:] == ["--delay", "4800"]


def test_a_playout_that_is_lost_is_counted_among_the_restarts(console: Console) -> None:
    console.controller.playout.restarts = 1
    console.controller.playout.lost.emit(Text("it ended with code {code}: {last}", code=-9, last="no words"))
    assert console.console_state.health.restarts == 1
    console.controller.engine.restarts = 1
    console.controller.engine.lost.emit(Text("it ended with code {code}: {last}", code=-9, last="no words"))
    assert console.console_state.health.restarts == 2
    console.from_playout(welcome(run="2"))
    console.from_engine(Ready(avatar="", driver="light", look_ahead_s=0.04))
    assert console.console_state.health.restarts == 2


def test_a_console_that_hung_follows_an_emergency_key_that_never_reached_it(make_console: MakeConsole) -> None:
    console = make_console()
    console.from_playout(welcome(LIVE))
    console.from_playout(EmergencyTaken(verb="hold", number=7, asked_ns=time.monotonic_ns()))
    assert console.controller.show.state is ShowState.HOLD
    assert (console.last("playout", m.SetAir).air, console.last("playout", m.SetAir).emergency) == ("hold", 7)


def test_an_emergency_key_that_reached_the_console_since_does_not_undo_what_came_after_it(
    make_console: MakeConsole,
) -> None:
    """HOLD and RESUME pressed while the console is slow: RESUME was meant, whichever word comes first."""
    console = make_console()
    console.from_playout(welcome(LIVE))
    asked_ns = time.monotonic_ns()
    assert console.controller.perform("hold").accepted and console.controller.perform("resume").accepted
    console.from_playout(EmergencyTaken(verb="hold", number=7, asked_ns=asked_ns))
    assert console.controller.show.state is ShowState.LIVE
    assert (console.last("playout", m.SetAir).air, console.last("playout", m.SetAir).emergency) == ("live", 7)


def test_an_earlier_press_is_not_taken_for_that_of_an_emergency(make_console: MakeConsole) -> None:
    console = make_console()
    console.from_playout(welcome(LIVE))
    assert console.controller.perform("hold").accepted and console.controller.perform("resume").accepted
    console.from_playout(EmergencyTaken(verb="hold", number=7, asked_ns=time.monotonic_ns() + 10**9))
    assert console.controller.show.state is ShowState.HOLD


def test_a_console_that_comes_back_puts_nobody_in_the_place_of_who_is_on_air(make_console: MakeConsole) -> None:
    """The engine may be there before playout has said what is on: the settings' host was seen by the hall."""
    console = make_console(Settings(avatar="lin"))
    console.controller.engine.joined.emit()
    console.controller.rundown._get_ready()  # the rundown was read
    assert console.to("engine", Load) == []
    console.from_playout(welcome(LIVE))
    console.controller.engine.joined.emit()
    on = [load for load in console.to("engine", Load) if isinstance(load, Load) and load.role != "next"]
    assert on and {Path(load.avatar).name for load in on} == {"hao"}


def test_nothing_is_said_to_playout_before_it_has_said_what_is_on(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin"))
    for action, argument in (("mode", "say"), ("mic_mute", None), ("microphone", "lectern"), ("live", None)):
        console.controller.perform(action, argument)
    assert console.to("playout") == []


def test_the_channels_of_the_microphone_are_told_to_playout_and_asked_for_again_at_the_next_start(
    make_console: MakeConsole,
) -> None:
    console = make_console(Settings(avatar="lin", microphone="desk", mic_channels={"desk": (3,), "stage": (5,)}))
    world = msgspec.structs.replace(WORLD, microphones=[m.Device("desk", "Desk", 8)])
    console.from_playout(msgspec.structs.replace(welcome(), world=world))
    assert console.last("playout", SetMicrophone) == SetMicrophone(key="desk", channels=(3,))
    assert console.controller.perform("mic_channels", "1 + 2").accepted
    assert console.last("playout", SetMicrophone) == SetMicrophone(key="desk", channels=(1, 2))
    assert console.controller.choices.mic_channels == {"desk": (1, 2), "stage": (5,)}
    refused = console.controller.perform("mic_channels", "9")
    assert not refused.accepted and "has 8 channels" in refused.reason
    assert console.last("playout", SetMicrophone) == SetMicrophone(key="desk", channels=(1, 2))


def test_where_the_halls_sound_and_the_feed_go_is_told_to_playout(make_console: MakeConsole) -> None:
    console = make_console(Settings(avatar="lin", speaker="hall", hall_channels={"hall": (3, 4)}, hall_delay_ms=20.0))
    world = msgspec.structs.replace(WORLD, loudspeakers=[m.Device("hall", "Hall", 8)])
    console.from_playout(msgspec.structs.replace(welcome(), world=world))
    assert console.last("playout", SetLoudspeaker) == SetLoudspeaker(key="hall", channels=(3, 4), delay=960)
    assert console.controller.perform("feed_channels", "5 + 6").accepted
    assert console.last("playout", SetLoudspeaker) == SetLoudspeaker(
        key="hall", channels=(3, 4), delay=960, feed=Feed((5, 6))
    )
    for argument, why in (("4", "The hall is on channel 4"), ("9", "has 8 channels")):
        refused = console.controller.perform("feed_channels", argument)
        assert not refused.accepted and why in refused.reason
    assert console.controller.perform("hall_channels", "5").accepted
    assert console.last("playout", SetLoudspeaker) == SetLoudspeaker(
        key="hall", channels=(5,), delay=960, feed=Feed((6,))
    )
    assert console.controller.perform("settings", {"feed_mix": "host", "feed_gain_db": -6.0}).accepted
    assert console.last("playout", SetLoudspeaker) == SetLoudspeaker(
        key="hall", channels=(5,), delay=960, feed=Feed((6,), "host", -6.0)
    )
