"""A sentence of Compere's in another language. Pure logic: whoever uses it brings the translation.

The window brings Qt's (`ui/translate.py`), the command line the `.ts` file itself (`console/command_line/language.py`),
which costs no Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from engine.text import COMMA, Text, Value, filled

OURS = frozenset({"why", "what", "words", "found", "last", "ago"})
"""Names of places whose value may be a word of ours that has no places itself, and so is an ordinary string."""

KEYS = frozenset({"key", "keys"})
"""Names of places that hold one key by its place on the keyboard: it is called what the operator's keyboard prints."""


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
        keys: Callable[[str, str], str] = lambda sentence, keys: keys,
    ) -> None:
        self._known, self._translated, self._keys = frozenset(english), translated, keys

    def known(self, english: str) -> bool:
        """Whether a sentence can be said in every language."""
        return (english.key if isinstance(english, Text) else english) in self._known

    def said(self, english: str) -> str:
        """A sentence in the other language; as it came when it is none of ours."""
        if isinstance(english, Text):
            values = {name: self._value(english.key, name, value) for name, value in english.parameters.items()}
            return filled(self._of_key(english.key), values)
        return self._of_key(english)

    def _of_key(self, key: str) -> str:
        return self._translated(key) if key in self._known else key

    def _value(self, key: str, name: str, value: Value) -> str:
        """What fills a place: in the other language where it is ours, and as it is where it is anybody's."""
        if isinstance(value, tuple):
            return self._of_key(COMMA).join(self._value(key, name, each) for each in value)
        if name in KEYS:
            return self._keys(key, value)
        return self.said(value) if isinstance(value, Text) or name in OURS else value
