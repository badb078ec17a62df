"""A sentence for people that carries its key and what fills its places, so that any process can say it in any language.

It is the finished English sentence, for logs, reports and tests, and at once the data that a translation is made of:
the window and the command line fill the translated key (`ui/i18n/filling.py`). A sentence without places is an
ordinary `str`: it is its own key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

PLACE = re.compile(r"\{(\w+)\}")
"""A place in a key, as `{name}`."""

COMMA = ", "
"""Between the values of a place that holds several."""

Value = str | tuple["Value", ...]
"""What fills a place: a word of somebody's as it is, a `Text`, which is translated in its turn, or several of these."""


class Text(str):
    """One sentence of ours, or a piece of one.

    An f-string, a `+` or a `join` around it makes an ordinary `str` of it, which is shown in English: put it into a
    place of another text instead. So does a Qt signal of `str`: one that carries sentences is a `Signal(object)`. The
    exception that is raised with one gives it back by `str(exception)`.

    Args:
        key: the English sentence with its places as `{name}`; it must stand in `ui/i18n`.
        parameters: what fills each place. Lists are joined by commas; what is no string is written as `str` does it.

    Attributes:
        key: the same.
        parameters: what fills each place, as strings and tuples of these.
    """

    key: str
    parameters: Mapping[str, Value]

    def __new__(cls, key: str, /, **parameters: object) -> Text:
        """Fill the places in English. A place without a parameter stays as it is."""
        values = {name: _value(value) for name, value in parameters.items()}
        made = super().__new__(cls, filled(key, {name: _english(value) for name, value in values.items()}))
        made.key, made.parameters = str.__str__(key), values
        return made

    def __str__(self) -> str:
        """Itself, and not a copy that has forgotten its key."""
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Value]]:
        """For `copy` and `pickle`."""
        return (self.key,), dict(self.parameters)


def as_text(sentence: str) -> Text:
    """A sentence as a `Text`: itself, or one that is its own key."""
    return sentence if isinstance(sentence, Text) else Text(sentence)


def filled(key: str, values: Mapping[str, str]) -> str:
    """A sentence with its places filled, all at once: what fills one may look like another."""
    return PLACE.sub(lambda place: values.get(place[1], place[0]), key)


def to_wire(value: object) -> Any:
    """A sentence as plain data, for a message or a line of JSON; an ordinary string as it is.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(value, Text):
        return [value.key, {name: to_wire(each) for name, each in value.parameters.items()}]
    if isinstance(value, tuple):
        return [to_wire(each) for each in value]
    if isinstance(value, str):
        return value
    raise TypeError(f"a {type(value).__name__} is no sentence")


def from_wire(data: object) -> Value:
    """What `to_wire` gave, as it was.

    Raises:
        ValueError: it is nothing of the kind.
    """
    match data:
        case str():
            return data
        case [str() as key, dict() as parameters]:
            return Text(key, **{str(name): from_wire(each) for name, each in parameters.items()})
        case [*several]:
            return tuple(from_wire(each) for each in several)
        case _:
            raise ValueError("this is no sentence")


def sentence_of(data: object) -> str:
    """A sentence that came as plain data from another process; what is none of ours as a string."""
    try:
        value = from_wire(data)
    except (ValueError, RecursionError):
        return str(data)
    return value if isinstance(value, str) else _english(value)


def to_json(value: object) -> str:
    """One line of JSON in which every `Text`, however deep, is as `to_wire` has it."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return to_wire(value)
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _value(value: object) -> Value:
    if isinstance(value, (list, tuple)):
        return tuple(_value(each) for each in value)
    return value if isinstance(value, Text) else str(value)


def _english(value: Value) -> str:
    return value if isinstance(value, str) else COMMA.join(map(_english, value))
