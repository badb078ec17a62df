"""Alarms made from figures and switches: what is red on the window is an alarm too."""

from __future__ import annotations

from console.show.core.alarms import AlarmKind
from console.show.core.enums import Mode
from console.show.core.hall_sight import HallSight
from console.show.core.limits import Grade, delay_grade, fps_grade, late_grade, skew_grade
from console.show.core.state import ShowState
from console.show.state.console_state import Condition, ConsoleState

AT_ONCE = frozenset({AlarmKind.FROZEN, AlarmKind.MUTED, AlarmKind.AVATAR_MUTED, AlarmKind.SILENT})
"""Kinds that are no figures: they wait for nothing."""

ON_AIR = (ShowState.LIVE, ShowState.HOLD)

OF_THE_AIR = frozenset({AlarmKind.LATE, AlarmKind.LATE_EXPRESS, AlarmKind.LIP_DELAY, AlarmKind.SKEW})
"""Figures that are judged on air only: they are no alarms any more as soon as the show leaves it."""


def wrong_with(console_state: ConsoleState) -> dict[AlarmKind, str]:
    """Kind of alarm → sentence, of all that is wrong now and that no process reports."""
    found: dict[AlarmKind, str] = {}
    if console_state.hall is HallSight.FROZEN:
        found[AlarmKind.FROZEN] = "The hall's picture stands still: playout does not answer."
    if console_state.hall in (HallSight.GONE, HallSight.STARTING):
        return found
    health = console_state.health
    if fps_grade(health) is Grade.BAD:
        found[AlarmKind.FPS] = "The hall's picture comes too slowly: the frame rate is red."
    if console_state.state not in ON_AIR:
        return found
    if late_grade(health.late_percent) is Grade.BAD:
        found[AlarmKind.LATE_EXPRESS if console_state.express else AlarmKind.LATE] = (
            "Too many frames come late: the machine is too slow now."
        )
    if console_state.state is ShowState.LIVE:
        if delay_grade(health) is Grade.BAD:
            found[AlarmKind.LIP_DELAY] = "The lips come too late: the lip delay is far over its limit."
        if skew_grade(health.skew_ms) is Grade.BAD:
            found[AlarmKind.SKEW] = "Sound and picture are so far apart that the hall notices."
        found.update(_unheard(console_state))
    return found


def _unheard(console_state: ConsoleState) -> dict[AlarmKind, str]:
    """What is silent though it should be heard."""
    found: dict[AlarmKind, str] = {}
    if console_state.mode is Mode.MIRROR and not console_state.demo:
        if console_state.mic_muted:
            found[AlarmKind.MUTED] = "The microphone is muted: the host does not follow the MC."
        elif console_state.microphone.condition is Condition.OK and console_state.mic_meter.no_signal:
            found[AlarmKind.SILENT] = "Nothing comes from the microphone: it is there, and silent."
    if console_state.avatar_muted:
        found[AlarmKind.AVATAR_MUTED] = "The host's voice is muted: the hall does not hear it."
    return found
