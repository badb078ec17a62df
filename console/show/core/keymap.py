"""Which key does what, with the keys that the operator changed. No Qt: keys are text, as "Ctrl+Return".

A letter, digit or sign in it is the place on the keyboard where an American one prints it; what the operator's own
keyboard prints there is known to `KeyMap` from outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from console.show.actions.action import Action, Binding
from console.show.actions.table import ACTIONS
from console.show.core.state import ShowState
from engine.text import Text, as_text

Place = tuple[str, int]
"""An action's id, and which of its bindings, from 0."""

KEPT = ("Tab", "Shift+Tab", "Shift+Return", "Shift+Enter", "Left", "Right", "Up", "Down")
"""Keys that walk through the window and press what has the focus; no action may have them."""

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
_ONE_KEY = re.compile(r"[A-Za-z][A-Za-z0-9 ]{0,19}|[^\s+]|\+")


@dataclass(frozen=True)
class Bound:
    """One key of one action as it is now; `changed` when it is not the default."""

    action: Action
    number: int
    binding: Binding
    changed: bool

    @property
    def place(self) -> Place:
        """Where it stands in the table."""
        return (self.action.id, self.number)


class KeyMap:
    """The action table's keys, with the operator's own in their places."""

    def __init__(
        self,
        changed: Mapping[Place, str] | None = None,
        actions: Iterable[Action] = (),
        *,
        printed: Mapping[str, str] | None = None,
    ) -> None:
        """Makes the map.

        Args:
            changed: the operator's keys; places that are not in the table and keys that are none count for nothing.
            actions: the table; the show's own when it is left out.
            printed: what the operator's keyboard prints, for the places where it is not what an American one prints.
        """
        self.printed = dict(printed or {})
        self.changed = {place: normal(keys) for place, keys in (changed or {}).items() if normal(keys)}
        found: list[Bound] = []
        for action in actions or ACTIONS.values():
            for number, binding in enumerate(action.bindings):
                keys = self.changed.get((action.id, number))
                now = replace(binding, keys=keys) if keys else binding
                found.append(Bound(action, number, now, now.keys != binding.keys))
        self.bound = tuple(found)

    def keys(self, action_id: str, argument: str | None = None) -> str:
        """The first key of an action (with this argument), as the operator reads it, or ""."""
        for each in self.bound:
            if each.action.id == action_id and argument in (None, each.binding.argument):
                return self.named(each.binding.keys)
        return ""

    def named(self, keys: str) -> str:
        """A key as it is printed on the operator's keyboard."""
        return in_words(as_printed(keys, self.printed))

    def only(self, lives: Callable[[Binding], bool]) -> KeyMap:
        """The map of those keys that live now: for what the window shows."""
        found = KeyMap(self.changed, tuple(dict.fromkeys(each.action for each in self.bound)), printed=self.printed)
        found.bound = tuple(each for each in found.bound if lives(each.binding))
        return found

    def conflict(self, place: Place, keys: str) -> str:
        """Why a key cannot be given to a place, in one sentence, or ""."""
        own = next((each for each in self.bound if each.place == place), None)
        if own is None:
            return Text("There is no key {n} of {name} to change.", n=place[1] + 1, name=place[0])
        wanted = normal(keys)
        if not wanted:
            return "That is no key: press one key, with Ctrl, Shift or Alt if you like."
        if wanted in {normal(kept) for kept in KEPT}:
            return Text("{keys} walks through the window: choose another key.", keys=in_words(wanted))
        for other in self.bound:
            if other.place != place and normal(other.binding.keys) == wanted and _meet(own.binding, other.binding):
                words = as_text(other.action.words)
                if other.binding.argument:
                    words = Text("{action} {argument}", action=words, argument=as_text(other.binding.argument))
                return Text("{keys} is {words} already: choose another key.", keys=in_words(wanted), words=words)
        return ""

    def with_key(self, place: Place, keys: str) -> KeyMap:
        """The map with one key changed; "" gives the default back."""
        changed = {where: what for where, what in self.changed.items() if where != place}
        if keys:
            changed[place] = keys
        return KeyMap(changed, tuple(dict.fromkeys(each.action for each in self.bound)), printed=self.printed)


def normal(keys: str) -> str:
    """One key in one way of writing it: modifiers in their order, one letter upper case; "" when it is none."""
    *modifiers, key = keys.strip().split("+") if not keys.endswith("+") else [*keys[:-1].rstrip("+").split("+"), "+"]
    named = {part.strip().capitalize() for part in modifiers if part.strip()}
    if key.strip().capitalize() in _MODIFIERS or not named <= set(_MODIFIERS) or not _ONE_KEY.fullmatch(key):
        return ""
    key = key.upper() if len(key) == 1 else key
    return "+".join((*(part for part in _MODIFIERS if part in named), key))


def as_printed(keys: str, printed: Mapping[str, str]) -> str:
    """A key with what stands on it, on a keyboard that prints this at its places."""
    *modifiers, key = keys.split("+") if not keys.endswith("+") else [*keys[:-1].rstrip("+").split("+"), "+"]
    return "+".join((*filter(None, modifiers), printed.get(key, key)))


def in_words(keys: str) -> str:
    """A key as it is printed on a keyboard; Enter of the number block is another key than the large one."""
    return keys.replace("Enter", "Num Enter").replace("Return", "Enter")


def _meet(one: Binding, other: Binding) -> bool:
    """Whether there is a moment at which both bindings would mean something."""
    every = frozenset(ShowState)
    together = (one.states or every) & (other.states or every)
    locks = one.locked is None or other.locked is None or one.locked is other.locked
    return bool(together) and locks and one.taps == other.taps
