"""Telling a key that is held from one that is pressed again and again.

X repeats a held key as pairs of a release and a press, and Qt (6.11, xcb, measured) does not mark all of them
as auto-repeat: a hold would never end well, and a held Esc would count as pressed twice. A pair within
`PAIR_MS` is no finger's work.

How far apart the two are is told by the times that the system wrote on them, however late they are handed over:
a busy loop runs its timers before it looks at new events, so a timer alone takes a repeat that waited for a
finger that left and pressed again.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from console.show.actions.action import between_ms
from ui.key_places import finger_of

PAIR_MS = 30
"""A repeat's pair lies within a millisecond; the quickest finger needs more than fifty."""


class KeyRepeatFilter(QObject):
    """Watches presses and releases, and believes only those of a finger.

    Signals:
        let_go(int finger): a finger has left the key, which is named as `ui.key_places.finger_of` does.
        came_back(int finger): it had not: the press that belongs to that release came very late.
    """

    let_go = Signal(int)
    came_back = Signal(int)

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Watches nothing yet.

        Args:
            clock: seconds that do not run backwards; it tells whether the loop was busy while the timer ran.
        """
        super().__init__(parent)
        self._clock = clock
        self._leaving: int | None = None
        self._since = 0.0
        self._left: dict[int, int] = {}  # key → time of its last release
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._drained = False

    @property
    def leaving(self) -> int | None:
        """The key whose release came while it is not known yet whether a finger made it; None when there is none."""
        return self._leaving

    def left_ms(self, finger: int) -> int:
        """When this key was let go last, on the system's own count; 0 when it was not, or no time was given."""
        return self._left.get(finger, 0)

    def pressed(self, event: QKeyEvent) -> bool:
        """True when a finger pressed the key, False for a repeat."""
        key = finger_of(event)
        if event.isAutoRepeat():
            if self._leaving == key:
                self._forget()
            return False
        passed = between_ms(self._left.get(key, 0), event.timestamp())
        if self._leaving == key:
            if passed is not None and passed > PAIR_MS:  # both waited in a busy loop: it was a finger after all
                self._on_left()
                return True
            self._forget()
            return False
        if passed is not None and passed <= PAIR_MS:
            del self._left[key]
            self.came_back.emit(key)
            return False
        return True

    def released(self, event: QKeyEvent) -> None:
        """Notes a release; `let_go` follows when no press comes right behind it."""
        if event.isAutoRepeat():
            return
        key = finger_of(event)
        if self._leaving is not None and self._leaving != key:
            self._on_left()
        self._leaving = key
        self._left[key] = event.timestamp()
        self._wait(PAIR_MS)

    def stop(self) -> None:
        """Waits for nothing more."""
        self._forget()

    def _wait(self, ms: int) -> None:
        self._drained = ms == 0
        self._since = self._clock()
        self._timer.start(ms)

    def _on_time(self) -> None:
        """No press came, as far as this loop has seen: it looks once more when it has taken what waits for it."""
        if not self._drained or (self._clock() - self._since) * 1e3 > PAIR_MS:
            self._wait(0)
            return
        self._on_left()

    def _on_left(self) -> None:
        key = self._leaving
        self._forget()
        if key is not None:
            self.let_go.emit(key)

    def _forget(self) -> None:
        self._timer.stop()
        self._leaving = None
