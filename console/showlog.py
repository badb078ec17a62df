"""What the show's desk decides, written down: one line of the JSONL log, and one for the operator to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from console.show.desk import Entry
from console.show.log_lines import IN_REHEARSAL, LogKind, argument_words


class ShowLog:
    """Takes each transition, choice and refusal.

    Args:
        log: a structlog logger.
        note: takes a line for the log panel, and what it is about.
        name: what the operator calls what an action was given: action id and argument → a name, or "".
    """

    def __init__(
        self,
        log: Any,
        note: Callable[[str, LogKind], None],
        name: Callable[[str, str], str] = lambda action, given: "",
    ) -> None:
        self._log = log
        self._note = note
        self._name = name

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
            **({"rehearsal": True} if entry.rehearsal else {}),
        )
        self._note(words_of(entry, self._name), LogKind.DONE if entry.accepted else LogKind.REFUSED)


def words_of(entry: Entry, name: Callable[[str, str], str] = lambda action, given: "") -> str:
    """The decision in one line, in the operator's words."""
    words = _words_of(entry, name)
    return f"{IN_REHEARSAL}{words}" if entry.rehearsal else words


def _words_of(entry: Entry, name: Callable[[str, str], str]) -> str:
    given = entry.argument
    if entry.given is not None:
        given = argument_words(entry.given, lambda preset: name("take", preset) or preset)
    words = f"{entry.action} {name(entry.action, given) or given}".strip()
    if not entry.accepted:
        return f"{words} ({entry.source}) refused: {entry.reason}"
    if entry.before is not entry.after:
        return f"{entry.before.value} → {entry.after.value} by {words} ({entry.source})"
    return f"{words} ({entry.source})"
