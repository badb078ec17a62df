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

from console.show.actions import ACTIONS, Source
from console.show.keymap import as_printed
from console.show.log_lines import IN_REHEARSAL
from ui.i18n.action_words import ACTION_WORDS
from ui.i18n.sentences import SENTENCES
from ui.i18n.templates import PLACE, Template

_CONTEXT = "words"

SPOKEN = frozenset({"why", "what", "words", "found", "last", "ago"})
"""Names of places whose value is a word or a sentence of ours as well."""

NUMBERS = frozenset({"n", "ms", "code", "limit"})
"""Names of places that hold a number only."""

KEYS = frozenset({"key", "keys"})
"""Names of places that hold one key by its place on the keyboard: it is called what the operator's keyboard prints."""

_printed: dict[str, str] = {}

LONGEST = 4000
"""Characters of a sentence of ours with all that fills it. A longer text is none, and is given as it came."""

_SOURCE = re.compile(r"[\w ]+")
_STATE = re.compile(r"[A-Z]+")
_LOG_FORMS = (
    QT_TRANSLATE_NOOP("words", "{words} ({source})"),
    QT_TRANSLATE_NOOP("words", "{words} ({source}) refused: {reason}"),
    QT_TRANSLATE_NOOP("words", "{before} → {after} by {words} ({source})"),
)
_ITEM_FORM = QT_TRANSLATE_NOOP("words", "{words} ({found})")
_REHEARSAL_FORM = QT_TRANSLATE_NOOP("words", "rehearsal: {words}")
_COMMA = QT_TRANSLATE_NOOP("words", ", ")


_EXACT = frozenset(each for each in (*SENTENCES, *ACTION_WORDS) if "{" not in each)
_TEMPLATES = sorted(
    (Template(each, NUMBERS) for each in SENTENCES if each not in _EXACT),
    key=lambda each: -each.own_words,  # the most particular first
)


def known(english: str) -> bool:
    """Whether a sentence can be said in every language."""
    return english in _EXACT or any(each.match(english) is not None for each in _TEMPLATES)


@lru_cache(maxsize=2048)
def said(english: str) -> str:
    """A sentence of the console in the operator's language; as it came when it is not known."""
    if not english or len(english) > LONGEST:
        return english
    if english in _EXACT:
        return _translated(english)
    for template in _TEMPLATES:
        found = template.match(english)
        if found is not None:
            return _filled(template.english, found)
    return english


def hint(action_id: str) -> str:
    """What an action does, for its tooltip."""
    return said(ACTIONS[action_id].hint)


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


def print_keys(printed: Mapping[str, str]) -> None:
    """Sentences name keys as this keyboard prints them from now on: place → what is printed there."""
    _printed.clear()
    _printed.update(printed)
    said.cache_clear()


def forget() -> None:
    """Another language is spoken from now on."""
    said.cache_clear()


def _filled(template: str, found: dict[str, str]) -> str:
    """The translation with its places filled, all at once: what fills one may look like another."""
    values = {}
    for name, value in found.items():
        if name == "items":
            value = _items_said(value)
        elif name in KEYS:
            value = as_printed(value, _printed)
        elif name in SPOKEN:
            value = said(value)
        values[name] = value
    return PLACE.sub(lambda place: values.get(place[1], place[0]), _translated(template))


def _items_said(items: str) -> str:
    """Some items of preflight with what was found of each."""
    told = []
    for item in re.split(r"(?<=\)), ", items):
        words, bracket, found = item.partition(" (")
        if bracket and found.endswith(")"):
            form = _translated(_ITEM_FORM)
            item = form.format(words=said(words), found=said(found[:-1]))
        told.append(item)
    return _translated(_COMMA).join(told)


def _done(rest: str) -> str:
    """What a hand did, or ""."""
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
