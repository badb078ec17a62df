"""The show state machine: the only judge of what may happen on air.

Pure logic: no Qt, no I/O, no clock of its own. `TABLE` can be read aloud, one line per event and state;
`Show` walks it. Time is passed in as seconds of any clock that does not run backwards; a step backwards
is read as no time at all.

What the states mean in the hall:

* OFFLINE: playout is not there, and nothing is on air.
* STANDBY: the slate; everything may be changed.
* ARMED: still the slate; GO LIVE is now one action away, for sixty seconds.
* LIVE: the avatar and its voice.
* HOLD: the slate and silence, and back to LIVE in one action.
* PANIC: black and silence at once, from everywhere.

A rehearsal is LIVE and HOLD with no audience: all works as on air, the hall's picture is marked, and its time is no
time on air. It begins in STANDBY and ends with END, like a show; from it to the air the only way is through STANDBY.

Losing playout while LIVE, HOLD or PANIC does not change the state, and no driver fault ever does: the state
is what the operator decided, and what comes back must go on from there. A fault is an alarm.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.text import Text

ARMED_FOR_S = 60.0
"""How long ARMED lasts before it falls back to STANDBY."""


class ShowState(StrEnum):
    """Where the show stands, as the operator decided it."""

    OFFLINE = "OFFLINE"
    STANDBY = "STANDBY"
    ARMED = "ARMED"
    LIVE = "LIVE"
    HOLD = "HOLD"
    PANIC = "PANIC"


UNARMED = frozenset({ShowState.OFFLINE, ShowState.STANDBY})
"""No show is under way: disk, network and processors may be busy with files and models."""

OFF_AIR = frozenset({ShowState.OFFLINE, ShowState.STANDBY, ShowState.ARMED})
"""The hall sees the slate because nothing has gone on air yet, or the show has ended."""


class ShowEvent(StrEnum):
    """What can happen to the show. Verbs are idempotent: none of them is a toggle."""

    READY = "ready"
    NOT_READY = "not_ready"
    REHEARSE = "rehearse"
    ARM = "arm"
    DISARM = "disarm"
    LIVE = "live"
    HOLD = "hold"
    PANIC = "panic"
    LEAVE_PANIC = "leave_panic"
    END = "end"
    INTERRUPT = "interrupt"
    TICK = "tick"


@dataclass(frozen=True)
class Refused:
    """A table entry that says no, and why, in one sentence for the operator."""

    reason: str


class _Rest(StrEnum):
    """Where the show goes when the table alone cannot know it."""

    GROUND = "ground"  # STANDBY, or OFFLINE while playout is not there
    AFTER_PANIC = "after panic"  # HOLD when PANIC came from the air, else the ground
    REHEARSAL = "rehearsal"  # LIVE, and from now on a rehearsal


Target = ShowState | _Rest | Refused

_S = ShowState
_GROUND = (_S.OFFLINE, _S.STANDBY, _S.ARMED)
_NOT_THERE = Refused("Playout is not running yet: wait for STANDBY.")
_LEAVE_PANIC_FIRST = Refused(Text("The show is in PANIC: hold {keys} for one second to leave it.", keys="F12"))
_ON_AIR = Refused("The show is on air already.")
_END_FIRST = Refused("The show is on air: END is the way off.")
_NOTHING_ON_AIR = Refused("Nothing is on air.")
_ARM_FIRST = Refused("The show is not armed: press ARM first.")
_DISARM_FIRST = Refused("The show is armed: DISARM it first, then rehearse.")
_END_REHEARSAL_FIRST = Refused("This is a rehearsal, and nothing is on air: END it, then ARM and GO LIVE.")
_NO_VOICE = Refused("Nothing is being said: the avatar speaks only when LIVE.")

# event: {state: where it goes, or why it does not}. Every event names every state; a test holds it.
TABLE: Mapping[ShowEvent, Mapping[ShowState, Target]] = {
    ShowEvent.READY: {
        _S.OFFLINE: _S.STANDBY,
        _S.STANDBY: _S.STANDBY,
        _S.ARMED: _S.ARMED,
        _S.LIVE: _S.LIVE,
        _S.HOLD: _S.HOLD,
        _S.PANIC: _S.PANIC,
    },
    ShowEvent.NOT_READY: {
        _S.OFFLINE: _S.OFFLINE,
        _S.STANDBY: _S.OFFLINE,
        _S.ARMED: _S.OFFLINE,
        _S.LIVE: _S.LIVE,
        _S.HOLD: _S.HOLD,
        _S.PANIC: _S.PANIC,
    },
    ShowEvent.REHEARSE: {
        _S.OFFLINE: _NOT_THERE,
        _S.STANDBY: _Rest.REHEARSAL,
        _S.ARMED: _DISARM_FIRST,
        _S.LIVE: _ON_AIR,
        _S.HOLD: _ON_AIR,
        _S.PANIC: _LEAVE_PANIC_FIRST,
    },
    ShowEvent.ARM: {
        _S.OFFLINE: _NOT_THERE,
        _S.STANDBY: _S.ARMED,
        _S.ARMED: _S.ARMED,
        _S.LIVE: _ON_AIR,
        _S.HOLD: _ON_AIR,
        _S.PANIC: _LEAVE_PANIC_FIRST,
    },
    ShowEvent.DISARM: {
        _S.OFFLINE: _S.OFFLINE,
        _S.STANDBY: _S.STANDBY,
        _S.ARMED: _S.STANDBY,
        _S.LIVE: _END_FIRST,
        _S.HOLD: _END_FIRST,
        _S.PANIC: _LEAVE_PANIC_FIRST,
    },
    ShowEvent.LIVE: {
        _S.OFFLINE: _NOT_THERE,
        _S.STANDBY: _ARM_FIRST,
        _S.ARMED: _S.LIVE,
        _S.LIVE: _S.LIVE,
        _S.HOLD: _S.LIVE,
        _S.PANIC: _LEAVE_PANIC_FIRST,
    },
    ShowEvent.HOLD: {
        _S.OFFLINE: _NOTHING_ON_AIR,
        _S.STANDBY: _NOTHING_ON_AIR,
        _S.ARMED: _NOTHING_ON_AIR,
        _S.LIVE: _S.HOLD,
        _S.HOLD: _S.HOLD,
        _S.PANIC: _LEAVE_PANIC_FIRST,
    },
    ShowEvent.PANIC: {
        _S.OFFLINE: _S.PANIC,
        _S.STANDBY: _S.PANIC,
        _S.ARMED: _S.PANIC,
        _S.LIVE: _S.PANIC,
        _S.HOLD: _S.PANIC,
        _S.PANIC: _S.PANIC,
    },
    ShowEvent.LEAVE_PANIC: {
        _S.OFFLINE: _S.OFFLINE,
        _S.STANDBY: _S.STANDBY,
        _S.ARMED: _S.ARMED,
        _S.LIVE: _S.LIVE,
        _S.HOLD: _S.HOLD,
        _S.PANIC: _Rest.AFTER_PANIC,
    },
    ShowEvent.END: {
        _S.OFFLINE: _S.OFFLINE,
        _S.STANDBY: _S.STANDBY,
        _S.ARMED: _S.STANDBY,
        _S.LIVE: _Rest.GROUND,
        _S.HOLD: _Rest.GROUND,
        _S.PANIC: _LEAVE_PANIC_FIRST,
    },
    ShowEvent.INTERRUPT: {
        _S.OFFLINE: _NO_VOICE,
        _S.STANDBY: _NO_VOICE,
        _S.ARMED: _NO_VOICE,
        _S.LIVE: _S.LIVE,
        _S.HOLD: _NO_VOICE,
        _S.PANIC: _NO_VOICE,
    },
    ShowEvent.TICK: {state: state for state in ShowState},  # time itself is looked at before every event
}

IN_REHEARSAL: Mapping[ShowEvent, Mapping[ShowState, Target]] = {
    **TABLE,
    ShowEvent.REHEARSE: {**TABLE[ShowEvent.REHEARSE], _S.LIVE: _S.LIVE, _S.HOLD: _S.HOLD},
    ShowEvent.ARM: {**TABLE[ShowEvent.ARM], _S.LIVE: _END_REHEARSAL_FIRST, _S.HOLD: _END_REHEARSAL_FIRST},
    ShowEvent.DISARM: {**TABLE[ShowEvent.DISARM], _S.LIVE: _END_REHEARSAL_FIRST, _S.HOLD: _END_REHEARSAL_FIRST},
    ShowEvent.LIVE: {**TABLE[ShowEvent.LIVE], _S.LIVE: _END_REHEARSAL_FIRST},  # from HOLD the rehearsal goes on
}
"""`TABLE` as it is during a rehearsal: the same, but nothing in it goes on air."""


@dataclass(frozen=True)
class Answer:
    """What the show said to one event.

    Attributes:
        event: what was asked.
        accepted: False when the table refuses; the state is then as it was.
        before: the state when the event came (an ARMED that had run out counts as STANDBY from then on).
        after: the state now.
        reason: one sentence for the operator when refused or when time changed the state, else "".
        rehearsal: before or after it there was a rehearsal.
    """

    event: ShowEvent
    accepted: bool
    before: ShowState
    after: ShowState
    reason: str = ""
    rehearsal: bool = False

    @property
    def changed(self) -> bool:
        """True when the state is another one now."""
        return self.before is not self.after


@dataclass(frozen=True)
class Snapshot:
    """What a console leaves behind, so that the next one rejoins the show.

    Attributes:
        state: the show state when it was taken.
        in_state_s: how long the show had been in that state.
        on_air_s: LIVE time of this show so far.
        from_air: whether a PANIC came from LIVE or HOLD.
        rehearsal: it is a rehearsal.
    """

    state: ShowState
    in_state_s: float
    on_air_s: float
    from_air: bool = False
    rehearsal: bool = False


class Show:
    """Walks `TABLE`, and `IN_REHEARSAL` during a rehearsal.

    Attributes:
        state: where the show stands.
        playout_ready: whether playout is there, as last told by READY and NOT_READY.
        rehearsing: LIVE, HOLD and a PANIC out of them are a rehearsal's.
    """

    def __init__(self, now: float) -> None:
        """Starts OFFLINE at `now` (seconds of the caller's clock)."""
        self.state = ShowState.OFFLINE
        self.playout_ready = False
        self.rehearsing = False
        self._now = now
        self._since = now
        self._on_air_before_s = 0.0
        self._from_air = False

    def apply(self, event: ShowEvent, now: float) -> Answer:
        """Asks for one event at `now`, and returns what became of it. Never raises."""
        self._now = max(now, self._now) if math.isfinite(now) else self._now
        before = self.state
        ran_out = before is ShowState.ARMED and self._now - self._since >= ARMED_FOR_S
        if ran_out:
            self._enter(ShowState.STANDBY)
        if event is ShowEvent.READY:
            self.playout_ready = True
        elif event is ShowEvent.NOT_READY:
            self.playout_ready = False

        was = self.rehearsing
        target = (IN_REHEARSAL if was else TABLE)[event][self.state]
        if isinstance(target, Refused):
            return Answer(event, False, before, self.state, target.reason, was)
        self._enter(self._resolve(target))
        self.rehearsing = target is _Rest.REHEARSAL or (was and self.state not in _GROUND)
        reason = "ARMED ran out after sixty seconds." if ran_out else ""
        return Answer(event, True, before, self.state, reason, was or self.rehearsing)

    def in_state_s(self, now: float) -> float:
        """Seconds since the state was entered."""
        return max(0.0, now - self._since)

    def on_air_s(self, now: float) -> float:
        """LIVE seconds of this show, holds and rehearsals not counted. The next GO LIVE from ARMED starts it again."""
        running = self.in_state_s(now) if self.state is ShowState.LIVE and not self.rehearsing else 0.0
        return self._on_air_before_s + running

    def armed_left_s(self, now: float) -> float:
        """Seconds until ARMED falls back to STANDBY; 0 in every other state."""
        return max(0.0, ARMED_FOR_S - self.in_state_s(now)) if self.state is ShowState.ARMED else 0.0

    def snapshot(self, now: float) -> Snapshot:
        """What the next console needs to rejoin."""
        return Snapshot(self.state, self.in_state_s(now), self.on_air_s(now), self._from_air, self.rehearsing)

    def restore(self, left: Snapshot, now: float, away_s: float = 0.0) -> None:
        """Rejoins the show that an earlier console left.

        The hall went on while no console was there, so `away_s` (seconds since `left` was taken, by the
        wall clock) counts as time in the state, and as time on air when LIVE. Nonsense counts as 0.
        """
        away_s = _seconds(away_s)
        in_state_s = _seconds(left.in_state_s) + away_s
        self.rehearsing = left.rehearsal and left.state not in _GROUND
        counts = left.state is ShowState.LIVE and not self.rehearsing
        on_air_s = _seconds(left.on_air_s) + (away_s if counts else 0.0)
        self.state = left.state
        self.playout_ready = left.state is not ShowState.OFFLINE
        self._now = now
        self._since = now - in_state_s
        self._from_air = left.from_air and left.state is ShowState.PANIC
        self._on_air_before_s = on_air_s
        if counts:  # the running part is counted from `_since`
            self._on_air_before_s = max(0.0, on_air_s - in_state_s)

    def _resolve(self, target: ShowState | _Rest) -> ShowState:
        if isinstance(target, ShowState):
            return target
        if target is _Rest.REHEARSAL:
            return ShowState.LIVE
        if target is _Rest.AFTER_PANIC and self._from_air:
            return ShowState.HOLD
        return ShowState.STANDBY if self.playout_ready else ShowState.OFFLINE

    def _enter(self, state: ShowState) -> None:
        if state is self.state:
            return
        if self.state is ShowState.LIVE and not self.rehearsing:
            self._on_air_before_s += self._now - self._since
        if state is ShowState.LIVE and self.state is ShowState.ARMED:
            self._on_air_before_s = 0.0
        self._from_air = state is ShowState.PANIC and self.state in (ShowState.LIVE, ShowState.HOLD)
        self.state = state
        self._since = self._now


def refusal(event: ShowEvent, state: ShowState, *, rehearsing: bool = False) -> str:
    """Why the table refuses `event` in `state`, or ""."""
    target = (IN_REHEARSAL if rehearsing else TABLE)[event][state]
    return target.reason if isinstance(target, Refused) else ""


def _seconds(value: float) -> float:
    """A length of time read back from outside: what is not one counts as 0."""
    return value if 0.0 < value < 1e9 else 0.0
