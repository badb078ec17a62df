"""What the emergency keys, the console and playout say to each other."""

from __future__ import annotations

import msgspec

from engine.ipc.messages.base import Message
from engine.ipc.messages.kinds import EmergencyVerb

EMERGENCY = "emergency"
"""Who the emergency keys say they are in their Hello: playout obeys them beside its console."""


class KeyMeaning(msgspec.Struct, frozen=True):
    """One key that acts in an emergency: in Qt's portable form, its verb, its taps, and its states (none: all)."""

    keys: str
    verb: EmergencyVerb
    taps: int
    states: list[str]


class EmergencyKeys(Message):
    """Console to the emergency keys, whenever it changes: what its keys mean now, in which state the show is.

    `console` is the process whose window must have the focus.
    """

    console: int
    state: str
    keys: list[KeyMeaning]


class EmergencyCall(Message):
    """The emergency keys to playout: do it, the console does not answer.

    `asked_ns` is the monotonic clock at the key.
    """

    verb: EmergencyVerb
    asked_ns: int


class EmergencyTaken(Message):
    """Playout to the console: the hall is in this by an emergency key, and stays so.

    Until a SetAir carries this number, or a later one, no SetAir changes what the hall gets. `asked_ns` is that of the
    call.
    """

    verb: EmergencyVerb
    number: int
    asked_ns: int
