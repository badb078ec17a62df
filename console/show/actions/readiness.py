"""The rows of the action table that get a hall ready: preflight, identify, test pattern, re-place."""

from __future__ import annotations

from console.show.actions.action import Action, ArgumentError, Binding, Effects, on_or_off, text_of
from console.show.core.enums import PatternKind
from console.show.core.state import ShowState
from console.show.effects.show import PlaceHall, ShowPattern, ShowPreflight, Waive

PATTERNS = (PatternKind.OFF, PatternKind.CARD, PatternKind.BEEP)
"""What TEST PATTERN may show; IDENTIFY has an action of its own."""

_OFF_AIR = frozenset({ShowState.OFFLINE, ShowState.STANDBY, ShowState.ARMED})
_ON_AIR = "The show is on air: a test pattern is shown only in STANDBY and ARMED."


def _pattern(argument: object) -> Effects:
    kind = PatternKind.CARD if argument is None else text_of(argument, "test pattern").strip().lower()
    if kind not in PATTERNS:
        raise ArgumentError("There is no such test pattern: choose card, beep or off.")
    return (ShowPattern(PatternKind(kind)),)


READY_ACTIONS: tuple[Action, ...] = (
    Action(
        "preflight",
        "PREFLIGHT",
        "Look the hall over: what is ready, what is not, and what was waived",
        effects=lambda argument: (ShowPreflight(on_or_off(argument)),),
        bindings=(Binding("F3"),),
    ),
    Action(
        "waive",
        "WAIVE",
        "Go on although this item of preflight is red; it is logged by name",
        effects=lambda argument: (Waive(text_of(argument, "preflight item").strip().lower()),),
    ),
    Action(
        "identify",
        "IDENTIFY",
        "Show the hall's screen its own name and number for six seconds",
        effects=lambda argument: (ShowPattern(PatternKind.IDENTIFY),),
        bindings=(Binding("F8"),),
        allowed=_OFF_AIR,
        refusal=_ON_AIR,
    ),
    Action(
        "pattern",
        "TEST PATTERN",
        "Grid, circles and colour bars on the hall's screen; beep adds the lip-sync test",
        effects=_pattern,
        bindings=(Binding("Shift+F8"),),
        allowed=_OFF_AIR,
        refusal=_ON_AIR,
    ),
    Action(
        "replace",
        "RE-PLACE",
        "Place the hall window again on its screen",
        effects=lambda argument: (PlaceHall(),),
        bindings=(Binding("F11"),),
    ),
)
