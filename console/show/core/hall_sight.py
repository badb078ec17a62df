"""What the hall really sees, beside what HALL NOW shows. Pure logic."""

from __future__ import annotations

from enum import StrEnum

FROZEN_MS = 500.0
"""A program frame older than this is no longer *now*."""


class HallSight(StrEnum):
    """What the hall sees, as far as the console knows."""

    STARTING = "starting"  # no playout has been there yet
    AS_SHOWN = "as shown"  # the picture of HALL NOW
    WINDOWED = "windowed"  # that picture, in a window on this screen
    GONE = "gone"  # playout is not there: the backup slate, and silence
    FROZEN = "frozen"  # the picture stands still
    MISSING = "missing"  # the hall's screen is not there
    UNCHOSEN = "unchosen"  # nobody chose a screen for the hall


def hall_sight(*, there: bool, was_there: bool, screen: str, frame_age_ms: float | None) -> HallSight:
    """What the hall sees, the worst first.

    Args:
        there: playout is linked to the console.
        was_there: it has been, in this run.
        screen: how playout has the hall's screen: "ok", "missing", "none", "windowed"; "" when it has not said.
        frame_age_ms: how old the newest program frame is; None before the first.
    """
    if not there:
        return HallSight.GONE if was_there else HallSight.STARTING
    if screen == "missing":
        return HallSight.MISSING
    if frame_age_ms is not None and frame_age_ms > FROZEN_MS:
        return HallSight.FROZEN
    if screen == "none":
        return HallSight.UNCHOSEN
    if screen == "windowed":
        return HallSight.WINDOWED
    return HallSight.AS_SHOWN if frame_age_ms is not None else HallSight.STARTING
