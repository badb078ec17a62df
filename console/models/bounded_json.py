"""JSON of a stranger's, read in bounded memory and without deep recursion."""

from __future__ import annotations

import json
import re
from typing import Any

_PIECES = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
"""A whole string (or one without an end), or a bracket: one within a string is none. Goes through any text once."""


def read_json(data: bytes, most_depth: int) -> Any:
    """The value that is written there.

    The caller bounds the size of `data`. How deep it goes is looked at before anything is made of it.

    Args:
        most_depth: brackets within brackets, at most.

    Raises:
        ValueError: it is no JSON in UTF-8, goes deeper, names a field twice, or holds a number that is none.
    """
    text, depth = data.decode("utf-8-sig"), 0
    for piece in _PIECES.finditer(text):
        first = piece[0][:1]
        if first in "[{":
            depth += 1
            if depth > most_depth:
                raise ValueError("too deep")
        elif first in "]}":
            depth -= 1
    try:
        return json.loads(text, object_pairs_hook=_table, parse_constant=_no_number)
    except RecursionError:  # can only be what called us: the depth is known
        raise ValueError("too deep") from None


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a field is named twice")
    return table


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")
