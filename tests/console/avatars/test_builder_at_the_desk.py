"""A host of a photo through the action desk: looked at, planned, made, and on the list of avatars."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.show.core.state import ShowState, Snapshot
from console.show.state.build_view import BuildView
from tests.console.conftest import Console
from tests.engine.musetalk.golden import unpack_models

PHOTO = Path(__file__).parents[2] / "data" / "musetalk" / "frames" / "00000000.png"


def settled(console: Console, qtbot: QtBot) -> BuildView:
    qtbot.waitUntil(lambda: not console.console_state.build.busy, timeout=60_000)
    return console.console_state.build


@pytest.fixture
def photo(home: Path) -> Path:
    return Path(shutil.copy(PHOTO, home / "Mei.png"))


def test_a_photo_becomes_a_host_on_the_list(console: Console, home: Path, photo: Path, qtbot: QtBot) -> None:
    perform = console.controller.perform
    unpack_models(home / "data" / "models")
    assert perform("look_clip", str(photo)).accepted
    assert perform("start_build").reason == "A host is being made: wait until it is done, or stop it."
    view = settled(console, qtbot)
    assert (view.size, len(view.faces), view.plan.name) == ((480, 360), 1, "Mei")
    assert view.box == view.faces[0]
    assert Path(view.picture).is_file()
    assert perform("start_build").reason == "Say under which licence the clip may be shown."
    assert perform("plan_build", {"licence": "CC0-1.0", "chin": 85, "box": [200, 120, 280, 230]}).accepted
    view = console.console_state.build
    assert view.box == (200, 120, 280, 230)
    assert max(y for _, y in view.outline) == pytest.approx(120 + 0.85 * 110, abs=1)
    assert perform("start_build").accepted
    view = settled(console, qtbot)
    assert view.told == "The host Mei is there."
    assert view.finished and not view.failed
    made = next(avatar for avatar in console.controller.avatars if avatar.id == "mei")
    assert made.driver == "musetalk"
    assert made.settings["box"] == [200, 120, 280, 230]
    assert "mei" in [tile.id for tile in console.console_state.avatars]
    assert perform("close_build").accepted
    assert console.console_state.build == BuildView()


def test_a_file_that_is_no_clip_says_so_on_the_page(console: Console, home: Path, qtbot: QtBot) -> None:
    (home / "a.mp4").write_bytes(b"nothing")
    console.controller.perform("look_clip", str(home / "a.mp4"))
    view = settled(console, qtbot)
    assert view.failed
    assert view.told == "a.mp4 is not a video or a photo that can be read: export it as MP4 or JPEG."


def test_a_closed_page_stops_what_is_under_way(console: Console, photo: Path, qtbot: QtBot) -> None:
    console.controller.perform("look_clip", str(photo))
    console.controller.perform("close_build")
    qtbot.waitUntil(lambda: not console.controller.rundown._builder._job.busy, timeout=20_000)
    assert console.console_state.build == BuildView()


@pytest.mark.parametrize(
    "plan", [None, {}, {"clip": "x"}, {"chin": 5}, {"chin": "a"}, {"box": [1]}, {"face": True}, {"start": -1}]
)
def test_a_plan_that_cannot_be_is_refused(console: Console, plan: object) -> None:
    assert not console.controller.perform("plan_build", plan).accepted


def test_without_a_clip_there_is_nothing_to_make(console: Console) -> None:
    assert console.controller.perform("start_build").reason == "Choose a video or a photo first."


def test_no_host_is_made_on_air(console: Console) -> None:
    console.controller.show.restore(Snapshot(ShowState.HOLD, 1.0, 1.0, True), time.monotonic())
    reason = console.controller.perform("look_clip", "a.mp4").reason
    assert reason == "Hosts are made in STANDBY only: END the show first."
