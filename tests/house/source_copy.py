"""A copy of the sources in which a test adds something, and a process that works with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.house.contributing import lists_of_contributing
from tests.house.source import ROOT

QT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
"""


def _linked(source: str, target: str) -> object:
    """The same file at another place; whoever changes it there writes a new one."""
    try:
        os.link(source, target)
    except OSError:
        return shutil.copy2(source, target)
    return target


@dataclass
class Copy:
    """The sources in a folder of the test's own.

    Attributes:
        root: the folder.
        changed: files that were changed or added.
    """

    root: Path
    changed: list[str] = field(default_factory=list)

    def insert(self, file: str, mark: str, *, before: str = "", after: str = "") -> None:
        """Write more before or after the one place where a file says `mark`."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(mark) == 1, f"{file} says {text.count(mark)} times {mark!r}"
        self.write(file, text.replace(mark, f"{before}{mark}{after}"))

    def replace(self, file: str, pattern: str, by: str) -> None:
        """Write something else in the one place that a pattern finds."""
        text, count = re.subn(pattern, by, (self.root / file).read_text(encoding="utf-8"))
        assert count == 1, f"{file} has {count} times {pattern!r}"
        self.write(file, text)

    def write(self, file: str, text: str) -> None:
        """Write a file whole."""
        (self.root / file).unlink(missing_ok=True)
        (self.root / file).write_text(text, encoding="utf-8")
        self.changed.append(file)

    def run(self, script: str, **environment: str) -> None:
        """Let a process work with the copy."""
        room = self.root / "home"
        own = {"QT_QPA_PLATFORM": "offscreen", "COMPERE_HOME": str(room), "PYTHONPATH": str(self.root)}
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=self.root,
            env={**os.environ, **own, **environment},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr[-3000:]

    def only_touched(self, what: str) -> None:
        """No file was changed but those that CONTRIBUTING's list of `what` names."""
        listed = " ".join(lists_of_contributing()[what])
        named = re.findall(r"`([\w/.]+)`", listed)
        strange = [
            file
            for file in dict.fromkeys(self.changed)
            if not any(file == name or (name.endswith("/") and file.startswith(name)) for name in named)
        ]
        assert not strange, f"the list of {what!r} does not name {strange}"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    for room in ("console", "engine", "ui", "docs"):
        shutil.copytree(ROOT / room, tmp_path / room, copy_function=_linked)
    return Copy(tmp_path)
