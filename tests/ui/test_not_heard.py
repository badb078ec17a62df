"""The MC NOT HEARD banner names the keys that give the hall the MC's voice back, all of them and as they act now."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from console.show.keymap import KeyMap
from console.show.kinds import Mode
from console.show.mc_heard import NotHeard, why_not_heard
from console.show.state import ShowState
from ui.panels.not_heard import NotHeardBanner

from .houses import house


def banner(qtbot: QtBot, why: NotHeard, keymap: KeyMap | None = None) -> str:
    made = NotHeardBanner()
    qtbot.addWidget(made)
    made.show_keys(keymap or KeyMap())
    shown = house(ShowState.LIVE)
    shown.not_heard = why
    made.show_house(shown)
    return made.accessibleName()


def test_it_names_every_step(qtbot: QtBot) -> None:
    held = house(ShowState.HOLD)
    held.mode = Mode.SAY
    why = why_not_heard(held)
    assert why is not None
    assert "Backspace, M: the hall hears the MC again" in banner(qtbot, why)


def test_a_step_that_no_key_does_is_said_in_place_of_a_promise(qtbot: QtBot) -> None:
    held = house(ShowState.HOLD)
    held.speaker = replace(held.speaker, condition="MISSING")
    why = why_not_heard(held)
    assert why is not None
    words = banner(qtbot, why)
    assert "hears the MC again" not in words and "loudspeaker is not there" in words


def test_while_somebody_writes_it_names_the_key_that_lives_then(qtbot: QtBot) -> None:
    living = KeyMap().only(lambda binding: binding.keys == "Shift+F9")
    assert "Shift+F9: the hall hears" in banner(qtbot, NotHeard("the show is in HOLD", "resume"), living)
