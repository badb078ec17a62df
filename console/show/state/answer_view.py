"""The question desk as the window shows it: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.show.answers.abilities import Abilities
from console.show.answers.approval import Exchange
from console.show.answers.draft import DONE, Draft, DraftSentence
from console.show.answers.question_queue import Question
from console.show.core.enums import Approval


@dataclass(frozen=True)
class DraftView:
    """The answer on the desk, as it is now; the fields are those of `Draft`."""

    turn: int
    question: str
    sentences: tuple[DraftSentence, ...]
    tail: str
    thinking: bool
    by: str
    source: str
    notes: tuple[str, ...]

    @classmethod
    def of(cls, draft: Draft) -> DraftView:
        """A copy that does not grow."""
        return cls(
            draft.turn, draft.question, tuple(draft.sentences), draft.tail,
            draft.thinking, draft.by, draft.source, draft.notes,
        )  # fmt: skip


@dataclass(frozen=True)
class AnswerView:
    """What there is of questions and answers.

    Attributes:
        ready: the preset that is on can answer.
        fault: why it cannot, in one sentence, or "".
        by: who answers, in order, as "Facts, Groq".
        leaves: one line on what leaves this machine, for each who would be asked now to think, to hear or to speak.
        waiting: the questions before the desk, the next one first.
        draft: the answer on the desk, or None.
        approval: who lets it out.
        unattended_s: seconds until the time-out rule acts; None while it does not count.
        safe_line, standby_line: the preset's, or "".
        paused: after an INTERRUPT no question is begun by itself.
        abilities: item id → what each preset of the show can do now.
        now: the same of the preset that is on; off the air of the one that GO LIVE puts on.
        ear: `off`, `deaf` (there is a microphone, and nobody who could find the words), `ready`, `hearing` or
            `reading` (the words of a question are being found).
        partial: the words of the question that is being spoken, as far as they are known.
        hearing_s: since it began, in seconds.
        ear_level: how loud it is, 0 to 1.
        hears: who hears, in order, as "Groq, Whisper on this machine"; "" when nobody can.
        last: what was asked and heard last.
        stages: milliseconds after the end of the last question at which each stage was reached: heard, thought,
            drafted, approved, voiced, shown.
    """

    ready: bool = False
    fault: str = ""
    by: str = ""
    leaves: tuple[str, ...] = ()
    waiting: tuple[Question, ...] = ()
    draft: DraftView | None = None
    approval: Approval = Approval.FIRST
    unattended_s: float | None = None
    safe_line: str = ""
    standby_line: str = ""
    paused: bool = False
    abilities: Mapping[str, Abilities] = field(default_factory=dict)
    now: Abilities = field(default_factory=Abilities)
    ear: str = "off"
    partial: str = ""
    hearing_s: float = 0.0
    ear_level: float = 0.0
    hears: str = ""
    last: Exchange | None = None
    stages: Mapping[str, float] = field(default_factory=dict)

    @property
    def under_way(self) -> bool:
        """Something may still become of the answer on the desk: it grows, waits for a hand, or is being spoken."""
        draft = self.draft
        return draft is not None and (draft.thinking or any(each.state not in DONE for each in draft.sentences))
