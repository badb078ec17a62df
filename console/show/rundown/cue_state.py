"""What is on air of the rundown, and what comes next. Choosing NEXT never touches the hall; TAKE and GO LIVE do.

Off the air nothing of the rundown is on, and something is always next: that is what GO LIVE puts on. A TAKE off the air
puts a preset on behind the slate; it stays next until it is seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from console.show.core.enums import Mode
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item, Rundown


@dataclass(frozen=True)
class CueState:
    """Where the show stands in its rundown.

    Attributes:
        current: id of the preset that is on; off the air that of the one taken behind the slate, or "".
        next: id of the preset that TAKE and GO LIVE will take, or "" when there is none.
        avatar: another avatar for NEXT than its preset names, or "".
        mode: another mode for NEXT than its preset names, or "".
    """

    current: str = ""
    next: str = ""
    avatar: str = ""
    mode: str = ""


def opened(rundown: Rundown, cues: CueState | None = None, *, off_air: bool = False) -> CueState:
    """The cues for a rundown that was read or changed: what is no longer in it is forgotten.

    With nothing next, the item after the current one is; with nothing current either, the first one is.

    Args:
        off_air: nothing is on: something is always next, and only that can have been taken already.
    """
    cues = cues or CueState()
    current = cues.current if rundown.find(cues.current) else ""
    if off_air and current != cues.next:
        current = ""
    if rundown.find(cues.next):
        return replace(cues, current=current)
    if cues.current and cues.current == current and not cues.next:
        return CueState(current)  # the last one was taken: nothing is next
    first = rundown.beside("", 1)
    following = rundown.follower(current) if current else first
    return CueState(current, following.id if following else "")


def chosen(cues: CueState, item: Item) -> CueState:
    """Another item is next. Choosing the same again drops the other avatar and mode."""
    return CueState(cues.current, item.id)


def stepped(cues: CueState, rundown: Rundown, by: int) -> CueState:
    """NEXT moves along the rundown; with nothing next it starts beside the current item."""
    item = rundown.beside(cues.next or cues.current, by)
    return chosen(cues, item) if item is not None else cues


def dressed(cues: CueState, rundown: Rundown, avatar: str) -> CueState:
    """NEXT gets another avatar; with nothing next, the current item is next once more, with that avatar."""
    item = rundown.find(cues.next) or rundown.find(cues.current)
    if item is None:
        return cues
    mode = cues.mode if item.id == cues.next else ""
    return CueState(cues.current, item.id, "" if avatar == item.preset.avatar else avatar, mode)


def driven(cues: CueState, rundown: Rundown, mode: Mode) -> CueState:
    """NEXT gets another mode: what was chosen by hand off the air is what GO LIVE puts on."""
    item = rundown.find(cues.next)
    if item is None:
        return cues
    return replace(cues, mode="" if mode is item.preset.mode else mode.value)


def as_chosen(cues: CueState, item: Item) -> Preset:
    """An item's preset; that of NEXT with the avatar and the mode that were chosen for it."""
    if item.id != cues.next:
        return item.preset
    return msgspec.structs.replace(
        item.preset,
        avatar=cues.avatar or item.preset.avatar,
        mode=Mode(cues.mode) if cues.mode else item.preset.mode,
    )


def preset_next(cues: CueState, rundown: Rundown) -> Preset | None:
    """What TAKE would take."""
    item = rundown.find(cues.next)
    return as_chosen(cues, item) if item is not None else None


def taken(cues: CueState, rundown: Rundown, item_id: str, *, off_air: bool = False) -> CueState:
    """An item was taken: it is the current one. On air the one that follows it is next; off the air it stays next."""
    if off_air:
        return replace(cues, current=item_id) if item_id == cues.next else CueState(item_id, item_id)
    following = rundown.follower(item_id)
    return CueState(item_id, following.id if following else "")


def ended(cues: CueState, rundown: Rundown) -> CueState:
    """The show has left the air: nothing is on. What was next is next; after the last item, the first one is."""
    return opened(rundown, replace(cues, current=""), off_air=True)
