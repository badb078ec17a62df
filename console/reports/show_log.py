"""What the show's desk decides, written down: one line of the JSONL log, and one for the operator to read."""

from __future__ import annotations

from collections.abc import Callable

from console.show.actions.action import Source
from console.show.actions.table import ACTIONS
from console.show.core.action_desk import ActionRecord
from console.show.core.state import ShowEvent
from console.show.report.log_lines import DONE, IN_REHEARSAL, MOVED, NOTHING_DONE, REFUSED, LogKind, argument_words
from engine.ipc.logger import Logger
from engine.ipc.masking import mask_stream_keys
from engine.text import Text, as_text

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


def words_of(entry: ActionRecord, name: Callable[[str, str], str] = lambda action, given: "") -> Text:
    """The decision in one line, in the operator's words."""
    words = _words_of(entry, name)
    return Text(IN_REHEARSAL, words=words) if entry.rehearsal else words


def _words_of(entry: ActionRecord, name: Callable[[str, str], str]) -> Text:
    words, source = _requested(entry, name), as_text(entry.source)
    if not entry.accepted:
        return Text(REFUSED, words=words, source=source, reason=as_text(entry.reason))
    if entry.before is not entry.after:
        before, after = as_text(entry.before.value), as_text(entry.after.value)
        return Text(MOVED, before=before, after=after, words=words, source=source)
    done = Text(DONE, words=words, source=source)
    return Text(NOTHING_DONE, words=done) if _idle(entry) else done


def _requested(entry: ActionRecord, name: Callable[[str, str], str]) -> Text:
    """An action with what was handed to it."""
    if entry.action == "step_next":
        return as_text("next one back" if entry.argument == "back" else "next one on")
    action = as_text(ACTIONS[entry.action].words if entry.action in ACTIONS else entry.action)
    given = entry.argument
    if entry.given is not None:
        given = argument_words(entry.given, lambda preset: name("take", preset) or preset)
    if not isinstance(given, Text):  # of our own words none is a key
        given = mask_stream_keys(given)
    argument = name(entry.action, given) or as_text(given)
    return Text("{action} {argument}", action=action, argument=argument) if argument else action
