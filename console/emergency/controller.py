"""The console's end of the emergency keys: keeps their process running, and tells it what the keys mean now."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from console.processes.supervision import EMERGENCY_KEYS, REQUESTED, SupervisedProcess
from console.show.core.emergency import EmergencyKey
from console.show.core.state import ShowState
from engine.ipc.logger import Logger
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Fault, Ping, Pong
from engine.ipc.messages.emergency import EmergencyKeys, KeyMeaning
from engine.ipc.messages.kinds import EmergencyVerb


class EmergencyController(QObject):
    """Starts the emergency keys with the console, and ends them with it.

    Args:
        runtime, logs: folders of this run.
        log: where to write events.

    Signals:
        failed(str): why there are no emergency keys on this machine, in one sentence; emitted here.
    """

    failed = Signal(object)

    def __init__(self, runtime: Path, logs: Path, log: Logger) -> None:
        super().__init__()
        self._log = log
        self.process = SupervisedProcess("emergency", EMERGENCY_KEYS, runtime, logs, lambda: (), log)
        self.process.received.connect(self._receive)
        self.process.joined.connect(self._send_keys)
        self.process.lost.connect(self._lost)
        self._told: EmergencyKeys | None = None

    def begin(self) -> None:
        """Start the process."""
        self.process.begin()

    def use(self, keys: tuple[EmergencyKey, ...], state: ShowState) -> None:
        """What the keys mean from now on. Cheap when nothing has changed."""
        meanings = [
            KeyMeaning(key.keys, EmergencyVerb(key.verb), key.taps, sorted(map(str, key.states))) for key in keys
        ]
        told = EmergencyKeys(console=os.getpid(), state=state.value, keys=meanings)
        if told != self._told:
            self._told = told
            self._send_keys()

    def end(self) -> None:
        """End the process."""
        self.process.end()

    def _send_keys(self) -> None:
        if self._told is not None:
            self.process.send(self._told)

    def _receive(self, message: Message) -> None:
        match message:
            case Ping(number=number):  # a key was pressed: this console is alive, and has it itself
                self.process.send(Pong(number=number))
            case Fault(sentence=sentence):
                self._log.warning("no emergency keys", reason=sentence)
                self.failed.emit(sentence)

    def _lost(self, why: str) -> None:
        if why != REQUESTED:
            self._log.warning("emergency keys lost", reason=why)
