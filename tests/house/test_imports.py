"""Who may import whom: the plan of the rooms, held.

ui              → console.show (reads), engine.files.user_files, engine.ipc.logger (a type)
ui.display      → nothing of the panels: what the hall needs, and playout too
console.playout → engine.ipc, engine.files, ui.display
console.show    → engine.files.toml_text (pure: text in, table out)
engine.text     → nothing; everybody may import it: a sentence with its key and parameters
engine          → nothing of console or ui
console.app     → everything
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from tests.house import import_graph
from tests.house.source import APPLICATION, EVERYWHERE, ROOT, Import, files, imports, module_of, place, tree_of, within

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "console.show": ("console.show", "engine.files.toml_text", "engine.text"),
    "console.playout": ("console.playout", "engine.ipc", "engine.files", "engine.text", "ui.display"),
    "console": ("console", "engine", "ui"),
    "engine.files": ("engine.files", "engine.text"),
    "engine.ipc": ("engine.ipc", "engine.files", "engine.text"),
    "engine.text": ("engine.text",),
    "engine": ("engine",),
    "ui": ("ui", "console.show", "engine.files.user_files", "engine.ipc.logger", "engine.text"),
}
"""What of our own a module may import, by the longest prefix of its name."""

CONSOLE_ROOMS = (
    "show",
    "command_line",
    "settings",
    "processes",
    "emergency",
    "playout",
    "models",
    "avatars",
    "answer",
    "outputs",
    "screens",
    "reports",
    "rundown",
    "talk",
    "doctor",
)
"""The rooms of the console from the ground up: each may import those before it, and none after it."""

HEAVY = ("torch", "torchvision", "torchaudio", "diffusers", "transformers", "cv2")
"""They take seconds to import, and not everybody has them: inside functions only, outside `engine.musetalk`."""

SHOW_LIBRARIES = ("msgspec",)
"""What the pure logic of the show may use beside the standard library."""

PAINTING = ("PySide6.QtGui", "PySide6.QtCore")
"""What the engine may use of Qt, and only in `PAINTERS`: a painter on a picture, no window."""

PAINTERS = ("engine.light", "engine.prepare")


def ours(found: Import) -> bool:
    return within(found.module, APPLICATION)


def rule_for(module: str) -> tuple[str, tuple[str, ...]]:
    """The rule that holds for `module`: its name, and what may be imported."""
    name = max((name for name in MAY_IMPORT if within(module, (name,))), key=len)
    return name, MAY_IMPORT[name]


def packages_above(packages: tuple[str, ...]) -> set[str]:
    """`from engine import link` also names `engine`, which is no trespass by itself."""
    return {package.rsplit(".", depth)[0] for package in packages for depth in range(1, package.count(".") + 1)}


def test_nobody_imports_from_a_room_that_is_not_theirs_to_enter() -> None:
    trespasses = []
    for path in files(*APPLICATION):
        name, allowed = rule_for(module_of(path))
        for found in imports(path):
            if not ours(found) or within(found.module, allowed) or found.module in packages_above(allowed):
                continue
            trespasses.append(f"{place(path, found.line)}: {name} may not import {found.module}")
    assert not trespasses, "\n".join(trespasses)


def test_no_arrow_between_the_rooms_of_the_console_runs_up() -> None:
    up = []
    for path in files("console"):
        room = module_of(path).split(".")[1:2]
        if path.name == "__init__.py" or not room or room[0] not in CONSOLE_ROOMS:
            continue
        above = CONSOLE_ROOMS[CONSOLE_ROOMS.index(room[0]) + 1 :]
        for found in imports(path):
            if within(found.module, tuple(f"console.{name}" for name in above)):
                up.append(f"{place(path, found.line)}: {found.module}")
    assert not up, "\n".join(up)


DESK_INSIDE = ("console.show.answers.questions", "console.show.answers.history")


def test_answers_reach_the_question_desk_by_events_alone() -> None:
    """Its inbox decides, and whoever carries that out asks nothing of the desk."""
    back = [
        f"{place(path, found.line)}: {found.module}"
        for path in files("console/answer")
        for found in imports(path)
        if within(found.module, DESK_INSIDE)
    ]
    assert not back, "report what happened as an event of console/show/answers/events.py:\n" + "\n".join(back)


@cache
def borrowed_by(module: str) -> dict[str, str]:
    """The names that a module has only because it imports them: name → where they are declared.

    A package's `__init__` lists what it gives on purpose, and a test gets its fixtures by importing them.
    """
    path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    if not path.is_file():
        return {}
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module and within(node.module, EVERYWHERE)
        for alias in node.names
    }


def borrowed_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Where a name is imported, or used as a module's attribute, that this module only imports itself."""
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
                if alias.name in (borrowed := borrowed_by(node.module)):
                    yield node.lineno, f"{node.module}.{alias.name}: import {borrowed[alias.name]}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            module = modules[node.value.id]
            if node.attr in (borrowed := borrowed_by(module)):
                yield node.lineno, f"{module}.{node.attr}: import {borrowed[node.attr]}"


def test_every_name_is_imported_from_the_file_that_declares_it() -> None:
    borrowed = [
        f"{place(path, line)}: {name}" for path in files(*EVERYWHERE) for line, name in borrowed_names(tree_of(path))
    ]
    assert not borrowed, "\n".join(borrowed)


@pytest.mark.parametrize(
    "text",
    ["from engine.ipc.messages.core import Message", "from engine.ipc.messages import core as m\nm.Message"],
)
def test_the_search_for_borrowed_names_finds_them(text: str) -> None:
    assert [name for _, name in borrowed_names(ast.parse(text))] == [
        "engine.ipc.messages.core.Message: import engine.ipc.messages.base.Message"
    ]


def circles(arrows: Iterable[tuple[str, str]]) -> list[str]:
    """Rooms from which a way along the arrows leads back to them."""
    onward: dict[str, set[str]] = {}
    for room, other in arrows:
        onward.setdefault(room, set()).add(other)

    def reached(room: str) -> set[str]:
        seen, waiting = set[str](), [room]
        while waiting:
            for other in onward.get(waiting.pop(), set()) - seen:
                seen.add(other)
                waiting.append(other)
        return seen

    return sorted(room for room in onward if room in reached(room))


def test_the_search_for_circles_finds_them() -> None:
    assert circles([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "f")]) == ["a", "b", "c"]


def test_no_room_imports_one_that_imports_it() -> None:
    assert circles(import_graph.arrows()) == []


def test_every_room_of_the_console_has_its_place() -> None:
    rooms = {
        path.parent.name
        for path in files("console")
        if path.name == "__init__.py" and path.parent.parent.name == "console"
    }
    assert rooms == set(CONSOLE_ROOMS)


def test_the_show_is_pure() -> None:
    foreign = [
        f"{place(path, found.line)}: {found.module}"
        for path in files("console/show")
        for found in imports(path)
        if found.module.split(".")[0] not in {*sys.stdlib_module_names, *SHOW_LIBRARIES, "console"}
        and not within(found.module, MAY_IMPORT["console.show"])
    ]
    assert not foreign, "console.show has only the standard library and msgspec:\n" + "\n".join(foreign)


def test_the_engine_has_no_window() -> None:
    windows = []
    for path in files("engine"):
        paints = within(module_of(path), PAINTERS)
        for found in imports(path):
            if within(found.module, ("PySide6",)) and not (
                paints and (found.module == "PySide6" or within(found.module, PAINTING))
            ):
                windows.append(f"{place(path, found.line)}: {found.module}")
    assert not windows, "of Qt the engine has QtGui and QtCore, in " + ", ".join(PAINTERS) + ":\n" + "\n".join(windows)


def test_heavy_libraries_are_imported_only_when_they_are_used() -> None:
    heavy = [
        f"{place(path, found.line)}: {found.module}"
        for path in files(*APPLICATION)
        if not within(module_of(path), ("engine.musetalk",))
        for found in imports(path)
        if found.when_imported and within(found.module, HEAVY)
    ]
    assert not heavy, "import these inside the function that needs them:\n" + "\n".join(heavy)


@pytest.mark.parametrize("module", ["console.cli", "console", "console.show", "engine.ipc.messages.core"])
def test_the_command_line_starts_without_qt_numpy_or_av(module: str) -> None:
    program = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    asked = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr
    loaded = {name.split(".")[0] for name in json.loads(asked.stdout)}
    assert not loaded & {"PySide6", "numpy", "av", "sounddevice", "qasync", "pulsectl", *HEAVY}


def test_opencv_is_imported_in_one_place_only() -> None:
    """Importing it changes the environment of every child process; `engine.opencv` puts that right."""
    others = [
        f"{place(path, found.line)}: {found.module}"
        for path in files(*APPLICATION, "tests")
        for found in imports(path)
        if within(found.module, ("cv2",)) and module_of(path) != "engine.opencv"
    ]
    assert not others, "call engine.opencv.opencv():\n" + "\n".join(others)
