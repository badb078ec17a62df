"""NOTICE names whatever comes with Compere: what pyproject declares, and all that those bring here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
TESTS_ONLY = "In tests only\n"


def same(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(extra: str = "") -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [
        Requirement(each) for each in (project["optional-dependencies"][extra] if extra else project["dependencies"])
    ]


def brought(wanted: Iterable[Requirement]) -> set[str]:
    """What these packages bring: themselves, and what those that are installed here need here."""
    waiting, known = list(wanted), set[tuple[str, str]]()
    while waiting:
        requirement = waiting.pop()
        name = same(requirement.name)
        if name == "compere":
            for extra in requirement.extras:
                waiting += declared(extra)
            continue
        for extra in {"", *requirement.extras}:
            if (name, extra) in known or not (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
                continue
            known.add((name, extra))
            try:
                needs = [Requirement(each) for each in requires(requirement.name) or []]
            except PackageNotFoundError:  # an extra that is not installed here is declared all the same
                continue
            for need in needs:
                if need.marker is None or need.marker.evaluate({"extra": extra}):
                    need.marker = None
                    waiting.append(need)
    return {name for name, _ in known}


def named(text: str) -> set[str]:
    return {same(word) for word in re.findall(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?", text)}


def without_tests(text: str) -> str:
    """NOTICE without the section of what only tests need."""
    begin = text.index(TESTS_ONLY)
    following = re.search(r"\n\n(?=[^\n]+\n-{4,}\n)", text[begin:])
    assert following is not None
    return text[:begin] + text[begin + following.end() :]


@pytest.mark.parametrize("extra", ["", "echo", "piper", "neural"])
def test_whatever_an_operator_installs_is_named(extra: str) -> None:
    text = without_tests((ROOT / "NOTICE").read_text(encoding="utf-8"))
    assert sorted(brought(declared(extra)) - named(text)) == []


def test_whatever_the_tests_bring_is_named() -> None:
    assert sorted(brought(declared("dev")) - named((ROOT / "NOTICE").read_text(encoding="utf-8"))) == []


def test_what_is_brought_is_found_through_others() -> None:
    found = brought(declared())
    assert {"msgspec", "cffi", "pycparser", "anyio", "ctranslate2", "idna"} <= found
    assert "pytest" not in found and "torch" not in found
    assert "zipp" not in named("An archive that is zipped") and "jinja2" in named("It brings Jinja2, and more")
