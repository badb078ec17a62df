"""A written text as it is spoken: no list marks, no emphasis, no pictures, no stage directions.

Marks are told by where they stand and by what stands beside them. What says something is never touched: figures in any
script, lists of names, dates, sums.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import NamedTuple

from console.answer.text.stage_directions import without_directions

_HAN_FIGURES = "〇零一二三四五六七八九十百千萬万億亿兩两廿卅"
_SMALL = "零一二三四五六七八九"

_HEAD = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|>(?![ \t]?[\d=.$€£¥])[ \t]?)+")
"""`> Quoted`, and not `> 5 people`."""
_BULLET = re.compile(r"[ \t]*[-*+•·‧▪◦●○■–][ \t]+")
_NUMBER = re.compile(
    r"[ \t]*(?:(?P<figures>\d{1,2})(?P<point>[.)、．]|\\\.)|[（(](?P<inside>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]"
    r"|(?P<han>[一二三四五六七八九十]{1,3})(?P<comma>[、.．]))[ \t]*(?=\S)"
)

_HALF_MARK = re.compile(
    r"\d{1,2}(?:[.)、．]|\\\.?)?[ \t]*|[（(](?:[一二三四五六七八九十]{0,3}|\d{0,2})[）)]?[ \t]*"
    r"|[一二三四五六七八九十]{1,3}[、.．]?[ \t]*"
    r"|[-*+•·‧▪◦●○■–]{1,3}[ \t]*|`{1,2}"
)

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});")
_ESCAPED = re.compile(r"\\([*_#.\-!>~`+|&$%])")
_CITED = re.compile(
    r"【\d{1,3}(?::\d{1,3})?†[^】]{0,60}】|\[\^\w{1,10}\]"
    r"|(?<=[^\s\d\[(])(?<!\b[A-Za-z])\[\d{1,3}\](?![(\w\[])(?![ ]?[=<>+*/])"
)
"""References as `price[1]`; what may be one of a row, as `a[3]`, says something."""
_LINKED = re.compile(r"(!?)\[([^\[\]\n]{0,120})\]\([^()\s]{1,400}\)")
_LONE = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~|`{1,2}(?!`)")
_INVISIBLE = frozenset(
    map(
        chr,
        (
            0xAD,
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2070),
            0xFE0E,
            0xFE0F,
            0x20E3,
            *range(0xE0020, 0xE0080),
            0xFEFF,
        ),
    )
)
"""Joiners and marks of direction: they are not said, and nobody sees them."""

_HIDDEN = "\ue000"
"""Stands for a sign that was escaped, while marks are looked for: one of the private ones, in no text."""


class ListMark(NamedTuple):
    """What may be the mark of an item in a list.

    Attributes:
        kind: marks of one list have the same.
        number: of the item; 0 for a mark without one.
        length: characters to the item's own text.
        certain: it is one whatever stands in the lines beside it.
    """

    kind: str
    number: int
    length: int
    certain: bool


def list_mark(line: str) -> ListMark | None:
    """The mark that a line begins with, or None."""
    if found := _NUMBER.match(line):
        written = found["figures"] or found["inside"] or found["han"]
        sign = found["point"] or found["comma"] or "()"
        kind = f"{sign} {'1' if written.isdigit() else '一'}"
        behind = line[found.end() : found.end() + 1]
        if sign != "()" and _is_figure(behind):
            return None  # 3.50, 三、四百人
        return ListMark(kind, int(written) if written.isdigit() else _figure(written), found.end(), False)
    if found := _BULLET.match(line):
        behind = line[found.end() : found.end() + 1]
        return ListMark(found[0].strip(), 0, found.end(), not _is_figure(behind))
    return None


def may_be_mark(line: str) -> bool:
    """Whether the begin of a line may become a mark, or be one, as soon as more of it comes."""
    return _HALF_MARK.fullmatch(line) is not None


def speakable(text: str) -> str:
    """What is to be said of a piece of text; "" when nothing is left to say."""
    text = text[head.end() :] if (head := _HEAD.match(text)) else text
    mark = list_mark(text)
    if mark is not None and mark.certain:
        text = text[mark.length :]
    for _ in range(2):  # &amp;nbsp; happens
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    text = without_directions(text)
    text = _LINKED.sub(lambda found: "" if found[1] else found[2], _CITED.sub("", text))
    escaped = [found[1] for found in _ESCAPED.finditer(text)]
    text = _without_emphasis(_ESCAPED.sub(_HIDDEN, text.replace(_HIDDEN, " ")))
    signs = iter(escaped)
    text = "".join(next(signs, "") if each == _HIDDEN else each for each in text)
    text = "".join(" " if _picture(each) else each for each in text if each not in _INVISIBLE)
    text = re.sub(r" ([,.!?;:，。！？；：、])", r"\1", " ".join(text.split()))
    return text if any(each.isalnum() for each in text) else ""


def _without_emphasis(text: str) -> str:
    """A text without the marks of emphasis; a sign between two words, figures or spaces is none."""
    if not any(each in text for each in "*_~`"):
        return text
    out: list[str] = []
    at = 0
    for found in _LONE.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if _is_emphasis(found[0], before, after):
            out.append(text[at : found.start()])
            at = found.end()
    return "".join([*out, text[at:]])


def _is_emphasis(mark: str, before: str, after: str) -> bool:
    if mark[0] == "`":
        return True
    if mark == "~~":
        return not (_is_figure(before) and _is_figure(after))
    if mark[0] == "_":
        return True  # the pattern has looked at both sides
    word, following = _is_word(before), _is_word(after)
    if word and following:
        return False  # 3*4, f*ck, 三*四
    if (not before or before.isspace()) and (not after or after.isspace()):
        return not before and len(mark) > 1  # a * b
    return not (mark == "*" and _is_figure(before))  # a 5* hotel


def _is_word(sign: str) -> bool:
    return bool(sign) and ((sign.isascii() and sign.isalnum()) or _is_figure(sign))


def _is_figure(sign: str) -> bool:
    return bool(sign) and (sign in _HAN_FIGURES or unicodedata.numeric(sign, None) is not None)


def _figure(written: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = written.rpartition("十")
    return (_SMALL.index(tens) if tens in _SMALL and tens else 1) * 10 * bool(ten) + (
        _SMALL.index(ones) if ones and ones in _SMALL else 0
    )


def _picture(character: str) -> bool:
    code = ord(character)
    return 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF or 0x2B00 <= code <= 0x2BFF
