"""Starts the small programs of this folder as real second processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def program(module: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Run `python -m module words…`, speak with it over its pipes, and end it. It ends by itself when stdin closes."""
    child = subprocess.Popen(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield child
    finally:
        for pipe in (child.stdin, child.stdout):
            assert pipe is not None
            pipe.close()
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def line_of(child: subprocess.Popen[str]) -> str:
    """The next line that the program prints."""
    assert child.stdout is not None
    line = child.stdout.readline().strip()
    assert line, f"the program ended with code {child.wait(5)}"
    return line


def tell(child: subprocess.Popen[str], line: str) -> None:
    """Give the program a line."""
    assert child.stdin is not None
    child.stdin.write(line + "\n")
    child.stdin.flush()
