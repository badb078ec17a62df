"""What was asked and what the hall has heard of the answers, for those that come after."""

from __future__ import annotations

from console.show.answers.approval import Exchange
from console.show.answers.draft import Draft

MOST_HISTORY = 12
"""Exchanges that are remembered; the oldest is forgotten."""


class ConversationHistory:
    """The last exchanges.

    Attributes:
        exchanges: the newest last.
    """

    def __init__(self) -> None:
        self.exchanges: tuple[Exchange, ...] = ()
        self._cut: tuple[int, str, Exchange] | None = None  # the last that left the desk, and what is remembered of it

    def remember(self, draft: Draft) -> None:
        """A draft leaves the desk: what was heard of it stays."""
        exchange = Exchange(draft.question, draft.heard)
        self._cut = (draft.turn, draft.question, exchange)
        if draft.heard:
            self.exchanges = (*self.exchanges, exchange)[-MOST_HISTORY:]

    def correct(self, turn: int, text: str) -> None:
        """Playout's last word on a turn that was cut: so much of it was heard."""
        if self._cut is None or self._cut[0] != turn:
            return
        _, question, remembered = self._cut
        self._cut = None
        kept = tuple(each for each in self.exchanges if each is not remembered)
        self.exchanges = (*kept, Exchange(question, text))[-MOST_HISTORY:] if text else kept
