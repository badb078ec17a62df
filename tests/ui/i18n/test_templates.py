"""Sentences with places are found in a text as a regular expression would, in a time that grows as the text does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growing import growth
from ui import translate
from ui.i18n import filling
from ui.i18n.sentences.catalogue import SENTENCES
from ui.i18n.templates import PLACE, Template

ALL = sorted(each for each in set(SENTENCES) if "{" in each)


def as_pattern(english: str) -> re.Pattern[str]:
    """The same as a regular expression, for short texts."""
    parts = PLACE.split(english)
    for number in range(1, len(parts), 2):
        kind = "[-+−0-9.]+" if parts[number] in filling.NUMBERS else ".*?"
        if number == 1 and english.startswith("{why} "):
            kind = r".*\."
        parts[number] = f"(?P<{parts[number]}>{kind})"
    return re.compile("".join(part if i % 2 else re.escape(part) for i, part in enumerate(parts)), re.DOTALL)


FILLING = st.one_of(
    st.sampled_from(["", "7", "-7.5", "a.", "A. B.", "(x)", ": ", " is asked.", " ", ".", "“", "王大明", "\n", " s"]),
    st.text(alphabet="7. a:()“”,", max_size=12),
)


@settings(max_examples=2000, deadline=None)
@given(st.sampled_from(ALL), st.data())
def test_places_are_filled_as_a_regular_expression_fills_them(english: str, data: st.DataObject) -> None:
    text = PLACE.sub(lambda _: data.draw(FILLING), english)
    if data.draw(st.booleans()):
        other = data.draw(st.sampled_from(ALL))
        english, text = other, text + data.draw(FILLING)
    found = as_pattern(english).fullmatch(text)
    assert Template(english, filling.NUMBERS).match(text) == (None if found is None else found.groupdict())


@pytest.mark.parametrize(
    ("english", "text", "found"),
    [
        ("{why} The rest waits.", "One. Two. The rest waits.", {"why": "One. Two."}),
        ("{name} ({n} s)", "a (1 s) (2 s)", {"name": "a (1 s)", "n": "2"}),
        ("{a}, {b}, {c}.", "1, 2, 3, 4.", {"a": "1", "b": "2", "c": "3, 4"}),
        ("after {n}.", "after 7..", {"n": "7."}),
        ("after {n} ms", "after x ms", None),
        ("a{x}a", "a", None),
    ],
)
def test_a_place_takes_as_little_as_it_can(english: str, text: str, found: dict[str, str] | None) -> None:
    assert Template(english, filling.NUMBERS).match(text) == found


def test_an_unknown_text_is_looked_for_in_a_time_that_grows_as_it_does() -> None:
    """Texts made of all that our sentences are made of: the worst for a pattern with several places."""
    for pump in (". ", " (", ": ", ", ", " — ", " “a” ", "7 ", "The ", ") ", " cannot be used ", "a"):
        assert growth(lambda text: [each.match(text) for each in translate._sentences._templates], pump, 2000) < 24, (
            pump
        )
    for english in (each for each in ALL if each.count("{") > 2):
        template, own = Template(english, filling.NUMBERS), PLACE.split(english)[::2]
        for literal in filter(None, own):
            assert growth(lambda text, it=template, own=own: it.match(own[0] + text + own[-1]), literal, 2000) < 24


def test_a_text_that_is_far_too_long_for_a_sentence_is_given_as_it_came() -> None:
    text = "The presets in " + "/" * 5000 + " cannot be read (fault)."
    assert translate.said(text) == text


def test_what_fills_a_place_may_look_like_another_place() -> None:
    assert translate.said("There is no provider {choices}: it is one of a, b.") == (
        "There is no provider {choices}: it is one of a, b."
    )
