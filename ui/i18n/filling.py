"""A finished English sentence of Compere's in another language. Pure logic: whoever uses it brings the translation.

The window brings Qt's (`ui/translate.py`), the command line the `.ts` file itself
(`console/command_line/language.py`), which costs no Qt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ui.i18n.templates import PLACE, Template

SPOKEN = frozenset({"why", "what", "words", "found", "last", "ago"})
"""Names of places whose value is a word or a sentence of ours as well."""

NUMBERS = frozenset({"n", "ms", "code", "limit"})
"""Names of places that hold a number only."""

KEYS = frozenset({"key", "keys"})
"""Names of places that hold one key by its place on the keyboard: it is called what the operator's keyboard prints."""

LONGEST = 4000
"""Characters of a sentence of ours with all that fills it. A longer text is none, and is given as it came."""

ITEM_FORM = "{words} ({found})"
COMMA = ", "


class Sentences:
    """All sentences that are known, and how each is said.

    Args:
        english: as they stand in the sources, with places as `{name}`.
        translated: one of them → its translation, places and all.
        keys: gets a sentence and the keys in it, and gives what the operator calls these.
    """

    def __init__(
        self,
        english: Iterable[str],
        translated: Callable[[str], str],
        keys: Callable[[str, str], str] = lambda template, keys: keys,
    ) -> None:
        every = list(english)
        self._translated, self._keys = translated, keys
        self._exact = frozenset(each for each in every if "{" not in each)
        self._templates = sorted(
            (Template(each, NUMBERS) for each in every if each not in self._exact),
            key=lambda each: -each.own_words,  # the most particular first
        )

    def known(self, english: str) -> bool:
        """Whether a sentence can be said in every language."""
        return english in self._exact or any(each.match(english) is not None for each in self._templates)

    def said(self, english: str) -> str:
        """A sentence in the other language; as it came when it is not known."""
        if not english or len(english) > LONGEST:
            return english
        if english in self._exact:
            return self._translated(english)
        for template in self._templates:
            found = template.match(english)
            if found is not None:
                return self._filled(template.english, found)
        return english

    def _filled(self, template: str, found: Mapping[str, str]) -> str:
        """The translation with its places filled, all at once: what fills one may look like another."""
        values = {}
        for name, value in found.items():
            if name == "items":
                value = self._items(value)
            elif name in KEYS:
                value = self._keys(template, value)
            elif name in SPOKEN:
                value = self.said(value)
            values[name] = value
        return PLACE.sub(lambda place: values.get(place[1], place[0]), self._translated(template))

    def _items(self, items: str) -> str:
        """Some items of preflight with what was found of each."""
        told = []
        for item in re.split(r"(?<=\)), ", items):
            words, bracket, found = item.partition(" (")
            if bracket and found.endswith(")"):
                item = self._translated(ITEM_FORM).format(words=self.said(words), found=self.said(found[:-1]))
            told.append(item)
        return self._translated(COMMA).join(told)
