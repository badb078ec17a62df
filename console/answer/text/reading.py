"""A text as it is shown and as a voice is given it, and the way from a place in the one to the place in the other."""

from __future__ import annotations

from typing import NamedTuple


class TextSegment(NamedTuple):
    """A part of a text.

    Attributes:
        said: what a voice is given.
        start, end: the place in the text as it is shown.
        same: character for character the same there.
    """

    said: str
    start: int
    end: int
    same: bool = True


class Reading(NamedTuple):
    """A text with its names as they are said.

    Attributes:
        text: as it is shown.
        segments: all of it, in order.
    """

    text: str
    segments: tuple[TextSegment, ...]

    @property
    def said(self) -> str:
        """What a voice is given."""
        return "".join(each.said for each in self.segments)

    def shown(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as it is shown of a place in what a voice was given; a name is whole or not at all."""
        first, last = len(self.text), 0
        at = 0
        for each in self.segments:
            until = at + len(each.said)
            if start < until and end > at:
                first = min(first, each.start + (start - at if each.same and start > at else 0))
                last = max(last, each.start + (end - at) if each.same and end < until else each.end)
            at = until
        return (first, last) if first <= last else (len(self.text), len(self.text))
