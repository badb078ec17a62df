"""Where keys are named: the key map, tooltips and sentences, with the operator's own keys; and by whose hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.show.core.keymap import KeyMap, in_words
from engine.text import Text
from tests.ui.console_states import answering, console_state
from tests.ui.recorder import drawn, watching
from ui import theme
from ui.i18n.sentences.catalogue import SENTENCES as SENTENCES_OF_THE_SHOW
from ui.translate import KEYS_OF, said
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
Send = Callable[..., bool]
Asked = list[tuple[str, object, str]]


@pytest.fixture
def asked(window: OperatorWindow) -> Asked:
    """What the window requested so far."""
    requests: Asked = []
    window.action_requested.connect(lambda *request: requests.append(request))
    return requests


@pytest.mark.parametrize("stretch", [100, 110, 125])
@pytest.mark.parametrize(("width", "height"), [(1216, 680), (1920, 1040), (2560, 1400)])
def test_the_key_map_is_whole_in_fonts_wider_than_ours(
    window: OperatorWindow, monkeypatch: pytest.MonkeyPatch, width: int, height: int, stretch: int
) -> None:
    usual = theme.font

    def wide(role: theme.Role, metrics: theme.Metrics) -> QFont:
        made = usual(role, metrics)
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, stretch)
        return made

    monkeypatch.setattr(theme, "font", wide)
    window.resize(width, height)
    overlay = window._overlay
    overlay.show()
    overlay.resize(overlay.size())
    with watching():
        cut = [piece for piece in drawn(overlay) if piece.whole]
    assert not cut and overlay.whole


SENTENCES = (
    (Text("The console is locked: hold {keys} for one second to unlock it.", keys="L"), ("unlock", 0), "hold F13 "),
    (
        Text("The show is in PANIC: hold {keys} for one second to leave it.", keys="F12"),
        ("leave_panic", 0),
        "hold F13 ",
    ),
    (Text("Open it with {keys}.", keys="F5"), ("mute_mic", 0), "with F13."),
    (Text("Open it with {keys}.", keys="F6"), ("mute_avatar", 0), "with F13."),
    (Text("The program stands still: wait, or place it again with {keys}.", keys="F11"), ("replace", 0), "with F13."),
)


@pytest.mark.parametrize(("sentence", "place", "told"), SENTENCES)
def test_a_sentence_names_the_key_that_the_operator_has(
    window: OperatorWindow, sentence: str, place: tuple[str, int], told: str
) -> None:
    shown = console_state()
    window.show_state(shown)
    assert said(sentence) == sentence
    shown.show = replace(shown.show, keys={place: "F13"})
    window.show_state(shown)
    assert told in said(sentence)
    shown.show = replace(shown.show, keys={})
    window.show_state(shown)
    assert said(sentence) == sentence


def test_every_sentence_of_the_show_that_names_a_usual_key_can_name_another() -> None:
    usual = {in_words(each.binding.keys) for each in KeyMap().bound}
    mine = {key for key in usual if len(key) > 1 and key not in ("Space", "Esc", "Enter", "Del")}
    fixed = [each for each in SENTENCES_OF_THE_SHOW if any(re.search(rf"\b{re.escape(k)}\b", each) for k in mine)]
    assert fixed == []
    assert all(template in SENTENCES_OF_THE_SHOW for template in KEYS_OF)


def test_a_tooltip_names_the_key_that_the_operator_has_and_no_empty_one(window: OperatorWindow) -> None:
    shown = console_state()
    shown.show = replace(shown.show, keys={("key_map", 0): "F13", ("events", 0): "F14", ("preflight", 0): "F15"})
    window.show_state(shown)
    tips = [each.toolTip() for each in window.findChildren(HoldButton)]
    for key in ("[F13]", "[F14]", "[F15]"):
        assert any(key in tip for tip in tips), key
    assert not any(f"[{old}]" in tip for tip in tips for old in ("F1", "F4", "F3"))
    window.show_state(console_state())
    field = window._sound.queue.field
    window.activateWindow()
    field.setFocus()
    window._show_keys()
    for each in window.findChildren(QWidget):
        assert "[]" not in each.toolTip() and "with ," not in each.toolTip()


def test_no_sentence_of_the_desk_has_an_empty_key(window: OperatorWindow) -> None:
    shown = answering("free")
    window.show_state(shown)
    panel = window._questions
    assert "Type a question with Q, or" in panel._empty_words(shown)[0]
    panel.show_keys({})  # as while somebody writes
    assert "Type a question, or let the hall ask." in panel._empty_words(shown)[0]


def test_what_is_typed_is_by_the_key_and_what_is_clicked_by_the_mouse(
    window: OperatorWindow, send: Send, asked: Asked, qtbot: QtBot
) -> None:
    window.show_state(console_state())
    window.activateWindow()
    button = window._strip.edit
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    send(Key.Key_Return, SHIFT)
    assert [request[2] for request in asked] == ["mouse", "key"]
