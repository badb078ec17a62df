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
from ui.i18n.action_words import ACTION_WORDS
from ui.i18n.sentences import SENTENCES

_CONTEXT = "words"
_PLACE = re.compile(r"\{(\w+)\}")

SPOKEN = frozenset({"why", "what", "words", "found", "last", "ago"})
"""Names of places whose value is a word or a sentence of ours as well."""

NUMBERS = frozenset({"n", "ms", "code", "limit"})
"""Names of places that hold a number only."""

KEYS = frozenset({"key", "keys"})
"""Names of places that hold one key by its place on the keyboard: it is called what the operator's keyboard prints."""

_printed: dict[str, str] = {}

_LOG_TIME = re.compile(r"(\d\d:\d\d:\d\d) (.*)", re.DOTALL)
_LOG_DONE = re.compile(r"(?P<words>.*) \((?P<source>[\w ]+)\)", re.DOTALL)
_LOG_REFUSED = re.compile(r"(?P<words>.*) \((?P<source>[\w ]+)\) refused: (?P<reason>.*)", re.DOTALL)
_LOG_MOVED = re.compile(r"(?P<before>[A-Z]+) → (?P<after>[A-Z]+) by (?P<words>.*) \((?P<source>[\w ]+)\)", re.DOTALL)
_LOG_FORMS = (
    QT_TRANSLATE_NOOP("words", "{words} ({source})"),
    QT_TRANSLATE_NOOP("words", "{words} ({source}) refused: {reason}"),
    QT_TRANSLATE_NOOP("words", "{before} → {after} by {words} ({source})"),
)
_ITEM = re.compile(r"(?P<words>[^()]*) \((?P<found>.*)\)")
_ITEM_FORM = QT_TRANSLATE_NOOP("words", "{words} ({found})")
_COMMA = QT_TRANSLATE_NOOP("words", ", ")


def _pattern(template: str) -> re.Pattern[str]:
    """A template as a pattern."""
    parts = _PLACE.split(template)
    for number in range(1, len(parts), 2):
        kind = "[-+−0-9.]+" if parts[number] in NUMBERS else ".*?"
        if number == 1 and template.startswith("{why} "):
            kind = r".*\."  # a whole sentence, and what was done about it behind it
        parts[number] = f"(?P<{parts[number]}>{kind})"
    return re.compile("".join(part if i % 2 else re.escape(part) for i, part in enumerate(parts)), re.DOTALL)


_EXACT = frozenset(each for each in (*SENTENCES, *ACTION_WORDS) if "{" not in each)
_TEMPLATES = [
    (_pattern(each), each)
    for each in sorted(SENTENCES, key=lambda each: -len(_PLACE.sub("", each)))  # the most particular first
    if each not in _EXACT
]


def known(english: str) -> bool:
    """Whether a sentence can be said in every language."""
    return english in _EXACT or any(pattern.fullmatch(english) for pattern, _ in _TEMPLATES)


@lru_cache(maxsize=2048)
def said(english: str) -> str:
    """A sentence of the console in the operator's language; as it came when it is not known."""
    if not english:
        return ""
    if english in _EXACT:
        return _translated(english)
    for pattern, template in _TEMPLATES:
        found = pattern.fullmatch(english)
        if found:
            return _filled(template, found)
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


def log_line(line: str) -> str:
    """A line of the log panel: what was done, by whose hand, and why not."""
    stamped = _LOG_TIME.fullmatch(line)
    stamp, rest = (stamped[1], stamped[2]) if stamped else ("", line)
    return f"{stamp} {_done(rest) or said(rest)}".strip()


def print_keys(printed: Mapping[str, str]) -> None:
    """Sentences name keys as this keyboard prints them from now on: place → what is printed there."""
    _printed.clear()
    _printed.update(printed)
    said.cache_clear()


def forget() -> None:
    """Another language is spoken from now on."""
    said.cache_clear()


def _filled(template: str, found: re.Match[str]) -> str:
    text = _translated(template)
    for name, value in found.groupdict().items():
        if name == "items":
            value = _items_said(value)
        elif name in KEYS:
            value = as_printed(value, _printed)
        elif name in SPOKEN:
            value = said(value)
        text = text.replace(f"{{{name}}}", value)
    return text


def _items_said(items: str) -> str:
    """Some items of preflight with what was found of each."""
    told = []
    for item in re.split(r"(?<=\)), ", items):
        found = _ITEM.fullmatch(item)
        if found:
            form = _translated(_ITEM_FORM)
            item = form.format(words=said(found["words"]), found=said(found["found"]))
        told.append(item)
    return _translated(_COMMA).join(told)


def _done(rest: str) -> str:
    """What a hand did, or ""."""
    done, refused, moved = (_translated(form) for form in _LOG_FORMS)
    if found := _LOG_REFUSED.fullmatch(rest):
        return refused.format(words=_asked(found["words"]), source=said(found["source"]), reason=said(found["reason"]))
    if found := _LOG_MOVED.fullmatch(rest):
        before, after = said(found["before"]), said(found["after"])
        return moved.format(before=before, after=after, words=_asked(found["words"]), source=said(found["source"]))
    found = _LOG_DONE.fullmatch(rest)
    if found and found["source"] in set(Source):
        return done.format(words=_asked(found["words"]), source=said(found["source"]))
    return ""


def _asked(words: str) -> str:
    """An action's id with its argument, as the log has them."""
    action_id, _, argument = words.partition(" ")
    if action_id in ACTIONS:
        return asked(action_id, argument)
    return said(words)


def _translated(english: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(english))
