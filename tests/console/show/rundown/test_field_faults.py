"""What is wrong with a preset stands at the field that can put it right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.core.enums import Mode, PresetSlate, Unattended
from console.show.rundown.field_faults import field_faults, refusal
from console.show.rundown.preset import Preset, lacking, with_field

QUIZ = Preset(name="Quiz", avatar="lin", mode=Mode.ANSWER, facts_text="# Where?\nThere.")


@pytest.mark.parametrize(
    ("preset", "field", "told"),
    [
        (with_field(QUIZ, "think", ""), "think", "press who answers"),
        (with_field(QUIZ, "think", "facts oracle"), "think", "nobody called oracle"),
        (with_field(QUIZ, "hear", "oracle"), "hear", "nobody called oracle"),
        (with_field(with_field(QUIZ, "think", "facts"), "facts_text", ""), "facts", "choose their file"),
        (with_field(QUIZ, "unattended", "safe"), "safe_line", "no hand comes"),
        (with_field(QUIZ, "slate", "picture"), "slate_picture", "choose its file"),
        (with_field(QUIZ, "mode", "say"), "say", "choose a sound file"),
        (with_field(QUIZ, "lines", "Hello\n***"), "lines", "line 2 has no words"),
    ],
)
def test_each_lack_is_told_at_its_field(preset: Preset, field: str, told: str) -> None:
    ((name, sentence),) = field_faults(preset).items()
    assert name == field and told in sentence
    assert sentence.endswith(".") and sentence[0].isupper()


@given(
    st.builds(
        Preset,
        name=st.just("P"),
        avatar=st.just("lin"),
        mode=st.sampled_from(Mode),
        slate=st.sampled_from(PresetSlate),
        slate_picture=st.sampled_from(["", "a.png"]),
        say=st.sampled_from(["", "a.wav"]),
        lines=st.sampled_from(["", "Hello", "*"]),
        think=st.sampled_from(["", "facts", "groq facts", "oracle"]),
        hear=st.sampled_from(["", "groq", "oracle local"]),
        facts=st.sampled_from(["", "a.md"]),
        unattended=st.sampled_from(Unattended),
        safe_line=st.sampled_from(["", "Please ask."]),
    )
)
def test_a_preset_that_cannot_be_taken_says_so_at_a_field_and_no_other_does(preset: Preset) -> None:
    assert bool(field_faults(preset)) is bool(lacking(preset))


@given(st.sampled_from(Preset.__struct_fields__), st.text() | st.integers() | st.booleans() | st.floats())
def test_a_value_is_taken_or_refused_in_one_sentence(field: str, value: object) -> None:
    sentence = refusal(QUIZ, field, value)
    if sentence:
        assert sentence.endswith(".")
    else:
        assert getattr(with_field(QUIZ, field, value), field) is not None


def test_an_empty_name_and_a_text_without_end_are_told_in_plain_words() -> None:
    assert refusal(QUIZ, "name", "  ") == "A preset needs a name: write one."
    assert "put it into a file" in refusal(QUIZ, "persona", "x" * 20_001)
    assert refusal(QUIZ, "persona", "x" * 20_000) == ""
