"""The pronunciation book and the built-in voice together."""

from __future__ import annotations

import re
from typing import Any

import pytest

from console.answer.text.ipa import IpaError, phoneme_names
from console.answer.text.lexicon import Lexicon, entry_of
from console.answer.tts.local.builtin import BuiltinVoice
from console.answer.tts.local.client import TTSClient
from console.answer.tts.pronounced import Pronounced
from tests.console.answer.tts.conftest import Run, line_of

HEARD = {"r": "ɹ", "ʧ": "tʃ", "ʤ": "dʒ", "əʊ": "oʊ", "g": "ɡ"}


VOWELS = re.split(" ", "iː ɪ eɪ ɛ æ ɑː ɔː ʊ uː ʌ ɜː ə oʊ əʊ aɪ ɔɪ aʊ")
CONSONANTS = re.split(" ", "p b t d k ɡ g f v θ ð s z ʃ ʒ h m n ŋ l ɹ r j w tʃ ʧ dʒ ʤ")


@pytest.mark.parametrize("ipa", [*(f"{vowel}n" for vowel in VOWELS), *(f"{each}ɑː" for each in CONSONANTS)])
def test_the_built_in_voice_says_each_sign_of_english(run: Run[Any], child: TTSClient, ipa: str) -> None:
    line = run(line_of(BuiltinVoice(child), f"[[{phoneme_names(ipa)}]]"))
    sign, rest = (ipa[:-1], "n") if ipa.endswith("n") else (ipa[:-2], ipa[-2:])
    assert line.ipa == HEARD.get(sign, sign) + rest


def test_signs_that_stand_together_stay_apart() -> None:
    assert phoneme_names("aɪ") == "aI"
    assert phoneme_names("tʃ") == "tS"
    assert phoneme_names("t.ʃ") == "t|S"


@pytest.mark.parametrize("ipa", ["", " ", "ˈ", "ʘ", "ma⁵"])
def test_what_is_not_english_is_refused(ipa: str) -> None:
    with pytest.raises(IpaError):
        phoneme_names(ipa)


def test_a_name_sounds_as_the_book_has_it_and_its_word_is_the_one_that_is_shown(
    run: Run[Any], child: TTSClient
) -> None:
    book = Lexicon([entry_of("Siobhan", "Shivawn [[ʃɪˈvɔːn]]"), entry_of("曾", "增")])
    voice = Pronounced(BuiltinVoice(child), lambda: book)
    text = "Please welcome Siobhan tonight."
    line = run(line_of(voice, text, "en"))
    assert "ʃɪvɔːn" in line.ipa
    assert [text[word.start : word.end] for word in line.words][-2:] == ["Siobhan", "tonight"]
    assert run(line_of(voice, "曾", "zh-TW")).ipa == run(line_of(BuiltinVoice(child), "增", "zh-TW")).ipa


def test_a_change_of_the_book_holds_for_the_next_line(run: Run[Any], child: TTSClient) -> None:
    books = [Lexicon(), Lexicon([entry_of("Ng", "Eng")])]
    voice = Pronounced(BuiltinVoice(child), lambda: books[0])
    before = run(line_of(voice, "Ng"))
    books.pop(0)
    assert run(line_of(voice, "Ng")).ipa != before.ipa
