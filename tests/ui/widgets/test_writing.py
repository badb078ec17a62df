"""While somebody writes: which keys are the field's, which the show's, and that the window says so."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from console.show.answers.abilities import Abilities
from console.show.core.enums import Mode
from console.show.core.state import ShowState
from console.show.rundown.lines import MOST_WAITING
from console.show.state.console_state import ConsoleState
from tests.ui.console_states import console_state
from ui import theme
from ui.panels.answers.say import TypedLine
from ui.window import OperatorWindow

Key = Qt.Key
NOTHING, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
FIELDS = ("say", "question", "own words")


def shown(field: str, state: ShowState = ShowState.LIVE) -> ConsoleState:
    made = console_state(state)
    made.mode = Mode.SAY if field == "say" else Mode.ANSWER
    made.answers = replace(made.answers, ready=True)
    return made


@pytest.fixture
def writing(window: OperatorWindow, qtbot: QtBot) -> Callable[..., QWidget]:
    """Puts the focus into a field of RUN."""

    def write(name: str, state: ShowState = ShowState.LIVE) -> QWidget:
        window.show_state(shown(name, state))
        window.activateWindow()
        if name == "own words":
            panel = window._questions
            panel._edited = 1
            panel._stack.setCurrentWidget(panel.editor)
            field: QLineEdit | QPlainTextEdit = panel.editor
        else:
            field = window._sound._mode.say.typed if name == "say" else window._sound.queue.field
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        return field

    return write


Writing = Callable[..., QWidget]


_times = itertools.count(1000, 100)


def press(window: OperatorWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NOTHING, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, text)
        event.setTimestamp(next(_times))
        QCoreApplication.sendEvent(window.windowHandle(), event)


@pytest.fixture
def asked(window: OperatorWindow) -> list[str]:
    requests: list[str] = []
    window.action_requested.connect(lambda action, *_: requests.append(action))
    return requests


@pytest.mark.parametrize("name", FIELDS)
def test_after_escape_the_keys_are_the_shows_again(
    window: OperatorWindow, writing: Writing, asked: list[str], name: str
) -> None:
    writing(name)
    press(window, Key.Key_Escape, text="\x1b")
    assert asked == []
    press(window, Key.Key_Space, text=" ")
    press(window, Key.Key_M, text="m")
    press(window, Key.Key_Escape, text="\x1b")
    assert asked == ["interrupt", "mode", "hold"]


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("words", ["", "Good evening."])
def test_after_enter_the_keys_are_the_shows_again(
    window: OperatorWindow, writing: Writing, asked: list[str], name: str, words: str
) -> None:
    field = writing(name)
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    field.setText(words) if isinstance(field, QLineEdit) else field.setPlainText(words)
    press(window, Key.Key_Return, CTRL if name == "own words" else NOTHING, "\r")
    handed = len(asked)
    assert not field.hasFocus()
    press(window, Key.Key_Space, text=" ")
    assert asked[handed:] == ["interrupt"]


@pytest.mark.parametrize("name", FIELDS)
def test_rescue_has_keys_that_work_while_writing(
    window: OperatorWindow, writing: Writing, asked: list[str], name: str
) -> None:
    writing(name)
    for key, modifiers in ((Key.Key_F10, NOTHING), (Key.Key_F9, NOTHING), (Key.Key_F9, SHIFT), (Key.Key_F12, NOTHING)):
        press(window, key, modifiers)
    assert asked == ["interrupt", "hold", "resume", "panic"]


def test_in_the_fields_of_edit_rescue_has_its_keys_too(window: OperatorWindow, asked: list[str], qtbot: QtBot) -> None:
    window.show_state(console_state(ShowState.LIVE))
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for key in (Key.Key_F10, Key.Key_F9, Key.Key_F12):
        press(window, key)
    assert asked == ["interrupt", "hold", "panic"]
    assert window._actions.button("hold")._cap == "Esc"  # there it does not leave the field
    assert window._actions.button("interrupt")._cap == "F10"


@pytest.mark.parametrize("name", FIELDS)
def test_the_buttons_show_the_keys_that_live_while_writing(window: OperatorWindow, writing: Writing, name: str) -> None:
    caps = {slot: window._actions.button(slot)._cap for slot in ("interrupt", "hold", "panic")}
    assert caps == {"interrupt": "Space", "hold": "Esc", "panic": "F12"}
    writing(name)
    caps = {slot: window._actions.button(slot)._cap for slot in ("interrupt", "hold", "panic", "live", "end")}
    assert caps == {"interrupt": "F10", "hold": "F9", "panic": "F12", "live": "", "end": ""}
    assert "[F10]" in window._actions.button("interrupt").toolTip()
    assert "[" not in window._strip.lock.toolTip()
    press(window, Key.Key_Escape, text="\x1b")
    assert window._actions.button("hold")._cap == "Esc" and window._strip.lock.toolTip().endswith("[L]")


def test_back_to_live_shows_its_key_for_writing(window: OperatorWindow, writing: Writing) -> None:
    writing("say", ShowState.HOLD)
    assert window._actions.button("live")._cap == "Shift+F9"


@pytest.mark.parametrize("name", FIELDS)
def test_backspace_in_an_empty_field_during_hold_says_why_it_does_nothing(
    window: OperatorWindow, writing: Writing, asked: list[str], name: str
) -> None:
    told: list[str] = []
    window.refused.connect(told.append)
    writing(name, ShowState.HOLD)
    press(window, Key.Key_Backspace, text="\b")
    assert asked == [] and len(told) == 1
    assert "Esc" in told[0] and "BACK TO LIVE" in told[0] and "Shift+F9" in told[0]


def test_backspace_that_erases_says_nothing(window: OperatorWindow, writing: Writing) -> None:
    told: list[str] = []
    window.refused.connect(told.append)
    field = writing("say", ShowState.HOLD)
    assert isinstance(field, QLineEdit)
    field.setText("Good")
    press(window, Key.Key_Backspace, text="\b")
    assert told == [] and field.text() == "Goo"


def test_a_question_that_cannot_be_typed_here_says_where(window: OperatorWindow, asked: list[str]) -> None:
    told: list[str] = []
    window.refused.connect(told.append)
    window.show_state(console_state(ShowState.LIVE))
    press(window, Key.Key_Q, text="q")
    assert asked == [] and told == ["Questions are typed in ANSWER: press A first."]


def test_a_line_is_typed_by_a_key_and_where_none_can_be_it_says_where(window: OperatorWindow, asked: list[str]) -> None:
    told: list[str] = []
    window.refused.connect(told.append)
    window.show_state(console_state(ShowState.LIVE))
    press(window, Key.Key_S, SHIFT, text="S")
    assert asked == [] and told == ["Lines are typed in SAY: press S first."]
    window.show_state(shown("say"))
    window.activateWindow()
    assert "[Shift+S]" in window.findChildren(TypedLine)[0].placeholderText()
    press(window, Key.Key_S, SHIFT, text="S")
    assert isinstance(QApplication.focusWidget(), TypedLine)


def test_a_locked_console_lets_nobody_write(window: OperatorWindow, asked: list[str]) -> None:
    locked = shown("question")
    locked.show = replace(locked.show, locked=True)
    window.show_state(locked)
    window.activateWindow()
    press(window, Key.Key_Q, text="q")
    assert asked == ["type_question"]  # the desk says that it is locked
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


@pytest.mark.parametrize("name", ["say", "question"])
def test_what_cannot_be_taken_now_stays_in_its_field(window: OperatorWindow, writing: Writing, name: str) -> None:
    made = shown(name, ShowState.STANDBY)
    made.show = replace(made.show, locked=True)
    field = writing(name)
    window.show_state(made)
    assert isinstance(field, QLineEdit)
    field.setText("Good evening.")
    press(window, Key.Key_Return, text="\r")
    assert field.text() == "Good evening." and not field.hasFocus()


def test_a_question_that_nobody_can_answer_stays_in_its_field(window: OperatorWindow, writing: Writing) -> None:
    """It was refused, and gone."""
    made = shown("question")
    made.answers = replace(
        made.answers,
        now=Abilities(think="Nobody can answer: enter a key for Groq in SETTINGS, or give the preset facts."),
    )
    field = writing("question")
    window.show_state(made)
    assert isinstance(field, QLineEdit)
    field.setText("Who wins tonight?")
    press(window, Key.Key_Return, text="\r")
    assert field.text() == "Who wins tonight?" and not field.hasFocus()


def test_a_line_that_finds_too_many_waiting_stays_in_its_field(window: OperatorWindow, writing: Writing) -> None:
    made = shown("say")
    made.say = replace(made.say, waiting=MOST_WAITING)
    field = writing("say")
    window.show_state(made)
    assert isinstance(field, QLineEdit)
    field.setText("Good evening.")
    press(window, Key.Key_Return, text="\r")
    assert field.text() == "Good evening."


def test_a_small_window_still_shows_the_rescue_keys_while_writing(
    window: OperatorWindow, writing: Writing, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    writing("say")
    assert window._metrics is not theme.FULL
    for slot in ("interrupt", "hold", "panic"):
        assert window._actions.button(slot).cap


@pytest.mark.parametrize("name", ["say", "question"])
def test_words_that_were_left_are_replaced_by_what_is_typed_next(writing: Writing, qtbot: QtBot, name: str) -> None:
    """They were spoken together with those of the next line."""
    field = writing(name)
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "first")
    qtbot.keyClick(field, Key.Key_Escape)
    field = writing(name)
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.hasSelectedText)
    qtbot.keyClicks(field, "second")
    assert field.text() == "second"


@pytest.mark.parametrize("name", ["say", "question"])
def test_an_enter_pressed_twice_hands_over_and_takes_nothing(
    window: OperatorWindow, writing: Writing, asked: list[str], name: str
) -> None:
    """The second press was TAKE: the line was dropped unheard, and the hall saw the next host."""
    told: list[str] = []
    window.refused.connect(told.append)
    field = writing(name)
    assert isinstance(field, QLineEdit)
    field.setText("Good evening.")
    press(window, Key.Key_Return, text="\r")
    handed = len(asked)
    press(window, Key.Key_Return, text="\r")
    assert asked[handed:] == []
    assert told == ["Enter twice: the first handed over what you wrote. Press it again for TAKE."]
    press(window, Key.Key_Return, text="\r")
    assert asked[handed:] == ["take"]


def test_an_enter_long_after_the_words_is_a_take_however_fast_a_busy_window_hears_of_both(
    window: OperatorWindow, writing: Writing, asked: list[str]
) -> None:
    field = writing("say")
    assert isinstance(field, QLineEdit)
    field.setText("Good evening.")
    press(window, Key.Key_Return, text="\r")
    for _ in range(9):
        next(_times)
    press(window, Key.Key_Enter, text="\r")
    assert asked[-1] == "take"


def test_an_enter_that_leaves_a_field_of_edit_takes_nothing_when_it_is_pressed_twice(
    window: OperatorWindow, asked: list[str], qtbot: QtBot
) -> None:
    window.show_state(console_state(ShowState.LIVE))
    field = QLineEdit(window)
    field.returnPressed.connect(field.clearFocus)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    press(window, Key.Key_Return, text="\r")
    press(window, Key.Key_Return, text="\r")
    assert asked == []


def test_a_press_is_known_by_the_time_that_the_system_wrote_on_it(window: OperatorWindow) -> None:
    press(window, Key.Key_F1)
    first = window.keys.pressed_ms
    press(window, Key.Key_F1)
    assert first and window.keys.pressed_ms - first == 200
