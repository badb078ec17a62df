from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.heard import HeardSentence, HeardSpeech, heard_of
from console.answer.tts.protocol import Word

SECOND = 48_000
WORDS = [Word(0.0, 0.4, 0, 7), Word(0.4, 0.8, 8, 10), Word(0.8, 1.6, 11, 15)]


def said() -> list[HeardSentence]:
    return [
        HeardSentence("Welcome to Lima.", 0, 2 * SECOND, list(WORDS)),
        HeardSentence("晚上好。", 2 * SECOND, 3 * SECOND),
        HeardSentence("The show begins soon.", 3 * SECOND),
    ]


@pytest.mark.parametrize(
    ("heard_s", "whole", "parts"),
    [
        (0, 0, ()),
        (0.1, 0, ()),
        (0.25, 0, ("Welcome",)),  # half of a word and more is heard
        (0.7, 0, ("Welcome to",)),
        (1.5, 0, ("Welcome to Lima",)),
        (2.0, 1, ("Welcome to Lima.",)),
        (2.5, 1, ("Welcome to Lima.", "晚上")),
        (3.0, 2, ("Welcome to Lima.", "晚上好。")),
        (3.75, 2, ("Welcome to Lima.", "晚上好。", "The show")),  # it was still being spoken
    ],
)
def test_what_was_heard_ends_at_a_word(heard_s: float, whole: int, parts: tuple[str, ...]) -> None:
    heard = heard_of(said(), round(heard_s * SECOND))
    assert (heard.whole, heard.parts) == (whole, parts)


def test_sentences_are_joined_as_they_are_written() -> None:
    parts = ("Good evening.", "Welcome.", "晚上好。", "歡迎。")
    assert HeardSpeech(parts=parts).text == "Good evening. Welcome.晚上好。歡迎。"


@given(
    text=st.text(max_size=40),
    samples=st.integers(-10, 5 * SECOND),
    end=st.integers(-1, 3 * SECOND),
    words=st.lists(st.tuples(st.floats(0, 3), st.floats(0, 3), st.integers(0, 40), st.integers(0, 40)), max_size=5),
)
def test_whatever_a_voice_tells_the_heard_text_is_a_beginning_of_the_text(
    text: str, samples: int, end: int, words: list[tuple[float, float, int, int]]
) -> None:
    heard = heard_of([HeardSentence(text, 0, end, [Word(*word) for word in words])], samples)
    assert text.startswith(heard.text)
