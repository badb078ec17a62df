from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import structlog

from engine.ipc.logging_setup import LOG_NAME, LogFile, log_fault, open_log, open_stderr, trim_stderr
from tests.fakes.children import ROOT

WRITE = """
import sys
from pathlib import Path
from engine.ipc.logging_setup import open_log
log = open_log(Path(sys.argv[1]), sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for number in range(400):
    log.info("line", number=number, filler="x" * (number % 300))
"""

HANG = """
import sys
from engine.ipc.logging_setup import catch_crashes
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


FULL = """
import resource, sys
from pathlib import Path
from engine.ipc.logging_setup import log_fault, open_log
folder = Path(sys.argv[1])
log = open_log(folder, "engine")
log.info("before")
size = (folder / "compere.jsonl").stat().st_size
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40, hard))  # 40 bytes are left
for number in range(5):
    log.error("lost", number=number, exc_info=ValueError("x"))
print(log_fault(), flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
log.info("after")
print(repr(log_fault()), flush=True)
"""


def test_a_disk_that_fills_up_costs_lines_and_raises_nothing_and_what_was_lost_is_counted(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    why, cleared = done.stdout.splitlines()
    assert why in ("File too large", "No space left on device") and cleared == "''" and not done.stderr
    written = (tmp_path / LOG_NAME).read_text().splitlines()
    assert json.loads(written[0])["event"] == "before"
    torn, after, lost = written[1:]
    assert len(torn) == 40, "what the disk still took of a line"
    assert json.loads(after)["event"] == "after"
    told = json.loads(lost)
    assert told["event"] == "log lines lost" and told["lines"] == 5 and told["process"] == "engine"


def test_a_full_device_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).symlink_to("/dev/full")
    log = open_log(tmp_path, "console")
    log.info("into nothing")
    assert log_fault() == "No space left on device"


@pytest.mark.parametrize("kind", ["a file in the folder's place", "no folder can be made", "a folder in its place"])
def test_a_log_that_cannot_be_opened_is_no_reason_to_stop(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "log"
    if kind == "a file in the folder's place":
        folder.touch()
    elif kind == "a folder in its place":
        (folder / LOG_NAME).mkdir(parents=True)
    else:
        folder = Path("/proc/nowhere/log")
    log = open_log(folder, "console")
    log.warning("said to nobody")
    assert log_fault()


def test_a_pipe_in_the_logs_place_stops_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / LOG_NAME)
    open_log(tmp_path, "engine").info("said to nobody")
    assert log_fault()


def test_a_log_that_can_be_opened_later_is_opened_then(tmp_path: Path) -> None:
    now = [0.0]
    (tmp_path / "log").touch()
    file = LogFile(tmp_path / "log" / LOG_NAME, "console", clock=lambda: now[0])
    file.write("one\n")
    (tmp_path / "log").unlink()
    file.write("two\n")
    assert file.lost == 2 and file.why, "it is not tried at every line"
    now[0] = 2.0
    file.write("three\n")
    file.close()
    first, second = (tmp_path / "log" / LOG_NAME).read_text().splitlines()
    assert first == "three" and json.loads(second)["lines"] == 2 and not file.why


class Unspeakable:
    def __str__(self) -> str:
        raise RuntimeError("no words")

    __repr__ = __str__


def test_what_cannot_be_written_down_is_left_out_of_its_line(tmp_path: Path) -> None:
    log = open_log(tmp_path, "console")
    log.info("odd", what=Unspeakable())
    log.info("half", what="\ud83d")
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    log.info("deep", what=deep)
    odd, half, deeper = lines(tmp_path)
    assert odd["event"] == "odd" and odd["unreadable"] == "RuntimeError"
    assert half["what"] == "\ud83d"
    assert deeper["event"] == "deep" and deeper["unreadable"] == "RecursionError"


def test_a_line_tells_the_offset_of_its_wall_clock_and_a_clock_that_nobody_sets(tmp_path: Path) -> None:
    before = time.monotonic()
    log = open_log(tmp_path, "console")
    log.info("now")
    (line,) = lines(tmp_path)
    assert datetime.fromisoformat(line["timestamp"]).tzinfo is not None
    assert before - 1e-5 <= line["monotonic_s"] <= time.monotonic() + 1e-5


def test_what_children_say_in_a_crash_never_grows_without_end(tmp_path: Path) -> None:
    path = tmp_path / "engine.stderr"
    path.write_bytes(b"old\n" * (1 << 19))
    errors = open_stderr(tmp_path, "engine")
    assert errors is not None and path.stat().st_size == 0
    assert path.with_suffix(".old.stderr").stat().st_size == 4 << 19
    with errors:
        errors.write(b"x" * (1 << 20) + b"its last words\n")
        errors.flush()
        trim_stderr(tmp_path, "engine")
        errors.write(b"and on\n")
    assert path.read_bytes() == b"and on\n"
    aside = path.with_suffix(".old.stderr").read_bytes()
    assert aside.endswith(b"its last words\n") and len(aside) == 1 << 19


def test_where_they_cannot_say_it_they_are_started_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    assert open_stderr(tmp_path / "log", "engine") is None
    trim_stderr(tmp_path / "log", "engine")


def test_without_a_standard_error_a_crash_is_written_to_the_file_in_its_place(tmp_path: Path) -> None:
    stand_in = tmp_path / "log" / "console.stderr"
    crash = "import faulthandler; from engine.ipc.standard_streams import steady_streams; steady_streams()\n"
    crash += "from pathlib import Path; from engine.ipc.logging_setup import catch_crashes\n"
    crash += f"catch_crashes(Path({str(stand_in)!r})); faulthandler._sigsegv()"
    words = f'exec {sys.executable} -X faulthandler=0 -c "$0" >&- 2>&-'
    subprocess.run(["bash", "-c", words, crash], cwd=ROOT, check=False)
    assert "Segmentation fault" in stand_in.read_text()
