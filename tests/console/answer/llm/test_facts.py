"""Answers from a sheet: what it finds, what it refuses, where it stands, and how Markdown is read."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.llm.facts import WHOLE_SHEET, FactsError, FactsProvider
from console.answer.llm.protocol import Asked, DoesNotKnowError
from console.answer.llm.sheet import read_sheet
from tests.console.answer.llm.asking import run, words_of

SHEET = (Path(__file__).parents[3] / "data/answer/facts.md").read_text(encoding="utf-8")
FACTS = FactsProvider([(SHEET, "facts.md")])

KNOWN = [
    ("Where can I leave my coat?", "east door"),
    ("Where is the cloakroom", "east door"),
    ("寄物處在哪裡", "east door"),
    ("where do I park?", "地下二樓"),
    ("停車場在哪", "地下二樓"),
    ("請問哪裡可以停車？", "地下二樓"),
    ("停車要錢嗎", "免費停四小時"),
    ("请问洗手间在哪里", "左右兩側"),
    ("廁所在哪", "左右兩側"),
    ("廁所喺邊度呀", "左右兩側"),
    ("Where's the restroom?", "左右兩側"),
    ("do you have wifi", "HALL-GUEST"),
    ("wifi 密碼是什麼", "HALL-GUEST"),
    ("有沒有無線網路", "HALL-GUEST"),
    ("休息多久", "二十分鐘"),
    ("中場休息幾點", "八點半"),
    ("誰演奏小提琴？", "郁雯"),
    ("Who plays the violin?", "Chen Yu-wen"),
    ("Who is the title sponsor?", "Formosa Bank"),
    ("音響是誰贊助的", "宏聲"),
    ("可不可以照相", "請勿拍照"),
    ("能拍照吗", "請勿拍照"),
    ("Can I take photos?", "請勿拍照"),
    ("when is the raffle", "21:30"),
    ("抽獎幾點", "21:30"),
    ("How long is the show?", "Two hours and a half"),
    ("who founded this orchestra?", "1987"),
    ("誰表演舞獅", "飛龍"),
    ("what time is the lion dance", "19:45"),
    ("幾點抽獎呀", "21:30"),
]

UNKNOWN = [
    "What is the capital of France?",
    "你幾歲？",
    "Do you love me?",
    "今天天氣怎麼樣",
    "Who will win the election?",
    "台灣的總統是誰",
    "唱首歌吧",
    "What is 2+2?",
    "Tell me a joke",
    "你是真人還是機器人",
    "How much does a violin cost in Germany?",
    "Who is the president?",
    "你喜歡吃什麼",
    "How long have you been alive?",
    "股票會漲嗎",
    "where were you born",
    "你覺得愛情是什麼",
    "what's the meaning of life",
    "林志玲是誰",
    "When was the moon landing",
    "",
    "？？？",
]


@pytest.mark.parametrize(("question", "word"), KNOWN)
def test_what_the_sheet_says_is_found(question: str, word: str) -> None:
    assert word in "".join(run(words_of(FACTS, Asked(question))))


@pytest.mark.parametrize("question", UNKNOWN)
def test_what_the_sheet_does_not_say_is_refused(question: str) -> None:
    with pytest.raises(DoesNotKnowError, match="The facts do not say"):
        run(words_of(FACTS, Asked(question)))


def test_the_operator_sees_where_the_answer_stands() -> None:
    facts = FactsProvider([(SHEET, "facts.md")])
    run(words_of(facts, Asked("Where is the cloakroom?")))
    line = SHEET.splitlines().index("## Where is the cloakroom?") + 1
    assert facts.source == f"facts.md:{line} Where is the cloakroom?"


def test_an_answer_is_as_long_as_the_preset_allows_and_at_least_a_sentence() -> None:
    whole = run(words_of(FACTS, Asked("Where is the cloakroom?")))
    assert len(whole) == 2
    assert run(words_of(FACTS, Asked("Where is the cloakroom?", longest_s=3.0))) == whole[:1]


def test_what_was_said_before_a_fall_back_is_not_said_again() -> None:
    so_far = "By the east door on the ground floor."
    rest = run(words_of(FACTS, Asked("Where is the cloakroom?", so_far=so_far)))
    assert rest == ["It is open until eleven. "]


def test_a_model_is_told_the_whole_of_a_short_sheet_and_the_fitting_part_of_a_long_one() -> None:
    assert FACTS.context("anything") == SHEET.strip()
    padding = "\n".join(f"## Number {n}\nThe answer to number {n} is a long and winding story." for n in range(100))
    long = FactsProvider([(SHEET, "facts.md"), (padding, "more.md")])
    told = long.context("Where is the cloakroom?")
    assert "east door" in told and len(told) < WHOLE_SHEET


def test_a_thousand_facts_answer_within_a_quarter_of_a_second_and_need_no_thread() -> None:
    row = "## 第{n}號攤位賣什麼？ What does stall {n} sell?\n第{n}種點心 snack number {n}。"
    rows = "\n".join(row.format(n=n) for n in range(1000))
    facts = FactsProvider([(rows, "stalls.md")])
    asyncio.run(facts.warm())
    begun = time.process_time()
    assert facts.best("What does stall 777 sell?") is not None
    assert time.process_time() - begun < 0.25


def test_markdown_is_read_as_questions_and_answers_with_their_lines() -> None:
    facts = read_sheet(
        "# Gala\n\n## Where?\nHere.\nAnd there.\n\n**Q1:** When?\n**A:** At *seven*\n\n"
        "問：誰？\n答：林美\n\n## List\n- Wi-Fi: HALL\n"
        "- 19:30 doors\n\n| time | who |\n|:--|--:|\n| 8 | [Lin](http://x) |\n\nJust a line\n"
    )
    assert [(each.about, each.answer, each.line) for each in facts] == [
        ("Where?", "Here. And there.", 3),
        ("When?", "At *seven*.", 7),
        ("誰？", "林美。", 10),
        ("Wi-Fi", "Wi-Fi: HALL.", 14),
        ("19:30 doors", "19:30 doors.", 15),
        ("8 Lin time who", "8, Lin.", 19),
        ("List", "Just a line.", 13),
    ]


@given(st.text(st.sampled_from("#|-*Q:A：問答\n ab好。`>1."), max_size=200))
def test_anything_is_a_sheet(text: str) -> None:
    for fact in read_sheet(text):
        assert fact.about and fact.answer and 1 <= fact.line <= len(text.splitlines())
    FactsProvider([(text, "any.md")]).best("a好？")


def test_a_sheet_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(FactsError, match=r"big\.md"):
        FactsProvider([("x" * 1_000_001, "big.md")])


def test_no_sheet_knows_nothing() -> None:
    assert FactsProvider([]).best("Where?") is None and FactsProvider([("", "e.md")]).context("Where?") == ""


BOTH = FactsProvider(
    [
        (
            "## When does the show end?\nAt about ten.\n\n## 幾點結束？\n大約十點結束。\n\n"
            "## 几点结束？\n大约十点结束。\n\n## 幾點完場？\n大約十點完㗎。\n",
            "both.md",
        )
    ]
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When does it end?", "At about ten."),
        ("請問幾點結束", "大約十點結束。"),
        ("请问几点结束", "大约十点结束。"),
        ("幾點完場㗎", "大約十點完㗎。"),
    ],
)
def test_of_facts_that_say_the_same_the_one_in_the_question_s_language_answers(question: str, answer: str) -> None:
    known = BOTH.best(question)
    assert known is not None and known.fact.answer == answer
