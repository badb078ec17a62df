"""Sentence cutting: the table of hard cases, as a whole text, character by character, and in any pieces."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.text.sentences import LONGEST, SentenceCutter, SpeechChunk, cut

TABLE = Path(__file__).parents[3] / "data/answer/sentences.txt"


def cases() -> list[tuple[str, list[str]]]:
    """Each text and its pieces."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        pieces, _, text = line.partition(" ⟶ ")
        wanted = [piece.strip() for piece in pieces.split(" ¦ ")]
        written = text.replace("↵", "\n") if text else joined(wanted)
        found.append((written, wanted))
    return found


def joined(pieces: list[str]) -> str:
    """Sentences as one writes them: a space after Latin script only."""
    text = ""
    for piece in pieces:
        text += (" " if text and text[-1].isascii() else "") + piece
    return text


CASES = cases()


def streamed(text: str, sizes: list[int]) -> list[str]:
    cutter = SentenceCutter()
    found: list[SpeechChunk] = []
    start = 0
    for size in sizes:
        found += cutter.feed(text[start : start + size])
        start += size
    found += cutter.feed(text[start:])
    return [piece.text for piece in (*found, *cutter.close())]


def test_there_are_at_least_sixty_hard_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda each: each[:24] if isinstance(each, str) else "")
def test_a_hard_case_falls_into_its_sentences_however_it_comes(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted
    assert streamed(text, [1] * len(text)) == wanted
    dice = random.Random(text)
    for _ in range(5):
        assert streamed(text, [dice.randint(1, 7) for _ in text]) == wanted


@given(st.text(st.sampled_from("a好B。.!？「」“” \n3,，…Dr1-"), max_size=80), st.lists(st.integers(1, 9), max_size=40))
def test_no_letter_is_lost_doubled_or_moved_whatever_comes(text: str, sizes: list[int]) -> None:
    def letters(pieces: list[str]) -> str:
        return "".join(each for each in "".join(pieces) if each.isalpha())

    assert letters(streamed(text, sizes)) == letters([text])


def test_a_sentence_is_given_as_soon_as_the_next_character_makes_it_certain() -> None:
    cutter = SentenceCutter()
    assert cutter.feed("請坐。") == []
    assert cutter.feed("現") == [SpeechChunk("請坐。")]
    assert cutter.tail == "現"
    cutter = SentenceCutter()
    assert cutter.feed("It is 3.") == []
    assert cutter.feed("5 m.") == []
    assert cutter.feed(" ") == [SpeechChunk("It is 3.5 m.")] or cutter.tail


def test_the_first_clause_goes_out_early_and_only_the_first() -> None:
    cutter = SentenceCutter(clauses=True)
    assert cutter.feed("各位來賓大家好，") == []
    assert cutter.feed("歡迎") == [SpeechChunk("各位來賓大家好，", ends=False)]
    assert cutter.feed("來到這裡，今晚") == []
    assert cutter.feed("很棒。請") == [SpeechChunk("歡迎來到這裡，今晚很棒。")]


@pytest.mark.parametrize(
    "text", ["Well, then", "好，那", "It costs 1,000 dollars", "他說「各位來賓大家好，歡迎", "On 19:30 we"]
)
def test_a_clause_that_is_too_short_or_none_waits(text: str) -> None:
    assert SentenceCutter(clauses=True).feed(text) == []


def test_a_sentence_without_end_is_cut_at_a_clause() -> None:
    cutter = SentenceCutter()
    pieces = cutter.feed("我們今天非常高興地歡迎大家，" * 30)
    assert pieces and all(len(piece.text) <= LONGEST and piece.text.endswith("，") for piece in pieces)


def test_a_quotation_that_is_never_closed_does_not_stop_the_answer() -> None:
    assert cut("他說：「今天很熱。" + "大家都來了。" * 40)[-1] == "大家都來了。"
