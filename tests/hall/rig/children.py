"""Child processes of the hall: started in groups of their own, waited for by condition, stopped by pid."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TAIL_LINES = 15


class HallError(Exception):
    """The hall could not be built or asked. The message says what failed and ends with the log of the one at fault."""


def wait_until(
    condition: Callable[[], bool],
    *,
    within_s: float,
    what: str,
    child: Child | None = None,
    every_s: float = 0.02,
) -> None:
    """Wait until `condition()` is true.

    Args:
        condition: asked again and again; must be cheap.
        within_s: seconds after which to give up.
        what: ends the sentence "waited for ..." in the error.
        child: the process that must stay alive meanwhile; its log ends the error.
        every_s: pause between two questions, seconds.

    Raises:
        HallError: time is up, or the child has ended.
    """
    deadline = time.monotonic() + within_s
    while not condition():
        if child is not None and not child.alive:
            raise HallError(f"{child.name} ended (code {child.returncode}) before {what}\n{child.log_tail()}")
        if time.monotonic() > deadline:
            tail = child.log_tail() if child is not None else ""
            raise HallError(f"waited {within_s:g} s in vain for {what}\n{tail}")
        time.sleep(every_s)


class Child:
    """One process in a session and process group of its own.

    Attributes:
        name: for errors and the log file's name.
        process: the Popen object.
        log: the file that holds its stdout (unless piped) and stderr.
    """

    def __init__(self, name: str, process: subprocess.Popen[bytes], log: Path) -> None:
        self.name = name
        self.process = process
        self.log = log

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    @property
    def returncode(self) -> int | None:
        return self.process.poll()

    def log_tail(self) -> str:
        """The last lines it wrote, each indented, for an error message."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()[-TAIL_LINES:]
        except OSError:
            return ""
        return "\n".join(f"    {self.name}: {line}" for line in lines)

    def signal_group(self, number: int) -> None:
        """Send a signal to the child and to whatever it has started in its group."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, number)

    def stop(self, *, grace_s: float = 2.0) -> None:
        """Ask it to end, kill its group after `grace_s`, and reap it. Harmless when it has already ended."""
        if self.alive:
            self.signal_group(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(grace_s)
        # The leader may be gone while a grandchild lives on: the group gets the last word in any case.
        self.signal_group(signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


class Nursery:
    """Starts children and ends all of them, also when this process is killed.

    The kernel ends a child when the *thread* that started it ends (PR_SET_PDEATHSIG). So every child is
    started from one thread that lives as long as the nursery: tests may call in from passing threads.

    Attributes:
        children: in the order of their start; ended ones stay until `close`.
    """

    def __init__(self, logs: Path) -> None:
        self.children: list[Child] = []
        self._logs = logs
        self._logs.mkdir(parents=True, exist_ok=True)
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="nursery")
        self._lock = threading.Lock()
        self._setpriv = shutil.which("setpriv")

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        env: Mapping[str, str],
        stdin: int = subprocess.DEVNULL,
        stdout: int | None = None,
        pass_fds: Sequence[int] = (),
        die_with_us: bool = True,
    ) -> Child:
        """Start one process.

        Args:
            name: what errors call it.
            command: program and arguments.
            env: the whole environment.
            stdin, stdout: as for Popen; stdout None means the log file.
            pass_fds: descriptors the child keeps.
            die_with_us: let the kernel end it when this process dies.

        Raises:
            HallError: the program is not installed.
        """
        program = str(command[0])
        if shutil.which(program, path=env.get("PATH")) is None:
            raise HallError(f"{program} is not installed; the hall in tests needs it")
        words = [str(word) for word in command]
        if die_with_us and self._setpriv is not None:
            words = [self._setpriv, "--pdeathsig", "KILL", "--", *words]
        with self._lock:
            number = len(self.children)
        log = self._logs / f"{number:02d}-{name}.log"

        def spawn() -> subprocess.Popen[bytes]:
            with log.open("ab") as sink:
                return subprocess.Popen(
                    words,
                    env=dict(env),
                    stdin=stdin,
                    stdout=sink if stdout is None else stdout,
                    stderr=sink,
                    pass_fds=pass_fds,
                    start_new_session=True,
                )

        child = Child(name, self._starter.submit(spawn).result(), log)
        with self._lock:
            self.children.append(child)
        return child

    def close(self) -> None:
        """End every child, youngest first. A failure with one does not spare the others."""
        with self._lock:
            children, self.children = self.children[::-1], []
        failures = []
        for child in children:
            try:
                child.stop()
            except OSError as error:
                failures.append(f"{child.name}: {error}")
        self._starter.shutdown(wait=True)
        if failures:
            raise HallError("could not end " + "; ".join(failures))


def ask(command: Sequence[str], *, env: Mapping[str, str], within_s: float = 5.0) -> str:
    """Run a short command and give what it printed.

    Raises:
        HallError: it is not installed, took too long or failed.
    """
    try:
        done = subprocess.run(
            list(command), env=dict(env), capture_output=True, text=True, timeout=within_s, check=True
        )
    except FileNotFoundError as error:
        raise HallError(f"{command[0]} is not installed; the hall in tests needs it") from error
    except subprocess.TimeoutExpired as error:
        raise HallError(f"{' '.join(command)} took more than {within_s:g} s") from error
    except subprocess.CalledProcessError as error:
        raise HallError(f"{' '.join(command)} failed: {(error.stderr or error.stdout).strip()}") from error
    return done.stdout
