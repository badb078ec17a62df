from __future__ import annotations

from enum import StrEnum
from typing import get_args, get_origin

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.show.core.emergency import EMERGENCY_VERBS
from console.show.core.enums import PatternKind, SlateKind
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.kinds import EmergencyVerb, PatternCard, SlateCard
from engine.text import Text

EVERY = [kind for kind in vars(m).values() if isinstance(kind, type) and issubclass(kind, Message)]
KINDS = [kind for kind in EVERY if kind is not Message]


def texts() -> st.SearchStrategy[Text]:
    """A sentence, with and without places."""
    plain = st.text().map(Text)
    return plain | st.builds(lambda name, inner: Text("{name}: {inner}.", name=name, inner=inner), st.text(), plain)


def values(kind: object) -> st.SearchStrategy[object]:
    """Anything that a field of this type may hold."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return structs(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    made: dict[object, st.SearchStrategy[object]] = {
        int: st.integers(-(2**63), 2**63 - 1),
        float: st.floats(allow_nan=False),
        str: st.text(),
        bytes: st.binary(),
        bool: st.booleans(),
        Text: texts(),
    }
    if kind in made:
        return made[kind]
    inner = get_args(kind)
    if get_origin(kind) is tuple and inner[-1] is Ellipsis:
        return st.lists(values(inner[0]), max_size=3).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*map(values, inner))
    if type(None) in inner:
        return st.none() | values(inner[0])
    if len(inner) == 1:
        return st.lists(values(inner[0]), max_size=3)
    return st.dictionaries(st.text(), made[int] | st.text() | st.none(), max_size=3)


def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[msgspec.Struct]:
    fields = msgspec.structs.fields(kind)
    return st.fixed_dictionaries({field.name: values(field.type) for field in fields}).map(lambda all_: kind(**all_))


@pytest.mark.parametrize("kind", KINDS)
def test_each_message_arrives_as_it_was_sent(kind: type[Message]) -> None:
    @given(message=structs(kind))
    def arrives(message: Message) -> None:
        assert m.unpack(m.pack(message)) == message

    arrives()


def test_each_message_has_somebody_who_may_send_it() -> None:
    links = ("Engine", "Playout", "Voice", "Ear", "Emergency", "Output")
    unions = [getattr(m, f"{way}{end}") for end in links for way in ("To", "From")]
    assert {kind for union in unions for kind in get_args(union)} == set(KINDS)


WORDS = [
    (kind, field.name)
    for kind in KINDS
    for field in msgspec.structs.fields(kind)
    if isinstance(field.type, type) and issubclass(field.type, StrEnum)
]


@pytest.mark.parametrize(("kind", "name"), WORDS)
def test_a_word_that_is_none_of_its_kind_is_refused(kind: type[Message], name: str) -> None:
    @settings(max_examples=1)
    @given(message=structs(kind))
    def refused(message: Message) -> None:
        table = msgspec.msgpack.decode(m.pack(message))
        assert m.unpack(msgspec.msgpack.encode(table)) == message
        for word in ("", "no such kind"):
            changed = table | {name: word}
            with pytest.raises(msgspec.DecodeError):
                m.unpack(msgspec.msgpack.encode(changed))

    refused()


def test_words_on_the_wire_are_those_of_the_show() -> None:
    """The show may not import messages: its own words for the same things are other types with the same values."""
    for wire, show in ((SlateCard, SlateKind), (PatternCard, PatternKind)):
        assert [each.value for each in wire] == [each.value for each in show]
    assert {each.value for each in EmergencyVerb} == {each.value for each in EMERGENCY_VERBS}


@given(data=st.binary(max_size=300))
def test_anything_else_is_a_decode_error(data: bytes) -> None:
    try:
        message = m.unpack(data)
    except msgspec.DecodeError:
        return
    assert isinstance(message, Message)


def test_a_field_of_a_newer_version_is_passed_over() -> None:
    data = msgspec.msgpack.encode({"type": "Ping", "number": 7, "colour": "red"})
    assert m.unpack(data) == m.Ping(number=7)
