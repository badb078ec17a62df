"""What the console asked for, until it is to be seen and heard: how long that took is told."""

from __future__ import annotations

from collections.abc import Callable

from console.playout.picture.compositor import Composed
from engine.ipc.messages.core import Took


class RequestTiming:
    """Commands of the console's that were carried out, and are not to be seen yet.

    Args:
        say: tells the console.
    """

    def __init__(self, say: Callable[[Took], None]) -> None:
        self._say = say
        self._waiting: list[tuple[str, float, int]] = []

    def add(self, action: str, at_s: float, generation: int = 0) -> None:
        """An action was carried out.

        Args:
            at_s: the monotonic clock when it was asked for.
            generation: of the sound from then on, for an interrupt.
        """
        self._waiting.append((action, at_s, generation))

    def drawn(self, composed: Composed, at_s: float, *, settled: bool, effective_s: Callable[[], float | None]) -> None:
        """A picture was handed to the window system.

        Args:
            composed: what it shows.
            at_s: the monotonic clock.
            settled: no fade is under way.
            effective_s: when the newest command was heard in the hall, as `AudioEngine.effective_at`.
        """
        for asked in list(self._waiting):
            action, since_s, wanted = asked
            if action == "interrupt":
                fresh = composed.info is not None and composed.info.generation >= wanted
                seen = fresh or composed.picture in ("idle", "slate", "black")
            else:
                seen = settled
            if seen:
                self._waiting.remove(asked)
                heard_s = effective_s()
                self._say(
                    Took(
                        action=action,
                        sound_ms=(heard_s - since_s) * 1e3 if heard_s is not None else None,
                        picture_ms=(at_s - since_s) * 1e3,
                    )
                )
