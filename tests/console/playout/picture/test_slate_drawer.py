"""The slate is drawn beside the tick and the window: whatever its picture does, only the newest request counts."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from console.playout.picture import slate_drawer
from console.playout.picture.slate import draw_slate
from console.playout.picture.slate_drawer import Drawn, SlateDrawer
from tests.console.playout.picture.test_slate import picture


class Seen:
    def __init__(self, drawer: SlateDrawer) -> None:
        self.slates: list[Drawn] = []
        drawer.drawn.connect(self.slates.append)


@pytest.fixture
def drawer(qtbot: QtBot) -> Iterator[SlateDrawer]:
    made = SlateDrawer(64, 36)
    yield made
    made.close()


def test_a_picture_is_read_in_a_thread_and_comes_when_it_is_there(
    drawer: SlateDrawer, qtbot: QtBot, tmp_path: Path
) -> None:
    path = str(picture(tmp_path / "a.png", 64, 36))
    seen = Seen(drawer)
    with qtbot.waitSignal(drawer.drawn):
        drawer.draw("picture", path)
        assert seen.slates == []
    assert seen.slates[0].image == draw_slate("picture", path, 64, 36)[0] and seen.slates[0].sentence == ""
    drawer.draw("black", "")
    assert len(seen.slates) == 2, "what needs no file is there at once"


def test_a_pipe_as_a_slate_is_told_and_nothing_waits(drawer: SlateDrawer, qtbot: QtBot, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    seen = Seen(drawer)
    with qtbot.waitSignal(drawer.drawn):
        drawer.draw("picture", str(tmp_path / "a.png"))
    assert "no regular file" in seen.slates[0].sentence


def test_a_picture_that_hangs_is_given_up_and_comes_too_late(
    drawer: SlateDrawer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def hanging(kind: str, path: str, width: int, height: int, title: str = "") -> Any:
        if kind == "picture":
            goes_on.wait(10)
        return draw_slate(kind, "", width, height)

    monkeypatch.setattr(slate_drawer, "draw_slate", hanging)
    seen = Seen(drawer)
    drawer.draw("picture", "slow.png")
    drawer._late.setInterval(1)
    with qtbot.waitSignal(drawer.drawn):
        drawer._late.start()
    assert "slow.png cannot be shown (it takes too long" in seen.slates[0].sentence
    for _ in range(9):
        drawer.draw("picture", "slow.png")
    assert len([each for each in threading.enumerate() if each.name == "slate"]) <= 4
    drawer.draw("black", "")
    goes_on.set()
    for thread in threading.enumerate():
        if thread.name == "slate":
            thread.join(5)
    qtbot.wait(1)
    assert len(seen.slates) == 2 and seen.slates[1].image == draw_slate("black", "", 64, 36)[0]
