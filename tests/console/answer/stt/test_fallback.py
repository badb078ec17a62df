"""Who is asked when one cannot hear, also in the midst of a question; and words that nobody said."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest

from console.answer.stt.fallback import NOTHING, FallbackSTT
from console.answer.stt.hallucinations import has_speech, is_imagined
from console.answer.stt.protocol import RATE, Floats, Listening, Partial, STTError, Transcript

SECOND = np.full(RATE, 0.1, np.float32)


class Ear:
    """Hears one text, or has a fault, or is silent for ever."""

    def __init__(self, name: str, text: str = "", fault: str = "", hangs: bool = False) -> None:
        self.id, self.name, self.leaves = name.lower(), name, ""
        self.text, self.fault, self.hangs = text, fault, hangs
        self.heard: list[int] = []
        self.begun: list[Bit] = []

    async def warm(self) -> None:
        pass

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        self.heard.append(len(samples))
        if self.hangs:
            await asyncio.Event().wait()
        if self.fault:
            raise STTError(self.fault)
        return Transcript(self.text, language, len(samples) / RATE, self.name)

    def listen(self, language: str, partial: Partial) -> Listening:
        self.begun.append(Bit(self, language, partial))
        return self.begun[-1]


class Bit:
    """A question to an Ear."""

    def __init__(self, ear: Ear, language: str, partial: Partial) -> None:
        self.ear, self.language, self.partial = ear, language, partial
        self.count, self.dropped = 0, False

    def add(self, samples: Floats) -> None:
        self.count += len(samples)

    def paused(self) -> None:
        self.partial("请问")

    async def finish(self) -> Transcript:
        return await self.ear.transcribe(np.zeros(self.count, np.float32), self.language)

    def drop(self) -> None:
        self.dropped = True


def asked(*push_to_talk: Ear, language: str = "zh-TW", limit_s: float = 5.0) -> tuple[str, list[str], list[str]]:
    """The text of a question that was listened to; what was said of fall-backs; the words before its end."""
    fell: list[str] = []
    partial: list[str] = []

    async def whole() -> str:
        question = FallbackSTT(push_to_talk, fell.append, limit_s).listen(language, partial.append)
        question.add(SECOND)
        question.paused()
        question.add(SECOND)
        return (await question.finish()).text

    return asyncio.run(whole()), fell, partial


def test_the_first_hears_what_it_has_listened_to_and_nobody_else_is_asked() -> None:
    first, second = Ear("First", "请问厕所在哪里"), Ear("Second", "x")
    text, fell, partial = asked(first, second)
    assert text == "請問廁所在哪裡" and fell == [] and partial == ["請問"], "in the preset's script"
    assert first.heard == [2 * RATE] and second.heard == [] and first.begun[0].dropped


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        (Ear("First", fault="First cannot be reached."), "First cannot be reached. Second is asked."),
        (Ear("First", hangs=True), "First does not answer in time. Second is asked."),
    ],
)
def test_who_cannot_is_passed_over_in_one_sentence_with_nothing_lost(first: Ear, sentence: str) -> None:
    second = Ear("Second", "Where is it?")
    text, fell, _ = asked(first, second, language="en", limit_s=0.05)
    assert text == "Where is it?" and fell == [sentence]
    assert second.heard == [2 * RATE]


def test_nobody_at_all_is_one_sentence() -> None:
    with pytest.raises(STTError, match=r"^Nobody can hear questions: "):
        asked()


CREDITS = (
    "Subtitles by the Amara.org community",
    "字幕由Amara.org社区提供",
    "請不吝點贊訂閱轉發打賞支持明鏡與點點欄目",
    "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
    "中文字幕志愿者 杨栋梁",
    "優優獨播劇場——YoYo Television Series Exclusive",
    ".",
    "...",
    "♪♪♪",
    "♪ la la la ♪",
    "[Music]",
    "[BLANK_AUDIO]",
    "(applause)",
    "【音樂】",
    "you",
    "You. You. You.",
    "Thanks for watching!",
    "Thank you for watching. Thanks for watching!",
    "Don't forget to like and subscribe!",
    "謝謝觀看",
    "謝謝大家收看，我們下期再見！",
    "ご視聴ありがとうございました",
    "시청해 주셔서 감사합니다",
    "Transcribed by https://otter.ai",
    "字幕製作：貝爾",
)


@pytest.mark.parametrize("text", CREDITS)
def test_credits_of_films_were_never_said(text: str) -> None:
    assert is_imagined(text)
    with pytest.raises(STTError, match="Nothing was understood"):
        asked(Ear("First", text), language="")
    assert NOTHING.startswith("Nothing was understood")


HEARD = (
    "字幕提供幾種語言？",
    "字幕由誰負責？",
    "字幕由誰負責",
    "Are captions by a human or by AI?",
    "are captions by a human or by ai",
    "Who were the subtitles created by?",
    "字幕在哪裡看？",
    "Who is on the transport committee?",
    "我要給大會一個讚",
    "明鏡高懸",
    "Is there music?",
    "你是誰？",
    "Where can I subscribe to the newsletter",
    "Thanks for watching the door, where is the exit?",
)


@pytest.mark.parametrize("text", HEARD)
@pytest.mark.parametrize("spoken", [True, False])
def test_a_question_is_heard_whatever_words_are_in_it(text: str, spoken: bool) -> None:
    assert not is_imagined(text, spoken=spoken)


def sound(*, speech: bool, level: float = 0.1) -> Floats:
    """Two seconds: of a hum, or of something that comes and goes four times a second as syllables do."""
    at = np.arange(2 * RATE) / RATE
    envelope = np.clip(np.sin(2 * np.pi * 4 * at), 0.01, 1.0) if speech else np.ones_like(at)
    return (level * envelope * np.sin(2 * np.pi * 150 * at)).astype(np.float32)


@pytest.mark.parametrize("text", ["Thank you.", "謝謝。", "Bye.", "Okay.", "嗯"])
def test_what_may_have_been_said_is_told_by_the_sound(text: str) -> None:
    assert not is_imagined(text) and is_imagined(text, spoken=False)
    assert asyncio.run(FallbackSTT([Ear("First", text)], print).transcribe(sound(speech=True), "")).text
    for silence in (sound(speech=False), sound(speech=True, level=0.001)):
        with pytest.raises(STTError, match="Nothing was understood"):
            asyncio.run(FallbackSTT([Ear("First", text)], print).transcribe(silence, ""))


def test_whisper_s_own_likelihood_of_silence_counts() -> None:
    class Doubtful(Ear):
        async def transcribe(self, samples: Floats, language: str) -> Transcript:
            return Transcript(self.text, language, 2.0, self.name, no_speech=0.9)

    with pytest.raises(STTError, match="Nothing was understood"):
        asyncio.run(FallbackSTT([Doubtful("First", "Thank you.")], print).transcribe(sound(speech=True), ""))
    order = FallbackSTT([Doubtful("First", "Where is the bar?")], print)
    assert asyncio.run(order.transcribe(sound(speech=True), "")).text == "Where is the bar?"


def test_speech_is_told_from_a_hum_and_from_silence_by_its_levels() -> None:
    assert has_speech(sound(speech=True)) and has_speech(sound(speech=True, level=0.01))
    assert not has_speech(sound(speech=False)) and not has_speech(np.zeros(RATE, np.float32))
    noise = np.random.default_rng(1).normal(0, 0.05, 3 * RATE).astype(np.float32)
    assert not has_speech(noise)
