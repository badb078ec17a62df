"""What an emergency key has done to the air and to what is said, until the console has followed."""

from __future__ import annotations

from engine.ipc.messages.kinds import Air, EmergencyVerb

AIR_AFTER = {EmergencyVerb.PANIC: Air.PANIC, EmergencyVerb.HOLD: Air.HOLD}
"""What the hall gets by each verb that lasts."""

EMERGENCY_FADE_S = {Air.PANIC: 0.0, Air.HOLD: 0.5}
"""How long each takes, in seconds: as when the console does it."""


class EmergencyFence:
    """Keeps a console that hung from putting back on air, or from saying, unknowing, what an emergency key ended.

    A console that wakes up still sends what it wanted before: that counts for nothing until a SetAir carries the number
    of the emergency. INTERRUPT leaves the air as it is, so it fences only what is said.

    Args:
        after: the number that the first emergency follows. A playout that replaces another must begin above all
            numbers of that one, or what the console followed then would open this fence.

    Attributes:
        number: of the newest emergency; `after` when there was none.
    """

    def __init__(self, after: int = 0) -> None:
        self.number = self._air_number = after
        self._air_open = self._followed = True

    @property
    def followed(self) -> bool:
        """The console has followed every emergency: what it has said now is meant."""
        return self._followed

    def apply(self, verb: EmergencyVerb, air: Air) -> Air | None:
        """What the hall is to get when `verb` comes while it gets `air`; None when nothing changes."""
        wanted = AIR_AFTER.get(verb)
        if wanted in (None, air) or (wanted == Air.HOLD and air != Air.LIVE):
            return None
        self.number += 1
        self._air_number = self.number
        self._air_open = self._followed = False
        return wanted

    def interrupt(self) -> int:
        """What was being said was ended by its key, and no turn is said until the console has followed this number."""
        self.number += 1
        self._followed = False
        return self.number

    def lets_through(self, number: int) -> bool:
        """Whether a SetAir with this emergency number counts; the first that follows opens the fence again."""
        if number >= self._air_number:
            self._air_open = True
        if number >= self.number:
            self._followed = True
        return self._air_open
