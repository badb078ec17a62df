"""EDIT, the answers: every field of a preset has its place, tells what the file will hold, and says what is wrong."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.rundown.show_file import preset_text
from console.show.core.state import ShowState
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item, Rundown, SetField, changed
from console.show.state.console_state import ConsoleState
from tests.ui.console_states import console_state, rundown_view
from ui.panels.edit.edit_answers import AnswersPage
from ui.panels.edit.form import Listed, Numbered, Segmented
from ui.widgets.fields.fields import FileField, LineField, TextField
from ui.widgets.fields.order_field import OrderField
from ui.window import OperatorWindow

FULL = """format = 4
name = "Questions"
avatar = "avatar0"
mode = "answer"
think = "server facts"
hear = "local"
persona = "Warm and brief."
facts = "hall.md"
facts_text = "# Where?"
language = "yue"
answer_s = 12.5
approval = "each"
unattended = "safe"
unattended_s = 45.5
safe_line = "Please ask at the desk."
standby_line = "Let me think."
word_list = "words.txt"
never_say = "Chan"
"""


def quiz(text: str = FULL) -> Preset:
    return msgspec.toml.decode(text, type=Preset)


def editing(preset: Preset, state: ShowState = ShowState.STANDBY, current: str = "") -> ConsoleState:
    shown = console_state(state)
    items = (Item("quiz", preset), Item("other", Preset(name="O", avatar="a")))
    shown.show = rundown_view(Rundown(items), current, "quiz")
    shown.show = replace(shown.show, editing=True)
    return shown


@pytest.fixture
def page(window: OperatorWindow) -> AnswersPage:
    window.show_state(editing(quiz()))
    window._edit.show_page("answers")
    return window._edit.answers


@pytest.fixture
def changes(window: OperatorWindow) -> list[SetField]:
    found: list[SetField] = []
    window.action_requested.connect(lambda action, change, source: found.append(change) if action == "change" else None)
    return found


def test_every_field_of_a_preset_has_its_place_in_edit(window: OperatorWindow) -> None:
    window.show_state(editing(quiz()))
    edit = window._edit
    assert edit.preset.names | edit.answers.names == set(Preset.__struct_fields__) - {"format"}
    assert not edit.preset.names & edit.answers.names


def test_showing_a_preset_requests_nothing_and_loses_nothing_of_its_file(
    window: OperatorWindow, page: AnswersPage, changes: list[SetField]
) -> None:
    for name in ("preset", "answers", "preset"):
        window._edit.show_page(name)
        window._edit.commit()
    window.show_state(editing(quiz(), ShowState.LIVE, "quiz"))
    window._edit.commit()
    assert changes == []
    assert preset_text(quiz(), FULL) == FULL


def test_what_the_file_says_is_what_the_page_shows(page: AnswersPage) -> None:
    shown: dict[str, object] = {}
    for name in page.names:
        field = page.field(name)
        if isinstance(field, OrderField):
            shown[name] = " ".join(field.order)
        elif isinstance(field, Segmented):
            shown[name] = field.segments.chosen
        elif isinstance(field, Listed):
            shown[name] = field.box.currentData()
        elif isinstance(field, Numbered):
            shown[name] = field.number.value()
        elif isinstance(field, LineField):
            shown[name] = field.text()
        elif isinstance(field, TextField):
            shown[name] = field.toPlainText()
        elif isinstance(field, FileField):
            shown[name] = field._choose.words
    assert shown == {name: getattr(quiz(), name) for name in page.names}


def test_the_order_of_those_who_answer_is_made_by_pressing(page: AnswersPage, changes: list[SetField]) -> None:
    thinkers = page.field("think")
    assert isinstance(thinkers, OrderField)
    assert thinkers.button("server").words.startswith("1") and thinkers.button("facts").words.startswith("2")
    thinkers.button("groq").performed.emit()
    thinkers.button("server").performed.emit()
    assert changes == [SetField("quiz", "think", "server facts groq"), SetField("quiz", "think", "facts")]


def test_a_name_of_the_file_that_nobody_has_goes_with_the_next_press_and_is_told_until_then(
    window: OperatorWindow, page: AnswersPage, changes: list[SetField]
) -> None:
    window.show_state(editing(quiz(FULL.replace("server facts", "oracle, facts"))))
    assert "nobody called oracle" in page.fault("think")
    thinkers = page.field("think")
    assert isinstance(thinkers, OrderField)
    thinkers.button("groq").performed.emit()
    assert changes == [SetField("quiz", "think", "facts groq")]


def test_each_choice_is_a_request_for_the_preset_that_is_edited(page: AnswersPage, changes: list[SetField]) -> None:
    for name, key in (("approval", "auto"), ("unattended", "drop")):
        field = page.field(name)
        assert isinstance(field, Segmented)
        field.segments.button(key).performed.emit()
    language, seconds = page.field("language"), page.field("unattended_s")
    assert isinstance(language, Listed) and isinstance(seconds, Numbered)
    language.box.activated.emit(0)
    seconds.number.setValue(60)
    assert changes == [
        SetField("quiz", "approval", "auto"),
        SetField("quiz", "unattended", "drop"),
        SetField("quiz", "language", ""),
        SetField("quiz", "unattended_s", 60.0),
    ]
    for change in changes:
        changed(Rundown((Item("quiz", quiz()),)), change)  # the file takes each of them


def test_what_a_preset_lacks_stands_at_the_field_and_goes_when_it_is_there(
    window: OperatorWindow, page: AnswersPage
) -> None:
    window.show_state(editing(quiz(FULL.replace('safe_line = "Please ask at the desk."\n', ""))))
    assert page.fault("safe_line") == "It is said when no hand comes: write it."
    assert page._notes["safe_line"].isVisibleTo(page)
    window.show_state(editing(quiz()))
    assert page.fault("safe_line") == "" and not page._notes["safe_line"].isVisibleTo(page)


def test_a_file_that_cannot_be_used_is_told_at_its_field(window: OperatorWindow, page: AnswersPage) -> None:
    shown = editing(quiz())
    shown.show = replace(
        shown.show,
        file_faults={
            ("quiz", "word_list"): "The list words.txt cannot be used: save it as UTF-8.",
            ("other", "facts"): "The facts other.md cannot be used: it is too large.",
        },
    )
    window.show_state(shown)
    assert "save it as UTF-8" in page.fault("word_list") and page.fault("facts") == ""


def test_a_name_that_was_emptied_is_refused_at_the_field_and_nothing_is_changed(
    window: OperatorWindow, page: AnswersPage, changes: list[SetField], qtbot: QtBot
) -> None:
    window._edit.show_page("preset")
    form = window._edit.preset
    name = form.field("name")
    assert isinstance(name, LineField)
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    name.commit()
    assert changes == [] and form.fault("name") == "A preset needs a name: write one."
    window.show_state(editing(quiz(FULL.replace("Warm and", "Kind and"))))  # another field was changed meanwhile
    assert name.text() == "" and form.fault("name")
    QTest.keyClicks(name, "Q")
    name.commit()
    assert changes == [SetField("quiz", "name", "Q")] and form.fault("name") == ""


def test_on_air_it_says_that_a_change_of_the_preset_that_is_on_waits_for_a_take(
    window: OperatorWindow, page: AnswersPage
) -> None:
    note = page._on_air
    assert not note.isVisibleTo(page)
    window.show_state(editing(quiz(), ShowState.LIVE, "quiz"))
    assert note.isVisibleTo(page)
    window.show_state(editing(quiz(), ShowState.LIVE, "other"))
    assert not note.isVisibleTo(page)


def test_a_tile_pressed_while_answers_are_open_shows_the_answers_of_that_one(
    window: OperatorWindow, page: AnswersPage
) -> None:
    window._edit.edit_item("other")
    assert window._edit.page == "answers" and page.item_id == "other"


def test_what_was_typed_here_is_told_before_edit_closes(
    window: OperatorWindow, page: AnswersPage, changes: list[SetField], qtbot: QtBot
) -> None:
    persona = page.field("persona")
    assert isinstance(persona, TextField)
    window.activateWindow()
    persona.setFocus()
    qtbot.waitUntil(persona.hasFocus)
    qtbot.keyClicks(persona, "!")
    window._edit.commit()
    assert [change.field for change in changes] == ["persona"]


def test_a_list_of_words_is_chosen_without_stopping_anything(
    window: OperatorWindow, page: AnswersPage, changes: list[SetField]
) -> None:
    words = page.field("word_list")
    assert isinstance(words, FileField)
    words._choose.performed.emit()
    assert window.files.shown is not None
    window.files.shown.fileSelected.emit("/tmp/list.txt")
    words._none.performed.emit()
    assert changes == [SetField("quiz", "word_list", "/tmp/list.txt"), SetField("quiz", "word_list", "")]
    window.files.shown.done(0)


def test_a_page_is_made_only_when_it_is_opened(window: OperatorWindow) -> None:
    window.show_state(console_state())
    assert window._edit._stack.count() == 0
    window.show_state(editing(quiz()))
    assert window._edit._stack.count() == 1
