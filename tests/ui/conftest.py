"""A dressed application, and a window that is closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.clock import Clock
from tests.ui.console_states import console_state
from ui import theme
from ui.window import OperatorWindow


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[OperatorWindow]:
    """The operator's window at its design size, showing STANDBY."""
    theme.dress(qapp)
    made = OperatorWindow(clock=clock)
    made.resize(1920, 1080)
    made.show_state(console_state())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_for_good()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


Press = Callable[..., bool]


@pytest.fixture
def send(window: OperatorWindow) -> Press:
    """Sends a key event to the window, as the screen does: `send(key, modifiers, down, text, repeat)`."""

    def send(
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        down: bool = True,
        text: str = "",
        repeat: bool = False,
    ) -> bool:
        kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
        return QCoreApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, modifiers, text, repeat))

    return send
