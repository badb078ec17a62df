"""The words that stand in messages for one of a few things."""

from __future__ import annotations

from enum import StrEnum


class Air(StrEnum):
    """What the hall gets."""

    SLATE = "slate"
    LIVE = "live"
    HOLD = "hold"
    PANIC = "panic"


class FaceDrive(StrEnum):
    """What drives the face."""

    MIRROR = "mirror"  # the microphone
    SAY = "say"  # turns only


class SlateCard(StrEnum):
    """What the safe picture is."""

    TITLE = "title"
    PICTURE = "picture"
    BLACK = "black"


class PatternCard(StrEnum):
    """What stands in the slate's place while nothing is on air."""

    OFF = "off"  # the slate itself
    CARD = "card"
    BEEP = "beep"  # the card with the lip-sync test
    IDENTIFY = "identify"


class Ground(StrEnum):
    """What the hall's screen has around the host."""

    DRAWN = "drawn"  # the avatar's own scenery
    COLOUR = "colour"  # one colour, for a chroma key
    BESIDE = "beside"  # fill at the left and key at the right of one picture, twice as wide
    SCREENS = "screens"  # the fill on the hall's screen, the key on another one


class EmergencyVerb(StrEnum):
    """What the emergency keys can ask playout for: all of it only makes the hall quieter."""

    PANIC = "panic"
    HOLD = "hold"
    INTERRUPT = "interrupt"


class LoadRole(StrEnum):
    """What an avatar is loaded for."""

    AIR = "air"  # draw it from now on
    NEXT = "next"  # only have it ready


class FeedMix(StrEnum):
    """Whose sound goes to the second output: in-ear monitors, a recorder, the press."""

    BOTH = "both"
    HOST = "host"  # what the host says by itself
    MC = "mc"  # the microphone, as long as it drives the host


class LineCondition(StrEnum):
    """How a sound line is."""

    NONE = "none"  # nobody chose a device
    OPENING = "opening"
    OK = "ok"
    MISSING = "missing"
    FILE = "file"  # a file stands in for the microphone


class FaultKind(StrEnum):
    """What a fault is about that playout, the engine or the emergency keys report to the console."""

    MICROPHONE = "microphone"
    MICROPHONE_FILE = "microphone file"
    LOUDSPEAKER = "loudspeaker"
    FEEDBACK = "feedback"
    SAY = "say"  # a sound file that is to be said
    SLATE = "slate"
    IDLE = "idle"
    DELAY = "delay"
    COMMAND = "command"
    RINGS = "rings"
    DRIVER = "driver"
    FACES = "faces"
    EMERGENCY = "emergency"
    GROUND = "ground"
