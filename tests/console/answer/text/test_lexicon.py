"""The pronunciation book."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.text.lexicon import (
    Lexicon,
    LexiconEntry,
    LexiconError,
    entry_of,
    load_lexicon,
    parse_lexicon,
    save_entry,
    with_entry,
)

BOOK = """\
# tonight's guests
[say]
"Siobhan" = "Shivawn [[ʃɪˈvɔːn]]"   # from Cork
"Ng" = "Eng"
"Li Na" = "Lee Nah"
"Li" = "Lee"
"曾" = "增"
"曾國城" = "增國成"
"Café Ö" = "cafay uh"

[en]
"Hsu" = "Shoo"
[zh]
"ACME" = "艾克美"
"""


@pytest.fixture
def book() -> Lexicon:
    found, faults = parse_lexicon(BOOK)
    assert not faults
    return found


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "Welcome Siobhan!", "Welcome Shivawn!"),
        ("en", "SIOBHAN's here, siobhan.", "Shivawn's here, Shivawn."),
        ("en", "Ｓｉｏｂｈａｎ is wide", "Shivawn is wide"),
        ("en", "Siobhanna sings", "Siobhanna sings"),
        ("en", "singing Ng Ngs", "singing Eng Ngs"),
        ("en", "Li Na and Li", "Lee Nah and Lee"),
        ("en", "Li  Na", "Lee Nah"),
        ("zh-TW", "請Siobhan上台", "請Shivawn上台"),
        ("zh-TW", "歡迎曾國城先生與曾小姐", "歡迎增國成先生與增小姐"),
        ("zh-TW", "感謝ACME贊助", "感謝艾克美贊助"),
        ("en", "thanks to ACME", "thanks to ACME"),
        ("en", "Mr Hsu", "Mr Shoo"),
        ("zh-TW", "Hsu先生", "Hsu先生"),
        ("en", "at cafe\u0301 O\u0308!", "at cafay uh!"),
        ("en", "Siobhan2 Siobhan_x", "Siobhan2 Shivawn_x"),
        ("en", "", ""),
    ],
)
def test_names_are_said_as_the_book_has_them(book: Lexicon, language: str, text: str, said: str) -> None:
    assert book.read(text, language).said == said


def test_the_built_in_voice_gets_phonemes_and_never_those_of_a_stranger(book: Lexicon) -> None:
    assert book.read("Siobhan", "en", ipa=True).said == "[[SI'vO:n]]"
    assert book.read("Siobhan", "zh-TW", ipa=True).said == "Shivawn"
    assert "[[" not in book.read("say [[h@l'oU]] now", "en", ipa=True).said
    assert len(book.read("say [[h@l'oU]] now", "en", ipa=True).said) == len("say [[h@l'oU]] now")


def test_a_name_with_only_ipa_is_written_as_it_is_for_other_voices() -> None:
    book = Lexicon([entry_of("Nguyen", "[[wɪn]]")])
    assert book.read("Ms Nguyen", "en").said == "Ms Nguyen"
    assert book.read("Ms Nguyen", "en", ipa=True).said == "Ms [[wIn]]"


def test_what_was_said_leads_back_to_what_is_shown(book: Lexicon) -> None:
    text = "Dear Siobhan, hello Li Na"
    reading = book.read(text, "en")
    at = reading.said.index("Shivawn")
    assert text[slice(*reading.shown(at, at + 7))] == "Siobhan"
    assert text[slice(*reading.shown(at + 2, at + 3))] == "Siobhan"
    at = reading.said.index("hello")
    assert text[slice(*reading.shown(at, at + 5))] == "hello"
    at = reading.said.index("Nah")
    assert text[slice(*reading.shown(at, at + 3))] == "Li Na"
    assert reading.shown(999, 1000) == (len(text), len(text))


@given(st.text(alphabet="SiobhanLi Na曾國城\u0301.,[]’ＡＢ", max_size=40))
def test_any_text_is_read_whole_and_in_order(text: str) -> None:
    book, _ = parse_lexicon(BOOK)
    for ipa in (False, True):
        reading = book.read(text, "en", ipa=ipa)
        assert [each.start for each in reading.segments[1:]] == [each.end for each in reading.segments[:-1]]
        assert "".join(text[each.start : each.end] for each in reading.segments) == text
        assert reading.text == text


@given(st.text(max_size=60))
def test_an_empty_book_changes_nothing(text: str) -> None:
    assert Lexicon().read(text, "en").said == text


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('"Kai" = 7', "“Kai” has no pronunciation: write how it is said, in quotes."),
        ('"Kai" = ""', "“Kai” has no pronunciation: write how it is said, in quotes."),
        ('"Kai" = "!!"', "“Kai” has no pronunciation: write how it is said, in quotes."),
        ('"?" = "what"', "“?” is no name for the pronunciation book: write it as it stands in texts."),
        (
            '"Kai" = "[[kʰai]]"',
            "The pronunciation of “Kai” cannot be used: the sign ʰ is not one of English.",
        ),
        ('"Kai" = "[[ˈ]]"', "The pronunciation of “Kai” cannot be used: there is no sound in it."),
    ],
)
def test_a_bad_line_is_one_sentence_and_the_others_hold(line: str, sentence: str) -> None:
    book, faults = parse_lexicon(f'[say]\n{line}\n"Li" = "Lee"\n')
    assert faults == (sentence,)
    assert book.read("Li", "en").said == "Lee"


def test_a_line_outside_of_a_table_is_told() -> None:
    _, faults = parse_lexicon('"Kai" = "Ky"', "book.toml")
    assert faults == ("In the pronunciation book book.toml, “Kai” is in no table: put it below [say].",)


@pytest.mark.parametrize("text", ["[say\n", '[say]\n"a" = "b"\n"a" = "c"\n', "[[[", "\x00"])
def test_a_broken_book_is_one_sentence_and_no_book(text: str) -> None:
    book, faults = parse_lexicon(text)
    assert not book.entries
    assert len(faults) == 1 and faults[0].startswith("The pronunciation book pronunciation.toml cannot be used (")


def test_a_book_that_is_not_there_is_empty(home: Path) -> None:
    assert load_lexicon(home / "none.toml")[1] == ()


def test_a_book_in_another_encoding_is_one_sentence(home: Path) -> None:
    path = home / "book.toml"
    path.write_bytes("[say]\n'曾' = '增'".encode("big5"))
    assert load_lexicon(path)[1] == ("The pronunciation book book.toml cannot be read (it is not a text in UTF-8).",)


def test_comments_and_order_stay_when_a_name_is_added_or_taken_out(home: Path) -> None:
    path = home / "show" / "pronunciation.toml"
    path.parent.mkdir()
    path.write_text(BOOK, encoding="utf-8")
    save_entry(path, "Xi", "Shee")
    save_entry(path, "Ng", "")
    text = path.read_text(encoding="utf-8")
    assert "# tonight's guests" in text and "# from Cork" in text and '"Ng"' not in text
    book, faults = load_lexicon(path)
    assert not faults
    assert LexiconEntry("Xi", "Shee") in book.entries


def test_a_first_name_makes_the_book(home: Path) -> None:
    save_entry(home / "new" / "pronunciation.toml", "曾", "增", "zh")
    assert load_lexicon(home / "new" / "pronunciation.toml")[0].entries == (LexiconEntry("曾", "增", "", "cmn"),)


def test_a_name_that_will_not_do_leaves_the_book_as_it_was(home: Path) -> None:
    path = home / "pronunciation.toml"
    path.write_text(BOOK, encoding="utf-8")
    with pytest.raises(LexiconError):
        save_entry(path, "Kai", "[[!]]")
    path.write_text("[say\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^The pronunciation book cannot be changed \("):
        save_entry(path, "Kai", "Ky")
    assert path.read_text(encoding="utf-8") == "[say\n"


def test_nothing_happens_when_an_unknown_name_is_taken_out() -> None:
    assert with_entry(BOOK, "Nobody", "") == BOOK


def test_a_long_name_is_quoted_in_part() -> None:
    (fault,) = parse_lexicon(f'"{"a" * 3000}" = 1')[1]
    assert len(fault) < 200 and fault.endswith(".")
