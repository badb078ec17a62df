"""Tries the sounds and pictures of the show one after the other, so that a bad one is red long before its turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from console.answer.media_files import media_fault, media_named
from console.rundown.session import RundownSession
from console.rundown.show_file import file_of
from console.talk.file_watch import FileWatch
from engine.ipc.logger import Logger

LOOK_MS = 1000

_Seen = tuple[str, Path, int, int]
"""Kind, file, when it was changed and its size."""


class MediaCheck(FileWatch):
    """Knows which files of the show cannot be used; one per console.

    Args:
        session: the rundown, and where its files are; it is told by its `file_fault`.
        note: gets a sentence for the operator's log when a file is found bad.
        log: where to write events.
        tried: `media_fault`.
    """

    def __init__(
        self,
        session: RundownSession,
        note: Callable[[str], None],
        log: Logger,
        tried: Callable[[str, Path], str] = media_fault,
    ) -> None:
        super().__init__(LOOK_MS, "media", log)
        self._session, self._note, self._tried = session, note, tried
        self._found: dict[_Seen, str] = {}
        self._bad: dict[Path, str] = {}
        session.file_fault = lambda path: self._bad.get(path, "")

    async def _check(self) -> None:
        folder = self._session.folder
        named = {each for item in self._session.rundown.items for each in media_named(item.preset)}
        wanted = await asyncio.to_thread(_seen, sorted((kind, file_of(folder, name)) for kind, name in named))
        for seen in wanted:
            if seen not in self._found:
                self._found[seen] = await asyncio.to_thread(self._tried, seen[0], seen[1])
                if self._found[seen]:
                    self._note(self._found[seen])
                self._inform(wanted)
        self._inform(wanted)

    def _inform(self, wanted: list[_Seen]) -> None:
        bad = {seen[1]: fault for seen in wanted if (fault := self._found.get(seen, ""))}
        if bad != self._bad:
            self._bad = bad
            self._session.changed.emit()


def _seen(files: list[tuple[str, Path]]) -> list[_Seen]:
    """The files that are there, as they are now."""
    found: list[_Seen] = []
    for kind, path in files:
        try:
            about = path.stat()
        except (OSError, ValueError):
            continue  # that it is not there is said elsewhere
        found.append((kind, path, about.st_mtime_ns, about.st_size))
    return found
