"""Models through the action desk: as a mouse, a key or a remote hand asks for them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.show.core.state import ShowState, Snapshot
from console.show.state.model_view import FileState
from tests.console.conftest import Console
from tests.console.models.samples import write_all


@pytest.fixture(autouse=True)
def no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.models.graphics.nvidia_tool", lambda: None)


def test_an_import_at_the_desk_fills_the_folder_of_models_and_the_log(
    console: Console, home: Path, qtbot: QtBot
) -> None:
    stick = write_all(home / "stick")
    outcome = console.controller.perform("import_models", str(stick))
    assert outcome.accepted
    qtbot.waitUntil(lambda: not console.console_state.models.busy, timeout=10_000)
    view = console.console_state.models
    assert view.told == "8 files were brought in: all that is needed is there."
    assert {line.state for line in view.lines} == {FileState.GOOD}
    assert Path(view.folder, "musetalkV15/unet.pth").is_file() and Path(view.folder).is_relative_to(home)
    assert any(view.told in line for line in console.console_state.log)


@pytest.mark.parametrize("action", ["import_models", "fetch_models", "check_models"])
def test_on_air_disk_and_network_are_left_in_peace(console: Console, action: str) -> None:
    console.controller.show.restore(Snapshot(ShowState.HOLD, 1.0, 1.0, True), time.monotonic())
    outcome = console.controller.perform(action, "/stick")
    assert not outcome.accepted and outcome.reason == "Models are brought in in STANDBY only: END the show first."


def test_looking_at_the_models_leaves_what_was_chosen_as_it_is(console: Console, qtbot: QtBot) -> None:
    changes: list[None] = []
    console.controller.choices_changed.connect(lambda: changes.append(None))
    assert console.controller.perform("check_models").accepted
    qtbot.waitUntil(lambda: not console.console_state.models.busy, timeout=10_000)
    assert changes == [] and console.console_state.models.readiness.startswith("There is no NVIDIA graphics card")
