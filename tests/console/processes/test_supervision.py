"""Real child processes, small ones: `tests/fakes/ward_child.py`."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import MagicMock

import psutil
import pytest
from pytestqt.qtbot import QtBot

from console.processes import supervision
from console.processes.supervision import SupervisedProcess, runs
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Fault, Interrupt
from engine.ipc.transport import read_card
from tests.fakes.children import ROOT

MODULE = "tests.fakes.ward_child"

HUNG_S = 0.4
"""No answer for this long, and the child is killed."""


class Supervised:
    """A ward and what it told. `behaviours` is taken one by one at each start; the last stays."""

    def __init__(self, home: Path, behaviours: list[str], module: str = MODULE) -> None:
        self.runtime, self.logs = home / "run", home / "log"
        self.behaviours = behaviours
        self.log = MagicMock()
        self.supervised = SupervisedProcess(
            "fake", module, self.runtime, self.logs, self._arguments, self.log, hung_s=HUNG_S
        )
        self.joined = 0
        self.heard: list[Message] = []
        self.why: list[str] = []
        self.supervised.joined.connect(self._count)
        self.supervised.received.connect(self.heard.append)
        self.supervised.lost.connect(self.why.append)

    def _arguments(self) -> list[str]:
        return [self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]]

    def _count(self) -> None:
        self.joined += 1

    @property
    def pauses(self) -> list[float]:
        """How long it waited before each restart, in seconds."""
        return [call.kwargs["restart_in_s"] for call in self.log.warning.call_args_list if call.args == ("child lost",)]

    @property
    def errors(self) -> str:
        return (self.logs / "fake.stderr").read_text()


Supervise = Callable[..., Supervised]


@pytest.fixture
def supervise_(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Supervise]:
    """Makes supervised children, begun at once, and ends them."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(supervision, "_PING_MS", 50)
    monkeypatch.setattr(supervision, "_START_S", 60.0)  # a busy computer is no fault of a child's
    monkeypatch.setattr(supervision, "_PAUSES_S", (0.0, 0.02, 0.05))
    made: list[Supervised] = []

    def make(*behaviours: str, module: str = MODULE) -> Supervised:
        one = Supervised(home, list(behaviours) or ["good"], module)
        made.append(one)
        one.supervised.begin()
        return one

    yield make
    for one in made:
        one.supervised.end(0.3)


def gone(pid: int) -> bool:
    return not runs(pid, MODULE)


def test_a_child_is_started_and_spoken_with(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)
    assert child.supervised.up and child.supervised.up_since is not None and child.supervised.pid is not None
    child.supervised.send(Interrupt(asked_ns=0))
    qtbot.waitUntil(lambda: len(child.heard) == 1)
    assert child.heard == [Fault(kind="command", sentence=str(child.supervised.pid))], "pongs are nobody's business"


def test_a_second_engine_is_counted_among_the_processes_while_it_runs(supervise_: Supervise, qtbot: QtBot) -> None:
    supervised = supervise_().supervised
    qtbot.waitUntil(lambda: supervised.up)
    second = supervised.sibling("second", ())
    alone = {supervised._name: supervised.pid}
    assert supervised.pids == alone
    second.pid = 7
    assert supervised.pids == alone | {"second": 7}
    second.pid = None
    assert supervised.pids == alone


def test_a_child_that_answers_its_pings_is_left_alone(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    qtbot.waitUntil(lambda: child.supervised._ping > 15)  # 750 ms, twice what would be called hanging
    assert child.joined == 1 and child.why == [] and child.supervised.restarts == 0


def test_a_console_that_stood_still_itself_blames_no_child(supervise_: Supervise, qtbot: QtBot) -> None:
    """What was answered meanwhile is not read yet when the first timer fires: playout would be killed on air."""
    child = supervise_()
    qtbot.waitUntil(lambda: child.supervised._ping > 2)
    still = time.monotonic() + 3 * HUNG_S
    while time.monotonic() < still:
        pass  # as a dialog or a disk that hangs
    child.supervised._check()
    assert child.why == [] and child.supervised.restarts == 0
    before = child.supervised._ping
    qtbot.waitUntil(lambda: child.supervised._ping > before + 10)
    assert child.joined == 1 and child.why == []


def test_a_killed_child_is_noticed_and_started_again_at_once(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)
    first = child.supervised.pid
    assert first is not None
    pids: list[int | None] = []
    child.supervised.lost.connect(lambda _why: pids.append(child.supervised.pid))
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: len(child.why) == 1)
    assert pids == [None], "a dead child's number may be a stranger's soon"
    assert "code -9" in child.why[0]
    qtbot.waitUntil(lambda: child.joined == 2)
    assert child.supervised.pid not in (None, first)
    assert child.supervised.restarts == 1 and child.pauses == [0.0]


def test_a_hanging_child_says_where_is_killed_and_started_again(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_("hang", "good")
    qtbot.waitUntil(lambda: child.joined == 1)
    first = child.supervised.pid
    assert first is not None
    child.supervised.send(Interrupt(asked_ns=0))
    qtbot.waitUntil(lambda: child.joined == 2)
    assert gone(first) and "did not answer" in child.why[0]
    assert "think_forever" in child.errors


def test_a_child_that_dies_at_once_is_started_again_with_longer_and_longer_pauses(
    supervise_: Supervise, qtbot: QtBot
) -> None:
    child = supervise_("die", "die", "die", "die", "good")
    qtbot.waitUntil(lambda: child.joined == 1, timeout=10_000)
    assert child.pauses == [0.0, 0.02, 0.05, 0.05]
    assert all("code 3: my last words" in why for why in child.why)


def test_the_pauses_begin_again_after_a_healthy_time(
    supervise_: Supervise, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = supervise_("die", "die", "good")
    qtbot.waitUntil(lambda: child.joined == 1)
    for healthy_s, pause in ((1e9, 0.05), (0.0, 0.0), (1e9, 0.02)):
        monkeypatch.setattr(supervision, "_HEALTHY_S", healthy_s)
        joined = child.joined
        assert child.supervised.pid is not None
        os.kill(child.supervised.pid, signal.SIGKILL)
        qtbot.waitUntil(lambda joined=joined: child.joined == joined + 1)
        assert child.pauses[-1] == pause


def test_a_child_that_never_opens_its_door_is_killed(
    supervise_: Supervise, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervision, "_START_S", 1.5)
    child = supervise_("late", "good")
    first = child.supervised.pid
    assert first is not None
    qtbot.waitUntil(lambda: len(child.why) == 1)
    monkeypatch.setattr(supervision, "_START_S", 60.0)
    qtbot.waitUntil(lambda: child.joined == 1, timeout=30_000)
    assert gone(first) and "was not ready" in child.why[0] and "think_forever" in child.errors


def test_a_module_that_is_not_there_is_said_so(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_(module="tests.fakes.nobody")
    qtbot.waitUntil(lambda: len(child.why) >= 1)
    assert "No module named tests.fakes.nobody" in child.why[0]


def test_a_child_that_cannot_be_started_is_tried_again(
    supervise_: Supervise, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no memory")

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", refuse)
        child = supervise_()
        qtbot.waitUntil(lambda: len(child.why) >= 2)
    assert "could not be started: no memory" in child.why[0]
    qtbot.waitUntil(lambda: child.joined == 1)


def test_a_new_console_adopts_the_child_of_an_earlier_one(supervise_: Supervise, qtbot: QtBot) -> None:
    earlier = supervise_()
    qtbot.waitUntil(lambda: earlier.joined == 1)
    pid = earlier.supervised.pid
    earlier.supervised.leave()
    assert pid is not None and not gone(pid), "it runs on"
    later = supervise_()
    assert (
        later.joined == 1
        and later.supervised.pid == pid
        and later.supervised.restarts == 0
        and later.supervised.adopted
    )
    later.supervised.send(Interrupt(asked_ns=0))
    qtbot.waitUntil(lambda: later.heard == [Fault(kind="command", sentence=str(pid))])
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: later.joined == 2)
    assert later.supervised.pid not in (None, pid) and earlier.joined == 1


def test_a_child_of_another_show_is_ended_and_not_adopted(supervise_: Supervise, qtbot: QtBot) -> None:
    earlier = supervise_()
    qtbot.waitUntil(lambda: earlier.joined == 1, timeout=30_000)
    pid = earlier.supervised.pid
    assert pid is not None and not earlier.supervised.adopted
    earlier.supervised.leave()
    later = Supervised(earlier.runtime.parent, ["good"])
    later.supervised.begin(adopt=False)
    try:
        assert gone(pid) and not later.supervised.adopted
        qtbot.waitUntil(lambda: later.joined == 1, timeout=30_000)
        assert later.supervised.pid not in (None, pid)
    finally:
        later.supervised.end(0.3)


def test_a_stranger_with_the_number_of_a_dead_child_is_left_alone(
    supervise_: Supervise, qtbot: QtBot, home: Path
) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    try:
        (home / "run").mkdir()
        (home / "run" / "fake.card").write_text(f"{stranger.pid} token {home / 'run' / 'fake.sock'}\n")
        child = supervise_()
        qtbot.waitUntil(lambda: child.joined == 1)
        assert child.supervised.pid != stranger.pid and stranger.poll() is None
    finally:
        stranger.communicate()


def test_a_child_whose_door_is_broken_is_replaced(supervise_: Supervise, qtbot: QtBot) -> None:
    earlier = supervise_()
    qtbot.waitUntil(lambda: earlier.joined == 1)
    pid = earlier.supervised.pid
    assert pid is not None
    earlier.supervised.leave()
    (earlier.runtime / "fake.sock").unlink()
    with socket.socket(socket.AF_UNIX) as nobody:
        nobody.bind(str(earlier.runtime / "fake.sock"))
        later = supervise_()
        qtbot.waitUntil(lambda: later.joined == 1)
    assert gone(pid) and later.supervised.pid != pid


def test_at_the_end_the_child_stops_by_itself_and_is_not_started_again(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)
    pid = child.supervised.pid
    assert pid is not None
    child.supervised.end()
    assert gone(pid) and child.supervised.pid is None
    assert read_card(child.runtime, "fake") is None, "it had time to tidy up"
    qtbot.wait(100)
    assert child.why == [] and not child.supervised.up
    child.supervised.end()


def test_a_child_that_does_not_mind_is_killed_at_the_end(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_("deaf")
    qtbot.waitUntil(lambda: child.joined == 1)
    pid = child.supervised.pid
    assert pid is not None
    child.supervised.end(0.1)
    assert gone(pid)


@pytest.mark.parametrize("behaviour", ["late", "die"])
def test_it_can_end_while_the_child_is_only_starting(supervise_: Supervise, behaviour: str) -> None:
    child = supervise_(behaviour)
    pid = child.supervised.pid
    assert pid is not None
    child.supervised.end(0.05)
    assert gone(pid) and child.supervised.pid is None


def test_sending_to_nobody_is_nothing(supervise_: Supervise) -> None:
    child = supervise_("late")
    child.supervised.send(Interrupt(asked_ns=0))
    assert not child.supervised.up


def test_nothing_that_misleads_qt_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_FONTDIR", "/cv2")
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/cv2")
    handed = supervision._environment()
    assert not {"QT_QPA_FONTDIR", "QT_QPA_PLATFORM_PLUGIN_PATH"} & set(handed)
    assert handed["PATH"] == os.environ["PATH"]


def test_who_runs_what_is_asked_of_the_system() -> None:
    assert not runs(os.getpid(), MODULE)
    words = [sys.executable, "-c", "print(flush=True); input()", MODULE]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdout.readline()
        assert runs(process.pid, MODULE) and not runs(process.pid, "engine.process")
        process.stdin.close()
        psutil.Process(process.pid).wait(5)
    assert not runs(process.pid, MODULE)


def test_a_restart_by_request_is_no_fault(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)
    first = child.supervised.pid
    child.supervised.restart()
    qtbot.waitUntil(lambda: child.joined == 2)
    assert child.supervised.pid != first and child.supervised.restarts == 0
    assert child.why == [supervision.REQUESTED] and child.pauses == []


def test_a_restart_of_nobody_is_nothing(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    child.supervised.restart()
    qtbot.waitUntil(lambda: child.joined == 1)
    assert child.why == []


def test_a_folder_that_takes_no_words_keeps_no_child_from_starting_and_coming_back(
    supervise_: Supervise, qtbot: QtBot, home: Path
) -> None:
    (home / "log").touch()
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)
    assert child.supervised.pid is not None
    os.kill(child.supervised.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: child.joined == 2)


def test_a_child_comes_back_whatever_those_who_are_told_make_of_it(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)

    def fail(why: str) -> None:
        raise RuntimeError("nobody wants to hear it")

    child.log.warning.side_effect = OSError(28, "No space left on device")
    child.supervised.lost.connect(fail)
    assert child.supervised.pid is not None
    with qtbot.capture_exceptions() as raised:
        os.kill(child.supervised.pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: child.joined == 2)
    assert raised


def test_a_child_gets_no_keys(supervise_: Supervise, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROQ_API_KEY", "gsk_secret")
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)
    environment = psutil.Process(child.supervised.pid).environ()
    assert "GROQ_API_KEY" not in environment and "PATH" in environment


def test_what_a_child_says_without_end_is_cut(supervise_: Supervise, qtbot: QtBot) -> None:
    child = supervise_()
    qtbot.waitUntil(lambda: child.joined == 1)
    path = child.logs / "fake.stderr"
    with path.open("ab") as file:
        file.write(b"x" * (3 << 20))
    qtbot.waitUntil(lambda: path.stat().st_size == 0)
    assert child.joined == 1
