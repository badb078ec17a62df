"""Whisper writes Chinese in either script, as its mood is; a desk reads the one of its preset."""

from __future__ import annotations

from functools import cache
from typing import Any

_CONVERSIONS = {"zh-TW": "s2tw", "zh-CN": "t2s", "yue": "s2hk", "zh-HK": "s2hk"}
"""OpenCC's configurations: by character, for words of another region are what was said."""


def in_script(text: str, language: str) -> str:
    """A text in the script of a language tag; one that asks for none, or is in its script, stays as it is."""
    name = _CONVERSIONS.get(language)
    if not name or (name != "t2s" and _converter("t2s").convert(text) != text):
        return text  # what is traditional already: from simplified, 台 would become 臺, and names others
    return str(_converter(name).convert(text))


@cache
def _converter(name: str) -> Any:
    import opencc

    return opencc.OpenCC(name)
