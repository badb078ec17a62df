from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.children import ROOT

SAY = """
from engine.ipc.standard_streams import steady_streams
steady_streams()
print("10 → 12 × 2 – “ok” 林")
"""

NUMBERS = """
import os, sys
from engine.ipc.standard_streams import is_real, steady_streams
steady_streams()
print("to nobody")
print("to nobody", file=sys.stderr, flush=True)
first = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
os.write(first, f"{first} {is_real(sys.stdout)} {is_real(sys.stderr)}".encode())
os.write(1, b"said by a library in C")
"""


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "10 → 12 × 2 – “ok” 林"),
        ("cp1252", "10 -> 12 × 2 – “ok” ?"),
        ("ascii", '10 -> 12 x 2 - "ok" ?'),
        ("cp950", "10 → 12 × 2 – “ok” 林"),
    ],
)
def test_a_letter_that_the_output_does_not_know_stops_no_sentence(encoding: str, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAY],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode(encoding).strip() == said


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_closed_output_is_opened_on_nothing_and_no_file_gets_its_number(tmp_path: Path, closed: str) -> None:
    file = tmp_path / "first"
    words = f'exec {sys.executable} -c "$0" "$1" {closed}'
    subprocess.run(["bash", "-c", words, NUMBERS, str(file)], cwd=ROOT, stdout=-3, stderr=-3, check=True)
    number, *_ = file.read_text().split()
    assert int(number) > 2 and "library" not in file.read_text()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_the_doctor_reports_on_any_output(home: Path, encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "console", "doctor"],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert b"Traceback" not in done.stderr and b"UnicodeEncodeError" not in done.stderr
    assert b"->" in done.stdout and done.returncode in (0, 1)


def test_whoever_stops_reading_is_no_error(home: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m console --help | true; exit ${{PIPESTATUS[0]}}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr


def test_an_output_that_cannot_be_written_is_said_in_one_sentence(home: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m console stop > /dev/full"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "The output cannot be written (No space left on device).\n"
