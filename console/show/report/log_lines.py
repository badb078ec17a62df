"""Lines of the log as an operator reads them. Pure logic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from console.show.rundown.rundown import Add, Delete, Duplicate, Move, NameShow, Redo, Replace, SetField, Undo
from engine.text import Text

DONE = "{words} ({source})"
"""What was done, and by whose hand."""

REFUSED = "{words} ({source}) refused: {reason}"

MOVED = "{before} → {after} by {words} ({source})"
"""The show went from one state to another."""

NOTHING_DONE = "{words}: nothing to be done"
"""What was asked for when the show was there already."""

IN_REHEARSAL = "rehearsal: {words}"
"""What was done in a rehearsal."""


class LogKind(StrEnum):
    """By what the log is filtered."""

    DONE = "done"
    REFUSED = "refused"
    FAULT = "fault"
    OVER = "over"  # a fault that has gone; among the faults, and not in their colour
    NOTE = "note"


@dataclass(frozen=True)
class LogLine:
    """One line.

    Attributes:
        at: the time of day, as "20:14:02".
        words: what happened.
        kind: what it is about.
        path: a file that it names, whole, or "".
    """

    at: str
    words: str
    kind: LogKind = LogKind.NOTE
    path: str = ""


_HIDDEN_PARTS = ("turn", "number")
"""Parts of an argument that only the program needs."""


def argument_words(argument: object, name: Callable[[str], str] = str) -> str:
    """What was handed to an action, in the operator's words; "" for what only the program needs.

    Args:
        argument: as the action got it.
        name: what the operator calls a preset's id.
    """
    match argument:
        case None:
            return ""
        case Add():
            return "new preset"
        case Duplicate(id=preset):
            return Text("copy of {name}", name=name(preset))
        case Move(id=preset, by=by):
            return Text("{name} later" if by > 0 else "{name} earlier", name=name(preset))
        case Delete(id=preset):
            return Text("{name} taken out", name=name(preset))
        case NameShow(name=title):
            return Text("show's name “{name}”", name=title)
        case SetField(id=preset, field=field, value=value):
            return f"{name(preset)}, {field.replace('_', ' ')}: {_value(value)}"
        case Undo():
            return "undo"
        case Redo():
            return "redo"
        case Replace():
            return "another rundown"
        case Mapping():
            parts = [(str(part), value) for part, value in argument.items() if part not in _HIDDEN_PARTS]
            if [part for part, _ in parts] == ["text"]:
                return f"“{_value(parts[0][1])}”"
            return ", ".join(f"{part.replace('_', ' ')} {_value(value)}" for part, value in parts)
        case tuple() | list():
            return " ".join(_value(each) for each in argument)
        case bool():
            return "on" if argument else "off"
        case _:
            return _value(argument)


def _value(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(str(each) for each in value)[:80] or "none"
    text = " ".join(str(value).split())
    return text if len(text) <= 120 else f"{text[:119]}…"
