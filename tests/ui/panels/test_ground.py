"""The ground of the hall's picture in the window: set on the page of the devices, and told where the hall is shown."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.show.core.hall_sight import HallSight
from console.show.core.state import ShowState
from console.show.state.console_state import Choice, Condition, ConsoleState, DeviceView
from tests.ui.console_states import console_state
from ui import theme
from ui.panels.edit.form import Listed
from ui.panels.outputs import OutputsPanel
from ui.panels.program.hall_words import HallWords
from ui.panels.settings.settings_devices import DeviceSettings
from ui.widgets.fields.fields import LineField


def keyed(**options: object) -> ConsoleState:
    state = console_state()
    state.settings = replace(state.settings, options=msgspec.structs.replace(state.settings.options, **options))
    return state


def page(qtbot: QtBot, state: ConsoleState) -> DeviceSettings:
    made = DeviceSettings()
    qtbot.addWidget(made)
    made.show_state(state, fixed=False)
    return made


def test_a_swatch_and_a_written_colour_ask_for_the_same_and_nonsense_is_refused_in_place(qtbot: QtBot) -> None:
    made = page(qtbot, keyed(ground="colour"))
    asked: list[tuple[str, object]] = []
    made.requested.connect(lambda name, value: asked.append((name, value)))
    made._swatches.value_changed.emit("#0047bb")
    line = made.field("ground_colour")
    assert isinstance(line, LineField)
    line.value_changed.emit("ff8800")
    line.value_changed.emit("greenish")
    assert asked == [("ground_colour", "#0047bb"), ("ground_colour", "ff8800")]
    assert "six digits" in made.fault("ground_colour")


def test_the_screens_for_the_key_are_those_that_are_free(qtbot: QtBot) -> None:
    state = keyed(ground="screens")
    state.key_screen = DeviceView((Choice("sony", "Sony"),), "", Condition.NOT_CHOSEN)
    made = page(qtbot, state)
    asked: list[object] = []
    made.requested.connect(lambda name, value: asked.append((name, value)))
    listed = made.field("key_screen")
    assert isinstance(listed, Listed)
    assert [listed.box.itemData(n) for n in range(listed.box.count())] == ["", "sony"]
    listed.box.device_requested.emit("sony")
    assert asked == [("key_screen", "sony")]


@pytest.mark.parametrize(
    ("ground", "fault", "told", "colour"),
    [
        ("drawn", "", "OK", theme.GREEN),
        ("colour", "", "COLOUR", theme.GREEN),
        ("beside", "", "FILL + KEY", theme.GREEN),
        ("screens", "", "FILL + KEY", theme.GREEN),
        ("screens", "The key's screen is gone.", "NO KEY", theme.RED),
    ],
)
def test_the_panel_says_what_the_halls_screen_gets(
    qtbot: QtBot, ground: str, fault: str, told: str, colour: str
) -> None:
    panel = OutputsPanel()
    qtbot.addWidget(panel)
    state = keyed(ground=ground)
    state.key_screen = DeviceView(fault=fault)
    assert panel._screen_condition(state) == (told, colour)
    state.screen = replace(state.screen, condition=Condition.MISSING)
    assert panel._screen_condition(state)[0] == "MISSING"


def test_hall_now_does_not_say_that_the_hall_sees_it_so() -> None:
    words = HallWords()
    state = keyed()
    state.hall = HallSight.AS_SHOWN
    assert words.meaning(state)[0] == "as the hall sees it"
    for ground, told in (("colour", "on a colour"), ("beside", "fill and key"), ("screens", "fill and key")):
        state = keyed(ground=ground)
        state.hall = HallSight.AS_SHOWN
        state.state = ShowState.LIVE
        assert told in words.meaning(state)[0]
        state.state = ShowState.HOLD
        assert words.meaning(state)[0] == "nothing is keyed: the mixer's picture is seen"
        state.state = ShowState.PANIC
        assert words.meaning(state)[0] == "nothing is keyed: black is the mixer's FTB"
        state.hall = HallSight.GONE
        notice = words.notice(state)
        assert notice is not None and "slate" not in notice.words
