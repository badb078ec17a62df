"""Keeps a child process running: started, greeted, pinged, and when it hangs or dies, started again.

The child outlives this console on purpose: a new console finds it by its card in the runtime folder and adopts it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QTimer, Signal

from console.processes.qt_link import QtLink
from console.show.state.output_settings import STREAMS
from engine.ipc.environment import child_environment
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import open_stderr, trim_stderr
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Ping, Pong, Stop
from engine.ipc.transport import LinkError, call, read_card
from engine.text import Text

PLAYOUT = "console.playout.process"
ENGINE = "engine.process"
EMERGENCY_KEYS = "console.emergency.process"
OUTPUT = "console.outputs.process"
"""What `python -m` runs for each."""

REQUESTED = "on request"
"""Why a child was lost that was asked to start again."""

OUTPUT_NAMES = (*(f"stream-{number}" for number in range(1, STREAMS + 1)), "recording")
"""The processes of the outputs, by the names of their sockets."""

_KNOCK_MS = 15
_PING_MS = 500
_HUNG_S = 3.0
"""No answer for this long: the process hangs. It is asked for its stacks, then killed."""
_START_S = 20.0
_PAUSES_S = (0.0, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
_LAST_BYTES = 4096
_HEALTHY_S = 2.0
"""A child that did its work for this long before it died is started again at once: only one that dies of its own
start is made to wait."""


class SupervisedProcess(QObject):
    """One child process under supervision.

    Args:
        name: `playout` or `engine`; also the name of its socket.
        module: what `python -m` runs.
        runtime, logs: folders.
        arguments: more of the command line, made again at each start.
        log: where to write events.
        hung_s: no answer for this long: the process hangs, and is killed.

    Attributes:
        pid: of the running child, or None.
        restarts: how often it was started again.
        adopted: it was there when this console began, and goes on.
        up_since: monotonic seconds of the newest greeting, or None.

    Signals:
        joined(): the link is up; the first message follows. Emitted here.
        received(object): a Message from the child, pongs excepted. Emitted here.
        told(object): a Message that somebody had for the child, whether or not it is there. Emitted here.
        lost(str): the child is gone, and why, in words. Emitted here.
    """

    joined = Signal()
    received = Signal(object)
    told = Signal(object)
    lost = Signal(object)

    def __init__(
        self, name: str, module: str, runtime: Path, logs: Path, arguments: Callable[[], Sequence[str]], log: Logger,
        *, hung_s: float = _HUNG_S,
    ) -> None:  # fmt: skip
        super().__init__()
        self._hung_s = hung_s
        self._name = name
        self._module = module
        self._runtime = runtime
        self._logs = logs
        self._arguments = arguments
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._link: QtLink | None = None
        self._looked_s = self._silent_s = 0.0
        self._ping = 0
        self._faults = -1
        self._started_s = 0.0
        self._ending = False
        self._by_request = False
        self._siblings: list[SupervisedProcess] = []
        self.pid: int | None = None
        self.restarts = 0
        self.adopted = False
        self.up_since: float | None = None
        self._knock = QTimer(self, interval=_KNOCK_MS)
        self._knock.timeout.connect(self._try_call)
        self._watch = QTimer(self, interval=_PING_MS)
        self._watch.timeout.connect(self._check)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._start)

    @property
    def up(self) -> bool:
        """The link is there."""
        return self._link is not None

    @property
    def pids(self) -> dict[str, int]:
        """The processes that run now, by name: this one and its siblings."""
        own = {self._name: self.pid} if self.pid is not None else {}
        return own | {name: pid for sibling in self._siblings for name, pid in sibling.pids.items()}

    def begin(self, adopt: bool = True) -> None:
        """Adopt the child that an earlier console left, or start one.

        Args:
            adopt: False ends a child that is there: it was left by another show than the one that goes on now.
        """
        card = read_card(self._runtime, self._name)
        if card is not None and self._alive(card[0]):
            if not adopt:
                self._log.warning("not adopted", child=self._name, child_pid=card[0])
                self._kill(card[0])
                self._start()
                return
            try:
                link = call(self._runtime, self._name, "console")
            except LinkError as error:
                self._log.warning("could not adopt", child=self._name, reason=str(error))
                self._kill(card[0])
            else:
                self.pid, self.adopted = card[0], True
                self._log.info("adopted", child=self._name, child_pid=self.pid)
                self._greet(QtLink(link, self))
                return
        self._start()

    def sibling(self, name: str, arguments: Sequence[str]) -> SupervisedProcess:
        """Another child that runs the same module, ends when this one is ended and is left when this one is left."""
        made = SupervisedProcess(name, self._module, self._runtime, self._logs, lambda: arguments, self._log)
        self._siblings.append(made)
        return made

    def send(self, message: Message) -> None:
        """Send to the child, if it is there. What it needs after a restart is sent on `joined`."""
        self.told.emit(message)
        if self._link is not None:
            self._link.send(message)

    def restart(self) -> None:
        """End the child and start it again, on request: that is no fault, and does not count as one."""
        if self._link is not None:
            self._by_request = True
            self._link.send(Stop())

    def end(self, grace_s: float = 1.5) -> None:
        """Ask the child to stop, and kill it when it has not within `grace_s` seconds."""
        self.leave(stopping=True)
        for sibling in self._siblings:
            sibling.end(grace_s)
        pid = self.pid
        if pid is None:
            return
        with contextlib.suppress(psutil.Error):
            child = psutil.Process(pid)
            try:
                child.wait(grace_s)
            except psutil.TimeoutExpired:
                self._log.warning("killed at the end", child=self._name)
                self._kill(pid)
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1.0)
        self.pid = None

    def leave(self, stopping: bool = False) -> None:
        """Supervise no longer. The child runs on unless `stopping`."""
        self._ending = True
        for sibling in self._siblings:
            sibling.leave(stopping)
        for timer in (self._knock, self._watch, self._again):
            timer.stop()
        if self._link is not None:
            if stopping:
                self._link.send(Stop())
            self._link.close()
            self._link = None

    # -- life -------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self._ending:
            return
        command = [
            sys.executable,
            "-m",
            self._module,
            "--runtime",
            str(self._runtime),
            "--log",
            str(self._logs),
            *self._arguments(),
        ]
        errors = open_stderr(self._logs, self._name)  # a disk that takes no words is no reason to start nobody
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=errors or subprocess.DEVNULL,
                stderr=errors or subprocess.DEVNULL,
                start_new_session=True,
                env=_environment(),
            )
        except OSError as error:
            self._gone(f"it could not be started: {error}")
            return
        finally:
            if errors is not None:
                errors.close()
        self.pid = self._process.pid
        self._started_s = time.monotonic()
        self._log.info("child started", child=self._name, child_pid=self.pid)
        self._knock.start()

    def _try_call(self) -> None:
        process = self._process
        if process is not None and process.poll() is not None:
            self._knock.stop()
            self._gone(
                Text("it ended at once with code {code}: {last}", code=process.returncode, last=self._last_words())
            )
            return
        card = read_card(self._runtime, self._name)
        if card is not None and card[0] == self.pid:
            with contextlib.suppress(LinkError):
                link = call(self._runtime, self._name, "console")
                self._knock.stop()
                self._greet(QtLink(link, self))
                return
        if time.monotonic() - self._started_s > _START_S:
            self._knock.stop()
            self._dump_and_kill()
            self._gone(Text("it was not ready within {n} s", n=f"{_START_S:.0f}"))

    def _greet(self, link: QtLink) -> None:
        self._link = link
        link.received.connect(self._receive)
        link.lost.connect(self._link_lost)
        now = time.monotonic()
        self._looked_s, self._silent_s = now, 0.0
        self.up_since = now
        self._watch.start()
        self.joined.emit()

    def _receive(self, message: Message) -> None:
        self._silent_s = 0.0
        if not isinstance(message, Pong):
            self.received.emit(message)

    def _check(self) -> None:
        if self._link is None:
            return
        now = time.monotonic()
        # Where this console itself stood still, what was answered meanwhile is still to be read: nobody's silence.
        self._silent_s += min(now - self._looked_s, 2 * _PING_MS / 1000)
        self._looked_s, silent = now, self._silent_s
        if silent > self._hung_s:
            self._log.error("child hangs", child=self._name, silent_s=silent)
            self._dump_and_kill()
            link, self._link = self._link, None
            link.close()
            self._gone(Text("it did not answer for {n} s and was killed", n=f"{silent:.1f}"))
            return
        self._ping += 1
        self._link.send(Ping(number=self._ping))
        trim_stderr(self._logs, self._name)

    def _link_lost(self) -> None:
        self._link = None
        if self._process is not None and self._process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.05)
        code = self._process.poll() if self._process is not None else None
        if self.pid is not None and self._alive(self.pid):
            self._kill(self.pid)  # alive without a link is of no use
        self._gone(
            Text("it ended with code {code}: {last}", code=code, last=self._last_words())
            if code is not None
            else "its link broke"
        )

    def _gone(self, why: str) -> None:
        self._watch.stop()
        healthy = self.up_since is not None and time.monotonic() - self.up_since > _HEALTHY_S
        self.up_since = self.pid = None
        if self._ending:
            return
        if self._by_request:
            self._by_request = False
            self._again.start(0)
            self.lost.emit(REQUESTED)
            return
        self._faults = 0 if healthy else self._faults + 1
        self.restarts += 1
        pause = _PAUSES_S[max(0, min(self._faults, len(_PAUSES_S) - 1))]
        self._again.start(int(pause * 1000))  # before anybody is told: whatever they make of it, it comes back
        self._log.warning("child lost", child=self._name, why=why, restart_in_s=pause)
        self.lost.emit(why)

    def _dump_and_kill(self) -> None:
        if self.pid is None:
            return
        if hasattr(signal, "SIGUSR1"):
            with contextlib.suppress(OSError):
                os.kill(self.pid, signal.SIGUSR1)
                # The dump is written by a signal handler in C; the child needs a moment on the processor.
                with contextlib.suppress(psutil.Error):
                    psutil.Process(self.pid).wait(0.1)
        self._kill(self.pid)

    def _kill(self, pid: int) -> None:
        with contextlib.suppress(psutil.Error):
            psutil.Process(pid).kill()
        if self._process is not None and self._process.pid == pid:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1.0)

    def _alive(self, pid: int) -> bool:
        return runs(pid, self._module)

    def _last_words(self) -> str:
        try:
            with (self._logs / f"{self._name}.stderr").open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _LAST_BYTES))
                lines = file.read().decode(errors="replace").strip().splitlines()
        except OSError:
            return "no words"
        return lines[-1][-200:] if lines else "no words"


def holds_show(runtime: Path) -> bool:
    """A playout runs from this folder."""
    card = read_card(runtime, "playout")
    return card is not None and runs(card[0], PLAYOUT)


def runs(pid: int, module: str) -> bool:
    """The process is there and runs `module`: it is who its card says, not a stranger with its number."""
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and module in process.cmdline()
    except psutil.Error:
        return False


def _environment() -> dict[str, str]:
    """The children's environment.

    What importing cv2 sets would send Qt to the wrong plugins; and more threads for the small matrices of the viseme
    network cost more than they bring. Cards are counted as the driver's own tool counts them, so that `cuda:1` is the
    one that the settings show.
    """
    dropped = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
    kept = {key: value for key, value in child_environment().items() if key not in dropped}
    return {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "CUDA_DEVICE_ORDER": "PCI_BUS_ID", **kept}
