"""Sees to it that each avatar has its idle loop: prepared once, by a process of low priority, kept in the cache."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from console.processes.child_process import child_process
from engine.avatar import Avatar
from engine.ipc.throttle import GO, HOLD
from engine.prepare import idle_path


class IdleLoops(QObject):
    """Prepares idle loops, one at a time.

    Signals:
        prepared(str, str): avatar id and the loop's file; emitted here.
        failed(str, str): avatar id and a sentence; emitted here.
        progressed(): `preparing` or `faults` says something new, now and then; emitted here.

    Attributes:
        preparing: avatar id → how much of its loop is made, 0 to 1; those that wait are at 0.
        faults: avatar id → why its loop could not be prepared.
        held: nothing is prepared now; what was begun stands still.
    """

    prepared = Signal(str, str)
    failed = Signal(str, str)
    progressed = Signal()

    def __init__(self, cache: Path, width: int, height: int, rate: int, log: Any) -> None:
        super().__init__()
        self._cache = cache
        self._form = (width, height, rate)
        self._log = log
        self._queue: list[Avatar] = []
        self._process: QProcess | None = None
        self._sentence = ""
        self._ended = False
        self.held = False
        self.preparing: dict[str, float] = {}
        self.faults: dict[str, str] = {}

    def reform(self, width: int, height: int, rate: int) -> bool:
        """Loops of this size and rate from now on. True when it was another one: what was being made is given up."""
        if (width, height, rate) == self._form:
            return False
        self.close()
        self.preparing.clear()
        self.faults.clear()
        self._form = (width, height, rate)
        return True

    def find(self, avatar: Avatar) -> Path | None:
        """The avatar's loop, if it is there already."""
        path = self._path(avatar)
        return path if path.is_file() else None

    def want(self, avatar: Avatar) -> None:
        """Prepare the avatar's loop unless it is there or under way."""
        if not self._ended and self.find(avatar) is None and avatar not in self._queue:
            self._queue.append(avatar)
            self.preparing[avatar.id] = 0.0
            self._next()
            self.progressed.emit()

    def hold(self, on: bool) -> bool:
        """Let the work stand still, or go on. True when that is a change."""
        if on is self.held:
            return False
        self.held = on
        if self._process is not None:
            self._process.write(HOLD if on else GO)
        self._next()
        return True

    def close(self) -> None:
        """Stop preparing; half a loop is never kept."""
        self._queue.clear()
        if self._process is not None:
            self._process.finished.disconnect()
            self._process.readyReadStandardOutput.disconnect()
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None

    def end(self) -> None:
        """Stop preparing, and prepare nothing any more: the console goes."""
        self._ended = True
        self.close()

    def _path(self, avatar: Avatar) -> Path:
        width, height, rate = self._form
        return idle_path(avatar, width, height, rate, self._cache)

    def _next(self) -> None:
        if self._process is not None or not self._queue or self.held:
            return
        avatar = self._queue[0]
        width, height, rate = self._form
        path = self._path(avatar)
        process = child_process(self)
        process.finished.connect(lambda code, _status: self._finished(avatar, path, code))
        process.readyReadStandardOutput.connect(lambda: self._hear(process, avatar))
        process.setProgram(sys.executable)
        form = ["--width", str(width), "--height", str(height), "--rate", str(rate)]
        process.setArguments(["-m", "engine.prepare", str(avatar.folder), "--out", str(path), "--paced", *form])
        self._process, self._sentence = process, ""
        self._log.info("idle loop begun", avatar=avatar.id)
        process.start()

    def _finished(self, avatar: Avatar, path: Path, code: int) -> None:
        process, self._process = self._process, None
        words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip() if process else ""
        if process is not None:
            self._hear(process, avatar)
            process.deleteLater()
        self._queue.pop(0)
        self.preparing.pop(avatar.id, None)
        self.faults.pop(avatar.id, None)
        if code == 0 and path.is_file():
            self._log.info("idle loop prepared", avatar=avatar.id)
            self.prepared.emit(avatar.id, str(path))
        else:
            last = self._sentence or (words.splitlines()[-1] if words else f"code {code}")
            self.faults[avatar.id] = f"its idle loop could not be prepared: {last}"
            self.failed.emit(avatar.id, f"The idle loop of {avatar.name} could not be prepared: {last}")
        self._next()
        self.progressed.emit()

    def _hear(self, process: QProcess, avatar: Avatar) -> None:
        """How far it is. It says so after every frame; a step of 5 % is told."""
        lines = bytes(process.readAllStandardOutput().data()).splitlines()
        try:
            said = json.loads(lines[-1]) if lines else {}
            if said.get("event") == "failed":
                self._sentence = str(said["sentence"])
            part = said["frame"] / said["of"] if said.get("event") == "progress" else 0.0
        except (ValueError, KeyError, TypeError, ZeroDivisionError, AttributeError):
            return  # half a line
        if part >= self.preparing.get(avatar.id, 0.0) + 0.05:
            self.preparing[avatar.id] = part
            self.progressed.emit()
