"""What is done with words from outside takes a time that grows as the words do, however they were made."""

from __future__ import annotations

import asyncio

import pytest

from console.answer.llm.facts import MOST_ANSWER, FactsProvider
from console.answer.llm.protocol import Asked
from console.answer.llm.sheet import read_sheet
from console.answer.text.sentences import SentenceCutter, cut
from tests.growing import growth

PUMPS = ("a", "a.b", "。", " ", "「", "a。", "*\n", "1.\n", "（a）。", ", a", "…", " a. b", "\n", "三、", "_a", "`")

SHEETS = (
    " ",
    "# ",
    "#",
    "Q ",
    "Q: a\n",
    "A",
    "- ",
    "-",
    "|",
    "|-",
    "[",
    "[a](",
    "**",
    "__",
    "`",
    "a:",
    "# a\n",
    "\n",
    "1.",
)


@pytest.mark.parametrize("pump", PUMPS)
def test_cutting_a_long_text_takes_as_long_as_the_text_is(pump: str) -> None:
    assert growth(cut, pump, 4000) < 24


@pytest.mark.parametrize("pump", SHEETS)
@pytest.mark.parametrize("begin", ["", "# x", "Q", "Question 1", "- a", "|", "[a", "19:30"])
def test_a_sheet_of_facts_takes_as_long_to_read_as_it_is(begin: str, pump: str) -> None:
    assert growth(lambda text: read_sheet(begin + text + "x"), pump, 4000) < 24


def test_a_sheet_of_sixteen_hundred_spaces_is_a_sheet() -> None:
    facts = read_sheet("Q" + " " * 1600 + "\n# a" + " " * 1600 + "b\nText.\n|" + " " * 1600 + "x\n")
    assert [fact.about for fact in facts][-1] == "a b"


def test_a_long_text_is_cut_as_it_is_when_it_comes_piece_by_piece() -> None:
    text = "這裡是會場。Please find your seats, " * 400
    cutter = SentenceCutter()
    pieces = [piece for at in range(0, len(text), 7) for piece in cutter.feed(text[at : at + 7])]
    assert [piece.text for piece in (*pieces, *cutter.close())] == cut(text)


def test_no_sentence_of_a_text_without_ends_is_lost_or_too_long() -> None:
    text = " ".join(f"word{number}" for number in range(2000))
    pieces = cut(text)
    assert " ".join(pieces) == text and max(map(len, pieces)) <= 240


def test_of_an_endless_fact_only_its_beginning_is_cut() -> None:
    facts = FactsProvider([("# Where is the bar?\n" + "On the second floor. " * 4_000, "facts.md")])

    async def said() -> list[str]:
        return [text async for text in facts.answer(Asked("Where is the bar?", longest_s=100_000.0))]

    assert sum(len(text.strip()) for text in asyncio.run(said())) <= MOST_ANSWER
