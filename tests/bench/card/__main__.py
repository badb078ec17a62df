"""`python -m tests.bench.card [--size small|real] [--budget-s N] [--out FOLDER] [--write]`, or `compere bench card`.

Watches the clock: what does not fit into the budget is left out, the last rows first. A row is printed and written as
it comes, so that a run that is cut short keeps what it had. Imports no torch.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .found import Found, not_measured, put, section, write_json

ROOT = Path(__file__).parents[3]
MEASURED = ROOT / "docs" / "MEASURED.md"

MEASURES = (
    "machine", "loading", "equality", "batches", "stages", "live", "film", "kernels",
    "ways", "fp8", "compiled", "tuned",
)  # fmt: skip
"""In the order in which they are wanted: the last ones are left out first."""

BUDGET_S = 345.0
"""Six minutes, less what ends and cleans up."""


class Run:
    """One run: its rows, and the time that is left.

    Args:
        words: of the command line. command: that line, for the report.
    """

    def __init__(self, words: argparse.Namespace, command: str) -> None:
        self._words, self._command = words, command
        self._begun = time.monotonic()
        self._day = datetime.date.today().isoformat()
        self._card = "unknown card"
        self.rows: list[Found] = []

    @property
    def left_s(self) -> float:
        return float(self._words.budget_s) - (time.monotonic() - self._begun)

    @property
    def about(self) -> dict[str, Any]:
        """What stands above the rows."""
        cores = f"{os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}"
        return {
            "command": self._command,
            "day": self._day,
            "machine": f"{platform.processor() or platform.machine()}, {cores}",
            "card": self._card,
            "size": self._words.size,
            "taken_s": round(time.monotonic() - self._begun, 1),
        }

    def add(self, found: Found) -> None:
        """Print a row and write all so far."""
        self.rows.append(found)
        mark = {True: " · kept", False: " · MISSED", None: ""}[found.kept]
        print(f"[{time.monotonic() - self._begun:5.0f} s] {found.what}: {found.measured}{mark}", flush=True)
        self.write()

    def write(self) -> None:
        """Write the report as it is now."""
        folder: Path = self._words.out
        write_json(folder / "card.json", self.about, self.rows)
        (folder / "card.md").write_text(section(self.about, self.rows) + "\n", encoding="utf-8")

    def measure(self, folder: Path) -> None:
        """All measures, by as many workers as it takes."""
        waiting = list(self._words.only or MEASURES)
        while waiting:
            if self.left_s <= 0:
                for name in waiting:
                    self.add(not_measured(name, "the time was up"))
                return
            waiting = self._work(folder, waiting)

    def _work(self, folder: Path, names: list[str]) -> list[str]:
        """Let one worker measure; gives what is still to be done when it has ended."""
        lines: queue.Queue[str | None] = queue.Queue()
        with (self._words.out / "card.stderr").open("a", encoding="utf-8") as said:
            options = ["--card", self._words.card, "--size", self._words.size, "--times", str(self._words.times)]
            command = [sys.executable, "-m", "tests.bench.card.worker", str(folder), *names, *options]
            worker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=said, text=True)
            reader = threading.Thread(target=_read, args=(worker, lines), daemon=True)
            reader.start()
            waiting, now, why = list(names), names[0], ""
            try:
                while (line := lines.get(timeout=max(0.01, self.left_s))) is not None:
                    told = _parsed(line)
                    self._card = str(told.get("card", self._card))
                    if "row" in told:
                        self.add(Found(**told["row"]))
                    now = str(told.get("begin", now))
                    if told.get("end") in waiting:
                        waiting.remove(str(told["end"]))
            except queue.Empty:
                why = "the time was up"
            finally:
                worker.kill()
                code = worker.wait()
                reader.join()
                assert worker.stdout is not None
                worker.stdout.close()
        if waiting and (why or now in waiting):
            self.add(not_measured(f"the rest of {now}", why or f"its process ended with {code}, see card.stderr"))
            waiting.remove(now)
        return waiting


def _read(worker: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    assert worker.stdout is not None
    for line in worker.stdout:
        lines.put(line)
    lines.put(None)


def _parsed(line: str) -> dict[str, Any]:
    """A worker's line; what a library prints between them is none."""
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure. Returns 1 when a promise was missed or nothing came."""
    parser = argparse.ArgumentParser(
        prog="compere bench card", description="Measures one graphics card in six minutes."
    )
    parser.add_argument(
        "--card", default="auto", help="auto, cuda:0 …, or cpu; auto takes the processor without a card"
    )
    parser.add_argument("--size", choices=("small", "real"), default="real", help="of the networks")
    parser.add_argument("--budget-s", type=float, default=BUDGET_S, help="seconds; what does not fit is left out")
    parser.add_argument("--times", type=int, default=20, help="how often each piece of work is timed")
    parser.add_argument("--only", nargs="+", choices=MEASURES, help="these measures alone")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "out" / "card", help="folder for card.json, card.md and card.stderr"
    )
    parser.add_argument("--write", action="store_true", help="put the figures into docs/MEASURED.md")
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = parser.parse_args(given)
    words.out = words.out.resolve()
    words.out.mkdir(parents=True, exist_ok=True)
    run = Run(words, " ".join(["compere bench card", *given]))
    with tempfile.TemporaryDirectory(prefix="card-") as folder:
        run.measure(Path(folder))
    run.write()
    fresh = section(run.about, run.rows)
    print(fresh, flush=True)
    if words.write:
        MEASURED.write_text(put(MEASURED.read_text(encoding="utf-8"), fresh), encoding="utf-8")
    return 1 if not run.rows or any(row.kept is False for row in run.rows) else 0


if __name__ == "__main__":
    sys.exit(main())
