"""The lists of CONTRIBUTING: what is to be touched when something is added."""

from __future__ import annotations

import re

from tests.house.source import ROOT


def lists_of_contributing() -> dict[str, list[str]]:
    """What can be added → the files and folders that are to be touched."""
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("\n## How to add\n")[1].split("\n## ")[0]
    named = {}
    for row in section.split("\n- ")[1:]:
        touched = row.split("Touch:")[1].split("Read:")[0]
        named[row.split("**")[1]] = re.split(r";\s", touched.replace("the two `.ts` files", "a `.ts`; a `.ts`"))
    return named
