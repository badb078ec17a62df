"""The few kinds of things that a preset, a setting and an action choose from."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """What drives the avatar's voice and face."""

    MIRROR = "mirror"
    ANSWER = "answer"
    SAY = "say"


class Pa(StrEnum):
    """How the MC's voice reaches the hall in MIRROR."""

    THROUGH = "through"  # through Compere, delayed by the lip delay: perfect sync
    DIRECT = "direct"  # past Compere, at once: the lips trail


class SlateKind(StrEnum):
    """The safe picture that playout shows whenever the avatar is not on air."""

    TITLE = "title"  # the show's name on a plain ground, or the plain ground alone
    PICTURE = "picture"
    BLACK = "black"


class PatternKind(StrEnum):
    """What stands in the slate's place while nothing is on air."""

    OFF = "off"  # the slate itself
    CARD = "card"
    BEEP = "beep"  # the card with the lip-sync test
    IDENTIFY = "identify"


class PresetSlate(StrEnum):
    """The slate as a preset has it: its own, or the event's."""

    EVENT = ""
    TITLE = "title"
    PICTURE = "picture"
    BLACK = "black"


class PresetOutputs(StrEnum):
    """What must be on air beside the hall while a preset is on."""

    NONE = ""
    STREAM = "stream"
    RECORDING = "recording"
    BOTH = "both"

    @property
    def stream(self) -> bool:
        """A stream is among it."""
        return self in (PresetOutputs.STREAM, PresetOutputs.BOTH)

    @property
    def recording(self) -> bool:
        """The recording is among it."""
        return self in (PresetOutputs.RECORDING, PresetOutputs.BOTH)


class PresetPa(StrEnum):
    """The PA as a preset has it: its own, or the event's."""

    EVENT = ""
    THROUGH = "through"
    DIRECT = "direct"


class Approval(StrEnum):
    """Who lets an answer of the avatar's out into the hall."""

    AUTO = "auto"  # what the safety lets through is spoken at once
    FIRST = "first"  # nothing before the operator approves it, all that is to be seen at a press
    EACH = "each"  # nothing before the operator approves it, one sentence at a press


class Unattended(StrEnum):
    """What becomes of an answer that waits for the operator, when no hand comes."""

    STAY = "stay"  # it waits on
    SAFE = "safe"  # the preset's safe line is spoken in its place
    DROP = "drop"  # it is rejected


class AfterLines(StrEnum):
    """What drives the host once a line that was said in between has ended."""

    BACK = "back"  # what drove it before: the MC's voice, or questions
    STAY = "stay"  # SAY, for the next line


class AnswerLanguage(StrEnum):
    """What the avatar answers in."""

    ASKED = ""  # in that of the question
    ENGLISH = "en"
    MANDARIN_TW = "zh-TW"
    MANDARIN_CN = "zh-CN"
    CANTONESE = "yue"


class CaptionPlace(StrEnum):
    """Where the hall reads."""

    BOTTOM = "bottom"
    TOP = "top"


class CaptionLanguage(StrEnum):
    """In which other language the hall reads what is heard, below the first one."""

    NONE = ""
    ENGLISH = "en"
    MANDARIN_TW = "zh-TW"
    MANDARIN_CN = "zh-CN"
    CANTONESE = "yue"


class Echo(StrEnum):
    """What keeps the avatar from hearing itself while the microphone is open for questions."""

    GATE = "gate"  # the microphone is shut while the avatar speaks
    CANCEL = "cancel"  # the hall's sound is taken out of it, so that somebody may ask over the avatar
