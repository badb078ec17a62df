"""Filmed hosts that are built again: one after the other, by a process of low priority, while the show goes on."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from console.avatars.avatar_command import where
from console.processes.child_process import child_process
from console.show.actions.models import CALM
from console.show.state.console_state import ConsoleState
from console.show.state.store_view import StoreLine
from engine.avatar import Avatar

LOOKED = 0.15
"""So much of a build is the first way through the clip, the look for the face; the rest prepares the pictures."""

_END_MS = 3000


class Rebuilder(QObject):
    """Builds hosts again, in the order in which it was asked for.

    On air the processor does it, and a card that it works on is left as soon as the show begins: the show needs it.

    Signals:
        rebuilt(str): the host of this id is prepared; emitted here.
        noted(str): a line for the log; emitted here.
    """

    rebuilt = Signal(str)
    noted = Signal(str)

    def __init__(self, console_state: ConsoleState, log: Any, program: str = sys.executable) -> None:
        """`console_state.stores` is written here; `program` is the Python that runs the child."""
        super().__init__()
        self._console_state, self._log, self._program = console_state, log, program
        self._queue: list[Avatar] = []
        self._process: QProcess | None = None
        self._said: Mapping[str, Any] = {}
        self._rest = b""
        self._on_card = False
        self._anew = False  # it ends to begin again, on the processor

    def want(self, avatar: Avatar) -> None:
        """Build it again, unless that is under way."""
        if all(each.id != avatar.id for each in self._queue):
            self._queue.append(avatar)
            self._show(avatar.id, part=0.0, told="")
            self._next()

    def stop(self, avatar_id: str) -> None:
        """Build it no further; what is done is kept."""
        if self._queue and self._queue[0].id == avatar_id and self._process is not None:
            self._anew = False
            self._process.closeWriteChannel()
        else:
            self._queue = [each for each in self._queue if each.id != avatar_id]
            self._show(avatar_id, part=None)

    def close(self) -> None:
        """Stops; what is done is kept."""
        self._queue.clear()
        if self._process is not None:
            process, self._process = self._process, None
            process.finished.disconnect()
            process.readyReadStandardOutput.disconnect()
            process.errorOccurred.disconnect()
            process.closeWriteChannel()
            if not process.waitForFinished(_END_MS):
                process.kill()
                process.waitForFinished(_END_MS)

    # -- the child ---------------------------------------------------------------------------------------------

    def _next(self) -> None:
        if self._process is not None or not self._queue:
            return
        avatar = self._queue[0]
        process = child_process(self)
        process.readyReadStandardOutput.connect(lambda: self._hear(process))
        process.finished.connect(lambda code, _status: self._finished(process, code))
        process.errorOccurred.connect(lambda error: self._not_started(process, error))
        process.setProgram(self._program)
        spare = [] if self._console_state.state in CALM else ["--processor"]
        words = ["again", str(avatar.folder), *where(), *spare]
        process.setArguments(["-m", "engine.musetalk.studio", "--listen", *words])
        self._process, self._said, self._rest = process, {}, b""
        self._on_card = self._anew = False
        self.noted.emit(f"building {avatar.name} again")
        process.start()

    def _hear(self, process: QProcess) -> None:
        *lines, self._rest = (self._rest + bytes(process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            try:
                said = json.loads(line)
            except ValueError:
                continue
            if isinstance(said, dict):
                self._said = said
                self._on_card = self._on_card or said.get("card") is True
        if self._said.get("event") == "progress":
            part = self._said["frame"] / max(1, self._said["of"])
            looking = self._said["stage"] == "looking"
            self._show(self._queue[0].id, part=part * LOOKED if looking else LOOKED + part * (1 - LOOKED))
        if self._on_card and not self._anew and self._console_state.state not in CALM:
            self._anew = True
            process.closeWriteChannel()

    def _not_started(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finished(process, -1)

    def _finished(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._hear(process)
        self._process = None
        words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        event = self._said.get("event")
        if event == "stopped" and self._anew:
            self._next()
            return
        avatar = self._queue.pop(0)
        told = ""
        if event == "failed":
            told = str(self._said["sentence"])
        elif event not in ("done", "stopped"):
            self._log.error("rebuild failed", avatar=avatar.id, code=code, words=words[-2000:])
            told = f"The making ended without a word (code {code}): the log has more."
        self._show(avatar.id, part=None, told=told)
        self.noted.emit(told or (f"{avatar.name} is built again" if event == "done" else f"{avatar.name}: stopped"))
        if event == "done":
            self.rebuilt.emit(avatar.id)
        self._next()

    def _show(self, avatar_id: str, **changes: Any) -> None:
        view = self._console_state.stores
        line = replace(view.lines.get(avatar_id, StoreLine()), **changes)
        view.lines = {**view.lines, avatar_id: line}
