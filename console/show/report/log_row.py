"""A line of the log, and something of a show that lasted: what the report is made of."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.text import sentence_of


@dataclass(frozen=True)
class Row:
    """One line of the log.

    Attributes:
        at: seconds since the epoch.
        event: what the line is about.
        fields: the rest of it.
    """

    at: float
    event: str
    fields: Mapping[str, Any]

    def word(self, name: str) -> str:
        """A field as text, with its key where it is a sentence of ours; "" when it is not there."""
        texts = self.fields.get("texts")
        if isinstance(texts, dict) and name in texts:
            return sentence_of(texts[name])
        value = self.fields.get(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> float | None:
        """A field as a number, or None when it is none."""
        value = self.fields.get(name)
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
            return None
        return float(value)


@dataclass(frozen=True)
class Span:
    """Something that lasted.

    Attributes:
        begun: seconds since the epoch.
        seconds: how long; None when it had not ended with the show.
        words: what it was.
        said: what was spoken, or the name of its sound file; "" where the log does not say.
    """

    begun: float
    seconds: float | None
    words: str
    said: str = ""
