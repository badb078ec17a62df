"""The built-in voice in a real process."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import pytest

from console.answer.tts.local.builtin import BuiltinVoice
from console.answer.tts.local.client import TTSClient
from console.answer.tts.local.process import TTSProcess, _Line
from console.answer.tts.protocol import Give, Spoken, TTSError
from engine.ipc.messages.base import Message
from engine.ipc.messages.tts import Speak, Uttered
from engine.ipc.rings.samples import SAMPLE_RATE
from tests.console.answer.tts.conftest import Line, Run, line_of

LONG = "This is a long sentence which goes on, and on, and on, so that it is never over when it is stopped. " * 6


def spoken(run: Run[Line], child: TTSClient, text: str, language: str, rate: float = 1.0) -> Line:
    return run(line_of(BuiltinVoice(child), text, language, rate))


@pytest.mark.parametrize(
    ("language", "text", "ipa"),
    [
        ("en", "Hello everyone.", "həloʊɛvɹɪwʌn"),
        ("zh-TW", "歡迎大家。", "χuanjiŋ"),
        ("zh-CN", "欢迎大家。", "χuanjiŋ"),
        ("zh-HK", "多謝各位。", "dozeɡowai"),
        ("de", "Guten Abend.", "ɡuːtən"),
    ],
)
def test_it_speaks_many_languages_in_both_chinese_scripts(
    run: Run[Line], child: TTSClient, language: str, text: str, ipa: str
) -> None:
    line = spoken(run, child, text, language)
    assert line.ipa.startswith(ipa)
    assert 0.4 < line.lasts_s < 3
    assert 0.05 < np.abs(line.samples).max() <= 1


def test_phones_follow_each_other_within_the_sound(run: Run[Line], child: TTSClient) -> None:
    line = spoken(run, child, "Good evening, ladies and gentlemen. Welcome to the main hall.", "en")
    assert len(line.phones) > 30
    for before, after in zip(line.phones, line.phones[1:], strict=False):
        assert before.at_s < before.until_s <= after.at_s + 1e-9
    assert line.phones[0].at_s >= 0
    assert line.phones[-1].until_s <= line.lasts_s + 0.001


def test_a_phone_is_known_no_later_than_the_sound_that_it_begins_in(run: Run[Line], child: TTSClient) -> None:
    line = spoken(run, child, "Please welcome our next guest.", "en")
    given = 0
    for piece in line.pieces:
        assert all(phone.at_s * SAMPLE_RATE >= given - 1 for phone in piece.phones)
        given += len(piece.samples)


def test_closed_lips_are_quieter_than_vowels_at_the_times_that_are_given(run: Run[Line], child: TTSClient) -> None:
    line = spoken(run, child, "A puppy took a bucket back to Peter. Copy a paper, pick a topic, keep a ticket.", "en")

    def middle_db(phones: str, late_s: float = 0.0) -> list[float]:
        found = [each for each in line.phones if each.ipa.strip("ˈˌː") in phones.split()]
        return [
            line.loudness_db(each.at_s + late_s, each.at_s + late_s + 0.6 * (each.until_s - each.at_s))
            for each in found
            if each.until_s + late_s < line.lasts_s
        ]

    closures, vowels = "p t k b", "ɑː ʌ ʊ ɪ eɪ iː æ ɑ iː ə"
    assert len(middle_db(closures)) >= 12 and len(middle_db(vowels)) >= 12
    apart = np.median(middle_db(vowels)) - np.median(middle_db(closures))
    assert apart > 8
    shifted = np.median(middle_db(vowels, 0.06)) - np.median(middle_db(closures, 0.06))
    assert shifted < apart - 5  # times that were 60 ms wrong would show


def test_each_word_has_its_place_in_the_text(run: Run[Line], child: TTSClient) -> None:
    text = "Hello Dr. Smith, we have apples."
    line = spoken(run, child, text, "en")
    assert [text[word.start : word.end] for word in line.words] == ["Hello", "Dr", "Smith", "we", "have", "apples"]
    text = "歡迎大家"
    line = spoken(run, child, text, "zh-TW")
    assert [text[word.start : word.end] for word in line.words] == ["歡迎", "大", "家"]
    assert abs(line.words[-1].until_s - line.lasts_s) < 0.05


def test_a_faster_rate_makes_a_shorter_line(run: Run[Line], child: TTSClient) -> None:
    text = "The quick brown fox jumps over the lazy dog."
    usual, fast = (spoken(run, child, text, "en", rate).lasts_s for rate in (1.0, 1.5))
    assert 0.55 < fast / usual < 0.8


def test_a_line_sounds_the_same_whatever_was_said_before(run: Run[Line], child: TTSClient) -> None:
    first = spoken(run, child, "Welcome.", "en")
    spoken(run, child, "多謝", "yue", 1.4)
    again = spoken(run, child, "Welcome.", "en")
    assert first.ipa == again.ipa
    assert abs(first.lasts_s - again.lasts_s) < 0.01


@pytest.mark.parametrize("text", ["", " ", "…", "。"])
def test_a_line_without_words_is_over_at_once(run: Run[Line], child: TTSClient, text: str) -> None:
    assert spoken(run, child, text, "en").lasts_s < 0.5


def test_an_unknown_language_is_one_sentence(run: Run[Line], child: TTSClient) -> None:
    with pytest.raises(TTSError, match=r"^The built-in voice has no tlh2: choose another\.$"):
        spoken(run, child, "nuqneH", "tlh2")
    assert spoken(run, child, "Still there.", "en").phones


def test_speakers_differ(run: Run[Line], child: TTSClient) -> None:
    plain = run(line_of(BuiltinVoice(child), "Welcome."))
    woman = run(line_of(BuiltinVoice(child, "f3"), "Welcome."))
    british = run(line_of(BuiltinVoice(child, "en-gb"), "Hello."))
    assert plain.ipa == woman.ipa
    assert not np.array_equal(plain.samples[:20_000], woman.samples[:20_000])
    assert "əʊ" in british.ipa


def test_closing_the_line_stops_it_and_nothing_of_it_comes_later(run: Run[Any], child: TTSClient) -> None:
    async def scenario() -> None:
        arrived: list[Message] = []
        child.supervised.received.connect(arrived.append)
        line = BuiltinVoice(child).speak(LONG, "en")
        await anext(line)
        number = next(iter(child._open))
        await line.aclose()
        assert not child._open
        with pytest.raises(StopAsyncIteration):
            await anext(line)
        # The process answers in order: behind the next line's sound nothing of this one is on its way any more.
        assert (await line_of(BuiltinVoice(child), "Next.")).words
        before = [each for each in arrived if isinstance(each, Uttered) and each.number == number]
        assert (await line_of(BuiltinVoice(child), "And next.")).words
        child.supervised.received.disconnect(arrived.append)
        mine = [each for each in arrived if getattr(each, "number", None) == number]
        assert mine == before  # no end of it either
        assert len(mine) <= 17  # no more than there was room for

    run(scenario())


class Reluctant:
    """A model that counts its pieces."""

    def __init__(self) -> None:
        self.asked = 0

    def load(self, voice: str) -> None:
        """Nothing."""

    def speak(self, voice: str, text: str, rate: float, give: Give) -> None:
        """Endless."""
        while give(Spoken(np.zeros(480, np.float32))):
            self.asked += 1


def test_a_dropped_line_is_given_up_at_the_next_piece(home: Path) -> None:
    model = Reluctant()
    process = TTSProcess(home, {"espeak": lambda: model}, MagicMock())
    line = _Line(Speak(number=1, model="espeak", voice="", text="", ahead=1), 1)
    line.dropped = True
    process._serve(line)
    assert model.asked == 0
    assert not line.ready
    process.close()


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.answer.tts.local.process.LONGEST_S", 1.0)
    process = TTSProcess(home, {"espeak": Reluctant}, MagicMock())
    with pytest.raises(TTSError, match="cut it into sentences"):
        process._serve(_Line(Speak(number=1, model="espeak", voice="", text=""), 1))
    process.close()


def test_a_line_that_nobody_takes_does_not_hold_up_the_next_one(run: Run[Any], child: TTSClient) -> None:
    async def scenario() -> None:
        slow = BuiltinVoice(child).speak(LONG, "en")
        first = await anext(slow)
        other = await line_of(BuiltinVoice(child), "Next.")
        assert other.words
        whole = Line([first, *[piece async for piece in slow]])
        assert whole.lasts_s > 20
        said = [LONG[word.start : word.end] for word in whole.words]
        assert " ".join(said) == LONG.replace(",", "").replace(".", "").strip()

    run(scenario())


def test_many_lines_at_once_come_each_to_its_own_asker(run: Run[Any], child: TTSClient) -> None:
    texts = ["One.", "Twenty two.", "Three hundred and thirty three.", "四", "Five."]

    async def scenario() -> list[Line]:
        voice = BuiltinVoice(child)
        return list(await asyncio.gather(*(line_of(voice, text, "cmn" if text == "四" else "en") for text in texts)))

    together = run(scenario())
    alone = [spoken(run, child, text, "cmn" if text == "四" else "en") for text in texts]
    assert [line.ipa for line in together] == [line.ipa for line in alone]


@pytest.mark.parametrize(
    ("language", "text", "ipa", "never"),
    [
        ("en", "Welcome 王小明 to the stage.", "wɑŋɕjɑumiŋ", "tʃaɪniːz"),
        ("en", "王小明 is here.", "wɑŋɕjɑumiŋ", "tʃaɪniːz"),
        ("en", "Welcome Иван.", "ɪvɑn", "iːvi"),
        ("de", "Guten Abend, 王小明.", "wɑŋɕjɑumiŋ", "ʃiːnɛs"),
        ("zh-TW", "歡迎 Lin 上台。", "lɪn", "ɛliː"),
    ],
)
def test_a_name_in_another_script_is_said(
    run: Run[Line], child: TTSClient, language: str, text: str, ipa: str, never: str
) -> None:
    line = spoken(run, child, text, language)
    assert ipa in line.ipa and never not in line.ipa
    assert [text[word.start : word.end].strip() for word in line.words][-1] in text
    assert all(a.at_s <= b.at_s for a, b in zip(line.words, line.words[1:], strict=False))
    assert len(line.words) >= 2 and line.words[-1].until_s <= line.lasts_s + 0.01
