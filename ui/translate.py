"""The console's own sentences in the operator's language.

The show, playout and the engine speak English, as data: refusals, alarms, the words and hints of actions, lines of
the log. Each carries its key and what fills its places (`engine/text.py`), and is given here in the language of the
window. What is none of ours is given as it came. The log file stays English.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.show.actions.table import ACTIONS
from console.show.core.keymap import KeyMap, as_printed, in_words
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


def known(english: str) -> bool:
    """Whether a sentence can be said in every language."""
    return _sentences.known(english)


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


def print_keys(printed: Mapping[str, str], keymap: KeyMap | None = None) -> None:
    """Sentences name the keys of `keymap` as this keyboard prints them from now on.

    Args:
        printed: place on the keyboard → what is printed there.
        keymap: the operator's keys; the usual ones when it is left out.
    """
    _printed.clear()
    _printed.update(printed)
    _keymap[0] = keymap or KeyMap(printed=printed)


def with_key(tip: str, key: str) -> str:
    """What a control does, and its key where it has one that lives now."""
    return f"{tip}  [{key}]" if key else tip


def _key_now(sentence: str, usual: str) -> str:
    """The key that a sentence means, as the operator has it; `usual` is what the show calls it."""
    for action_id in KEYS_OF.get(sentence, ()):
        bindings = ACTIONS[action_id].bindings
        if bindings and in_words(bindings[0].keys) == usual:
            return _keymap[0].keys(action_id)
    return as_printed(usual, _printed)


def _translated(english: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(english))


_sentences = Sentences((*SENTENCES, *ACTION_WORDS), _translated, _key_now)
