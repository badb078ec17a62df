"""Long work beside the window: a process that says how far it is in JSON lines, or a function in a thread.

    job = ChildJob(self)
    job.heard.connect(self._show_progress)       # {"event": "progress", …}
    job.ended.connect(self._finished)            # ChildEnded(last, code, complaints)
    job.start([sys.executable, "-m", "engine.render"], order.to_json())

    job = ThreadJob("models", log)
    job.start(lambda stop: stock(folder), self._show, self._tell)

Both do one piece of work at a time, tell of it in the thread of the object that owns them, and tell nothing any more
once they are closed. Nothing else in the console starts a process with JSON lines or a thread that comes to a result;
real-time loops and readers have threads of their own (tests/house/test_threads.py lists them).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from engine.ipc.environment import child_environment
from engine.ipc.json_lines import Said, said_in
from engine.ipc.logger import Logger
from engine.text import Text

PATIENCE_MS = 3000
"""How long a child that was asked to end has for it, before it is killed."""

JOIN_S = 3.0
"""How long closing waits for a thread."""

NOT_STARTED = -1
"""The code of a child that could not be started."""

_LONGEST_LINE = 1 << 20
"""Bytes of a line without an end; what is longer is no line of ours, and is thrown away."""

_KEPT_COMPLAINTS = 1 << 16
"""Bytes of standard error that are kept, the last ones."""

T = TypeVar("T")


def fault_inside(error: BaseException) -> str:
    """The sentence for work that failed because of a mistake in Compere itself."""
    return Text("That failed inside Compere ({fault}): the log has more.", fault=type(error).__name__)


@dataclass(frozen=True)
class ChildEnded:
    """How a child ended.

    Attributes:
        last: the last object that it said; {} when it said none.
        code: its exit code; NOT_STARTED when it never began.
        complaints: the end of what it wrote to standard error.
    """

    last: Said = field(default_factory=dict)
    code: int = NOT_STARTED
    complaints: str = ""

    @property
    def event(self) -> str:
        """Which kind of object the last one was, or ""."""
        return str(self.last.get("event", ""))


class ChildJob(QObject):
    """One process at a time, which says in JSON lines how far it is, and ends when its standard input does.

    It is given no keys and no passwords.

    Signals:
        heard(Said): it said something; emitted here.
        ended(ChildEnded): it is over, and the next one may be started; emitted here.
    """

    heard = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._last: Said = {}
        self._rest = self._complaints = b""
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.kill)

    @property
    def busy(self) -> bool:
        """Whether a child is at work."""
        return self._process is not None

    def start(self, command: Sequence[str], order: str = "") -> None:
        """Begin.

        Args:
            command: the program and its arguments.
            order: a line for its standard input, which stays open.

        Raises:
            RuntimeError: the one before is not over yet.
        """
        if self._process is not None:
            raise RuntimeError("one child at a time")
        process = QProcess(self)
        environment = QProcessEnvironment()
        for name, value in child_environment().items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(lambda: self._read(process))
        process.readyReadStandardError.connect(lambda: self._read_complaints(process))
        process.finished.connect(lambda code, _status: self._finished(process, code))
        process.errorOccurred.connect(lambda error: self._not_started(process, error))
        process.setProgram(command[0])
        process.setArguments(list(command[1:]))
        self._process, self._last, self._rest, self._complaints = process, {}, b"", b""
        process.start()
        if order and self._process is process:
            process.write(order.encode() + b"\n")

    def write(self, data: bytes) -> None:
        """Say something to it."""
        if self._process is not None:
            self._process.write(data)

    def stop(self, patience_ms: int | None = None) -> None:
        """Ask it to end; with `patience_ms` it is killed when it takes longer. `ended` tells when it is over."""
        if self._process is not None:
            self._process.closeWriteChannel()
            if patience_ms is not None:
                self._patience.start(patience_ms)

    def kill(self) -> None:
        """End it at once. `ended` tells when it is over."""
        if self._process is not None:
            self._process.kill()

    def close(self, patience_ms: int = PATIENCE_MS) -> None:
        """End it and wait for that; nothing of it is told any more."""
        self._patience.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.closeWriteChannel()
        if patience_ms <= 0 or not process.waitForFinished(patience_ms):
            process.kill()
            process.waitForFinished(PATIENCE_MS)
        process.deleteLater()

    def _read(self, process: QProcess) -> None:
        *lines, rest = (self._rest + bytes(process.readAllStandardOutput().data())).split(b"\n")
        self._rest = rest if len(rest) <= _LONGEST_LINE else b""
        for line in lines:
            if process is not self._process:
                return  # whoever heard the line before has closed it
            if said := said_in(line):
                self._last = said
                self.heard.emit(said)

    def _read_complaints(self, process: QProcess) -> None:
        new = bytes(process.readAllStandardError().data())
        if process is self._process:
            self._complaints = (self._complaints + new)[-_KEPT_COMPLAINTS:]

    def _not_started(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finished(process, NOT_STARTED)

    def _finished(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._read(process)
        self._read_complaints(process)
        if process is not self._process:
            return
        self._patience.stop()
        self._process = None
        process.deleteLater()
        self.ended.emit(ChildEnded(self._last, code, self._complaints.decode(errors="replace").strip()))


class ThreadJob(QObject):
    """One function at a time in a thread of its own; what it comes to is told in this object's thread.

    Args:
        name: of the thread, and of the work in the log.
        log: where an exception goes.
        daemon: the program may end while it works; else it waits for the function.
    """

    _returned = Signal(int)

    def __init__(self, name: str, log: Logger, parent: QObject | None = None, *, daemon: bool = True) -> None:
        super().__init__(parent)
        self._name, self._log, self._daemon = name, log, daemon
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._number = 0
        self._results: dict[int, Callable[[], None]] = {}
        self._returned.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a function is at work, or what it came to is not told yet."""
        return self._thread is not None

    @property
    def stopping(self) -> bool:
        """Whether the function was asked to end."""
        return self._stop.is_set()

    def start(
        self,
        work: Callable[[threading.Event], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        expected: tuple[type[Exception], ...] = (),
    ) -> None:
        """Begin.

        Args:
            work: runs in the thread. Its argument is set when it shall end: whatever takes long looks at it.
            done: gets what it returned, in this object's thread.
            failed: gets what it raised, likewise.
            expected: exceptions that are answers; all others are mistakes, and in the log before `failed` is called.

        Raises:
            RuntimeError: the one before is not over yet.
        """
        if self._thread is not None:
            raise RuntimeError("one function at a time")
        self._number += 1
        self._stop = threading.Event()
        arguments = (self._number, self._stop, work, done, failed, expected)
        self._thread = threading.Thread(target=self._run, args=arguments, name=self._name, daemon=self._daemon)
        self._thread.start()

    def stop(self) -> None:
        """Ask the function to end; it ends when it looks."""
        self._stop.set()

    def settle(self, timeout_s: float) -> None:
        """Wait for the function without asking it to end, and tell what it came to, if it has by then."""
        if self._thread is not None:
            self._thread.join(timeout_s)
            self._deliver(self._number)

    def close(self, timeout_s: float = JOIN_S) -> None:
        """Ask the function to end and wait for it; nothing of it is told any more."""
        self.stop()
        self._number += 1
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(timeout_s)

    def _run(
        self,
        number: int,
        stop: threading.Event,
        work: Callable[[threading.Event], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        expected: tuple[type[Exception], ...],
    ) -> None:
        try:
            self._results[number] = partial(done, work(stop))
        except Exception as error:
            if not isinstance(error, expected):
                self._log.exception("job failed", job=self._name)
            self._results[number] = partial(failed, error) if failed is not None else _nothing
        except BaseException:  # SystemExit and its like: nobody is told, and the next function may begin
            self._results[number] = _nothing
            self._returned.emit(number)
            raise
        try:
            self._returned.emit(number)
        except RuntimeError:  # the console ended meanwhile, and this object with it
            self._log.info("job for nobody", job=self._name)

    def _deliver(self, number: int) -> None:
        tell = self._results.pop(number, None)
        if tell is not None and number == self._number:
            self._thread = None
            tell()


def _nothing() -> None:
    """Nobody asked to be told of a failure."""
