"""Long work beside the window: real child processes and real threads, and every way in which they end."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from unittest.mock import MagicMock

import psutil
import pytest
from PySide6.QtCore import QProcess, QThread
from pytestqt.qtbot import QtBot

from console.jobs import NOT_STARTED, ChildEnded, ChildJob, ThreadJob, fault_inside
from engine.ipc.json_lines import said_in

WAIT_MS = 20_000

PROGRESS = """
import json, sys
for frame in range(3):
    print(json.dumps({"event": "progress", "frame": frame}), flush=True)
print(json.dumps({"event": "done", "order": sys.stdin.readline().strip()}), flush=True)
"""

UNTIL_STOPPED = """
import json, sys
print(json.dumps({"event": "begun"}), flush=True)
sys.stdin.read()
print(json.dumps({"event": "stopped"}), flush=True)
"""

STUBBORN = """
import json, time
print(json.dumps({"event": "begun"}), flush=True)
time.sleep(600)
"""

RUBBISH = r"""
import os
os.write(1, b'\xff\xfe no JSON\n[1, 2]\n"a word"\n\n{"event": "good", "n": 1}\n{"event": \n' + b"[" * 100_000 + b"\n")
os.write(1, b'{"event": "half')
"""

FLOOD = """
import os
for _ in range(64):
    os.write(1, b"x" * (1 << 16))
os.write(1, b'\\n{"event": "done"}\\n')
"""

COMPLAINS = """
import os, sys
os.write(2, b"a" * (1 << 18) + b"\\nthe last word\\n")
sys.exit(7)
"""


class Watched:
    """A job, and all that it told."""

    def __init__(self) -> None:
        self.job = ChildJob()
        self.heard: list[dict[str, object]] = []
        self.ended: list[ChildEnded] = []
        self.job.heard.connect(self.heard.append)
        self.job.ended.connect(self.ended.append)

    def start(self, program: str, order: str = "") -> None:
        self.job.start([sys.executable, "-c", program], order)

    @property
    def events(self) -> list[object]:
        return [said["event"] for said in self.heard]

    @property
    def process(self) -> psutil.Process:
        (found,) = self.job.findChildren(QProcess)
        return psutil.Process(found.processId())


@pytest.fixture
def child(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched()
    yield made
    made.job.close(0)


def test_a_child_gets_its_order_says_how_far_it_is_and_ends_with_its_last_word(child: Watched, qtbot: QtBot) -> None:
    child.start(PROGRESS, "an order")
    assert child.job.busy
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert [said.get("frame") for said in child.heard] == [0, 1, 2, None]
    assert child.ended == [ChildEnded({"event": "done", "order": "an order"}, 0, "")]
    assert child.ended[0].event == "done" and not child.job.busy


def test_the_next_one_may_be_started_when_the_last_has_ended(child: Watched, qtbot: QtBot) -> None:
    child.job.ended.connect(lambda ended: child.start(PROGRESS, "again") if len(child.ended) == 1 else None)
    child.start(PROGRESS, "once")
    with pytest.raises(RuntimeError, match="one child"):
        child.start(PROGRESS)
    qtbot.waitUntil(lambda: len(child.ended) == 2, timeout=WAIT_MS)
    assert [each.last["order"] for each in child.ended] == ["once", "again"]


def test_a_child_that_is_asked_to_stop_ends_by_itself(child: Watched, qtbot: QtBot) -> None:
    child.start(UNTIL_STOPPED)
    qtbot.waitUntil(lambda: child.events == ["begun"], timeout=WAIT_MS)
    child.job.stop(WAIT_MS)
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert (child.ended[0].event, child.ended[0].code) == ("stopped", 0)


def test_a_child_that_does_not_stop_is_killed_when_patience_is_over(child: Watched, qtbot: QtBot) -> None:
    child.start(STUBBORN)
    qtbot.waitUntil(lambda: child.events == ["begun"], timeout=WAIT_MS)
    process = child.process
    child.job.stop(50)
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert child.ended[0].event == "begun" and child.ended[0].code != 0
    assert not process.is_running()


@pytest.mark.parametrize(("program", "patience_ms"), [(UNTIL_STOPPED, WAIT_MS), (STUBBORN, 0), (STUBBORN, 50)])
def test_after_closing_the_child_is_gone_and_nothing_is_told(
    child: Watched, qtbot: QtBot, program: str, patience_ms: int
) -> None:
    child.start(program)
    qtbot.waitUntil(lambda: child.events == ["begun"], timeout=WAIT_MS)
    process = child.process
    child.job.close(patience_ms)
    assert not process.is_running() and not child.job.busy
    qtbot.wait(50)
    assert child.events == ["begun"] and child.ended == []
    child.start(PROGRESS)
    child.job.stop()
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert child.ended[0].event == "done", "and the job may be used again"


def test_a_listener_that_closes_in_the_middle_hears_no_more(child: Watched, qtbot: QtBot) -> None:
    child.job.heard.connect(lambda said: child.job.close(0))
    child.start('print(\'{"event": "one"}\\n{"event": "two"}\', flush=True); import time; time.sleep(600)')
    qtbot.waitUntil(lambda: bool(child.heard), timeout=WAIT_MS)
    qtbot.wait(50)
    assert child.events == ["one"] and child.ended == []


def test_a_child_that_dies_leaves_its_last_word(child: Watched, qtbot: QtBot) -> None:
    child.start(STUBBORN)
    qtbot.waitUntil(lambda: child.events == ["begun"], timeout=WAIT_MS)
    child.process.kill()
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert child.ended[0].event == "begun" and child.ended[0].code not in (0, NOT_STARTED)


def test_what_a_child_complains_is_kept_the_end_of_it(child: Watched, qtbot: QtBot) -> None:
    child.start(COMPLAINS)
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert child.ended[0].code == 7 and child.ended[0].complaints.endswith("\nthe last word")
    assert len(child.ended[0].complaints) <= 1 << 16


def test_rubbish_is_passed_over(child: Watched, qtbot: QtBot) -> None:
    child.start(RUBBISH)
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert child.heard == [{"event": "good", "n": 1}]
    assert child.ended[0].last == {"event": "good", "n": 1} and child.ended[0].code == 0


def test_a_line_without_an_end_takes_no_memory(child: Watched, qtbot: QtBot) -> None:
    child.start(FLOOD)
    kept = 0

    def over() -> bool:
        nonlocal kept
        kept = max(kept, len(child.job._rest))
        return bool(child.ended)

    qtbot.waitUntil(over, timeout=WAIT_MS)
    assert child.events == ["done"] and kept <= 1 << 20


def test_a_program_that_is_not_there_ends_at_once(child: Watched, qtbot: QtBot) -> None:
    child.job.start(["/no/such/program"], "an order")
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert child.ended == [ChildEnded({}, NOT_STARTED, "")] and not child.job.busy


def test_a_child_is_given_no_secrets(child: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROQ_API_KEY", "gsk_secret")
    child.start("import json, os; print(json.dumps({'event': 'done', 'key': os.environ.get('GROQ_API_KEY')}))")
    qtbot.waitUntil(lambda: bool(child.ended), timeout=WAIT_MS)
    assert child.ended[0].last["key"] is None


@pytest.mark.parametrize("line", ["", "{", "3", "[]", '"a"', b"\xff", "[" * 100_000])
def test_what_is_no_object_says_nothing(line: str | bytes) -> None:
    assert said_in(line) == {}


# -- threads ---------------------------------------------------------------------------------------------------


@pytest.fixture
def log() -> MagicMock:
    return MagicMock()


@pytest.fixture
def job(log: MagicMock, qtbot: QtBot) -> Iterator[ThreadJob]:
    made = ThreadJob("the work", log)
    yield made
    made.close()
    assert not threads()


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "the work"]


def over(job: ThreadJob) -> Callable[[], bool]:
    return lambda: not job.busy


def test_a_function_runs_in_its_own_thread_and_its_result_comes_in_the_windows(job: ThreadJob, qtbot: QtBot) -> None:
    seen: list[object] = []

    def work(stop: threading.Event) -> str:
        seen.append(threading.current_thread().name)
        return "the result"

    def done(result: str) -> None:
        seen.extend([result, QThread.currentThread() is job.thread(), job.busy])

    job.start(work, done)
    assert job.busy
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    assert seen == ["the work", "the result", True, False]


def test_another_function_may_be_started_where_the_first_is_told(job: ThreadJob, qtbot: QtBot) -> None:
    results: list[int] = []

    def done(result: int) -> None:
        results.append(result)
        if result < 3:
            job.start(lambda stop: result + 1, done)

    job.start(lambda stop: 1, done)
    with pytest.raises(RuntimeError, match="one function"):
        job.start(lambda stop: 1, done)
    qtbot.waitUntil(lambda: results == [1, 2, 3] and not job.busy, timeout=WAIT_MS)


def test_an_exception_is_logged_and_told(job: ThreadJob, log: MagicMock, qtbot: QtBot) -> None:
    told: list[Exception] = []

    def work(stop: threading.Event) -> None:
        raise ZeroDivisionError("by nothing")

    job.start(work, lambda result: pytest.fail("it came to nothing"), told.append)
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert fault_inside(told[0]) == "That failed inside Compere (ZeroDivisionError): the log has more."
    log.exception.assert_called_once_with("job failed", job="the work")
    job.start(work, lambda result: None)
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    assert len(told) == 1 and log.exception.call_count == 2, "and nobody need ask for it"
    job.start(work, lambda result: None, told.append, expected=(KeyError, ArithmeticError))
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    assert len(told) == 2 and log.exception.call_count == 2, "an answer is no mistake"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_is_ended_from_within_leaves_room_for_the_next(job: ThreadJob, qtbot: QtBot) -> None:
    def work(stop: threading.Event) -> None:
        raise SystemExit(3)

    job.start(work, lambda result: pytest.fail("it came to nothing"))
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    results: list[int] = []
    job.start(lambda stop: 1, results.append)
    qtbot.waitUntil(lambda: results == [1], timeout=WAIT_MS)


def test_a_function_that_is_asked_to_stop_sees_it_and_its_result_counts(job: ThreadJob, qtbot: QtBot) -> None:
    results: list[bool] = []
    job.start(lambda stop: stop.wait(60), results.append)
    assert not job.stopping
    job.stop()
    assert job.stopping
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    assert results == [True]
    job.start(lambda stop: stop.is_set(), results.append)
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    assert results == [True, False], "the next one is not asked"


def test_closing_waits_for_the_thread_and_nothing_is_told(job: ThreadJob, qtbot: QtBot) -> None:
    told: list[object] = []
    begun = threading.Event()

    def work(stop: threading.Event) -> str:
        begun.set()
        stop.wait(60)
        return "too late"

    job.start(work, told.append, told.append)
    assert begun.wait(10)
    job.close()
    assert not threads() and not job.busy
    qtbot.wait(50)
    assert told == []
    job.start(lambda stop: "again", told.append)
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    assert told == ["again"]


def test_closing_waits_only_so_long_and_a_late_result_disturbs_nobody(job: ThreadJob, qtbot: QtBot) -> None:
    told: list[str] = []
    free, first = threading.Event(), threading.Event()

    def deaf(stop: threading.Event) -> str:
        free.wait(60)
        first.set()
        return "late"

    job.start(deaf, told.append)
    before = time.monotonic()
    job.close(0.05)
    assert time.monotonic() - before < 30 and threads()
    job.start(lambda stop: (free.set(), first.wait(60), "fresh")[-1], told.append)
    qtbot.waitUntil(over(job), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not threads(), timeout=WAIT_MS)
    qtbot.wait(50)
    assert told == ["fresh"]


def test_settling_waits_to_the_end_and_tells_it_once(job: ThreadJob, qtbot: QtBot) -> None:
    told: list[bool] = []
    job.start(lambda stop: stop.wait(0.05), told.append)
    job.settle(10)
    assert told == [False] and not job.busy, "it was not asked to stop"
    qtbot.wait(50)
    assert told == [False]
    job.settle(10)


def test_an_owner_that_is_gone_is_missed_by_nobody(log: MagicMock, qtbot: QtBot) -> None:
    gone = threading.Event()
    job = ThreadJob("the work", log)
    job.start(lambda stop: gone.wait(60), lambda result: pytest.fail("nobody is there"))
    thread = job._thread
    assert thread is not None
    import shiboken6

    shiboken6.delete(job)
    gone.set()
    thread.join(10)
    assert not thread.is_alive()
    log.info.assert_called_once_with("job for nobody", job="the work")
