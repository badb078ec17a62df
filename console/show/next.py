"""What is on air of the rundown, and what comes next. Choosing NEXT never touches the hall; only TAKE does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.show.preset import Preset, with_field
from console.show.rundown import Item, Rundown


@dataclass(frozen=True)
class Cues:
    """Where the show stands in its rundown.

    Attributes:
        current: id of the preset that was taken last, or "" before the first.
        next: id of the preset that TAKE will take, or "" when there is none.
        avatar: another avatar for NEXT than its preset names, or "".
    """

    current: str = ""
    next: str = ""
    avatar: str = ""


def opened(rundown: Rundown, cues: Cues | None = None) -> Cues:
    """The cues for a rundown that was read or changed: what is no longer in it is forgotten.

    With nothing next, the item after the current one is; with nothing current either, the first one is.
    """
    cues = cues or Cues()
    current = cues.current if rundown.find(cues.current) else ""
    if rundown.find(cues.next):
        return replace(cues, current=current)
    if cues.current and cues.current == current and not cues.next:
        return Cues(current)  # the last one was taken: nothing is next
    first = rundown.beside("", 1)
    following = rundown.follower(current) if current else first
    return Cues(current, following.id if following else "")


def chosen(cues: Cues, item: Item) -> Cues:
    """Another item is next. Choosing the same again drops the other avatar."""
    return Cues(cues.current, item.id)


def stepped(cues: Cues, rundown: Rundown, by: int) -> Cues:
    """NEXT moves along the rundown; with nothing next it starts beside the current item."""
    item = rundown.beside(cues.next or cues.current, by)
    return chosen(cues, item) if item is not None else cues


def dressed(cues: Cues, rundown: Rundown, avatar: str) -> Cues:
    """NEXT gets another avatar; with nothing next, the current item is next once more, with that avatar."""
    item = rundown.find(cues.next) or rundown.find(cues.current)
    if item is None:
        return cues
    return Cues(cues.current, item.id, "" if avatar == item.preset.avatar else avatar)


def preset_next(cues: Cues, rundown: Rundown) -> Preset | None:
    """What TAKE would take: the next item's preset, with the avatar that was chosen for it."""
    item = rundown.find(cues.next)
    if item is None:
        return None
    return with_field(item.preset, "avatar", cues.avatar) if cues.avatar else item.preset


def taken(cues: Cues, rundown: Rundown, item_id: str) -> Cues:
    """An item was taken: it is the current one, and the one that follows it is next."""
    following = rundown.follower(item_id)
    return Cues(item_id, following.id if following else "")
