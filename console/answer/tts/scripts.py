"""A line in several scripts as runs, each for a voice that can read it: eSpeak's English calls 王 a Chinese letter."""

from __future__ import annotations

import re
from typing import NamedTuple

from console.answer.tts.protocol import language_of

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff\u31f0-\u31ff]")),
    ("cmn", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
    ("ko", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u052f]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_READ_BY = (("cmn", "cmn yue hak ja ko"), ("ja", "ja"), ("ko", "ko"), ("ru", "ru uk be bg sr mk kk"), ("el", "el"))
_READ_BY_MORE = (("he", "he yi"), ("ar", "ar fa ur"), ("hi", "hi mr ne"))
_READS = {
    language: {script for script, readers in (*_READ_BY, *_READ_BY_MORE) if language in readers.split()}
    for _, all_readers in (*_READ_BY, *_READ_BY_MORE)
    for language in all_readers.split()
}
"""Language → the scripts that its own voice reads."""


class Run(NamedTuple):
    """A part of a line.

    Attributes:
        start: its first character's place in the line.
        text: what is read.
        language: of who reads it; the line's own, or the one of another script.
    """

    start: int
    text: str
    language: str


def runs_of(text: str, language: str) -> list[Run]:
    """A line in its runs, all of it, in order. What has no script of its own goes with what stands before it."""
    known = _READS.get(language_of(language), set())
    runs: list[Run] = []
    begin, tongue = 0, language
    for place, character in enumerate(text):
        script = _script(character)
        if script is None:
            continue
        wanted = language if script == "" or script in known else script
        if wanted == "cmn" and tongue == "ja":
            wanted = "ja"  # 山田さん
        if wanted != tongue and any(each.isalnum() for each in text[begin:place]):
            runs.append(Run(begin, text[begin:place], tongue))
            begin = place
        tongue = wanted
    return [*runs, Run(begin, text[begin:], tongue)]


def _script(character: str) -> str | None:
    """The language of a character's script; "" for Latin, None where it says nothing."""
    if character.isascii():
        return "" if character.isalpha() else None
    for language, pattern in _SCRIPTS:
        if pattern.match(character):
            return language
    return "" if character.isalpha() else None
