"""Which of the two Chinese scripts a text is in, and the same text in the other one.

By character, for words of another region are what was said. Characters that both scripts use say nothing: 王后在台上 is
traditional already, and must not become 王後在臺上.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from console.answer.safety.normal_form import mended

_CONVERSIONS = {"zh-TW": "s2tw", "zh-CN": "t2s", "yue": "s2hk", "zh-HK": "s2hk"}
"""OpenCC's configurations."""


def in_script(text: str, language: str) -> str:
    """A text in the script of a language tag; one that asks for none, or is in its script, stays as it is."""
    text, name = mended(text), _CONVERSIONS.get(language)
    if not name or text.isascii():
        return text
    if name == "t2s":
        return str(_converter("t2s").convert(text))
    simplified = [each for each in text if _is_simplified(each)]
    if not simplified:
        return text
    if not any(_is_traditional(each) for each in text):
        return str(_converter(name).convert(text))
    return "".join(_other(each, name) if _is_simplified(each) else each for each in text)  # both: only what is certain


def script_of(text: str) -> str:
    """`zh-TW` or `zh-CN` where a text's characters say so, or ""."""
    text = mended(text)
    simplified, traditional = sum(map(_is_simplified, text)), sum(map(_is_traditional, text))
    return "" if simplified == traditional else "zh-CN" if simplified > traditional else "zh-TW"


@cache
def _is_simplified(character: str) -> bool:
    """Whether only the simplified script has it."""
    return ord(character) > 0x2E80 and _other(character, "s2t") != character and not _encodes(character, "big5")


@cache
def _is_traditional(character: str) -> bool:
    """Whether only the traditional script has it."""
    return ord(character) > 0x2E80 and _other(character, "t2s") != character


def _encodes(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _other(character: str, name: str) -> str:
    return str(_converter(name).convert(character))


@cache
def _converter(name: str) -> Any:
    import opencc

    return opencc.OpenCC(name)
