"""When a stream that was lost is tried again: soon at first, then every ten seconds, without end."""

from __future__ import annotations

from collections.abc import Callable

PAUSES_S = (1.0, 2.0, 4.0, 8.0, 10.0)
"""Before the second attempt, the third …; the last one for all later ones."""

JITTER = 0.1
"""Each pause is up to so much longer or shorter, so that many who lost a server do not come back at one moment."""


class Reconnect:
    """Counts attempts, and says how long to wait before the next one.

    Args:
        random: a number from 0 to 1 at each call.
        attempt: how often it was tried before.

    Attributes:
        attempt: how often it was tried since it was last on air.
    """

    def __init__(self, random: Callable[[], float], attempt: int = 0) -> None:
        self._random = random
        self.attempt = attempt

    def failed(self) -> float:
        """An attempt failed, or the connection was lost. Returns the pause before the next attempt, in seconds."""
        pause = PAUSES_S[min(self.attempt, len(PAUSES_S) - 1)]
        self.attempt += 1
        return pause * (1 + JITTER * (2 * self._random() - 1))

    def on_air(self) -> None:
        """It works again: the next loss begins with the shortest pause."""
        self.attempt = 0
