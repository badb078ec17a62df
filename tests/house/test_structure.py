"""Small rooms, honest names, no nested event loops, no tests that cannot fail."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import APPLICATION, EVERYWHERE, ROOT, files, place, tree_of

MOST_LINES = 500

VAGUE_NAMES = {"utils", "util", "manager", "managers", "helpers", "helper", "misc", "common"}

APPLICATION_OBJECTS = {"app", "_app", "application", "_application", "qapp", "QApplication", "QGuiApplication"}
"""Receivers of an allowed `exec()`: the one event loop of a process."""

BLOCKING_DIALOGS = {
    "QMessageBox": {"question", "information", "warning", "critical", "about", "aboutQt"},
    "QFileDialog": {
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
        "getOpenFileUrl",
        "getSaveFileUrl",
    },
    "QInputDialog": {"getText", "getInt", "getDouble", "getItem", "getMultiLineText"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}
"""Static calls that run an event loop of their own inside."""


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    return _last_name(node.func) if isinstance(node, ast.Call) else ""


def nested_loops(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Calls in `tree` that would run an event loop inside another: line and what is called."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        receiver, called = _last_name(node.func.value), node.func.attr
        runs_a_loop = called in ("exec", "exec_") and receiver not in APPLICATION_OBJECTS
        if runs_a_loop or called in BLOCKING_DIALOGS.get(receiver, ()):
            yield node.lineno, f"{receiver}.{called}()"


def test_no_dialog_runs_a_loop_of_its_own() -> None:
    found = [
        f"{place(path, line)}: {call}" for path in files(*APPLICATION) for line, call in nested_loops(tree_of(path))
    ]
    assert not found, "it stops every asyncio task; use open() and await `finished`:\n" + "\n".join(found)


def test_the_search_for_nested_loops_finds_them() -> None:
    code = """
dialog.exec()
QMessageBox.question(self, "a", "b")
QMenu(self).exec_(point)
self.loop.exec()
app.exec()
self._app.exec()
dialog.open()
cursor.execute("x")
"""
    assert [call for _, call in nested_loops(ast.parse(code))] == [
        "dialog.exec()",
        "QMessageBox.question()",
        "QMenu.exec_()",
        "loop.exec()",
    ]


def test_a_file_has_500_lines_at_most() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in files(*EVERYWHERE)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    ]
    assert not long, "one file is one idea:\n" + "\n".join(long)


def test_a_file_is_called_after_what_it_is_for() -> None:
    vague = [str(path.relative_to(ROOT)) for path in files(*EVERYWHERE) if path.stem.lower() in VAGUE_NAMES]
    assert not vague, "\n".join(vague)


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the library of that name"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in files(*EVERYWHERE)
        if tree_of(path).body and ast.get_docstring(tree_of(path)) is None and not path.name.startswith("test_")
    ]  # a test module says it by its place in the tree, and by its tests' names
    assert not silent, "give them a docstring:\n" + "\n".join(silent)


def test_no_test_is_skipped() -> None:
    skips = re.compile(r"pytest\.(skip|xfail|importorskip)\b|\bmark\.(skip|skipif|xfail)\b")
    here = Path(__file__)
    skipped = [
        place(path, number)
        for path in files("tests")
        if path != here
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if skips.search(line)
    ]
    assert not skipped, "a test that is skipped holds nothing:\n" + "\n".join(skipped)


ROOM_FILES = 16
"""A room holds about fifteen files: more are two rooms."""

CATALOGUES = ("ui/i18n/sentences",)
"""Rooms of data alone: one file for each area that the translators work through."""


def test_no_room_holds_more_files_than_can_be_looked_over() -> None:
    rooms = Counter(str(path.parent.relative_to(ROOT)) for path in files(*APPLICATION) if path.name != "__init__.py")
    full = {room: count for room, count in rooms.items() if count > ROOM_FILES and room not in CATALOGUES}
    assert not full, full


def test_every_class_has_a_name_of_its_own() -> None:
    """A name that stands for two classes says of neither which is meant; private ones are nobody else's business."""
    places: dict[str, list[str]] = {}
    for path in files(*APPLICATION):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(place(path, node.lineno))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
