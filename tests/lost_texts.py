"""Finds sentences that have lost their key on the way: English with its places filled, as an ordinary string.

Such a one is shown in English whatever the language of the window. What has few words of its own besides its places
is left out: too much looks like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

import msgspec

from engine.text import PLACE, Text
from ui.i18n.filling import KEYS, OURS
from ui.i18n.sentences.action_words import ACTION_WORDS
from ui.i18n.sentences.catalogue import SENTENCES

LETTERS_LEAST = 10
"""Letters of its own that a sentence must have to be told from anything else."""


def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("".join(".*" if at % 2 else re.escape(part) for at, part in enumerate(PLACE.split(key))), re.S)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    keys = {key for key in (*SENTENCES, *ACTION_WORDS) if PLACE.search(key)}
    return [
        (key, _pattern(key)) for key in sorted(keys) if len(re.findall("[A-Za-z]", PLACE.sub("", key))) >= LETTERS_LEAST
    ]


@cache
def _key_of(sentence: str) -> str:
    if sentence in SENTENCES or sentence in ACTION_WORDS:
        return ""
    return next((key for key, pattern in _patterns() if pattern.fullmatch(sentence)), "")


def lost_key(sentence: str) -> str:
    """The key of which an ordinary string was made, or of a part of a `Text`; "" when none is lost."""
    if isinstance(sentence, Text):
        if not sentence.parameters:
            return lost_key(sentence.key)
        values = [(name, each) for name, value in sentence.parameters.items() for each in strings_in(value)]
        return next(filter(None, (_untranslated(name, value) or lost_key(value) for name, value in values)), "")
    return _key_of(str(sentence)) if " " in sentence else ""


def _untranslated(place: str, value: str) -> str:
    """Words of ours in a place where an ordinary string is taken for somebody's own; "" when it is none."""
    ours = " " in value and not isinstance(value, Text) and value in SENTENCES
    return value if ours and place not in (*OURS, *KEYS) else ""


def strings_in(value: object, depth: int = 12) -> Iterator[str]:
    """Every string in a tree of dataclasses, structs, tuples, lists and mappings."""
    if isinstance(value, str):
        yield value
    elif depth == 0:
        return
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings_in(each, depth - 1)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from strings_in(each, depth - 1)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from strings_in(getattr(value, name), depth - 1)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name), depth - 1)


def lost_in(value: object) -> list[str]:
    """Every string in a tree that has lost its key."""
    return sorted({sentence for sentence in strings_in(value) if lost_key(sentence)})
