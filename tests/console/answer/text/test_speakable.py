"""Cleaning a text for the voice never changes what it says: figures, sums, dates and names come out as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.text.sentences import SentenceCutter, cut
from console.answer.text.speakable import speakable

FIGURES = "0123456789〇零一二三四五六七八九十百千萬万億亿兩两"


def figures(text: str) -> str:
    return "".join(each for each in text if each in FIGURES)


NUMBERS_EN = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 10_000, places=2).map(str),
    st.builds("{}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    st.builds("{}/{}/{}".format, st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2100)),
    st.builds("{}-{:02}-{:02}".format, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 31)),
    st.builds(
        "{}{}{}".format,
        st.integers(0, 99),
        st.sampled_from(["*", "**", "+", "-", "/", "x", "×", "^", "~", " * "]),
        st.integers(0, 99),
    ),
    st.builds("{} {}%".format, st.sampled_from(["about", "NT$5,", "-3,"]), st.integers(0, 100)),
)
HAN = "〇零一二三四五六七八九十百千"


def numbers_han(more: str) -> st.SearchStrategy[str]:
    return st.one_of(
        st.text(HAN + more, min_size=1, max_size=6),
        st.builds("{}、{}".format, st.text(HAN, min_size=1, max_size=2), st.text(HAN + more, min_size=1, max_size=3)),
        st.builds(
            "{}年{}月{}日".format,
            st.text("〇一二三四五六七八九", min_size=4, max_size=4),
            st.sampled_from("一二三四五六七八九十"),
            st.sampled_from("一二三四五六七八九十"),
        ),
        st.builds("{}{}{}".format, st.sampled_from(HAN), st.sampled_from(["*", "加", "乘", "·"]), st.sampled_from(HAN)),
        st.builds("{}、{}號".format, st.integers(1, 99), st.integers(1, 99)),
    )


SAID = st.one_of(
    st.builds("{} people come.".format, NUMBERS_EN),
    st.builds("The code is {} and the hall {}.".format, NUMBERS_EN, NUMBERS_EN),
    st.builds("{}人會來。".format, numbers_han("萬億兩")),
    st.builds("會有{}位，{}點開始。".format, numbers_han("萬億兩"), numbers_han("萬億兩")),
    st.builds("{}人会来。".format, numbers_han("万亿两")),
    st.builds("密码是{}，请记住{}。".format, numbers_han("万亿两"), NUMBERS_EN),
)


@given(SAID)
def test_no_figure_is_lost_or_added_in_three_languages(text: str) -> None:
    assert figures(speakable(text)) == figures(text)


@given(st.lists(SAID, min_size=1, max_size=3), st.booleans(), st.lists(st.integers(1, 9), max_size=40))
def test_no_figure_is_lost_whatever_follows_and_however_it_comes(
    texts: list[str], lines: bool, sizes: list[int]
) -> None:
    text = ("\n" if lines else " ").join(texts)
    cutter = SentenceCutter()
    found, at = [], 0
    for size in sizes:
        found += cutter.feed(text[at : at + size])
        at += size
    found += [*cutter.feed(text[at:]), *cutter.close()]
    assert figures("".join(piece.text for piece in found)) == figures(text)


@given(
    st.lists(
        st.sampled_from(["林美", "王大明", "Lin Mei", "Ana_Maria", "Jean-Luc", "O'Neil", "J. K. Rowling", "李·四"]),
        min_size=2,
        max_size=6,
    )
)
def test_a_list_of_names_stays_as_it_is(names: list[str]) -> None:
    for sign in ("、", ", "):
        text = f"得獎的是{sign.join(names)}"
        assert "".join(cut(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "三、四百人",
        "3*4 is 12.",
        "2**10",
        "三*四等於十二。",
        "f*ck",
        "1、2 號門",
        "No. 5",
        "3.50",
        "snake_case_name",
        "5～6 點",
        "3~5 天",
        "a * b",
        "10:30–11:00",
        "第3名",
        "50% off",
        "#1 hit",
        "C# and F#",
        "A+ and B-",
        "1,000,000",
        "a[3] is the third.",
        "Seat A[12].",
        "row[3] = 5",
        "> 5 people",
        ">= 18",
    ],
)
def test_what_says_something_is_not_touched(text: str) -> None:
    assert speakable(text) == text


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("**Bold** and *slanted* and __under__ and _it_.", "Bold and slanted and under and it."),
        ("這是**重要**的。", "這是重要的。"),
        ("## Programme", "Programme"),
        ("> Quoted", "Quoted"),
        ("- Red", "Red"),
        ("The password is `Gala2026`.", "The password is Gala2026."),
        ("Great! 🎉🎉", "Great!"),
        ("Rock &amp; roll&nbsp;tonight &#8212; 8 &gt; 7", "Rock & roll tonight — 8 > 7"),
        ("*clears his throat* Good evening.", "Good evening."),
        ("好的~~ 大家好~~", "好的 大家好"),
        ("in\u00advis\u200bi\u2060ble \u202eright\u202c", "invisible right"),
        ("The price[1] is known【4:0†source】.", "The price is known."),
    ],
)
def test_marks_are_not_said(written: str, spoken: str) -> None:
    assert speakable(written) == spoken


@pytest.mark.parametrize(
    "direction",
    [
        "*smiles*",
        "(Laughs)",
        "[applause]",
        "(laughs softly)",
        "*the crowd cheers*",
        "*she nods to the audience*",
        "*turns to the audience*",
        "*raises her hand*",
        "*adjusts his bow tie*",
        "*pauses for a moment*",
        "*smiles warmly*",
        "*takes a deep breath*",
        "(music fades out)",
        "（微笑）",
        "（全場掌聲雷動）",
        "（音樂響起）",
        "（笑著看向觀眾）",
        "*鼓掌*",
        "【主持人鞠躬致意】",
    ],
)
def test_a_stage_direction_is_not_said(direction: str) -> None:
    assert speakable(f"{direction} Good evening.") == "Good evening."


@pytest.mark.parametrize(
    "text",
    [
        "(Turn left at the stairs.)",
        "[Row 5]",
        "(The music hall)",
        "（音樂廳）",
        "*Music* matters.",
        "（林美）",
        "（音樂起源）",
        "（音樂）",
        "（燈光一號）",
        "（鼓掌一次得一分）",
        "（點頭對不對）",
        "(whispers of hope)",
        "[laughs track]",
        "(beat the clock)",
        "(Waves)",
        "[Cheers]",
        "(bows and arrows)",
        "(pause at noon)",
        "(applause for Lin Mei)",
        "The hall *opens at nine*.",
        "The tour *takes two hours*.",
        "It *holds five hundred people*.",
        "The gala *raises money for schools*.",
        "That *turns out to be false*.",
        "The sign *points to the east door*.",
    ],
)
def test_a_remark_is_no_stage_direction(text: str) -> None:
    assert speakable(text) == text.replace("*", "")


@given(st.text("-*•123一二三、.)（） \n`#|a好。", max_size=60), st.lists(st.integers(1, 9), max_size=40))
def test_marks_of_lists_are_told_the_same_however_they_come(text: str, sizes: list[int]) -> None:
    cutter = SentenceCutter()
    found, at = [], 0
    for size in sizes:
        found += cutter.feed(text[at : at + size])
        at += size
    found += [*cutter.feed(text[at:]), *cutter.close()]
    assert [piece.text for piece in found] == cut(text)
