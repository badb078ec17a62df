"""Alarms: faults that stand until they are over, by priority, with their age, count and cure. Pure logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.text import Text


class AlarmKind(StrEnum):
    """What an alarm is about."""

    MC_NOT_HEARD = "mc_not_heard"
    PLAYOUT = "playout"
    SCREEN = "screen"
    KEY_SCREEN = "key screen"
    GROUND = "ground"
    FROZEN = "frozen"
    MICROPHONE = "microphone"
    SILENT = "silent"
    LOUDSPEAKER = "loudspeaker"
    MUTED = "muted"
    AVATAR_MUTED = "avatar_muted"
    LATE = "late"
    LATE_EXPRESS = "late express"
    FPS = "fps"
    LIP_DELAY = "lip_delay"
    SKEW = "skew"
    ENGINE = "engine"
    DRIVER = "driver"
    FACES = "faces"
    RINGS = "rings"
    VOICE_PACE = "the pace of the voice"
    SPEECH = "speech"
    ANSWERS = "answers"
    ECHO = "echo"
    SAY = "say"
    REJOIN = "rejoin"
    SLATE = "slate"
    IDLE = "idle"
    AVATAR = "avatar"
    PRESETS = "presets"
    SETTINGS = "settings"
    REPORT = "report"
    MICROPHONE_FILE = "microphone file"
    FEEDBACK = "feedback"
    DELAY = "delay"
    COMMAND = "command"
    LOG = "log"
    EMERGENCY = "emergency"
    FILE = "file"
    STREAM = "stream"
    RECORDING = "recording"


@dataclass(frozen=True)
class AlarmTraits:
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


TRAITS: Mapping[AlarmKind, AlarmTraits] = {
    AlarmKind.MC_NOT_HEARD: AlarmTraits(0, True, "MC NOT HEARD"),
    AlarmKind.PLAYOUT: AlarmTraits(
        1, True, "PLAYOUT RESTARTING", "Wait: it comes back in seconds, in the state you are in."
    ),
    AlarmKind.SCREEN: AlarmTraits(2, True, "SCREEN MISSING"),
    AlarmKind.KEY_SCREEN: AlarmTraits(3, True, "KEY MISSING"),
    AlarmKind.GROUND: AlarmTraits(4, True, "NOT KEYED"),
    AlarmKind.FROZEN: AlarmTraits(5, True, "PICTURE FROZEN", "Wait two seconds: it is started again by itself."),
    AlarmKind.MICROPHONE: AlarmTraits(
        6, True, "MIC MISSING", "Plug it in again: it comes back by itself; or choose another."
    ),
    AlarmKind.SILENT: AlarmTraits(
        7, True, "NO SIGNAL", "Look at the mixer's channel, the USB send, and the microphone's own switch."
    ),
    AlarmKind.LOUDSPEAKER: AlarmTraits(
        8, True, "LOUDSPEAKER MISSING", "Plug it in again; until then let the mixer carry the MC directly."
    ),
    AlarmKind.MUTED: AlarmTraits(9, False, "MIC MUTED", Text("Open it with {keys}.", keys="F5")),
    AlarmKind.AVATAR_MUTED: AlarmTraits(10, False, "AVATAR MUTED", Text("Open it with {keys}.", keys="F6")),
    AlarmKind.LATE: AlarmTraits(
        12,
        True,
        "LATE FRAMES",
        "Stop a stream or the recording, close other programs; END and ARM measure the delay again.",
    ),
    AlarmKind.LATE_EXPRESS: AlarmTraits(
        11, True, "LATE FRAMES", "Leave EXPRESS after the show, close other programs, plug in the charger."
    ),
    AlarmKind.FPS: AlarmTraits(13, True, "FRAME RATE LOW", "Close other programs and plug in the charger."),
    AlarmKind.LIP_DELAY: AlarmTraits(
        14, True, "LIP DELAY HIGH", "Close other programs; END and ARM measure the delay again."
    ),
    AlarmKind.SKEW: AlarmTraits(15, True, "SOUND AND PICTURE APART", "END and ARM set the lip delay again."),
    AlarmKind.MICROPHONE_FILE: AlarmTraits(16, True, "MIC MISSING"),
    AlarmKind.RECORDING: AlarmTraits(17, True, "RECORDING"),
    AlarmKind.STREAM: AlarmTraits(18, False, "STREAM LOST", "Wait: it is tried again without end; or press RETRY NOW."),
    AlarmKind.ENGINE: AlarmTraits(
        20, False, "ENGINE RESTARTING", "Wait. When it comes again and again, take another avatar in a pause."
    ),
    AlarmKind.DRIVER: AlarmTraits(21, False, "AVATAR NOT DRAWN", "Take another avatar in a pause."),
    AlarmKind.FACES: AlarmTraits(22, False, "FACES WENT WRONG", "Take another avatar in a pause."),
    AlarmKind.RINGS: AlarmTraits(23, False, "ENGINE NOT ATTACHED", "Wait: the engine is attached again by itself."),
    AlarmKind.VOICE_PACE: AlarmTraits(30, False, "VOICE TOO SLOW"),
    AlarmKind.SPEECH: AlarmTraits(31, False, "NO VOICE"),
    AlarmKind.ANSWERS: AlarmTraits(32, False, "NO ANSWERS"),
    AlarmKind.ECHO: AlarmTraits(33, False, "ECHO"),
    AlarmKind.SAY: AlarmTraits(
        34, False, "LINE NOT SAID", "Take the line out of the preset, or choose its file again in EDIT."
    ),
    AlarmKind.REJOIN: AlarmTraits(40, False, "REJOINED"),
    AlarmKind.SLATE: AlarmTraits(41, False, "SLATE"),
    AlarmKind.IDLE: AlarmTraits(42, False, "IDLE LOOP"),
    AlarmKind.AVATAR: AlarmTraits(43, False, "AVATAR"),
    AlarmKind.PRESETS: AlarmTraits(44, False, "PRESETS NOT SAVED"),
    AlarmKind.SETTINGS: AlarmTraits(45, False, "SETTINGS"),
    AlarmKind.REPORT: AlarmTraits(46, False, "REPORT NOT WRITTEN"),
}

UNKNOWN = AlarmTraits(50, False, "ALARM")
"""Of a kind that is not in the list: its sentence has to say everything."""

MEASURED_FOR_S = 2.0
"""A figure must be bad, and well again, for so long before it is an alarm, and none any more."""


@dataclass(frozen=True)
class Alarm:
    """One fault that stands.

    Attributes:
        kind: what it is about.
        sentence: what is wrong, for the operator.
        since: when it came, in the console's state's seconds.
        count: how often it has come in this run.
        subject: which of several, as an avatar's id; an alarm takes the place of the one of its kind and subject.
    """

    kind: AlarmKind
    sentence: str
    since: float = 0.0
    count: int = 1
    subject: str = ""

    @property
    def about(self) -> AlarmTraits:
        """What is known of its kind."""
        return TRAITS.get(self.kind, UNKNOWN)


class AlarmBook:
    """The alarms that stand, and how often each has come."""

    def __init__(self) -> None:
        self._standing: dict[tuple[AlarmKind, str], Alarm] = {}
        self._counts: dict[tuple[AlarmKind, str], int] = {}

    def put(self, kind: AlarmKind, sentence: str, now: float, subject: str = "") -> bool:
        """A fault; False when it stands already in the same words. Other words keep its age."""
        key = kind, subject
        old = self._standing.get(key)
        if old is not None and old.sentence == sentence:
            return False
        if old is None:
            self._counts[key] = self._counts.get(key, 0) + 1
        since = now if old is None else old.since
        self._standing[key] = Alarm(kind, sentence, since, self._counts[key], subject)
        return True

    def clear(self, kind: AlarmKind, subject: str = "") -> Alarm | None:
        """The fault is over; returns it, or None when it did not stand."""
        return self._standing.pop((kind, subject), None)

    @property
    def standing(self) -> tuple[Alarm, ...]:
        """All that stand, the worst first, and of equals the newest."""
        return tuple(sorted(self._standing.values(), key=lambda each: (each.about.rank, -each.since)))


class SustainedFigures:
    """Figures that are bad for a while become alarms, and end as such when they are well for a while."""

    def __init__(self, for_s: float = MEASURED_FOR_S) -> None:
        self._for_s = for_s
        self._since: dict[AlarmKind, float] = {}
        self._on: set[AlarmKind] = set()

    def changes(
        self, bad: Mapping[AlarmKind, str], now: float, *, at_once: frozenset[AlarmKind] = frozenset()
    ) -> dict[AlarmKind, str]:
        """What is to be put (its sentence) or cleared ("") now.

        Args:
            bad: kind → sentence, of all that is bad at `now` (seconds).
            at_once: kinds that wait for nothing.
        """
        found: dict[AlarmKind, str] = {}
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


def without_last_words(why: str) -> str:
    """Why a process went, without the last line that it wrote: that is for the log."""
    if isinstance(why, Text) and why.key == "it ended with code {code}: {last}":
        return Text("it ended with code {code}", code=why.parameters["code"])
    return why
