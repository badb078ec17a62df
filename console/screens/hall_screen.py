"""Which screens may be the hall's, and what is wrong with the one that is chosen, in the operator's words."""

from __future__ import annotations

from collections.abc import Sequence

from console.operator_selection import WINDOWED, OperatorSelection
from console.show.state.console_state import Choice
from engine.ipc.messages.core import Screen, World
from engine.text import Text
from ui.display.screens import ScreenIdentity, find_screen

MIRRORED = (
    "{screen} shows the same as this window's screen (mirrored): set the computer's displays to extend, not to "
    "duplicate; the program comes by itself."
)
SHARED = (
    "This window is on the hall's screen, and no other is there: connect the operator's screen, or choose the window."
)
GONE = "The hall's screen is gone: plug it in again; the program comes back by itself."
GONE_OR_MIRRORED = (
    "The hall's screen is gone, or mirrored: plug it in, or set the computer's displays to extend, not to duplicate; "
    "the program comes back by itself."
)
OWN = "That is the operator's own screen: choose the hall's, or the window."
KEY_NOT_CHOSEN = "No screen is chosen for the key: choose one in EDIT, SETTINGS, DEVICES."
KEY_GONE = "The key's screen is gone: plug it in again; the key comes back by itself."
KEY_ON_OWN = "The key's screen is the operator's own: choose another one in EDIT, SETTINGS, DEVICES."
KEY_ON_HALL = "The key's screen is the hall's, which has the fill: choose another one in EDIT, SETTINGS, DEVICES."
NO_ROOM = "That is the only screen for the operator's window: connect another one, or choose the window."


def offered(screens: Sequence[Screen], own: str) -> tuple[Choice, ...]:
    """What the list of the hall's screens offers. `own`: key of the operator's screen, "" when not known.

    Mirrors of the operator's screen are not offered; the operator's own is, where their window can go elsewhere.
    """
    named = _distinct_names(screens)
    found = [Choice(s.key, named[s.key], _wide(s)) for s in screens if s.key != own and not _mirror_of(s, screens, own)]
    if own and found:
        found += [
            Choice(s.key, Text("{name} (this window goes to another)", name=named[s.key]), _wide(s))
            for s in screens
            if s.key == own
        ]
    return (*found, Choice(WINDOWED, "Window on this screen"))


def _wide(screen: Screen) -> float:
    return screen.width / screen.height if screen.height else 0.0


def refusal(key: str, screens: Sequence[Screen], own: str, *, on_air: bool) -> str:
    """Why this screen cannot be the hall's, or "". Off air the operator's window makes room for it."""
    if key == own and own and on_air:
        return OWN
    if key == own and own and len(offered(screens, own)) == 1:
        return NO_ROOM
    chosen = next((screen for screen in screens if screen.key == key), None)
    if chosen is not None and key != own and _mirror_of(chosen, screens, own):
        return Text(MIRRORED, screen=chosen.words)
    return ""


def fault(key: str, screens: Sequence[Screen], own: str) -> str:
    """What is wrong with the chosen screen `key` ("" for none chosen yet), in one sentence; "" when nothing is."""
    if key == WINDOWED:
        return ""
    others = [screen for screen in screens if screen.key != own]
    mirrors = [screen for screen in others if _mirror_of(screen, screens, own)]
    found = find_screen(key, [ScreenIdentity.from_key(screen.key) for screen in screens]) if key else None
    if found is not None:
        if found.key == own:
            return SHARED if len(offered(screens, own)) == 1 else ""  # otherwise the window is on its way
        return next((Text(MIRRORED, screen=s.words) for s in mirrors if s.key == found.key), "")
    if key:
        return GONE if others else GONE_OR_MIRRORED
    return Text(MIRRORED, screen=mirrors[0].words) if mirrors and len(mirrors) == len(others) else ""


def offered_for_key(screens: Sequence[Screen], own: str, hall: str) -> tuple[Choice, ...]:
    """What the list of the key's screens offers: neither the operator's own, nor a mirror of it, nor the hall's."""
    named = _distinct_names(screens)
    return tuple(
        Choice(s.key, named[s.key]) for s in screens if s.key not in (own, hall) and not _mirror_of(s, screens, own)
    )


def key_fault(key: str, screens: Sequence[Screen], own: str, hall: str, *, missing: bool) -> str:
    """What is wrong with the key's screen, in one sentence; "" when nothing is.

    Args:
        key: of the screen that is chosen for it; "" for none yet.
        hall: the hall's screen.
        missing: playout finds no such screen.
    """
    if not key:
        return KEY_NOT_CHOSEN
    present = [ScreenIdentity.from_key(screen.key) for screen in screens]
    found = find_screen(key, present)
    if found is not None and found.key == own:
        return KEY_ON_OWN
    if found is not None and hall not in ("", WINDOWED) and found == find_screen(hall, present):
        return KEY_ON_HALL
    return KEY_GONE if missing else ""


def whole_key(key: str, screens: Sequence[Screen], own: str) -> str:
    """The key by which the chosen screen is known now: it was named by its socket alone, or has another resolution."""
    found = None
    if key and key != WINDOWED:
        found = find_screen(key, [ScreenIdentity.from_key(screen.key) for screen in screens], own)
    return found.key if found is not None else key


def first_choices(chosen: OperatorSelection, world: World, own: str) -> list[tuple[str, str]]:
    """What is taken where nothing was ever chosen: (action, key). What was chosen and is gone is never replaced."""
    taken = []
    if not chosen.microphone and not chosen.mic_file:
        taken += [("mic", device.key) for device in world.microphones if not device.key.endswith(".monitor")][:1]
    if not chosen.speaker:
        taken += [("speaker", device.key) for device in world.loudspeakers][:1]
    if not chosen.screen and own:
        offers = [choice.key for choice in offered(world.screens, own) if choice.key not in (own, WINDOWED)]
        taken += [("screen", key) for key in offers][:1]
    return taken


def _mirror_of(screen: Screen, screens: Sequence[Screen], own: str) -> bool:
    """It shows a part of what the operator's own screen shows."""
    mine = next((each for each in screens if each.key == own), None)
    if mine is None or screen.key == own:
        return False
    across = min(screen.x + screen.width, mine.x + mine.width) - max(screen.x, mine.x)
    down = min(screen.y + screen.height, mine.y + mine.height) - max(screen.y, mine.y)
    return across > 0 and down > 0


def _distinct_names(screens: Sequence[Screen]) -> dict[str, str]:
    """Key → words; two screens of one make get their sockets behind their names."""
    words = [screen.words for screen in screens]
    return {
        screen.key: f"{screen.words} · {ScreenIdentity.from_key(screen.key).connector}"
        if words.count(screen.words) > 1
        else screen.words
        for screen in screens
    }
