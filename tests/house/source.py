"""The project's own Python files, parsed once, for the structural tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

APPLICATION = ("console", "engine", "ui")
"""The packages that are installed."""

EVERYWHERE = (*APPLICATION, "packaging", "tests")


@dataclass(frozen=True)
class Import:
    """One import statement.

    Attributes:
        module: the dotted name that is imported; for `from a import b` both `a` and `a.b` are given, apart.
        line: where.
        when_imported: whether it runs as the module is imported, and not later in a function or never
            (under TYPE_CHECKING).
    """

    module: str
    line: int
    when_imported: bool


@cache
def files(*folders: str) -> tuple[Path, ...]:
    """The Python files below `folders` of the project."""
    return tuple(
        path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")) if "__pycache__" not in path.parts
    )


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of `path`."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def module_of(path: Path) -> str:
    """The dotted name of the module in `path`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def place(path: Path, line: int) -> str:
    """A clickable place."""
    return f"{path.relative_to(ROOT)}:{line}"


def _is_type_checking(test: ast.expr) -> bool:
    return (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING") or (
        isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING"
    )


def _imports(nodes: list[ast.stmt], package: str, when_imported: bool) -> Iterator[Import]:
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, when_imported)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([base] if base else [])])
            yield Import(base, node.lineno, when_imported)
            for alias in node.names:
                yield Import(f"{base}.{alias.name}", node.lineno, when_imported)
        else:
            deferred = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            typing_only = isinstance(node, ast.If) and _is_type_checking(node.test)
            for field, value in ast.iter_fields(node):
                inner = value if isinstance(value, list) else []
                statements = [item for item in inner if isinstance(item, ast.stmt)]
                for handler in (item for item in inner if isinstance(item, (ast.excepthandler, ast.match_case))):
                    statements += handler.body
                now = when_imported and not deferred and not (typing_only and field == "body")
                yield from _imports(statements, package, now)


@cache
def imports(path: Path) -> tuple[Import, ...]:
    """All imports of `path`, wherever they stand."""
    name = module_of(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return tuple(_imports(tree_of(path).body, package, True))


def within(module: str, packages: tuple[str, ...]) -> bool:
    """Whether `module` is one of `packages` or lies in one."""
    return any(module == package or module.startswith(package + ".") for package in packages)
