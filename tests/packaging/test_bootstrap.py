"""The command line of the set-up."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "bootstrap.py"

Load = Callable[[str], ModuleType]


@pytest.fixture
def bootstrap(load: Load) -> ModuleType:
    return load("bootstrap")


@pytest.mark.parametrize(
    ("typed", "extras", "rest"),
    [
        ([], [], []),
        (["--neural"], ["neural"], []),
        (["--demo", "--neural"], ["neural"], ["--demo"]),
        (["--neural", "rehearse", "--seconds", "5"], ["neural"], ["rehearse", "--seconds", "5"]),
        (["rehearse", "--neural"], [], ["rehearse", "--neural"]),
        (["--echo", "--demo", "--piper", "run", "--echo"], ["echo", "piper"], ["--demo", "run", "--echo"]),
    ],
)
def test_extras_are_ours_only_before_the_subcommand(
    bootstrap: ModuleType, typed: list[str], extras: list[str], rest: list[str]
) -> None:
    assert bootstrap.split_run_arguments(typed) == (extras, rest)


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--demo"], True),
        (["run"], True),
        (["--demo", "run"], True),
        (["rehearse"], False),
        (["doctor", "--json"], False),
        (["--help"], False),
    ],
)
def test_only_compere_itself_needs_a_display(bootstrap: ModuleType, arguments: list[str], opens: bool) -> None:
    assert bootstrap.opens_a_window(arguments) is opens


@pytest.mark.parametrize(
    ("platform", "environment", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_desktop_is_recognised(
    bootstrap: ModuleType, platform: str, environment: dict[str, str], there: bool
) -> None:
    assert bootstrap.has_display(environment, platform) is there


def test_an_old_python_looks_for_a_newer_one(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/python3.11" if name == "python3.11" else None)
    assert bootstrap.newer_python((3, 11)) is None
    assert bootstrap.newer_python((3, 9)) == "/usr/bin/python3.11"
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert bootstrap.newer_python((3, 9)) is None


def test_an_old_python_alone_gets_one_clear_sentence(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert bootstrap.main(["run"]) == bootstrap.SETUP_FAILED_EXIT
    assert capsys.readouterr().out.startswith("Compere needs Python 3.11 or newer; this is 3.9.")


@pytest.fixture
def set_up(load: Load, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Everything that would install is replaced; gives the extras that were asked for."""
    environment, system_packages = load("environment"), load("system_packages")
    asked: list[str] = []

    def ready(root: Path, extras: list[str], say: object) -> Path:
        asked.extend(extras)
        return root / ".venv" / "bin" / "python"

    monkeypatch.setattr(environment, "ready", ready)
    monkeypatch.setattr(system_packages, "ensure", lambda needs, say: None)
    monkeypatch.setattr(system_packages, "ensure_venv_module", lambda say: None)
    return lambda: asked


def test_with_no_display_it_says_so_in_one_line_and_names_rehearse(
    bootstrap: ModuleType,
    set_up: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bootstrap, "has_display", lambda environment: False)
    assert bootstrap.main(["run"]) == 2
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "compere rehearse" in said


def test_run_becomes_compere_with_the_rest_of_the_arguments(
    bootstrap: ModuleType, set_up: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    became: list[str] = []
    monkeypatch.setattr(bootstrap, "has_display", lambda environment: False)
    monkeypatch.setattr(bootstrap, "hand_over", lambda command: became.extend(command) or 0)
    assert bootstrap.main(["run", "--neural", "rehearse", "--seconds", "5"]) == 0
    assert became[1:] == ["-m", "console", "rehearse", "--seconds", "5"]
    assert set_up() == ["neural"]


@pytest.mark.parametrize(
    ("codes", "result"),
    [
        ({}, 0),
        ({"ruff": 1}, 1),
        ({"mypy": 1}, 1),
        ({"pytest": 1}, 1),
        ({"pytest": 5}, 5),
    ],
)
def test_the_tests_pass_only_when_ruff_mypy_and_pytest_do(
    bootstrap: ModuleType,
    set_up: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    codes: dict[str, int],
    result: int,
) -> None:
    ran: list[str] = []

    def call(command: list[str], cwd: Path) -> int:
        ran.append(command[2])
        return codes.get(command[2], 0)

    monkeypatch.setattr(bootstrap.subprocess, "call", call)
    assert bootstrap.main(["test", "-k", "word"]) == result
    assert ran == ["ruff", "mypy", "pytest"]
    assert set_up() == ["dev"]


@pytest.mark.parametrize(("codes", "result"), [((0, 0), 0), ((1, 0), 1), ((0, 3), 3)])
def test_the_halls_tests_have_the_machine_for_themselves_and_both_runs_must_pass(
    bootstrap: ModuleType,
    set_up: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    codes: tuple[int, int],
    result: int,
) -> None:
    runs: list[list[str]] = []

    def call(command: list[str], cwd: Path) -> int:
        if command[2] != "pytest":
            return 0
        runs.append(command[3:])
        return codes[len(runs) - 1]

    monkeypatch.setattr(bootstrap.subprocess, "call", call)
    assert bootstrap.main(["test"]) == result
    assert runs[0][0] == "tests/hall" and runs[1][0] == "--ignore=tests/hall" and len(runs) == 2


def test_a_set_up_that_cannot_go_on_ends_in_its_sentence(
    bootstrap: ModuleType,
    load: Load,
    set_up: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    environment = load("environment")

    def fail(root: Path, extras: list[str], say: object) -> Path:
        raise environment.SetupError("The disk is full.")

    monkeypatch.setattr(environment, "ready", fail)
    assert bootstrap.main(["run"]) == bootstrap.SETUP_FAILED_EXIT
    assert capsys.readouterr().out == "The disk is full.\n"


def test_without_a_word_it_shows_how_it_is_used() -> None:
    asked = subprocess.run([sys.executable, "-S", str(SCRIPT)], capture_output=True, text=True)
    assert asked.returncode == 3
    assert asked.stdout.startswith("usage: python3 packaging/bootstrap.py run")


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[1] == "set -euo pipefail"
    assert [line for line in lines[2:] if not line.startswith("cd ")] == ["python3 packaging/bootstrap.py test"]
    assert "python3 packaging/bootstrap.py test" in (ROOT / "README.md").read_text(encoding="utf-8")
