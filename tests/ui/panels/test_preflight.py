"""The preflight strip and the row that gets a hall ready."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.show.core.preflight import ITEMS, ItemFinding, ItemVerdict, Preflight, PreflightFacts, PreflightItem
from console.show.state.console_state import Condition, ConsoleState
from tests.ui.console_states import console_state
from tests.ui.recorder import drawn, watching
from ui import theme
from ui.panels.outputs import next_pattern
from ui.panels.preflight import PreflightCell, PreflightStrip
from ui.theme import Role
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import broken
from ui.window import OperatorWindow

FACTS = PreflightFacts(
    "avatar0", ItemFinding(ItemVerdict.GREEN, "412 GB free"), ItemFinding(ItemVerdict.GREEN, "held off")
)


def with_preflight(*, waived: bool = False) -> ConsoleState:
    """A house whose loudspeaker is missing, with the strip open."""
    shown = console_state()
    shown.speaker = replace(shown.speaker, condition=Condition.MISSING)
    preflight = Preflight()
    shown.preflight = preflight.update(shown, FACTS)
    if waived:
        preflight.waive("speaker")
        shown.preflight = preflight.update(shown, FACTS)
    shown.preflight_open = True
    return shown


def strip_of(window: OperatorWindow) -> PreflightStrip:
    return window.findChildren(PreflightStrip)[0]


def cell_of(window: OperatorWindow, item: str) -> PreflightCell:
    return strip_of(window).findChildren(PreflightCell)[list(ITEMS).index(item)]


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1280, 720)])
def test_the_strip_opens_over_the_presets_and_nothing_else_moves(
    window: OperatorWindow, width: int, height: int
) -> None:
    def others() -> list[QRect]:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        strip = strip_of(window)
        return [w.geometry() for w in window.findChildren(QWidget) if w is not strip and not strip.isAncestorOf(w)]

    window.resize(width, height)
    window.show_state(console_state())
    still = others()
    assert not strip_of(window).isVisible()
    window.show_state(with_preflight())
    strip = strip_of(window)
    assert strip.isVisible() and others() == still
    assert strip.geometry().contains(window._placed["presets"].geometry())
    for name in ("actions", "outputs", "sound", "program", "next", "health", "questions"):
        assert not strip.geometry().intersects(window._placed[name].geometry()), name
    for cell in strip.findChildren(PreflightCell):
        assert strip.rect().contains(cell.geometry())


def test_only_a_red_item_can_be_waived_from_the_strip(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(with_preflight())
    red = {item.id for item in with_preflight().preflight if item.verdict is ItemVerdict.RED}
    for item in ITEMS:
        button = cell_of(window, item).findChildren(HoldButton)[0]
        assert button.isVisible() == (item in red)
    with qtbot.waitSignal(window.action_requested) as meant:
        qtbot.mousePress(cell_of(window, "speaker").findChildren(HoldButton)[0], Qt.MouseButton.LeftButton)
    assert meant.args == ["waive", "speaker", "mouse"]
    window.show_state(with_preflight(waived=True))
    assert not cell_of(window, "speaker").findChildren(HoldButton)[0].isVisible()


def test_every_item_says_in_words_how_it_is(window: OperatorWindow) -> None:
    window.show_state(with_preflight())
    assert "missing" in cell_of(window, "speaker").accessibleName()
    assert "Plug" in cell_of(window, "speaker").toolTip()
    strip_of(window).grab()


def test_the_strip_can_be_closed_by_mouse(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(with_preflight())
    close = next(b for b in strip_of(window).findChildren(HoldButton) if b.accessibleName() == "Close preflight")
    with qtbot.waitSignal(window.action_requested) as meant:
        qtbot.mousePress(close, Qt.MouseButton.LeftButton)
    assert meant.args == ["preflight", False, "mouse"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Identify", ("identify", None)), ("Re-place", ("replace", None)), ("Test pattern", ("pattern", "card"))],
)
def test_a_button_below_the_outputs_requests_what_it_says(
    window: OperatorWindow, qtbot: QtBot, name: str, meant: tuple[str, object]
) -> None:
    window.show_state(console_state())
    button = next(b for b in window._outputs.findChildren(HoldButton) if b.accessibleName() == name)
    with qtbot.waitSignal(window.action_requested) as requested:
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert tuple(requested.args[:2]) == meant


def test_the_pattern_goes_from_card_to_beeps_to_off() -> None:
    shown = console_state()
    seen = []
    for _ in range(3):
        shown.pattern = next_pattern(shown)
        seen.append(shown.pattern)
    assert seen == ["card", "beep", "off"]
    shown.pattern = "identify"
    assert next_pattern(shown) == "card"


def test_keys_of_the_strip_and_the_pattern_say_the_other_position(window: OperatorWindow) -> None:
    window.show_state(console_state())
    assert window._switched("preflight") is True and window._switched("pattern") == "card"
    window.show_state(with_preflight())
    assert window._switched("preflight") is False


def test_a_cure_is_broken_into_lines_where_the_strip_has_room_for_them(window: OperatorWindow) -> None:
    window.resize(1920, 1040)
    shown = console_state()
    cure = "They are made once, and take the processor for some minutes."
    shown.preflight = tuple(
        PreflightItem(key, name, ItemVerdict.AMBER, "idle loops: 1 of 3", cure) for key, (name, _) in ITEMS.items()
    )
    shown.preflight_open = True
    window.show_state(shown)
    cells = window.findChildren(PreflightCell)
    with watching():
        for cell in cells:
            lines = [each.text for each in drawn(cell)]
            assert len(lines) >= 4, "a name, what was found, and two lines of what to do"
            measure = QFontMetrics(theme.font(Role.SMALL, cell.metrics))
            assert max(measure.horizontalAdvance(each) for each in lines[1:]) <= cell.width()
            if cell.width() > 200:
                assert "…" not in " ".join(lines), lines


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ab 字、…", max_size=80), st.integers(20, 300), st.integers(1, 4))
def test_a_broken_text_is_whole_or_ends_in_an_ellipsis(qapp: QApplication, text: str, width: int, most: int) -> None:
    lines = broken(text, theme.font(Role.SMALL, theme.FULL), width, most)
    assert len(lines) <= most
    squeezed = "".join("".join(lines).split())
    assert squeezed == "".join(text.split()) or lines[-1].endswith("…") or not squeezed
