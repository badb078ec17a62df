"""The words of declared fields (see `console.show.core.field_info`), for the translators: read from the declarations.

A field that is declared needs no list here: Qt's tool is handed what `listing` writes.
"""

from __future__ import annotations

from collections.abc import Iterator

from console.show.core.field_info import AT_MOST, BETWEEN, NOT_POSSIBLE, declared
from console.show.rundown.preset import Preset
from console.show.state.settings import Options

STRUCTS = (Options, Preset)
CONTEXT = "declared"
REFUSALS_CONTEXT = "words"


def refusals() -> tuple[str, ...]:
    """What is said of settings that will not do, with places for the bounds."""
    made = (BETWEEN, AT_MOST, NOT_POSSIBLE)  # of the bounds alone
    return tuple(dict.fromkeys((*made, *(field.why for field in declared(Options).values()))))


def words() -> tuple[str, ...]:
    """What stands in the forms: titles, hints, units, and what can be chosen."""
    return tuple(dict.fromkeys(each for each in _words() if any(letter.isalpha() for letter in each)))


def listing() -> str:
    """All of them as a source that Qt's tool can read."""
    pairs = [(CONTEXT, each) for each in words()] + [(REFUSALS_CONTEXT, each) for each in refusals()]
    return "".join(f"QT_TRANSLATE_NOOP({context!r}, {_quoted(text)})\n" for context, text in pairs)


def _words() -> Iterator[str]:
    for struct in STRUCTS:
        for field in declared(struct).values():
            yield from field.info.words()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
