"""What the documents say is so."""

from __future__ import annotations

import ast
import re
import tokenize
import tomllib
from pathlib import Path

import pytest

from console.show.actions.action import Action, Binding
from console.show.actions.table import ACTIONS
from tests.house import import_graph
from tests.house.contributing import lists_of_contributing
from tests.house.source import APPLICATION, EVERYWHERE, ROOT, files, tree_of

BOUND = [(action, binding) for action in ACTIONS.values() for binding in action.bindings]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def documents() -> list[Path]:
    return [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_every_source_file_that_a_document_names_is_there(path: Path) -> None:
    names = re.findall(r"[\w/]+\.py\b", path.read_text(encoding="utf-8"))
    ours = [str(file.relative_to(ROOT)) for file in files(*EVERYWHERE)]
    gone = [name for name in names if not any(file == name or file.endswith(f"/{name}") for file in ours)]
    assert not gone


def said_in_source(path: Path) -> str:
    """The docstrings and comments of a file."""
    told = [
        node.value.value
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    with path.open("rb") as file:
        told += [token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
    return "\n".join(told)


def test_comments_cite_no_document_that_is_not_in_the_repository() -> None:
    there = {document.name for document in documents()}
    cited = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in files(*APPLICATION)
        for names in re.findall(r"(?<![\"'\w`])(?:docs/)?([\w-]+\.md)\b|\b(DESIGN|PLAN) \d", said_in_source(path))
        for name in names
        if name and name not in there
    ]
    assert not cited, "say what it says, or put it into docs/:\n" + "\n".join(cited)


def test_the_picture_of_the_imports_is_not_stale() -> None:
    text = read("docs/ARCHITECTURE.md")
    assert import_graph.drawn_into(text) == text, "run python -m tests.house.import_graph --write"


MOST_FILES = 6
"""Who adds something touches so many files at most."""


def test_the_guide_for_contributors_names_few_files_for_each_thing_to_add() -> None:
    lists = lists_of_contributing()
    assert {
        "An action",
        "A voice provider",
        "A provider of answers",
        "A driver",
        "A language",
        "A field of a preset",
    } <= set(lists)
    assert {what: names for what, names in lists.items() if not 2 <= len(names) <= MOST_FILES} == {}


def key_rows() -> list[str]:
    """The rows of the key table of the operator's guide."""
    section = read("docs/OPERATOR.md").split("\n## Keys\n")[1].split("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize(("action", "binding"), BOUND, ids=lambda value: getattr(value, "id", None) or value.keys)
def test_every_key_is_in_the_operators_guide(action: Action, binding: Binding) -> None:
    keys = binding.keys.replace("Enter", "Return")
    words = binding.argument.upper() if binding.argument else action.words
    rows = [row for row in key_rows() if f"`{keys}`" in row and words in row.split("|")[1]]
    assert rows, f"no row for {words} on {keys}"
    if binding.hold_s:
        assert f"hold {binding.hold_s:g} s" in rows[0]


def test_the_readme_has_the_two_commands_and_its_links_lead_somewhere_in_the_project() -> None:
    text = read("README.md")
    assert "python3 packaging/bootstrap.py run" in text
    assert "python3 packaging/bootstrap.py test" in text
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert "docs/images/window.png" in links
    missing = [link for link in links if not (ROOT / link).exists()]
    assert not missing, missing


def test_the_licences_of_others_are_told() -> None:
    assert "Apache License" in read("LICENSE")
    named = set(re.findall(r"[\w-]+", read("NOTICE")))
    project = tomllib.loads(read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(requirement for extra in extras for requirement in extra)]
    packages = {re.split(r"[^\w-]", requirement)[0] for requirement in wanted}
    assert not packages - named - {project["name"]}
    assert {"x264", "x265", "espeak-ng", "PortAudio", "Inter"} <= named
