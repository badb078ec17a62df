"""Filmed hosts that are built again: one after the other, by a process of low priority, while the show goes on."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from console.avatars.avatar_command import where
from console.jobs import ChildEnded, ChildJob
from console.show.core.state import UNARMED
from console.show.state.console_state import ConsoleState
from console.show.state.section import Section
from console.show.state.store_view import StoreLine, StoresView
from engine.avatar import Avatar
from engine.ipc.json_lines import Said
from engine.ipc.logger import Logger
from engine.text import Text, sentence_of

LOOKED = 0.15
"""So much of a build is the first way through the clip, the look for the face; the rest prepares the pictures."""


class Rebuilder(QObject):
    """Builds hosts again, in the order in which it was asked for.

    On air the processor does it, and a card that it works on is left as soon as the show begins: the show needs it.

    Signals:
        rebuilt(str): the host of this id is prepared; emitted here.
        noted(str): a line for the log; emitted here.
    """

    rebuilt = Signal(str)
    noted = Signal(object)

    def __init__(
        self, console_state: ConsoleState, stores: Section[StoresView], log: Logger, program: str = sys.executable
    ) -> None:
        """`stores` is where it says how far it is; `program` is the Python that runs the child."""
        super().__init__()
        self._console_state, self._stores, self._log, self._program = console_state, stores, log, program
        self._queue: list[Avatar] = []
        self._job = ChildJob(self)
        self._job.heard.connect(self._show_progress)
        self._job.ended.connect(self._finished)
        self._on_card = False
        self._restarting = False  # it ends to begin again, on the processor

    def rebuild(self, avatar: Avatar) -> None:
        """Build it again, unless that is under way."""
        if all(each.id != avatar.id for each in self._queue):
            self._queue.append(avatar)
            self._show(avatar.id, part=0.0, told="")
            self._next()

    def stop(self, avatar_id: str) -> None:
        """Build it no further; what is done is kept."""
        if self._queue and self._queue[0].id == avatar_id and self._job.busy:
            self._restarting = False
            self._job.stop()
        else:
            self._queue = [each for each in self._queue if each.id != avatar_id]
            self._show(avatar_id, part=None)

    def close(self) -> None:
        """Stops; what is done is kept."""
        self._queue.clear()
        self._job.close()

    # -- the child ---------------------------------------------------------------------------------------------

    def _next(self) -> None:
        if self._job.busy or not self._queue:
            return
        avatar = self._queue[0]
        spare = [] if self._console_state.state in UNARMED else ["--processor"]
        words = ["again", str(avatar.folder), *where(), *spare]
        self._on_card = self._restarting = False
        self.noted.emit(Text("building {name} again", name=avatar.name))
        self._job.start([self._program, "-m", "engine.musetalk.studio", "--listen", *words])

    def _show_progress(self, said: Said) -> None:
        self._on_card = self._on_card or said.get("card") is True
        if said.get("event") == "progress":
            part = said["frame"] / max(1, said["of"])
            looking = said["stage"] == "looking"
            self._show(self._queue[0].id, part=part * LOOKED if looking else LOOKED + part * (1 - LOOKED))
        if self._on_card and not self._restarting and self._console_state.state not in UNARMED:
            self._restarting = True
            self._job.stop()

    def _finished(self, ended: ChildEnded) -> None:
        if ended.event == "stopped" and self._restarting:
            self._next()
            return
        avatar = self._queue.pop(0)
        told = ""
        if ended.event == "failed":
            told = sentence_of(ended.last["sentence"])
        elif ended.event not in ("done", "stopped"):
            self._log.error("rebuild failed", avatar=avatar.id, code=ended.code, words=ended.complaints[-2000:])
            told = Text("The making ended without a word (code {code}): the log has more.", code=ended.code)
        self._show(avatar.id, part=None, told=told)
        done = ended.event == "done"
        self.noted.emit(
            told
            or (Text("{name} is built again", name=avatar.name) if done else Text("{name}: stopped", name=avatar.name))
        )
        if done:
            self.rebuilt.emit(avatar.id)
        self._next()

    def _show(self, avatar_id: str, **changes: Any) -> None:
        view = self._stores.view
        line = replace(view.lines.get(avatar_id, StoreLine()), **changes)
        self._stores.publish(replace(view, lines={**view.lines, avatar_id: line}))
