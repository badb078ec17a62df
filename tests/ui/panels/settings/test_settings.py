"""The settings page: each field is a request, and on air it can only be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from console.show.state.settings import Options
from tests.ui.console_states import console_state
from ui.panels.edit.form import Numbered, Segmented
from ui.panels.settings.settings import SettingsPage
from ui.widgets.fields.choices import DeviceBox, Segments
from ui.widgets.fields.fields import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import Paragraph, TextLine
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]


@pytest.fixture
def page(window: OperatorWindow) -> SettingsPage:
    show(window, editing())
    window._edit.show_page("settings")
    return window.findChildren(SettingsPage)[0]


@pytest.fixture
def requests(window: OperatorWindow) -> Requests:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    return found


def editing(state: ShowState = ShowState.STANDBY, **options: object) -> ConsoleState:
    shown = console_state(state)
    shown.show = replace(shown.show, editing=True)
    shown.settings = replace(shown.settings, options=Options(**options))  # type: ignore[arg-type]
    return shown


def show(window: OperatorWindow, shown: ConsoleState) -> None:
    window.show_state(shown)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def box(page: QWidget, name: str) -> DeviceBox:
    return next(each for each in page.findChildren(DeviceBox) if each.accessibleName() == f"Settings: {name}")


def number(page: SettingsPage, name: str) -> NumberField:
    field = page.devices.field(name)
    assert isinstance(field, Numbered)
    return field.number


def buttons(page: SettingsPage, name: str) -> Segments:
    field = page.program.field(name)
    assert isinstance(field, Segmented)
    return field.segments


def texts(page: QWidget) -> str:
    return " ".join(each.text for kind in (TextLine, Paragraph) for each in page.findChildren(kind))  # type: ignore[attr-defined]


def choose(found: DeviceBox, key: str) -> None:
    found.activated.emit(found.findData(key))


def test_a_language_is_chosen_by_its_own_name(page: SettingsPage, requests: Requests) -> None:
    found = box(page, "Language")
    assert [found.itemText(i) for i in range(found.count())] == [
        "the system's language",
        "English",
        "繁體中文",
        "简体中文",
    ]
    choose(found, "zh-Hant")
    choose(found, "")
    assert requests == [("settings", {"language": "zh-Hant"}), ("settings", {"language": ""})]


def test_rate_size_and_slate_are_requests(page: SettingsPage, requests: Requests, qtbot: QtBot) -> None:
    buttons(page, "rate").button("50").performed.emit()
    choose(box(page, "Size"), "1280x720")
    page.program._slate.button("black").performed.emit()
    assert requests == [
        ("settings", {"rate": 50}),
        ("settings", {"width": 1280, "height": 720}),
        ("slate", "black"),
    ]


def test_a_size_of_the_file_that_the_page_does_not_offer_is_shown(window: OperatorWindow, page: SettingsPage) -> None:
    show(window, editing(width=1600, height=900))
    assert box(page, "Size").currentText() == "1600 × 900"


@pytest.mark.parametrize(
    ("option", "typed", "value"),
    [("delay_ms", 140, 140.0), ("low_dbfs", -40, -40.0), ("mic_gain_db", 2.5, 2.5), ("budget_ms", 90, 90.0)],
)
def test_a_number_is_requested_when_it_is_typed_to_its_end(
    page: SettingsPage, requests: Requests, qtbot: QtBot, option: str, typed: float, value: float
) -> None:
    page.show_part("devices")
    field = number(page, option)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, str(typed))
    assert requests == []
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert requests == [("settings", {option: value})]


def test_showing_settings_requests_none(window: OperatorWindow, page: SettingsPage, requests: Requests) -> None:
    show(window, editing(delay_ms=200, language="en", rate=60, show_name="Gala"))
    show(window, editing())
    assert requests == []
    assert number(page, "delay_ms").value() == 100


def test_a_wheel_that_passes_over_a_number_changes_nothing(page: SettingsPage, requests: Requests) -> None:
    field = number(page, "delay_ms")
    nowhere, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        nowhere, nowhere, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QCoreApplication.sendEvent(field, turn)
    assert field.value() == 100 and requests == []


def test_the_name_is_requested_when_it_was_typed(page: SettingsPage, requests: Requests, qtbot: QtBot) -> None:
    name = next(each for each in page.findChildren(LineField) if each.accessibleName() == "Name on the state strip")
    qtbot.keyClicks(name, "Opera")
    name.commit()
    assert requests == [("settings", {"show_name": "Opera"})]


def test_devices_are_chosen_here_too(page: SettingsPage, requests: Requests) -> None:
    choose(box(page, "Microphone"), "Built-in microphone")
    choose(box(page, "Loudspeaker"), "Built-in audio")
    choose(box(page, "Hall screen"), "BOE|x|1")
    assert requests == [("mic", "Built-in microphone"), ("speaker", "Built-in audio"), ("screen", "BOE|x|1")]


@pytest.mark.parametrize("state", [ShowState.ARMED, ShowState.LIVE, ShowState.HOLD, ShowState.PANIC])
def test_on_air_settings_can_be_read_and_not_changed(
    window: OperatorWindow, page: SettingsPage, state: ShowState
) -> None:
    show(window, editing(state))
    assert "changed in STANDBY" in texts(page)
    assert number(page, "delay_ms").isReadOnly()
    show(window, editing())
    assert not number(page, "delay_ms").isReadOnly()


def test_a_restart_is_offered_only_when_it_is_needed(
    window: OperatorWindow, page: SettingsPage, requests: Requests, qtbot: QtBot
) -> None:
    button = next(each for each in page.findChildren(HoldButton) if each.accessibleName() == "Restart playout")
    assert not button.isVisibleTo(window)
    shown = editing(rate=50)
    shown.settings = replace(shown.settings, restart=True)
    show(window, shown)
    assert button.isVisibleTo(window)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert requests == [("apply_settings", None)]


def test_it_says_where_things_are_kept_how_much_room_there_is_and_what_leaves_the_machine(
    window: OperatorWindow, page: SettingsPage
) -> None:
    shown = editing()
    shown.settings = replace(shown.settings, storage="/home/op/compere", free_gb=412.4)
    show(window, shown)
    assert "/home/op/compere" in texts(page) and "412 GB free" in texts(page)
    assert "Nothing leaves this machine" in texts(page)


def test_the_welcome_can_be_opened_again(page: SettingsPage, requests: Requests, qtbot: QtBot) -> None:
    again = next(each for each in page.findChildren(HoldButton) if each.accessibleName() == "Open the welcome again")
    again.performed.emit()
    assert requests == [("welcome", True)]


def test_nothing_of_it_is_a_dialog(window: OperatorWindow, page: SettingsPage) -> None:
    QCoreApplication.processEvents()
    assert QApplication.activeModalWidget() is None and page.window() is window
