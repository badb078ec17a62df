"""Which feature validates and executes which effect: a registry that the features fill, and that the controller asks.

    dispatch = Dispatch()
    dispatch.register(ShowPattern, lambda effect: commands.pattern(effect.kind))
    dispatch.register(ChooseMicrophone, choose, remembers=True)
    if not dispatch.validate(effect):
        dispatch.execute(effect)

A test holds that every effect type has its place here (`tests/console/test_dispatch.py`): an effect that nobody
executes would vanish without a word.
"""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from console.show.effects.show import Effect

E = TypeVar("E")

EFFECT_TYPES: tuple[type[Any], ...] = typing.get_args(Effect)
"""Every type of effect that an action may have."""


@dataclass(frozen=True)
class Handler:
    """What one effect type does.

    Attributes:
        execute: carries it out.
        remembers: it changes what the operator has chosen, which is kept for the next start.
    """

    execute: Callable[[Any], None]
    remembers: bool = False


class Dispatch:
    """The registry. Each effect type is executed by one feature; any number may validate, refuse or follow it."""

    def __init__(self) -> None:
        self._entries: dict[type[Any], Handler] = {}
        self._validators: dict[type[Any], list[Callable[[Any], str]]] = defaultdict(list)
        self._refused: dict[type[Any], list[Callable[[Any], None]]] = defaultdict(list)
        self._followers: dict[type[Any], list[Callable[[Any], None]]] = defaultdict(list)

    def register(
        self,
        effect_type: type[E],
        execute: Callable[[E], None],
        *,
        validate: Callable[[E], str] | None = None,
        remembers: bool = False,
    ) -> None:
        """Say who executes an effect type.

        Args:
            effect_type: the effect's class.
            execute: carries out one effect of it.
            validate: returns the reason why one cannot be carried out, or "". It changes nothing.
            remembers: it changes what the operator has chosen.

        Raises:
            ValueError: the type is executed already, or is no effect.
        """
        if effect_type not in EFFECT_TYPES:
            raise ValueError(f"{effect_type.__name__} is no effect: add it to console.show.effects.show.Effect")
        if effect_type in self._entries:
            raise ValueError(f"{effect_type.__name__} is executed already")
        self._entries[effect_type] = Handler(execute, remembers)
        if validate is not None:
            self.validate_by(validate, effect_type)

    def validate_by(self, validate: Callable[[Any], str], *effect_types: type[Any]) -> None:
        """Ask `validate` about these too; the first reason counts, in the order of registration."""
        for effect_type in effect_types:
            self._validators[effect_type].append(validate)

    def when_refused(self, effect_type: type[E], refused: Callable[[E], None]) -> None:
        """Call `refused` when an effect of this type was refused: to show what would help."""
        self._refused[effect_type].append(refused)

    def follow(self, effect_type: type[E], follow: Callable[[E], None]) -> None:
        """Call `follow` after an effect of this type was executed."""
        self._followers[effect_type].append(follow)

    def missing(self) -> Iterable[type[Any]]:
        """The effect types that nobody executes."""
        return [each for each in EFFECT_TYPES if each not in self._entries]

    def remembers(self, effect: Effect) -> bool:
        """Whether an effect changes what the operator has chosen."""
        return self._entries[type(effect)].remembers

    def validate(self, effect: Effect) -> str:
        """Return the reason why an effect cannot be carried out, or ""."""
        return next(filter(None, (ask(effect) for ask in self._validators[type(effect)])), "")

    def execute(self, effect: Effect) -> None:
        """Carry an effect out, then let the followers know.

        Raises:
            LookupError: nobody executes it.
        """
        entry = self._entries.get(type(effect))
        if entry is None:
            raise LookupError(f"nobody executes {type(effect).__name__}")
        entry.execute(effect)
        self.executed(effect)

    def executed(self, effect: Effect) -> None:
        """An effect was executed: its followers hear of it."""
        for follow in self._followers[type(effect)]:
            follow(effect)

    def refused(self, effect: Effect) -> None:
        """An effect was refused."""
        for refused in self._refused[type(effect)]:
            refused(effect)
