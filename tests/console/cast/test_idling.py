"""Idle loops: a child that cannot prepare one says why, and that is what the operator reads."""

from __future__ import annotations

from pathlib import Path

import structlog
from pytestqt.qtbot import QtBot

from console.cast.idling import IdleLoops
from engine.avatar import load_avatar
from tests.house.source import ROOT


def test_a_filmed_avatar_that_was_never_built_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "mei"
    folder.mkdir()
    (folder / "avatar.toml").write_text(
        'format = 1\nid = "mei"\nname = "Mei"\ndriver = "musetalk"\nsize = [96, 64]\nrate = 25\nlicence = "CC0-1.0"\n'
    )
    loops = IdleLoops(tmp_path / "cache", 96, 64, 25, structlog.get_logger())
    with qtbot.waitSignal(loops.failed, timeout=20_000) as failed:
        loops.want(load_avatar(folder))
    assert failed.args is not None
    assert failed.args[1].endswith("Mei has not been built on this computer yet: build it.")
    qtbot.waitUntil(lambda: not loops.children())  # the child's object goes in its own time
    loops.close()


def test_nothing_is_prepared_any_more_once_the_console_goes(qtbot: QtBot, tmp_path: Path) -> None:
    loops = IdleLoops(tmp_path / "cache", 96, 64, 25, structlog.get_logger())
    loops.end()
    loops.want(load_avatar(ROOT / "avatars" / "lin"))
    assert loops.preparing == {} and loops.children() == []
