"""By which limits a figure is well, worth a look, or bad. The window colours by them, and what is bad is an alarm."""

from __future__ import annotations

from enum import StrEnum

from console.show.state.console_state import HealthView


class Grade(StrEnum):
    """How a figure is."""

    UNKNOWN = "unknown"
    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"


def delay_grade(health: HealthView) -> Grade:
    """Of the lip delay: good within the budget, fair to 125 % of it."""
    if health.delay_p95_ms is None:
        return Grade.UNKNOWN
    part = health.delay_p95_ms / health.delay_budget_ms
    return Grade.GOOD if part <= 1 else Grade.FAIR if part <= 1.25 else Grade.BAD


def fps_grade(health: HealthView) -> Grade:
    """Of the frame rate: good within 2 % of what is wanted, fair within 10 %."""
    if health.fps is None:
        return Grade.UNKNOWN
    part = health.fps / health.program_fps
    return Grade.GOOD if part >= 0.98 else Grade.FAIR if part >= 0.9 else Grade.BAD


def skew_grade(skew_ms: float | None) -> Grade:
    """Of sound minus picture: fair beyond ±45 ms, bad beyond 60 ms early or 125 ms late (after ITU-R BT.1359)."""
    if skew_ms is None:
        return Grade.UNKNOWN
    if abs(skew_ms) <= 45:
        return Grade.GOOD
    return Grade.FAIR if -60 <= skew_ms <= 125 else Grade.BAD


def late_grade(percent: float) -> Grade:
    """Of late frames: good while the promise of 99.5 % on time holds, bad beyond four times that."""
    return Grade.GOOD if percent <= 0.5 else Grade.FAIR if percent <= 2 else Grade.BAD
