"""The operator's own words at the desk: for a whole answer, for one sentence, and how long the time-out rule waits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from console.show.actions.table import ACTIONS
from console.show.answers.draft import DraftSentence, SentenceState
from console.show.core.enums import Approval
from console.show.effects.answers import JudgeAnswer
from tests.ui.console_states import DESKS, FIRST, SECOND, answers, draft
from tests.ui.desk import Asked, Send, button, on_desk, sheet, verb_button, waiting
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked(window: OperatorWindow) -> Asked:
    """What the window requested so far."""
    requests: Asked = []
    window.action_requested.connect(lambda *request: requests.append(request))
    return requests


# -- the operator's own words -------------------------------------------------------------------------------------


def editing(window: OperatorWindow, send: Send, qtbot: QtBot, desk: str = "growing") -> QPlainTextEdit:
    on_desk(window, DESKS[desk])
    window.activateWindow()
    send(Key.Key_E)
    field = window._questions.editor
    qtbot.waitUntil(field.hasFocus)
    return field


def test_the_editor_holds_all_that_is_undecided(window: OperatorWindow, send: Send, qtbot: QtBot) -> None:
    assert editing(window, send, qtbot).toPlainText() == f"{FIRST} You can find water at the"


def test_no_plain_key_acts_while_writing(window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot) -> None:
    editing(window, send, qtbot)
    assert button(window, "edit_answer").cap == "", "its key is a letter now"
    for key, text in ((Key.Key_Y, "y"), (Key.Key_Space, " "), (Key.Key_Delete, "\x7f"), (Key.Key_1, "1")):
        send(key, text=text)
    assert asked == []
    send(Key.Key_F12)
    assert [request[0] for request in asked] == ["panic"]


def test_escape_leaves_the_editor_and_does_not_hold_the_show(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    field = editing(window, send, qtbot)
    field.setPlainText("Something else.")
    send(Key.Key_Escape, text="\x1b")
    assert asked == [] and not field.hasFocus() and not field.isVisible()
    send(Key.Key_Escape, text="\x1b")
    assert [request[0] for request in asked] == ["hold"]


@pytest.mark.parametrize("hand", ["key", "mouse"])
def test_own_words_go_to_the_desk_and_the_keys_to_the_show(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot, hand: str
) -> None:
    field = editing(window, send, qtbot)
    field.setPlainText("At nine.")
    if hand == "key":
        send(Key.Key_Return, CTRL)
    else:
        qtbot.mousePress(button(window, "edit_answer"), Qt.MouseButton.LeftButton)
    assert asked == [("edit_answer", {"turn": 7, "text": "At nine."}, hand)]
    assert not field.hasFocus()
    own = DraftSentence("At nine.", SentenceState.WAITING, own=True)
    on_desk(window, answers(draft=draft(DraftSentence(FIRST, SentenceState.REJECTED), own)))
    assert not field.isVisible()
    assert window._questions.argument("approve") == {"turn": 7, "number": 2}


def test_words_that_were_refused_are_not_lost(window: OperatorWindow, send: Send, qtbot: QtBot) -> None:
    field = editing(window, send, qtbot)
    field.setPlainText("At nine.")
    send(Key.Key_Return, CTRL)
    on_desk(window, DESKS["growing"])
    assert field.isVisible() and field.toPlainText() == "At nine."


def test_an_answer_that_ends_under_the_pen_leaves_the_words_and_says_so(
    window: OperatorWindow, send: Send, qtbot: QtBot
) -> None:
    field = editing(window, send, qtbot)
    field.setPlainText("At nine.")
    on_desk(window, DESKS["free"])
    assert field.isVisible() and field.toPlainText() == "At nine."
    assert "over" in window._questions._question.text


def test_nothing_is_approved_that_the_editor_hides(window: OperatorWindow, send: Send, qtbot: QtBot) -> None:
    editing(window, send, qtbot)
    assert window._questions.argument("approve") == {"turn": 7, "number": 0}


def test_writing_tells_the_time_out_rule_to_wait(window: OperatorWindow, send: Send, qtbot: QtBot) -> None:
    field = editing(window, send, qtbot)
    with qtbot.waitSignal(window.answer_touched):
        qtbot.keyClicks(field, "x")


@pytest.mark.parametrize("hand", ["key", "mouse", "cursor", "input method"])
def test_whatever_the_hand_does_in_the_editor_tells_the_time_out_rule_to_wait(
    window: OperatorWindow, send: Send, qtbot: QtBot, hand: str
) -> None:
    field = editing(window, send, qtbot)
    with qtbot.waitSignal(window.answer_touched):
        if hand == "mouse":
            qtbot.mousePress(field.viewport(), Qt.MouseButton.LeftButton)
        elif hand == "input method":  # Chinese is put together before it is there
            QCoreApplication.sendEvent(field, QInputMethodEvent("zhu", []))
        else:
            qtbot.keyClick(field, Key.Key_Left if hand == "cursor" else Key.Key_X)


def test_opening_the_editor_and_rolling_the_answer_tell_it_too(
    window: OperatorWindow, send: Send, qtbot: QtBot
) -> None:
    on_desk(window, DESKS["long"])
    touches: list[int] = []
    window.answer_touched.connect(lambda: touches.append(1))
    part = window._questions.draft
    point = part.viewport().rect().center()
    event = QWheelEvent(
        QPointF(point), QPointF(part.mapToGlobal(point)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(part.viewport(), event)
    assert len(touches) == 1
    send(Key.Key_E)
    assert len(touches) == 2


# -- one sentence ------------------------------------------------------------------------------------------------


def two_waiting(window: OperatorWindow, approval: Approval = Approval.EACH) -> None:
    on_desk(window, answers(approval=approval, draft=draft(waiting(FIRST), waiting(SECOND))))


def opened(window: OperatorWindow, send: Send, qtbot: QtBot, hand: str, number: int) -> QPlainTextEdit:
    window.activateWindow()
    if hand == "key":
        send(Key.Key_E, SHIFT)
    else:
        qtbot.mousePress(verb_button(window, number, "edit_sentence"), Qt.MouseButton.LeftButton)
    field = window._questions.editor
    qtbot.waitUntil(field.hasFocus)
    return field


@pytest.mark.parametrize(("hand", "number"), [("key", 0), ("mouse", 0), ("mouse", 1)])
@pytest.mark.parametrize("approval", [Approval.FIRST, Approval.EACH])
def test_one_sentence_is_put_in_other_words(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot, hand: str, number: int, approval: Approval
) -> None:
    two_waiting(window, approval)
    field = opened(window, send, qtbot, hand, number)
    assert field.toPlainText() == (FIRST, SECOND)[number]
    assert f"Sentence {number + 1}" in window._questions._question.text
    field.setPlainText(" At\nnine. ")
    send(Key.Key_Return, CTRL)
    assert asked == [("edit_sentence", {"turn": 7, "number": number, "text": "At nine."}, "key")]
    assert ACTIONS["edit_sentence"].effects(asked[0][1]) == (JudgeAnswer("edit", 7, number, "At nine."),)
    assert not field.hasFocus()
    own = DraftSentence("At nine.", SentenceState.WAITING, own=True)
    on_desk(window, answers(approval=approval, draft=draft(*(own if n == number else waiting(FIRST) for n in (0, 1)))))
    assert not field.isVisible()


def test_words_for_a_sentence_that_was_decided_meanwhile_are_kept_and_it_is_said(
    window: OperatorWindow, send: Send, qtbot: QtBot
) -> None:
    two_waiting(window)
    field = opened(window, send, qtbot, "key", 0)
    field.setPlainText("At nine.")
    send(Key.Key_Return, CTRL)
    on_desk(window, answers(draft=draft(DraftSentence(FIRST, SentenceState.VOICED), waiting(SECOND))))
    assert field.isVisible() and field.toPlainText() == "At nine."
    assert "is decided" in window._questions._question.text
    field.setFocus()
    send(Key.Key_Escape, text="\x1b")
    assert not field.isVisible()


def test_no_words_for_a_sentence_leave_it_out(window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot) -> None:
    two_waiting(window)
    field = opened(window, send, qtbot, "mouse", 1)
    field.setPlainText("  ")
    send(Key.Key_Return, CTRL)
    assert asked == [("leave_out", {"turn": 7, "number": 1}, "key")]
    on_desk(window, answers(draft=draft(waiting(FIRST), DraftSentence(SECOND, SentenceState.REJECTED))))
    assert not field.isVisible()


def test_one_sentence_is_left_out_by_key_and_by_mouse(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    on_desk(window, answers(draft=draft(DraftSentence(FIRST, SentenceState.VOICED), waiting(SECOND))))
    send(Key.Key_Delete, SHIFT)
    qtbot.mousePress(verb_button(window, 1, "leave_out"), Qt.MouseButton.LeftButton)
    assert asked == [("leave_out", {"turn": 7, "number": 1}, hand) for hand in ("key", "mouse")]
    assert ACTIONS["leave_out"].effects(asked[0][1]) == (JudgeAnswer("leave_out", 7, 1),)


def test_what_is_out_has_no_buttons(window: OperatorWindow) -> None:
    on_desk(window, DESKS["speaking"])
    assert [block.verbs for block in sheet(window).blocks] == [(), (), (), ()]
    assert not [each for each in sheet(window).findChildren(HoldButton) if each.isVisibleTo(window)]


def test_with_nothing_undecided_the_key_for_one_sentence_opens_nothing(
    window: OperatorWindow, send: Send, asked: Asked
) -> None:
    on_desk(window, DESKS["speaking"])
    send(Key.Key_E, SHIFT)
    assert [request[0] for request in asked] == ["edit_sentence"] and not window._questions.editor.isVisible()
