"""What the figures and switches of the house say is wrong, in words: what is red on the window is an alarm too."""

from __future__ import annotations

from console.show.hall_sight import HallSight
from console.show.house import Condition, House
from console.show.kinds import Mode
from console.show.limits import Grade, delay_grade, fps_grade, late_grade, skew_grade
from console.show.state import ShowState

AT_ONCE = frozenset({"frozen", "muted", "avatar_muted", "silent"})
"""Kinds that are no figures: they wait for nothing."""

ON_AIR = (ShowState.LIVE, ShowState.HOLD)

OF_THE_AIR = frozenset({"late", "late express", "lip_delay", "skew"})
"""Figures that are judged on air only: they are no alarms any more as soon as the show leaves it."""


def wrong_with(house: House) -> dict[str, str]:
    """Kind of alarm → sentence, of all that is wrong now and that no process reports."""
    found: dict[str, str] = {}
    if house.hall is HallSight.FROZEN:
        found["frozen"] = "The hall's picture stands still: playout does not answer."
    if house.hall in (HallSight.GONE, HallSight.STARTING):
        return found
    health = house.health
    if fps_grade(health) is Grade.BAD:
        found["fps"] = "The hall's picture comes too slowly: the frame rate is red."
    if house.state not in ON_AIR:
        return found
    if late_grade(health.late_percent) is Grade.BAD:
        found["late express" if house.express else "late"] = "Too many frames come late: the machine is too slow now."
    if house.state is ShowState.LIVE:
        if delay_grade(health) is Grade.BAD:
            found["lip_delay"] = "The lips come too late: the lip delay is far over its limit."
        if skew_grade(health.skew_ms) is Grade.BAD:
            found["skew"] = "Sound and picture are so far apart that the hall notices."
        found.update(_unheard(house))
    return found


def _unheard(house: House) -> dict[str, str]:
    """What is silent though it should be heard."""
    found: dict[str, str] = {}
    if house.mode is Mode.MIRROR and not house.demo:
        if house.mic_muted:
            found["muted"] = "The microphone is muted: the host does not follow the MC."
        elif house.microphone.condition is Condition.OK and house.mic_meter.no_signal:
            found["silent"] = "Nothing comes from the microphone: it is there, and silent."
    if house.avatar_muted:
        found["avatar_muted"] = "The host's voice is muted: the hall does not hear it."
    return found
