"""What happens to questions and answers, as plain data: what `DeskInbox.receive` takes.

The thinker's and the voice's events bear their turn's number: those of a turn that is over change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from console.show.answers.draft import HeldBack
from console.show.effects.answers import AskQuestion, JudgeAnswer, SortQuestion

# -- from the thinker ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnswererNamed:
    """Who answers, and where the answer is from, or ""."""

    turn: int
    by: str
    source: str = ""


@dataclass(frozen=True)
class WordsWritten:
    """All the words after the last whole sentence."""

    turn: int
    tail: str


@dataclass(frozen=True)
class SentenceWritten:
    """One more sentence is whole, or a first clause.

    Attributes:
        turn: whose it is.
        text: the sentence.
        ends: it ends a sentence; False for a first clause that may go out early.
        held: why it is held whatever it says, or None.
    """

    turn: int
    text: str
    ends: bool = True
    held: HeldBack | None = None


@dataclass(frozen=True)
class ThinkingFault:
    """Something went wrong on the way to the answer, in one sentence for the operator.

    Attributes:
        turn: whose.
        sentence: what, and what now.
        failed: a provider of answers failed. False where one only stopped early.
    """

    turn: int
    sentence: str
    failed: bool = True


@dataclass(frozen=True)
class ThinkingBroke:
    """A thinker ended in the middle of its answer. The decision says what of it stays."""

    turn: int


@dataclass(frozen=True)
class ThinkingEnded:
    """No more of the answer comes; `note` says why when it should have."""

    turn: int
    note: str = ""


# -- from the voice ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class VoiceReady:
    """Whatever may be voiced now can be: a voice has ended, or the avatar is on air."""


@dataclass(frozen=True)
class SentencePartlyHeard:
    """So much of a sentence has been heard by now."""

    turn: int
    number: int
    text: str


@dataclass(frozen=True)
class SentenceHeard:
    """The last sample of a sentence, or of a stand-by line, has gone out."""

    turn: int
    number: int


@dataclass(frozen=True)
class SpeechFailed:
    """No voice can speak these sentences, nor any other of this answer."""

    turn: int
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class SpeechCut:
    """Playout's last word on a turn that was cut: all that the hall has heard of it."""

    turn: int
    heard: str


# -- from the show -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Interrupted:
    """All that is spoken or about to be is over."""


@dataclass(frozen=True)
class PresetTaken:
    """Another preset was put on."""


@dataclass(frozen=True)
class TimePassed:
    """A few times a second: the time-out rule is applied, and the next question begun when the desk is free."""


DeskEvent = (
    AskQuestion
    | JudgeAnswer
    | SortQuestion
    | AnswererNamed
    | WordsWritten
    | SentenceWritten
    | ThinkingFault
    | ThinkingBroke
    | ThinkingEnded
    | VoiceReady
    | SentencePartlyHeard
    | SentenceHeard
    | SpeechFailed
    | SpeechCut
    | Interrupted
    | PresetTaken
    | TimePassed
)
"""What the operator asks for, and what happens."""
