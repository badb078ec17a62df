"""CPU and memory of the processes of a show."""

from __future__ import annotations

import contextlib
from typing import Any

import psutil


class ProcessMeter:
    """Adds up what each process takes; a restarted one goes on under the same name."""

    def __init__(self) -> None:
        self._processes: dict[int, psutil.Process] = {}
        self._cpu: dict[str, list[float]] = {}
        self._memory: dict[str, list[float]] = {}

    def begin(self, pids: dict[str, int]) -> None:
        """Start counting: psutil measures CPU between two calls."""
        self._cpu.clear()
        self._memory.clear()
        for pid in pids.values():
            with contextlib.suppress(psutil.Error):
                self._process(pid).cpu_percent()

    def sample(self, pids: dict[str, int]) -> None:
        """Take one sample of each process, by name."""
        for name, pid in pids.items():
            fresh = pid not in self._processes
            with contextlib.suppress(psutil.Error):
                process = self._process(pid)
                percent = process.cpu_percent()
                memory = process.memory_full_info().uss / 2**20
                if not fresh:
                    self._cpu.setdefault(name, []).append(percent)
                self._memory.setdefault(name, []).append(memory)

    def figures(self) -> dict[str, dict[str, Any]]:
        """Mean and highest CPU in percent of one core, and memory of its own in MB, by name."""
        return {
            name: {
                "cpu_percent": round(sum(values) / len(values), 1),
                "cpu_max_percent": round(max(values), 1),
                "memory_mb": round(self._memory[name][-1], 1),
                "memory_settled_mb": round(self._memory[name][min(60, len(self._memory[name]) - 1)], 1),
            }
            for name, values in self._cpu.items()
        }

    def _process(self, pid: int) -> psutil.Process:
        if pid not in self._processes:
            self._processes[pid] = psutil.Process(pid)
        return self._processes[pid]
