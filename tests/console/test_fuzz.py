"""The readers of user files against files that nobody would write: a few of the cases of `compere bench fuzz`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.fuzz import READERS, TOKENS, _one, case

FEW = 25


@pytest.mark.qt_log_ignore("JPEG", "marker", "libpng", extend=True)  # of pictures that are spoilt on purpose
@pytest.mark.parametrize("reader", READERS)
def test_nothing_but_an_answer_or_a_sentence_of_its_own_comes_out(reader: str, tmp_path: Path) -> None:
    seeds, read, own = READERS[reader](tmp_path)
    for number, data in enumerate([*seeds, *TOKENS, *(case(reader, number, seeds) for number in range(FEW))]):
        assert _one(tmp_path / "case", data, read, own) == "", f"case {number}"


def test_a_case_is_the_same_whenever_it_is_made() -> None:
    seeds = [b"name = 1\n" * 20, b"other"]
    assert [case("x", n, seeds) for n in range(9)] == [case("x", n, seeds) for n in range(9)]
    assert len({case("x", n, seeds) for n in range(60)}) > 40


def test_a_reader_that_raises_something_else_is_seen(tmp_path: Path) -> None:
    def read(path: Path) -> None:
        raise KeyError("x")

    assert _one(tmp_path / "case", b"", read, (ValueError,)) == "KeyError: 'x'"
    assert "none" in _one(tmp_path / "case", b"", lambda path: ["two\nlines"], ())
