"""The questions before the desk: chosen and sorted by hand, typed, and heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from console.show.actions.table import ACTIONS
from console.show.core.state import ShowState
from console.show.effects.answers import SortQuestion
from tests.ui.console_states import DESKS, QUEUE, answers, console_state
from tests.ui.desk import Asked, Send, on_desk, sorting
from ui import theme
from ui.panels.answers.queue import QuestionRow
from ui.window import OperatorWindow

Key = Qt.Key


@pytest.fixture
def asked(window: OperatorWindow) -> Asked:
    """What the window requested so far."""
    requests: Asked = []
    window.action_requested.connect(lambda *meant: requests.append(meant))
    return requests


def rows(window: OperatorWindow) -> list[QuestionRow]:
    return window._sound.queue._rows


def test_waiting_questions_stand_in_their_order_and_held_ones_say_why(window: OperatorWindow) -> None:
    on_desk(window, answers(waiting=QUEUE))
    assert len(rows(window)) == 4
    assert "orders" in rows(window)[2].toolTip() and "orders" not in rows(window)[1].toolTip()
    assert "4" in window._questions._waiting.text


@pytest.mark.parametrize(
    ("places", "name", "meant"),
    [
        ((1,), "answer_question", ("answer_question", 4)),
        ((), "answer_question", ("answer_question", None)),
        ((2,), "let_question", ("let_question", 5)),
        ((1,), "move_up", ("move_question", {"numbers": (4,), "by": -1})),
        ((1,), "move_down", ("move_question", {"numbers": (4,), "by": 1})),
        ((3, 0), "merge_questions", ("merge_questions", {"numbers": (6, 3)})),
        ((3,), "drop_question", ("drop_question", 6)),
    ],
)
def test_a_chosen_question_is_sorted_as_the_button_says(
    window: OperatorWindow, asked: Asked, qtbot: QtBot, places: tuple[int, ...], name: str, meant: tuple[str, object]
) -> None:
    on_desk(window, answers(waiting=QUEUE))
    for place in places:
        qtbot.mousePress(rows(window)[place], Qt.MouseButton.LeftButton)
    assert sorting(window, name).look != theme.DIMMED
    qtbot.mousePress(sorting(window, name), Qt.MouseButton.LeftButton)
    assert asked == [(*meant, "mouse")]
    action_id, argument = meant
    assert ACTIONS[action_id].effects(argument)


def test_the_key_answers_the_chosen_question(window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot) -> None:
    on_desk(window, answers(waiting=QUEUE))
    qtbot.mousePress(rows(window)[1], Qt.MouseButton.LeftButton)
    send(Key.Key_G)
    assert asked == [("answer_question", 4, "key")]


def rewording(window: OperatorWindow, qtbot: QtBot, place: int = 0) -> QLineEdit:
    """A waiting question's words stand in the field."""
    on_desk(window, answers(waiting=QUEUE))
    window.activateWindow()
    qtbot.mousePress(rows(window)[place], Qt.MouseButton.LeftButton)
    qtbot.mousePress(sorting(window, "reword_question"), Qt.MouseButton.LeftButton)
    field = window._sound.queue.field
    qtbot.waitUntil(field.hasFocus)
    return field


def test_a_question_that_was_misheard_is_put_in_other_words(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    window._sound.queue.field.setText("Half a question")
    field = rewording(window, qtbot)
    assert field.text() == QUEUE[0].text
    field.setText("Who built the stage?")
    send(Key.Key_Return)
    assert asked == [("reword_question", {"numbers": 3, "text": "Who built the stage?"}, "key")]
    assert ACTIONS["reword_question"].effects(asked[0][1]) == (SortQuestion("reword", (3,), 0, "Who built the stage?"),)
    assert field.text() == "Half a question", "what was being typed is not lost"


def test_escape_leaves_a_waiting_question_as_it_was(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    field = rewording(window, qtbot)
    field.setText("Who built")
    send(Key.Key_Escape, text="\x1b")
    assert asked == [] and field.text() == "" and not field.hasFocus()


def test_other_words_for_a_question_that_has_gone_are_a_question_of_their_own(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    field = rewording(window, qtbot)
    field.setText("Who built the stage?")
    on_desk(window, answers(waiting=QUEUE[1:]))
    send(Key.Key_Return)
    assert asked == [("ask", "Who built the stage?", "key")]


def test_a_question_that_has_gone_is_not_chosen_any_more(window: OperatorWindow, qtbot: QtBot) -> None:
    on_desk(window, answers(waiting=QUEUE))
    qtbot.mousePress(rows(window)[0], Qt.MouseButton.LeftButton)
    on_desk(window, answers(waiting=QUEUE[1:]))
    assert window._sound.queue.chosen == ()


def test_what_the_ear_hears_is_read_while_it_is_spoken(window: OperatorWindow) -> None:
    on_desk(window, DESKS["hearing"])
    assert "HEARING" in window._questions._ear.text
    assert rows(window)[-1].accessibleName().endswith("when does the second half")
    on_desk(window, answers(ear="hearing", partial="when does"))
    assert "when does" in window._sound.queue._empty.text


# -- a typed question --------------------------------------------------------------------------------------------


def typing(window: OperatorWindow, send: Send, qtbot: QtBot, desk: str = "free") -> QLineEdit:
    on_desk(window, DESKS[desk])
    window.activateWindow()
    send(Key.Key_Q, text="q")
    field = window._sound.queue.field
    qtbot.waitUntil(field.hasFocus)
    return field


def test_a_typed_question_is_asked_by_enter(window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot) -> None:
    field = typing(window, send, qtbot)
    assert field.text() == ""  # the key that opens it is not typed into it
    send(Key.Key_Y, text="y")
    send(Key.Key_Space, text=" ")
    field.setText("Where is the cloakroom?")
    send(Key.Key_Return)
    assert asked == [("ask", "Where is the cloakroom?", "key")]
    assert field.text() == "" and not field.hasFocus()
    on_desk(window, DESKS["growing"])
    send(Key.Key_Y, text="y")
    assert asked[-1] == ("approve", {"turn": 7, "number": 1}, "key")


def test_escape_leaves_a_typed_question_where_it_is(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    field = typing(window, send, qtbot)
    field.setText("Where is")
    send(Key.Key_Escape, text="\x1b")
    assert asked == [] and not field.hasFocus() and field.text() == "Where is"


def test_a_question_that_cannot_be_taken_stays_in_the_field(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    field = typing(window, send, qtbot, "fault")
    field.setText("Where is the cloakroom?")
    send(Key.Key_Return)
    assert [meant[0] for meant in asked] == ["ask"] and field.text() == "Where is the cloakroom?"


def test_outside_answer_the_key_takes_no_focus(window: OperatorWindow, send: Send) -> None:
    window.show_state(console_state(ShowState.LIVE))
    send(Key.Key_Q, text="q")
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
