"""A line that is said in between: what drove the host before it does so again, and nobody's voice is cut for good."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest

from console.operator_selection import OperatorSelection, ShowRecord
from console.processes.instant import Instant
from console.settings.file import Settings
from console.show.core.enums import AfterLines, Mode
from console.show.core.mode_return import mode_to_come_back_to
from console.show.core.state import ShowEvent, ShowState, Snapshot
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import SetField
from engine.ipc.messages import core as m
from tests.console.conftest import Console, MakeConsole, welcome
from tests.console.test_state_presenter import SOUND, STATUS


@pytest.fixture
def live(console: Console, tmp_path: Path) -> Console:
    """A console on air in MIRROR."""
    console.controller.show.apply(ShowEvent.ARM, time.monotonic())
    assert console.controller.perform("live").accepted
    return console


@pytest.fixture
def sound(tmp_path: Path) -> str:
    """A sound file to say."""
    file = tmp_path / "hello.wav"
    file.write_bytes(b"RIFF")
    return str(file)


def speaks(console: Console, turn: int) -> None:
    """Playout says that it speaks this turn; 0 is none."""
    console.from_playout(msgspec.structs.replace(STATUS, sound=msgspec.structs.replace(SOUND, turn=turn)))


def say(console: Console, sound: str) -> int:
    assert console.controller.perform("say", sound).accepted
    return console.controller.turns.number


def heard(console: Console, turn: int, *, interrupted: bool = False) -> None:
    console.from_playout(m.TurnEnded(turn=turn, heard_s=1.0, whole_s=1.0, interrupted=interrupted))


@pytest.mark.parametrize("before", [Mode.MIRROR, Mode.ANSWER])
@pytest.mark.parametrize("interrupted", [False, True])
def test_after_a_line_what_drove_the_host_before_does_so_again(
    live: Console, sound: str, before: Mode, interrupted: bool
) -> None:
    live.controller.perform("mode", before.value)
    turn = say(live, sound)
    speaks(live, turn)
    assert live.console_state.mode is Mode.SAY
    heard(live, turn, interrupted=interrupted)
    speaks(live, 0)
    assert live.console_state.mode is before
    assert live.last("playout", m.SetMode) == m.SetMode(mode="mirror" if before is Mode.MIRROR else "say")


def test_it_waits_for_the_last_line(live: Console, sound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    turn = say(live, sound)
    monkeypatch.setattr(type(live.controller.speech.saying), "busy", True)
    heard(live, turn)
    speaks(live, 0)
    assert live.console_state.mode is Mode.SAY, "another one waits"
    monkeypatch.setattr(type(live.controller.speech.saying), "busy", False)
    speaks(live, 0)
    assert live.console_state.mode is Mode.MIRROR


@pytest.mark.parametrize("chosen", ["say", "answer"])
def test_a_mode_that_the_operator_chose_meanwhile_stays(live: Console, sound: str, chosen: str) -> None:
    turn = say(live, sound)
    live.controller.perform("mode", chosen)
    heard(live, turn)
    speaks(live, 0)
    assert live.console_state.mode == chosen


def test_a_preset_may_let_say_stay(live: Console, sound: str) -> None:
    live.controller.perform("edit", True)
    live.controller.perform("change", SetField("welcome", "after_lines", "stay"))
    live.controller.perform("take", "welcome")
    turn = say(live, sound)
    heard(live, turn)
    speaks(live, 0)
    assert live.console_state.mode is Mode.SAY


def test_the_end_of_the_show_leaves_the_mode_to_what_comes_next(live: Console, sound: str) -> None:
    turn = say(live, sound)
    live.controller.perform("end")
    heard(live, turn, interrupted=True)
    speaks(live, 0)
    assert live.controller.choices.mode_back == "" and live.console_state.show.cues.mode == ""


def test_a_console_that_rejoins_in_a_line_lets_it_end_and_then_comes_back(make_console: MakeConsole) -> None:
    left = ShowRecord.of(
        Snapshot(ShowState.LIVE, 60.0, 100.0, False),
        OperatorSelection(avatar="lin", preset="welcome", mode=Mode.SAY, mode_back="mirror"),
        turn=5,
        at=Instant.now(),
    )
    console = make_console(Settings(avatar="lin"))
    console.from_playout(welcome(left.pack()))
    speaks(console, 5)
    assert console.console_state.mode is Mode.SAY
    speaks(console, 0)
    assert console.console_state.mode is Mode.MIRROR


def test_lines_that_follow_each_other_come_back_to_what_was_before_the_first() -> None:
    preset = Preset(name="x", avatar="lin")
    assert mode_to_come_back_to(Mode.ANSWER, "", preset) == "answer"
    assert mode_to_come_back_to(Mode.SAY, "answer", None) == "answer"
    assert mode_to_come_back_to(Mode.SAY, "", preset) == "", "SAY was chosen"
    stays = msgspec.structs.replace(preset, after_lines=AfterLines.STAY)
    assert mode_to_come_back_to(Mode.MIRROR, "", stays) == ""
