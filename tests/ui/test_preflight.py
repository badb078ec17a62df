"""The preflight strip and the row that gets a hall ready."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.show.house import Condition, House
from console.show.preflight import ITEMS, Facts, Finding, Preflight, Verdict
from tests.ui.houses import house
from ui.panels.outputs import next_pattern
from ui.panels.preflight import PreflightCell, PreflightStrip
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

FACTS = Facts("avatar0", Finding(Verdict.GREEN, "412 GB free"), Finding(Verdict.GREEN, "held off"))


def with_preflight(*, waived: bool = False) -> House:
    """A house whose loudspeaker is missing, with the strip open."""
    shown = house()
    shown.speaker.condition = Condition.MISSING
    preflight = Preflight()
    shown.preflight = preflight.look(shown, FACTS)
    if waived:
        preflight.waive("speaker")
        shown.preflight = preflight.look(shown, FACTS)
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
    window.show_house(house())
    still = others()
    assert not strip_of(window).isVisible()
    window.show_house(with_preflight())
    strip = strip_of(window)
    assert strip.isVisible() and others() == still
    assert strip.geometry().contains(window._placed["presets"].geometry())
    for name in ("actions", "outputs", "sound", "program", "next", "health", "questions"):
        assert not strip.geometry().intersects(window._placed[name].geometry()), name
    for cell in strip.findChildren(PreflightCell):
        assert strip.rect().contains(cell.geometry())


def test_only_a_red_item_can_be_waived_from_the_strip(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_house(with_preflight())
    red = {item.id for item in with_preflight().preflight if item.verdict is Verdict.RED}
    for item in ITEMS:
        button = cell_of(window, item).findChildren(HoldButton)[0]
        assert button.isVisible() == (item in red)
    with qtbot.waitSignal(window.action_requested) as wish:
        qtbot.mousePress(cell_of(window, "speaker").findChildren(HoldButton)[0], Qt.MouseButton.LeftButton)
    assert wish.args == ["waive", "speaker", "mouse"]
    window.show_house(with_preflight(waived=True))
    assert not cell_of(window, "speaker").findChildren(HoldButton)[0].isVisible()


def test_every_item_says_in_words_how_it_is(window: OperatorWindow) -> None:
    window.show_house(with_preflight())
    assert "missing" in cell_of(window, "speaker").accessibleName()
    assert "Plug" in cell_of(window, "speaker").toolTip()
    strip_of(window).grab()


def test_the_strip_can_be_closed_by_mouse(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_house(with_preflight())
    close = next(b for b in strip_of(window).findChildren(HoldButton) if b.accessibleName() == "Close preflight")
    with qtbot.waitSignal(window.action_requested) as wish:
        qtbot.mousePress(close, Qt.MouseButton.LeftButton)
    assert wish.args == ["preflight", False, "mouse"]


@pytest.mark.parametrize(
    ("name", "wish"),
    [("Identify", ("identify", None)), ("Re-place", ("replace", None)), ("Test pattern", ("pattern", "card"))],
)
def test_a_button_below_the_outputs_wishes_what_it_says(
    window: OperatorWindow, qtbot: QtBot, name: str, wish: tuple[str, object]
) -> None:
    window.show_house(house())
    button = next(b for b in window._outputs.findChildren(HoldButton) if b.accessibleName() == name)
    with qtbot.waitSignal(window.action_requested) as wished:
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert tuple(wished.args[:2]) == wish


def test_the_pattern_goes_from_card_to_beeps_to_off() -> None:
    shown = house()
    seen = []
    for _ in range(3):
        shown.pattern = next_pattern(shown)
        seen.append(shown.pattern)
    assert seen == ["card", "beep", "off"]
    shown.pattern = "identify"
    assert next_pattern(shown) == "card"


def test_keys_of_the_strip_and_the_pattern_say_the_other_position(window: OperatorWindow) -> None:
    window.show_house(house())
    assert window._switched("preflight") is True and window._switched("pattern") == "card"
    window.show_house(with_preflight())
    assert window._switched("preflight") is False
