"""Watches over the log: a show goes on without it, and the operator is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from console.show.core.alarms import AlarmKind
from console.state_presenter import StatePresenter
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import log_fault
from engine.text import Text

LEAST_FREE_BYTES = 20 << 20
_EVERY = 5


class LogWatch:
    """Raises an alarm while lines of the log are lost, or soon will be.

    Args:
        presenter: shows the alarm.
        logs: folder of the log.
        log: where to write events; a line is tried on it while others are lost.
        fault: says why lines are lost, or "".
    """

    def __init__(
        self, presenter: StatePresenter, logs: Path, log: Logger, fault: Callable[[], str] = log_fault
    ) -> None:
        self._presenter, self._logs, self._log, self._fault = presenter, logs, log, fault
        self._seconds = 0

    def second(self) -> None:
        """Once a second."""
        if self._fault():
            self._log.warning("log written again")  # only then does anybody read it
        why = self._fault()
        if why:
            self._presenter.alarm(
                AlarmKind.LOG,
                Text(
                    "The log in {folder} cannot be written ({why}): make room there. The show goes on; "
                    "what happens meanwhile is missing from its report.",
                    folder=self._logs,
                    why=why,
                ),
            )
            return
        if self._seconds % _EVERY == 0:
            if self._free() < LEAST_FREE_BYTES:
                self._presenter.alarm(
                    AlarmKind.LOG,
                    Text("The disk that holds {folder} is nearly full: make room there.", folder=self._logs),
                )
            else:
                self._presenter.clear(AlarmKind.LOG)
        self._seconds += 1

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self._logs).free
        except OSError:
            return LEAST_FREE_BYTES
