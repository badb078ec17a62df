"""Looks at files of the show again and again, in a thread, one look at a time: a slow disk delays only the look."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, QTimer

from engine.ipc.logger import Logger


class FileWatch(QObject):
    """Begins a look at every tick unless one is under way.

    Args:
        every_ms: between two looks.
        what: that is looked at, for the log.
        log: where to write events.
    """

    def __init__(self, every_ms: int, what: str, log: Logger) -> None:
        super().__init__()
        self._what, self._log = what, log
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.check)

    def begin(self) -> None:
        """Begin to look; needs a running event loop."""
        self._timer.start()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def check(self) -> None:
        """Look at what is new or was changed, unless nobody wants it or a look is under way."""
        if self._task is None and self._wanted():
            self._task = asyncio.get_event_loop().create_task(self._check())
            self._task.add_done_callback(self._done)

    def _wanted(self) -> bool:
        """Whether somebody wants to know."""
        return True

    async def _check(self) -> None:
        """One look; what may wait for a disk goes to a thread."""
        raise NotImplementedError

    def _done(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("looking at files failed", what=self._what, fault=repr(fault))
