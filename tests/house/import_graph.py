"""The rooms and who imports whom, drawn from the imports themselves: `python -m tests.house.import_graph --write`.

The picture stands in docs/ARCHITECTURE.md between two marks, as Mermaid; `test_documents.py` fails when it is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.house.source import APPLICATION, ROOT, files, imports, module_of, within

ARCHITECTURE = ROOT / "docs" / "ARCHITECTURE.md"
BEGIN, END = "<!-- imports -->\n", "<!-- end imports -->"
COMPOSED_BY = ("console", "engine")
"""Files that lie in these folders themselves put the rooms together: arrows from them are left out."""


def room_of(module: str) -> str:
    """The room of a module: two names deep, one in `ui` but for its display, which playout uses too."""
    parts = module.split(".")
    if parts[0] == "ui":
        return "ui.display" if parts[1:2] == ["display"] else "ui"
    return ".".join(parts[:2]) if (ROOT / "/".join(parts[:2])).is_dir() else parts[0]


def arrows() -> list[tuple[str, str]]:
    """Each room and each other room that it imports, in order."""
    return sorted(set(_arrows()))


def _arrows() -> Iterator[tuple[str, str]]:
    for path in files(*APPLICATION):
        room = room_of(module_of(path))
        if room in COMPOSED_BY:
            continue
        for found in imports(path):
            if within(found.module, APPLICATION) and (other := room_of(found.module)) not in (room, *COMPOSED_BY):
                yield room, other


def picture() -> str:
    """The arrows as Mermaid, which GitHub and most editors draw."""
    lines = "\n".join(f"  {room} --> {other}" for room, other in arrows())
    return f"```mermaid\nflowchart LR\n{lines}\n```\n"


def drawn_into(text: str) -> str:
    """`text` with the picture between its marks."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + picture() + END + rest.split(END, 1)[1]


if __name__ == "__main__":
    if "--write" in sys.argv:
        ARCHITECTURE.write_text(drawn_into(ARCHITECTURE.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(picture())
