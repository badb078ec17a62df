"""The MC NOT HEARD banner names the keys that give the hall the MC's voice back, all of them and as they act now."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.show.core.enums import Mode
from console.show.core.keymap import KeyMap
from console.show.core.mc_heard import NotHeard, why_not_heard
from console.show.core.state import ShowState
from tests.ui.console_states import console_state
from tests.ui.recorder import drawn, watching
from ui.panels.program.not_heard import NotHeardBanner
from ui.window import OperatorWindow


def banner(qtbot: QtBot, why: NotHeard, keymap: KeyMap | None = None) -> str:
    made = NotHeardBanner()
    qtbot.addWidget(made)
    made.show_keys(keymap or KeyMap())
    shown = console_state(ShowState.LIVE)
    shown.not_heard = why
    made.show_state(shown)
    return made.accessibleName()


def test_it_names_every_step(qtbot: QtBot) -> None:
    held = console_state(ShowState.HOLD)
    held.mode = Mode.SAY
    why = why_not_heard(held)
    assert why is not None
    assert "Backspace, M: the hall hears the MC again" in banner(qtbot, why)


def test_a_step_that_no_key_does_is_said_in_place_of_a_promise(qtbot: QtBot) -> None:
    held = console_state(ShowState.HOLD)
    held.speaker = replace(held.speaker, condition="MISSING")
    why = why_not_heard(held)
    assert why is not None
    words = banner(qtbot, why)
    assert "hears the MC again" not in words and "loudspeaker is not there" in words


@pytest.mark.parametrize("size", [(1920, 1040), (1366, 728), (1280, 680), (1216, 680)])
def test_nothing_of_it_is_cut_in_any_window(window: OperatorWindow, size: tuple[int, int]) -> None:
    """In a small window the line with the keys was cut in half."""
    shown = console_state(ShowState.LIVE)
    shown.mode, shown.mic_muted = Mode.SAY, True
    shown.not_heard = why_not_heard(shown)
    window.resize(*size)
    window.show_state(shown)
    QApplication.processEvents()
    made = window._program.not_heard
    room = QRectF(made.rect()).adjusted(0, 2, 0, -4)  # letters reach a little below their ink
    with watching():
        pieces = drawn(made)
    assert "hears the MC again" in " ".join(piece.text for piece in pieces)
    assert all(room.contains(piece.ink) for piece in pieces)
    assert not [(one, other) for one, other in combinations(pieces, 2) if one.ink.intersects(other.ink)]


def test_where_no_key_acts_it_names_the_button_as_it_is_written_on_it(qtbot: QtBot) -> None:
    """It read "MODE mirror: the hall hears the MC again" while a question was typed."""
    nothing = KeyMap().only(lambda binding: False)
    assert "MIRROR: the hall hears" in banner(qtbot, NotHeard("the host is in ANSWER", "mode", "mirror"), nothing)
    assert "MODE" not in banner(qtbot, NotHeard("the host is in ANSWER", "mode", "mirror"), nothing)


def test_while_somebody_writes_it_names_the_key_that_lives_then(qtbot: QtBot) -> None:
    living = KeyMap().only(lambda binding: binding.keys == "Shift+F9")
    assert "Shift+F9: the hall hears" in banner(qtbot, NotHeard("the show is in HOLD", "resume"), living)
