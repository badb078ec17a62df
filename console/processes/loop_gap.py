"""How long the console's own event loop stands still: a key waits for as long."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from engine.ipc.logger import Logger

LATE_MS = 50.0
"""A gap that an operator begins to feel at a key; shorter ones are not written down."""

_TICK_MS = 20
_WRITTEN_EVERY_S = 10.0


class LoopGap(QObject):
    """Measures the time between two turns of the event loop, and writes down the longest of each ten seconds.

    Args:
        log: where to write events.
        clock: monotonic seconds.
    """

    def __init__(self, log: Logger, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._log, self._clock = log, clock
        self._last_s = self._written_s = clock()
        self._longest_s = 0.0
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Measure from now on."""
        self._last_s = self._written_s = self._clock()
        self._timer.start()

    def tick(self) -> None:
        """One turn of the loop."""
        now_s = self._clock()
        self._longest_s = max(self._longest_s, now_s - self._last_s - _TICK_MS / 1000)
        self._last_s = now_s
        if now_s - self._written_s < _WRITTEN_EVERY_S:
            return
        if self._longest_s * 1000 > LATE_MS:
            self._log.info("event loop late", longest_ms=round(self._longest_s * 1000, 1))
        self._written_s, self._longest_s = now_s, 0.0
