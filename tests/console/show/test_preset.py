"""Presets: a good one is read, a bad one is one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.effects import Mode
from console.show.preset import PresetError, parse_preset

GOOD = 'name = "Awards"\navatar = "lin"\n'


def test_a_preset_needs_a_name_and_an_avatar_only() -> None:
    preset = parse_preset(GOOD, "awards.toml")
    assert (preset.name, preset.avatar, preset.mode) == ("Awards", "lin", Mode.MIRROR)


def test_the_bundled_presets_are_good() -> None:
    files = sorted((Path(__file__).parents[3] / "presets").glob("*.toml"))
    assert files
    for file in files:
        parse_preset(file.read_bytes(), file.name)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("name = ", "TOML"),
        ('name = "x"', "avatar"),
        (GOOD + 'mode = "sing"', "mode"),
        (GOOD + "mic_gain_db = 99.0", "mic_gain_db"),
        (GOOD + "colour = 3", "colour"),
        (GOOD + 'slate = "picture"', "slate_picture"),
        (GOOD + 'mode = "say"', "say"),
        ("name = 3\navatar = 'lin'", "name"),
    ],
)
def test_a_bad_preset_is_one_sentence_that_names_the_file_and_the_field(text: str, word: str) -> None:
    with pytest.raises(PresetError) as fault:
        parse_preset(text, "awards.toml")
    sentence = str(fault.value)
    assert "awards.toml" in sentence and word in sentence
    assert sentence.endswith(".") and "\n" not in sentence and "$" not in sentence


@given(st.one_of(st.text(), st.binary()))
def test_any_text_is_a_preset_or_a_preset_error(text: str | bytes) -> None:
    try:
        parse_preset(text, "any.toml")
    except PresetError:
        pass
