"""Idle loops: a child that cannot prepare one says why, and that is what the operator reads."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import structlog
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from console.avatars.idle_loops import IdleLoops
from console.settings.file import Settings
from console.show.core.state import Show
from console.state_presenter import StatePresenter
from engine.avatar import Avatar, load_avatar
from engine.ipc.throttle import HOLD
from tests.house.source import ROOT


def test_a_filmed_avatar_that_was_never_built_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "mei"
    folder.mkdir()
    (folder / "avatar.toml").write_text(
        'format = 1\nid = "mei"\nname = "Mei"\ndriver = "musetalk"\nsize = [96, 64]\nrate = 25\nlicence = "CC0-1.0"\n'
    )
    loops = IdleLoops(tmp_path / "cache", 96, 64, 25, structlog.get_logger())
    with qtbot.waitSignal(loops.failed, timeout=60_000) as failed:
        loops.prepare(load_avatar(folder))
    assert failed.args is not None
    assert failed.args[1].endswith("Mei has not been built on this computer yet: build it.")
    qtbot.waitUntil(lambda: not loops.findChildren(QProcess))  # the child's object goes in its own time
    loops.close()


def test_nothing_is_prepared_any_more_once_the_console_goes(qtbot: QtBot, tmp_path: Path) -> None:
    loops = IdleLoops(tmp_path / "cache", 96, 64, 25, structlog.get_logger())
    loops.end()
    loops.prepare(load_avatar(ROOT / "avatars" / "lin"))
    assert loops.preparing == {} and loops.findChildren(QProcess) == []


def test_a_loop_that_was_made_well_counts_although_its_host_changed_meanwhile(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "lin"
    shutil.copytree(ROOT / "avatars" / "lin", folder)
    loops = IdleLoops(tmp_path / "cache", 96, 54, 5, structlog.get_logger())
    failed: list[str] = []
    loops.failed.connect(lambda avatar, why: failed.append(str(why)))
    with qtbot.waitSignal(loops.prepared, timeout=60_000) as prepared:
        loops.prepare(load_avatar(folder))
        (folder / "notes.txt").write_text("mended while its loop was made")
    assert prepared.args is not None and Path(prepared.args[1]).is_file() and failed == []
    loops.end()


def light_host(folder: Path) -> Avatar:
    """A bundled host, small and slow enough that its loop takes a while."""
    return load_avatar(ROOT / "avatars" / "lin")


def test_a_loop_stands_still_while_it_is_held_and_is_made_to_its_end_afterwards(qtbot: QtBot, tmp_path: Path) -> None:
    loops = IdleLoops(tmp_path / "cache", 96, 54, 5, structlog.get_logger())
    avatar = light_host(tmp_path)
    parts: list[float] = []
    loops.progressed.connect(lambda: parts.append(loops.preparing.get(avatar.id, 1.0)))
    assert loops.hold(True) and not loops.hold(True)
    loops.prepare(avatar)
    assert loops.findChildren(QProcess) == [] and loops.preparing == {avatar.id: 0.0}, "it waits"
    with qtbot.waitSignal(loops.prepared, timeout=60_000):
        assert loops.hold(False)
    assert loops.find(avatar) is not None and parts[-1] == 1.0
    loops.end()


def test_a_loop_that_was_begun_waits_where_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    loops = IdleLoops(tmp_path / "cache", 640, 360, 30, structlog.get_logger())
    avatar = light_host(tmp_path)
    loops.prepare(avatar)
    qtbot.waitUntil(lambda: loops.preparing[avatar.id] > 0, timeout=60_000)
    (child,) = loops.findChildren(QProcess)
    loops.hold(True)
    process = psutil.Process(child.processId())
    used = -1.0

    def stands_still() -> bool:
        nonlocal used
        before, used = used, sum(process.cpu_times()[:2])
        return used == before

    qtbot.waitUntil(stands_still, timeout=30_000)
    part = loops.preparing[avatar.id]
    assert part < 1 and process.is_running()
    loops.hold(False)
    qtbot.waitUntil(lambda: loops.preparing.get(avatar.id, 1.0) > part, timeout=60_000)
    loops.end()


def test_a_held_child_ends_with_its_parent(tmp_path: Path) -> None:
    out = tmp_path / "lin.idle"
    request = f"--out {out} --width 640 --height 360 --paced".split()
    child = subprocess.Popen(
        [sys.executable, "-m", "engine.prepare", str(ROOT / "avatars" / "lin"), *request],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write(HOLD)
    child.stdin.flush()
    child.stdout.readline()
    child.stdin.close()  # as when the console is gone
    assert child.wait(30) == 1 and not out.exists()
    assert list(tmp_path.iterdir()) == [], "and half a loop is never kept"
    child.stdout.close()


def test_a_tile_says_that_its_loop_waits(qtbot: QtBot, tmp_path: Path) -> None:
    loops = IdleLoops(tmp_path / "cache", 96, 54, 5, structlog.get_logger())
    avatar = light_host(tmp_path)
    presenter = StatePresenter(Show(0.0), Settings(), [avatar])
    loops.hold(True)
    loops.prepare(avatar)
    presenter.update_avatars([avatar], loops)
    (tile,) = presenter.console_state.avatars
    assert tile.note == "its idle loop waits until the show is over, 0 %" and tile.preparing
    loops.end()
