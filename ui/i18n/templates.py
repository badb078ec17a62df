"""A sentence with places for its parameters, and whether a text is such a sentence.

What fills a place is anybody's: a file's name, a server's own words. So this is no regular expression, which would try
every way to share out a long text among the places: each text is walked once, in a time that grows as its length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

PLACE = re.compile(r"\{(\w+)\}")

FIGURES = frozenset("-+−0123456789.")
"""What a number is written with."""

LONGEST_NUMBER = 24


class Template:
    """One sentence of ours.

    Args:
        english: as it stands in the sources, with places as `{name}`; each name once.
        numbers: names whose place holds a number and nothing else.

    Attributes:
        english: the same.
        own_words: how many of its characters are not places: the more, the more particular it is.
    """

    def __init__(self, english: str, numbers: Collection[str] = ()) -> None:
        self.english = english
        parts = PLACE.split(english)
        self._literals, self._names = parts[::2], parts[1::2]
        self._numbers = [name in numbers for name in self._names]
        self._sentence_first = english.startswith("{why} ")  # a whole sentence, and what was done about it after it
        self.own_words = sum(map(len, self._literals))

    def match(self, text: str) -> dict[str, str] | None:
        """What fills each place when all of a text is this sentence, or None.

        A place takes as little as it can, from the left on; a `{why}` that comes first takes all the sentences it can.
        """
        first, last = self._literals[0], self._literals[-1]
        if len(text) < self.own_words or not text.startswith(first) or not text.endswith(last):
            return None
        if not self._names:
            return {} if text == first else None
        found: list[tuple[int, int]] = []
        return _named(self._names, found, text) if _Walk(self, text, found).fill(0, len(first)) else None

    def ends(self, place: int, text: str, at: int) -> Iterator[int]:
        """Where what fills a place that begins at `at` may end, the best first."""
        after, final = self._literals[place + 1], place + 1 == len(self._names)
        if self._numbers[place]:
            end = at
            while end < len(text) and end < at + LONGEST_NUMBER and text[end] in FIGURES:
                end += 1
            ends = (each for each in range(end, at, -1) if text.startswith(after, each))
            yield from (each for each in ends if not final or each + len(after) == len(text))
        elif final:
            end = len(text) - len(after)
            if end >= at and (place or not self._sentence_first or text[at:end].endswith(".")):
                yield end
        elif place == 0 and self._sentence_first:
            end = text.rfind(after, at)
            while end >= at:
                if text[at:end].endswith("."):
                    yield end
                end = text.rfind(after, at, end + len(after) - 1)
        else:
            end = text.find(after, at)
            while end >= 0:
                yield end
                end = text.find(after, end + 1)

    def is_number(self, place: int) -> bool:
        """Whether a place holds a number."""
        return self._numbers[place]

    def after(self, place: int) -> int:
        """Characters of the sentence's own between a place and the next one, or the end."""
        return len(self._literals[place + 1])

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._names)


class _Walk:
    """One text tried on one template. A place of words that could not be filled from some character on cannot be
    filled from any later one, so no stretch of the text is walked twice."""

    def __init__(self, template: Template, text: str, found: list[tuple[int, int]]) -> None:
        self._template, self._text, self._found = template, text, found
        self._dead = [len(text) + 1] * len(template)

    def fill(self, place: int, at: int) -> bool:
        """Fill this place, which begins at `at`, and those after it."""
        if place == len(self._template):
            return True
        if at >= self._dead[place]:
            return False
        for end in self._template.ends(place, self._text, at):
            if place + 1 < len(self._template) and end >= self._dead[place + 1]:
                break
            self._found.append((at, end))
            if self.fill(place + 1, end + self._template.after(place)):
                return True
            self._found.pop()
        if not self._template.is_number(place):
            self._dead[place] = min(self._dead[place], at)
        return False


def _named(names: list[str], found: list[tuple[int, int]], text: str) -> dict[str, str]:
    return {name: text[start:end] for name, (start, end) in zip(names, found, strict=True)}
