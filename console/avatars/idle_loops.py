"""Sees to it that each avatar has its idle loop: prepared once, by a process of low priority, kept in the cache."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from console.jobs import ChildEnded, ChildJob
from engine.avatar import Avatar
from engine.ipc.json_lines import Said
from engine.ipc.logger import Logger
from engine.ipc.throttle import GO, HOLD
from engine.prepare import idle_path
from engine.text import Text, sentence_of


class _Loop(NamedTuple):
    """One loop that is to be made; `cutout` is the one without a ground."""

    avatar: Avatar
    cutout: bool


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
        cutouts: who can be had without their ground gets a second loop of that, for a vision mixer's key.
    """

    prepared = Signal(str, str)
    failed = Signal(str, object)
    progressed = Signal()

    def __init__(self, cache: Path, width: int, height: int, rate: int, log: Logger, *, cutouts: bool = False) -> None:
        super().__init__()
        self._cache = cache
        self._form = (width, height, rate)
        self._out = Path()  # of the loop that is being made
        self._log = log
        self._queue: list[_Loop] = []
        self._job = ChildJob(self)
        self._job.heard.connect(self._show_progress)
        self._job.ended.connect(self._finished)
        self._ended = False
        self.held, self.cutouts = False, cutouts
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

    def find(self, avatar: Avatar, *, cutout: bool = False) -> Path | None:
        """The avatar's loop, or the one without a ground, if it is there already."""
        path = self._path(_Loop(avatar, cutout))
        return path if path.is_file() else None

    def prepare(self, avatar: Avatar) -> None:
        """Prepare the avatar's loops unless they are there or under way."""
        wanted = [_Loop(avatar, False)] + [_Loop(avatar, True)] * (self.cutouts and avatar.keyable)
        missing = [loop for loop in wanted if not self._path(loop).is_file() and loop not in self._queue]
        if self._ended or not missing:
            return
        self._queue += missing
        self.preparing.setdefault(avatar.id, 0.0)
        self._next()
        self.progressed.emit()

    def hold(self, on: bool) -> bool:
        """Let the work stand still, or go on. True when that is a change."""
        if on is self.held:
            return False
        self.held = on
        self._job.write(HOLD if on else GO)
        self._next()
        return True

    def close(self) -> None:
        """Stop preparing; half a loop is never kept."""
        self._queue.clear()
        self._job.close(0)

    def end(self) -> None:
        """Stop preparing, and prepare nothing any more: the console goes."""
        self._ended = True
        self.close()

    def _path(self, loop: _Loop) -> Path:
        width, height, rate = self._form
        return idle_path(loop.avatar, width, height, rate, self._cache, cutout=loop.cutout)

    def _next(self) -> None:
        if self._job.busy or not self._queue or self.held:
            return
        avatar, cutout = self._queue[0]
        width, height, rate = self._form
        form = ["--width", str(width), "--height", str(height), "--rate", str(rate)]
        self._out = self._path(self._queue[0])  # a file of the avatar that changes meanwhile would give it another name
        words = [str(avatar.folder), "--out", str(self._out), "--paced", *form, *(["--cutout"] if cutout else [])]
        self._log.info("idle loop begun", avatar=avatar.id, cutout=cutout)
        self._job.start([sys.executable, "-m", "engine.prepare", *words])

    def _finished(self, ended: ChildEnded) -> None:
        avatar, _ = self._queue.pop(0)
        self.preparing.pop(avatar.id, None)
        if any(loop.avatar == avatar for loop in self._queue):
            self.preparing[avatar.id] = 0.0
        self.faults.pop(avatar.id, None)
        if ended.code == 0 and self._out.is_file():
            self._log.info("idle loop prepared", avatar=avatar.id)
            self.prepared.emit(avatar.id, str(self._out))
        else:
            last = sentence_of(ended.last["sentence"]) if ended.event == "failed" else ""
            last = last or (ended.complaints.splitlines()[-1] if ended.complaints else f"code {ended.code}")
            self.faults[avatar.id] = Text("its idle loop could not be prepared: {fault}", fault=last)
            self.failed.emit(
                avatar.id, Text("The idle loop of {name} could not be prepared: {fault}", name=avatar.name, fault=last)
            )
        self._next()
        self.progressed.emit()

    def _show_progress(self, said: Said) -> None:
        """How far it is. It says so after every frame; a step of 5 % is told."""
        if said.get("event") != "progress":
            return
        avatar, _ = self._queue[0]
        part = said["frame"] / max(1, said["of"])
        if part >= self.preparing.get(avatar.id, 0.0) + 0.05:
            self.preparing[avatar.id] = part
            self.progressed.emit()
