"""The order of voices."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.tts.fallback import FallbackTTS, FellBack
from console.answer.tts.protocol import Spoken, TTSError
from tests.console.answer.tts.conftest import Line, line_of
from tests.console.answer.tts.scripted import WORD_S, ScriptedVoice

TEXT = "one two three four five six."


def spoken(*voices: ScriptedVoice, text: str = TEXT, language: str = "en") -> tuple[Line, list[FellBack]]:
    told: list[FellBack] = []
    order = FallbackTTS(voices, told.append, first_s=0.1, stall_s=0.1)
    return asyncio.run(asyncio.wait_for(line_of(order, text, language), 5)), told


def test_the_first_voice_speaks_and_the_others_are_not_asked() -> None:
    first, second = ScriptedVoice("A"), ScriptedVoice("B")
    line, told = spoken(first, second)
    assert line.lasts_s == 6 * WORD_S
    assert not told and not second.asked


@pytest.mark.parametrize("trouble", [{"breaks": 0}, {"hangs": 0}])
def test_a_voice_that_cannot_begin_is_passed_over_and_said_so(trouble: dict[str, int]) -> None:
    second = ScriptedVoice("B")
    line, told = spoken(ScriptedVoice("A", **trouble), second)
    assert second.asked == [TEXT]
    assert line.lasts_s == 6 * WORD_S
    why = "It broke." if "breaks" in trouble else "A gave no sound for 0.1 s."
    assert [each.sentence for each in told] == [f"The voice A fell silent: B speaks on. {why}"]


@pytest.mark.parametrize("trouble", [{"breaks": 3}, {"hangs": 3}])
def test_what_was_heard_stays_and_the_next_voice_says_the_rest(trouble: dict[str, int]) -> None:
    first, second = ScriptedVoice("A", **trouble), ScriptedVoice("B")
    line, told = spoken(first, second)
    assert second.asked == [" four five six."]
    assert [TEXT[word.start : word.end] for word in line.words] == ["one", "two", "three", "four", "five", "six."]
    assert [phone.at_s for phone in line.phones] == [number * WORD_S for number in range(6)]
    assert all(before.until_s <= after.at_s for before, after in pairwise(line.words))
    assert told[0].rest == " four five six."
    assert first.closed == 1


def test_a_voice_that_tells_no_words_says_a_word_twice_rather_than_lose_one() -> None:
    first, second = ScriptedVoice("A", breaks=4, tells_words=False), ScriptedVoice("B")
    text = "welcome everybody to the great hall of the city tonight"
    spoken(first, second, text=text)
    rest = second.asked[0]
    assert text.endswith(rest)
    assert rest.split()[0] in ("everybody", "to", "the")  # a whole word, and none of the last six is lost
    assert len(rest.split()) >= 6


def test_chinese_without_words_goes_on_at_a_character() -> None:
    first, second = ScriptedVoice("A", breaks=2, tells_words=False), ScriptedVoice("B")
    text = "歡迎 各位 來到今天的晚會"
    spoken(first, second, text=text, language="zh-TW")
    assert text.endswith(second.asked[0]) and 8 <= len(second.asked[0]) < len(text)


def test_three_voices_share_a_line() -> None:
    voices = ScriptedVoice("A", breaks=1), ScriptedVoice("B", breaks=2), ScriptedVoice("C")
    line, told = spoken(*voices)
    assert [voice.asked for voice in voices] == [[TEXT], [" two three four five six."], [" four five six."]]
    assert [TEXT[word.start : word.end] for word in line.words] == TEXT.split()
    assert [each.taken for each in told] == ["B", "C"]


def test_when_no_voice_is_left_that_is_told_and_raised() -> None:
    told: list[FellBack] = []
    order = FallbackTTS([ScriptedVoice("A", breaks=0), ScriptedVoice("B", breaks=2)], told.append)

    async def scenario() -> list[Spoken]:
        heard: list[Spoken] = []
        with pytest.raises(TTSError, match="It broke"):
            async for piece in order.speak(TEXT, "en"):
                heard.append(piece)
        return heard

    assert Line(asyncio.run(scenario())).lasts_s == 2 * WORD_S
    assert told[-1].sentence == "The voice B fell silent, and there is no other. It broke."


def test_a_voice_that_breaks_behind_the_last_word_is_followed_by_nobody() -> None:
    second = ScriptedVoice("B")
    line, told = spoken(ScriptedVoice("A", breaks=6), second, text=TEXT + " !!")
    assert not second.asked
    assert len(told) == 1
    assert line.lasts_s == 6 * WORD_S


def test_closing_the_line_closes_the_voice_that_speaks() -> None:
    voice = ScriptedVoice("A")

    async def scenario() -> None:
        line = FallbackTTS([voice], lambda _: None).speak(TEXT, "en")
        await anext(line)
        await line.aclose()
        assert voice.closed == 1

    asyncio.run(scenario())


def test_all_voices_are_warmed_and_one_that_cannot_be_stops_nothing() -> None:
    asyncio.run(FallbackTTS([ScriptedVoice(breaks=0), ScriptedVoice()], lambda _: None).warm())
    with pytest.raises(TTSError):
        asyncio.run(FallbackTTS([ScriptedVoice(breaks=0)], lambda _: None).warm())


@given(
    st.lists(st.text(alphabet="abc歡迎", min_size=1, max_size=4), min_size=1, max_size=8),
    st.lists(st.integers(0, 8), max_size=3),
)
def test_whoever_breaks_each_word_is_said_exactly_once(words: list[str], breaks: list[int]) -> None:
    text = " ".join(words)
    line, _ = spoken(*(ScriptedVoice(str(each), breaks=each) for each in breaks), ScriptedVoice("last"), text=text)
    assert [text[word.start : word.end] for word in line.words] == words
