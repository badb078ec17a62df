"""A sentence keeps its key and its parameters wherever a string goes."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ipc.messages import core as m
from engine.ipc.messages.engine import Failed
from engine.ipc.messages.stt import NotTranscribed
from engine.ipc.messages.tts import Unspoken
from engine.text import Text, as_text, from_wire, sentence_of, to_json, to_wire

PLAIN = Text("There is no avatar {name}.", name="kai")
NESTED = Text("{name} cannot be taken: {why}.", name="Opening", why=Text("the avatar {name} is not there", name="kai"))
SEVERAL = Text("Not ready: {items}.", items=[Text("{words} ({found})", words="Engine", found="starting"), "Disk"])


def same(one: str, other: str) -> bool:
    return isinstance(one, Text) and isinstance(other, Text) and to_wire(one) == to_wire(other) and one == other


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (PLAIN, "There is no avatar kai."),
        (NESTED, "Opening cannot be taken: the avatar kai is not there."),
        (SEVERAL, "Not ready: Engine (starting), Disk."),
        (Text("{n} GB free", n=2), "2 GB free"),
        (Text("{path} is good.", path=Path("a")), "a is good."),
        (as_text("Nothing is on air."), "Nothing is on air."),
        (as_text(PLAIN), "There is no avatar kai."),
        (Text("{name}: {other}", name="{other}", other="b"), "{other}: b"),
        (Text("{name} is not filled"), "{name} is not filled"),
    ],
)
def test_it_is_its_finished_english_sentence(text: Text, english: str) -> None:
    assert text == english and hash(text) == hash(english) and f"{text}" == english and len(text) == len(english)


@pytest.mark.parametrize("text", [PLAIN, NESTED, SEVERAL, as_text("Nothing is on air.")])
def test_it_keeps_its_key_wherever_it_goes(text: Text) -> None:
    @dataclass(frozen=True)
    class Held:
        words: str

    assert same(str(text), text)
    assert same(str(ValueError(text)), text)
    assert same(copy.copy(text), text) and same(copy.deepcopy(text), text)
    assert same(pickle.loads(pickle.dumps(text)), text)
    assert same(replace(Held(""), words=text).words, text) and same(asdict(Held(text))["words"], text)
    assert same(sentence_of(json.loads(to_json({"a": [text]}))["a"][0]), text)


@pytest.mark.parametrize("text", [PLAIN, NESTED, SEVERAL, as_text("Nothing is on air.")])
def test_messages_between_the_processes_carry_it(text: Text) -> None:
    for message in (
        m.Fault(kind="driver", sentence=text),
        Failed(avatar="a", sentence=text),
        Unspoken(number=1, sentence=text),
        NotTranscribed(number=1, sentence=text),
    ):
        read = m.unpack(m.pack(message))
        assert type(read) is type(message) and same(read.sentence, text)  # type: ignore[attr-defined]


def test_a_string_of_anybodys_goes_through_a_message_as_it_is() -> None:
    read = m.unpack(m.pack(m.Fault(kind="driver", sentence="{name} as it is")))  # type: ignore[arg-type]
    assert isinstance(read, m.Fault) and read.sentence == "{name} as it is" and not read.sentence.parameters


@pytest.mark.parametrize("bad", [7, None, ["a", "b"], [], {"a": 1}, ["key", {"name": 7}], [7, {}]])
def test_what_is_no_sentence_is_refused_in_a_message_and_a_string_in_a_line_of_json(bad: object) -> None:
    data = msgspec.msgpack.encode({"type": "Fault", "kind": "driver", "sentence": bad})
    with pytest.raises(msgspec.DecodeError):
        m.unpack(data)
    assert isinstance(sentence_of(bad), str)


def test_an_error_that_fills_a_place_brings_its_own_key() -> None:
    text = Text("The avatar could not be drawn: {fault}", fault=ValueError(PLAIN))
    assert same(str(text.parameters["fault"]), PLAIN)


VALUES = st.recursive(
    st.text(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.builds(lambda key, given: Text(key, **given), st.text(), st.dictionaries(st.sampled_from("abc"), inner)),
    ),
    max_leaves=8,
)


@given(VALUES)
def test_any_value_comes_back_from_the_wire_as_it_was(value: object) -> None:
    data = json.loads(json.dumps(to_wire(value)))
    read = from_wire(data)
    assert read == value and to_wire(read) == to_wire(value)
