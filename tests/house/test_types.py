"""What has a type is given it, and what is known once is written once."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.source import APPLICATION, files, place, tree_of

ONCE = {"SAMPLE_RATE": "engine/ipc/rings/samples.py"}
"""Constants that everybody imports from one place."""


def annotated(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Line, name and annotation of every argument and variable in `tree` that has one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation is not None:
            yield node.lineno, node.arg, ast.unparse(node.annotation)
        if isinstance(node, ast.AnnAssign):
            yield node.lineno, ast.unparse(node.target), ast.unparse(node.annotation)


def test_a_log_is_a_logger() -> None:
    vague = [
        place(path, line)
        for path in files(*APPLICATION)
        for line, name, kind in annotated(tree_of(path))
        if name.split(".")[-1].lstrip("_") == "log" and kind in ("Any", "object")
    ]
    assert not vague, "engine.ipc.logger.Logger says what is used of one:\n" + "\n".join(vague)


def test_a_rate_is_written_once() -> None:
    for constant, home in ONCE.items():
        homes = [
            place(path, node.lineno).rsplit(":", 1)[0]
            for path in files(*APPLICATION)
            for node in tree_of(path).body
            if isinstance(node, ast.Assign) and constant in map(ast.unparse, node.targets)
        ]
        assert homes == [home]
