"""How a child that works for long says how far it is: one JSON object a line on its standard output."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from engine.text import to_json

Said = Mapping[str, Any]
"""One line: `event` says which kind."""


def emit(**said: object) -> None:
    """In the child: say this to whoever started it; sentences keep their keys, see `engine.text.sentence_of`."""
    print(to_json(said), flush=True)


def said_in(line: str | bytes) -> Said:
    """In whoever started it: the JSON object in a line; {} when there is none in it."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
