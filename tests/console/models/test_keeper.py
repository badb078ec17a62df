from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import MagicMock
from urllib.parse import urlsplit

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.models.catalogue import PARTS, Part
from console.models.keeper import ModelKeeper
from console.show.core.state import ShowState
from console.show.effects.show import CheckModels, FetchModels, ImportModels, StopModels
from console.show.state.console_state import ConsoleState
from console.show.state.model_view import FileState
from tests.console.dispatched import dispatch_of
from tests.console.models.samples import contents, write_all
from tests.fakes.model_hub import ModelHub

WAIT_MS = 10_000


@pytest.fixture
def console_state() -> ConsoleState:
    return ConsoleState(state=ShowState.STANDBY)


@pytest.fixture
def source() -> list[str]:
    """Where models are fetched from."""
    return ["http://127.0.0.1:9"]


@pytest.fixture
def keeper(console_state: ConsoleState, source: list[str], tmp_path: Path, qapp: QApplication) -> Iterator[ModelKeeper]:
    made = ModelKeeper(console_state, tmp_path / "models", lambda: source[0], MagicMock(), asked=lambda: "")
    yield made
    made.close()


@pytest.fixture
def done(keeper: ModelKeeper, qtbot: QtBot) -> Callable[[], None]:
    """Waits until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT_MS)


@pytest.fixture
def hub(published: tuple[Part, ...], source: list[str]) -> Iterator[ModelHub]:
    found = contents()
    served = {urlsplit(part.files[0].address("http://hub")).path: found[part.files[0].path] for part in published}
    with ModelHub(served) as running:
        source[0] = running.address
        yield running


def test_nothing_is_looked_at_before_somebody_asks(keeper: ModelKeeper, console_state: ConsoleState) -> None:
    assert console_state.models.lines == () and not keeper.busy


def test_a_look_shows_all_parts_what_a_fetch_would_bring_and_what_stands_in_the_way(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None]
) -> None:
    dispatch_of(keeper).execute(CheckModels())
    assert console_state.models.busy == "looking at the models"
    done()
    view = console_state.models
    assert [line.path for line in view.lines] == [part.files[0].path for part in PARTS]
    assert {line.state for line in view.lines} == {FileState.MISSING}
    assert view.to_fetch == sum(part.files[0].size for part in PARTS if part.required)
    assert not view.ready and view.readiness.startswith("There is no NVIDIA graphics card")
    assert (view.busy, view.told) == ("", "")


def test_an_import_tells_what_came_and_why_the_rest_did_not(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None], tmp_path: Path, qtbot: QtBot
) -> None:
    stick = write_all(tmp_path / "stick")
    unet = stick / "musetalkV15/unet.pth"
    unet.write_bytes(unet.read_bytes()[:-50])
    noted: list[str] = []
    keeper.noted.connect(noted.append)
    dispatch_of(keeper).execute(ImportModels(str(stick)))
    done()
    view = console_state.models
    assert (view.told, view.failed) == ("7 files were brought in; 1 are still missing or not good.", True)
    unet_line = view.lines[0]
    assert unet_line.state is FileState.TRUNCATED
    assert unet_line.sentence == "musetalkV15/unet.pth is truncated: its end is missing; copy it again."
    assert noted == [f"bringing in models from {stick}", view.told]
    write_all(stick)
    dispatch_of(keeper).execute(ImportModels(str(stick)))
    done()
    view = console_state.models
    assert (view.told, view.failed) == ("1 files were brought in: all that is needed is there.", False)
    assert {line.state for line in console_state.models.lines} == {
        FileState.GOOD
    } and console_state.models.to_fetch == 0


def test_a_bad_folder_is_one_sentence(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None]
) -> None:
    dispatch_of(keeper).execute(ImportModels("/no/such/folder"))
    done()
    assert (console_state.models.told, console_state.models.failed) == ("There is no folder /no/such/folder.", True)


def test_a_fetch_goes_to_the_source_of_the_settings(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None], hub: ModelHub
) -> None:
    dispatch_of(keeper).execute(FetchModels())
    done()
    assert console_state.models.told == "7 files were brought in: all that is needed is there."
    assert console_state.models.source == hub.address and len(hub.asked) == 7


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """An import that goes on until it is stopped; the event is set when it has begun."""
    begun = threading.Event()

    def slow(folder: Path, models: Path, watch: object) -> list[object]:
        watch.expect(1000)  # type: ignore[attr-defined]
        never = threading.Event()
        while True:
            watch.add("unet.pth", 1)  # type: ignore[attr-defined]
            begun.set()
            never.wait(0.005)

    monkeypatch.setattr("console.models.keeper.import_from", slow)
    yield begun


def test_progress_is_shown_and_a_second_request_is_refused_until_it_is_stopped(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None], waiting: threading.Event, qtbot: QtBot
) -> None:
    dispatch_of(keeper).execute(ImportModels("/stick"))
    qtbot.waitUntil(lambda: console_state.models.done > 0, timeout=WAIT_MS)
    assert console_state.models.total == 1000 and console_state.models.busy == "bringing in models from /stick"
    assert "already" in dispatch_of(keeper).validate(FetchModels()) and dispatch_of(keeper).validate(StopModels()) == ""
    dispatch_of(keeper).execute(StopModels())
    done()
    assert console_state.models.told == "Stopped: what came is kept, and the next time goes on from there."
    assert dispatch_of(keeper).validate(FetchModels()) == ""


def test_it_stops_by_itself_when_the_show_goes_on_air(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None], waiting: threading.Event
) -> None:
    dispatch_of(keeper).execute(ImportModels("/stick"))
    assert waiting.wait(10)
    console_state.state = ShowState.ARMED
    done()
    assert console_state.models.told.startswith("The show goes on air")


def test_closing_the_console_ends_what_is_under_way(keeper: ModelKeeper, waiting: threading.Event) -> None:
    dispatch_of(keeper).execute(ImportModels("/stick"))
    assert waiting.wait(10)
    keeper.close()
    assert not any(thread.name == "models" for thread in threading.enumerate())


def test_what_goes_wrong_inside_is_a_sentence_and_a_traceback_in_the_log(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("console.models.keeper.import_from", broken)
    dispatch_of(keeper).execute(ImportModels("/stick"))
    done()
    assert console_state.models.told == "That failed inside Compere (ZeroDivisionError): the log has more."
    keeper._log.exception.assert_called_once()  # type: ignore[attr-defined]


def test_checking_all_reads_every_file_and_counts_it(
    keeper: ModelKeeper, console_state: ConsoleState, done: Callable[[], None], tmp_path: Path, published: object
) -> None:
    write_all(tmp_path / "models")
    path = tmp_path / "models/whisper/model.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")
    dispatch_of(keeper).execute(CheckModels())
    done()
    assert {line.state for line in console_state.models.lines} == {FileState.GOOD}
    dispatch_of(keeper).execute(CheckModels(whole=True))
    done()
    assert [line.path for line in console_state.models.lines if line.state is FileState.DAMAGED] == [
        "whisper/model.safetensors"
    ]
