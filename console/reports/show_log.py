"""What the show's desk decides, written down: one line of the JSONL log, and one for the operator to read."""

from __future__ import annotations

from collections.abc import Callable

from console.show.actions.table import ACTIONS, Source
from console.show.core.action_desk import ActionRecord
from console.show.core.state import ShowEvent
from console.show.report.log_lines import IN_REHEARSAL, NOTHING_DONE, LogKind, argument_words
from engine.ipc.logger import Logger

SAME_PRESS_S = 2.0
"""A key's press that two processes saw comes twice within this."""


class ShowLog:
    """Takes each transition, choice and refusal.

    Args:
        log: where to write events.
        note: takes a line for the log panel, and what it is about.
        name: what the operator calls what an action was given: action id and argument → a name, or "".
    """

    def __init__(
        self,
        log: Logger,
        note: Callable[[str, LogKind], None],
        name: Callable[[str, str], str] = lambda action, given: "",
    ) -> None:
        self._log = log
        self._note = note
        self._name = name
        self._last: ActionRecord | None = None

    def write(self, entry: ActionRecord) -> None:
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
        last, self._last = self._last, entry
        if last is not None and _same_press(last, entry):
            return  # the file has it; the operator pressed once
        kind = LogKind.REFUSED if not entry.accepted else LogKind.NOTE if _idle(entry) else LogKind.DONE
        self._note(words_of(entry, self._name), kind)


def _idle(entry: ActionRecord) -> bool:
    """It was asked for, and nothing had to be done: the show was there already."""
    action = ACTIONS.get(entry.action)
    changes = action is not None and action.event not in (None, ShowEvent.INTERRUPT)
    return entry.accepted and changes and entry.before is entry.after


def _same_press(last: ActionRecord, entry: ActionRecord) -> bool:
    """One press that came twice: by the keys' own process, since this console hung, and by the window."""
    hands = {last.source, entry.source}
    twice = hands == {Source.EMERGENCY.value, Source.KEY.value} and last.action == entry.action
    return twice and 0 <= entry.at - last.at <= SAME_PRESS_S


def words_of(entry: ActionRecord, name: Callable[[str, str], str] = lambda action, given: "") -> str:
    """The decision in one line, in the operator's words."""
    words = _words_of(entry, name)
    return f"{IN_REHEARSAL}{words}" if entry.rehearsal else words


def _words_of(entry: ActionRecord, name: Callable[[str, str], str]) -> str:
    given = entry.argument
    if entry.given is not None:
        given = argument_words(entry.given, lambda preset: name("take", preset) or preset)
    words = f"{entry.action} {name(entry.action, given) or given}".strip()
    if not entry.accepted:
        return f"{words} ({entry.source}) refused: {entry.reason}"
    if entry.before is not entry.after:
        return f"{entry.before.value} → {entry.after.value} by {words} ({entry.source})"
    if _idle(entry):
        return f"{words} ({entry.source}): {NOTHING_DONE}"
    return f"{words} ({entry.source})"
