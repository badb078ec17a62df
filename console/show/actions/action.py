"""What an action is: one row of the table, its keys, and whose hand asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from console.show.core.state import ShowEvent, ShowState
from console.show.effects.show import Effect
from console.show.state.channels_view import MOST_CHANNELS
from engine.text import Text

GUARD_S = 0.3
"""Two presses of a guarded action closer than this are one hand's bounce."""

_WRAP = 1 << 32
"""The system counts milliseconds in 32 bits."""

PANIC_TAPS_WITHIN_S = 0.8
"""Two presses of Esc within this are PANIC."""


class Source(StrEnum):
    """Whose hand it was."""

    KEY = "key"
    MOUSE = "mouse"
    OSC = "osc"
    HTTP = "http"
    MIDI = "midi"
    COMMAND_LINE = "command line"
    REHEARSE = "rehearse"
    EMERGENCY = "emergency key"  # taken by its own process while the console hung
    CONSOLE = "console"  # the console itself: playout came or went, time passed


@dataclass(frozen=True)
class Binding:
    """A default key.

    Attributes:
        keys: in Qt's portable form, as "Ctrl+Return".
        hold_s: how long it must be held; 0 acts on the press.
        taps: how many presses within `PANIC_TAPS_WITHIN_S` it takes.
        states: the show states in which the key means this action; empty for all.
        locked: whether the console must be locked (True) or open (False) for it; None for both.
        argument: what the key hands to the action.
        while_down: the action is on while the key is down: it is asked for at the press, and with off at the release.
    """

    keys: str
    hold_s: float = 0.0
    taps: int = 1
    states: frozenset[ShowState] = frozenset()
    locked: bool | None = None
    argument: str | None = None
    while_down: bool = False


class ArgumentError(Exception):
    """An argument that an action cannot use; the message is the sentence for the operator."""


Effects = tuple[Effect, ...]


@dataclass(frozen=True)
class Action:
    """One row of the table.

    Attributes:
        id: what remote hands and the log call it.
        words: what the button says.
        hint: what it does, for the tooltip.
        event: the event of the show machine it is, when it is one: the machine then judges.
        effects: what it asks for, from its argument. Raises `ArgumentError` for an argument it cannot use.
        bindings: its default keys.
        hold_s: how long a button must be held; 0 acts on the press.
        allowed: the states in which it may act, judged before the show machine.
        refusal: the sentence for the other states.
        guard: actions of the same guard, closer together than `GUARD_S`, are refused.
        when_locked: it also acts while the console is locked.
    """

    id: str
    words: str
    hint: str
    event: ShowEvent | None = None
    effects: Callable[[object], Effects] = lambda argument: ()
    bindings: tuple[Binding, ...] = ()
    hold_s: float = 0.0
    allowed: frozenset[ShowState] = frozenset(ShowState)
    refusal: str = ""
    guard: str = ""
    when_locked: bool = False


def between_ms(earlier: int, later: int) -> int | None:
    """Milliseconds from one event's time to another's; None where the system gave no time, or it went backwards."""
    if not earlier or not later:
        return None
    passed = (later - earlier) % _WRAP
    return passed if passed < _WRAP // 2 else None


def text_of(argument: object, what: str) -> str:
    """The argument as a text that says something; `what` is what is missing otherwise. Raises ArgumentError."""
    if isinstance(argument, str) and argument.strip():
        return argument
    raise ArgumentError(Text("No {what} was named.", what=what))


def on_or_off(argument: object) -> bool:
    """On or off, as remote hands say it; no argument means on. Raises ArgumentError."""
    if argument is None:
        return True
    if isinstance(argument, bool):
        return argument
    word = str(argument).strip().lower() if isinstance(argument, (str, int)) else ""
    if word in ("1", "on", "true", "yes"):
        return True
    if word in ("0", "off", "false", "no"):
        return False
    raise ArgumentError("Say on or off.")


def channels_of(argument: object) -> tuple[int, ...]:
    """The channels in an argument as "3" or "1 + 2", each once; none in an empty one. Raises ArgumentError."""
    words = re.split(r"[\s,+]+", str(argument).strip()) if argument is not None else []
    numbers = [word for word in words if word]
    if any(re.fullmatch(r"[0-9]{1,3}", word) is None or not 1 <= int(word) <= MOST_CHANNELS for word in numbers):
        raise ArgumentError(
            Text("Name channels by their numbers, 1 to {limit}, as 3, or 1 + 2 for both.", limit=MOST_CHANNELS)
        )
    return tuple(sorted({int(word) for word in numbers}))
