from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.playout.picture.line_break import NOT_FIRST, NOT_LAST, break_lines, pieces


def cells(text: str) -> float:
    """A width: Chinese characters take two cells, others one, marks none."""
    wide = sum(2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text)
    return float(wide - sum(unicodedata.category(c).startswith("M") or c == "\u200d" for c in text))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Good evening everyone", 12, ["Good evening", "everyone"]),
        ("各位來賓晚安歡迎蒞臨", 10, ["各位來賓晚", "安歡迎蒞臨"]),
        ("各位來賓晚，歡迎", 10, ["各位來賓", "晚，歡迎"]),  # no comma at the beginning
        ("今晚主持人「林小姐」", 12, ["今晚主持人", "「林小姐」"]),  # no bracket at the end
        ("請看 Compere 的示範", 10, ["請看", "Compere 的", "示範"]),
        ("請看Compere示範", 10, ["請看", "Compere示", "範"]),  # a Latin word is whole without spaces too
        ("3.5 公尺，100% 可靠", 7, ["3.5 公", "尺，", "100% 可", "靠"]),
        ("the MC said “hello there” twice", 12, ["the MC said", "“hello", "there” twice"]),
        ("Wait... what?!", 7, ["Wait...", "what?!"]),
        ("多謝各位！！！", 8, ["多謝各", "位！！！"]),
        ("(a) (b) (c)", 7, ["(a) (b)", "(c)"]),
        ("Donaudampfschifffahrt", 8, ["Donaudam", "pfschiff", "fahrt"]),  # wider than any line
        ("ok Donaudampfschifffahrt ok", 8, ["ok", "Donaudam", "pfschiff", "fahrt ok"]),
        ("  two\n lines ", 20, ["two lines"]),
        ("", 10, []),
        ("   ", 10, []),
        ("コーヒーをどうぞ", 6, ["コー", "ヒーを", "どうぞ"]),  # no long mark at the beginning
        ("cafe\u0301s 很好", 5, ["cafe\u0301s", "很好"]),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, width: float, lines: list[str]) -> None:
    assert break_lines(text, width, cells) == lines


MIXED = st.text(
    st.sampled_from("ab Z9.,!?()“” \n，。！？（）「」《》各位來賓晚安ーっア\u0301\u200d👏"), min_size=0, max_size=80
)


@given(MIXED, st.integers(1, 30))
def test_no_text_is_lost_and_none_is_made_up(text: str, width: int) -> None:
    assert "".join("".join(break_lines(text, width, cells)).split()) == "".join(text.split())


@given(MIXED, st.integers(12, 30))
def test_signs_keep_to_their_side_wherever_a_line_can_hold_what_belongs_together(text: str, width: int) -> None:
    lines = break_lines(text, width, cells)
    if any(cells(piece.text) > width for piece in pieces(text)):
        return
    for line in lines:
        assert cells(line) <= width
    for before, after in pairwise(lines):
        lone = f" {after[0]}" in f" {text.translate(dict.fromkeys(map(ord, chr(10)), ' '))}"
        assert after[0] not in NOT_FIRST or lone, "a closing sign begins a line only where a space stands before it"
        assert before[-1] not in NOT_LAST or f"{before[-1]} " in f"{' '.join(text.split())} "


@given(st.text(st.sampled_from("ab 各位來賓晚安"), max_size=60), st.integers(4, 20))
def test_full_lines_stay_as_they_are_when_more_is_heard(text: str, width: int) -> None:
    whole = break_lines(text, width, cells)
    for end in range(len(text)):
        if text[end - 1 : end].isalpha() and text[end].isascii() and text[end - 1].isascii() and text[end] != " ":
            continue  # within a word
        part = break_lines(text[:end], width, cells)
        assert part[:-1] == whole[: max(0, len(part) - 1)]
