"""Looks at the files that the presets name while EDIT is open, and says at their fields which cannot be used."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from console.answer.sheets import sheet_faults
from console.cueing import Cueing
from console.housekeeping import Housekeeper
from console.show.preset import Preset, files_named
from console.show.rundown import Rundown
from console.showfile import file_of

LOOK_MS = 700
"""Between two looks; a file is read again only when it was changed."""

_Seen = tuple[Preset, tuple[float, ...]]


class SheetRoom(QObject):
    """Keeps `house.show.file_faults`; one per console.

    Args:
        keeper: writes the house.
        cueing: the rundown, and where its files lie.
        log: a structlog logger.
    """

    def __init__(self, keeper: Housekeeper, cueing: Cueing, log: Any) -> None:
        super().__init__()
        self._keeper, self._cueing, self._log = keeper, cueing, log
        self._seen: dict[str, _Seen] = {}
        self._faults: dict[str, dict[str, str]] = {}
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin to look; needs a running event loop."""
        self._timer.start()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def look(self) -> None:
        """While EDIT is open: read what is new."""
        if self._keeper.house.show.editing and self._task is None:
            self._task = asyncio.get_event_loop().create_task(self._look(self._cueing.rundown, self._cueing.folder))
            self._task.add_done_callback(self._done)

    async def _look(self, rundown: Rundown, folder: Path) -> None:
        fresh = await asyncio.to_thread(self._read, rundown, folder)
        for item_id, (seen, faults) in fresh.items():
            self._seen[item_id], self._faults[item_id] = seen, faults
        here = {item.id for item in rundown.items}
        self._seen = {item_id: seen for item_id, seen in self._seen.items() if item_id in here}
        self._faults = {item_id: faults for item_id, faults in self._faults.items() if item_id in here}
        self._keeper.house.show.file_faults = {
            (item_id, field): fault for item_id, faults in self._faults.items() for field, fault in faults.items()
        }

    def _read(self, rundown: Rundown, folder: Path) -> dict[str, tuple[_Seen, dict[str, str]]]:
        """In a thread: what is to be said of the presets that are new, or whose files are."""
        found: dict[str, tuple[_Seen, dict[str, str]]] = {}
        for item in rundown.items:
            preset = item.preset
            seen = (preset, tuple(_changed_at(file_of(folder, name)) for name in files_named(preset)))
            if self._seen.get(item.id) != seen:
                found[item.id] = seen, sheet_faults(preset, folder)
        return found

    def _done(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("looking at sheets failed", fault=repr(fault))


def _changed_at(file: Path) -> float:
    """When a file was changed; -1 when it is not there."""
    try:
        return file.stat().st_mtime
    except OSError:
        return -1.0
