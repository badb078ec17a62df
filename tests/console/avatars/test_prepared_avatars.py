"""Prepared hosts at the desk: why one must be built again, the click that does it, and what is cleared away."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from console.avatars.idle_loops import IdleLoops
from console.avatars.rebuilder import Rebuilder
from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from console.show.state.store_view import StoreLine, StoresView
from engine.avatar import load_avatar
from engine.ipc.messages.engine import Load, Ready
from tests.console.conftest import Console, MakeConsole
from tests.engine.musetalk import puppets

PHOTO = Path(__file__).parents[2] / "data" / "musetalk" / "frames" / "00000000.png"
WAIT_MS = 60_000


def write_host(home: Path, name: str = "mei", clip: str = "clip.png") -> Path:
    """A filmed host of a photo, with nothing prepared."""
    folder = home / "data" / "avatars" / name
    folder.mkdir(parents=True)
    shutil.copy(PHOTO, folder / "clip.png")
    (folder / "avatar.toml").write_text(
        f'format = 1\nid = "{name}"\nname = "{name.title()}"\ndriver = "musetalk"\nsize = [480, 360]\nrate = 25\n'
        f'licence = "CC0-1.0"\n[musetalk]\nclip = "{clip}"\nbox = [200, 120, 280, 230]\n'
    )
    return folder


def line(console: Console, avatar: str = "mei") -> StoreLine:
    return console.console_state.stores.lines.get(avatar, StoreLine())


def settle(console: Console, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not console.controller.rundown._stores.busy, timeout=WAIT_MS)


@pytest.fixture
def host(home: Path, make_console: MakeConsole, qtbot: QtBot) -> Console:
    """A console with a filmed host that nobody has built here."""
    puppets.write_small(home / "data" / "models")
    write_host(home)
    made = make_console()
    settle(made, qtbot)
    return made


def test_one_click_builds_a_host_again_while_the_show_goes_on(host: Console, home: Path, qtbot: QtBot) -> None:
    tile = next(each for each in host.console_state.avatars if each.id == "mei")
    assert (tile.ready, tile.note) == (False, "Mei has not been built on this computer yet: build it.")
    assert line(host).can_build
    host.controller.choices.avatar = "mei"
    host.controller.commands.greeted = True  # playout has said what is on
    host.console_state.state = ShowState.LIVE
    said = len(host.to("engine", Load))
    assert host.controller.perform("rebuild", "mei").accepted
    assert host.controller.perform("rebuild", "mei").reason == "Mei is being built again already."
    with qtbot.waitSignal(host.controller.rundown.rebuilt, timeout=WAIT_MS):
        pass
    settle(host, qtbot)
    assert host.console_state.state is ShowState.LIVE
    assert line(host) == StoreLine("", True, line(host).size)
    assert line(host).size > 10_000
    tile = next(each for each in host.console_state.avatars if each.id == "mei")
    assert tile.ready and "build" not in tile.note
    loads = [load for load in host.to("engine", Load)[said:] if isinstance(load, Load) and load.role == "air"]
    assert [load.avatar for load in loads] == [str(home / "data" / "avatars" / "mei")]


def test_no_idle_loop_is_tried_of_a_host_that_must_be_built_first(
    host: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[str] = []
    monkeypatch.setattr(IdleLoops, "prepare", lambda self, avatar: wanted.append(avatar.id))
    host.from_engine(Ready(avatar=str(host.controller.avatars[0].folder), driver="light", look_ahead_s=0.04))
    assert "lin" in wanted and "mei" not in wanted


def test_what_cannot_be_built_is_refused_in_one_sentence(host: Console, home: Path, qtbot: QtBot) -> None:
    perform = host.controller.perform
    assert perform("rebuild", "lin").reason == "Lin is drawn, not filmed: there is nothing to build."
    assert perform("rebuild", "nobody").reason == "There is no avatar nobody."
    (home / "data" / "avatars" / "mei" / "clip.png").unlink()
    perform("look_stores")
    settle(host, qtbot)
    sentence = "Mei must be built again, and its clip clip.png is gone: bring the avatar in again."
    assert (line(host).fault, line(host).can_build) == (sentence, False)
    assert perform("rebuild", "mei").reason == sentence


def test_a_building_that_fails_says_why_on_the_card(host: Console, home: Path, qtbot: QtBot) -> None:
    (home / "data" / "avatars" / "mei" / "clip.png").write_bytes(b"nothing")
    host.controller.perform("rebuild", "mei")
    qtbot.waitUntil(lambda: line(host).part is None, timeout=WAIT_MS)
    assert line(host).told == "clip.png is not a video or a photo that can be read: export it as MP4 or JPEG."


def test_old_ones_are_cleared_by_request_and_the_size_is_told(host: Console, home: Path, qtbot: QtBot) -> None:
    perform = host.controller.perform
    assert perform("clear_stores").reason == "There is nothing old to clear away."
    old = home / "cache" / "musetalk" / ("gone-" + "0" * 16)
    old.mkdir(parents=True)
    (old / "frames.jpegs").write_bytes(bytes(2_000_000))
    perform("look_stores")
    settle(host, qtbot)
    assert (host.console_state.stores.old, host.console_state.stores.old_bytes) == (1, 2_000_000)
    assert old.exists()  # seen, and left alone
    assert perform("clear_stores").accepted
    settle(host, qtbot)
    assert not old.exists()
    assert (host.console_state.stores.old, host.console_state.stores.told) == (
        0,
        "1 old prepared hosts were deleted, 2 MB.",
    )


def test_where_nobody_was_filmed_no_thread_is_started(console: Console) -> None:
    console.controller.perform("look_stores")
    assert not console.controller.rundown._stores.busy


# -- the child, played ---------------------------------------------------------------------------------------------

PLAYER = """#!{python}
import json, sys
said = open({record!r}, "a"); said.write(" ".join(sys.argv[1:]) + "\\n"); said.close()
def tell(**event): print(json.dumps(event), flush=True)
tell(event="begun", card="--processor" not in sys.argv)
tell(event="progress", stage="making", frame=5, of=10)
if "--processor" in sys.argv: tell(event="done", report={{}})
else:
    sys.stdin.read()
    tell(event="stopped")
"""


@pytest.fixture
def played(home: Path) -> Callable[[], list[str]]:
    """A child that draws on a card until its input ends; gives the command lines it was started with."""
    record = home / "record"
    program = home / "player"
    program.write_text(PLAYER.format(python=sys.executable, record=str(record)))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return lambda: record.read_text().splitlines() if record.exists() else []


@pytest.fixture
def console_state() -> ConsoleState:
    return ConsoleState(state=ShowState.STANDBY)


@pytest.fixture
def rebuilder(
    console_state: ConsoleState, home: Path, played: Callable[[], list[str]], qtbot: QtBot
) -> Iterator[Rebuilder]:
    made = Rebuilder(console_state, console_state.claim(StoresView), MagicMock(), program=str(home / "player"))
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_on_air_the_card_is_left_to_the_show_and_the_processor_goes_on(
    home: Path, played: Callable[[], list[str]], console_state: ConsoleState, rebuilder: Rebuilder, qtbot: QtBot
) -> None:
    rebuilder.rebuild(load_avatar(write_host(home)))
    qtbot.waitUntil(lambda: (console_state.stores.lines["mei"].part or 0) > 0.5, timeout=WAIT_MS)
    console_state.state = ShowState.ARMED
    rebuilder._show_progress({})  # whatever it says next
    with qtbot.waitSignal(rebuilder.rebuilt, timeout=WAIT_MS):
        pass
    assert ["--processor" in words for words in played()] == [False, True]
    assert console_state.stores.lines["mei"].part is None


def test_a_stopped_one_keeps_quiet_and_the_next_one_begins(
    home: Path, played: Callable[[], list[str]], console_state: ConsoleState, rebuilder: Rebuilder, qtbot: QtBot
) -> None:
    for name in ("mei", "kai", "ada"):
        rebuilder.rebuild(load_avatar(write_host(home, name)))
    rebuilder.stop("kai")  # it waits
    assert console_state.stores.lines["kai"].part is None
    qtbot.waitUntil(lambda: (console_state.stores.lines["mei"].part or 0) > 0.5, timeout=WAIT_MS)
    rebuilder.stop("mei")
    qtbot.waitUntil(lambda: (console_state.stores.lines["ada"].part or 0) > 0.5, timeout=WAIT_MS)
    assert console_state.stores.lines["mei"] == StoreLine()
    assert len(played()) == 2
