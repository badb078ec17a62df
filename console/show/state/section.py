"""Sections of the console's state, each in the hand of its only writer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import Field, fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast


class _View(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


V = TypeVar("V", bound=_View)


class SectionError(Exception):
    """Somebody writes, or asks to write, what another one writes. A fault of the program, never of the operator."""


class Section(Generic[V]):
    """One section, or some fields of it, to be published by whoever holds this.

    A view is frozen: whoever was handed one has it as it was, and the next one takes its place whole.

    Args:
        state: what the section is an attribute of.
        name: of that attribute.
        written: the fields that the holder writes; the others stay as they are.
    """

    def __init__(self, state: object, name: str, written: Collection[str]) -> None:
        self._state, self._name = state, name
        every = [each.name for each in fields(self.view)]
        if unknown := set(written) - set(every):
            raise SectionError(f"{name} has no {', '.join(sorted(unknown))}")
        self._others = tuple(each for each in every if each not in written)

    @property
    def view(self) -> V:
        """The section as it stands."""
        return cast(V, getattr(self._state, self._name))

    def publish(self, view: V) -> None:
        """Put a view in the place of the one that stands, which it was made from.

        Raises:
            SectionError: it changes what somebody else writes.
        """
        before = self.view
        for name in self._others:
            if getattr(view, name) is not getattr(before, name):
                raise SectionError(f"{self._name}.{name} is written by somebody else")
        setattr(self._state, self._name, view)
