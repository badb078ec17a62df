"""The rundown: the presets of a show in their order, and every change that EDIT makes to it.

A rundown never changes: each change gives a new one, so that undo is keeping the old one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from console.show.rundown.preset import NAME_LONGEST, Preset, PresetError, with_field
from engine.text import Text

ON_KEYS = 9
"""The first presets of the rundown are on the keys 1 to 9; the strip turns pages of as many."""

MOST = 500
_UNDO_STEPS = 200
RESERVED = frozenset(
    [
        "rundown",
        "pronunciation",
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
    ]
)
"""Other files of a show are called so, or no file can be on Windows: no preset has one of these ids."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(frozen=True)
class Item:
    """One place of the rundown.

    Attributes:
        id: lasting name of the preset, and of its file: lower-case letters, digits and hyphens.
        preset: what is taken.
    """

    id: str
    preset: Preset


@dataclass(frozen=True)
class Rundown:
    """The items in their order; their ids are all different.

    Attributes:
        name: of the show, for the state strip; "" when it has none.
    """

    items: tuple[Item, ...] = ()
    name: str = ""

    def find(self, item_id: str) -> Item | None:
        """The item of this id."""
        return next((item for item in self.items if item.id == item_id), None)

    def number(self, item_id: str) -> int | None:
        """Its place, counted from 1."""
        return next((number for number, item in enumerate(self.items, 1) if item.id == item_id), None)

    def named(self, word: str) -> Item | None:
        """The item that a hand means: by its id, else by its number, counted from 1."""
        found = self.find(word)
        if found is None and word.isascii() and word.isdigit() and len(word) <= 4 and 1 <= int(word) <= len(self.items):
            return self.items[int(word) - 1]
        return found

    def beside(self, item_id: str, by: int) -> Item | None:
        """The item `by` places further on; the first or last one beyond the ends, None when there is none.

        From an id that is not there, forwards leads to the first item and backwards to the last one.
        """
        if not self.items:
            return None
        number = self.number(item_id)
        if number is None:
            return self.items[0 if by >= 0 else -1]
        return self.items[min(len(self.items), max(1, number + by)) - 1]

    def follower(self, item_id: str) -> Item | None:
        """The item after this one; None after the last."""
        number = self.number(item_id)
        return self.items[number] if number is not None and number < len(self.items) else None


@dataclass(frozen=True)
class SetField:
    """Give one field of a preset another value."""

    id: str
    field: str
    value: object


@dataclass(frozen=True)
class Add:
    """A new preset with this avatar, behind the item `after` ("" for the end)."""

    avatar: str
    after: str = ""


@dataclass(frozen=True)
class Duplicate:
    """The same once more, right behind."""

    id: str


@dataclass(frozen=True)
class Move:
    """Move an item `by` places: minus is towards the beginning."""

    id: str
    by: int


@dataclass(frozen=True)
class Delete:
    """Take an item away."""

    id: str


@dataclass(frozen=True)
class NameShow:
    """Give the show another name."""

    name: str


@dataclass(frozen=True)
class Replace:
    """Another rundown in place of this one, as an imported one."""

    rundown: Rundown


@dataclass(frozen=True)
class Undo:
    """Back to what was before the last change."""


@dataclass(frozen=True)
class Redo:
    """Make the change again that was undone."""


Edit = SetField | Add | Duplicate | Move | Delete | NameShow | Replace
Change = Edit | Undo | Redo


def changed(rundown: Rundown, edit: Edit) -> Rundown:
    """The rundown with one edit made. Raises PresetError with a sentence when it cannot be made."""
    items = list(rundown.items)
    match edit:
        case Replace(rundown=other):
            return other
        case NameShow(name=name):
            return replace(rundown, name=name.strip()[:NAME_LONGEST])
        case Add(avatar=avatar, after=after):
            preset = Preset(name=f"Preset {len(items) + 1}", avatar=avatar)
            place = (rundown.number(after) or len(items)) if after else len(items)
            items.insert(place, Item(free_id(preset.name, items), preset))
        case SetField(id=item_id, field=field, value=value):
            place = _place(rundown, item_id)
            items[place] = Item(item_id, with_field(items[place].preset, field, value))
        case Duplicate(id=item_id):
            place = _place(rundown, item_id)
            old = items[place].preset
            new = with_field(old, "name", f"{old.name[:74]} copy")
            items.insert(place + 1, Item(free_id(new.name, items), new))
        case Move(id=item_id, by=by):
            place = _place(rundown, item_id)
            item = items.pop(place)
            items.insert(min(len(items), max(0, place + by)), item)
        case Delete(id=item_id):
            items.pop(_place(rundown, item_id))
    if len(items) > MOST:
        raise PresetError(Text("A rundown has {n} presets at most.", n=MOST))
    return replace(rundown, items=tuple(items))


def free_id(name: str, taken: Iterable[Item]) -> str:
    """An id after a name that no item has yet: `preset` where the name has no Latin letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "preset"
    ids = {item.id for item in taken} | RESERVED
    number, found = 2, stem
    while found in ids:
        found = f"{stem}-{number}"
        number += 1
    return found


def is_id(word: str) -> bool:
    """Whether a word can be the id of a preset, and so the name of its file."""
    return _ID.fullmatch(word) is not None and word not in RESERVED


class UndoHistory:
    """The rundown as it is now, and the way back.

    Attributes:
        rundown: as it is now.
    """

    def __init__(self, rundown: Rundown) -> None:
        self.rundown = rundown
        self._back: deque[Rundown] = deque(maxlen=_UNDO_STEPS)  # the oldest step is forgotten
        self._forth: deque[Rundown] = deque(maxlen=_UNDO_STEPS)
        self._typing: tuple[str, str] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back."""
        return bool(self._forth)

    def refusal(self, change: Change) -> str:
        """Why a change cannot be made, in one sentence, or ""."""
        if isinstance(change, Undo):
            return "" if self._back else "There is nothing to undo."
        if isinstance(change, Redo):
            return "" if self._forth else "There is nothing to redo."
        try:
            changed(self.rundown, change)
        except PresetError as fault:
            return str(fault)
        return ""

    def after(self, change: Change) -> Rundown:
        """The rundown as a change would leave it; as it is where that cannot be made."""
        if self.refusal(change):
            return self.rundown
        if isinstance(change, Undo):
            return self._back[-1]
        return self._forth[-1] if isinstance(change, Redo) else changed(self.rundown, change)

    def make(self, change: Change) -> Rundown:
        """Makes a change, and returns the rundown as it is then. Raises PresetError.

        What is typed into one field, letter by letter, is one step back.
        """
        field = (change.id, change.field) if isinstance(change, SetField) else None
        if isinstance(change, Undo):
            if self._back:
                self._forth.append(self.rundown)
                self.rundown = self._back.pop()
        elif isinstance(change, Redo):
            if self._forth:
                self._back.append(self.rundown)
                self.rundown = self._forth.pop()
        else:
            after = changed(self.rundown, change)
            if after != self.rundown:
                if field is None or field != self._typing:
                    self._back.append(self.rundown)
                self._forth.clear()
                self.rundown = after
                self._typing = field
            return self.rundown
        self._typing = None
        return self.rundown


def _place(rundown: Rundown, item_id: str) -> int:
    number = rundown.number(item_id)
    if number is None:
        raise PresetError(Text("There is no preset {name} in the rundown any more.", name=item_id))
    return number - 1
