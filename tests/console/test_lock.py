from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

from console.lock import only_console
from tests.fakes.children import ROOT

HOLD = """
import sys
from pathlib import Path
from console.lock import only_console
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
