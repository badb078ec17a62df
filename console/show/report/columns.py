"""Text in the columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import re
import unicodedata

_PIECES = re.compile(
    r"[^\S\n]+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][，。：；、！？）」』》”]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)


def columns(text: str) -> int:
    """How many columns a line takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def padded(text: str, width: int) -> str:
    """A text with spaces behind it to so many columns."""
    return text + " " * (width - columns(text))


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns, broken at spaces and between Chinese characters; at least one line.

    What has neither is not broken: a path or an address is to be copied.
    """
    lines = [""]
    for piece in _PIECES.findall(text):
        if columns(lines[-1]) + columns(piece.rstrip()) > width and lines[-1].strip():
            lines.append("")
        if lines[-1] or not piece.isspace():
            lines[-1] += piece
    return [each.rstrip() for each in lines]
