from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from console.processes.single_instance import RuntimeFolderError, only_console, usable_runtime
from tests.fakes.children import ROOT

HOLD = """
import sys
from pathlib import Path
from console.processes.single_instance import RuntimeFolderError, only_console, usable_runtime
lock = only_console(Path(sys.argv[1]))
print("mine" if lock else "another's", flush=True)
sys.stdin.read()
"""


def console(runtime: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(runtime)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_there_is_one_console_at_a_time_and_a_killed_one_is_no_hindrance(home: Path) -> None:
    runtime = home / "run"
    with console(runtime) as first:
        assert said(first) == "mine"
        assert only_console(runtime) is None
        first.kill()
        first.wait()
    lock = only_console(runtime)
    assert lock is not None
    with console(runtime) as later:
        assert said(later) == "another's"
        later.kill()
    lock.unlock()
    again = only_console(runtime)
    assert again is not None
    again.unlock()


def test_the_folder_is_the_users_alone(home: Path) -> None:
    lock = only_console(home / "deep" / "run")
    assert lock is not None and stat.S_IMODE((home / "deep" / "run").stat().st_mode) == 0o700
    lock.unlock()


@pytest.mark.parametrize(
    "content", ["", "no number\n", "1\ncompere\nhost\n", f"{os.getppid()}\npytest\nhost\n", "\x00" * 40]
)
def test_a_lock_that_nobody_holds_is_no_hindrance_whatever_stands_in_it(home: Path, content: str) -> None:
    (home / "run").mkdir()
    (home / "run" / "console.lock").write_text(content)
    lock = only_console(home / "run")
    assert lock is not None
    with console(home / "run") as other:
        assert said(other) == "another's"
        other.kill()
    lock.unlock()


def test_a_folder_that_cannot_be_written_is_said_so_and_not_that_a_console_runs(home: Path) -> None:
    (home / "run").touch()
    with pytest.raises(RuntimeFolderError, match=r"^The runtime folder .*/run cannot be written: .*\.$"):
        only_console(home / "run")


def test_another_folder_takes_the_place_of_one_that_cannot_be_written(home: Path) -> None:
    (home / "run").touch()
    spare = home / "spare"
    nowhere = lambda folder: False  # noqa: E731
    assert usable_runtime([home / "run", spare], nowhere) == spare
    assert stat.S_IMODE(spare.stat().st_mode) == 0o700 and list(spare.iterdir()) == []
    assert usable_runtime([home / ("long" * 30), spare], nowhere) == spare, "a socket's name has its limits"
    assert usable_runtime([home / "good", spare], nowhere) == home / "good"
    with pytest.raises(RuntimeFolderError, match="cannot be written"):
        usable_runtime([home / "run"], nowhere)


def test_a_folder_from_which_a_show_runs_is_kept_even_where_the_disk_is_full(home: Path) -> None:
    (home / "run").touch()
    assert usable_runtime([home / "run", home / "spare"], lambda folder: folder == home / "run") == home / "run"


def test_a_folder_of_somebody_else_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    with pytest.raises(RuntimeFolderError):
        usable_runtime([home / "run"], lambda folder: False)
