"""The last look at a text before a voice gets it: as it is pronounced, and together with what was said before it."""

from __future__ import annotations

from collections.abc import Callable

from console.answer.safety.checks import Safety
from console.answer.text.lexicon import Lexicon
from console.show.answers.draft import HeldBack


class FinalCheck:
    """Looks at texts with the lists of the preset that is on.

    Args:
        safety: gives the preset's lists; None when there are none that could be read: then nothing is found.
        book: gives the show's pronunciation book.
    """

    def __init__(self, safety: Callable[[], Safety | None], book: Callable[[], Lexicon]) -> None:
        self._safety, self._book = safety, book

    def said(self, text: str, language: str) -> HeldBack | None:
        """Which listed word a voice would say for a name in the pronunciation book, spelled or in IPA."""
        safety = self._safety()
        if safety is None:
            return None
        book = self._book()
        return safety.check_said(book.read(text, language)) or safety.check_sounds(text, book.sounds(text, language))

    def border(self, before: str, text: str) -> HeldBack | None:
        """Which listed word a text makes with what was said before it."""
        safety = self._safety()
        return safety.check_border(before, text) if safety is not None else None

    def listed(self, text: str) -> HeldBack | None:
        """Which listed word stands in a text."""
        safety = self._safety()
        return safety.check_listed(text) if safety is not None else None

    def __call__(self, before: str, text: str, language: str) -> HeldBack | None:
        """Why a text must not be given to a voice now, or None.

        Args:
            before: what the hall hears before it in the same turn.
            text: as it is shown.
            language: a tag, as `zh-TW`.
        """
        return self.listed(text) or self.border(before, text) or self.said(text, language)
