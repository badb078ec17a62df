"""EDIT: it requests changes, keeps what is typed, and is not there in RUN."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from console.show.core.state import ShowState
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Add, Delete, Duplicate, Item, Move, NameShow, Rundown, SetField, Undo, changed
from console.show.state.console_state import ConsoleState
from console.show.state.voice_view import VoiceView
from tests.ui.clock import Clock
from tests.ui.console_states import RUNDOWN, console_state, rundown_view
from ui.panels.edit.edit_keys import KeyButton
from ui.widgets.fields.choices import DeviceBox
from ui.widgets.fields.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Requests = list[tuple[str, object, str]]


def editing(state: ShowState = ShowState.STANDBY, rundown: Rundown = RUNDOWN) -> ConsoleState:
    shown = console_state(state)
    shown.show = rundown_view(rundown)
    shown.show = replace(shown.show, editing=True)
    return shown


@pytest.fixture
def open_window(window: OperatorWindow) -> OperatorWindow:
    """The window with EDIT open on the preset that is next."""
    window.activateWindow()
    window.show_state(editing())
    return window


@pytest.fixture
def requests(open_window: OperatorWindow) -> Requests:
    """What the window requested so far."""
    found: Requests = []
    open_window.action_requested.connect(lambda *request: found.append(request))
    return found


def press(window: QWidget, name: str) -> None:
    button = next(each for each in window.findChildren(HoldButton) if each.accessibleName() == name)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)


def line(window: OperatorWindow, name: str) -> LineField:
    pages: tuple[QWidget, ...] = (window._edit.preset, window._edit.answers, window._edit.show_tab)
    fields = [field for page in pages for field in page.findChildren(LineField)]
    return next(field for field in fields if field.accessibleName() == name)


def test_edit_stands_where_next_and_health_stand_and_nothing_else_moves(window: OperatorWindow) -> None:
    def places() -> list[tuple[str, QRect]]:
        return [(name, panel.geometry()) for name, panel in window._placed.items()]

    before = places()
    window.show_state(editing())
    assert window._edit.isVisible()
    assert window._edit.geometry() == window._next.geometry().united(window._health.geometry())
    assert places() == before


def test_in_a_low_window_edit_has_the_right_side_to_itself_unless_the_hall_sees_the_host(
    window: OperatorWindow,
) -> None:
    window.resize(1280, 680)
    window.show_state(console_state(ShowState.STANDBY))
    before = {name: panel.geometry() for name, panel in window._placed.items()}
    window.show_state(editing())
    edit, actions = window._edit.geometry(), before["actions"]
    assert edit.height() > 420 and edit.width() > 600
    assert window._actions.geometry() == actions and not window._questions.isVisible()
    seen = [panel for panel in (*window._placed.values(), window._edit) if panel.isVisible()]
    for number, one in enumerate(seen):
        assert not any(one.geometry().intersects(other.geometry()) for other in seen[:number])
    live = editing()
    live.state = ShowState.LIVE
    window.show_state(live)
    assert window._questions.isVisible() and not window._edit.geometry().intersects(window._questions.geometry())
    window.show_state(console_state(ShowState.STANDBY))
    assert {name: panel.geometry() for name, panel in window._placed.items()} == before


def test_a_wide_page_has_its_fields_in_two_columns_in_the_order_of_tab(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(editing())
    form = window._edit.preset
    qtbot.waitUntil(lambda: len({section.x() for section in form._sections}) == 2)
    tops = [section.mapTo(form, section.rect().topLeft()) for section in form._sections]
    assert tops == sorted(tops, key=lambda top: (top.x(), top.y()))


def test_what_is_next_is_what_one_edits_first(open_window: OperatorWindow) -> None:
    assert open_window._edit.item_id == "p3"
    assert line(open_window, "Name").text() == "Host + sponsor"


def test_a_tile_pressed_in_edit_is_edited_and_next_stays(
    open_window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    qtbot.mousePress(open_window._presets._tiles[0], Qt.MouseButton.LeftButton)
    assert open_window._edit.item_id == "p1" and line(open_window, "Name").text() == "Welcome"
    assert requests == []


def test_what_is_typed_is_requested_when_the_field_is_left(
    open_window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    field = line(open_window, "Note")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "m 1")
    assert requests == []  # M, Space and 1 are letters here
    open_window._desk.setFocus()
    assert requests == [("change", SetField("p3", "note", "m 1"), "mouse")]


def test_return_in_a_field_takes_nothing(open_window: OperatorWindow, requests: Requests, qtbot: QtBot) -> None:
    field = line(open_window, "Name")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        QCoreApplication.sendEvent(open_window.windowHandle(), event)
    assert requests == []


def test_what_was_just_typed_is_not_lost_when_edit_closes(
    open_window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    field = line(open_window, "Name")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "!")
    press(open_window, "RUN")
    assert requests == [
        ("change", SetField("p3", "name", "Host + sponsor!"), "mouse"),
        ("edit", False, "mouse"),
    ]


def test_another_preset_gets_nothing_of_what_was_typed_into_the_one_before(
    open_window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    field = line(open_window, "Name")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "!")
    open_window._edit.edit_item("p1")
    assert requests == [("change", SetField("p3", "name", "Host + sponsor!"), "mouse")]
    assert field.text() == "Welcome"


def test_a_house_that_comes_while_one_types_leaves_the_field_alone(open_window: OperatorWindow, qtbot: QtBot) -> None:
    field = line(open_window, "Note")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "x")
    open_window.show_state(editing(rundown=changed(RUNDOWN, SetField("p3", "colour", "#112233"))))
    assert field.text() == "after the choir sitsx"


def test_choices_of_the_form_are_requested(open_window: OperatorWindow, requests: Requests) -> None:
    press(open_window, "Mode: SAY")
    press(open_window, "Captions: ON")
    press(open_window, "Colour: blue")
    for name in ("avatar", "mic"):
        box = open_window._edit.preset.field(name).box  # type: ignore[attr-defined]
        box.activated.emit(0)
    made = [request[1] for request in requests if isinstance(request[1], SetField) and request[1].id == "p3"]
    told = [(change.field, change.value) for change in made if change.field in ("captions", "colour", "avatar", "mic")]
    assert told == [("captions", True), ("colour", "#4f8fc9"), ("avatar", "avatar0"), ("mic", "")]


def test_a_voice_is_chosen_from_those_that_are_there(open_window: OperatorWindow, requests: Requests) -> None:
    def shown(voice: str) -> DeviceBox:
        known = editing()
        known.voices = replace(
            known.voices, voices=(VoiceView("builtin", "The built-in voice"), VoiceView("edge:x", "Hsiao", "cmn"))
        )
        if voice:
            known.show = replace(known.show, rundown=changed(known.show.rundown, SetField("p3", "voice", voice)))
        open_window.show_state(known)
        found: DeviceBox = open_window._edit.preset.field("voice").box  # type: ignore[attr-defined]
        return found

    box = shown("")
    assert [box.itemData(n) for n in range(box.count())] == ["", "builtin", "edge:x"]
    assert box.currentText() == "the avatar's own"
    box.activated.emit(2)
    assert requests[-1][1] == SetField(open_window._edit.preset.item_id, "voice", "edge:x")
    order = shown("edge:x, builtin")
    assert order.currentText() == "edge:x  →  builtin"
    gone = shown("edge:gone")
    assert "edge:gone" in gone.currentText() and "not there" in gone.currentText()


def test_presets_are_made_copied_moved_and_deleted(open_window: OperatorWindow, requests: Requests) -> None:
    for name in (
        "A new preset behind this one",
        "The same once more",
        "Move it towards the beginning",
        "Take it away; UNDO brings it back",
        "Take the last change back",
    ):
        press(open_window, name)
    assert [request[1] for request in requests] == [
        Add("avatar0", "p3"),
        Duplicate("p3"),
        Move("p3", -1),
        Delete("p3"),
        Undo(),
    ]


def test_a_new_preset_is_the_one_that_is_edited(open_window: OperatorWindow) -> None:
    open_window.show_state(editing(rundown=changed(RUNDOWN, Add("avatar0", "p3"))))
    assert open_window._edit.item_id == "preset-7" and line(open_window, "Name").text() == "Preset 7"


def test_when_the_edited_preset_is_deleted_another_one_is_edited(open_window: OperatorWindow) -> None:
    open_window.show_state(editing(rundown=changed(RUNDOWN, Delete("p3"))))
    assert open_window._edit.item_id == "p1"


def test_an_empty_show_can_be_begun(open_window: OperatorWindow, requests: Requests) -> None:
    empty = editing(rundown=Rundown())
    empty.show = replace(empty.show, cues=type(empty.show.cues)(), next=None)
    open_window.show_state(empty)
    press(open_window, "A new preset behind this one")
    assert [request[1] for request in requests] == [Add("avatar0", "")]


def test_the_plus_of_the_strip_opens_edit_and_makes_a_preset(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(console_state())
    found: Requests = []
    window.action_requested.connect(lambda *request: found.append(request))
    qtbot.mousePress(window._presets._tiles[6], Qt.MouseButton.LeftButton)
    assert found == [("edit", True, "mouse"), ("change", Add("avatar0"), "mouse")]


def test_the_show_gets_its_name(open_window: OperatorWindow, requests: Requests, qtbot: QtBot) -> None:
    open_window._edit.show_page("show")
    field = line(open_window, "Name of the show")
    field.setFocus()
    qtbot.keyClicks(field, "Gala")
    qtbot.waitUntil(lambda: requests == [("change", NameShow("Gala"), "mouse")])


@pytest.mark.parametrize(
    ("page", "words", "action", "mode"),
    [
        ("show", "Open a show…", "import_show", QFileDialog.FileMode.ExistingFile),
        ("show", "Save the show as…", "export_show", QFileDialog.FileMode.AnyFile),
        ("show", "Read a table…", "import_rundown", QFileDialog.FileMode.ExistingFile),
        ("show", "Write a table…", "export_rundown", QFileDialog.FileMode.AnyFile),
        ("avatars", "Add an avatar folder…", "import_avatar", QFileDialog.FileMode.Directory),
    ],
)
def test_files_are_chosen_without_stopping_anything(
    open_window: OperatorWindow, requests: Requests, page: str, words: str, action: str, mode: QFileDialog.FileMode
) -> None:
    open_window._edit.show_page(page)
    press(open_window, words)
    (dialog,) = open_window.findChildren(QFileDialog)
    assert dialog.fileMode() == mode and dialog.windowModality() == Qt.WindowModality.NonModal
    assert QApplication.activeModalWidget() is None
    dialog.fileSelected.emit("/tmp/x")
    assert [request for request in requests if request[0] == action] == [(action, "/tmp/x", "mouse")]
    dialog.done(0)


def test_a_file_is_looked_for_in_the_users_documents_and_then_where_the_last_one_was(
    open_window: OperatorWindow, requests: Requests, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "Documents").mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _place: str(tmp_path / "Documents")))
    press(open_window, "Sound file: choose a file")
    (dialog,) = open_window.findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path / "Documents"
    dialog.fileSelected.emit(str(tmp_path / "jingle.wav"))
    dialog.done(0)
    open_window.files.slate()
    assert open_window.files.shown is not None
    assert Path(open_window.files.shown.directory().absolutePath()) == tmp_path
    open_window.files.shown.done(0)


def test_a_file_for_a_field_is_chosen_and_taken_away(open_window: OperatorWindow, requests: Requests) -> None:
    press(open_window, "Sound file: choose a file")
    (dialog,) = open_window.findChildren(QFileDialog)
    dialog.fileSelected.emit("/tmp/x.wav")
    press(open_window, "Sound file: no file")
    assert [request[1] for request in requests] == [SetField("p3", "say", "/tmp/x.wav"), SetField("p3", "say", "")]
    dialog.done(0)


def key_button(window: OperatorWindow, place: tuple[str, int]) -> KeyButton:
    window._edit.show_page("keys")
    return window._edit.keys.button(place)


def strike(window: OperatorWindow, key: Qt.Key, text: str = "") -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QCoreApplication.sendEvent(window.windowHandle(), event)


def test_a_key_is_changed_by_pressing_the_new_one(
    open_window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    button = key_button(open_window, ("take", 0))
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.hasFocus)
    strike(open_window, Qt.Key.Key_J, "j")
    assert requests == [("bind", ("take", 0, "J"), "key")]


def test_a_key_that_means_something_already_is_refused_by_its_name_and_does_not_act(
    open_window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    button = key_button(open_window, ("take", 0))
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.hasFocus)
    strike(open_window, Qt.Key.Key_Space, " ")
    assert requests == [] and "INTERRUPT" in open_window._edit.keys._told.text
    strike(open_window, Qt.Key.Key_Space, " ")
    assert [request[0] for request in requests] == ["interrupt"]


def test_on_air_rescue_works_even_while_a_key_is_being_changed(
    open_window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    open_window.show_state(editing(ShowState.LIVE))
    button = key_button(open_window, ("take", 0))
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.hasFocus)
    strike(open_window, Qt.Key.Key_F12)
    assert [request[0] for request in requests] == ["panic"]


def test_a_key_goes_back_to_the_usual_one(open_window: OperatorWindow, requests: Requests) -> None:
    open_window._edit.show_page("keys")
    press(open_window, "The usual key of TAKE")
    assert requests == [("bind", ("take", 0, ""), "mouse")]


def test_going_back_to_run_leaves_no_field_with_the_focus(open_window: OperatorWindow, qtbot: QtBot) -> None:
    field = line(open_window, "Name")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    open_window.show_state(console_state(ShowState.LIVE))
    assert not open_window._edit.isVisible() and open_window._next.isVisible()
    assert QApplication.focusWidget() is open_window._desk


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1280, 720)])
@pytest.mark.parametrize("page", ["preset", "answers", "voices", "show", "avatars", "keys", "settings"])
def test_every_page_holds_what_stands_in_it(
    open_window: OperatorWindow, width: int, height: int, page: str, clock: Clock
) -> None:
    open_window.resize(width, height)
    open_window._edit.show_page(page)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for child in open_window._edit.findChildren(QWidget):
        parent = child.parentWidget()
        inside = parent is not None and parent.objectName() == "qt_scrollarea_viewport"
        if child.isVisibleTo(open_window) and parent is not None and not inside:
            assert parent.rect().contains(child.geometry()), (type(child).__name__, child.accessibleName())


def test_a_longer_rundown_turns_pages_and_follows_next(window: OperatorWindow) -> None:
    items = tuple(Item(f"q{n}", Preset(name=f"Part {n}", avatar="avatar0")) for n in range(1, 25))
    shown = console_state()
    shown.show = rundown_view(Rundown(items), "q9", "q10")
    window.show_state(shown)
    names = [tile.text() for tile in window._presets._tiles]
    assert window._presets.page == 1 and names[0] == "10 Part 10" and names[-1] == "18 Part 18"
    press(window, "Later presets of the rundown")
    window.show_state(shown)
    assert window._presets._tiles[0].text() == "19 Part 19"  # the hand turned it: it stays until NEXT changes
    shown.show = rundown_view(Rundown(items), "q1", "q2")
    window.show_state(shown)
    assert window._presets.page == 0


def test_a_tile_says_what_it_is_in_words_too(window: OperatorWindow) -> None:
    window.show_state(console_state())
    assert window._presets._tiles[0].accessibleName() == "Preset 1 Welcome", "off the air nothing is on"
    window.show_state(console_state(ShowState.LIVE))
    names = [tile.accessibleName() for tile in window._presets._tiles]
    assert names[0] == "Preset 1 Welcome, on now" and names[2] == "Preset 3 Host + sponsor, next"
    assert "choir.wav is not there" in window._presets._tiles[3].toolTip()


def test_next_says_when_there_is_nothing_to_take(window: OperatorWindow) -> None:
    shown = console_state()
    shown.show = rundown_view(RUNDOWN, "p6", "")
    window.show_state(shown)
    assert "Nothing is next" in window._next._take.toolTip()


def test_the_way_back_stands_where_there_is_something_to_take_back(open_window: OperatorWindow) -> None:
    edit = open_window._edit
    shown = {}
    for page in ("preset", "answers", "voices", "show", "avatars", "models", "films", "keys", "settings"):
        edit.show_page(page)
        shown[page] = edit._undo.isVisibleTo(edit)
    assert [page for page, there in shown.items() if there] == ["preset", "answers", "voices", "show", "avatars"]
