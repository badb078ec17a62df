"""One output as the console sees it: its process kept running, told what to do, and what it says of itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from console.outputs.streams.stream_address import StreamAddressError
from console.processes.supervision import OUTPUT, REQUESTED, SupervisedProcess, runs
from console.show.core.alarms import without_last_words
from engine.ipc.logger import Logger
from engine.ipc.messages.base import Message
from engine.ipc.messages.outputs import (
    AttachProgram,
    MarkChapter,
    OutputState,
    OutputStatus,
    RetryNow,
    StartRecording,
    StartStream,
)
from engine.ipc.transport import read_card
from engine.text import Text, as_text

SHORT_LIFE_S = 5.0
"""A process that died sooner may have died of the graphics card's encoder: the next one tries none."""

HUNG_S = 12.0
"""FFmpeg may hold the whole process while it connects over a slow network, which costs nobody else anything."""

_GRACE_MS = 12_000
"""A recording may take so long to close its file on a slow disk; then its process is killed."""

Start = StartStream | StartRecording


class SupervisedOutput(QObject):
    """A stream or the recording.

    Args:
        name: of its process: `stream-1` …, `recording`.
        runtime, logs: folders.
        start: what its process is told to do, by the settings as they are; raises StreamAddressError.
        log: where to write events.
        clock: monotonic seconds.

    Attributes:
        wanted: the operator has started it.
        status: what its process said last.

    Signals:
        changed(): `status` is another one; emitted here.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        runtime: Path,
        logs: Path,
        start: Callable[[], Start],
        log: Logger,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._name, self._runtime, self._logs, self._start_message = name, runtime, logs, start
        self._log, self._clock = log, clock
        self._supervised: SupervisedProcess | None = None
        self._program: AttachProgram | None = None
        self._deaths = 0
        self._joined_s = 0.0
        self._software = False
        self._chapter = ""
        self._asked: Start | None = None
        self.wanted = False
        self.status = OutputStatus(state=OutputState.OFF)

    @property
    def left_running(self) -> bool:
        """A console before this one has left its process, and it works."""
        card = read_card(self._runtime, self._name)
        return card is not None and runs(card[0], OUTPUT)

    @property
    def pids(self) -> dict[str, int]:
        """Its process, by name, while it runs."""
        return self._supervised.pids if self._supervised is not None else {}

    def use_program(self, program: AttachProgram) -> None:
        """The rings of the playout that runs now."""
        self._program = program
        self._send(program)

    def start(self) -> None:
        """Start it, or adopt the one that was left; one that has given up begins again. Once it runs: nothing."""
        if self.wanted:
            if self.status.state is OutputState.FAILED:
                self.retry()
            return
        self.wanted = True
        self._deaths, self._software = 0, False
        self._ask_anew()
        self.status = OutputStatus(state=OutputState.CONNECTING)
        supervised = SupervisedProcess(
            self._name, OUTPUT, self._runtime, self._logs, lambda: ("--name", self._name), self._log,
            hung_s=HUNG_S,
        )  # fmt: skip
        supervised.joined.connect(self._joined)
        supervised.received.connect(self._received)
        supervised.lost.connect(self._lost)
        self._supervised = supervised
        supervised.begin()
        self.changed.emit()

    def stop(self) -> None:
        """End it in order; who does not end in time is killed."""
        supervised = self._leave(stopping=True)
        if supervised is not None:
            QTimer.singleShot(_GRACE_MS, supervised, lambda: supervised.end(0.0))
        self.status = OutputStatus(state=OutputState.OFF, place=self.status.place, sent_s=self.status.sent_s)
        self.changed.emit()

    def mark_chapter(self, title: str) -> None:
        """A chapter begins now; a process that is started again begins with the newest."""
        self._chapter = title
        self._send(MarkChapter(title=title))

    def retry(self) -> None:
        """Do not wait any longer; one that has given up begins again, and one whose address or key was mended."""
        if self._supervised is None:
            return
        before = self._asked
        self._ask_anew()
        if self.status.state is OutputState.FAILED or _goes_elsewhere(before, self._asked):
            self._supervised.restart()
        else:
            self._send(RetryNow())

    def end(self) -> Callable[[], None]:
        """The console ends: ask it to close. What is returned waits until it has."""
        supervised = self._leave(stopping=True)
        return partial(supervised.end, _GRACE_MS / 1000) if supervised is not None else lambda: None

    def leave(self) -> None:
        """The console goes, and this goes on."""
        self._leave(stopping=False)

    def _leave(self, *, stopping: bool) -> SupervisedProcess | None:
        supervised, self._supervised = self._supervised, None
        self.wanted = False
        if supervised is not None:
            supervised.leave(stopping=stopping)
        return supervised

    def _send(self, message: Message) -> None:
        if self._supervised is not None:
            self._supervised.send(message)

    def _joined(self) -> None:
        self._joined_s = self._clock()
        if self._program is not None:  # one that was left goes on with the program that it has
            self._send(self._program)
        start = self._asked
        if start is None:  # it was left by a console before this one, and the settings know no more of it
            return
        encoder = msgspec.structs.replace(start.encoder, software=True) if self._software else start.encoder
        if isinstance(start, StartStream):
            self._send(msgspec.structs.replace(start, encoder=encoder, attempt=self._deaths))
        else:
            self._send(msgspec.structs.replace(start, encoder=encoder))
        if self._chapter:
            self._send(MarkChapter(title=self._chapter))

    def _ask_anew(self) -> None:
        """By the settings as they are; where they are no longer usable, as before."""
        try:
            self._asked = self._start_message()
        except StreamAddressError:
            self._log.warning("the settings of an output cannot be used", name=self._name)

    def _received(self, message: Message) -> None:
        if isinstance(message, OutputStatus) and self.wanted:
            if message.state is OutputState.ON_AIR:
                self._deaths = 0
            self.status = message
            self.changed.emit()

    def _lost(self, why: str) -> None:
        if not self.wanted:
            return
        if why != REQUESTED:
            self._deaths += 1
            self._software = self._software or self._clock() - self._joined_s < SHORT_LIFE_S
        # What the sink said last tells more than the code with which its process ended.
        sentence = Text("") if why == REQUESTED else self.status.sentence or as_text(without_last_words(why))
        state = OutputState.RECONNECTING if self.status.state is not OutputState.CONNECTING else OutputState.CONNECTING
        self.status = OutputStatus(
            state=state, place=self.status.place, sentence=sentence, attempt=self._deaths, sent_s=self.status.sent_s
        )
        self.changed.emit()


def _goes_elsewhere(before: Start | None, now: Start | None) -> bool:
    """A stream was told to go another way than now."""
    return isinstance(before, StartStream) and isinstance(now, StartStream) and before.url != now.url
