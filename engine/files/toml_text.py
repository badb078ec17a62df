"""TOML that a person or a stranger wrote, read within limits. Pure: text in, table out.

The standard library's reader is correct, and trusting: 40 kB of dotted names take gigabytes, brackets end in a
`RecursionError`, a long number in a bare `ValueError`. A look at the text beforehand, linear in its length, keeps all
that out.
"""

from __future__ import annotations

import re
import tomllib

from engine.text import Text

MOST_CHARACTERS = 1_000_000
MOST_LINES = 50_000
MOST_VALUES = 20_000
"""Keys, tables and members of lists, all together."""
MOST_DEPTH = 16
"""Brackets within brackets, and parts of a dotted name."""
LARGEST_INTEGER = 2**63 - 1
"""What TOML promises to carry. Python cannot even write some larger ones down: the sentence about one would fail."""
LONGEST_WORDS = 200
"""Characters of a reason."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\"]|"{1,2}(?!"))*+"{3,5}'  # strings count for nothing: whatever is in them is text
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:\\.|[^"\\\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+"
    r"|[\[\]{},=.\n]",
    re.DOTALL,
)


class TomlError(ValueError):
    """A text that cannot be read as TOML. The message says why in a few words, without a full stop."""


def parse_toml(text: str) -> dict[str, object]:
    """The table that a text holds.

    Args:
        text: at most `MOST_CHARACTERS`.

    Raises:
        TomlError: it is no TOML, or goes beyond the limits. Nothing else is ever raised.
    """
    _check_shape(text)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        words = (str(fault).splitlines() or ["it is not TOML"])[0].rstrip(".")
        raise TomlError(shortened(words.replace("Invalid value (at", "It is not TOML (at"))) from fault
    except RecursionError as fault:
        raise TomlError("nested too deep") from fault
    except (ValueError, OverflowError) as fault:
        raise TomlError("a number in it is too large") from fault
    _refuse_large_integers(table)
    return table


def text_of(data: bytes) -> str:
    """The text in `data`: UTF-8, or UTF-16 that begins with its mark, as Windows' editors write it.

    Raises:
        UnicodeDecodeError: it is neither.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    return data.decode(encoding).removeprefix("\ufeff")


def shortened(words: str) -> str:
    """A reason, short enough for a sentence, whatever it quotes from a file."""
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1]}…"


def _check_shape(text: str) -> None:
    """Raises TomlError for what is too large or too deep. Up to the first fault it sees what the reader will see."""
    if len(text) > MOST_CHARACTERS:
        raise TomlError("it is larger than 1 MB")
    if text.count("\n") > MOST_LINES:
        raise TomlError(Text("it has more than {n} lines", n=MOST_LINES))
    depth = dots = values = 0
    for found in _TOKEN.finditer(text):
        sign = found[0]
        if sign == ".":
            dots += 1
        elif sign in ("[", "{"):
            depth, dots, values = depth + 1, 0, values + 1
        elif sign in ("]", "}"):
            depth, dots = max(0, depth - 1), 0
        elif sign in (",", "="):
            dots, values = 0, values + 1
        elif sign == "\n":
            dots = 0
        if depth > MOST_DEPTH or dots >= MOST_DEPTH:
            raise TomlError("nested too deep")
        if values > MOST_VALUES:
            raise TomlError(Text("it has more than {n} values", n=MOST_VALUES))


def _refuse_large_integers(table: dict[str, object]) -> None:
    """Raises TomlError. A number in hexadecimal, octal or binary has no limit of its own, unlike a decimal one."""
    left: list[object] = [table]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif isinstance(value, int) and not -LARGEST_INTEGER - 1 <= value <= LARGEST_INTEGER:
            raise TomlError("a number in it is too large")
