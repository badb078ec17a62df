from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.processes import stop
from console.processes.stop import stop_all

OBEDIENT = """
import select, sys
from pathlib import Path
from engine.ipc.messages.core import Stop
from engine.ipc.transport import Listener
listener = Listener(Path(sys.argv[1]), sys.argv[2])
print("ready", flush=True)
links = []
while True:
    readable, _, _ = select.select([listener, *links], [], [])
    if listener in readable:
        links.append(listener.accept())
    for link in links:
        if any(isinstance(message, Stop) for message in link.receive()):
            listener.close()
            raise SystemExit
"""
STUBBORN = """
import sys, time
from pathlib import Path
from engine.ipc.transport import Listener
listener = Listener(Path(sys.argv[1]), sys.argv[2])
print("ready", flush=True)
time.sleep(60)
"""


@contextmanager
def playing(code: str, runtime: Path, name: str, module: str) -> Iterator[subprocess.Popen[str]]:
    """A process that gives itself out for `module`."""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(runtime), name, module], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        yield process
        process.kill()


@contextmanager
def bystander(*words: str) -> Iterator[subprocess.Popen[str]]:
    """Somebody who has nothing to do with us, but for these words on the command line."""
    command = [sys.executable, "-c", "import sys; print('ready', flush=True); sys.stdin.read()", *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        yield process


def test_with_nothing_running_it_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stop_all() == 0
    assert capsys.readouterr().out == "Compere is not running.\n"


def test_engine_and_playout_are_asked_to_stop(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runtime = home / "run"
    with (
        playing(OBEDIENT, runtime, "engine", "engine.process") as engine,
        playing(OBEDIENT, runtime, "playout", "console.playout.process") as playout,
    ):
        assert stop_all() == 0
        engine.wait(5)
        playout.wait(5)
    assert capsys.readouterr().out == "Ended: engine, playout.\n"
    assert list(runtime.iterdir()) == []


def test_who_does_not_mind_is_killed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(stop, "_GRACE_S", 0.1)
    with playing(STUBBORN, home / "run", "engine", "engine.process") as engine:
        assert stop_all() == 0
        assert engine.wait(5) == -9
    assert capsys.readouterr().out == "Ended: engine.\n"


def test_a_bystander_with_the_number_of_a_dead_process_is_left_alone(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runtime = home / "run"
    runtime.mkdir()
    with bystander() as process:
        for name in ("engine", "playout"):
            (runtime / f"{name}.card").write_text(f"{process.pid} token {runtime / name}.sock\n")
        (runtime / "console.lock").write_text(f"{process.pid}\ncompere\nhost\n")
        stop_all()
        assert process.poll() is None
        assert process.stdin is not None
        process.stdin.close()
    assert capsys.readouterr().out == "Compere is not running.\n"


@pytest.mark.parametrize("words", [("-m", "console"), ("/opt/bin/compere", "rehearse"), ("C:/compere.exe",)])
def test_the_console_that_holds_the_lock_is_ended(
    home: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    runtime = home / "run"
    runtime.mkdir()
    with bystander(*words) as console:
        (runtime / "console.lock").write_text(f"{console.pid}\ncompere\nhost\n")
        stop_all()
        console.wait(5)  # its code is lost: stop_all waited for it first
    assert capsys.readouterr().out == "Ended: console.\n"


@pytest.mark.parametrize("lock", ["", "no number\n", "999999999\n", "-1\n", f"{10**30}\n"])
def test_a_broken_lock_disturbs_nothing(home: Path, lock: str, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "run").mkdir()
    (home / "run" / "console.lock").write_text(lock)
    assert stop_all() == 0
    assert capsys.readouterr().out == "Compere is not running.\n"
