"""OUTPUTS: streams and the recording, what their buttons ask for, and what is wrong, whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.show.core.alarms import Alarm, AlarmKind
from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from console.show.state.output_view import OutputCondition, OutputsView, StreamView
from tests.ui.console_states import DISK, OUTPUTS, RECORDED, console_state, stream
from tests.ui.recorder import texts
from tests.ui.sweep import settle
from ui import theme
from ui.panels.outputs import OutputsPanel
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]
SIZES = [(1280, 720), (1920, 1080)]


def shown(outputs: OutputsView, state: ShowState = ShowState.LIVE) -> ConsoleState:
    made = console_state(state)
    made.outputs = outputs
    return made


@pytest.fixture
def panel(window: OperatorWindow) -> OutputsPanel:
    return window._outputs


@pytest.fixture
def requests(window: OperatorWindow) -> Requests:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    return found


def show(window: OperatorWindow, outputs: OutputsView) -> None:
    window.show_state(shown(outputs))
    settle()


def press(qtbot: QtBot, button: HoldButton) -> None:
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)


def hold(qtbot: QtBot, button: HoldButton) -> None:
    with qtbot.waitSignal(button.performed, timeout=5000):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "head", "below"),
    [
        ("none", "no address:", "EDIT, SETTINGS"),
        ("off", "off", "rtmps://live1.example.net/app"),
        ("connecting", "connecting", "rtmps://live1.example.net/app"),
        ("on air", "on air", "4.5 Mb/s · 0.1 % dropped"),
        ("congested", "on air, slow net", "4.5 Mb/s · 12.4 % dropped"),
        ("reconnecting", "reconnecting", "attempt 3 in 4 s"),
        ("failed", "failed", "rtmps://live1.example.net/app"),
        ("several", "1 × failed", "1 on air · 4.5 Mb/s"),
        ("all on air", "3 × on air", "13.5 Mb/s · 0.1 % dropped"),
    ],
)
def test_the_streams_say_their_worst_state_and_their_figures(
    window: OperatorWindow, panel: OutputsPanel, name: str, head: str, below: str
) -> None:
    show(window, OUTPUTS[name])
    lines = panel.streams.lines
    assert (lines.head, lines._below[0]) == (head, below)
    assert lines.accessibleDescription() == f"{head} · {below}"


@pytest.mark.parametrize(
    ("name", "head", "below"),
    [
        ("none", "off", "412 GB = 61 h left"),
        ("on air", "● 01:02:11", "412 GB = 61 h left"),
        ("congested", "● 01:02:11", "1204 dropped · 11 min left"),
        ("several", "failed", "412 GB = 61 h left"),
    ],
)
def test_the_recording_says_its_length_and_how_long_the_disk_lasts(
    window: OperatorWindow, panel: OutputsPanel, name: str, head: str, below: str
) -> None:
    show(window, OUTPUTS[name])
    assert (panel.recording.lines.head, panel.recording.lines.below) == (head, below)


def test_a_disk_that_is_nearly_full_is_amber_and_a_size_that_is_not_known_is_left_out(
    window: OperatorWindow, panel: OutputsPanel
) -> None:
    lines = panel.recording.lines
    show(window, OutputsView((), replace(DISK, left_s=1700.0)))
    assert lines._below_colour == theme.AMBER and lines.below == "412 GB = 28 min left"
    show(window, OutputsView((), DISK))
    assert lines._below_colour == theme.MUTED
    show(window, OutputsView((), replace(DISK, free_gb=None, left_s=None)))
    assert lines.below == ""


@pytest.mark.parametrize(
    ("name", "words", "meant"),
    [
        ("off", "Start", ("stream_start", None)),
        ("failed", "Retry", ("stream_retry", None)),
        ("reconnecting", "Retry", ("stream_retry", None)),
        ("several", "Retry", ("stream_retry", None)),
    ],
)
def test_a_press_starts_the_streams_or_tries_again(
    window: OperatorWindow,
    panel: OutputsPanel,
    requests: Requests,
    qtbot: QtBot,
    name: str,
    words: str,
    meant: tuple[str, object],
) -> None:
    show(window, OUTPUTS[name])
    button = panel.streams.button
    assert button.words == words and button.cap == ""
    press(qtbot, button)
    assert requests == [meant]


@pytest.mark.parametrize("name", ["on air", "connecting", "congested"])
def test_a_stream_is_stopped_by_a_hold_and_by_no_press(
    window: OperatorWindow, panel: OutputsPanel, requests: Requests, qtbot: QtBot, name: str
) -> None:
    show(window, OUTPUTS[name])
    button = panel.streams.button
    assert (button.words, button.cap) == ("Stop", "hold 1 s") and not panel.streams.stop.isVisible()
    press(qtbot, button)
    assert requests == []
    hold(qtbot, button)
    assert requests == [("stream_stop", None)]


@pytest.mark.parametrize("name", ["reconnecting", "failed", "several"])
def test_who_waits_can_be_stopped_as_well(
    window: OperatorWindow, panel: OutputsPanel, requests: Requests, qtbot: QtBot, name: str
) -> None:
    show(window, OUTPUTS[name])
    stop = panel.streams.stop
    assert stop.isVisible() and stop.accessibleName() == "Stop stream" and "hold" in stop.toolTip()
    press(qtbot, stop)
    assert requests == []
    hold(qtbot, stop)
    assert requests == [("stream_stop", None)]


def test_the_recording_is_started_by_a_press_and_stopped_by_a_hold(
    window: OperatorWindow, panel: OutputsPanel, requests: Requests, qtbot: QtBot
) -> None:
    button = panel.recording.button
    show(window, OutputsView((), DISK))
    assert button.words == "Start"
    press(qtbot, button)
    show(window, OutputsView((), RECORDED))
    assert (button.words, button.cap) == ("Stop", "hold 1 s")
    press(qtbot, button)
    assert requests == [("record_start", None)]
    hold(qtbot, button)
    assert requests == [("record_start", None), ("record_stop", None)]


def test_a_recording_that_failed_is_tried_again_or_given_up(
    window: OperatorWindow, panel: OutputsPanel, requests: Requests, qtbot: QtBot
) -> None:
    show(window, OUTPUTS["several"])
    assert panel.recording.button.words == "Retry"
    press(qtbot, panel.recording.button)
    hold(qtbot, panel.recording.stop)
    assert requests == [("record_start", None), ("record_stop", None)]


def test_before_the_recording_the_room_of_the_disk_is_known(window: OperatorWindow, panel: OutputsPanel) -> None:
    made = shown(OutputsView())
    made.settings = replace(made.settings, free_gb=412.0)
    window.show_state(made)
    assert panel.recording.lines.below == "412 GB = 76 h left"


def test_without_an_address_the_button_is_dimmed_and_says_why(window: OperatorWindow, panel: OutputsPanel) -> None:
    button = panel.streams.button
    show(window, OUTPUTS["none"])
    assert button.look == theme.DIMMED
    assert button.toolTip() == "There is no stream with an address: EDIT, SETTINGS, Streams."
    show(window, OUTPUTS["off"])
    assert button.look == theme.PLAIN and button.toolTip().startswith("Push the program")


def test_the_tooltip_has_each_stream(window: OperatorWindow, panel: OutputsPanel) -> None:
    show(window, OUTPUTS["several"])
    first, second, why, third, closed = panel.streams.lines.toolTip().split("\n")
    assert first.startswith("Stream 1: on air · 00:12:04 · 4.5 Mb/s · 0.1 % dropped")
    assert second.startswith("Stream 2: reconnecting") and why == "The connection to the server was lost."
    assert third.startswith("Stream 3: failed") and closed.startswith("The server closes the connection")


# -- what is wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", ["reconnecting", "failed", "congested", "several"])
def test_what_is_wrong_can_be_read_whole(
    window: OperatorWindow, panel: OutputsPanel, width: int, height: int, name: str
) -> None:
    window.resize(width, height)
    show(window, OUTPUTS[name])
    assert panel.notice.isVisible() and not panel._usual.isVisible()
    drawn = [each for each in texts(panel.notice) if not each.startswith("+")]
    assert "".join("".join(drawn).split()) == "".join(panel.notice.words.split())


def test_one_trouble_comes_after_the_other_and_then_the_buttons_are_back(
    window: OperatorWindow, panel: OutputsPanel, qtbot: QtBot
) -> None:
    show(window, OUTPUTS["several"])
    read = []
    while panel.notice.isVisible():
        read.append(panel.notice.words)
        press(qtbot, panel.notice.close_button)
    assert [each.split(":")[0] for each in read] == [
        "The folder /media/operator/LACIE 4 TB/recordings/spring gala cannot be written (Permission denied)",
        "Stream 3",
        "Stream 2",
    ]
    assert panel._usual.isVisible()


def test_what_was_put_away_stays_away_until_it_is_over_or_grave(
    window: OperatorWindow, panel: OutputsPanel, qtbot: QtBot
) -> None:
    lost = stream(1, OutputCondition.RECONNECTING, sentence="The connection to the server was lost.")
    show(window, OutputsView((lost,)))
    press(qtbot, panel.notice.close_button)
    show(window, OutputsView((replace(lost, attempt=2, sentence="The server takes nothing any more."),)))
    assert not panel.notice.isVisible(), "it is the same trouble in other words"
    show(window, OutputsView((replace(lost, state=OutputCondition.FAILED),)))
    assert panel.notice.isVisible()
    press(qtbot, panel.notice.close_button)
    show(window, OUTPUTS["on air"])
    assert panel._usual.isVisible()
    show(window, OutputsView((lost,)))
    assert panel.notice.isVisible(), "it was over in between"


def test_a_press_on_the_row_shows_it_once_more(window: OperatorWindow, panel: OutputsPanel, qtbot: QtBot) -> None:
    show(window, OUTPUTS["failed"])
    press(qtbot, panel.notice.close_button)
    assert not panel.notice.isVisible()
    qtbot.mousePress(panel.streams.lines, Qt.MouseButton.LeftButton)
    assert panel.notice.isVisible()


def test_the_focus_does_not_wander_when_a_trouble_comes(window: OperatorWindow, panel: OutputsPanel) -> None:
    show(window, OUTPUTS["on air"])
    panel._buttons["identify"].setFocus()
    show(window, OUTPUTS["failed"])
    focus = QApplication.focusWidget()
    assert not isinstance(focus, HoldButton)


# -- room ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_moves_whatever_the_outputs_say(
    window: OperatorWindow, panel: OutputsPanel, width: int, height: int
) -> None:
    window.resize(width, height)
    found = set()
    for outputs in OUTPUTS.values():
        show(window, outputs)
        rows = (panel._screen, panel.streams, panel.recording, panel._lower, panel.streams.lines)
        found.add(tuple(each.geometry().getRect() for each in rows))
    assert len(found) == 1


# -- the state strip ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none", []),
        ("off", []),
        ("connecting", ["○ STREAM connecting"]),
        ("on air", ["● REC 01:02:11", "● STREAM on air"]),
        ("reconnecting", ["● REC 01:02:11", "▲ STREAM lost"]),
        ("several", ["▲ REC failed", "▲ STREAM failed"]),
    ],
)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_strip_says_what_leaves_the_hall(
    window: OperatorWindow, width: int, height: int, name: str, words: list[str]
) -> None:
    window.resize(width, height)
    show(window, OutputsView())
    show(window, OUTPUTS[name])
    drawn = texts(window._strip)
    assert [each for each in drawn if "REC " in each or "STREAM" in each] == words
    assert all(each in window._strip.accessibleDescription() for each in words)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_an_alarm_keeps_its_place_beside_it(window: OperatorWindow, width: int, height: int) -> None:
    window.resize(width, height)
    made = shown(OUTPUTS["on air"])
    made.alarm_list = (Alarm(AlarmKind.SCREEN, "The hall's screen is gone: plug it in again. " * 4),)
    window.show_state(made)
    assert "▲ SCREEN MISSING" in texts(window._strip)


def test_a_stream_of_which_nothing_is_known_costs_nothing(window: OperatorWindow, panel: OutputsPanel) -> None:
    show(window, OutputsView((StreamView(1), StreamView(2))))
    assert panel.streams.lines.head == "no address:" and panel.streams.lines.toolTip() == ""
