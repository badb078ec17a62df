from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from engine.link.logbook import LOG_NAME, open_log
from tests.fakes.children import ROOT

WRITE = """
import sys
from pathlib import Path
from engine.link.logbook import open_log
log = open_log(Path(sys.argv[1]), sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for number in range(400):
    log.info("line", number=number, filler="x" * (number % 300))
"""

HANG = """
import sys
from engine.link.logbook import catch_crashes
catch_crashes()
def deep_in_thought():
    print("ready", flush=True)
    while True:
        sys.stdin.readline()
deep_in_thought()
"""


@pytest.fixture(autouse=True)
def fresh_structlog() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / LOG_NAME).read_text(encoding="utf-8").splitlines()]


def test_a_line_says_who_when_how_grave_and_what(tmp_path: Path) -> None:
    log = open_log(tmp_path / "new" / "log", "engine")
    log.warning("avatar refused", avatar="林", reason=Path("/x"))
    (line,) = lines(tmp_path / "new" / "log")
    assert line["process"] == "engine" and line["pid"] == os.getpid()
    assert line["level"] == "warning" and line["event"] == "avatar refused"
    assert line["avatar"] == "林" and line["reason"] == "/x" and line["timestamp"]


def test_an_exception_is_written_with_its_traceback_in_one_line(tmp_path: Path) -> None:
    log = open_log(tmp_path, "console")
    try:
        raise ValueError("a\nb")
    except ValueError:
        log.exception("it broke")
    (line,) = lines(tmp_path)
    assert "ValueError: a\nb" in line["exception"] and line["level"] == "error"


def test_lines_of_several_processes_are_never_mixed(tmp_path: Path) -> None:
    children = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(tmp_path), name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("console", "playout", "engine")
    ]
    for child in children:
        assert child.stdout is not None and child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    for child in children:
        with child:
            assert child.wait(30) == 0
    assert Counter(line["process"] for line in lines(tmp_path)) == {"console": 400, "playout": 400, "engine": 400}


def test_a_log_that_grew_too_large_is_put_aside_by_the_console_alone(tmp_path: Path) -> None:
    path = tmp_path / LOG_NAME
    with path.open("wb") as file:
        file.truncate((20 << 20) + 1)
    open_log(tmp_path, "playout").info("not mine to put aside")
    assert path.stat().st_size > 20 << 20
    open_log(tmp_path, "console").info("a new beginning")
    assert [line["event"] for line in lines(tmp_path)] == ["a new beginning"]
    assert path.with_suffix(".old.jsonl").stat().st_size > 20 << 20


def test_a_process_that_hangs_says_where_when_it_is_asked() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HANG],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None and child.stderr is not None
        assert child.stdout.readline() == "ready\n"
        child.send_signal(signal.SIGUSR1)
        assert "most recent call first" in child.stderr.readline()
        assert "deep_in_thought" in child.stderr.readline()
        child.kill()
