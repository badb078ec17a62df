"""Whether a full stop of Latin script ends a sentence."""

from __future__ import annotations

import re

_TITLES_WORDS = """mr mrs ms dr prof rev hon gen col capt lt sgt gov sen rep messrs mme mlle st mt vs eg ie cf approx
dept tel nos vol pp ca feat ft dj ave blvd rd jan feb aug sept oct nov dec"""
TITLES = frozenset(_TITLES_WORDS.split())
"""Words with a point that never end a sentence: something belongs to them."""

_WEAK_WORDS = """no sat sun mon tue wed thu fri mar apr jun jul sep max min est al etc inc ltd co corp jr sr fig ed
am pm ext min hr hrs sec"""
WEAK = frozenset(_WEAK_WORDS.split())
"""They may end one: they go on before a small letter, a figure or an opening bracket."""

STARTERS = re.compile(
    r"(?:The|A|An|It|He|She|We|They|You|I|In|On|At|This|That|These|There|Then|But|And|So|If|Doors|Please|Our|Your|What|"
    r"When|Where|Who|How|Is|Are|Do|Can|Yes|No)\b"
)
"""Words that begin a sentence after an abbreviation that may also be followed by a name."""


def _is_item(before: str, number: int) -> bool:
    """Whether a number at the end of a text is an item's: the one before stands there, too, or a colon before 1."""
    if number == 1:
        return re.search(r"[:：]\s?1$", before) is not None
    return re.search(rf"(?<!\d){number - 1}[.．](?!\d)", before) is not None


LOOK_BACK = 60
"""Characters before the point that are looked at for its word: nothing that is longer is an abbreviation."""

_LETTER = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
_INITIALS = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}|[A-HJ-Za-z]")


def ends(before: str, following: str, *, spaced: bool) -> bool | None:
    """Judges the point between two texts.

    Args:
        before: what stands before the point.
        following: what comes behind it and behind any closing quotes and spaces, as far as it is there.
        spaced: a space, a line end, a closing quote or a character of another script follows.

    Returns:
        None when the next word must be known first.
    """
    if not spaced:
        return False  # 3.50, example.com, and the points inside U.S.A
    last = _last_word(before[-LOOK_BACK:])
    if not last:
        return True
    plain = last.lower().replace(".", "")
    if plain in TITLES:
        return False
    if last.isdigit() and len(last) <= 2 and not before[: -len(last)].rpartition("\n")[2].strip():
        return False  # the number of an item in a list
    if last.isdigit() and len(last) <= 2 and _is_item(before, int(last)):
        return False  # 1. Opening 2. Awards
    initials = _INITIALS.fullmatch(last) is not None
    if not initials and plain not in WEAK:
        return True
    if not following:
        return None
    if len(last) == 1 and following[0].isupper():
        return bool(re.search(r"\b(?:[Vv]itamin|[Pp]lan|[Gg]ate|[Rr]ow|[Hh]all|[Dd]oor|[Bb]lock)\s\w$", before))
    if initials or plain in ("jr", "sr", "inc", "co", "corp", "ltd", "am", "pm"):
        return bool(STARTERS.match(following)) or not following[0].isascii()
    return not (following[0].islower() or following[0].isdigit() or following[0] in "(")


def _last_word(before: str) -> str:
    """The word that a text ends with, with the points inside it: "U.S" of "in the U.S"."""
    start = len(before)
    while start and (_LETTER.match(before, start - 1) or (before[start - 1] == "." and start < len(before))):
        start -= 1
    return before[start:].lstrip(".").rpartition("..")[2] if start < len(before) else ""
