"""Whether somebody speaks, so that the mouth rests when nobody does.

The network moves the lips a little in silence, which is what its users complain of most. The clip's own mouth is real
and at rest: so it is shown in pauses, and cross-faded to the drawn one before the next word, which the lip delay lets
us see coming. Levels only, no model: what counts is that a pause is found, not who speaks.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

HOPS = 100
"""Judgements a second: one for each 10 ms."""

FADE_HOPS = 12
"""A cross-fade to the drawn mouth takes 120 ms, as long as the sound that a frame waits for lets it be done in time."""

FADE_OUT_HOPS = 20
"""The one to the clip's mouth takes longer: nothing waits for it, and its steps are smaller."""

CUT_HOPS = 3
"""After a cut the mouth closes within 30 ms: a frame."""

HANG_HOPS = 30
"""Silence shorter than this, 300 ms, is a stop or a breath within a phrase: no cross-fade."""

_ON_DB, _OFF_DB = 12.0, 6.0  # above the room's own level: to begin, and to go on
_FAINTEST_DB = -58.0  # below this, nobody speaks into a microphone that is set for a hall
_LOUDEST_FLOOR_DB = -34.0  # a room cannot be louder; somebody who never pauses is not the room
_USUAL_ROOM_DB = -52.0  # until it is known: a hall with the microphone open
_SURE_HOPS = 2  # loud hops in a row: a click is shorter
_FADED_OUT_HOPS = 2  # what was cut is faded out within 10 ms, and the filter rings a little
_DOWN, _UP, _UP_SPEAKING = 0.2, 0.004, 0.0015  # how fast the room's level follows, per hop
_KEPT = 1024  # hops remembered: ten seconds
_EMPHASIS = 0.95  # rumble and hum count little


class SpeechGate:
    """How much of the drawn mouth is shown, hop by hop.

    Hops are absolute numbers from the start of the sound. The share at a moment is the same however the sound was
    cut into blocks.

    Args:
        lead: hops by which the drawn mouth comes before the voice; as many must have been heard beyond the moment
            that is asked for.
    """

    def __init__(self, lead: int = FADE_HOPS + _SURE_HOPS - 1) -> None:
        self._lead = max(0, min(lead, FADE_HOPS + _SURE_HOPS - 1))
        self._voiced = np.zeros(_KEPT, bool)
        self._shares = np.zeros(_KEPT, np.float32)
        self.reset(0)

    def reset(self, hop: int) -> None:
        """Begin again at `hop`, with silence before it. What was learnt of the room stays where there was any."""
        if not hasattr(self, "_room_db"):
            self._room_db = _USUAL_ROOM_DB
        self._voiced[:] = False
        self._shares[:] = 0.0
        self._heard = hop
        self._shared = hop - 1
        self._loud = 0
        self._hang = 0
        self._last = 0.0
        self._fast_until = self._deaf_until = -1

    def push(self, sound: NDArray[np.float32]) -> None:
        """Hear the next hop: (160,) float32 at 16 kHz."""
        before = np.concatenate([[self._last], sound[:-1]])
        self._last = float(sound[-1])
        power = float(np.mean((sound - _EMPHASIS * before) ** 2))
        level = 10 * math.log10(power + 1e-12) if math.isfinite(power) else _FAINTEST_DB
        speaking = self._hang > 0
        threshold = max(self._room_db + (_OFF_DB if speaking else _ON_DB), _FAINTEST_DB)
        self._loud = self._loud + 1 if level > threshold and self._heard >= self._deaf_until else 0
        if self._loud >= (1 if speaking else _SURE_HOPS):
            self._hang = HANG_HOPS
        else:
            self._hang = max(0, self._hang - 1)
        follow = _DOWN if level < self._room_db else _UP_SPEAKING if self._hang else _UP
        self._room_db = min(self._room_db + (level - self._room_db) * follow, _LOUDEST_FLOOR_DB)
        self._voiced[self._heard % _KEPT] = self._hang > 0
        self._heard += 1

    def share_at(self, hop: float) -> float:
        """How much of the drawn mouth is shown at a moment: 0 none of it, 1 nothing else."""
        whole = math.floor(hop)
        while self._shared < whole:
            self._step()
        earlier = float(self._shares[(whole - 1) % _KEPT])
        return earlier + (float(self._shares[whole % _KEPT]) - earlier) * (hop - whole)

    def cut(self, hop: int, closed_from: int | None = None) -> None:
        """What was heard from `hop` on is gone. From `closed_from` on (`hop` if not told) the mouth closes at once."""
        if not 0 <= self._heard - hop < _KEPT:
            self.reset(hop)
            return
        closed = hop if closed_from is None else closed_from
        for known in range(hop, max(self._heard, closed) + 1):
            self._voiced[known % _KEPT] = False
        self._heard = hop
        self._shared = min(self._shared, hop - 1)
        self._loud = self._hang = 0
        self._last = 0.0
        self._fast_until = closed + CUT_HOPS
        self._deaf_until = closed + _FADED_OUT_HOPS

    def _step(self) -> None:
        hop = self._shared + 1
        ahead = range(hop, min(hop + self._lead + 1, self._heard))
        wanted = 1.0 if any(self._voiced[known % _KEPT] for known in ahead) else 0.0
        before = float(self._shares[self._shared % _KEPT])
        down = 1.0 / (CUT_HOPS if hop < self._fast_until else FADE_OUT_HOPS)
        up = 1.0 / (CUT_HOPS if hop < self._fast_until else FADE_HOPS)
        self._shares[hop % _KEPT] = before + min(max(wanted - before, -down), up)
        self._shared = hop
