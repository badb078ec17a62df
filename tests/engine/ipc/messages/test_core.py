from __future__ import annotations

from typing import get_args, get_origin

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ipc.messages import core as m

EVERY = [kind for kind in vars(m).values() if isinstance(kind, type) and issubclass(kind, m.Message)]
KINDS = [kind for kind in EVERY if kind is not m.Message]


def values(kind: object) -> st.SearchStrategy[object]:
    """Anything that a field of this type may hold."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return structs(kind)
    made: dict[object, st.SearchStrategy[object]] = {
        int: st.integers(-(2**63), 2**63 - 1),
        float: st.floats(allow_nan=False),
        str: st.text(),
        bytes: st.binary(),
        bool: st.booleans(),
    }
    if kind in made:
        return made[kind]
    inner = get_args(kind)
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
def test_each_message_arrives_as_it_was_sent(kind: type[m.Message]) -> None:
    @given(message=structs(kind))
    def arrives(message: m.Message) -> None:
        assert m.unpack(m.pack(message)) == message

    arrives()


def test_each_message_has_somebody_who_may_send_it() -> None:
    links = ("Engine", "Playout", "Voice", "Ear", "Emergency")
    unions = [getattr(m, f"{way}{end}") for end in links for way in ("To", "From")]
    assert {kind for union in unions for kind in get_args(union)} == set(KINDS)


@given(data=st.binary(max_size=300))
def test_anything_else_is_a_decode_error(data: bytes) -> None:
    try:
        message = m.unpack(data)
    except msgspec.DecodeError:
        return
    assert isinstance(message, m.Message)


def test_a_field_of_a_newer_version_is_passed_over() -> None:
    data = msgspec.msgpack.encode({"type": "Ping", "number": 7, "colour": "red"})
    assert m.unpack(data) == m.Ping(number=7)
