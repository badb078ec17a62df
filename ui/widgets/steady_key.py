"""Telling a key that is held from one that is pressed again and again.

X repeats a held key as pairs of a release and a press, and Qt (6.11, xcb, measured) does not mark all of them
as auto-repeat: a hold would never end well, and a held Esc would count as pressed twice. A pair within
`PAIR_MS` is no finger's work.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

PAIR_MS = 30
"""A repeat's pair lies within a millisecond; the quickest finger needs more than fifty."""


class SteadyKey(QObject):
    """Watches presses and releases, and believes only those of a finger.

    Signals:
        let_go(int key): a finger has left the key.
    """

    let_go = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leaving: int | None = None
        self._left_at = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAIR_MS)
        self._timer.timeout.connect(self._on_left)

    def pressed(self, event: QKeyEvent) -> bool:
        """True when a finger pressed the key, False for a repeat."""
        if event.isAutoRepeat():
            return False
        if event.key() != self._leaving:
            return True
        # Both may have waited in a busy loop: the events' own times tell, where the system gives them.
        between = event.timestamp() - self._left_at
        if event.timestamp() and between > PAIR_MS:
            self._on_left()
            return True
        self._forget()
        return False

    def released(self, event: QKeyEvent) -> None:
        """Notes a release; `let_go` follows when no press comes right behind it."""
        if event.isAutoRepeat():
            return
        if self._leaving is not None and self._leaving != event.key():
            self._on_left()
        self._leaving, self._left_at = event.key(), event.timestamp()
        self._timer.start()

    def stop(self) -> None:
        """Waits for nothing more."""
        self._forget()

    def _on_left(self) -> None:
        key = self._leaving
        self._forget()
        if key is not None:
            self.let_go.emit(key)

    def _forget(self) -> None:
        self._timer.stop()
        self._leaving = None
