"""The window in another language: nothing English is left, and the way back is whole."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.show.actions.table import ACTIONS
from console.show.core.alarms import Alarm, AlarmKind
from console.show.core.preflight import ItemFinding, ItemVerdict, Preflight, PreflightFacts
from console.show.core.state import ShowState
from console.show.report.log_lines import MOVED, LogLine
from console.show.state.console_state import Condition, ConsoleState
from engine.text import Text, as_text
from tests.ui.console_states import console_state
from ui.i18n.build import HERE
from ui.i18n.languages import Languages
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import Paragraph, TextLine
from ui.window import OperatorWindow

PAGES = ("preset", "answers", "voices", "show", "avatars", "models", "films", "keys", "settings")
SAME = {"Compere", "fps", "OK", "–", "", "light"}
"""What is the same in every language."""


@pytest.fixture
def languages(qapp: QApplication, home: object) -> Iterator[Languages]:
    """The application's languages; English before and after."""
    made = Languages(qapp, HERE, MagicMock())
    yield made
    made.speak("en")
    for translator in made._translators:
        qapp.removeTranslator(translator)


@cache
def sources() -> frozenset[str]:
    """All English that has a translation of another form."""
    root = ElementTree.parse(HERE / "compere_zh_TW.ts").getroot()
    found = {
        (message.findtext("source") or "").strip()
        for message in root.iter("message")
        if message.findtext("source") != message.findtext("translation")
    }
    return frozenset(found - SAME)


def full_house(state: ShowState) -> ConsoleState:
    """A house in which much is said: refusal, alarm, preflight with red items, a log."""
    shown = console_state(state, thumbnails=("", ""))
    shown.refusal = "The show is on air already."
    sentence = "The hall's screen is gone: plug it in again; the program comes back by itself."
    shown.alarm_list = (Alarm(AlarmKind.SCREEN, sentence),)
    shown.speaker = replace(shown.speaker, condition=Condition.MISSING)
    found = ItemFinding(ItemVerdict.GREEN, "screen saver and sleep")
    shown.preflight = Preflight().update(
        shown, PreflightFacts("avatar0", ItemFinding(ItemVerdict.AMBER, "not looked at yet"), found)
    )
    shown.preflight_open = True
    moved = {"before": "STANDBY", "after": "ARMED", "words": "ARM", "source": "key"}
    line = Text(MOVED, **{name: as_text(each) for name, each in moved.items()})
    shown.log_lines = (LogLine("20:14:02", line),)
    return shown


def speak(window: OperatorWindow, languages: Languages, code: str) -> None:
    languages.speak(code)
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


def said(window: OperatorWindow) -> list[str]:
    """All that the window says: on its widgets, in tooltips, and to a screen reader."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.window() is not window:
            continue
        if isinstance(widget, HoldButton):
            found.append(widget.words)
        elif isinstance(widget, (TextLine, Paragraph)):
            found.append(widget.text)
        found += [widget.toolTip().split("  [")[0], widget.accessibleName()]
    return [text.strip() for text in found if text.strip()]


@pytest.mark.parametrize("code", ["zh-Hant", "zh-Hans"])
def test_nothing_english_is_left_after_the_change_of_language(
    window: OperatorWindow, languages: Languages, code: str
) -> None:
    window.show_state(full_house(ShowState.STANDBY))
    speak(window, languages, code)
    for state in ShowState:
        shown = full_house(state)
        shown.show = replace(shown.show, editing=True)
        window.show_state(shown)
        for page in PAGES:
            window._edit.show_page(page)
        window.show_state(full_house(state))
        assert sorted(set(said(window)) & sources()) == [], state
    for action in ACTIONS.values():
        assert action.hint not in said(window)


def test_back_in_english_all_is_as_it_was(window: OperatorWindow, languages: Languages) -> None:
    shown = full_house(ShowState.HOLD)
    shown.show = replace(shown.show, editing=True)
    window.show_state(shown)
    before = said(window)
    for code in ("zh-Hant", "zh-Hans", "en"):
        speak(window, languages, code)
    assert said(window) == before


def test_the_window_keeps_its_place_its_page_and_its_focus(window: OperatorWindow, languages: Languages) -> None:
    shown = console_state()
    shown.show = replace(shown.show, editing=True)
    window.show_state(shown)
    window._edit.show_page("settings")
    window.resize(1366, 768)
    before = window.geometry()
    speak(window, languages, "zh-Hant")
    assert window.geometry() == before and window._edit.page == "settings" and window._edit.isVisible()
    assert window._desk.isVisible() and window._strip.width() == window.width()


def test_old_panels_are_gone_and_act_no_more(window: OperatorWindow, languages: Languages, qtbot: QtBot) -> None:
    old = window._actions
    speak(window, languages, "zh-Hant")
    assert window._actions is not old
    requests: list[object] = []
    window.action_requested.connect(lambda *request: requests.append(request))
    window._actions.button("panic").performed.emit()
    assert requests == [("panic", None, "mouse")]


def test_a_key_that_was_changed_is_still_shown_in_the_other_language(
    window: OperatorWindow, languages: Languages
) -> None:
    shown = console_state()
    shown.show = replace(shown.show, keys={("interrupt", 0): "Ctrl+I"})
    window.show_state(shown)
    speak(window, languages, "zh-Hant")
    assert "Ctrl+I" in window._actions.button("interrupt").toolTip()


OURS_TO_SHOW = (
    # names and notes of the test's own show, devices and files; keys; units; what is the same everywhere
    *("Lin", "lectern", "Ada", "studio", "Welcome", "Awards", "Host", "sponsor", "Choir", "Finale", "when", "lights"),
    *("down", "after", "choir", "sits", "all", "stage", "Spring", "Gala", "Grand", "Auditorium", "Built", "microphone"),
    *("Audio", "Focusrite", "Scarlett", "Epson", "Laptop", "HDMI", "audio", "wav", "Compere", "compere", "English"),
    *("Groq", "Edge", "light", "viseme", "LUFS", "dBFS", "GB", "CSV", "LED", "fps", "the", "goes", "avatar", "EB"),
    *("Space", "Esc", "Enter", "Num", "Ctrl", "Shift", "Backspace", "Del", "PgUp", "PgDown", "Tab"),
)


@pytest.mark.parametrize("code", ["zh-Hant", "zh-Hans"])
def test_no_english_word_stands_in_the_window(window: OperatorWindow, languages: Languages, code: str) -> None:
    shown = full_house(ShowState.STANDBY)
    shown.show = replace(shown.show, editing=True)
    shown.show = replace(shown.show, locked=False)
    window.show_state(shown)
    speak(window, languages, code)
    found: set[str] = set()
    for state in ShowState:
        shown.state = state
        shown.show = replace(shown.show, locked=not shown.show.locked)
        window.show_state(shown)
        for widget in window.findChildren(QWidget):
            text = widget.words + widget._cap if isinstance(widget, HoldButton) else getattr(widget, "text", "")
            found |= set(re.findall(r"[A-Za-z]{3,}", text)) if isinstance(text, str) else set()
    found |= set(re.findall(r"[A-Za-z]{3,}", " ".join(f"{key} {words}" for key, words in window._overlay.rows)))
    assert sorted(found - set(OURS_TO_SHOW)) == []
