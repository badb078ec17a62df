from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.rundown.lines import SayLine, fault_in, language_for, lines_of, sounds_in, with_sounds

ROWS = """
Good evening, and welcome.
[yue] 多謝各位 | Thank you all

sound: fanfare.wav
sound: files/choir take 2.ogg | 大家好
各位來賓晚安
"""


def test_each_row_is_a_line_with_its_language_and_what_stands_behind_the_stroke() -> None:
    assert lines_of(ROWS) == (
        SayLine(1, "Good evening, and welcome.", "en"),
        SayLine(2, "多謝各位", "yue", "Thank you all"),
        SayLine(3, "", "en", "", "fanfare.wav"),
        SayLine(4, "大家好", "zh-TW", "", "files/choir take 2.ogg"),
        SayLine(5, "各位來賓晚安", "zh-TW"),
    )


@pytest.mark.parametrize(
    ("text", "wanted", "language"),
    [
        ("各位好", "zh-CN", "zh-CN"),
        ("各位好", "yue", "yue"),
        ("各位好", "en", "zh-TW"),
        ("Good evening", "zh-TW", "en"),
        ("請看 Compere", "", "zh-TW"),
        ("Please welcome 林 to this stage", "zh-TW", "en"),
        ("こんばんは", "", "ja"),
        ("안녕하세요", "", "ko"),
        ("12 3", "", "en"),
    ],
)
def test_the_letters_tell_the_language_and_the_preset_which_chinese(text: str, wanted: str, language: str) -> None:
    assert language_for(text, wanted) == language


def test_sound_files_are_named_and_can_be_renamed_with_nothing_else_changed() -> None:
    assert sounds_in(ROWS) == ("fanfare.wav", "files/choir take 2.ogg")
    moved = with_sounds(ROWS, lambda name: f"files/{name.rsplit('/')[-1]}")
    assert sounds_in(moved) == ("files/fanfare.wav", "files/choir take 2.ogg")
    assert [line for line in lines_of(moved) if not line.sound] == [line for line in lines_of(ROWS) if not line.sound]


@given(st.text(st.sampled_from("ab 各|[]:\nsound.wav"), max_size=60))
def test_any_rows_are_lines_or_one_fault(rows: str) -> None:
    lines = lines_of(rows)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert fault_in(rows) or all(line.sound or line.text for line in lines)
    if not sounds_in(rows):
        assert with_sounds(rows, str.upper) == rows


def test_what_will_not_do_is_named_by_its_line() -> None:
    assert fault_in(ROWS) == ""
    assert "line 2" in fault_in("good\n—\n")
    assert "line 1" in fault_in("x" * 601)
    assert "60" in fault_in("a\n" * 61)
