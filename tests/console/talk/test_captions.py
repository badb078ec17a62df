"""What the hall reads: the turn as it is heard, the MC phrase by phrase, and both in a second language."""

from __future__ import annotations

from typing import Any
from unittest.mock import MagicMock

import msgspec
import pytest

from console.answer.heard import HeardSpeech
from console.show.rundown.preset import Preset
from console.talk.captions import LINGER, LIVE_LINGER, LIVE_PHRASES, Captioner, part_of
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Caption, SetCaptions

GALA = Preset(name="Gala", avatar="lin", captions=True)
SECOND = 48_000


class Dictionary:
    """A second language that the test writes."""

    def __init__(self) -> None:
        self.lines: dict[str, str] = {}
        self.wanted: list[str] = []
        self.awaited: set[str] = set()

    def use(self, preset: Preset | None) -> None:
        pass

    def request(self, text: str) -> None:
        if text not in self.wanted:
            self.wanted.append(text)

    def coming(self, text: str) -> bool:
        return text in self.awaited

    def of(self, text: str) -> str:
        return self.lines.get(text, "")


class Hall:
    def __init__(self) -> None:
        self.said: list[Message] = []
        self.book = Dictionary()
        self.captioner = Captioner(self.said.append, self.book)
        self.captioner.use(GALA)
        self.heard = HeardSpeech()
        self.texts: tuple[str, ...] = ()
        self.pts = 10 * SECOND

    def follow(self, *texts: str, **more: Any) -> None:
        self.texts = texts
        self.captioner.follow(7, lambda: self.heard, texts=lambda: self.texts, **more)

    def pass_time(self, seconds: float = 0.05) -> None:
        self.pts += round(seconds * SECOND)
        self.captioner.update_status(MagicMock(pts=self.pts))

    def hear(self, *parts: str, final: bool = False) -> None:
        self.heard = HeardSpeech(parts=parts, whole=len(parts), final=final)
        self.pass_time()

    @property
    def captions(self) -> list[Caption]:
        return [each for each in self.said if isinstance(each, Caption)]

    @property
    def last(self) -> tuple[str, str]:
        return self.captions[-1].text, self.captions[-1].second


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_a_turn_is_read_as_it_is_heard_and_nothing_is_said_twice(hall: Hall) -> None:
    hall.follow("Good evening.", "Dinner begins at seven.")
    for _ in range(3):
        hall.hear("Good")
    hall.hear("Good evening.", "Dinner begins")
    hall.hear("Good evening.", "Dinner begins at seven.", final=True)
    for _ in range(5):
        hall.pass_time()
    assert [each.text for each in hall.captions] == [
        "Good",
        "Good evening. Dinner begins",
        "Good evening. Dinner begins at seven.",
    ]
    assert hall.captions[-1].until_pts == pytest.approx(hall.pts - 5 * 2400 + LINGER)


def test_each_sentence_is_asked_for_before_it_is_heard_and_read_as_far_as_it_was(hall: Hall) -> None:
    hall.follow("大家晚安。", "晚宴七點開始。")
    hall.pass_time()
    assert hall.book.wanted == ["大家晚安。", "晚宴七點開始。"] and hall.captions == []
    hall.book.lines = {"大家晚安。": "Good evening.", "晚宴七點開始。": "Dinner begins at seven."}
    hall.hear("大家晚安。", "晚宴七")
    assert hall.last == ("大家晚安。晚宴七", "Good evening. Dinner begins")
    hall.hear("大家晚安。", "晚宴七點開始。", final=True)
    assert hall.last == ("大家晚安。晚宴七點開始。", "Good evening. Dinner begins at seven.")


def test_a_translation_that_comes_after_the_last_word_is_still_read(hall: Hall) -> None:
    hall.follow("大家晚安。")
    hall.book.awaited = {"大家晚安。"}
    hall.hear("大家晚安。", final=True)
    hall.pass_time(1.0)
    assert hall.last == ("大家晚安。", "")
    hall.book.awaited, hall.book.lines = set(), {"大家晚安。": "Good evening."}
    hall.pass_time()
    assert hall.last == ("大家晚安。", "Good evening.") and hall.captions[-1].until_pts == hall.pts + LINGER
    hall.book.lines = {"大家晚安。": "Changed."}
    hall.pass_time()
    assert len(hall.captions) == 2


def test_a_translation_that_never_comes_is_not_waited_for_for_ever(hall: Hall) -> None:
    hall.follow("大家晚安。")
    hall.book.awaited = {"大家晚安。"}
    hall.hear("大家晚安。", final=True)
    hall.pass_time(3.5)
    hall.book.lines = {"大家晚安。": "Good evening."}
    hall.pass_time()
    assert [each.second for each in hall.captions] == [""]


def test_a_second_line_that_somebody_wrote_goes_before_one_that_is_translated(hall: Hall) -> None:
    hall.follow("Thank you all", whole="Thank you all", second="多謝各位")
    hall.hear("Thank you all")
    assert hall.last == ("Thank you all", "多謝各位") and hall.book.wanted == []


def test_the_mc_is_read_phrase_by_phrase_and_the_second_language_follows(hall: Hall) -> None:
    hall.pass_time()
    hall.captioner.add_phrase("各位來賓")
    hall.pass_time(1.0)
    hall.captioner.add_phrase("晚安")
    assert hall.last == ("各位來賓晚安", "") and hall.book.wanted == ["各位來賓", "晚安"]
    assert hall.captions[-1].turn == 0 and hall.captions[-1].until_pts == hall.pts + LIVE_LINGER
    hall.book.lines = {"各位來賓": "Ladies and gentlemen,", "晚安": "good evening."}
    hall.pass_time(1.0)
    assert hall.last == ("各位來賓晚安", "Ladies and gentlemen, good evening.")
    before = len(hall.captions)
    for _ in range(20):
        hall.pass_time()
    assert len(hall.captions) == before


def test_after_a_silence_and_after_many_phrases_the_mc_is_read_again(hall: Hall) -> None:
    hall.captioner.add_phrase("one")
    hall.pass_time(LIVE_LINGER / SECOND + 0.1)
    hall.captioner.add_phrase("two")
    assert hall.last[0] == "two"
    for number in range(LIVE_PHRASES):
        hall.pass_time(0.5)
        hall.captioner.add_phrase(f"p{number}")
    assert hall.last[0] == f"p{LIVE_PHRASES - 1}"


def test_a_turn_takes_the_place_of_the_mc(hall: Hall) -> None:
    hall.captioner.add_phrase("from the stage")
    hall.follow("An answer.")
    hall.hear("An answer.")
    assert hall.last == ("An answer.", "")


def test_captions_that_are_off_say_and_ask_for_nothing(hall: Hall) -> None:
    hall.captioner.use(msgspec.structs.replace(GALA, captions=False))
    assert hall.said[-1] == SetCaptions(on=False)
    hall.follow("An answer.")
    hall.hear("An answer.")
    hall.captioner.add_phrase("from the stage")
    assert hall.captions == [] and hall.book.wanted == []


def test_half_of_a_line_ends_with_a_word() -> None:
    assert part_of("Dinner begins at seven.", 0.3) == "Dinner"
    assert part_of("晚宴七點開始。", 0.5) == "晚宴七點"
    assert part_of("whole", 1.0) == "whole" and part_of("none", 0.0) == ""


OFF = msgspec.structs.replace(GALA, captions=False)


@pytest.mark.parametrize("whole", [True, False])
def test_a_line_said_while_captions_were_off_is_not_read_when_they_come_on(hall: Hall, whole: bool) -> None:
    hall.captioner.use(OFF)
    hall.follow("Welcome to the gala.", whole="Welcome to the gala.", second="歡迎光臨")
    hall.hear("Welcome to the gala.", final=whole)
    hall.pass_time(8.0)
    hall.captioner.use(GALA)
    for _ in range(40):
        hall.pass_time()
    assert hall.captions == []
    hall.follow("The next one.")
    hall.hear("The next one.")
    assert hall.last == ("The next one.", "")


def test_what_the_mc_said_before_captions_were_off_is_not_read_when_they_come_on_again(hall: Hall) -> None:
    hall.captioner.add_phrase("from the stage")
    hall.captioner.use(OFF)
    hall.pass_time(1.0)
    hall.captioner.use(GALA)
    hall.book.lines = {"from the stage": "從台上"}
    hall.pass_time()
    assert [each.text for each in hall.captions] == ["from the stage"]
    hall.captioner.add_phrase("now")
    assert hall.last == ("now", "")


def test_a_cut_ends_what_is_read_and_forgets_what_was_said(hall: Hall) -> None:
    hall.captioner.add_phrase("from the stage")
    hall.captioner.cut()
    assert hall.captions[-1] == Caption(turn=0, text="")
    hall.book.lines = {"from the stage": "從台上"}
    hall.pass_time()
    hall.captioner.add_phrase("again")
    assert hall.last == ("again", "")
    hall.follow("A line.")
    hall.hear("A line.")
    hall.captioner.cut()
    hall.hear("A line.", final=True)
    assert hall.last == ("", ""), "and nothing after it"
    told = len(hall.said)
    hall.captioner.cut()
    assert len(hall.said) == told, "nothing is read that could end"


def test_another_translation_does_not_bring_an_old_phrase_of_the_mc_back(hall: Hall) -> None:
    hall.captioner.add_phrase("from the stage")
    hall.pass_time(LIVE_LINGER / SECOND + 1.0)
    hall.book.lines = {"from the stage": "從台上"}
    hall.pass_time()
    assert [each.second for each in hall.captions] == [""]


def test_a_new_playout_is_told_nothing_of_what_the_old_one_said(hall: Hall) -> None:
    hall.captioner.add_phrase("from the stage")
    hall.follow("A line.")
    hall.hear("A line.")
    before = len(hall.captions)
    hall.heard = HeardSpeech(parts=("A line.",), whole=0, final=True)  # as it is when playout is lost
    hall.captioner.again()
    hall.pts = 0
    hall.pass_time()
    assert len(hall.captions) == before and isinstance(hall.said[-1], SetCaptions)
