"""The rows of the action table that change settings and open the welcome."""

from __future__ import annotations

from collections.abc import Mapping

from console.show.actions.action import Action, ArgumentError, Effects, on_or_off
from console.show.core.state import UNARMED
from console.show.effects.show import ApplySettings, ChangeSettings, OpenWelcome

IN_STANDBY = "Settings are changed in STANDBY only: END the show first."


def _change(argument: object) -> Effects:
    if isinstance(argument, Mapping) and argument and all(isinstance(name, str) for name in argument):
        return (ChangeSettings(tuple(argument.items())),)
    raise ArgumentError("Say which setting, and its new value.")


OPTION_ACTIONS: tuple[Action, ...] = (
    Action(
        "settings",
        "SETTINGS",
        "Change settings, in STANDBY",
        effects=_change,
        allowed=UNARMED,
        refusal=IN_STANDBY,
    ),
    Action(
        "apply_settings",
        "RESTART PLAYOUT",
        "Start playout again, so that the new program rate and size hold; the hall sees the slate meanwhile",
        effects=lambda argument: (ApplySettings(),),
        allowed=UNARMED,
        refusal=IN_STANDBY,
        guard="apply_settings",
    ),
    Action(
        "welcome",
        "WELCOME",
        "Four short steps: event, voice, hall, avatar",
        effects=lambda argument: (OpenWelcome(on_or_off(argument)),),
        allowed=UNARMED,
        refusal="The welcome would hide HALL NOW: it is opened in STANDBY only.",
    ),
)
