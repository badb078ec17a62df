"""The words between the question desk and its neighbours: how answers are handled, and what is to be carried out."""

from __future__ import annotations

from dataclasses import dataclass

from console.show.core.enums import Approval, Unattended
from console.show.rundown.preset import Preset


@dataclass(frozen=True)
class Policy:
    """How a preset wants its answers handled.

    Attributes:
        approval: who lets an answer out.
        unattended: what happens when the operator does nothing for `after_s` seconds.
        safe_line: what may always be said in place of an answer; "" for none.
        standby_line: what is said while the hall waits; "" for none.
    """

    approval: Approval = Approval.FIRST
    unattended: Unattended = Unattended.STAY
    after_s: float = 30.0
    safe_line: str = ""
    standby_line: str = ""


@dataclass(frozen=True)
class Exchange:
    """What was asked, and what of the answer the hall has heard."""

    question: str
    heard: str


@dataclass(frozen=True)
class Think:
    """Command: think about a question, for this turn.

    Attributes:
        turn: its number.
        question: as it was asked.
        history: what was asked and heard before.
        clauses: a first clause is wanted before its sentence is whole: nobody has to read it first.
    """

    turn: int
    question: str
    history: tuple[Exchange, ...]
    clauses: bool = False


@dataclass(frozen=True)
class StopTurn:
    """Command: whatever is thought, voiced or queued with this turn is to be stopped and dropped."""

    turn: int


@dataclass(frozen=True)
class StopThinking:
    """Command: no more words are wanted for this turn; what is being spoken goes on."""

    turn: int


@dataclass(frozen=True)
class Utterance:
    """Command: one piece for the voice.

    Attributes:
        turn: whose it is.
        number: its sentence's; 0 for a stand-by line, whose turn is its own.
        text: what is said.
        released: it was held, and a hand let it out all the same.
    """

    turn: int
    number: int
    text: str
    released: bool = False


@dataclass(frozen=True)
class EndSpeech:
    """Command: what was given to the voice of this turn was all of it."""

    turn: int


AnswerCommand = Think | StopTurn | StopThinking | Utterance | EndSpeech


@dataclass(frozen=True)
class Decision:
    """What became of an event.

    Attributes:
        accepted: it was done.
        reason: why not, in one sentence.
        commands: what is now to be carried out, in this order.
        stays: of an answer that broke off, the text from which another thinker goes on.
    """

    accepted: bool = True
    reason: str = ""
    commands: tuple[AnswerCommand, ...] = ()
    stays: str = ""


def refused(reason: str) -> Decision:
    """The decision that nothing is done."""
    return Decision(False, reason)


def policy_of(preset: Preset) -> Policy:
    """How a preset wants its answers handled."""
    return Policy(preset.approval, preset.unattended, preset.unattended_s, preset.safe_line, preset.standby_line)
