"""The page of models: it shows how each file is, asks before it fetches, and requests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from console.show.state.model_view import FileState, ModelLine
from tests.ui.console_states import console_state
from ui.panels.edit.edit_models import FileCard, ModelsPage
from ui.widgets.fields.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]
UNET = ModelLine(
    "musetalkV15/unet.pth",
    "Draws the mouth",
    3_400_074_924,
    "MIT; weights for any purpose",
    "TMElyralab/MuseTalk",
    True,
    FileState.MISSING,
    "musetalkV15/unet.pth is missing.",
)


def editing(state: ShowState = ShowState.STANDBY, **changed: object) -> ConsoleState:
    shown = console_state(state)
    shown.show = replace(shown.show, editing=True)
    view = replace(
        shown.models,
        lines=(UNET, replace(UNET, path="whisper/config.json", size=1983, state=FileState.GOOD, sentence="")),
        readiness="PyTorch is not installed: the neural driver needs it.",
        cure="Update the driver.",
        folder="/home/op/models",
        source="https://hub.example",
        to_fetch=3_886_000_000,
    )
    shown.models = replace(view, **changed)  # type: ignore[arg-type]
    return shown


def show(window: OperatorWindow, shown: ConsoleState) -> None:
    window.show_state(shown)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


@pytest.fixture
def requests(window: OperatorWindow) -> Requests:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    return found


@pytest.fixture
def page(window: OperatorWindow, requests: Requests) -> ModelsPage:
    show(window, editing())
    window._edit.show_page("models")
    show(window, editing())
    return window._edit.models


def press(page: ModelsPage, name: str) -> None:
    found = [each for each in page.findChildren(HoldButton) if each.accessibleName() == name]
    assert found[0].isVisible()
    QTest.mousePress(found[0], Qt.MouseButton.LeftButton)


def test_whoever_opens_the_page_sees_how_it_is_now_and_it_is_looked_at_once(
    window: OperatorWindow, page: ModelsPage, requests: Requests
) -> None:
    assert requests == [("check_models", None)]
    show(window, editing())
    assert requests == [("check_models", None)]
    window._edit.show_page("keys")
    window._edit.show_page("models")
    show(window, editing())
    assert requests == [("check_models", None)] * 2


def test_on_air_it_is_not_looked_at(window: OperatorWindow, requests: Requests) -> None:
    show(window, editing(ShowState.HOLD))
    window._edit.show_page("models")
    show(window, editing(ShowState.HOLD))
    assert requests == []


def test_each_file_says_its_state_purpose_size_licence_and_source(page: ModelsPage) -> None:
    unet, config = page.findChildren(FileCard)
    assert [text for text, _, _ in unet.texts()] == [
        "musetalkV15/unet.pth",
        "Draws the mouth",
        "3.40 GB · MIT; weights for any purpose · TMElyralab/MuseTalk",
    ]
    assert (unet.accessibleName(), config.accessibleName()) == (
        "musetalkV15/unet.pth: missing",
        "whisper/config.json: good",
    )


def test_what_is_wrong_with_a_file_is_said_on_its_card(window: OperatorWindow, page: ModelsPage) -> None:
    low = page.findChildren(FileCard)[0].height()
    told = "musetalkV15/unet.pth is truncated: its end is missing; copy it again."
    show(window, editing(lines=(replace(UNET, state=FileState.TRUNCATED, sentence=told),)))
    card = next(each for each in page.findChildren(FileCard) if each.line.path == UNET.path)
    assert card.texts()[-1][0] == told and card.height() > low


def test_what_stands_in_the_way_is_said_at_the_top_with_what_to_do(page: ModelsPage) -> None:
    assert page._ready.text == "PyTorch is not installed: the neural driver needs it. Update the driver."


def test_a_fetch_is_asked_for_in_place_with_its_size_and_source_and_a_no_is_a_no(
    window: OperatorWindow, page: ModelsPage, requests: Requests
) -> None:
    requests.clear()
    press(page, "Fetch…")
    show(window, editing())
    assert requests == [] and QApplication.activeModalWidget() is None
    assert "Fetch 3.89 GB from https://hub.example into /home/op/models?" in page._asked.text
    press(page, "NOT NOW")
    show(window, editing())
    assert requests == [] and not page._question.isVisible()
    press(page, "Fetch…")
    show(window, editing())
    press(page, "FETCH")
    assert requests == [("fetch_models", None)]


def test_with_nothing_missing_there_is_nothing_to_ask(window: OperatorWindow, page: ModelsPage) -> None:
    show(window, editing(to_fetch=0))
    press(page, "Fetch…")
    show(window, editing(to_fetch=0))
    assert not page._question.isVisible()


def test_what_is_under_way_has_a_bar_and_can_be_stopped(
    window: OperatorWindow, page: ModelsPage, requests: Requests
) -> None:
    requests.clear()
    show(window, editing(busy="looking at the models", done=1_000_000_000, total=4_000_000_000))
    assert page._bar.part == 0.25 and page._far.text == "1.00 GB of 4.00 GB · looking at the models"
    assert not page._ways.isVisible()
    press(page, "STOP")
    assert requests == [("stop_models", None)]


def test_how_it_ended_is_said(window: OperatorWindow, page: ModelsPage) -> None:
    show(window, editing(told="There is no folder /stick.", failed=True))
    assert page._told.isVisible() and page._told.text == "There is no folder /stick."


def test_a_folder_is_chosen_without_stopping_the_window(
    window: OperatorWindow, page: ModelsPage, requests: Requests, tmp_path: object
) -> None:
    requests.clear()
    press(page, "Import a folder…")
    dialog = window.findChildren(QFileDialog)[0]
    assert not dialog.isModal() and dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit("/media/stick")
    assert requests == [("import_models", "/media/stick")]


def test_another_source_is_a_setting(page: ModelsPage, requests: Requests) -> None:
    requests.clear()
    field = page.findChildren(LineField)[0]
    assert field.text() == "https://huggingface.co"
    field.setText("https://mirror.example")
    page.commit()
    assert requests == [("settings", {"models_source": "https://mirror.example"})]
