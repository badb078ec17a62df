"""One declaration for each field that an operator may change: its bounds, and how it is shown.

It stands beside the field's type, in the struct itself:

    end_pause_s: Annotated[float, msgspec.Meta(ge=0.2, le=3.0), FieldInfo("Pause", unit="s", step=0.1)] = 0.7

The loader checks the bounds, the form takes them from here, and so does the sentence that refuses another value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import get_type_hints

import msgspec

from engine.text import Text


class Control(StrEnum):
    """What a field is set with."""

    SWITCH = "switch"  # on or off
    SEGMENTS = "segments"  # one of a few, side by side
    NUMBER = "number"
    LINE = "line"
    TEXT = "text"  # some lines
    LIST = "list"  # one of what is there now
    FILE = "file"  # a file, or a folder


@dataclass(frozen=True)
class FieldInfo:
    """How a field is shown; what it may hold is said by its type and by `msgspec.Meta` beside it.

    Attributes:
        title: beside the control.
        section: what it stands together with; "" is not shown in a form that is made by itself.
        hint: what it is for; on a text field, what to write.
        unit: behind a number, as "ms".
        step: of an arrow key; below 1 a number has one decimal.
        choices: value → (words, what it means) of segments, in their order; without them each value says itself.
        on, off: what each end of a switch means.
        none: said when nothing is chosen from a list.
        called: the name for screen readers, where the title alone says too little.
        control: what it is set with, where its type does not say it.
        why: the refusal of another value, one sentence with places for `{least}`, `{most}`, `{unit}`, `{longest}`;
            where it is "", one is made from the bounds.
    """

    title: str = ""
    section: str = ""
    hint: str = ""
    unit: str = ""
    step: float = 1.0
    choices: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    on: str = ""
    off: str = ""
    none: str = ""
    called: str = ""
    control: Control | None = None
    why: str = ""

    def words(self) -> Iterator[str]:
        """All that the operator reads of it in the form, in English."""
        yield from (self.title, self.section, self.hint, self.unit, self.on, self.off, self.none, self.called)
        for pair in self.choices.values():
            yield from pair


BETWEEN = "This must be between {least} and {most} {unit}."
AT_MOST = "This may have at most {longest} characters."
NOT_POSSIBLE = "That setting cannot be used."
"""What is said of a value that will not do when its declaration has no sentence of its own."""


@dataclass(frozen=True)
class Declared:
    """One field, with what its type allows.

    Attributes:
        name: as in the struct.
        info: how it is shown.
        least, most: of a number; None without one.
        longest: of a text, in characters; 0 without a limit.
        values: all that it may hold, where these are a few, in the order in which they are offered; else empty.
        control: what it is set with.
    """

    name: str
    info: FieldInfo
    least: float | None
    most: float | None
    longest: int
    values: tuple[object, ...]
    control: Control

    @property
    def why(self) -> str:
        """The sentence for a value that it cannot hold, with places for its bounds."""
        if self.info.why:
            return self.info.why
        if self.least is not None and self.most is not None:
            return BETWEEN
        return AT_MOST if self.longest else NOT_POSSIBLE

    @property
    def refusal(self) -> str:
        """The same with the bounds in it."""
        least, most = (f"{bound:g}" if bound is not None else "" for bound in (self.least, self.most))
        return Text(self.why, least=least, most=most, unit=self.info.unit, longest=self.longest)


@cache
def declared(struct: type[msgspec.Struct]) -> Mapping[str, Declared]:
    """Every field of a struct that has a `FieldInfo`, by name, in the order of the struct.

    Args:
        struct: its numbers have a least and a most, its texts a longest.
    """
    hints = get_type_hints(struct, include_extras=True)
    found: dict[str, Declared] = {}
    shape = msgspec.inspect.type_info(struct)
    assert isinstance(shape, msgspec.inspect.StructType)
    for each in shape.fields:
        info = next((one for one in getattr(hints[each.name], "__metadata__", ()) if isinstance(one, FieldInfo)), None)
        if info is not None:
            found[each.name] = _with_type(each.name, info, each.type)
    return found


def _with_type(name: str, info: FieldInfo, kind: msgspec.inspect.Type) -> Declared:
    least = most = None
    longest = 0
    values: tuple[object, ...] = ()
    control = Control.LINE
    if isinstance(kind, msgspec.inspect.BoolType):
        control = Control.SWITCH
    elif isinstance(kind, (msgspec.inspect.IntType, msgspec.inspect.FloatType)):
        least, most, control = kind.ge, kind.le, Control.NUMBER
    elif isinstance(kind, msgspec.inspect.LiteralType):
        values, control = tuple(info.choices) or kind.values, Control.SEGMENTS
    elif isinstance(kind, msgspec.inspect.EnumType):
        values, control = tuple(info.choices) or tuple(each.value for each in kind.cls), Control.SEGMENTS
    elif isinstance(kind, msgspec.inspect.StrType):
        longest = kind.max_length or 0
    return Declared(name, info, least, most, longest, values, info.control or control)
