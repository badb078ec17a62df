"""A drafted answer: its sentences, each with what has become of it. Plain data and rules; no clock, no I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum


@dataclass(frozen=True)
class HeldBack:
    """Why a text must not be spoken as it is.

    Attributes:
        reason: one sentence for the operator.
        matched: the part that is meant, as it stands in the text; "" when it is the whole.
        where: first character of that part and the one after its last; (0, 0) when it is the whole.
    """

    reason: str
    matched: str = ""
    where: tuple[int, int] = (0, 0)


def nothing_held(*texts: str) -> HeldBack | None:
    """The safety that lets everything through."""
    return None


class SentenceState(StrEnum):
    """How far a sentence has come. What is still being written is no sentence yet: it is the draft's tail."""

    HELD = "held"  # the safety found something: only an edit, a release or the safe line help
    WAITING = "waiting"  # for the operator
    APPROVED = "approved"
    REJECTED = "rejected"
    VOICED = "voiced"  # given to the voice; it may be heard at any moment
    HEARD = "heard"  # its last sample has gone out


OPEN = frozenset({SentenceState.HELD, SentenceState.WAITING})
"""Somebody must decide."""

OUT = frozenset({SentenceState.VOICED, SentenceState.HEARD})
"""It cannot be taken back by words: INTERRUPT is the way."""

KEPT = frozenset(SentenceState) - {SentenceState.REJECTED}

DONE = frozenset({SentenceState.REJECTED, SentenceState.HEARD})


NOT_LOADED = HeldBack("The preset's words that must not be said are being read: this is checked when they are there.")
"""Of what comes before anybody can check it: it is judged as soon as somebody can."""


@dataclass(frozen=True)
class DraftSentence:
    """One piece of a draft that is approved, edited or rejected by itself.

    Attributes:
        text: with the space that belongs behind it taken off.
        state: how far it has come.
        hold: why it is held; kept when it was released, for the log.
        ends: it ends a sentence. False for a first clause that goes out early.
        own: it is the operator's: edited, or the safe line.
        heard: what of it was heard.
    """

    text: str
    state: SentenceState
    hold: HeldBack | None = None
    ends: bool = True
    own: bool = False
    heard: str = ""


@dataclass
class Draft:
    """The answer to one question, growing.

    Attributes:
        turn: its number; what comes with another one is not for this draft.
        question: as it was asked.
        sentences: in the order of speech. A sentence never leaves its place: its number is its name.
        tail: what is written after the last of them, word by word.
        thinking: more may come.
        by: who answers, as "Facts"; "" before the first word.
        source: where it is from, as "facts.md:12", or "".
        notes: a sentence for each thing that went wrong, the newest last.
        by_hand: nothing of it goes out unless a hand lets it out, whoever approves answers otherwise.
    """

    turn: int
    question: str
    sentences: list[DraftSentence] = field(default_factory=list)
    tail: str = ""
    thinking: bool = True
    by: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    by_hand: bool = False

    def change(self, number: int, state: SentenceState) -> None:
        """A sentence has come further."""
        self.sentences[number] = replace(self.sentences[number], state=state)

    def numbers(self, states: frozenset[SentenceState]) -> list[int]:
        """Which sentences are in one of these states."""
        return [number for number, sentence in enumerate(self.sentences) if sentence.state in states]

    def waiting(self, shown: int | None = None) -> list[int]:
        """Which of the first `shown` sentences (None: of all) wait for approval."""
        seen = len(self.sentences) if shown is None else shown
        return [number for number in self.numbers(frozenset({SentenceState.WAITING})) if number < seen]

    def speakable(self) -> Iterator[int]:
        """The approved sentences that are next, in their order: an undecided one holds back all behind it."""
        for number, sentence in enumerate(self.sentences):
            if sentence.state in OPEN:
                return
            if sentence.state is SentenceState.APPROVED:
                yield number

    def withdraw_approval(self) -> None:
        """What was approved and not voiced yet is undecided again: held where it was, else waiting."""
        for number in self.numbers(frozenset({SentenceState.APPROVED})):
            held = self.sentences[number].hold is not None
            self.change(number, SentenceState.HELD if held else SentenceState.WAITING)

    def hold(self, number: int, why: HeldBack) -> None:
        """A sentence must not be spoken as it is."""
        self.sentences[number] = replace(self.sentences[number], state=SentenceState.HELD, hold=why)

    def drop_open(self) -> None:
        """Whatever is undecided is rejected, and no more is wanted."""
        for number in self.numbers(OPEN):
            self.change(number, SentenceState.REJECTED)
        self.tail, self.thinking = "", False

    def drop_rest(self) -> None:
        """Whatever is not out yet is rejected, and no more is wanted."""
        for number in range(len(self.sentences)):
            if self.sentences[number].state not in OUT:
                self.change(number, SentenceState.REJECTED)
        self.tail, self.thinking = "", False

    def before(self, number: int, states: frozenset[SentenceState]) -> str:
        """What stands before a sentence, of the sentences in one of these states."""
        return joined([each.text for each in self.sentences[:number] if each.state in states])

    def judge_again(self, check: Callable[[str], HeldBack | None], unheld: SentenceState) -> None:
        """Judges again what was not voiced yet; what a hand released stays released, and nothing is let out.

        Args:
            check: says what is wrong with a sentence, or None.
            unheld: what becomes of one that nobody could check until now, when nothing holds it.
        """
        for number in self.numbers(OPEN | {SentenceState.APPROVED}):
            sentence = self.sentences[number]
            if sentence.state is SentenceState.APPROVED and sentence.hold is not None:
                continue
            hold = check(sentence.text)
            if hold is not None:
                self.sentences[number] = replace(sentence, state=SentenceState.HELD, hold=hold)
            elif sentence.state is SentenceState.HELD:
                state = unheld if sentence.hold == NOT_LOADED else SentenceState.WAITING
                self.sentences[number] = replace(sentence, state=state, hold=None)

    def break_off(self) -> str:
        """Drops a last sentence that was never finished, as far as nobody has approved it.

        Returns:
            the text that stays, for whoever is to go on from there.
        """
        self.tail = ""
        for number in reversed(range(len(self.sentences))):
            sentence = self.sentences[number]
            if sentence.ends or sentence.state not in OPEN:
                break
            self.change(number, SentenceState.REJECTED)
        return joined([each.text for each in self.sentences if each.state is not SentenceState.REJECTED])

    @property
    def silent(self) -> bool:
        """Nothing of it has been given to the voice."""
        return not self.numbers(OUT)

    @property
    def all_voiced(self) -> bool:
        """Nothing more of it can come to the voice."""
        return not self.thinking and not self.numbers(OPEN | {SentenceState.APPROVED})

    @property
    def closed(self) -> bool:
        """Nothing can come of it any more, and something did: it is over."""
        return not self.thinking and bool(self.sentences) and all(each.state in DONE for each in self.sentences)

    @property
    def undecided(self) -> bool:
        """It waits for the operator: something is open, or nobody knew an answer."""
        return bool(self.numbers(OPEN)) or not (self.thinking or self.sentences)

    @property
    def heard(self) -> str:
        """What the hall has heard of it."""
        return joined([sentence.heard for sentence in self.sentences if sentence.heard])


def joined(texts: list[str]) -> str:
    """Sentences as one text: a space between them where the script has one."""
    whole = ""
    for text in texts:
        spaced = whole and text and whole[-1].isascii() and not whole[-1].isspace()
        whole += f" {text}" if spaced else text
    return whole
