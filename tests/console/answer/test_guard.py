"""What is spoken is what was checked: tricks in words, words over two sentences, names as the book has them said."""

from __future__ import annotations

import random

import pytest

from console.answer.safety.checks import Safety, safety_of
from console.answer.safety.final_check import FinalCheck
from console.answer.safety.word_list import NAME, WORD, WordList
from console.answer.safety.word_list import ListedWord as Listed
from console.answer.text.lexicon import Lexicon, LexiconEntry, narrow
from console.show.answers.approval import Policy
from console.show.answers.draft import SentenceState
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import AnswerLanguage, Approval, Unattended
from tests.bench import guard
from tests.console.answer.llm.asking import numbers

SAFETY = safety_of(
    [("idiot, 白癡, 法輪功\n[names]\nDonald Grump\n王大明", "w")], language=AnswerLanguage.ASKED, longest_s=60
)


@pytest.mark.parametrize("trick", [*guard.LATIN_TRICKS, *guard.HAN_TRICKS])
def test_no_known_trick_brings_a_listed_word_to_the_voice(trick: str) -> None:
    work = guard.LATIN_TRICKS.get(trick) or guard.HAN_TRICKS[trick]
    words, frames = (guard.LATIN, guard.SAID_LATIN) if trick in guard.LATIN_TRICKS else (guard.HAN, guard.SAID_HAN)
    dice = random.Random(trick)
    for word in words:
        text = dice.choice(frames).format(work(word, dice))
        assert not guard.voiced(text, Lexicon()) or guard.judged(trick, text), text


@pytest.mark.parametrize("text", ["Please welcome Ana!", "Ana", "ANA and friends"])
def test_no_respelling_of_the_book_brings_one_either(text: str) -> None:
    assert guard.voiced(text, Lexicon()) and not guard.voiced(text, Lexicon([LexiconEntry("Ana", "idiot")]))


@pytest.mark.parametrize(
    "said", ["Wang", "Hui", "George Bush", "Kate Bush", "Bush", "shiitake", "日本人氣", "Hoover Dam"]
)
@pytest.mark.parametrize("kind", [WORD, NAME])
def test_what_the_operator_forbids_is_forbidden_whatever_is_harmless_elsewhere(said: str, kind: str) -> None:
    words = WordList([Listed(said, kind)])
    assert words.find(f"Please welcome {said} tonight.") is not None
    assert (words.find("Please welcome George Bush tonight.") is not None) is (
        said == "George Bush" or (said, kind) == ("Bush", NAME)
    )


def test_the_preset_s_own_names_are_never_excused() -> None:
    safety = safety_of([], never_say="Wang\nBush", language=AnswerLanguage.ASKED, longest_s=60)
    assert safety.check("Please welcome Mr. Wang.") is not None and safety.check("Kate Bush sings.") is not None


INNOCENT = """The pen is on the table.
Don't stop.
Let's hit the road.
He'll shell peas.
As soon as shown.
Who re-reads it?
You may or may not.
Mr. Hu, I think so.
An Al Pacino film.
It was 4:55, or 9:06."""


@pytest.mark.parametrize("text", INNOCENT.splitlines())
def test_words_that_only_stand_side_by_side_pass(text: str) -> None:
    listed = "penis, shit, anus, hell, ass, whore, Mayor Lee, hui, anal, idiot"
    safety = safety_of([(listed, "w")], language=AnswerLanguage.ASKED, longest_s=60)
    assert safety.check(text) is None


@pytest.mark.parametrize(
    ("before", "text", "matched"),
    [
        ("You are an id.", "Iot, you are!", "Iot"),
        ("你是白。", "癡！", "癡"),
        ("他們練法輪", "功很久了。", "功"),
        ("Here is Donald", "Grump himself.", "Grump"),
        ("歡迎王", "大明上台。", "大明"),
    ],
)
def test_a_word_over_two_sentences_is_held_at_the_second(before: str, text: str, matched: str) -> None:
    held = SAFETY.check_border(before, text)
    assert held is not None and "across two sentences" in held.reason and text[slice(*held.where)] == matched
    assert SAFETY.check(text) is None and SAFETY.check_border(before, f"And then. {text}") is None


@pytest.mark.parametrize(
    ("before", "text"), [("在舞台。", "獨唱的是誰？"), ("The pen.", "Is it mine?"), ("An idiot.", "Yes."), ("", "白癡")]
)
def test_two_innocent_sentences_pass(before: str, text: str) -> None:
    assert SAFETY.check_border(before, text) is None


def desk_of(approval: Approval, safety: Safety = SAFETY, **policy: object) -> QuestionDesk:
    final = FinalCheck(lambda: safety, Lexicon)
    desk = QuestionDesk(
        Policy(approval, **policy),  # type: ignore[arg-type]
        clock=iter(range(0, 10**6, 100)).__next__,
        turns=numbers(),
        check=safety.check,
        check_border=final.border,
        check_line=final.listed,
    )
    desk.ask("?")
    return desk


def voiced(desk: QuestionDesk) -> list[str]:
    return [each.text for each in desk.to_voice()]


@pytest.mark.parametrize("approval", list(Approval))
def test_the_second_half_of_a_word_waits_for_a_hand(approval: Approval) -> None:
    desk = desk_of(approval)
    for text in ("You are an id.", "Iot, you are!", "Good night."):
        desk.add(1, text)
    desk.approve(1)
    desk.approve(1)
    assert voiced(desk) == ["You are an id."]
    assert desk.release(1, 1).accepted
    desk.approve(1)
    assert voiced(desk) == ["Iot, you are!", "Good night."], "who has read it may let it out"


def test_leaving_out_what_stood_between_does_not_bring_the_halves_together() -> None:
    desk = desk_of(Approval.FIRST)
    for text in ("你是白。", "今天天氣很好。", "癡！"):
        desk.add(1, text)
    assert [each.state for each in desk.draft.sentences] == ["waiting"] * 3  # type: ignore[union-attr]
    desk.reject_one(1, 1)
    desk.approve(1)
    assert voiced(desk) == ["你是白。"]
    assert desk.draft is not None and desk.draft.sentences[2].state is SentenceState.HELD
    desk.edit(1, 2, "癡人說夢。")
    desk.approve(1)
    assert voiced(desk) == ["癡人說夢。"]


def test_a_listed_safe_line_or_stand_by_line_is_not_said() -> None:
    desk = desk_of(
        Approval.FIRST,
        safe_line="What an idiot.",
        standby_line="白 癡，等一下。",
        unattended=Unattended.SAFE,
        after_s=1.0,
    )
    desk.add(1, "Hello.")
    for verdict in (desk.use_safe_line(1), desk.stand_by()):
        assert not verdict.accepted and "must not be said" in verdict.reason
    desk.tick()
    assert voiced(desk) == [] and desk.draft is None, "what nobody may say cannot take the answer's place"


def test_phoneme_brackets_in_a_text_reach_no_voice() -> None:
    book = Lexicon([LexiconEntry("Lin", "", "lɪn")])
    for ipa in (False, True):
        assert "[[" not in book.read("Say [[ɪdiət]] now.", "en", ipa=ipa).said
    assert book.read("Say Lin.", "en", ipa=True).said == "Say [[lIn]]."


def test_wide_letters_and_signs_are_read_as_plain_ones_by_the_built_in_voice() -> None:
    assert narrow("第１０屆　ＡＢＣ＋①％，好！") == "第10屆 ABC+1%，好！"
    reading = Lexicon().read("第１０屆　ＡＢＣ", "zh-TW", ipa=True)
    assert reading.said == "第10屆 ABC" and reading.shown(1, 3) == (1, 3)
    assert Lexicon().read("第１０屆", "zh-TW").said == "第１０屆", "other voices know them"
