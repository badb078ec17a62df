"""Texts brought into one form before they are compared, with a way back to where each character stood.

What people do to a word so that a list does not find it: full-width letters, the other Chinese script, accents and
strokes, look-alikes of other scripts, invisible characters, spaces and signs between the letters.
All of it is undone here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from console.answer.safety.lookalikes import plain_letters

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Normal:
    """A text in the one form.

    Attributes:
        text: the form: NFKC, casefolded, simplified Chinese, no accents, nothing invisible.
        origin: for each of its characters, the index of the one in the original it came from.
    """

    text: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` came from."""
        return self.origin[start], self.origin[end - 1] + 1


def mended(text: str) -> str:
    """A text without half characters: JSON carries them, and no library takes them. Halves that meet become one."""
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def normal(text: str) -> Normal:
    """Brings a text into the one form."""
    letters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for each in plain_letters(character):
            letters.append(each)
            origin.append(index)
    plain = unicodedata.normalize("NFC", "".join(letters))
    if len(plain) != len(letters):  # Hangul and kana come together again: keep them apart, the map matters more
        plain = "".join(letters)
    return Normal(simplified(plain), tuple(origin))


def normalised(text: str) -> str:
    """The one form of a text, without the way back."""
    return normal(text).text


def simplified(text: str) -> str:
    """Traditional Chinese as simplified, character by character, so that the length stays."""
    if text.isascii():
        return text
    if _HALF.search(text):
        text = _HALF.sub("\ufffd", text)  # one for one: the length stays
    whole = str(_converter().convert(text))
    if len(whole) == len(text):
        return whole
    return "".join(one if len(one := _character(each)) == 1 else each for each in text)


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one."""
    code = ord(character)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF or character == "〇"


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


@cache
def _character(character: str) -> str:
    return str(_converter().convert(character))
