"""Streams and the recording in the settings: addresses, keys and folders."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from console.show.state.output_settings import STREAMS
from console.show.state.output_view import OutputsView, StreamView
from console.show.state.settings import Options
from console.show.state.settings_rules import changed
from tests.ui.console_states import console_state
from ui import theme
from ui.panels.edit.form import Numbered
from ui.panels.settings.settings import SettingsPage
from ui.widgets.fields.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import Paragraph
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]


def editing(*streams: StreamView, state: ShowState = ShowState.STANDBY, **options: object) -> ConsoleState:
    shown = console_state(state)
    shown.show = replace(shown.show, editing=True)
    shown.settings = replace(shown.settings, options=Options(**options))  # type: ignore[arg-type]
    shown.outputs = OutputsView(streams)
    return shown


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    made = SettingsPage()
    qtbot.addWidget(made)
    made.resize(520, 500)
    made.show_state(editing())
    made.show_part("outputs")
    made.show()
    return made


@pytest.fixture
def requests(page: SettingsPage) -> Requests:
    found: Requests = []
    page.action_requested.connect(lambda action, argument: found.append((action, argument)))
    return found


def press(page: SettingsPage, name: str) -> None:
    next(each for each in page.findChildren(HoldButton) if each.accessibleName() == name).performed.emit()


@pytest.mark.parametrize("number", range(1, STREAMS + 1))
def test_each_stream_has_an_address_and_a_key_of_its_own(
    page: SettingsPage, requests: Requests, qtbot: QtBot, number: int
) -> None:
    address = page.outputs.field(f"stream_{number}_url")
    assert isinstance(address, LineField)
    qtbot.keyClicks(address, "rtmp://a.example.com/live2")
    address.commit()
    row = page.outputs.key(f"stream_{number}")
    qtbot.keyClicks(row.field, "abcd-efgh")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    settings, (action, kept) = requests
    assert settings == ("settings", {f"stream_{number}_url": "rtmp://a.example.com/live2"})
    assert isinstance(kept, dict)
    assert action == "keep_key" and kept["provider"] == f"stream_{number}" and kept["key"].reveal() == "abcd-efgh"
    assert row.field.text() == ""
    press(page, f"Stream {number}: take the key out of the keyring")
    assert requests[-1] == ("forget_key", f"stream_{number}")


def test_a_key_that_was_not_entered_is_forgotten_when_the_page_is_left(
    page: SettingsPage, requests: Requests, qtbot: QtBot
) -> None:
    row = page.outputs.key("stream_2")
    qtbot.keyClicks(row.field, "abcd-efgh")
    page.commit()
    assert row.field.text() == "" and requests == []


def test_it_says_where_the_key_of_each_stream_is(page: SettingsPage) -> None:
    page.show_state(editing(StreamView(1, key="keyring"), StreamView(2, key="environment"), StreamView(3)))
    said = [page.outputs.key(f"stream_{number}").state for number in (1, 2, 3)]
    assert [each.text for each in said] == [
        "in the system's keyring",
        "from the environment",
        "none: unless the address holds it",
    ]
    assert [each._colour for each in said] == [theme.GREEN, theme.GREEN, theme.MUTED]


@pytest.mark.parametrize("typed", ["http://a.example.com/live2", "rtmp://a.example.com", "a.example.com/live2"])
def test_what_is_no_address_of_a_stream_is_refused_at_its_field(
    page: SettingsPage, requests: Requests, qtbot: QtBot, typed: str
) -> None:
    address = page.outputs.field("stream_1_url")
    assert isinstance(address, LineField)
    qtbot.keyClicks(address, typed)
    address.commit()
    assert requests == [] and "must begin with rtmp://" in page.outputs.fault("stream_1_url")
    assert address.text() == typed


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("Streams' size: 1080p", {"stream_size": "1080"}),
        ("Recording's size: 720p", {"record_size": "720"}),
        ("With the show: ON", {"record_with_show": True}),
        ("Folder: no file", {"record_folder": ""}),
    ],
)
def test_a_press_is_a_request(page: SettingsPage, requests: Requests, name: str, changes: dict[str, object]) -> None:
    press(page, name)
    assert requests == [("settings", changes)]


def test_bit_rates_and_minutes_are_kept_as_whole_numbers(page: SettingsPage, requests: Requests) -> None:
    for name, value in (("stream_kbps", 2500), ("record_kbps", 20000), ("record_minutes", 30)):
        field = page.outputs.field(name)
        assert isinstance(field, Numbered)
        field.number.setValue(value)
        action, changes = requests[-1]
        assert (action, changes) == ("settings", {name: value}) and isinstance(changes, dict)
        assert repr(getattr(changed(Options(), changes), name)) == str(value)


@pytest.mark.parametrize(
    ("name", "option", "title"),
    [
        ("Folder: choose a file", "record_folder", "Choose the folder of recordings"),
        ("Second folder: choose a file", "record_folder_2", "Choose the second folder of recordings"),
    ],
)
def test_a_folder_of_recordings_is_chosen_without_stopping_anything(
    window: OperatorWindow, name: str, option: str, title: str
) -> None:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    window.show_state(editing())
    window._edit.show_page("settings")
    press(window._edit.settings, name)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory and dialog.windowTitle() == title
    dialog.fileSelected.emit("/media/disk2/recordings")
    assert found == [("settings", {option: "/media/disk2/recordings"})]
    dialog.done(0)


@pytest.mark.parametrize("state", [ShowState.ARMED, ShowState.LIVE])
def test_on_air_they_can_be_read_only(page: SettingsPage, state: ShowState) -> None:
    address = page.outputs.field("stream_1_url")
    assert isinstance(address, LineField)
    page.show_state(editing(state=state))
    assert address.isReadOnly()
    page.show_state(editing())
    assert not address.isReadOnly()


def test_it_says_what_leaves_this_machine(page: SettingsPage) -> None:
    told = " ".join(each.text for each in page.outputs.findChildren(Paragraph))
    assert "what the hall sees and hears goes to its server" in told and "in no show, log or report" in told
