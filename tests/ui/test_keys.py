"""The keys of the show, as they reach the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from console.show.core.keymap import KeyMap, in_words
from console.show.core.state import ShowState
from tests.ui.clock import Clock
from tests.ui.console_states import console_state
from tests.ui.desk import SIZES
from ui.widgets.fields.choices import DeviceBox
from ui.window import OperatorWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Send = Callable[..., bool]


@pytest.fixture
def asked(window: OperatorWindow) -> list[tuple[str, object, str]]:
    """What the window requested so far."""
    requests: list[tuple[str, object, str]] = []
    window.action_requested.connect(lambda *request: requests.append(request))
    return requests


Asked = list[tuple[str, object, str]]


def ring(window: OperatorWindow) -> None:
    """Lets the ring be looked at twice: it acts only when nothing waited in between."""
    window.keys._on_ring()
    window.keys._on_ring()


def stamped(
    window: OperatorWindow,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    down: bool = True,
    at: int,
) -> None:
    """A key event with the time that the system wrote on it, in milliseconds."""
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    event = QKeyEvent(kind, key, modifiers)
    event.setTimestamp(at)
    QCoreApplication.sendEvent(window.windowHandle(), event)


def live(window: OperatorWindow, state: ShowState = ShowState.LIVE) -> None:
    window.show_state(console_state(state))


@pytest.mark.parametrize(
    ("key", "state", "action", "argument"),
    [
        (Key.Key_Space, ShowState.LIVE, "interrupt", None),
        (Key.Key_Escape, ShowState.LIVE, "hold", None),
        (Key.Key_Backspace, ShowState.HOLD, "resume", None),
        (Key.Key_F12, ShowState.LIVE, "panic", None),
        (Key.Key_F2, ShowState.STANDBY, "arm", None),
        (Key.Key_F2, ShowState.ARMED, "disarm", None),
        (Key.Key_M, ShowState.LIVE, "mode", "mirror"),
        (Key.Key_F5, ShowState.LIVE, "mute_mic", True),
        (Key.Key_F7, ShowState.STANDBY, "slate", "black"),
        (Key.Key_Enter, ShowState.LIVE, "take", None),
        (Key.Key_3, ShowState.LIVE, "next", "3"),
        (Key.Key_PageDown, ShowState.LIVE, "step_next", "on"),
        (Key.Key_L, ShowState.LIVE, "lock", None),
        (Key.Key_Y, ShowState.LIVE, "approve", None),
    ],
)
def test_a_key_asks_for_its_action(
    window: OperatorWindow, send: Send, asked: Asked, key: Key, state: ShowState, action: str, argument: object
) -> None:
    live(window, state)
    send(key)
    assert asked == [(action, argument, "key")]


def test_a_key_whose_action_is_for_another_state_says_so(window: OperatorWindow, send: Send, asked: Asked) -> None:
    """F2 arms and disarms. Where disarming has got a key of its own, that key means nothing in STANDBY."""
    live(window, ShowState.STANDBY)
    window.keys.use(KeyMap({("disarm", 0): "J"}))
    told: list[object] = []
    window.keys.useless.connect(told.append)
    assert send(Key.Key_J) and asked == []
    assert told == ["J does nothing now: it is DISARM, at another time of the show."]
    live(window, ShowState.ARMED)
    send(Key.Key_J)
    assert asked == [("disarm", None, "key")] and len(told) == 1


def test_a_mute_key_opens_again_what_is_muted(window: OperatorWindow, send: Send, asked: Asked) -> None:
    muted = console_state(ShowState.LIVE)
    muted.mic_muted = True
    window.show_state(muted)
    send(Key.Key_F5)
    assert asked == [("mute_mic", False, "key")]


def test_a_key_that_stays_down_acts_once(window: OperatorWindow, send: Send, asked: Asked) -> None:
    live(window)
    send(Key.Key_Space)
    for _ in range(5):
        assert send(Key.Key_Space, repeat=True)
    assert len(asked) == 1


def test_escape_twice_is_hold_and_then_panic(window: OperatorWindow, send: Send, asked: Asked, clock: Clock) -> None:
    live(window)
    send(Key.Key_Escape)
    clock.now += 0.7
    send(Key.Key_Escape)
    assert [request[0] for request in asked] == ["hold", "panic"]


def test_two_slow_escapes_are_no_panic(window: OperatorWindow, send: Send, asked: Asked, clock: Clock) -> None:
    live(window)
    send(Key.Key_Escape)
    clock.now += 0.9
    send(Key.Key_Escape)
    assert [request[0] for request in asked] == ["hold", "hold"]


@pytest.mark.parametrize(
    ("key", "modifiers", "state", "action", "hold_s"),
    [
        (Key.Key_Return, CTRL, ShowState.ARMED, "live", 0.6),
        (Key.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier, ShowState.ARMED, "live", 0.6),
        (Key.Key_Return, CTRL | SHIFT, ShowState.LIVE, "end", 1.0),
        (Key.Key_F12, Qt.KeyboardModifier.NoModifier, ShowState.PANIC, "leave_panic", 1.0),
    ],
)
def test_a_hold_acts_when_its_ring_is_full_and_not_before(
    window: OperatorWindow,
    send: Send,
    asked: Asked,
    clock: Clock,
    key: Key,
    modifiers: Qt.KeyboardModifier,
    state: ShowState,
    action: str,
    hold_s: float,
) -> None:
    live(window, state)
    parts: list[float] = []
    window.keys.hold_progressed.connect(lambda _, part: parts.append(part))
    send(key, modifiers)
    clock.now += hold_s - 0.05
    window.keys._on_ring()
    assert asked == [] and parts[-1] > 0.9
    clock.now += 0.05
    ring(window)
    assert asked == [(action, None, "key")]
    assert parts[-1] == 0.0


@pytest.mark.parametrize("released", [Key.Key_Return, Key.Key_Control])
def test_a_hold_that_is_let_go_does_nothing(
    window: OperatorWindow,
    send: Send,
    asked: Asked,
    clock: Clock,
    qtbot: QtBot,
    released: Key,
) -> None:
    live(window, ShowState.ARMED)
    send(Key.Key_Return, CTRL)
    clock.now += 0.3
    parts: list[float] = []
    window.keys.hold_progressed.connect(lambda _, part: parts.append(part))
    send(released, CTRL if released is Key.Key_Return else Qt.KeyboardModifier.NoModifier, down=False)
    qtbot.waitUntil(lambda: parts[-1:] == [0.0])
    clock.now += 1.0
    ring(window)
    assert asked == []


def test_the_ring_of_go_live_fills_while_its_keys_are_held(
    window: OperatorWindow,
    send: Send,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    live(window, ShowState.ARMED)
    send(Key.Key_Return, CTRL)
    clock.now += 0.3
    window.keys._on_ring()
    assert window._actions.button("live").filled == pytest.approx(0.5)
    send(Key.Key_Return, CTRL, down=False)
    qtbot.waitUntil(lambda: window._actions.button("live").filled == 0.0)


def test_keys_act_whatever_list_has_the_focus(window: OperatorWindow, send: Send, asked: Asked) -> None:
    live(window)
    box = window.findChildren(QComboBox)[0]
    box.setFocus()
    send(Key.Key_Space)
    send(Key.Key_M, text="m")
    assert [request[0] for request in asked] == ["interrupt", "mode"]


def test_a_text_field_keeps_plain_characters_and_nothing_else(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    live(window)
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for key, text in ((Key.Key_M, "m"), (Key.Key_Space, " "), (Key.Key_Backspace, "\b")):
        send(key, text=text)
    assert asked == []
    send(Key.Key_F12)
    send(Key.Key_Escape, text="\x1b")
    assert [request[0] for request in asked] == ["panic", "hold"]


@pytest.mark.parametrize(("state", "requests"), [(ShowState.STANDBY, []), (ShowState.LIVE, ["hold"])])
def test_escape_closes_an_open_list_first_but_on_air_hold_wins(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot, state: ShowState, requests: list[str]
) -> None:
    live(window, state)
    box = window.findChildren(QComboBox)[0]
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    send(Key.Key_Escape)
    assert not box.view().isVisible()
    assert [request[0] for request in asked] == requests


def test_a_key_without_a_meaning_is_left_to_the_widgets(window: OperatorWindow, send: Send, asked: Asked) -> None:
    send(Key.Key_Q, text="q")
    assert asked == []


def test_a_held_escape_is_not_pressed_twice_even_when_its_repeats_are_not_marked(
    window: OperatorWindow, send: Send, asked: Asked
) -> None:
    live(window)
    send(Key.Key_Escape)
    for _ in range(10):
        send(Key.Key_Escape, down=False)
        send(Key.Key_Escape)
    assert [request[0] for request in asked] == ["hold"]


def test_repeats_that_are_not_marked_do_not_end_a_hold(
    window: OperatorWindow, send: Send, asked: Asked, clock: Clock
) -> None:
    live(window, ShowState.PANIC)
    send(Key.Key_F12)
    for _ in range(11):
        clock.now += 0.1
        send(Key.Key_F12, down=False)
        send(Key.Key_F12)
    ring(window)
    assert asked == [("leave_panic", None, "key")]


@pytest.mark.parametrize("released", [Key.Key_Return, Key.Key_Control])
@pytest.mark.parametrize(("held_ms", "ends"), [(1000, True), (950, False)])
def test_a_hold_counts_as_long_as_the_finger_held_however_late_the_console_hears_of_it(
    window: OperatorWindow, asked: Asked, qtbot: QtBot, released: Qt.Key, held_ms: int, ends: bool
) -> None:
    live(window)
    stamped(window, Key.Key_Return, CTRL | SHIFT, at=1000)
    stamped(window, released, down=False, at=1000 + held_ms)  # both waited in a busy loop: our own clock stood still
    qtbot.waitUntil(lambda: window.keys._held is None)
    assert asked == ([("end", None, "key")] if ends else [])


def test_two_presses_that_waited_in_a_busy_loop_are_still_two(
    window: OperatorWindow, asked: Asked, clock: Clock
) -> None:
    live(window)
    for down, at in ((True, 1000), (False, 1080), (True, 1200)):
        stamped(window, Key.Key_Escape, down=down, at=at)
    assert [request[0] for request in asked] == ["hold", "panic"]


def test_a_repeat_that_is_handed_over_late_is_no_press(
    window: OperatorWindow, asked: Asked, clock: Clock, qtbot: QtBot
) -> None:
    live(window, ShowState.PANIC)
    stamped(window, Key.Key_F12, at=1000)
    clock.now += 1.1
    ring(window)
    assert asked == [("leave_panic", None, "key")]
    live(window, ShowState.HOLD)
    for at in (2200, 2233, 2266):
        stamped(window, Key.Key_F12, down=False, at=at)
        qtbot.waitUntil(lambda: window.keys._steady.leaving is None)  # the pair's press is 80 ms late
        stamped(window, Key.Key_F12, at=at)
    assert asked == [("leave_panic", None, "key")]


def test_a_hold_goes_on_when_the_repeat_of_its_key_comes_late(
    window: OperatorWindow, asked: Asked, clock: Clock, qtbot: QtBot
) -> None:
    live(window, ShowState.PANIC)
    stamped(window, Key.Key_F12, at=1000)
    clock.now += 0.5
    stamped(window, Key.Key_F12, down=False, at=1500)
    qtbot.waitUntil(lambda: window.keys._held is None)
    stamped(window, Key.Key_F12, at=1500)
    clock.now += 0.6
    ring(window)
    assert asked == [("leave_panic", None, "key")]


def test_push_to_ask_goes_on_when_the_repeat_of_its_key_comes_late(
    window: OperatorWindow, asked: Asked, qtbot: QtBot
) -> None:
    live(window)
    stamped(window, Key.Key_T, at=1000)
    stamped(window, Key.Key_T, down=False, at=1500)
    qtbot.waitUntil(lambda: len(asked) == 2)
    stamped(window, Key.Key_T, at=1501)
    stamped(window, Key.Key_T, down=False, at=1900)
    qtbot.waitUntil(lambda: len(asked) == 4)
    assert [argument for _, argument, _ in asked] == [True, False, True, False]


def test_two_escapes_that_lay_far_apart_are_no_panic_however_close_they_are_handed_over(
    window: OperatorWindow, asked: Asked
) -> None:
    live(window)
    for down, at in ((True, 1000), (False, 1080), (True, 2500), (False, 2580)):
        stamped(window, Key.Key_Escape, down=down, at=at)
    assert [request[0] for request in asked] == ["hold", "hold"]


def test_two_quick_escapes_are_panic_however_late_the_second_is_handed_over(
    window: OperatorWindow, asked: Asked, clock: Clock
) -> None:
    live(window)
    stamped(window, Key.Key_Escape, at=1000)
    stamped(window, Key.Key_Escape, down=False, at=1080)
    clock.now += 5
    stamped(window, Key.Key_Escape, at=1300)
    assert [request[0] for request in asked] == ["hold", "panic"]


def test_a_hold_whose_release_waits_behind_a_busy_loop_does_nothing(
    window: OperatorWindow, asked: Asked, clock: Clock, qtbot: QtBot
) -> None:
    live(window, ShowState.ARMED)
    stamped(window, Key.Key_Return, CTRL, at=1000)
    clock.now += 2.0  # the loop stood still; its timer comes before the release that waits
    window.keys._on_ring()
    stamped(window, Key.Key_Return, CTRL, down=False, at=1100)
    window.keys._on_ring()
    qtbot.waitUntil(lambda: window.keys._held is None)
    assert asked == []


def test_times_on_keys_may_run_over(window: OperatorWindow, asked: Asked, qtbot: QtBot) -> None:
    live(window)
    last = (1 << 32) - 1
    stamped(window, Key.Key_Escape, at=last)
    stamped(window, Key.Key_Escape, down=False, at=last)
    qtbot.waitUntil(lambda: window.keys._steady.leaving is None)
    stamped(window, Key.Key_Escape, at=4)
    assert [request[0] for request in asked] == ["hold"]


def test_return_takes_whatever_has_the_focus_and_with_shift_it_presses_that(
    window: OperatorWindow, send: Send, asked: Asked
) -> None:
    live(window)
    window.activateWindow()
    button = window._actions.button("hold")
    button.setFocus()
    send(Key.Key_Return)
    send(Key.Key_Return, SHIFT)
    assert asked == [("take", None, "key"), ("hold", None, "key")]


def test_a_dialog_keeps_return_for_itself(window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot) -> None:
    live(window)
    dialog = QDialog(window)
    QLineEdit(dialog)
    box = QListWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    for key, text in ((Key.Key_Return, "\r"), (Key.Key_3, "3")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(dialog.windowHandle(), event)
    assert asked == []
    space = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    QCoreApplication.sendEvent(dialog.windowHandle(), space)
    assert asked == [("interrupt", None, "key")]
    dialog.done(0)


def test_while_locked_the_lock_key_must_be_held_to_unlock(
    window: OperatorWindow, send: Send, asked: Asked, clock: Clock
) -> None:
    shown = console_state(ShowState.LIVE)
    shown.show = replace(shown.show, locked=True)
    window.show_state(shown)
    send(Key.Key_L)
    clock.now += 0.5
    window.keys._on_ring()
    assert asked == [] and window._strip.lock.filled == pytest.approx(0.5)
    clock.now += 0.5
    ring(window)
    assert asked == [("unlock", None, "key")]


def test_the_key_map_opens_and_closes_with_its_key_and_stops_nothing(
    window: OperatorWindow, send: Send, asked: Asked
) -> None:
    live(window)
    send(Key.Key_F1)
    assert window._overlay.isVisible()
    assert ("Enter", "TAKE") in window._overlay.rows and ("1 … 9", "choose NEXT") in window._overlay.rows
    send(Key.Key_Space)
    send(Key.Key_F1)
    assert not window._overlay.isVisible() and asked == [("interrupt", None, "key")]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_key_map_has_room_for_every_key(window: OperatorWindow, width: int, height: int) -> None:
    window.resize(width, height)
    assert window._overlay.whole


def test_every_key_of_the_table_is_on_the_key_map(window: OperatorWindow) -> None:
    told = " ".join(keys for keys, _ in window._overlay.rows)
    for each in KeyMap().bound:
        keys = in_words(each.binding.keys)
        assert keys.replace("Num ", "") in told or keys.removeprefix("Shift+").isdigit(), keys
    assert "1 … 9" in told and "Shift+1 … 9" in told


def test_a_key_that_was_changed_acts_and_is_named_everywhere(window: OperatorWindow, send: Send, asked: Asked) -> None:
    shown = console_state(ShowState.LIVE)
    shown.show = replace(shown.show, keys={("interrupt", 0): "I", ("take", 0): "T"})
    window.show_state(shown)
    send(Key.Key_I)
    send(Key.Key_Space)
    send(Key.Key_T)
    assert [request[0] for request in asked] == ["interrupt", "take"]
    assert "[I]" in window._actions.button("interrupt").toolTip()
    assert "[T]" in window._next._take.toolTip()
    assert ("T", "TAKE") in window._overlay.rows


def test_arrows_walk_through_the_window_and_change_no_device(window: OperatorWindow, send: Send, asked: Asked) -> None:
    live(window)
    window.activateWindow()
    box = window.findChildren(DeviceBox)[0]
    box.setFocus()
    before = box.currentIndex()
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_H):
        send(key, text="h" if key == Key.Key_H else "")
    assert box.currentIndex() == before and asked == []
    assert QApplication.focusWidget() is not box


def test_no_text_field_can_have_the_focus_in_run(window: OperatorWindow) -> None:
    live(window)
    fields = [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]
    assert not [field for field in fields if field.isVisibleTo(window)]


def test_a_press_that_closed_a_list_takes_nothing(window: OperatorWindow, asked: Asked) -> None:
    live(window)
    assert QApplication.activePopupWidget() is None
    of_the_list = QWindow()  # a list closes at Enter, and then the press is handed to its window (seen on X)
    of_the_list.setFlags(Qt.WindowType.Popup)
    QCoreApplication.sendEvent(
        of_the_list, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    )
    assert asked == []
    rescue = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    QCoreApplication.sendEvent(of_the_list, rescue)
    assert [request[0] for request in asked] == ["interrupt"]
