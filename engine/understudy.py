"""Two engines on the same rings, of which one draws: the other knows the part, and steps in when the first one falls.

Who draws stands in the picture ring itself, so that there is never more than one: an engine that comes back, or wakes
up, finds another's number there and stands by. Neither needs the console for that.
"""

from __future__ import annotations

from collections.abc import Callable

import psutil

from engine.driver import SAMPLE_RATE
from engine.link.pictures import PictureRing

UNDERSTUDY = "standby"
"""Name of the second engine, in the runtime folder and in the log."""

GONE_S = 0.06
"""Sound that may come without a new picture when the process that draws is gone: two frames at 30."""

HUNG_S = 0.2
"""The same while it is there: it may hang. With the way through the loop the hall has the understudy's picture within
300 ms."""

JUST_LOST_S = 1.0
"""The same for who has just lost the part itself: on a computer that stalls now and then the two would take turns."""

_JUST = 10 * SAMPLE_RATE

REHEARSE_EVERY = 10
"""Who stands by draws one frame of so many, and shows it to nobody: so it has heard everything, and is warm."""


class Part:
    """Whether this engine draws, on one pair of rings after the other.

    Args:
        me: this process's number.
        understudy: it stands by until it is needed; else it draws at once where nobody does.
        alive: whether a process of this number is there.
    """

    def __init__(self, me: int, understudy: bool, alive: Callable[[int], bool]) -> None:
        self._me, self._understudy, self._alive = me, understudy, alive
        self._count = 0
        self._since: int | None = None  # what was written when the newest picture came
        self._drew = False
        self._lost_at = -_JUST

    def enter(self, pictures: PictureRing) -> None:
        """New rings: take the part where it is free."""
        self._since, self._drew, self._lost_at = None, False, -_JUST
        if not self._understudy and not (pictures.writer and self._alive(pictures.writer)):
            pictures.claim(self._me)
            self._drew = True

    def drawing(self, pictures: PictureRing) -> bool:
        """This engine draws the pictures."""
        return pictures.writer == self._me

    def step_in(self, pictures: PictureRing, written: int) -> bool:
        """Take the part over when pictures stay away though the sound goes on. True when it was taken now.

        Args:
            written: index after the newest sample of sound.
        """
        count = pictures.count
        if self._drew:
            self._drew, self._lost_at = False, written
        if self._since is None or count != self._count or written < self._since:
            self._count, self._since = count, written
            return False
        waited = written - self._since
        if waited < GONE_S * SAMPLE_RATE:
            return False
        if self._alive(pictures.writer):
            lately = written - self._lost_at < _JUST
            if waited < (JUST_LOST_S if lately else HUNG_S) * SAMPLE_RATE:
                return False
        self._since, self._drew = None, True
        pictures.claim(self._me)
        return True


def is_alive(process: int) -> bool:
    """The process is there, and not only its number waiting to be collected."""
    try:
        return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False
