"""Hearing, the engine and the providers in the settings: each field is a request, judged where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from console.show.state.settings import Options
from console.show.state.voice_view import ProviderView
from tests.ui.console_states import console_state
from ui.panels.edit.form import Listed, Numbered, Segmented
from ui.panels.settings.settings import SettingsPage
from ui.panels.settings.settings_form import SettingsForm
from ui.widgets.fields.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]

OF_THE_LISTS = {"width", "height", "models_source"}
"""Options with a place of their own: a list of sizes, and the page of models."""


def editing(state: ShowState = ShowState.STANDBY, **options: object) -> ConsoleState:
    shown = console_state(state)
    shown.show = replace(shown.show, editing=True)
    shown.settings = replace(shown.settings, options=Options(**options))  # type: ignore[arg-type]
    return shown


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    """The page by itself: no window need be made around it."""
    made = SettingsPage()
    qtbot.addWidget(made)
    made.resize(520, 500)
    made.show_state(editing())
    made.show()
    return made


@pytest.fixture
def requests(page: SettingsPage) -> Requests:
    found: Requests = []
    page.action_requested.connect(lambda action, argument: found.append((action, argument)))
    return found


def parts(page: SettingsPage) -> tuple[SettingsForm, ...]:
    return page.parts


def press(page: QWidget, name: str) -> None:
    next(each for each in page.findChildren(HoldButton) if each.accessibleName() == name).performed.emit()


def test_every_option_has_its_place_in_the_settings(page: SettingsPage) -> None:
    there = frozenset().union(*(part.names for part in parts(page)))
    assert there | OF_THE_LISTS == set(Options.__struct_fields__)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("Text size: LARGE", {"text_size": "large"}),
        ("Contrast: HIGH", {"contrast": "high"}),
        ("Animations: CALM", {"animations": "calm"}),
        ("Hands-free: ON", {"hands_free": True}),
        ("Host's own voice: CANCEL", {"echo": "cancel"}),
        ("Runs on: GRAPHICS CARD", {"whisper_device": "cuda"}),
        ("Calculates in: FP32", {"whisper_compute": "float32"}),
        ("Precision: BF16", {"engine_precision": "bf16"}),
        ("Decoder: SMALL", {"engine_decoder": "small"}),
        ("Stands by: OFF", {"standby": "off"}),
        ("Groq: May be asked: OFF", {"use_groq": False}),
        ("Edge voices: May be asked: OFF", {"use_edge": False}),
    ],
)
def test_a_press_is_a_request(page: SettingsPage, requests: Requests, name: str, changes: dict[str, object]) -> None:
    press(page, name)
    assert requests == [("settings", changes)]


def test_the_pause_is_a_number_of_tenths(page: SettingsPage, requests: Requests) -> None:
    field = page.hearing.field("end_pause_s")
    assert isinstance(field, Numbered)
    field.number.setValue(1.2)
    assert requests == [("settings", {"end_pause_s": 1.2})]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Test Groq: Answers", "groq"),
        ("Test Groq: Hears", "groq_hears"),
        ("Test Groq: Speaks", "groq_speaks"),
        ("Test A server of yours: Answers", "server"),
        ("Test A server of yours: Hears", "server_hears"),
        ("Test Edge voices", "edge"),
        ("Test Built-in voice", "builtin"),
        ("Test Whisper on this machine", "whisper"),
    ],
)
def test_each_of_those_who_think_hear_and_speak_has_a_test_of_its_own(
    page: SettingsPage, requests: Requests, name: str, asked: str
) -> None:
    press(page, name)
    assert requests == [("test_provider", asked)]


def test_what_a_test_found_stands_beside_the_one_who_was_asked(page: SettingsPage) -> None:
    shown = editing()
    shown.voices = replace(
        shown.voices,
        providers=(
            ProviderView("groq", "keyring", "", "Groq answered after 231 ms.", True),
            ProviderView("groq_hears", "", "", "Groq refused the key: set another one.", False),
            ProviderView("whisper", "", "", "", None, True),
        ),
    )
    page.show_state(shown)
    asked = page.providers.test_of
    assert asked("groq").told == "Groq answered after 231 ms."
    assert asked("groq_hears").told == "Groq refused the key: set another one."
    assert asked("groq_speaks").told == "" and asked("server").told == ""
    assert page.hearing.asked.told == "is being asked …"


def test_an_address_that_is_none_is_refused_at_its_field_and_stays_to_be_mended(
    page: SettingsPage, requests: Requests, qtbot: QtBot
) -> None:
    page.show_part("answers")
    field = page.providers.field("server_url")
    assert isinstance(field, LineField)
    qtbot.keyClicks(field, "ollama")
    field.commit()
    assert requests == [] and "must begin with https://" in page.providers.fault("server_url")
    page.show_state(editing(hands_free=True))
    assert field.text() == "ollama" and page.providers.fault("server_url")
    field.setText("")
    qtbot.keyClicks(field, "http://127.0.0.1:11434/v1")
    field.commit()
    assert requests == [("settings", {"server_url": "http://127.0.0.1:11434/v1"})]
    assert page.providers.fault("server_url") == ""


def test_half_precision_on_a_processor_is_refused_where_it_was_pressed(page: SettingsPage, requests: Requests) -> None:
    press(page, "Calculates in: FP16")
    assert requests == [] and "half precision" in page.hearing.fault("whisper_compute")


def test_the_models_folder_is_chosen_without_stopping_anything(window: OperatorWindow) -> None:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    window.show_state(editing())
    window._edit.show_page("settings")
    press(window._edit.settings, "Model's folder: choose a file")
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit("/media/usb/whisper-base")
    press(window._edit.settings, "Model's folder: no file")
    assert found == [
        ("settings", {"whisper_folder": "/media/usb/whisper-base"}),
        ("settings", {"whisper_folder": ""}),
    ]
    dialog.done(0)


def test_the_cards_of_this_machine_are_looked_for_and_offered_by_name(page: SettingsPage, requests: Requests) -> None:
    page.show_part("engine")
    shown = editing(engine_card="1")  # as a person may write it
    page.show_state(shown)
    assert requests == [("check_models", None)]
    shown.models = replace(shown.models, cards=("NVIDIA RTX A2000, 12 GB", "NVIDIA L40S, 45 GB"))
    page.show_state(shown)
    card = page.engine.field("engine_card")
    assert isinstance(card, Listed)
    keys = [card.box.itemData(row) for row in range(card.box.count())]
    assert keys == ["auto", "cuda:0", "1", "cpu"] and card.box.currentText() == "NVIDIA L40S, 45 GB"
    card.box.activated.emit(1)
    assert requests[1:] == [("settings", {"engine_card": "cuda:0"})]


@pytest.mark.parametrize("state", [ShowState.ARMED, ShowState.LIVE, ShowState.HOLD, ShowState.PANIC])
def test_on_air_all_of_them_can_be_read_only_and_no_card_is_looked_for(
    page: SettingsPage, requests: Requests, state: ShowState
) -> None:
    page.show_part("engine")
    page.show_state(editing(state))
    assert requests == []
    address, standby = page.providers.field("server_url"), page.engine.field("standby")
    assert isinstance(address, LineField) and address.isReadOnly()
    assert isinstance(standby, Segmented) and standby.fixed
    page.show_state(editing())
    assert not address.isReadOnly() and not standby.fixed


def test_showing_settings_of_every_part_requests_none(page: SettingsPage, requests: Requests) -> None:
    shown = editing(whisper_folder="/x", end_pause_s=1.25, standby="on", groq_model="m", echo="cancel")
    for part in ("program", "devices", "answers", "hearing", "outputs"):
        page.show_part(part)
        page.show_state(shown)
        page.commit()
    assert requests == []
