"""Processes that nobody looks after any more end by themselves."""

from __future__ import annotations

from collections.abc import Callable


class OrphanWatch:
    """Counts how long nobody has needed this process.

    Args:
        after_s: seconds after which it should end.
        clock: monotonic seconds.
    """

    def __init__(self, after_s: float, clock: Callable[[], float]) -> None:
        self._after_s, self._clock = after_s, clock
        self._since = clock()

    def over(self, needed: bool) -> bool:
        """True when the process should end. `needed`: somebody is there, or something goes on that must not stop."""
        now = self._clock()
        if needed:
            self._since = now
        return now - self._since >= self._after_s
