"""Nobody swallows an error without a word: who catches everything says why, logs it, tells of it, or raises again."""

from __future__ import annotations

import ast

from tests.house.source import APPLICATION, files, place, tree_of

EVERYTHING = ("Exception", "BaseException")


def catches_everything(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in EVERYTHING) for kind in kinds)


def answers_for_it(handler: ast.ExceptHandler) -> bool:
    """It raises, logs the error with its place, or uses what was caught."""
    for node in ast.walk(ast.Module(body=handler.body, type_ignores=[])):
        if isinstance(node, ast.Raise):
            return True
        if isinstance(node, ast.Attribute) and node.attr == "exception":
            return True
        if handler.name and isinstance(node, ast.Name) and node.id == handler.name:
            return True
    return False


def test_who_catches_everything_answers_for_it() -> None:
    silent = []
    for path in files(*APPLICATION):
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.ExceptHandler) or not catches_everything(node) or answers_for_it(node):
                continue
            if "  # " not in lines[node.lineno - 1]:
                silent.append(place(path, node.lineno))
    assert not silent, "log it, narrow it, or say behind it why everything is meant:\n" + "\n".join(silent)
