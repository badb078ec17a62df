"""Presets: a good one is read, a bad one is one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.answers.approval import Policy, policy_of
from console.show.core.enums import Approval, Mode, Unattended
from console.show.rundown.preset import (
    FORMAT,
    MIGRATIONS,
    PresetError,
    hearers,
    lacking,
    parse_preset,
    preset_of,
    read_preset,
    thinkers,
    with_field,
)

GOOD = 'name = "Awards"\navatar = "lin"\n'


def test_a_preset_needs_a_name_and_an_avatar_only() -> None:
    preset = parse_preset(GOOD, "awards.toml")
    assert (preset.name, preset.avatar, preset.mode) == ("Awards", "lin", Mode.MIRROR)


def test_the_bundled_presets_are_good() -> None:
    files = sorted((Path(__file__).parents[4] / "presets").rglob("*.toml"))
    assert files
    for file in files:
        if file.name != "rundown.toml":
            parse_preset(file.read_bytes(), file.name)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("name = ", "TOML"),
        ('name = "x"', "avatar"),
        (GOOD + 'mode = "sing"', "mode"),
        (GOOD + "mic_gain_db = 99.0", "mic_gain_db"),
        (GOOD + "colour = 3", "colour"),
        (GOOD + 'colour = "red"', "#2f77bd"),
        (GOOD + 'slate = "picture"', "slate_picture"),
        (GOOD + 'mode = "say"', "say"),
        (GOOD + f'note = "{"x" * 201}"', "200 characters"),
        (GOOD + 'format = "1"', "format"),
        (GOOD + 'approval = "maybe"', "approval"),
        (GOOD + "answer_s = 1.0", "answer_s"),
        (GOOD + 'hear = "groq siri"', "siri"),
        (GOOD + 'captions_second = "klingon"', "klingon"),
        ("name = 3\navatar = 'lin'", "name"),
    ],
)
def test_a_bad_preset_is_one_sentence_that_names_the_file_and_the_field(text: str, word: str) -> None:
    with pytest.raises(PresetError) as fault:
        parse_preset(text, "awards.toml")
    sentence = str(fault.value)
    assert "awards.toml" in sentence and word in sentence
    assert sentence.endswith(".") and "\n" not in sentence and "$" not in sentence


def test_a_preset_of_a_newer_format_is_refused_and_not_guessed_at() -> None:
    with pytest.raises(PresetError, match="newer Compere"):
        parse_preset(GOOD + f"format = {FORMAT + 1}\nhologram = true", "awards.toml")


def test_a_preset_without_a_number_is_of_the_first_format_and_is_brought_up_to_date() -> None:
    assert parse_preset(GOOD, "awards.toml").format == FORMAT


def test_there_is_a_way_from_every_older_format() -> None:
    assert sorted(MIGRATIONS) == list(range(FORMAT))


def test_a_file_that_begins_with_a_byte_order_mark_is_read() -> None:
    assert parse_preset(b"\xef\xbb\xbf" + GOOD.encode(), "awards.toml").name == "Awards"


def test_a_preset_that_still_lacks_its_file_can_be_edited_but_not_used() -> None:
    preset = read_preset(GOOD + 'mode = "say"', "awards.toml")
    assert "sound file" in lacking(preset)
    assert lacking(with_field(preset, "say", "hello.wav")) == ""


def test_a_field_that_will_not_do_leaves_the_preset_as_it_was() -> None:
    preset = parse_preset(GOOD, "awards.toml")
    for field, value in (("mic_gain_db", 99.0), ("name", "  "), ("format", 7), ("wig", "red"), ("mode", None)):
        with pytest.raises(PresetError):
            with_field(preset, field, value)


def test_a_preset_of_the_first_format_answers_with_the_defaults() -> None:
    preset = parse_preset(GOOD + 'format = 1\npersona = "A host."', "awards.toml")
    assert (preset.format, preset.approval, preset.unattended) == (FORMAT, Approval.FIRST, Unattended.STAY)
    assert thinkers(preset) == ("facts", "groq")


def test_who_answers_may_be_parted_by_commas_or_spaces_and_counts_once() -> None:
    preset = read_preset(GOOD + 'think = " Groq,facts  server; groq "', "awards.toml")
    assert thinkers(preset) == ("groq", "facts", "server")


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ('think = "oracle"', "oracle"),
        ('think = ""', "think"),
        ('think = "facts"', "facts"),
        ('unattended = "safe"', "safe_line"),
    ],
)
def test_an_answer_preset_that_cannot_answer_says_what_it_lacks(fields: str, word: str) -> None:
    preset = read_preset(GOOD + f'mode = "answer"\n{fields}', "awards.toml")
    assert word in lacking(preset)
    assert lacking(with_field(preset, "mode", "mirror")) == ""


def test_the_policy_of_the_desk_comes_from_the_preset() -> None:
    text = 'approval = "each"\nunattended = "safe"\nunattended_s = 12.0\nsafe_line = "Later."\nstandby_line = "Hm."'
    policy = policy_of(parse_preset(GOOD + text, "awards.toml"))
    assert policy == Policy(Approval.EACH, Unattended.SAFE, 12.0, "Later.", "Hm.")


@given(st.one_of(st.text(), st.binary()))
def test_any_text_is_a_preset_or_a_preset_error(text: str | bytes) -> None:
    try:
        parse_preset(text, "any.toml")
    except PresetError:
        pass


ANY_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=2)
)


@given(st.dictionaries(st.sampled_from(["format", "name", "avatar", "mode", "mic_gain_db", "wig"]), ANY_VALUE))
def test_any_table_is_a_preset_or_a_preset_error(table: dict[str, object]) -> None:
    try:
        assert preset_of(table, "any").format == FORMAT
    except PresetError:
        pass


def test_who_hears_is_in_the_presets_order_each_once() -> None:
    assert hearers(parse_preset(GOOD, "a.toml")) == ("groq", "server", "local")
    assert hearers(parse_preset(GOOD + 'hear = " Local, groq;local "', "a.toml")) == ("local", "groq")
    assert hearers(parse_preset(GOOD + 'hear = ""', "a.toml")) == ()


@pytest.mark.parametrize("version", range(5))
def test_an_older_preset_that_says_what_every_preset_said_leaves_slate_and_pa_to_the_event(version: int) -> None:
    preset = parse_preset(f'format = {version}\nname = "x"\navatar = "lin"\nslate = "logo"\npa = "through"\n', "x")
    assert (preset.slate, preset.pa) == ("", "")
    own = parse_preset(f'format = {version}\nname = "x"\navatar = "lin"\nslate = "black"\npa = "direct"\n', "x")
    assert (own.slate, own.pa) == ("black", "direct")
