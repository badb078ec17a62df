"""The question desk in the window: what is on it, what the hand does with it, and that nothing moves."""

from __future__ import annotations

import re
from dataclasses import replace
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from console.show.answers.draft import DraftSentence, SentenceState
from console.show.core.enums import Approval, Mode
from console.show.core.state import ShowState
from console.show.state.answer_view import AnswerView
from tests.ui.console_states import DESKS, FIRST, HELD, QUESTION, QUEUE, SECOND, answering, answers, draft
from tests.ui.desk import SIZES, Asked, Send, button, fits, on_desk, sheet, sorting, verb_button, waiting
from ui import theme
from ui.i18n.build import HERE
from ui.i18n.languages import Languages
from ui.panels.answers.questions import JUDGING
from ui.panels.answers.queue import QuestionRow
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.sheet import Sheet
from ui.window import OperatorWindow

Key = Qt.Key


@pytest.fixture
def asked(window: OperatorWindow) -> Asked:
    """What the window requested so far."""
    requests: Asked = []
    window.action_requested.connect(lambda *request: requests.append(request))
    return requests


# -- the draft -----------------------------------------------------------------------------------------------


def test_the_tail_of_an_answer_is_read_as_it_is_written(window: OperatorWindow) -> None:
    words = ["You", "can", "find", "water", "at", "the", "west", "door"]
    for count in range(1, len(words)):
        on_desk(window, answers(draft=draft(waiting(FIRST), tail=" ".join(words[:count]), thinking=True)))
        assert [block.text for block in sheet(window).blocks] == [FIRST, " ".join(words[:count])]


def test_each_state_of_a_sentence_has_a_sign_of_its_own(window: OperatorWindow) -> None:
    sentences = [DraftSentence(f"{state}.", state) for state in SentenceState]
    on_desk(window, answers(draft=draft(*sentences)))
    signs = [block.sign for block in sheet(window).blocks]
    assert len(set(signs)) == len(SentenceState)
    assert all(sign[0] not in "abcdefghijklmnopqrstuvwxyz" and len(sign) > 3 for sign in signs)


def test_a_held_sentence_says_why_and_can_be_released_or_left_out(
    window: OperatorWindow, asked: Asked, qtbot: QtBot
) -> None:
    on_desk(window, DESKS["held"])
    assert "Mayor Lin" in sheet(window).blocks[1].reason
    mark = sheet(window).blocks[1].marks[0]
    assert HELD.text[mark.start : mark.start + mark.length] == "Mayor Lin"
    for verb in ("release", "leave_out"):
        pressed = verb_button(window, 1, verb)
        assert pressed.isVisibleTo(window) and sheet(window).rect().contains(pressed.geometry())
        qtbot.mousePress(pressed, Qt.MouseButton.LeftButton)
    assert asked == [
        ("release", {"turn": 7, "number": 1}, "mouse"),
        ("leave_out", {"turn": 7, "number": 1}, "mouse"),
    ]


def test_a_sentence_that_is_heard_shows_what_was_heard(window: OperatorWindow) -> None:
    on_desk(window, DESKS["speaking"])
    first, second = sheet(window).blocks[:2]
    assert first.ink == theme.MUTED and first.text == FIRST
    heard, rest = second.marks
    assert second.text[: heard.length] == "You can find water " and heard.ink == theme.MUTED
    assert second.text[rest.start :] == "at the west door."


def test_the_desk_says_who_answers_from_which_line_and_what_went_wrong(window: OperatorWindow) -> None:
    on_desk(window, DESKS["held"])
    assert window._questions._source.text == "Facts · facts.md:12"
    assert QUESTION in window._questions._question.text
    assert "Groq does not answer in time." in sheet(window).blocks[-1].text


def test_the_time_that_is_left_to_decide_is_counted_down(window: OperatorWindow) -> None:
    on_desk(window, DESKS["growing"])
    assert "14 s" in window._questions._countdown.text


# -- approving only what was to be seen ---------------------------------------------------------------------------


@pytest.mark.parametrize("hand", ["key", "mouse"])
def test_an_approval_names_the_turn_and_what_was_to_be_seen(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot, hand: str
) -> None:
    on_desk(window, answers(draft=draft(waiting(FIRST), waiting(SECOND))))
    if hand == "key":
        send(Key.Key_Y)
    else:
        qtbot.mousePress(button(window, "approve"), Qt.MouseButton.LeftButton)
    assert asked == [("approve", {"turn": 7, "number": 2}, hand)]


def test_sentences_below_the_edge_are_not_approved_unseen(window: OperatorWindow, send: Send, asked: Asked) -> None:
    on_desk(window, DESKS["long"])
    send(Key.Key_Y)
    argument = asked[0][1]
    assert isinstance(argument, dict) and 1 <= argument["number"] < 8
    bar = window._questions.draft.verticalScrollBar()
    for value in range(0, bar.maximum() + 20, 10):
        bar.setValue(value)
    send(Key.Key_Y)
    assert asked[-1][1] == {"turn": 7, "number": 8}


def test_a_jump_to_the_end_does_not_count_what_it_passed(window: OperatorWindow) -> None:
    on_desk(window, DESKS["long"])
    part = window._questions.draft
    seen = part.seen
    part.verticalScrollBar().setValue(part.verticalScrollBar().maximum())
    assert part.seen == seen < 8


def test_other_words_in_a_place_that_was_seen_are_not_seen(window: OperatorWindow) -> None:
    part = window._questions.draft
    before = draft(*(waiting(f"{n}. {FIRST} {SECOND}") for n in range(8)))
    on_desk(window, answers(draft=before))
    part.verticalScrollBar().setValue(20)
    seen = part.seen
    assert seen > 0
    part.verticalScrollBar().setValue(part.verticalScrollBar().maximum())
    changed = (replace(before.sentences[0], text="Quite another answer."), *before.sentences[1:])
    part.show_draft(replace(before, sentences=changed), Approval.FIRST)
    assert part.seen == 0


def test_another_turn_begins_unseen(window: OperatorWindow) -> None:
    on_desk(window, answers(draft=draft(waiting(FIRST), waiting(SECOND))))
    on_desk(window, answers(draft=replace(draft(waiting(FIRST)), turn=8)))
    assert window._questions.argument("approve") == {"turn": 8, "number": 1}


def test_the_view_rolls_to_what_must_be_decided_next(window: OperatorWindow) -> None:
    view = DESKS["long"].draft
    assert view is not None
    on_desk(window, answers(draft=view))
    approved = tuple(
        replace(each, state=SentenceState.APPROVED) if number < 5 else each
        for number, each in enumerate(view.sentences)
    )
    on_desk(window, answers(draft=replace(view, sentences=approved)))
    part = window._questions.draft
    top, bottom = sheet(window).span(5)
    assert part.verticalScrollBar().value() <= top
    assert bottom <= part.verticalScrollBar().value() + part.viewport().height()


def test_an_answer_that_comes_at_once_stands_where_it_is_to_be_decided(window: OperatorWindow) -> None:
    on_desk(window, DESKS["free"])
    long = [DraftSentence(f"{n}. {FIRST} {SECOND}", SentenceState.APPROVED) for n in range(4)]
    on_desk(window, answers(draft=draft(*long, HELD, *(waiting(SECOND) for _ in range(6)))))
    part = window._questions.draft
    top, bottom = sheet(window).span(4)
    assert part.verticalScrollBar().value() <= top
    assert bottom <= part.verticalScrollBar().value() + part.viewport().height()


def test_no_line_is_cut_at_the_upper_edge_when_the_sentence_can_be_seen_without(window: OperatorWindow) -> None:
    for view in (DESKS["held"], DESKS["speaking"]):
        for width, height in SIZES:
            window.resize(width, height)
            on_desk(window, DESKS["free"])
            on_desk(window, view)
            tops = [int(sheet(window).span(n)[0]) for n in range(len(sheet(window).blocks))]
            assert window._questions.draft.verticalScrollBar().value() in tops


# -- the buttons -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in JUDGING if name != "edit_answer"])
def test_a_button_and_its_key_request_the_same(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot, name: str
) -> None:
    on_desk(window, DESKS["growing"])
    keys = {"approve": "Y", "again": "R", "reject": "Delete", "stand_by": "W", "safe_line": "N"}
    qtbot.mousePress(button(window, name), Qt.MouseButton.LeftButton)
    send(getattr(Key, f"Key_{keys[name]}"))
    assert [request[0] for request in asked] == [name, name]
    assert asked[0][1] == asked[1][1] and isinstance(asked[0][1], dict)


def test_what_would_do_nothing_is_dimmed(window: OperatorWindow) -> None:
    table: tuple[tuple[str, ShowState, set[str]], ...] = (
        ("free", ShowState.LIVE, {"approve", "edit_answer", "again", "reject", "safe_line"}),
        ("growing", ShowState.LIVE, set()),
        ("growing", ShowState.STANDBY, {"approve", "stand_by", "safe_line"}),
        ("speaking", ShowState.LIVE, {"approve", "again", "stand_by"}),
        ("fault", ShowState.LIVE, set(JUDGING)),
    )
    for desk, state, dimmed in table:
        on_desk(window, DESKS[desk], state)
        assert {name for name in JUDGING if button(window, name).look == theme.DIMMED} == dimmed, (desk, state)


def test_a_locked_desk_is_dimmed_and_cannot_be_written_on(window: OperatorWindow) -> None:
    shown = answering("growing")
    shown.show = replace(shown.show, locked=True)
    window.show_state(shown)
    assert all(button(window, name).look == theme.DIMMED for name in JUDGING)
    assert not window._questions.edit()


# -- nothing to show ---------------------------------------------------------------------------------------------


def test_an_empty_desk_says_why(window: OperatorWindow) -> None:
    for view, mode, words in (
        (DESKS["free"], Mode.MIRROR, "In ANSWER"),
        (DESKS["free"], Mode.ANSWER, "Type a question with Q"),
        (answers(approval=Approval.AUTO), Mode.ANSWER, "nobody approves"),
        (DESKS["fault"], Mode.ANSWER, "Nobody could answer"),
        (AnswerView(), Mode.ANSWER, "being made ready"),
        (DESKS["paused"], Mode.ANSWER, "ANSWER NEXT"),
        (answers(waiting=QUEUE[2:3]), Mode.ANSWER, "are held"),
    ):
        shown = on_desk(window, view)
        shown.mode = mode
        window.show_state(shown)
        assert words in window._questions._words.text and window._questions._words.isVisible()


def test_after_an_interrupt_the_next_question_is_one_press_away(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    on_desk(window, DESKS["paused"])
    qtbot.mousePress(window._questions._next, Qt.MouseButton.LeftButton)
    send(Key.Key_G)
    assert asked == [("answer_question", None, "mouse"), ("answer_question", None, "key")]


def test_mode_says_who_answers_who_approves_and_what_leaves_the_machine(window: OperatorWindow) -> None:
    on_desk(window, DESKS["free"])
    note, words = window._sound._mode._heading.note.text, window._sound.queue._empty.text
    assert "Facts, Groq" in note and "approve first" in note
    assert "go to Groq" in words
    on_desk(window, answers(leaves=()))
    assert "Nothing leaves this machine" in window._sound.queue._empty.text


# -- nothing moves, all can be reached ------------------------------------------------------------------------------


def geometries(window: OperatorWindow) -> dict[tuple[str, int], QRect]:
    """Where everything is that does not lie in a list that rolls, nor is a scroll bar of one."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found: dict[tuple[str, int], QRect] = {}
    for panel in (window._questions, window._sound, window._health, window._log):
        areas = panel.findChildren(QAbstractScrollArea)
        still = [each for each in panel.findChildren(QWidget) if not any(area.isAncestorOf(each) for area in areas)]
        for number, child in enumerate(still):
            found[f"{type(panel).__name__}: {type(child).__name__} {child.accessibleName()}", number] = child.geometry()
    return found


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_moves_whatever_lies_on_the_desk(window: OperatorWindow, width: int, height: int) -> None:
    window.resize(width, height)
    for view in DESKS.values():
        on_desk(window, view)  # every page has been open once, and stands where it stands
    still = geometries(window)
    assert len(still) > 40
    for name, view in DESKS.items():
        for state in ShowState:
            on_desk(window, view, state)
            now = geometries(window)
            assert {key for key in still if now.get(key) != still[key]} == set(), (name, state)


def names_its_keys(window: OperatorWindow) -> None:
    """Fails when a key that is needed in a hurry cannot be read on its button, or the time that is left is cut."""
    for name, key in (("approve", "Y"), ("stand_by", "W"), ("safe_line", "N")):
        assert button(window, name).cap == key, (button(window, name).words, button(window, name).width())
    left = window._questions._countdown
    assert QFontMetrics(left.font()).horizontalAdvance(left.text) <= left.width(), (left.text, left.width())


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_word_and_button_of_the_desk_fits(window: OperatorWindow, width: int, height: int) -> None:
    window.resize(width, height)
    for view in DESKS.values():
        on_desk(window, view)
        fits(window)
        names_its_keys(window)


def test_every_control_of_the_desk_has_a_name_a_tip_and_its_place_in_tab(window: OperatorWindow) -> None:
    for view in DESKS.values():
        on_desk(window, view)
        for control in window.findChildren(QAbstractButton):
            assert control.accessibleName() and control.toolTip(), control
            nothing_to_do = (
                control.accessibleName() == "Preset Empty place" or "presets of the rundown" in control.toolTip()
            )
            assert bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus) is not nothing_to_do
    for field in (window._questions.editor, window._sound.queue.field):
        assert field.accessibleName() and field.toolTip() and field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_desk_that_has_not_changed_draws_nothing_again(
    window: OperatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    updates: list[str] = []
    for kind in (HoldButton, Sheet, QuestionRow):
        monkeypatch.setattr(kind, "update", lambda self, *a: updates.append(type(self).__name__), raising=False)
    for view in DESKS.values():
        on_desk(window, view)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
        assert updates  # another desk is drawn
        updates.clear()
        on_desk(window, replace(view))
        assert updates == []


@pytest.mark.parametrize("code", ["zh-Hant", "zh-Hans"])
def test_the_desk_speaks_the_operators_language(window: OperatorWindow, qapp: QApplication, code: str) -> None:
    languages = Languages(qapp, HERE, MagicMock())
    try:
        languages.speak(code)
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
        for width, height in SIZES:
            window.resize(width, height)
            for view in DESKS.values():
                on_desk(window, view)
                fits(window)
                names_its_keys(window)
                told = [block.sign for block in sheet(window).blocks]
                told += [button(window, name).words for name in JUDGING]
                told += [window._questions._ear.text, window._questions._waiting.text]
                told += [window._questions._words.text, sorting(window, "merge_questions").accessibleName()]
                ours = [each.replace(view.partial, "") if view.partial else each for each in told]
                assert [each for each in ours if re.search("[A-Za-z]{3}", each)] == []
    finally:
        languages.speak("en")
        for translator in languages._translators:
            qapp.removeTranslator(translator)
