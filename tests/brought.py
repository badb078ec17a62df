"""What packages bring with them, as far as it is installed here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


def same(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(extra: str = "") -> list[Requirement]:
    """What pyproject.toml asks for: the usual, or one extra of it."""
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
