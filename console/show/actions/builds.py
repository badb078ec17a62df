"""The rows of the action table by which a host is made of a video or a photo."""

from __future__ import annotations

from dataclasses import fields

from console.show.actions.action import Action, ArgumentError, Effects, text_of
from console.show.core.state import UNARMED
from console.show.effects.builds import ChangePlan, CloseBuild, LookAtClip, StartBuild, StopBuild
from console.show.state.build_view import MEASURE_LIMITS, BuildPlan
from engine.text import Text

_IN_STANDBY = "Hosts are made in STANDBY only: END the show first."
_LONGEST_S = 86_400.0


def _plan(argument: object) -> Effects:
    """A table of fields and values."""
    if not isinstance(argument, dict) or not argument:
        raise ArgumentError("Say which field of the plan becomes what.")
    for name, value in argument.items():
        if name not in _KNOWN or not _fits(name, value):
            raise ArgumentError(Text("The plan cannot have {field} like that.", field=name))
    return (ChangePlan(tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in argument.items())),)


_KNOWN = frozenset(each.name for each in fields(BuildPlan)) - {"clip"}


def _fits(name: str, value: object) -> bool:
    if name in MEASURE_LIMITS:
        low, high = MEASURE_LIMITS[name]
        return type(value) is int and low <= value <= high
    if name in ("name", "licence"):
        return isinstance(value, str) and len(value) <= 200 and (value.isprintable() or not value)
    if name == "face":
        return type(value) is int and 0 <= value <= 9
    if name in ("start", "end"):
        return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= _LONGEST_S
    return isinstance(value, (list, tuple)) and len(value) in (0, 4) and all(type(side) is int for side in value)


BUILD_ACTIONS: tuple[Action, ...] = (
    Action(
        "look_clip",
        "HOST FROM A VIDEO",
        "Make a host of a video or a photo: see its first picture, and the faces on it",
        effects=lambda argument: (LookAtClip(text_of(argument, "clip")),),
        allowed=UNARMED,
        refusal=_IN_STANDBY,
    ),
    Action(
        "plan_build",
        "PLAN THE HOST",
        "Name, licence, face box and mask of the host that is being made",
        effects=_plan,
        allowed=UNARMED,
        refusal=_IN_STANDBY,
    ),
    Action(
        "start_build",
        "MAKE THE HOST",
        "Prepare every picture of the clip; goes on where it was stopped",
        effects=lambda argument: (StartBuild(),),
        allowed=UNARMED,
        refusal=_IN_STANDBY,
    ),
    Action(
        "stop_build",
        "STOP MAKING",
        "Stop making the host; the next time goes on from there",
        effects=lambda argument: (StopBuild(),),
    ),
    Action(
        "close_build",
        "PUT AWAY",
        "Put the plan of a host away",
        effects=lambda argument: (CloseBuild(),),
    ),
)
