"""A row of the card's bench, and how rows become JSON and a section of docs/MEASURED.md."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.bench.rows import Row, table

BEGIN, END = "<!-- card -->", "<!-- end card -->"


@dataclass(frozen=True)
class Found:
    """What was measured.

    Attributes:
        measure: which measure it comes from.
        what, bound, measured, kept: as of `rows.Row`.
        values: the same as numbers; names end in their unit.
    """

    measure: str
    what: str
    measured: str
    values: Mapping[str, float | None] = field(default_factory=dict)
    bound: str = ""
    kept: bool | None = None

    @property
    def row(self) -> Row:
        return Row(self.what, self.bound, self.measured, self.kept)


def not_measured(measure: str, why: str) -> Found:
    """The row that stands for a measure, or the rest of one, that is not there."""
    return Found(measure, f"{measure}: not measured", why)


def write_json(path: Path, about: Mapping[str, object], rows: Sequence[Found]) -> None:
    """Write all rows so far, whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps({**about, "rows": [asdict(row) for row in rows]}, indent=1) + "\n", encoding="utf-8")
    part.replace(path)


def section(about: Mapping[str, object], rows: Sequence[Found]) -> str:
    """The section of docs/MEASURED.md."""
    return (
        f"{BEGIN}\n## The card, alone\n\n`{about['command']}`, {about['day']}, {about['machine']}, {about['card']}; "
        f"{about['taken_s']:.0f} s. Networks of the {about['size']} size with random weights; errors are in grey "
        "levels, 0 … 255, against float32 on the processor.\n\n"
        f"{table([row.row for row in rows])}\n{END}"
    )


def put(text: str, fresh: str) -> str:
    """`text` with its section of the card replaced, or added at the end."""
    if BEGIN in text and END in text:
        return text[: text.index(BEGIN)] + fresh + text[text.index(END) + len(END) :]
    return text.rstrip() + "\n\n" + fresh + "\n"
