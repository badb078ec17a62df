"""Words over a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """Words over the picture.

    Attributes:
        title: what the hall sees, in a few words.
        words: more, in a sentence or two.
        colour: of the edge and the title.
        blank: the picture below is nowhere to be seen: it is taken away.
    """

    title: str
    words: str
    colour: str
    blank: bool = False
