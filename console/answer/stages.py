"""How long each stage of an answer took, from the question's end to the first sample in the hall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

STAGES = ("heard", "thought", "drafted", "approved", "voiced", "shown")
"""In their order: the question's words are there; the first word of the answer; its first sentence; the first one that
may be spoken; the voice's first samples; the first sample that went out to the hall."""


@dataclass
class Stages:
    """When each stage of one turn was reached first.

    Attributes:
        turn: its number.
        began: the end of the question, on the clock in seconds.
        at: stage → seconds after `began`.
    """

    turn: int
    began: float
    at: dict[str, float] = field(default_factory=dict)

    def reach(self, stage: str, now: float) -> bool:
        """A stage is reached at `now`; only the first time counts. True then."""
        if stage in self.at:
            return False
        self.at[stage] = max(0.0, now - self.began)
        return True

    def ms(self) -> dict[str, float]:
        """Stage → milliseconds after the question's end, in order."""
        return {stage: round(self.at[stage] * 1e3, 1) for stage in STAGES if stage in self.at}

    @property
    def own_s(self) -> float | None:
        """From the question's end to the hall without the operator's time; None before it is heard."""
        if "shown" not in self.at:
            return None
        waited = max(0.0, self.at.get("approved", 0.0) - self.at.get("drafted", 0.0))
        return self.at["shown"] - waited


class StageWatch:
    """The stages of the last few turns.

    Args:
        clock: monotonic seconds.
    """

    KEPT = 8

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._turns: dict[int, Stages] = {}

    def begin(self, turn: int, ended: float | None = None) -> None:
        """A turn whose question ended at `ended` on the clock; None is now."""
        while len(self._turns) >= self.KEPT:
            self._turns.pop(next(iter(self._turns)))
        self._turns[turn] = Stages(turn, self._clock() if ended is None else ended)

    def reach(self, turn: int, stage: str, ago_s: float = 0.0) -> bool:
        """A turn reached a stage `ago_s` seconds ago. True when that was the first time."""
        stages = self._turns.get(turn)
        return stages is not None and stages.reach(stage, self._clock() - ago_s)

    def of(self, turn: int) -> Stages | None:
        """The stages of a turn, if it is not forgotten."""
        return self._turns.get(turn)
