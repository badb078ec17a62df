"""SAY in MODE, voices in EDIT, providers in SETTINGS: every press is a request, and no key is ever shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.show.core.enums import Mode
from console.show.core.secret_text import SecretText
from console.show.core.state import ShowState
from console.show.rundown.rundown import SetField
from console.show.state.console_state import ConsoleState
from console.show.state.voice_view import BookLine, BookView, LineView, ProviderView, SayView, VoicesView, VoiceView
from tests.ui.console_states import console_state
from ui.panels.answers.say import LineRow, SayPart
from ui.panels.edit.edit_voices import BookRow, VoicesPage
from ui.panels.settings.providers import ProvidersPart
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def requests(window: OperatorWindow) -> Requests:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    return found


def saying(state: ShowState = ShowState.LIVE, *, on: bool = True) -> ConsoleState:
    shown = console_state(state)
    shown.mode = Mode.SAY
    lines = (
        LineView(1, "Good evening", "en", True),
        LineView(2, "各位來賓晚安", "zh-TW", False, False, "Edge cannot be reached: is the network there?"),
        LineView(3, "fanfare.wav", "", True, True),
    )
    shown.say = SayView("Gala", on, "edge:x, builtin", lines, 0, 2, 1)
    return shown


def voices() -> ConsoleState:
    shown = console_state()
    shown.show = replace(shown.show, editing=True)
    shown.voices = VoicesView(
        (
            VoiceView("builtin", "Built-in"),
            VoiceView("edge:x", "Edge X", "cmn", "The text to be spoken goes to Microsoft."),
        ),
        BookView((BookLine("Siobhan", "Shivawn"), BookLine("Hsu", "Shoo", "en"))),
        (ProviderView("groq", "none", "It goes to Groq."), ProviderView("server", "keyring"), ProviderView("edge")),
    )
    return shown


def button(parent: object, name: str) -> HoldButton:
    return next(b for b in parent.findChildren(HoldButton) if b.accessibleName() == name)  # type: ignore[attr-defined]


def test_a_line_is_said_by_a_press_and_heard_by_another(
    window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    window.show_state(saying())
    part = window.findChildren(SayPart)[0]
    assert part.isVisible() and len(part.findChildren(LineRow)) == 3
    qtbot.mousePress(button(part, "Say line 2"), LEFT)
    qtbot.mousePress(button(part, "Listen to line 2"), LEFT)
    qtbot.mousePress(button(part, "Listen to line 3"), LEFT)
    assert requests == [("say_line", 2), ("listen", {"text": "各位來賓晚安", "language": "zh-TW"})]
    assert "Edge cannot be reached" in button(part, "Say line 2").toolTip()


def test_enter_says_what_is_typed_and_keeps_it_while_nothing_is_on_air(
    window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    window.show_state(saying(ShowState.STANDBY))
    typed = window.findChildren(SayPart)[0].typed
    typed.setFocus()
    qtbot.keyClicks(typed, "Hello")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert requests[-1] == ("say_text", "Hello") and typed.text() == "Hello", "it was refused: nothing is lost"
    window.show_state(saying())
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert requests[-1] == ("say_text", "Hello") and typed.text() == ""


def test_mirror_shows_the_microphone_in_the_place_of_lines(window: OperatorWindow) -> None:
    window.show_state(saying())
    shown = saying()
    shown.mode = Mode.MIRROR
    window.show_state(shown)
    assert not window.findChildren(SayPart)[0].isVisible()


@pytest.mark.parametrize("size", [(1920, 1080), (1600, 900), (1366, 728), (1280, 680)])
def test_the_file_button_is_never_where_another_mode_has_its_field(
    window: OperatorWindow, size: tuple[int, int]
) -> None:
    """Who believed SAY to be on and pressed its field had a file dialog instead, in front of the hall."""
    window.resize(*size)
    places = {}
    for mode in (Mode.MIRROR, Mode.SAY, Mode.ANSWER):
        shown = saying()
        shown.mode = mode
        window.show_state(shown)
        QApplication.processEvents()
        part = window._sound._mode
        widget = {Mode.MIRROR: part._file, Mode.SAY: part.say.typed, Mode.ANSWER: part.queue.field}[mode]
        assert widget.isVisible()
        places[mode] = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    assert not places[Mode.MIRROR].intersects(places[Mode.SAY])
    assert not places[Mode.MIRROR].intersects(places[Mode.ANSWER])


def test_the_dialog_for_a_sound_goes_with_the_show(window: OperatorWindow) -> None:
    window.show_state(saying())
    window.files.sound()
    assert window.files.shown is not None
    window.show_state(saying(ShowState.HOLD))
    assert window.files.shown is not None, "the show goes on"
    window.show_state(saying(ShowState.STANDBY))
    assert window.files.shown is None


def test_no_sound_is_asked_for_that_would_only_be_refused(window: OperatorWindow) -> None:
    told: list[str] = []
    window.refused.connect(told.append)
    window.show_state(saying(ShowState.STANDBY))
    window.files.sound()
    assert window.files.shown is None and told == ["The avatar speaks only when LIVE."]


def test_other_dialogs_outlive_the_show(window: OperatorWindow) -> None:
    window.show_state(saying())
    window.files.slate()
    window.show_state(saying(ShowState.STANDBY))
    assert window.files.shown is not None
    window.files.shown.done(0)


def test_a_key_says_its_line(window: OperatorWindow, requests: Requests) -> None:
    window.show_state(saying())
    event = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_NumberSign, Qt.KeyboardModifier.ShiftModifier, 12, 0x23, 0, "#"
    )
    QCoreApplication.sendEvent(window.windowHandle(), event)
    assert requests == [("say_line", "3")]


def test_a_line_names_the_key_that_the_operator_gave_it(window: OperatorWindow) -> None:
    shown = saying()
    window.show_state(shown)
    part = window.findChildren(SayPart)[0]
    assert "[Shift+1]" in button(part, "Say line 1").toolTip()
    shown.show = replace(shown.show, keys={("say_line", 0): "Ctrl+F1"})
    window.show_state(shown)
    assert "[Ctrl+F1]" in button(part, "Say line 1").toolTip()
    assert "[Shift+2]" in button(part, "Say line 2").toolTip()


def test_a_voice_is_heard_and_then_given_to_the_preset(
    window: OperatorWindow, requests: Requests, qtbot: QtBot
) -> None:
    window.show_state(voices())
    window._edit.show_page("voices")
    page = window.findChildren(VoicesPage)[0]
    page._box.device_requested.emit("edge:x")
    qtbot.mousePress(button(page, "Hear this voice yourself"), LEFT)
    qtbot.mousePress(button(page, "The preset speaks with this voice first"), LEFT)
    (_, heard), (_, given) = requests
    assert heard == {"text": "各位來賓晚安，歡迎蒞臨。", "voice": "edge:x", "language": "zh-TW"}
    assert given == SetField(page.item_id, "voice", "edge:x")


def test_names_are_kept_heard_and_taken_out(window: OperatorWindow, requests: Requests, qtbot: QtBot) -> None:
    window.show_state(voices())
    window._edit.show_page("voices")
    page = window.findChildren(VoicesPage)[0]
    rows = page.findChildren(BookRow)
    assert [row.line.name for row in rows] == ["Siobhan", "Hsu"]
    qtbot.mousePress(button(rows[1], "Take this name out"), LEFT)
    page.name.setText("曾")
    page.say.setText("增")
    qtbot.mousePress(button(page, "Say this name so from now on"), LEFT)
    assert requests == [
        ("pronounce", {"name": "Hsu", "say": "", "table": "en"}),
        ("pronounce", {"name": "曾", "say": "增", "table": "say"}),
    ]
    assert page.name.text() == "曾", "it stays until the book has it"


def test_a_key_is_told_once_and_shown_nowhere(window: OperatorWindow, requests: Requests, qtbot: QtBot) -> None:
    window.show_state(voices())
    window._edit.show_page("settings")
    part = window.findChildren(ProvidersPart)[0]
    field = part.key("groq").field
    field.setText("gsk_very_secret")
    assert "secret" not in field.displayText()
    field.returnPressed.emit()
    (action, argument) = requests[-1]
    assert action == "keep_key" and isinstance(argument, dict) and "secret" not in repr(argument)
    key = argument["key"]
    assert isinstance(key, SecretText) and key.reveal() == "gsk_very_secret" and field.text() == ""
    qtbot.mousePress(button(part, "Test Groq: Answers"), LEFT)
    assert requests[-1] == ("test_provider", "groq")


def test_a_line_is_not_shortened_beside_free_room(window: OperatorWindow) -> None:
    for count in range(1, 8):
        shown = saying()
        words = "The film begins in five minutes: please take your seats, and turn your telephones off."
        lines = tuple(LineView(number, words, "en", True) for number in range(1, count + 1))
        shown.say = replace(shown.say, lines=lines)
        window.show_state(shown)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        part = window.findChildren(SayPart)[0]
        for _ in range(3):
            QCoreApplication.processEvents()
        rows = [row for row in part._rows if row.isVisible()]
        assert len(rows) == count
        room = part._scroll.viewport().rect()
        home = part._scroll.widget()
        for high in {row.y() for row in rows}:
            taken = sum(row.width() for row in rows if row.y() == high)
            assert taken > 0.9 * home.width(), "nothing is free beside it"
        if len(rows) * (rows[0].height() + 4) <= room.height():
            assert all(row.width() > 0.9 * home.width() for row in rows), "one below the other while all fit"
