"""Set-up and start in one command, on a machine that has nothing but Python.

    python3 packaging/bootstrap.py run [--neural] [--echo] [--piper] [arguments of `compere`]
    python3 packaging/bootstrap.py test [arguments of pytest]

`run` makes the virtual environment, sees to the system's libraries, and starts Compere. `test` does the same with
what the tests need, and runs ruff, mypy and pytest. The second call of either starts at once. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAST_PYTHON = (3, 11)
PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
"""Where to look when the Python that runs this is too old, the best known first."""

EXTRAS = ("--neural", "--echo", "--piper")
"""Filmed hosts; a microphone that does not hear the hall's loudspeakers; voices of the user's own files."""

HALL = "tests/hall"
SLOWEST = "--durations=25"
"""Named at the end: the run is to stay short."""

SIDE_BY_SIDE = ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"]

NO_DISPLAY_EXIT = 2
SETUP_FAILED_EXIT = 3

USAGE = """usage: python3 packaging/bootstrap.py run [--neural] [--echo] [--piper] [arguments of compere]
       python3 packaging/bootstrap.py test [arguments of pytest]"""


def say(sentence: str) -> None:
    """Tell the person who typed the command."""
    print(sentence, flush=True)


def split_run_arguments(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The extras that `run` was asked for, and what is left for `compere`.

    They count before the first word that is not an option; anything later belongs to `compere`.
    """
    rest = list(arguments)
    first_word = next((n for n, argument in enumerate(rest) if not argument.startswith("-")), len(rest))
    extras = [argument[2:] for argument in rest[:first_word] if argument in EXTRAS]
    return extras, [argument for n, argument in enumerate(rest) if n >= first_word or argument not in EXTRAS]


def opens_a_window(arguments: Sequence[str]) -> bool:
    """Whether `compere` with these arguments opens the operator's window: no other subcommand, no call for help."""
    if any(argument in ("-h", "--help") for argument in arguments):
        return False
    return next((argument for argument in arguments if not argument.startswith("-")), "run") == "run"


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether there is a desktop to open a window on, as `compere` itself asks. Always so on Windows and macOS."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM") == "offscreen":
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def newer_python(version: tuple[int, ...]) -> str | None:
    """The path of a Python that is new enough, when `version` is not; None when `version` is, or none is found."""
    if version >= LEAST_PYTHON:
        return None
    return next((found for found in map(shutil.which, PYTHONS) if found), None)


def hand_over(command: Sequence[str]) -> int:
    """Become `command`, so that signals and the exit code are its own; returns its exit code where that is not so."""
    sys.stdout.flush()
    if sys.platform != "win32":
        os.execv(command[0], list(command))
    return subprocess.call(list(command))


def run_compere(arguments: Sequence[str]) -> int:
    """Set up what `compere` needs, then be it."""
    import environment
    import system_packages

    from console.doctor.libraries import RUN_NEEDS

    extras, rest = split_run_arguments(arguments)
    system_packages.ensure_venv_module(say)
    system_packages.ensure(RUN_NEEDS, say)
    python = environment.ready(ROOT, extras, say)
    environment.translate(python, ROOT)
    if opens_a_window(rest) and not has_display(os.environ):
        command = python.with_name("compere").relative_to(ROOT)
        say(f"There is no display here to open a window on; `{command} rehearse` runs a show without one.")
        return NO_DISPLAY_EXIT
    return hand_over([str(python), "-m", "console", *rest])


def run_tests(arguments: Sequence[str]) -> int:
    """Set up what the tests need, then run ruff, mypy and pytest, and fail when one of them does.

    pytest comes last, so that its own summary closes the output. Without arguments it runs twice: the hall's tests
    watch a real show and want the machine for themselves; all others go side by side, on up to four cores.
    """
    import environment
    import system_packages

    from console.doctor.libraries import RUN_NEEDS, TEST_NEEDS

    system_packages.ensure_venv_module(say)
    system_packages.ensure((*RUN_NEEDS, *TEST_NEEDS), say)
    python = str(environment.ready(ROOT, ["dev"], say))
    environment.translate(Path(python), ROOT)
    checks = {
        "ruff": [python, "-m", "ruff", "check", "."],
        "mypy": [python, "-m", "mypy"],
    }
    failed = [name for name, command in checks.items() if subprocess.call(command, cwd=ROOT) != 0]
    for name in failed:
        say(f"FAILED: {name} (see above); the tests run all the same.")
    runs = [list(arguments)] if arguments else [[HALL, SLOWEST], [f"--ignore={HALL}", *SIDE_BY_SIDE, SLOWEST]]
    codes = [subprocess.call([python, "-m", "pytest", *words], cwd=ROOT) for words in runs]
    return next((code for code in codes if code), 1 if failed else 0)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks. Returns the exit code."""
    if sys.version_info[:2] < LEAST_PYTHON:
        other = newer_python(sys.version_info[:2])
        if other is not None:
            return hand_over([other, str(Path(__file__).resolve()), *arguments])
        say(
            f"Compere needs Python 3.11 or newer; this is {sys.version_info[0]}.{sys.version_info[1]}. "
            "Install one from your system's packages or https://www.python.org/downloads and start this with it."
        )
        return SETUP_FAILED_EXIT
    if not arguments or arguments[0] not in ("run", "test"):
        say(USAGE)
        return 0 if list(arguments[:1]) in (["-h"], ["--help"]) else SETUP_FAILED_EXIT

    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    from environment import SetupError

    try:
        return {"run": run_compere, "test": run_tests}[arguments[0]](arguments[1:])
    except SetupError as stop:
        say(str(stop))
        return SETUP_FAILED_EXIT
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
