"""A rundown as a table for a spreadsheet: one line a preset. Text in, text out."""

from __future__ import annotations

import csv
import io
import re
from enum import Enum
from typing import Annotated, get_args, get_origin

import msgspec

from console.show.rundown.preset import FORMAT, Preset, PresetError, files_named, lies_below, preset_of
from console.show.rundown.rundown import MOST, RESERVED, Item, Rundown, free_id, is_id
from engine.text import Text

COLUMNS = ("number", "id", *(field for field in Preset.__struct_fields__ if field != "format"))
"""What is written, in this order. Read are those that are there, in any order; others are passed over."""


def _plain(kind: object) -> object:
    """A field's type without its bounds."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


_PLAIN = {field.name: _plain(field.type) for field in msgspec.structs.fields(Preset) if field.name != "format"}
_NUMBERS = tuple(name for name, kind in _PLAIN.items() if kind in (int, float))
_SWITCHES = tuple(name for name, kind in _PLAIN.items() if kind is bool)
_CHOICES = {name: kind for name, kind in _PLAIN.items() if isinstance(kind, type) and issubclass(kind, Enum)}
_NOT_SAID = {"avatar", "think", *_NUMBERS, *_CHOICES} - {"language"}
"""Columns whose empty cell says nothing; an empty language is that of the question."""

_FORMULA = re.compile(r"'*(?:[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])")
"""What a spreadsheet would compute rather than show (OWASP); with its apostrophe it is a text."""

_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ \t,;|]*(?:\r\n|\n|\r|$)', re.IGNORECASE)
"""A first line that tells Excel what parts the cells."""

_YES = {"yes", "true", "on", "1", "x"}
_NO = {"no", "false", "off", "0", ""}


def to_csv(rundown: Rundown) -> str:
    """The rundown as CSV with a line of headings."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for number, item in enumerate(rundown.items, 1):
        fields = msgspec.to_builtins(item.preset)
        fields.pop("format")
        fields |= {name: "yes" if getattr(item.preset, name) else "no" for name in _SWITCHES}
        texts = {key: _as_text(cell) if isinstance(cell, str) else cell for key, cell in fields.items()}
        writer.writerow({"number": number, "id": item.id, **texts})
    return out.getvalue()


def from_csv(text: str, rundown: Rundown, avatar: str) -> Rundown:
    """A rundown from CSV; the lines are its items, in their order.

    A line whose id is in `rundown` keeps what it says nothing of from there; other lines are new presets.

    Args:
        text: with commas, semicolons or tabs; the first line names the columns, of which `name` must be one. Before
            it may stand a line as `sep=;`.
        rundown: the present one.
        avatar: for new presets whose line names none.

    Raises:
        PresetError: with the line and what is wrong in it.
    """
    lines = _lines(text)
    if "name" not in lines.columns:
        raise PresetError("The table cannot be used: its first line must name the columns, and one must be “name”.")
    items: list[Item] = []
    own = {name for item in rundown.items for name in files_named(item.preset)}  # these the operator chose himself
    for number, cells in lines.rows:
        origin = f"in line {number}"
        wanted = cells.get("id", "")
        if wanted in RESERVED:
            raise PresetError(
                Text(
                    "The id {name} in line {n} is the name of another file: give the line another id.",
                    name=wanted,
                    n=number,
                )
            )
        if wanted and not is_id(wanted):
            raise PresetError(
                Text(
                    "The id {name} in line {n} must be lower-case letters, digits and hyphens.",
                    name=wanted[:40],
                    n=number,
                )
            )
        if wanted and any(item.id == wanted for item in items):
            raise PresetError(
                Text("The id {name} in line {n} is there twice: give each line its own.", name=wanted, n=number)
            )
        known = rundown.find(wanted) if wanted else None
        fields: dict[str, object] = msgspec.to_builtins(known.preset) if known else {"format": FORMAT, "avatar": avatar}
        fields |= _fields(cells, number)
        preset = preset_of(fields, origin)
        if strange := next((name for name in files_named(preset) if name not in own and not lies_below(name)), ""):
            raise PresetError(
                Text(
                    "The file {path} in line {n} is refused: it does not lie in the show's folder.",
                    path=strange[:60],
                    n=number,
                )
            )
        items.append(Item(wanted or free_id(preset.name, [*items, *rundown.items]), preset))
    if not items:
        raise PresetError("The table has no lines below its headings.")
    return Rundown(tuple(items), rundown.name)


def _as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _without_apostrophe(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


class _Table(msgspec.Struct):
    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]


def _lines(text: str) -> _Table:
    text = text.removeprefix("\ufeff")
    told = _SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = told[1] if told else max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as fault:
        raise PresetError(Text("The table cannot be read as CSV ({fault}).", fault=fault)) from fault
    columns = [word.strip().lower() for word in rows[0]] if rows else []
    named = []
    for number, row in enumerate(rows[1:], 3 if told else 2):
        if any(cell.strip() for cell in row):
            cells = {key: _without_apostrophe(cell.strip()) for key, cell in zip(columns, row, strict=False)}
            named.append((number, cells))
        if len(named) > MOST:
            raise PresetError(Text("The table has too many lines: a rundown has {n} presets at most.", n=MOST))
    return _Table(columns, named)


def _fields(cells: dict[str, str], number: int) -> dict[str, object]:
    """The fields of a preset that a line says something of."""
    fields: dict[str, object] = {}
    for key in COLUMNS[2:]:
        cell = cells.get(key)
        if cell is None or (cell == "" and key in _NOT_SAID):
            continue
        if key in _NUMBERS:
            try:
                fields[key] = float(cell.replace(",", "."))
            except ValueError:
                what = "gain" if key == "mic_gain_db" else key
                raise PresetError(
                    Text("The {what} {value} in line {n} is not a number.", what=what, value=cell[:20], n=number)
                ) from None
        elif key in _SWITCHES:
            if cell.lower() not in _YES | _NO:
                raise PresetError(
                    Text("The {name} in line {n} must be yes or no, not {value}.", name=key, n=number, value=cell[:20])
                )
            fields[key] = cell.lower() in _YES
        else:
            fields[key] = _choice(_CHOICES[key], cell) if key in _CHOICES else cell
            if key == "slate" and fields[key] == "logo":  # as every preset of older tables says, and none chose
                fields[key] = ""
    return fields


def _choice(kind: type[Enum], cell: str) -> str:
    """The value that a cell names, in capitals or not; what is none of them is judged by the preset."""
    return next((str(each.value) for each in kind if str(each.value).lower() == cell.lower()), cell.lower())
