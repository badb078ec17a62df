"""Looks at the files that the presets name while EDIT is open, and says at their fields which cannot be used."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from console.answer.fact_sheets import sheet_faults
from console.rundown.session import RundownSession
from console.rundown.show_file import file_of
from console.show.rundown.preset import Preset, files_named
from console.show.rundown.rundown import Rundown
from console.show.state.console_state import RundownView
from console.state_presenter import StatePresenter
from console.talk.file_watch import FileWatch
from engine.ipc.logger import Logger

LOOK_MS = 700
"""Between two looks; a file is read again only when it was changed."""

_Seen = tuple[Preset, tuple[float, ...]]


class FactSheetCheck(FileWatch):
    """Publishes `console_state.show.file_faults`; one per console.

    Args:
        presenter: writes the console's state.
        session: the rundown, and where its files lie.
        log: where to write events.
    """

    def __init__(self, presenter: StatePresenter, session: RundownSession, log: Logger) -> None:
        super().__init__(LOOK_MS, "sheets", log)
        self._presenter, self._session = presenter, session
        self._show = presenter.console_state.claim(RundownView, "file_faults")
        self._seen: dict[str, _Seen] = {}
        self._faults: dict[str, dict[str, str]] = {}

    def _wanted(self) -> bool:
        return self._presenter.console_state.show.editing

    async def _check(self) -> None:
        rundown, folder = self._session.rundown, self._session.folder
        fresh = await asyncio.to_thread(self._read, rundown, folder)
        for item_id, (seen, faults) in fresh.items():
            self._seen[item_id], self._faults[item_id] = seen, faults
        here = {item.id for item in rundown.items}
        self._seen = {item_id: seen for item_id, seen in self._seen.items() if item_id in here}
        self._faults = {item_id: faults for item_id, faults in self._faults.items() if item_id in here}
        found = {(item_id, field): fault for item_id, faults in self._faults.items() for field, fault in faults.items()}
        self._show.publish(replace(self._show.view, file_faults=found))

    def _read(self, rundown: Rundown, folder: Path) -> dict[str, tuple[_Seen, dict[str, str]]]:
        """In a thread: what is to be said of the presets that are new, or whose files are."""
        found: dict[str, tuple[_Seen, dict[str, str]]] = {}
        for item in rundown.items:
            preset = item.preset
            seen = (preset, tuple(_changed_at(file_of(folder, name)) for name in files_named(preset)))
            if self._seen.get(item.id) != seen:
                found[item.id] = seen, sheet_faults(preset, folder)
        return found


def _changed_at(file: Path) -> float:
    """When a file was changed; -1 when it is not there."""
    try:
        return file.stat().st_mtime
    except OSError:
        return -1.0
