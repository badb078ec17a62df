"""The virtual environment of the checkout."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Load = Callable[[str], ModuleType]


@pytest.fixture
def environment(load: Load) -> ModuleType:
    return load("environment")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    return tmp_path


class Recorder:
    """Stands in for `venv` and pip: notes what was asked, and makes the files that would be there."""

    def __init__(self, environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[bool] = []
        self.installed: list[list[str]] = []
        self.works = True
        self._environment = environment
        monkeypatch.setattr(environment, "make", self._make)
        monkeypatch.setattr(environment, "install", self._install)
        monkeypatch.setattr(environment, "works", lambda python: self.works and python.exists())

    def _make(self, venv: Path, clear: bool) -> None:
        self.made.append(clear)
        python = self._environment.python_in(venv)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    def _install(self, python: Path, root: Path, extras: Any, log: Path, say: Any) -> None:
        self.installed.append(sorted(extras))


@pytest.fixture
def recorder(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return Recorder(environment, monkeypatch)


def silent(sentence: str) -> None:
    """Takes what would be said."""


def test_the_second_call_does_nothing(environment: ModuleType, recorder: Recorder, checkout: Path) -> None:
    said: list[str] = []
    first = environment.ready(checkout, ["dev"], said.append)
    assert (recorder.made, recorder.installed, len(said)) == ([False], [["dev"]], 1)
    assert environment.ready(checkout, ["dev"], said.append) == first
    assert (recorder.made, recorder.installed, len(said)) == ([False], [["dev"]], 1)


def test_run_after_test_is_served_and_neural_after_test_keeps_both(
    environment: ModuleType, recorder: Recorder, checkout: Path
) -> None:
    environment.ready(checkout, ["dev"], silent)
    environment.ready(checkout, [], silent)
    assert recorder.installed == [["dev"]]
    environment.ready(checkout, ["neural"], silent)
    assert recorder.installed == [["dev"], ["dev", "neural"]]
    assert recorder.made == [False]


def test_a_changed_pyproject_installs_again_into_the_same_environment(
    environment: ModuleType, recorder: Recorder, checkout: Path
) -> None:
    environment.ready(checkout, [], silent)
    (checkout / "pyproject.toml").write_text("[project]\nname = 'y'\n", encoding="utf-8")
    environment.ready(checkout, [], silent)
    assert (recorder.made, len(recorder.installed)) == ([False], 2)


@pytest.mark.parametrize("changed", [{"python": "3.9.9"}, {"root": "/elsewhere"}])
def test_a_moved_checkout_or_another_python_makes_it_again(
    environment: ModuleType, recorder: Recorder, checkout: Path, changed: dict[str, str]
) -> None:
    environment.ready(checkout, ["dev"], silent)
    stamp = checkout / ".venv" / "compere-setup.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), **changed}))
    environment.ready(checkout, [], silent)
    assert recorder.made == [False, True]
    assert recorder.installed == [["dev"], []]


def test_a_broken_environment_is_made_again(environment: ModuleType, recorder: Recorder, checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    recorder.works = False
    environment.ready(checkout, [], silent)
    assert recorder.made == [True]


def test_a_failed_install_leaves_no_stamp(
    environment: ModuleType, recorder: Recorder, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ready(checkout, [], silent)

    def fail(*arguments: Any) -> None:
        raise environment.SetupError("no network")

    monkeypatch.setattr(environment, "install", fail)
    with pytest.raises(environment.SetupError):
        environment.ready(checkout, ["dev"], silent)
    assert environment.read_stamp(checkout / ".venv" / "compere-setup.json") is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", "{}", '{"pyproject": 1}', '{"pyproject": "", "python": "", "root": "", "extras": 5}'],
)
def test_a_stamp_that_cannot_be_read_is_no_stamp(environment: ModuleType, tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp").write_text(text, encoding="utf-8")
    assert environment.read_stamp(tmp_path / "stamp") is None
    assert environment.read_stamp(tmp_path / "missing") is None


@pytest.mark.parametrize(
    ("codes", "outputs", "tries", "sentence"),
    [
        ([0], [""], 1, None),
        ([1, 0], ["Temporary failure in name resolution", ""], 2, None),
        ([1, 1], ["NewConnectionError: x", "NewConnectionError: x"], 2, "cannot be reached"),
        ([1], ["ERROR: No matching distribution found for torch"], 1, "No matching distribution found for torch"),
        ([1], ["OSError: [Errno 28] No space left on device"], 1, "The disk is full"),
        ([1], ["  FileNotFoundError: Forced include not found\nhint: See above"], 1, "Forced include not found"),
        ([1], [""], 1, "it gave no reason"),
    ],
)
def test_only_a_network_failure_is_tried_again_and_each_failure_is_one_sentence(
    environment: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    codes: list[int],
    outputs: list[str],
    tries: int,
    sentence: str | None,
) -> None:
    calls: list[list[str]] = []

    def pip(python: Path, arguments: list[str], log: Path, say: Any) -> tuple[int, str]:
        calls.append(arguments)
        return codes[len(calls) - 1], outputs[len(calls) - 1]

    monkeypatch.setattr(environment, "_pip", pip)
    pauses: list[float] = []

    def install() -> None:
        environment.install(Path("python"), tmp_path, ["dev"], tmp_path / "log", silent, pauses.append)

    if sentence is None:
        install()
    else:
        with pytest.raises(environment.SetupError, match=sentence):
            install()
    assert calls == [["install", "--editable", f"{tmp_path}[dev]"]] * tries
    assert len(pauses) == tries - 1


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            "  Downloading pyside6_essentials-6.11.3-cp39-abi3-manylinux_2_34_x86_64.whl (80.3 MB)",
            "  pyside6_essentials, 80.3 MB",
        ),
        ("Downloading torch-2.9.1-cp311-cp311-linux_x86_64.whl (1.1 GB)", "  torch, 1.1 GB"),
        ("  Downloading qasync-0.28.0-py3-none-any.whl (16 kB)", None),
        ("Collecting numpy", None),
    ],
)
def test_only_large_downloads_are_shown(environment: ModuleType, line: str, shown: str | None) -> None:
    assert environment.download_shown(line) == shown


def test_translations_are_compiled_when_one_has_changed_and_only_then(
    environment: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(environment.subprocess, "run", lambda command, **more: calls.append(command))
    environment.translate(Path("python"), checkout)
    assert calls == []  # there is nothing to translate
    folder = checkout / "ui" / "i18n"
    folder.mkdir(parents=True)
    for number in (1, 2):
        (folder / f"compere_{number}.ts").touch()
    environment.translate(Path("python"), checkout)
    assert calls == [["python", "-m", "ui.i18n.build"]]
    for number in (1, 2):
        (folder / f"compere_{number}.qm").touch()
    environment.translate(Path("python"), checkout)
    assert len(calls) == 1
    os.utime(folder / "compere_2.ts", (2_000_000_000, 2_000_000_000))
    environment.translate(Path("python"), checkout)
    assert len(calls) == 2
