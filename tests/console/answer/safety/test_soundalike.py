"""A name that the pronunciation book gives in IPA is judged by how it sounds."""

from __future__ import annotations

import pytest

from console.answer.safety.checks import safety_of
from console.answer.safety.final_check import FinalCheck
from console.answer.safety.soundalike import SoundsAlike
from console.answer.text.lexicon import Lexicon, entry_of
from console.show.core.enums import AnswerLanguage

SOUNDS = {
    "fuck": "fʌk", "shit": "ʃɪt", "cunt": "kʌnt", "bitch": "bɪtʃ", "dick": "dɪk", "penis": "ˈpiːnɪs",
    "bastard": "ˈbæstɚd", "nigger": "ˈnɪɡɚ",
    "motherfucker": "ˈmʌðɚˌfʌkɚ", "faggot": "ˈfæɡət", "cock": "kɒk", "pussy": "ˈpʊsi",
    "slut": "slʌt",
    "bullshit": "ˈbʊlʃɪt", "tits": "tɪts", "damn": "dæm", "asshole": "ˈæshoʊl", "whore": "hɔːɹ",
}  # fmt: skip
NAMES = (
    "ʃɪˈvɔːn", "ʃuː", "hjuː", "huːk", "ˈlɪn.meɪ", "kəˈsændɹə", "duːk", "dɛk", "ˈʃiːtə", "ˈæsɪd", "niːˈʒɛəɹ", "ˈsɪərʃə",
    "foʊk", "hoʊ", "ˈkʌmɪŋz", "ˈɑːnsən", "fɪk",
)  # fmt: skip


@pytest.mark.parametrize(("word", "ipa"), list(SOUNDS.items()))
def test_a_listed_word_is_known_by_its_sounds(word: str, ipa: str) -> None:
    known = SoundsAlike([word])
    assert known.find(ipa) == word
    assert known.find(f"ˈlɪn {ipa}") == word and known.find(ipa.replace("ˈ", "")) == word


@pytest.mark.parametrize("ipa", NAMES)
def test_names_pass(ipa: str) -> None:
    assert SoundsAlike([*SOUNDS, "王大明", "ass"]).find(ipa) == ""


def check(said: str, text: str = "Welcome, Ms Hu!", language: str = "en-US", lists: str = "\n".join(SOUNDS)) -> str:
    safety = safety_of([(lists, "list")], language=AnswerLanguage.ASKED, longest_s=60.0)
    held = FinalCheck(lambda: safety, lambda: Lexicon([entry_of("Hu", said)]))("", text, language)
    return held.reason if held is not None else ""


def test_ipa_in_the_book_is_judged_before_a_voice_gets_it() -> None:
    assert check("Hoo [[fʌk]]") == "The pronunciation book has “Hu” sound like “fuck”, which must not be said."
    assert check("[[ˈhuː ˈʃɪt]]") != ""
    assert check("Hoo [[huː]]") == ""


def test_ipa_is_not_judged_where_it_is_not_spoken() -> None:
    assert check("Hoo [[fʌk]]", language="zh-TW") == ""
    assert check("Hoo [[fʌk]]", text="Welcome!") == ""
    assert check("Hoo [[fʌk]]", lists="[allow]\nfuck") == ""
