"""The rundown at work: what a take says to playout and the engine, and what comes in and goes out."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from console.operator_selection import OperatorSelection
from console.playout_commands import FADE_S, PlayoutCommands
from console.processes.supervision import SupervisedProcess
from console.rundown.controller import RundownController
from console.settings.file import Settings
from console.show.core.state import Show, ShowEvent, ShowState
from console.show.effects.show import (
    BindKey,
    ChangeShow,
    ChooseNext,
    Effect,
    LockConsole,
    MoveFile,
    OpenEdit,
    TakePreset,
    UseStandIn,
)
from console.show.rundown.rundown import Add, SetField
from console.show.state.console_state import RundownView
from console.show.state.output_view import OutputCondition, OutputsView, RecordingView, StreamView
from console.state_presenter import StatePresenter
from engine.avatar import find_avatars
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.engine import Load
from engine.ipc.messages.sound import SetMicrophone
from tests.console.dispatched import dispatch_of

BUNDLED = Path(__file__).parents[3] / "avatars"


class Post:
    """A process that only keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[Message] = []

    def send(self, message: Message) -> None:
        self.told.append(message)


class Desk:
    """A runner between a hand and two processes."""

    def __init__(self, home: Path) -> None:
        self.playout, self.engine = Post(), Post()
        settings = Settings(avatar="lin", microphone="A", mic_gain_db=2.0)
        self.choices = OperatorSelection.of(settings)
        commands = PlayoutCommands(
            self.choices, settings, cast(SupervisedProcess, self.playout), cast(SupervisedProcess, self.engine)
        )
        commands.greeted = True
        self.avatars = find_avatars([BUNDLED])[0]
        self.shown = Show(time.monotonic())
        for event in (ShowEvent.READY, ShowEvent.ARM, ShowEvent.LIVE):
            self.shown.apply(event, time.monotonic())
        self.presenter = StatePresenter(self.shown, settings, self.avatars)
        log: Any = logging.getLogger("runner")
        log.info = lambda *words, **fields: None
        self.rundown = RundownController(commands, self.presenter, self.avatars, settings, log, "en")
        self.home = home

    @property
    def show(self) -> RundownView:
        """The show as the window has it."""
        return self.presenter.console_state.show

    def end(self) -> None:
        """The show leaves the air."""
        self.shown.apply(ShowEvent.END, time.monotonic())

    def do(self, effect: Effect) -> str:
        objection = dispatch_of(self.rundown).validate(effect)
        if not objection:
            dispatch_of(self.rundown).execute(effect)
        return objection


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with a show of two presets, on air."""
    monkeypatch.setenv("COMPERE_HOME", str(tmp_path))
    presets = tmp_path / "data" / "presets"
    presets.mkdir(parents=True)
    (presets / "a.toml").write_text('name = "Welcome"\navatar = "lin"\nmic_gain_db = 2.0\n')
    (presets / "b.toml").write_text('name = "Awards"\navatar = "hao"\nslate = "black"\n')
    made = Desk(tmp_path)
    made.engine.told.clear()
    yield made
    made.rundown.close()


def test_choosing_next_warms_its_avatar_and_says_nothing_to_playout(desk: Desk) -> None:
    desk.do(ChooseNext("2"))
    (load,) = desk.engine.told
    assert isinstance(load, Load) and load.role == "next" and Path(load.avatar).name == "hao"
    assert desk.playout.told == [] and not desk.show.next_warm
    desk.presenter.warmed(load.avatar)
    assert desk.show.next_warm


def test_a_take_cross_fades_to_the_avatar_and_says_what_is_different_and_no_more(desk: Desk) -> None:
    desk.do(TakePreset("2"))
    loads = [load for load in desk.engine.told if isinstance(load, Load) and load.role == "air"]
    assert [(Path(load.avatar).name, load.fade_s) for load in loads] == [("hao", FADE_S)]
    assert [type(message) for message in desk.playout.told] == [m.SetSlate]
    assert desk.choices.avatar == "hao" and desk.show.cues.current == "b"
    assert desk.presenter.console_state.log[0].endswith("on now: 2 Awards")


def test_a_take_of_a_host_who_is_still_loading_says_that_it_waits(desk: Desk) -> None:
    desk.presenter.console_state.drawn = "lin"
    desk.do(TakePreset("2"))
    (host,) = [avatar.name for avatar in desk.avatars if avatar.id == "hao"]
    assert desk.presenter.console_state.log[0].endswith(f"Awards waits for {host}, who is still being loaded.")
    assert not any("on now" in line for line in desk.presenter.console_state.log)


def test_a_take_of_a_host_who_is_warm_waits_for_nobody(desk: Desk) -> None:
    desk.presenter.console_state.drawn = "lin"
    desk.presenter.warmed(next(str(avatar.folder) for avatar in desk.avatars if avatar.id == "hao"))
    desk.do(TakePreset("2"))
    assert desk.presenter.console_state.log[0].endswith("on now: 2 Awards")


def test_a_take_of_the_same_avatar_leaves_the_engine_alone(desk: Desk) -> None:
    desk.do(TakePreset("1"))
    assert [load for load in desk.engine.told if isinstance(load, Load) and load.role == "air"] == []
    (microphone,) = desk.playout.told
    assert isinstance(microphone, SetMicrophone) and microphone.gain_db == 4.0


def test_the_avatar_of_the_following_preset_is_wanted_warm_once_and_only_after_the_cross_fade(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.do(TakePreset("1"))
    assert [load for load in desk.engine.told if isinstance(load, Load)] == []
    qtbot.waitUntil(lambda: bool(desk.engine.told))
    assert [load.role for load in desk.engine.told if isinstance(load, Load)] == ["next"]


@pytest.mark.parametrize(
    "effect", [ChangeShow(Add("lin")), MoveFile("rundown", True, "x.csv"), BindKey("take", 0, "J")]
)
def test_in_run_nothing_is_edited(desk: Desk, effect: Effect) -> None:
    desk.end()
    assert "EDIT" in desk.do(effect)
    desk.do(OpenEdit(True))
    assert desk.do(effect) == ""


def test_locking_closes_edit_and_edit_stays_closed_while_locked(desk: Desk) -> None:
    desk.do(OpenEdit(True))
    desk.do(LockConsole(True))
    desk.do(OpenEdit(True))
    assert desk.show.locked and not desk.show.editing


def test_a_key_that_was_changed_is_there_again_after_a_restart(desk: Desk) -> None:
    desk.do(OpenEdit(True))
    assert "INTERRUPT" in desk.do(BindKey("take", 0, "Space"))
    assert desk.do(BindKey("take", 0, "J")) == ""
    assert Desk(desk.home).show.keys == {("take", 0): "J"}
    desk.do(BindKey("take", 0, ""))
    assert Desk(desk.home).show.keys == {}


def test_a_rundown_goes_out_as_a_table_and_comes_in_again(desk: Desk) -> None:
    desk.end()
    desk.do(OpenEdit(True))
    table = desk.home / "gala.csv"
    desk.do(MoveFile("rundown", False, str(table)))
    text = table.read_text(encoding="utf-8-sig").replace("Welcome", "Opening")
    table.write_text(text, encoding="utf-8")
    desk.do(MoveFile("rundown", True, str(table)))
    assert [item.preset.name for item in desk.show.rundown.items] == ["Opening", "Awards"]
    assert "UNDO" in desk.show.moved and not desk.show.move_failed and desk.show.can_undo


def test_a_table_that_will_not_do_is_refused_on_the_screen_and_changes_nothing(desk: Desk) -> None:
    desk.end()
    desk.do(OpenEdit(True))
    table = desk.home / "gala.csv"
    table.write_bytes("name\nÜ".encode("latin-1"))
    desk.do(MoveFile("rundown", True, str(table)))
    assert "UTF-8" in desk.presenter.console_state.refusal and len(desk.show.rundown.items) == 2
    assert desk.show.move_failed and desk.show.moved == desk.presenter.console_state.refusal


@pytest.mark.parametrize("what", ["show", "rundown"])
def test_what_could_not_be_written_is_told_whole_until_the_next_one_whatever_else_is_saved(
    desk: Desk, qtbot: QtBot, what: str
) -> None:
    desk.do(OpenEdit(True))
    with qtbot.waitSignal(desk.rundown._mover.failed):
        desk.do(MoveFile(what, False, str(desk.home / "no such folder" / "gala")))
    told = desk.show.moved
    assert desk.show.move_failed and "cannot be" in told and "saved" not in desk.show.moved.replace("be saved", "")
    desk.do(ChangeShow(SetField("a", "name", "Opening")))
    desk.rundown.session.save()
    assert desk.show.saved.startswith("saved") and desk.show.moved == told, "the show's own file is another matter"
    good = desk.home / "gala.csv"
    desk.do(MoveFile("rundown", False, str(good)))
    assert not desk.show.move_failed and desk.show.moved == "the rundown was written to gala.csv"
    assert desk.show.move_number == 2


def test_a_show_goes_out_and_comes_in_and_its_avatars_with_it(desk: Desk, qtbot: QtBot) -> None:
    desk.end()
    desk.do(OpenEdit(True))
    file = desk.home / "gala.compere"
    with qtbot.waitSignal(desk.rundown._mover.finished):
        desk.do(MoveFile("show", False, str(file)))
    shutil.rmtree(desk.home / "data" / "presets")
    with qtbot.waitSignal(desk.rundown.avatars_changed):
        desk.do(MoveFile("show", True, str(file)))
    qtbot.waitUntil(lambda: desk.show.busy == "")
    assert [item.id for item in desk.show.rundown.items] == ["a", "b"]


def test_an_avatar_that_was_brought_in_can_be_chosen_at_once(desk: Desk, qtbot: QtBot) -> None:
    source = desk.home / "mei"
    shutil.copytree(BUNDLED / "lin", source)
    (source / "avatar.toml").write_text((source / "avatar.toml").read_text().replace('id = "lin"', 'id = "mei"'))
    desk.do(OpenEdit(True))
    with qtbot.waitSignal(desk.rundown.avatars_changed):
        desk.do(MoveFile("avatar", True, str(source)))
    assert "mei" in [avatar.id for avatar in desk.avatars]


def test_a_bad_avatar_is_refused_on_the_screen(desk: Desk, qtbot: QtBot) -> None:
    desk.do(OpenEdit(True))
    with qtbot.waitSignal(desk.rundown._mover.failed):
        desk.do(MoveFile("avatar", True, str(desk.home)))
    assert "avatar.toml" in desk.presenter.console_state.refusal


def test_the_stand_in_is_put_on_and_taken_off_by_the_operator_alone(desk: Desk) -> None:
    assert "TAKE one" in desk.do(UseStandIn(True))
    desk.do(TakePreset("1"))
    assert "names no stand-in" in desk.do(UseStandIn(True))
    desk.presenter.open_edit(True)
    assert desk.do(ChangeShow(SetField("a", "stand_in", "hao"))) == ""
    desk.engine.told.clear()
    for on, avatar in ((True, "hao"), (False, "lin")):
        assert desk.do(UseStandIn(on)) == ""
        assert desk.choices.avatar == avatar and Path(desk.engine.told[-1].avatar).name == avatar  # type: ignore[attr-defined]
    desk.presenter.console_state.state = ShowState.LIVE
    desk.do(ChangeShow(SetField("a", "avatar", "hao")))
    assert desk.do(UseStandIn(False)) == "" and desk.choices.avatar == "lin", "on air EDIT changes no face"
    desk.do(ChangeShow(SetField("a", "stand_in", "nobody")))
    assert "no avatar nobody" in desk.do(UseStandIn(True))


def test_a_take_says_what_the_preset_needs_beside_the_hall_and_stands_all_the_same(desk: Desk) -> None:
    desk.do(OpenEdit(True))
    assert desk.do(ChangeShow(SetField("b", "outputs", "both"))) == ""
    desk.do(TakePreset("2"))
    assert "Awards needs a stream and the recording, and neither is on air: start them in OUTPUTS." in " ".join(
        desk.presenter.console_state.log
    )
    assert desk.show.cues.current == "b"


def test_a_take_that_has_what_it_needs_says_nothing(desk: Desk) -> None:
    desk.do(OpenEdit(True))
    assert desk.do(ChangeShow(SetField("b", "outputs", "both"))) == ""
    outputs = desk.presenter.console_state.claim(OutputsView)
    on_air = OutputCondition.ON_AIR
    outputs.publish(OutputsView((StreamView(1, state=on_air),), RecordingView(state=on_air)))
    desk.do(TakePreset("2"))
    assert "needs" not in " ".join(desk.presenter.console_state.log)
