"""Alarms: faults that stand until they are over, by priority, with their age, count and cure. Pure logic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class AlarmKind:
    """What is known of a kind of fault before it happens.

    Attributes:
        rank: lower is worse.
        grave: red: it needs a hand now. Others are amber, and can wait for a pause.
        title: a few words, for a narrow place.
        cure: what to do, in one sentence; "" where the alarm's own sentence says it.
    """

    rank: int
    grave: bool
    title: str
    cure: str = ""


KINDS: Mapping[str, AlarmKind] = {
    "mc_not_heard": AlarmKind(0, True, "MC NOT HEARD"),
    "playout": AlarmKind(1, True, "PLAYOUT RESTARTING", "Wait: it comes back in seconds, in the state you are in."),
    "screen": AlarmKind(2, True, "SCREEN MISSING"),
    "frozen": AlarmKind(3, True, "PICTURE FROZEN", "Wait two seconds: it is started again by itself."),
    "microphone": AlarmKind(4, True, "MIC MISSING", "Plug it in again: it comes back by itself; or choose another."),
    "silent": AlarmKind(
        5, True, "NO SIGNAL", "Look at the mixer's channel, the USB send, and the microphone's own switch."
    ),
    "loudspeaker": AlarmKind(
        6, True, "LOUDSPEAKER MISSING", "Plug it in again; until then let the mixer carry the MC directly."
    ),
    "muted": AlarmKind(7, False, "MIC MUTED", "Open it with F5."),
    "avatar_muted": AlarmKind(8, False, "AVATAR MUTED", "Open it with F6."),
    "late": AlarmKind(10, True, "LATE FRAMES", "Close other programs; END and ARM measure the delay again."),
    "late express": AlarmKind(
        9, True, "LATE FRAMES", "Leave EXPRESS after the show, close other programs, plug in the charger."
    ),
    "fps": AlarmKind(11, True, "FRAME RATE LOW", "Close other programs and plug in the charger."),
    "lip_delay": AlarmKind(12, True, "LIP DELAY HIGH", "Close other programs; END and ARM measure the delay again."),
    "skew": AlarmKind(13, True, "SOUND AND PICTURE APART", "END and ARM set the lip delay again."),
    "engine": AlarmKind(
        20, False, "ENGINE RESTARTING", "Wait. When it comes again and again, take another avatar in a pause."
    ),
    "driver": AlarmKind(21, False, "AVATAR NOT DRAWN", "Take another avatar in a pause."),
    "faces": AlarmKind(22, False, "FACES WENT WRONG", "Take another avatar in a pause."),
    "rings": AlarmKind(23, False, "ENGINE NOT ATTACHED", "Wait: the engine is attached again by itself."),
    "the pace of the voice": AlarmKind(30, False, "VOICE TOO SLOW"),
    "speech": AlarmKind(31, False, "NO VOICE"),
    "answers": AlarmKind(32, False, "NO ANSWERS"),
    "echo": AlarmKind(33, False, "ECHO"),
    "say": AlarmKind(34, False, "LINE NOT SAID", "Take the line out of the preset, or choose its file again in EDIT."),
    "rejoin": AlarmKind(40, False, "REJOINED"),
    "slate": AlarmKind(41, False, "SLATE"),
    "idle": AlarmKind(42, False, "IDLE LOOP"),
    "avatar": AlarmKind(43, False, "AVATAR"),
    "presets": AlarmKind(44, False, "PRESETS NOT SAVED"),
    "settings": AlarmKind(45, False, "SETTINGS"),
    "report": AlarmKind(46, False, "REPORT NOT WRITTEN"),
}

UNKNOWN = AlarmKind(50, False, "ALARM")
"""A kind that is not in the list: its sentence has to say everything."""

MEASURED_FOR_S = 2.0
"""A figure must be bad, and well again, for so long before it is an alarm, and none any more."""


@dataclass(frozen=True)
class Alarm:
    """One fault that stands.

    Attributes:
        kind: what it is about; an alarm takes the place of the one of its kind.
        sentence: what is wrong, for the operator.
        since: when it came, in the console's state's seconds.
        count: how often it has come in this run.
    """

    kind: str
    sentence: str
    since: float = 0.0
    count: int = 1

    @property
    def about(self) -> AlarmKind:
        """What is known of its kind."""
        return KINDS.get(self.kind) or KINDS.get(self.kind.split()[0] if self.kind else "") or UNKNOWN


class AlarmBook:
    """The alarms that stand, and how often each has come."""

    def __init__(self) -> None:
        self._standing: dict[str, Alarm] = {}
        self._counts: dict[str, int] = {}

    def put(self, kind: str, sentence: str, now: float) -> bool:
        """A fault; False when it stands already in the same words. Other words keep its age."""
        old = self._standing.get(kind)
        if old is not None and old.sentence == sentence:
            return False
        if old is None:
            self._counts[kind] = self._counts.get(kind, 0) + 1
        since = now if old is None else old.since
        self._standing[kind] = Alarm(kind, sentence, since, self._counts[kind])
        return True

    def clear(self, kind: str) -> Alarm | None:
        """The fault is over; returns it, or None when it did not stand."""
        return self._standing.pop(kind, None)

    @property
    def standing(self) -> tuple[Alarm, ...]:
        """All that stand, the worst first, and of equals the newest."""
        return tuple(sorted(self._standing.values(), key=lambda each: (each.about.rank, -each.since)))


class SustainedFigures:
    """Figures that are bad for a while become alarms, and end as such when they are well for a while."""

    def __init__(self, for_s: float = MEASURED_FOR_S) -> None:
        self._for_s = for_s
        self._since: dict[str, float] = {}
        self._on: set[str] = set()

    def changes(self, bad: Mapping[str, str], now: float, *, at_once: frozenset[str] = frozenset()) -> dict[str, str]:
        """What is to be put (its sentence) or cleared ("") now.

        Args:
            bad: kind → sentence, of all that is bad at `now` (seconds).
            at_once: kinds that wait for nothing.
        """
        found: dict[str, str] = {}
        for kind in {*bad, *self._on, *self._since}:
            differs = (kind in bad) != (kind in self._on)
            if not differs:
                self._since.pop(kind, None)
                if kind in bad:
                    found[kind] = bad[kind]
                continue
            since = self._since.setdefault(kind, now)
            if kind in at_once or now - since >= self._for_s:
                self._since.pop(kind, None)
                found[kind] = bad.get(kind, "")
                (self._on.add if kind in bad else self._on.discard)(kind)
        return found


_LAST_WORDS = re.compile(r"^(it ended with code -?\d+): .*", re.DOTALL)


def without_last_words(why: str) -> str:
    """Why a process went, without the last line that it wrote: that is for the log."""
    return _LAST_WORDS.sub(r"\1", why)
