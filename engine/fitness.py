"""When an engine that draws wrong is loaded again, and when it is replaced by a fresh process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from engine.driver import Pixels

LOAD_AFTER_S = 1.0
"""Faces that come out wrong for so long: the avatar is loaded again."""

REPLACE_AFTER_S = 6.0
"""And when that has not helped: another process draws."""

WELL_FOR_S = 10.0
"""But only in the place of one that drew well for so long: one that never did would be replaced without end."""

_GRID = 24

Verdict = Literal["", "load", "replace"]


class Fitness:
    """Judges an engine by its own pictures, one after the other.

    Args:
        clock: monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._well_s: float | None = None
        self._ill_s: float | None = None
        self._lasted_s = 0.0
        self._loaded = False

    def judge(self, ill: bool) -> Verdict:
        """A picture was drawn, or should have been: what is to be done.

        Args:
            ill: it failed, or the driver says that its faces come out wrong.
        """
        now = self._clock()
        if not ill:
            if self._ill_s is not None or self._well_s is None:
                self._well_s = now
            self._ill_s, self._loaded = None, False
            return ""
        if self._ill_s is None:
            self._ill_s = now
            self._lasted_s = now - self._well_s if self._well_s is not None else 0.0
        lasts_s = now - self._ill_s
        if not self._loaded and lasts_s >= LOAD_AFTER_S:
            self._loaded = True
            return "load"
        if self._loaded and lasts_s >= REPLACE_AFTER_S and self._lasted_s >= WELL_FOR_S:
            return "replace"
        return ""


def is_flat(pixels: Pixels) -> bool:
    """The picture is of one colour: nobody is in it."""
    height, width = pixels.shape[:2]
    seen = pixels[:: max(1, height // _GRID), :: max(1, width // _GRID), :3]
    return bool((seen == seen[0, 0]).all())
