"""The operator's window: it shows the console's state, requests what the hand does, and nothing in it moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from console.show.actions.table import ACTIONS
from console.show.core.meters import MeterReading
from console.show.core.state import ShowState
from console.show.rundown.rundown import Rundown
from console.show.state.console_state import AvatarTile, Condition
from tests.ui.console_states import RUNDOWN, console_state
from tests.ui.recorder import texts
from ui.panels.action_row import action_of
from ui.widgets.fields.choices import DeviceBox
from ui.widgets.hold_button import HoldButton
from ui.widgets.meters.meter import MeterBar
from ui.widgets.program_view import ProgramView
from ui.widgets.text.text_line import TextLine
from ui.widgets.tile import AvatarButton
from ui.window import OperatorWindow

SIZES = [(1920, 1080), (1366, 768), (1280, 720)]


def geometries(window: OperatorWindow) -> list[tuple[str, QRect]]:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return [(type(child).__name__, child.geometry()) for child in window.findChildren(QWidget)]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_moves_or_changes_size_between_states(window: OperatorWindow, width: int, height: int) -> None:
    window.resize(width, height)
    window.show_state(console_state(ShowState.STANDBY))
    still = geometries(window)
    for state in ShowState:
        for missing in (False, True):
            shown = console_state(state, mic_missing=missing)
            shown.refusal = "The show is not armed: press ARM first." if missing else ""
            window.show_state(shown)
            assert geometries(window) == still, state


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_panel_holds_what_stands_in_it(window: OperatorWindow, width: int, height: int) -> None:
    window.resize(width, height)
    window.show_state(console_state(ShowState.LIVE))
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for child in window.findChildren(QWidget):
        parent = child.parentWidget()
        scrolled = isinstance(child, AvatarButton) or (parent and parent.objectName() == "qt_scrollarea_viewport")
        if child.isVisibleTo(window) and parent is not None and not scrolled:
            assert parent.rect().contains(child.geometry()), (type(child).__name__, child.accessibleName())


def test_every_control_has_a_name_and_a_tooltip(window: OperatorWindow) -> None:
    window.show_state(console_state(ShowState.LIVE))
    controls = [*window.findChildren(QAbstractButton), *window.findChildren(QComboBox)]
    assert len(controls) > 15
    for control in controls:
        assert control.accessibleName() and control.toolTip(), control


def test_every_control_can_be_reached_by_tab(window: OperatorWindow) -> None:
    window.show_state(console_state(ShowState.LIVE))
    for control in [*window.findChildren(QAbstractButton), *window.findChildren(QComboBox)]:
        nothing_to_do = (
            control.accessibleName() == "Preset Empty place" or "presets of the rundown" in control.toolTip()
        )
        assert bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus) is not nothing_to_do, control.accessibleName()


def test_tab_stops_at_the_pager_only_when_there_are_pages(window: OperatorWindow) -> None:
    shown = console_state(ShowState.LIVE)
    shown.show = replace(
        shown.show, rundown=Rundown(tuple(replace(RUNDOWN.items[0], id=f"q{number}") for number in range(20)))
    )
    window.show_state(shown)
    assert window._presets._on.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_is_on_and_what_is_next_is_told_in_words_not_by_colour_alone(window: OperatorWindow) -> None:
    window.show_state(console_state(ShowState.LIVE))
    on, following = texts(window._presets._tiles[0]), texts(window._presets._tiles[2])
    assert "ON" in on and "NEXT" not in on and "NEXT" in following and "ON" not in following


def test_hosts_that_are_being_prepared_are_not_counted_as_ready(window: OperatorWindow) -> None:
    shown = console_state()
    for tiles, words in (
        ((AvatarTile("a", "A", preparing=True), AvatarTile("b", "B", preparing=True)), "2 preparing"),
        ((AvatarTile("a", "A"), AvatarTile("b", "B", preparing=True)), "1 ready · 1 preparing"),
        ((AvatarTile("a", "A"), AvatarTile("b", "B")), "2 ready"),
        ((AvatarTile("a", "A", ready=False),), "0 ready"),
    ):
        shown.avatars = tiles
        window.show_state(shown)
        assert window._next._avatar_heading.note.text == words


def test_no_control_has_the_focus_before_a_hand_gives_it(window: OperatorWindow) -> None:
    assert not isinstance(QApplication.focusWidget(), (QAbstractButton, QComboBox))


@pytest.mark.parametrize("state", list(ShowState))
@pytest.mark.parametrize("slot", ["arm", "live", "end", "interrupt", "hold", "panic"])
def test_a_button_of_the_action_row_requests_what_it_says(
    window: OperatorWindow, qtbot: QtBot, slot: str, state: ShowState
) -> None:
    window.show_state(console_state(state))
    requests: list[tuple[str, object, str]] = []
    window.action_requested.connect(lambda *request: requests.append(request))
    button = window._actions.button(slot)
    action = ACTIONS[action_of(slot, state)]
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    if action.hold_s:
        assert requests == []
        button._hold.setCurrentTime(button._hold.duration())
        qtbot.waitUntil(lambda: bool(requests))
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert requests == [(action.id, None, "mouse")]


def test_a_hold_button_whose_release_waits_behind_a_busy_loop_requests_nothing(
    window: OperatorWindow, qtbot: QtBot
) -> None:
    window.show_state(console_state(ShowState.ARMED))
    requests: list[object] = []
    window.action_requested.connect(lambda *request: requests.append(request))
    button = window._actions.button("live")
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    button._hold.setCurrentTime(button._hold.duration())  # the animation runs before the events that wait
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert requests == [] and button.filled == 0.0


def test_a_hold_button_that_is_let_go_early_requests_nothing(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(console_state(ShowState.ARMED))
    requests: list[object] = []
    window.action_requested.connect(lambda *request: requests.append(request))
    button = window._actions.button("live")
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    button._hold.setCurrentTime(button._hold.duration() // 2)
    assert button.filled == pytest.approx(0.5)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert requests == [] and button.filled == 0.0


def test_a_press_of_panic_does_not_become_the_hold_that_leaves_it(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(console_state(ShowState.LIVE))
    button = window._actions.button("panic")
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    window.show_state(console_state(ShowState.PANIC))
    assert button.words == "LEAVE PANIC"
    assert button._hold.state() == button._hold.State.Stopped


def test_the_way_back_to_live_is_not_where_hold_was(window: OperatorWindow) -> None:
    for state in ShowState:
        window.show_state(console_state(state))
        assert action_of("hold", state) == "hold"


def test_a_dimmed_button_still_requests_so_that_the_reason_appears(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(console_state(ShowState.STANDBY))
    with qtbot.waitSignal(window.action_requested, timeout=1000) as request:
        qtbot.mousePress(window._actions.button("interrupt"), Qt.MouseButton.LeftButton)
    assert request.args == ["interrupt", None, "mouse"]


def test_a_device_that_is_gone_stays_chosen_on_the_screen(window: OperatorWindow) -> None:
    window.show_state(console_state(mic_missing=True))
    box = next(box for box in window.findChildren(DeviceBox) if box.accessibleName() == "Microphone")
    assert box.currentData() == "USB Audio: Focusrite Scarlett 2i2"
    assert "not connected" in box.currentText()
    words = [word.text for word in window.findChildren(TextLine)]
    assert "MIC MISSING" in words


def test_showing_devices_chooses_none(window: OperatorWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.action_requested):
        for missing in (True, False, True):
            window.show_state(console_state(mic_missing=missing))


def test_choosing_a_device_requests_it_and_shows_it_only_when_the_house_says_so(
    window: OperatorWindow, qtbot: QtBot
) -> None:
    window.show_state(console_state())
    box = next(box for box in window.findChildren(DeviceBox) if box.accessibleName() == "Microphone")
    with qtbot.waitSignal(window.action_requested) as request:
        box.setCurrentIndex(1)
        box.activated.emit(1)
    assert request.args == ["mic", "Built-in microphone", "mouse"]
    window.show_state(console_state())
    assert box.currentIndex() == 0


def test_an_avatar_tile_requests_its_avatar_for_next_and_not_for_the_hall(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(console_state())
    tiles = window.findChildren(AvatarButton)
    assert [tile.avatar_id for tile in tiles] == ["avatar0", "avatar1"]
    with qtbot.waitSignal(window.action_requested) as request:
        qtbot.mousePress(tiles[1], Qt.MouseButton.LeftButton)
    assert request.args == ["next_avatar", "avatar1", "mouse"]


def test_a_house_without_avatars_says_so(window: OperatorWindow) -> None:
    empty = console_state()
    empty.avatars = ()
    window.show_state(empty)
    shown = [word for word in window.findChildren(TextLine) if "No avatar" in word.text]
    assert shown and shown[0].isVisibleTo(window)


def test_a_tile_that_is_not_ready_says_why(window: OperatorWindow) -> None:
    shown = console_state()
    shown.avatars = (AvatarTile("x", "Xu", ready=False, note="its art is missing"),)
    window.show_state(shown)
    assert "its art is missing" in window.findChildren(AvatarButton)[-1].toolTip()


def test_a_house_that_has_not_changed_draws_nothing_again(
    window: OperatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_state(console_state(ShowState.LIVE))
    updates: list[str] = []
    for kind in (MeterBar, TextLine, HoldButton, DeviceBox, ProgramView):
        monkeypatch.setattr(kind, "update", lambda self, *args: updates.append(type(self).__name__), raising=False)
    window.show_state(console_state(ShowState.LIVE))
    assert updates == []
    louder = console_state(ShowState.LIVE)
    louder.mic_meter = MeterReading(-3.0, -3.0, -3.0, lufs=-21.4, lufs_figure=-21.4)
    window.show_state(louder)
    assert updates == ["MeterBar"]


def test_the_program_keeps_its_shape_and_needs_its_memory_no_longer(window: OperatorWindow) -> None:
    memory = bytearray(b"\x00\x00\xff\xff" * (400 * 400))  # red, BGRA
    frame = QImage(memory, 400, 400, QImage.Format.Format_RGB32)
    window.show_program(frame)
    memory[:] = bytes(len(memory))
    view = window.findChildren(ProgramView)[0]
    shot = view.grab().toImage()
    assert shot.pixelColor(view.width() // 2, view.height() // 2) == QColor(255, 0, 0)
    assert shot.pixelColor(4, view.height() // 2) == QColor(0, 0, 0)


def test_the_cross_of_the_window_is_a_request_and_not_an_end(window: OperatorWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.action_requested) as request:
        window.close()
    assert request.args == ["quit", None, "mouse"]
    assert window.isVisible()


def test_a_file_is_chosen_without_stopping_anything(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(console_state(ShowState.LIVE))
    window.files.sound()
    dialog = window.findChildren(QFileDialog)[0]
    assert dialog.windowModality() == Qt.WindowModality.NonModal
    assert QApplication.activeModalWidget() is None
    with qtbot.waitSignal(window.action_requested) as request:
        dialog.fileSelected.emit("/tmp/hello.wav")
    assert request.args == ["say", "/tmp/hello.wav", "mouse"]
    dialog.done(QDialog.DialogCode.Accepted)


def test_a_second_chooser_takes_the_place_of_the_first(window: OperatorWindow) -> None:
    window.show_state(console_state(ShowState.LIVE))
    window.files.sound()
    window.files.slate()
    assert [dialog.isVisible() for dialog in window.findChildren(QFileDialog)].count(True) == 1


def test_pressing_a_meter_requests_its_clip_light_back(window: OperatorWindow, qtbot: QtBot) -> None:
    bar = next(bar for bar in window.findChildren(MeterBar) if bar.accessibleName() == "MC mic")
    with qtbot.waitSignal(window.clip_reset_requested) as request:
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton)
    assert request.args == ["mic"]


def test_the_title_says_the_state(window: OperatorWindow) -> None:
    window.show_state(console_state(ShowState.LIVE))
    assert window.windowTitle().startswith("LIVE")


def test_the_title_never_says_live_of_a_rehearsal(window: OperatorWindow) -> None:
    """The strip was violet and said REHEARSAL; the window's title and its red disc in the system's bar said LIVE."""
    colours = []
    for rehearsal in (False, True, False):
        shown = console_state(ShowState.LIVE)
        shown.rehearsal = rehearsal
        window.show_state(shown)
        assert window.windowTitle().startswith("REHEARSAL" if rehearsal else "LIVE")
        colours.append(window.windowIcon().pixmap(64, 64).toImage().pixelColor(32, 32).name())
    assert colours[0] == colours[2] != colours[1]


@pytest.mark.parametrize("condition", list(Condition))
def test_every_condition_of_every_device_can_be_shown(window: OperatorWindow, condition: Condition) -> None:
    shown = console_state()
    shown.microphone = replace(shown.microphone, condition=condition)
    shown.speaker = replace(shown.speaker, condition=condition)
    shown.screen = replace(shown.screen, condition=condition)
    shown.health = replace(shown.health, engine=condition)
    window.show_state(shown)
    window.grab()
