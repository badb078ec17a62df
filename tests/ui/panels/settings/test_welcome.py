"""The welcome of the first run: four short steps that stop nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.show.core.meters import MeterReading
from console.show.core.state import ShowState
from console.show.rundown.cue_state import CueState
from console.show.rundown.rundown import NameShow
from console.show.state.console_state import Choice, Condition, ConsoleState, DeviceView
from tests.ui.console_states import QUIET, console_state, rundown_view
from ui.panels.settings.welcome import WelcomePanel
from ui.panels.settings.welcome_steps import HEARD_TIMES, NameField
from ui.widgets.fields.choices import DeviceBox
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine
from ui.widgets.tile import AvatarButton
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]
LOUD = MeterReading(-12.0, -9.0, -9.0)


@pytest.fixture
def welcome(window: OperatorWindow) -> WelcomePanel:
    window.show_state(first_run())
    return window.findChildren(WelcomePanel)[0]


@pytest.fixture
def requests(window: OperatorWindow) -> Requests:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    return found


def first_run(state: ShowState = ShowState.STANDBY, *, loud: bool = False, same: bool = True) -> ConsoleState:
    shown = console_state(state)
    shown.welcome_open = True
    shown.mic_meter = LOUD if loud else QUIET
    shown.show = rundown_view(current="", following="p1" if same else "p3")
    return shown


def press(welcome: WelcomePanel, words: str) -> None:
    next(each for each in welcome.findChildren(HoldButton) if each.words == words).performed.emit()


def texts(welcome: WelcomePanel) -> str:
    return " ".join(each.text for each in welcome.findChildren(TextLine) if each.isVisibleTo(welcome))


def to_the_voice(window: OperatorWindow, welcome: WelcomePanel) -> None:
    press(welcome, "NEXT STEP")
    window.show_state(first_run())


def to_the_hall(window: OperatorWindow, welcome: WelcomePanel) -> None:
    to_the_voice(window, welcome)
    press(welcome, "NEXT STEP")
    window.show_state(first_run())


def speak(window: OperatorWindow, times: int = HEARD_TIMES, **console_state: bool) -> None:
    for _ in range(times):
        window.show_state(first_run(loud=True, **console_state))


def test_it_opens_and_closes_as_the_house_says(window: OperatorWindow, welcome: WelcomePanel) -> None:
    assert welcome.isVisible() and welcome.step == 0
    window.show_state(console_state())
    assert not welcome.isVisible()


@pytest.mark.parametrize("state", [ShowState.ARMED, ShowState.LIVE, ShowState.HOLD, ShowState.PANIC])
def test_it_never_hides_what_the_hall_sees(window: OperatorWindow, welcome: WelcomePanel, state: ShowState) -> None:
    window.show_state(first_run(state))
    assert not welcome.isVisible()


def test_it_stands_over_hall_now_and_nothing_else(window: OperatorWindow, welcome: WelcomePanel) -> None:
    assert welcome.geometry() == window._program.geometry()
    assert QApplication.activeModalWidget() is None
    assert not isinstance(QApplication.focusWidget(), (HoldButton, DeviceBox))


def test_the_keys_of_rescue_work_while_it_is_open(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests, send: Callable[..., bool]
) -> None:
    send(Qt.Key.Key_F12)
    assert requests == [("panic", None)]


def test_a_voice_is_heard_and_a_click_is_none(window: OperatorWindow, welcome: WelcomePanel) -> None:
    to_the_voice(window, welcome)
    assert "Say a few words" in texts(welcome)
    speak(window, 2)
    window.show_state(first_run())
    assert "A voice is heard" not in texts(welcome)
    speak(window)
    assert "A voice is heard" in texts(welcome)


def test_without_a_microphone_the_demo_mc_may_speak(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests
) -> None:
    to_the_voice(window, welcome)
    shown = first_run()
    shown.microphone = replace(shown.microphone, condition=Condition.MISSING)
    window.show_state(shown)
    assert "let the demo MC speak" in texts(welcome)
    press(welcome, "DEMO MC")
    assert requests == [("demo", True)]


def test_the_third_step_chooses_the_screen(window: OperatorWindow, welcome: WelcomePanel, requests: Requests) -> None:
    to_the_hall(window, welcome)
    assert welcome.step == 2 and "The program is there" in texts(welcome)
    screens = next(box for box in welcome.findChildren(DeviceBox) if "hall screen" in box.accessibleName())
    screens.activated.emit(screens.findData("BOE|x|1"))
    press(welcome, "SHOW ITS NAME ON IT")
    press(welcome, "BACK")
    assert welcome.step == 1
    assert requests == [("screen", "BOE|x|1"), ("identify", None)]


def to_the_avatars(window: OperatorWindow, welcome: WelcomePanel, *, same: bool = True) -> None:
    window.show_state(first_run(same=same))
    for _ in range(3):
        press(welcome, "NEXT STEP")
    window.show_state(first_run(same=same))
    assert welcome.step == 3


def test_the_last_step_has_who_is_next_drawn_so_that_the_picture_moves(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests
) -> None:
    to_the_avatars(window, welcome, same=False)
    assert requests == [("avatar", "avatar1")]


def test_an_avatar_that_is_chosen_is_there_and_next(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests
) -> None:
    to_the_avatars(window, welcome)
    tiles = [tile for tile in welcome.findChildren(AvatarButton) if tile.avatar_id == "avatar1"]
    tiles[0].performed.emit()
    assert requests == [("avatar", "avatar1"), ("next_avatar", "avatar1")]


def test_it_ends_with_the_operator_having_driven_the_avatar(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests
) -> None:
    to_the_avatars(window, welcome)
    assert not welcome.seen and "its lips follow you" in texts(welcome)
    speak(window)
    assert welcome.seen and "That was you" in texts(welcome)
    press(welcome, "DONE")
    assert requests == [("welcome", False)]


def test_the_demo_mc_is_not_taken_for_the_operator(window: OperatorWindow, welcome: WelcomePanel) -> None:
    to_the_avatars(window, welcome)
    for _ in range(HEARD_TIMES):
        shown = first_run(loud=True)
        shown.demo = True
        window.show_state(shown)
    assert welcome.seen and "That was the demo MC" in texts(welcome)


def test_a_voice_that_drives_another_than_the_one_in_next_does_not_count(
    window: OperatorWindow, welcome: WelcomePanel
) -> None:
    to_the_avatars(window, welcome)
    speak(window, same=False)
    assert not welcome.seen and "Choose who it is" in texts(welcome)


def test_a_voice_without_an_engine_does_not_count(window: OperatorWindow, welcome: WelcomePanel) -> None:
    to_the_avatars(window, welcome)
    for _ in range(2 * HEARD_TIMES):
        shown = first_run(loud=True)
        shown.health = replace(shown.health, engine=Condition.STARTING)
        window.show_state(shown)
    assert not welcome.seen


def test_it_can_be_skipped_at_any_step(window: OperatorWindow, welcome: WelcomePanel, requests: Requests) -> None:
    for step in range(4):
        welcome._turn_to(step)
        press(welcome, "SKIP")
    assert requests == [("welcome", False)] * 4


def test_opened_again_it_begins_again(window: OperatorWindow, welcome: WelcomePanel) -> None:
    to_the_avatars(window, welcome)
    speak(window)
    window.show_state(console_state())
    window.show_state(first_run())
    assert welcome.step == 0 and not welcome.seen


def test_a_house_without_a_rundown_can_be_welcomed_too(
    window: OperatorWindow, welcome: WelcomePanel, qtbot: QtBot
) -> None:
    shown = first_run()
    shown.avatars = ()
    shown.show = replace(shown.show, next=None, cues=CueState())
    for step in range(4):
        welcome._turn_to(step)
        window.show_state(shown)
    assert not welcome.seen


def test_the_events_name_is_asked_and_kept_as_the_settings_keep_it(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests, send: Callable[..., bool]
) -> None:
    field = welcome.findChildren(NameField)[0]
    shown = first_run()
    shown.show_name = ""
    shown.show = replace(shown.show, rundown=replace(shown.show.rundown, name=""))
    window.show_state(shown)
    assert "plain ground" in texts(welcome)
    window.activateWindow()
    field.setFocus()
    for letter in "Gala":
        send(Qt.Key(ord(letter.upper())), text=letter)
    send(Qt.Key.Key_Return, text="\r")
    assert requests == [("settings", {"show_name": "Gala"})], "no letter of it was a key of the show"
    assert not field.hasFocus()
    shown.show_name = "Gala"
    window.show_state(shown)
    assert "The hall reads “Gala”" in texts(welcome)


def test_a_show_with_a_name_of_its_own_gets_the_new_one(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests
) -> None:
    shown = first_run()
    shown.show_name = "Spring"
    shown.show = replace(shown.show, rundown=replace(shown.show.rundown, name="Spring"))
    window.show_state(shown)
    field = welcome.findChildren(NameField)[0]
    assert field.text() == "Spring"
    window.activateWindow()
    field.setFocus()
    field.setText("Autumn")
    field.clearFocus()
    assert requests == [("change", NameShow("Autumn"))], "told when the hand goes elsewhere"


def test_the_slate_is_asked_for(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(welcome, "BLACK")
    assert requests == [("slate", "black")]
    press(welcome, "PICTURE")
    assert window.files.shown is not None, "the same dialog as everywhere"
    window.files.shown.fileSelected.emit("/gala.png")
    window.files.shown.done(0)
    assert requests[1:] == [("slate", ("picture", "/gala.png"))]


def test_how_the_hall_hears_the_mc_is_asked(window: OperatorWindow, welcome: WelcomePanel, requests: Requests) -> None:
    to_the_voice(window, welcome)
    press(welcome, "DIRECT")
    assert requests == [("pa", "direct")]


def hall(window: OperatorWindow, pattern: str = "off", speaker: str = "hall") -> None:
    shown = first_run()
    shown.pattern = pattern
    shown.speaker = DeviceView((Choice("hall", "Hall"), Choice("tv", "TV")), speaker, Condition.OK)
    window.show_state(shown)


def test_the_halls_sound_is_proven_by_ears(window: OperatorWindow, welcome: WelcomePanel, requests: Requests) -> None:
    to_the_hall(window, welcome)
    hall(window)
    assert "Nobody has heard it yet" in texts(welcome)
    press(welcome, "HEARD IT")
    assert requests == [], "nothing was to be heard"
    press(welcome, "TEST SOUND")
    hall(window, "beep")
    assert "Heard in the hall?" in texts(welcome)
    press(welcome, "HEARD IT")
    hall(window)
    assert requests == [("pattern", "beep"), ("pattern", "off")] and "✓ Heard in the hall" in texts(welcome)
    hall(window, speaker="tv")
    assert "Nobody has heard it yet" in texts(welcome), "another loudspeaker is not proven by the one before"


@pytest.mark.parametrize("way", ["NEXT STEP", "BACK", "closed"])
def test_nothing_beeps_on_behind_the_page(
    window: OperatorWindow, welcome: WelcomePanel, requests: Requests, way: str
) -> None:
    to_the_hall(window, welcome)
    hall(window, "beep")
    if way == "closed":
        window.show_state(console_state())
    else:
        press(welcome, way)
    assert ("pattern", "off") in requests


def test_a_loudspeaker_is_chosen_there(window: OperatorWindow, welcome: WelcomePanel, requests: Requests) -> None:
    to_the_hall(window, welcome)
    hall(window, speaker="")
    box = next(box for box in welcome.findChildren(DeviceBox) if "loudspeaker" in box.accessibleName())
    box.activated.emit(box.findData("tv"))
    assert requests == [("speaker", "tv")]


def test_tab_begins_in_the_welcome_and_its_ring_is_seen(
    window: OperatorWindow, welcome: WelcomePanel, send: Callable[..., bool]
) -> None:
    window.activateWindow()
    window._desk.setFocus()
    seen = []
    for _ in range(7):
        window._desk.window().focusNextPrevChild(True)
        focus = QApplication.focusWidget()
        assert focus is not None and welcome.isAncestorOf(focus)
        seen.append(focus)
    assert isinstance(seen[0], NameField) and isinstance(seen[-1], HoldButton) and seen[-1].words == "SKIP"
    skip = seen[-1]
    with_ring = skip.grab().toImage()
    skip.clearFocus()
    without = skip.grab().toImage()
    changed = sum(
        with_ring.pixel(x, y) != without.pixel(x, y) for x in range(skip.width()) for y in range(skip.height())
    )
    white = sum(QColor(with_ring.pixel(x, skip.height() // 2)).lightness() > 230 for x in range(8))
    assert white >= 2, "two pixels of white at least"
    assert changed > 4 * (skip.width() + skip.height())


def test_a_panel_that_closes_leaves_the_focus_to_no_control(
    window: OperatorWindow, welcome: WelcomePanel, qtbot: QtBot
) -> None:
    """At GO LIVE it was on LOCK, for whoever came through the welcome by keys."""
    window.show_state(first_run())
    window.activateWindow()
    button = next(each for each in welcome.findChildren(HoldButton) if each.isVisible())
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    window.show_state(console_state(ShowState.LIVE))
    assert not welcome.isVisible() and window._desk.hasFocus()
    window._open_events()
    window._events.wanted.setFocus()
    qtbot.waitUntil(window._events.wanted.hasFocus)
    window._events.hide()
    assert window._desk.hasFocus()
