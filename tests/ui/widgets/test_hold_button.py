"""A button that is held: what counts is how long the hand was on it, not how soon the window heard of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from ui.widgets.hold_button import HoldButton


def mouse(button: HoldButton, kind: QEvent.Type, at_ms: int, place: QPointF | None = None) -> None:
    """A mouse event with the time that the system wrote on it."""
    where = place or QPointF(button.rect().center())
    buttons = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, where, button.mapToGlobal(where), Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier
    )
    event.setTimestamp(at_ms)
    button.event(event)


@pytest.fixture
def button(qtbot: QtBot) -> HoldButton:
    made = HoldButton("END SHOW", hold_s=1.0)
    qtbot.addWidget(made)
    made.resize(200, 40)
    made.show()
    return made


@pytest.mark.parametrize(("held_ms", "done"), [(1000, 1), (950, 0)])
def test_a_busy_window_counts_the_time_that_the_hand_held(button: HoldButton, held_ms: int, done: int) -> None:
    performed: list[int] = []
    button.performed.connect(lambda: performed.append(1))
    mouse(button, QEvent.Type.MouseButtonPress, 5000)
    mouse(button, QEvent.Type.MouseButtonRelease, 5000 + held_ms)
    assert len(performed) == done and button.filled == 0


def test_a_hand_that_slid_off_the_button_does_nothing(button: HoldButton) -> None:
    performed: list[int] = []
    button.performed.connect(lambda: performed.append(1))
    mouse(button, QEvent.Type.MouseButtonPress, 5000)
    mouse(button, QEvent.Type.MouseMove, 5500, QPointF(500, 500))
    mouse(button, QEvent.Type.MouseButtonRelease, 7000, QPointF(500, 500))
    assert performed == []


def test_a_hold_acts_once(button: HoldButton, qtbot: QtBot) -> None:
    performed: list[int] = []
    button.performed.connect(lambda: performed.append(1))
    mouse(button, QEvent.Type.MouseButtonPress, 5000)
    qtbot.waitUntil(lambda: performed == [1], timeout=5000)  # the ring is full
    mouse(button, QEvent.Type.MouseButtonRelease, 6500)
    assert performed == [1]
