"""What serves the hall comes first, as far as the user may, and what it starts does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from engine.ipc import priority

PROGRAM = """
import json, os, subprocess, sys, threading
from engine.ipc.priority import as_others, come_first
granted = come_first()
mine, threads = os.sched_getscheduler(0), []
thread = threading.Thread(target=lambda: threads.append(os.sched_getscheduler(0)))
thread.start(); thread.join()
with as_others():
    child = subprocess.run([sys.executable, "-c", "import os; print(os.sched_getscheduler(0))"], capture_output=True)
print(json.dumps([granted, mine, threads[0], int(child.stdout), os.sched_getscheduler(0)]))
"""


def test_threads_come_first_too_and_children_do_not() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, timeout=60)
    granted, mine, thread, child, after = json.loads(ran.stdout)
    assert mine == thread == after == (os.SCHED_RR if granted == "real time" else os.SCHED_OTHER)
    assert child == os.SCHED_OTHER
    assert granted in ("real time", "urgent", "ordinary")


def refuse(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.parametrize(("nice", "granted"), [(lambda _: -10, "urgent"), (refuse, "ordinary")])
def test_a_user_who_may_not_gets_what_there_is(monkeypatch: pytest.MonkeyPatch, nice: object, granted: str) -> None:
    monkeypatch.setattr(os, "sched_setscheduler", refuse)
    monkeypatch.setattr(os, "nice", nice)
    assert priority.come_first() == granted


def test_a_system_without_priorities_starts_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """As macOS, which knows neither, where the user may not ask for more."""
    for name in ("sched_setscheduler", "sched_getscheduler"):
        monkeypatch.delattr(os, name)
    monkeypatch.setattr(os, "nice", refuse)
    assert priority.come_first() == "ordinary"
    with priority.as_others():
        pass
