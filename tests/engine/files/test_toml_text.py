"""TOML from anybody: what is in order is read, and everything else is one kind of error, at a small price."""

from __future__ import annotations

import resource
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.files.toml_text import MOST_VALUES, TomlError, parse_toml, text_of

HOSTILE = {
    "a number of 5,000 digits": "a = " + "9" * 5000,
    "lists in lists": "a = " + "[" * 5000,
    "closed lists in lists": "a = " + "[" * 900 + "]" * 900,
    "tables in tables": "a = " + "{a = " * 400,
    "a dotted name of 20,000 parts": "a" + ".a" * 20_000 + " = 1",
    "a dotted table of 20,000 parts": "[a" + ".a" * 20_000 + "]",
    "a dotted name with spaces and quotes": "a" + ' . "a"' * 6000 + " = 1",
    "a dotted name within a list": "a = [{" + "a." * 20_000 + "a = 1}]",
    "many tables": "[[a]]\n" * 150_000,
    "many keys": "".join(f"k{n} = 1\n" for n in range(60_000)),
    "a long list": "a = [" + "1," * 400_000 + "]",
    "empty lines": "\n" * 900_000,
    "more than a megabyte": "a = '" + "x" * 1_100_000 + "'",
    "a string without an end": 'a = """' + "x" * 1000,
    "a surrogate": 'a = "\\ud800"',
    "a NUL": "a = \x00",
    "an impossible day": "a = 2025-02-30",
    "a key twice": "a = 1\na = 2",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_hostile_is_one_error_in_a_few_words_and_takes_no_memory(text: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TomlError) as fault:
        parse_toml(text)
    words = str(fault.value)
    assert words and len(words) < 200 and "\n" not in words and not words.endswith(".")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_what_is_in_order_is_read_as_the_standard_library_reads_it() -> None:
    text = """
    # [[[[[[[[[[[[[[[[[[[[[[[ in a note
    a = "[[[[[[[[[[[[[[[[[[[[ \\" ]]]]" # more
    b = '{{{{{{{{{{{{{{{{{{{{{{{{'
    c = \"\"\"one " two "" . . . . . . . . . . . . . . . . . . . . three\"\"\"\"\"
    d = '''x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x'' '''
    e = [1.5, 2.5, [3.5, {f.g = 2025-02-03T04:05:06.789Z}]]
    [h."i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.a.b.c"]
    """
    assert parse_toml(text) == tomllib.loads(text)
    many = "a = [" + "1," * (MOST_VALUES - 10) + "]"
    assert parse_toml(many) == tomllib.loads(many)


@given(st.text(alphabet="ab.=[]{}\"'\\#\n ,1", max_size=60))
def test_nothing_but_its_own_error_ever_comes_out(text: str) -> None:
    try:
        found = parse_toml(text)
    except TomlError:
        return
    assert found == tomllib.loads(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_with_every_mark_that_windows_writes(encoding: str) -> None:
    assert text_of("name = '陳'".encode(encoding)) == "name = '陳'"


@pytest.mark.parametrize("number", ["0x" + "f" * 6_000, "0b" + "1" * 20_000, "0o" + "7" * 6_000, "0x8000000000000000"])
@pytest.mark.parametrize("frame", ["format = {}", "a = [[1, {}]]", "[a.b]\nc = {{d = {}}}"])
def test_an_integer_that_no_sentence_could_tell_is_refused(number: str, frame: str) -> None:
    with pytest.raises(TomlError, match="a number in it is too large"):
        parse_toml(frame.format(number))


def test_the_largest_integers_of_toml_are_read() -> None:
    assert parse_toml("a = 0x7fffffffffffffff\nb = -9223372036854775808") == {"a": 2**63 - 1, "b": -(2**63)}
