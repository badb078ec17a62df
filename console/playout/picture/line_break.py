"""Where a caption's lines end: Chinese and Latin letters, mixed. No text is lost.

A line of Chinese may end after any character, except that closing signs never begin a line and opening signs never
end one (the common core of JIS X 4051 and of W3C's Requirements for Chinese Text Layout, 3.1.1). A word in Latin
letters is broken only when it is wider than a whole line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〕〉》”’…‥—～〜ー々·‧％℃°,.:;?!)]}%»›ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
"""Signs that never begin a line."""

NOT_LAST = frozenset("（「『【〔〈《“‘([{«‹$￥＄#＃@")
"""Signs that never end a line."""


class LinePiece(NamedTuple):
    """What stays together on a line; `spaced` says that a space stands before it, if not at the line's beginning."""

    text: str
    spaced: bool


def pieces(text: str) -> list[LinePiece]:
    """A text in pieces that may stand on different lines."""
    found: list[LinePiece] = []
    spaced = open_end = False
    for sign in _signs(text):
        if sign.isspace():
            spaced = True
            continue
        together = found and not spaced and (open_end or sign[0] in NOT_FIRST or _one_word(found[-1].text[-1], sign))
        if together:
            last = found.pop()
            found.append(LinePiece(last.text + sign, last.spaced))
        else:
            found.append(LinePiece(sign, spaced and bool(found)))
        spaced, open_end = False, sign[0] in NOT_LAST
    return found


def break_lines(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text in lines, none wider than `width` unless one sign alone is.

    Lines that are full stay as they are when more text comes, except for what a closing sign takes along.

    Args:
        width: in the unit of `measure`.
        measure: the width of a text.
    """
    lines: list[str] = []
    line, used = "", 0.0
    gap = measure(" ")
    for piece in pieces(text):
        wide = measure(piece.text)
        before = gap if piece.spaced and line else 0.0
        if line and used + before + wide > width:
            lines.append(line)
            line, used, before = "", 0.0, 0.0
        if wide > width:
            *full, rest = _cut(piece.text, width, measure)
            lines += full
            line, used = rest, measure(rest)
            continue
        line += (" " if before else "") + piece.text
        used += before + wide
    return [*lines, line] if line else lines


def _cut(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A word that no line can hold, in parts."""
    parts = [""]
    for sign in _signs(word):
        if parts[-1] and measure(parts[-1] + sign) > width:
            parts.append("")
        parts[-1] += sign
    return parts


def _signs(text: str) -> Iterator[str]:
    """The characters as they are seen: marks, joiners and variants with the letter that they belong to."""
    sign = ""
    for letter in text:
        after = sign.endswith("\u200d") and not unicodedata.category(letter).startswith("P")
        joined = after or letter == "\u200d" or unicodedata.category(letter) in ("Mn", "Mc", "Me")
        if sign and not letter.isspace() and not sign.isspace() and joined:
            sign += letter
            continue
        if sign:
            yield sign
        sign = letter
    if sign:
        yield sign


def _one_word(before: str, sign: str) -> bool:
    """Whether no line may end between these two."""
    return not (_is_wide(before) or _is_wide(sign[0]))


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in ("W", "F")
