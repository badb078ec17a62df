"""A written text as it is spoken: no list marks, no emphasis, no pictures."""

from __future__ import annotations

import re

_BULLET = re.compile(
    r"^\s*(?:[-*•·‧▪]\s+|#{1,6}\s+|>\s+|\d{1,2}[.)、．]\s*(?=[^\d\s])|[（(][一二三四五六七八九十\d]{1,2}[）)]\s*|[一二三四五六七八九十]{1,2}、)"
)
_EMPHASIS = re.compile(r"\*+|`+|~~|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")


def speakable(text: str) -> str:
    """What is to be said of a piece of text; "" when nothing is left to say."""
    text = _EMPHASIS.sub("", _BULLET.sub("", text))
    text = "".join(" " if _picture(each) else each for each in text)
    text = re.sub(r"\s+([,.!?;:，。！？；：、])", r"\1", " ".join(text.split()))
    return text if any(each.isalnum() for each in text) else ""


def _picture(character: str) -> bool:
    code = ord(character)
    return (
        0x1F000 <= code <= 0x1FAFF
        or 0x2600 <= code <= 0x27BF
        or 0x2B00 <= code <= 0x2BFF
        or code
        in (
            0xFE0F,
            0x200D,
            0x20E3,
        )
    )
