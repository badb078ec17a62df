"""Standard input and output that are always there, and take every character.

Under `pythonw`, or started with a closed standard output, there is none: the first file that is opened would get its
number, and what a C library prints would go into it. On a Windows pipe or a plain terminal there are letters that the
output does not know.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path
from typing import Any

_PLAIN = str.maketrans(
    {"→": "->", "←": "<-", "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "-", "×": "x", "≥": ">=", "≤": "<="}
    | {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "✓": "ok", "✗": "x", "°": " deg", "µ": "u", "\u00a0": " "}
)
_HANDLER = "compere.plain"

_made_up: set[int] = set()
"""Descriptors that were closed when the process began."""


def steady_streams() -> None:
    """Open what is closed, and let no character stop a sentence. Called once, before anything is opened or printed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            handle = os.open(os.devnull, os.O_RDONLY if number == 0 else os.O_WRONLY)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            _made_up.add(number)
    codecs.register_error(_HANDLER, _plainer)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def is_real(stream: Any) -> bool:
    """The stream leads somewhere: it is a file, a pipe or a terminal that was there from the start."""
    try:
        number = stream.fileno()
    except (AttributeError, OSError, ValueError):
        return False
    if number in _made_up:
        return False
    if os.name == "nt":
        return True
    try:
        return not os.path.samestat(os.fstat(number), Path(os.devnull).stat())
    except OSError:
        return False


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What an output without these characters gets in their place."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    encoding = error.encoding
    said = error.object[error.start : error.end].translate(_PLAIN)
    return said.encode(encoding, errors="replace").decode(encoding), error.end
