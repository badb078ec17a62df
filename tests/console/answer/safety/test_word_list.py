"""Names and words of the operator's list, however they are written."""

from __future__ import annotations

import pytest

from console.answer.safety.word_list import NAME, WORD, ListedWord, WordList

NAMES = WordList(
    [
        ListedWord("George Bush", NAME),
        ListedWord("George Walker Bush", NAME),
        ListedWord("Wang", NAME),
        ListedWord("法輪功", NAME),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "He met George Bush.",
        "He met G. Bush.",
        "He met George W. Bush.",
        "He met G. W. Bush.",
        "He met Bush, George.",
        "He met Bush G. at noon.",
        "He met GeorgeBush.",
        "He met George Walker Bush.",
        "He met Wang2.",
        "He met Wang 2 times.",
    ],
)
def test_a_listed_name_is_found_in_every_way_of_writing_it(text: str) -> None:
    assert NAMES.find(text) is not None


@pytest.mark.parametrize(
    "text",
    ["Bush is a plant.", "George was a king.", "Gate B, bushes on the left.", "Rooms 2 and 4.", "Wangari spoke at 7."],
)
def test_half_a_name_is_nobody(text: str) -> None:
    assert NAMES.find(text) is None


def test_two_short_words_glued_are_another_name() -> None:
    names = WordList([ListedWord("Li Na", NAME)])
    assert names.find("Welcome, Lina!") is None
    assert names.find("Welcome, Na Li!") is not None and names.find("Welcome, L. Na!") is not None


def test_words_that_stand_for_themselves_are_not_shortened() -> None:
    words = WordList([ListedWord("shut up", WORD)])
    assert words.find("SHUTUP now") is not None
    assert words.find("He was s. up there.") is None and words.find("Up shut the door.") is None
