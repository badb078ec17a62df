"""One promise, its bound and what was measured: a row of docs/MEASURED.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measured figure.

    Attributes:
        what: the promise in words.
        bound: what was promised, in words; empty for a figure without one.
        measured: the figure in words, with its unit.
        kept: the promise is kept; None where nothing was promised.
    """

    what: str
    bound: str
    measured: str
    kept: bool | None = None


def at_most(what: str, value: float | None, bound: float, unit: str) -> Row:
    """A promise kept by a value not above its bound."""
    words = f"{value:.1f} {unit}" if value is not None else "nothing measured"
    return Row(what, f"≤ {bound:g} {unit}", words, value is not None and value <= bound)


def at_least(what: str, value: float | None, bound: float, unit: str) -> Row:
    """A promise kept by a value not below its bound."""
    words = f"{value:.2f} {unit}" if value is not None else "nothing measured"
    return Row(what, f"≥ {bound:g} {unit}", words, value is not None and value >= bound)


def none_of(what: str, count: int, of: str) -> Row:
    """A promise that something never happens."""
    return Row(what, "none", f"{count} in {of}", count == 0)


def figure(what: str, measured: str) -> Row:
    """A figure without a bound."""
    return Row(what, "", measured)


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| what | promised | measured | |", "|---|---|---|---|"]
    for row in rows:
        mark = {True: "kept", False: "**missed**", None: ""}[row.kept]
        lines.append(f"| {row.what} | {row.bound} | {row.measured} | {mark} |")
    return "\n".join(lines)
