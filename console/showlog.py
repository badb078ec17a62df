"""What the show's desk decides, written down: one line of the JSONL log, and one for the operator to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from console.show.desk import Entry


class ShowLog:
    """Takes each transition, choice and refusal.

    Args:
        log: a structlog logger.
        note: takes a line for the log panel.
    """

    def __init__(self, log: Any, note: Callable[[str], None]) -> None:
        self._log = log
        self._note = note

    def write(self, entry: Entry) -> None:
        """One decision of the desk."""
        self._log.info(
            "action",
            action=entry.action,
            source=entry.source,
            argument=entry.argument,
            accepted=entry.accepted,
            before=entry.before.value,
            after=entry.after.value,
            reason=entry.reason,
        )
        self._note(words_of(entry))


def words_of(entry: Entry) -> str:
    """The decision in one line."""
    words = f"{entry.action} {entry.argument}".strip()
    if not entry.accepted:
        return f"{words} ({entry.source}) refused: {entry.reason}"
    if entry.before is not entry.after:
        return f"{entry.before.value} → {entry.after.value} by {words} ({entry.source})"
    return f"{words} ({entry.source})"
