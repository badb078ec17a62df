"""The console's end of a process with models: requests go out, answers come back, and its death costs one sentence."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from pathlib import Path

from console.processes.supervision import SupervisedProcess
from engine.ipc.logger import Logger
from engine.ipc.messages.base import Message
from engine.text import Text, as_text

Answers = asyncio.Queue[Message | Exception]
"""What comes for one request; an exception is the last."""


class ModelClient:
    """A process with models, supervised; needs Qt's event loop under asyncio (qasync).

    Args:
        name: of the process, also in sentences: "The voice process was lost …".
        module: what `python -m` runs.
        runtime, logs: folders, as every child of the console's has them.
        log: where to write events.
        fault: makes the exception of a sentence.
        start_s: patience for its start, in seconds.

    Attributes:
        supervised: who supervises it.
    """

    def __init__(
        self,
        name: str,
        module: str,
        runtime: Path,
        logs: Path,
        log: Logger,
        fault: Callable[[str], Exception],
        start_s: float,
    ) -> None:
        self.supervised = SupervisedProcess(name, module, runtime, logs, lambda: (), log)
        self.supervised.joined.connect(self._joined)
        self.supervised.received.connect(self.receive)
        self.supervised.lost.connect(self._lost)
        self._name = name
        self._fault = fault
        self._start_s = start_s
        self._numbers = itertools.count(1)
        self._open: dict[int, Answers] = {}
        self._there = asyncio.Event()
        self._begun = False

    def begin(self) -> None:
        """Start the process, if it is not there yet."""
        if not self._begun:
            self._begun = True
            self.supervised.begin()

    def end(self) -> None:
        """End the process; open requests fail."""
        self._begun = False
        self._there.clear()
        self.supervised.end()
        self._fail(Text("The {name} was ended with Compere.", name=as_text(self._name)))

    async def ask(self, request: Message, number: int) -> Answers:
        """Send a request. Whoever asked calls `forget` in the end. Raises `fault` when the process does not start."""
        self.begin()
        try:
            async with asyncio.timeout(self._start_s):
                await self._there.wait()
        except TimeoutError:
            raise self._fault(
                Text("The {name} process does not start: the log says why.", name=as_text(self._name))
            ) from None
        inbox: Answers = asyncio.Queue()  # bounded by what the request asks for
        self._open[number] = inbox
        self.supervised.send(request)
        return inbox

    def restart(self) -> None:
        """End a process that answers no more, and start it again: what is asked from now on waits for the new one."""
        self._there.clear()
        self.supervised.restart()

    def forget(self, number: int) -> None:
        """Nobody reads answers to this request any more."""
        self._open.pop(number, None)

    def receive(self, message: Message) -> None:
        """A message of the process's: to whom it answers."""
        number = getattr(message, "number", None)
        if number in self._open:
            self._open[number].put_nowait(message)

    def greet(self) -> None:
        """It is there, perhaps again: what it must know before anything else."""

    def mourn(self, sentence: str) -> None:
        """It is gone, and starts again."""

    def _joined(self) -> None:
        self._there.set()
        self.greet()

    def _lost(self, why: str) -> None:
        self._there.clear()
        sentence = Text("The {name} process was lost and starts again ({why}).", name=as_text(self._name), why=why)
        self._fail(sentence)
        self.mourn(sentence)

    def _fail(self, sentence: str) -> None:
        for inbox in self._open.values():
            inbox.put_nowait(self._fault(sentence))
