"""Two engines on the same rings, of which one draws: the other knows the part, and steps in when the first one falls.

Who draws stands in the picture ring itself, so that there is never more than one: an engine that comes back, or wakes
up, finds another's number there and stands by. Neither needs the console for that.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.driver import SAMPLE_RATE
from engine.link.pictures import PictureRing

UNDERSTUDY = "standby"
"""Name of the second engine, in the runtime folder and in the log."""

PATIENCE_S = 0.15
"""Sound that may come without a single new picture: five frames at 30. Then the one that draws is hung or gone. With
the way through the loop and the first picture the hall has the understudy's within 300 ms."""

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

    def enter(self, pictures: PictureRing) -> None:
        """New rings: take the part where it is free."""
        self._since = None
        if not self._understudy and not (pictures.writer and self._alive(pictures.writer)):
            pictures.claim(self._me)

    def drawing(self, pictures: PictureRing) -> bool:
        """This engine draws the pictures."""
        return pictures.writer == self._me

    def step_in(self, pictures: PictureRing, written: int) -> bool:
        """Take the part over when pictures stay away though the sound goes on. True when it was taken now.

        Args:
            written: index after the newest sample of sound.
        """
        count = pictures.count
        if self._since is None or count != self._count or written < self._since:
            self._count, self._since = count, written
            return False
        if written - self._since < PATIENCE_S * SAMPLE_RATE:
            return False
        self._since = None
        pictures.claim(self._me)
        return True
