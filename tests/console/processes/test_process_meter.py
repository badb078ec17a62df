from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil
import pytest

from console.processes.process_meter import ProcessMeter


class Process:
    """A process that takes what the test says."""

    def __init__(self, *samples: tuple[float, float]) -> None:
        self.samples = list(samples)
        self._memory = 0.0

    def cpu_percent(self) -> float:
        percent, self._memory = self.samples.pop(0)
        return percent

    def memory_full_info(self) -> object:
        return type("Memory", (), {"uss": self._memory * 2**20})()


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> dict[int, Process]:
    known: dict[int, Process] = {}

    def find(pid: int) -> Process:
        if pid not in known:
            raise psutil.NoSuchProcess(pid)
        return known[pid]

    monkeypatch.setattr(psutil, "Process", find)
    return known


def test_the_figures_are_means_peaks_and_the_last_memory(processes: dict[int, Process]) -> None:
    processes[1] = Process((0.0, 0), (10.0, 50), (30.0, 60))
    meter = ProcessMeter()
    meter.begin({"engine": 1})
    meter.sample({"engine": 1})
    meter.sample({"engine": 1})
    assert meter.figures() == {
        "engine": {"cpu_percent": 20.0, "cpu_max_percent": 30.0, "memory_mb": 60.0, "memory_settled_mb": 60.0}
    }


def test_memory_counts_as_settled_after_a_minute(processes: dict[int, Process]) -> None:
    processes[1] = Process((0.0, 0), *((1.0, number) for number in range(100)))
    meter = ProcessMeter()
    meter.begin({"engine": 1})
    for _ in range(100):
        meter.sample({"engine": 1})
    figures = meter.figures()["engine"]
    assert (figures["memory_settled_mb"], figures["memory_mb"]) == (60.0, 99.0)


def test_a_restarted_process_goes_on_under_its_name_and_its_first_cpu_does_not_count(
    processes: dict[int, Process],
) -> None:
    processes[1] = Process((0.0, 0), (10.0, 50))
    processes[2] = Process((0.0, 40), (20.0, 45))
    meter = ProcessMeter()
    meter.begin({"engine": 1})
    meter.sample({"engine": 1})
    meter.sample({"engine": 2})
    meter.sample({"engine": 2})
    assert meter.figures()["engine"]["cpu_percent"] == 15.0
    assert meter.figures()["engine"]["memory_mb"] == 45.0


def test_a_process_that_is_gone_is_passed_over(processes: dict[int, Process]) -> None:
    meter = ProcessMeter()
    meter.begin({"engine": 9})
    meter.sample({"engine": 9})
    assert meter.figures() == {}


def test_beginning_forgets_what_was_before(processes: dict[int, Process]) -> None:
    processes[1] = Process((0.0, 0), (99.0, 50), (0.0, 50), (10.0, 50))
    meter = ProcessMeter()
    meter.begin({"engine": 1})
    meter.sample({"engine": 1})
    meter.begin({"engine": 1})
    meter.sample({"engine": 1})
    assert meter.figures()["engine"]["cpu_max_percent"] == 10.0


def test_real_processes_are_measured() -> None:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        meter = ProcessMeter()
        pids = {"busy": busy.pid, "me": os.getpid()}
        begun = time.monotonic()
        meter.begin(pids)
        deadline = psutil.Process(busy.pid).cpu_times().user + 0.2
        while psutil.Process(busy.pid).cpu_times().user < deadline:
            pass
        meter.sample(pids)
        at_least = 100 * 0.2 / (time.monotonic() - begun)  # as much of a core as others have left it
        busy.kill()
    figures = meter.figures()
    assert figures["busy"]["cpu_percent"] > at_least / 2 and figures["me"]["memory_mb"] > 10
