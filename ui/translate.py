"""The console's own sentences in the operator's language.

The show, playout and the engine speak English, as data: refusals, alarms, the words and hints of actions, lines of
the log. Here each of them is known, with places for its parameters, and is given in the language of the window. What
is not known is given as it came. The log file stays English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.show.actions.table import ACTIONS, Source
from console.show.core.keymap import KeyMap, as_printed, in_words
from console.show.report.log_lines import IN_REHEARSAL, NOTHING_DONE
from ui.i18n.filling import Sentences
from ui.i18n.sentences.action_words import ACTION_WORDS
from ui.i18n.sentences.catalogue import SENTENCES

_CONTEXT = "words"
_DECLARED = "declared"  # what fields are called, as `console.show.core.field_info` has it

KEYS_OF: Mapping[str, tuple[str, ...]] = {
    "The console is locked: hold {keys} for one second to unlock it.": ("unlock",),
    "The show is in PANIC: hold {keys} for one second to leave it.": ("leave_panic",),
    "Open it with {keys}.": ("mute_mic", "mute_avatar"),
    "The program stands still: wait, or place it again with {keys}.": ("replace",),
}
"""Sentences that say which key does something, and the actions that may be meant: the operator may have changed it."""

_printed: dict[str, str] = {}
_keymap: list[KeyMap] = [KeyMap()]

_SOURCE = re.compile(r"[\w ]+")
_STATE = re.compile(r"[A-Z]+")
_LOG_FORMS = (
    QT_TRANSLATE_NOOP("words", "{words} ({source})"),
    QT_TRANSLATE_NOOP("words", "{words} ({source}) refused: {reason}"),
    QT_TRANSLATE_NOOP("words", "{before} → {after} by {words} ({source})"),
)
_IDLE_FORM = QT_TRANSLATE_NOOP("words", "{words}: nothing to be done")
_PIECES = (QT_TRANSLATE_NOOP("words", "{words} ({found})"), QT_TRANSLATE_NOOP("words", ", "))  # of `filling`
_REHEARSAL_FORM = QT_TRANSLATE_NOOP("words", "rehearsal: {words}")


def known(english: str) -> bool:
    """Whether a sentence can be said in every language."""
    return _sentences.known(english)


@lru_cache(maxsize=2048)
def said(english: str) -> str:
    """A sentence of the console in the operator's language; as it came when it is not known."""
    return _sentences.said(english)


def hint(action_id: str) -> str:
    """What an action does, for its tooltip."""
    return said(ACTIONS[action_id].hint)


def declared_words(english: str) -> str:
    """What a declared field says of itself (see `console.show.core.field_info`), or "" of ""."""
    return QCoreApplication.translate(_DECLARED, english) if english else ""


def action(action_id: str) -> str:
    """What an action is called."""
    return said(ACTIONS[action_id].words)


def asked(action_id: str, argument: str = "") -> str:
    """An action with what is handed to it, as "MODE mirror"."""
    if action_id == "step_next":
        return said("next one back" if argument == "back" else "next one on")
    return f"{action(action_id)} {said(argument)}".strip()


def log_words(words: str) -> str:
    """A line of the log: what was done, by whose hand, and why not."""
    if words.startswith(IN_REHEARSAL):
        return _translated(_REHEARSAL_FORM).format(words=log_words(words.removeprefix(IN_REHEARSAL)))
    return _done(words) or said(words)


def print_keys(printed: Mapping[str, str], keymap: KeyMap | None = None) -> None:
    """Sentences name the keys of `keymap` as this keyboard prints them from now on.

    Args:
        printed: place on the keyboard → what is printed there.
        keymap: the operator's keys; the usual ones when it is left out.
    """
    _printed.clear()
    _printed.update(printed)
    _keymap[0] = keymap or KeyMap(printed=printed)
    said.cache_clear()


def with_key(tip: str, key: str) -> str:
    """What a control does, and its key where it has one that lives now."""
    return f"{tip}  [{key}]" if key else tip


def forget() -> None:
    """Another language is spoken from now on."""
    said.cache_clear()


def _key_now(template: str, usual: str) -> str:
    """The key that a sentence means, as the operator has it; `usual` is what the show calls it."""
    for action_id in KEYS_OF.get(template, ()):
        bindings = ACTIONS[action_id].bindings
        if bindings and in_words(bindings[0].keys) == usual:
            return _keymap[0].keys(action_id)
    return as_printed(usual, _printed)


def _done(rest: str) -> str:
    """What a hand did, or ""."""
    asked_for = rest.removesuffix(f": {NOTHING_DONE}")
    if asked_for != rest and (told := _done(asked_for)):
        return _translated(_IDLE_FORM).format(words=told)
    done, refused, moved = (_translated(form) for form in _LOG_FORMS)
    what, was_refused, reason = rest.partition(") refused: ")
    if not was_refused and not what.endswith(")"):
        return ""
    action_words, bracket, source = what.removesuffix(")").rpartition(" (")
    if not bracket or not _SOURCE.fullmatch(source):
        return ""
    if was_refused:
        return refused.format(words=_asked(action_words), source=said(source), reason=said(reason))
    states, by, hand = action_words.partition(" by ")
    before, arrow, after = states.partition(" → ")
    if by and arrow and _STATE.fullmatch(before) and _STATE.fullmatch(after):
        return moved.format(before=said(before), after=said(after), words=_asked(hand), source=said(source))
    return done.format(words=_asked(action_words), source=said(source)) if source in set(Source) else ""


def _asked(words: str) -> str:
    """An action's id with its argument, as the log has them."""
    action_id, _, argument = words.partition(" ")
    if action_id in ACTIONS:
        return asked(action_id, argument)
    return said(words)


def _translated(english: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(english))


_sentences = Sentences((*SENTENCES, *ACTION_WORDS), _translated, _key_now)
