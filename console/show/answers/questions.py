"""The desk where answers are approved: what was asked, what would be answered, and what of it may be voiced.

Pure logic. The console reaches it by `inbox.py` alone: the thinker writes, the operator judges, and the voice gets what
`to_voice` hands out and nothing else. Every draft has a turn number; what comes with the number of a turn that is over
changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from console.show.answers import judging
from console.show.answers.approval import (
    AnswerCommand,
    Decision,
    Exchange,
    Policy,
    StopThinking,
    StopTurn,
    Think,
    Utterance,
    refused,
)
from console.show.answers.draft import KEPT, OPEN, OUT, Draft, DraftSentence, HeldBack, SentenceState, nothing_held
from console.show.answers.history import ConversationHistory
from console.show.answers.question_queue import Question, QuestionError, QuestionQueue
from console.show.core.enums import Approval, Unattended
from console.show.effects.answers import QuestionSource

MOST_SENTENCES = 60
"""Of one draft. More is not an answer any more: the thinker is stopped."""

OLD = "This answer was thought for the preset before: read it, or press AGAIN."


class QuestionDesk:
    """Questions in, approved sentences out. Never raises at a verb of the operator's.

    Attributes:
        policy: of the preset that is on; a change holds from the next sentence on.
        waiting: the questions that nobody has answered yet.
        draft: the answer on the desk, or None.
        paused: after an INTERRUPT no waiting question is begun by itself.
    """

    def __init__(
        self,
        policy: Policy,
        *,
        clock: Callable[[], float],
        turns: Callable[[], int],
        check: Callable[[str], HeldBack | None] = nothing_held,
        check_question: Callable[[str], HeldBack | None] = nothing_held,
        check_border: Callable[[str, str], HeldBack | None] = nothing_held,
        check_line: Callable[[str], HeldBack | None] = nothing_held,
    ) -> None:
        """Opens the desk.

        Args:
            policy: how answers are handled.
            clock: seconds that do not run backwards.
            turns: gives the number of a new turn; each is larger than the one before.
            check: says what is wrong with a sentence that would be spoken, or None. It judges every text that comes
                from a thinker or from an edit; no way to the voice goes past it but an operator's `release`.
            check_question: says what is wrong with a question, or None.
            check_border: says what is wrong with a sentence behind what is said before it, or None.
            check_line: says what is wrong with a line that the preset has, or None.
        """
        self.policy = policy
        self.waiting = QuestionQueue()
        self.draft: Draft | None = None
        self.paused = False
        self._clock, self._turns = clock, turns
        self._check, self._check_question = check, check_question
        self._check_border, self._check_line = check_border, check_line
        self._hand_at = clock()
        self._history = ConversationHistory()
        self._lines: dict[int, tuple[str, bool]] = {}  # stand-by lines: turn → text, given to the voice

    @property
    def history(self) -> tuple[Exchange, ...]:
        """What was asked and heard, the newest last."""
        return self._history.exchanges

    # -- the queue ---------------------------------------------------------------------------------------------

    def ask(self, text: str, source: QuestionSource = QuestionSource.TYPED) -> Decision:
        """One more question. It is thought about at once when the desk is free and nothing holds it."""
        try:
            self.waiting.add(text, source, self._clock(), self._check_question(text))
        except QuestionError as fault:
            return refused(str(fault))
        self.paused = False
        return Decision(commands=self._begin())

    def merge(self, numbers: Sequence[int]) -> Decision:
        """Several questions become one, in the first one's place."""
        return self._queue(lambda: self.waiting.merge(numbers))

    def move(self, number: int, by: int) -> Decision:
        """A question goes `by` places further back, or forward when negative."""
        return self._queue(lambda: self.waiting.move(number, by))

    def drop(self, number: int) -> Decision:
        """A question is not answered."""
        return self._queue(lambda: self.waiting.pop(number))

    def reword(self, number: int, text: str) -> Decision:
        """Another text for a question; it is looked at again."""
        return self._queue(lambda: self.waiting.change(number, text, self._check_question(text)))

    def release_question(self, number: int) -> Decision:
        """A held question may be answered: the operator has read it."""
        return self._queue(lambda: self.waiting.release(number))

    def start(self, number: int | None = None) -> Decision:
        """This question comes on the desk, or the next one; what lies there unspoken is rejected."""
        if self.draft is not None and not self.draft.silent:
            return refused(judging.SPOKEN)
        try:
            question = self.waiting.pop(number)
        except QuestionError as fault:
            return refused(str(fault))
        if question is None:
            return refused(judging.NONE_WAITING)
        self.paused = False
        return Decision(commands=self._close() + self._open(question.text))

    # -- the thinker -------------------------------------------------------------------------------------------

    def wants(self, turn: int) -> bool:
        """More of this turn's answer is wanted."""
        return self._thinking(turn) is not None

    def write(self, turn: int, tail: str) -> None:
        """The words after the last whole sentence, as far as they are written."""
        if draft := self._thinking(turn):
            draft.tail = tail

    def add(self, turn: int, text: str, *, ends: bool = True, held: HeldBack | None = None) -> bool:
        """One more sentence is whole, or a first clause (`ends` False) that may go out early.

        Args:
            held: why it is held whatever it says, or None.

        Returns:
            False when nothing more of this turn is wanted: the thinker is to be stopped.
        """
        draft = self._thinking(turn)
        text = text.strip()
        if draft is None:
            return False
        draft.tail = ""
        if text:
            if not draft.numbers(OPEN):
                self._hand_at = self._clock()  # the operator's time begins with the first that waits
            draft.sentences.append(self._judged(text, draft.before(len(draft.sentences), KEPT), ends=ends))
            if held is not None and draft.sentences[-1].hold is None:
                draft.hold(len(draft.sentences) - 1, held)
        return len(draft.sentences) < MOST_SENTENCES

    def credit(self, turn: int, by: str, source: str = "") -> None:
        """Who answers, and where it is from."""
        if draft := self._thinking(turn):
            draft.by, draft.source = by, source

    def add_note(self, turn: int, sentence: str) -> None:
        """Something went wrong on the way, as a fall-back: the operator sees it beside the draft."""
        if draft := self._thinking(turn):
            draft.notes = (*draft.notes, sentence)[-5:]

    def break_off(self, turn: int) -> str:
        """A thinker died: an unfinished last sentence goes, unless somebody approved it. The text that stays."""
        draft = self._thinking(turn)
        return draft.break_off() if draft else ""

    def finish(self, turn: int, note: str = "") -> Decision:
        """No more comes; `note` says why when it should have."""
        draft = self._thinking(turn)
        if draft is None:
            return Decision(False, judging.LOST)
        if note:
            draft.notes = (*draft.notes, note)[-5:]
        draft.tail, draft.thinking = "", False
        if not draft.sentences:
            self._hand_at = self._clock()
        return Decision(commands=self._settle())

    # -- the operator's hands ----------------------------------------------------------------------------------

    def approve(self, turn: int, *, shown: int | None = None) -> Decision:
        """What waits may be spoken: all of it, or with *approve each* the next sentence only.

        Args:
            shown: how many sentences the operator's window showed at the press. What came later stays undecided.
        """
        if self.policy.approval is Approval.EACH:
            return self.approve_next(turn, shown=shown)
        return self._approve(turn, shown, most=None)

    def approve_next(self, turn: int, *, shown: int | None = None) -> Decision:
        """The next sentence that waits may be spoken, and no other."""
        return self._approve(turn, shown, most=1)

    def edit(self, turn: int, number: int, text: str) -> Decision:
        """Another text for one sentence. It is checked and waits, whatever it was before."""
        text = text.strip()
        if not text:
            return self.reject_one(turn, number)
        draft, reason = self._open_sentence(turn, number)
        if draft is None:
            return refused(reason)
        draft.sentences[number] = replace(self._judged(text, draft.before(number, KEPT)), own=True)
        return Decision()

    def rewrite(self, turn: int, texts: Sequence[str]) -> Decision:
        """The operator's own sentences in place of all that is undecided; the thinker is stopped."""
        draft = self._mine(turn)
        if draft is None:
            return refused(judging.LOST)
        self.touched()
        draft.drop_open()
        room = MOST_SENTENCES - len(draft.sentences)
        for text in [each.strip() for each in texts if each.strip()][:room]:
            judged = self._judged(text, draft.before(len(draft.sentences), KEPT))
            draft.sentences.append(replace(judged, own=True))
        if not draft.sentences:
            return Decision(commands=self._close())
        return Decision(commands=(StopThinking(turn), *self._settle()))

    def again(self, turn: int) -> Decision:
        """Another answer to the same question, as a turn of its own."""
        draft = self._mine(turn)
        if draft is None:
            return refused(judging.LOST)
        if not draft.silent:
            return refused(judging.SPOKEN)
        self.touched()
        question = draft.question
        return Decision(commands=self._close() + self._open(question))

    def reject(self, turn: int) -> Decision:
        """Nothing more of this answer is spoken; what is being spoken goes to its end."""
        draft = self._mine(turn)
        if draft is None:
            return refused(judging.LOST)
        self.touched()
        return Decision(commands=self._reject(draft))

    def reject_one(self, turn: int, number: int) -> Decision:
        """One sentence is left out."""
        draft, reason = self._open_sentence(turn, number)
        if draft is None:
            return refused(reason)
        draft.change(number, SentenceState.REJECTED)
        return Decision(commands=self._settle())

    def release(self, turn: int, number: int) -> Decision:
        """One held sentence may be spoken all the same: the operator has read why it was held."""
        draft = self._mine(turn)
        if draft is None:
            return refused(judging.LOST)
        if not 0 <= number < len(draft.sentences) or draft.sentences[number].state is not SentenceState.HELD:
            return refused(judging.NOT_HELD)
        self.touched()
        draft.change(number, SentenceState.APPROVED)
        return Decision()

    def use_safe_line(self, turn: int) -> Decision:
        """The preset's safe line in place of all that was not spoken yet."""
        draft = self._mine(turn)
        if draft is None:
            return refused(judging.LOST)
        if not self.policy.safe_line.strip():
            return refused(judging.NO_SAFE_LINE)
        if held := self._check_line(self.policy.safe_line):
            return refused(held.reason)
        self.touched()
        return Decision(commands=self._safe(draft))

    def stand_by(self) -> Decision:
        """The preset's stand-by line is spoken now, while the answer is being made."""
        text = self.policy.standby_line.strip()
        if not text:
            return refused(judging.NO_STANDBY_LINE)
        if self._lines or (self.draft is not None and not self.draft.silent):
            return refused("The avatar is speaking already.")
        if held := self._check_line(text):
            return refused(held.reason)
        self.touched()
        self._lines[self._turns()] = (text, False)
        return Decision()

    def interrupt(self) -> Decision:
        """All that is spoken or about to be is over. What was heard stays in the history, and nothing else does."""
        commands: tuple[AnswerCommand, ...] = tuple(StopTurn(turn) for turn in self._lines)
        self._lines.clear()
        self.touched()
        self.paused = True
        return Decision(commands=commands + self._close())

    # -- the preset --------------------------------------------------------------------------------------------

    def preset_taken(self) -> Decision:
        """Another preset was put on: what was spoken for the one before is over, and nothing of it is let out any more.

        An answer of which nothing was voiced stays on the desk, for a hand to judge.
        """
        commands: tuple[AnswerCommand, ...] = tuple(StopTurn(turn) for turn in self._lines)
        self._lines.clear()
        draft = self.draft
        if draft is None:
            return Decision(commands=commands)
        self.touched()
        if not draft.silent:
            return Decision(commands=commands + self._close() + self._begin())
        draft.withdraw_approval()
        draft.by_hand, draft.notes = True, (*(note for note in draft.notes if note != OLD), OLD)[-5:]
        return Decision(commands=commands)

    def judge_again(self) -> None:
        """Other words are held than before: what was not voiced yet is judged again."""
        if self.draft is not None:
            self.draft.judge_again(self._check, self._unheld)

    # -- the voice ---------------------------------------------------------------------------------------------

    def to_voice(self) -> tuple[Utterance, ...]:
        """What may be voiced now and was not handed out before, in the order of speech. It counts as voiced."""
        given = [Utterance(turn, 0, text) for turn, (text, out) in self._lines.items() if not out]
        self._lines = {turn: (text, True) for turn, (text, _) in self._lines.items()}
        if self.draft is not None:
            for number in list(self.draft.speakable()):
                if held := self._across(self.draft, number):
                    self.draft.hold(number, held)
                    break
                self.draft.change(number, SentenceState.VOICED)
                sentence = self.draft.sentences[number]
                given.append(Utterance(self.draft.turn, number, sentence.text, sentence.hold is not None))
        return tuple(given)

    def partly_heard(self, turn: int, number: int, text: str) -> None:
        """So much of a sentence has been heard by now."""
        draft = self._mine(turn)
        if draft and number in draft.numbers(OUT):
            draft.sentences[number] = replace(draft.sentences[number], heard=text)

    def heard(self, turn: int, number: int) -> Decision:
        """The last sample of a sentence, or of a stand-by line, has gone out."""
        if self._lines.pop(turn, None) is not None:
            return Decision()
        draft = self._mine(turn)
        if draft is None or number not in draft.numbers(OUT):
            return Decision(False, judging.LOST)
        sentence = draft.sentences[number]
        draft.sentences[number] = replace(sentence, state=SentenceState.HEARD, heard=sentence.text)
        return Decision(commands=self._settle())

    def unvoiced(self, turn: int, numbers: Sequence[int]) -> Decision:
        """No voice can speak these sentences, nor any other of this answer: what was heard stays."""
        if self._lines.pop(turn, None) is not None:
            return Decision()
        draft = self._mine(turn)
        if draft is None:
            return Decision(False, judging.LOST)
        for number in numbers:
            if draft.sentences[number].state is SentenceState.VOICED:
                draft.change(number, SentenceState.REJECTED)
        return Decision(commands=self._reject(draft))

    def correct_heard(self, turn: int, text: str) -> None:
        """Playout's last word on a turn that was cut: what is remembered of it is what the hall has heard."""
        self._history.correct(turn, text)

    # -- time --------------------------------------------------------------------------------------------------

    def tick(self) -> Decision:
        """Applies the time-out rule, and begins the next question when the desk is free. A few times a second."""
        draft, policy = self.draft, self.policy
        if (
            draft is not None
            and draft.undecided
            and policy.unattended is not Unattended.STAY
            and self._clock() - self._hand_at >= policy.after_s
        ):
            self._hand_at = self._clock()
            safe = policy.unattended is Unattended.SAFE and policy.safe_line.strip()
            safe = safe if self._check_line(policy.safe_line) is None else ""
            return Decision(commands=self._safe(draft) if safe else self._reject(draft))
        return Decision(commands=self._begin())

    def unattended_s(self) -> float | None:
        """Seconds until the time-out rule acts; None while it does not count."""
        if self.draft is None or not self.draft.undecided or self.policy.unattended is Unattended.STAY:
            return None
        return max(0.0, self.policy.after_s - (self._clock() - self._hand_at))

    def touched(self) -> None:
        """The operator is at it (is typing an edit): the time-out begins again."""
        self._hand_at = self._clock()

    # -- inside ------------------------------------------------------------------------------------------------

    def _mine(self, turn: int) -> Draft | None:
        return self.draft if self.draft is not None and self.draft.turn == turn else None

    def _thinking(self, turn: int) -> Draft | None:
        draft = self._mine(turn)
        return draft if draft is not None and draft.thinking else None

    def _across(self, draft: Draft, number: int) -> HeldBack | None:
        """Why a sentence must not follow what was let out before it; a hand may release it all the same."""
        sentence = draft.sentences[number]
        return self._check_border(draft.before(number, OUT), sentence.text) if sentence.hold is None else None

    def _judged(self, text: str, before: str, *, ends: bool = True) -> DraftSentence:
        hold = self._check(text) or self._check_border(before, text)
        if hold is not None:
            return DraftSentence(text, SentenceState.HELD, hold, ends)
        return DraftSentence(text, self._unheld, None, ends)

    @property
    def _unheld(self) -> SentenceState:
        auto = self.policy.approval is Approval.AUTO and not (self.draft is not None and self.draft.by_hand)
        return SentenceState.APPROVED if auto else SentenceState.WAITING

    def _approve(self, turn: int, shown: int | None, most: int | None) -> Decision:
        draft = self._mine(turn)
        if draft is None:
            return refused(judging.LOST)
        self.touched()
        if why := judging.nothing_to_approve(draft, shown):
            return refused(why)
        for number in draft.waiting(shown)[:most]:
            draft.change(number, SentenceState.APPROVED)
        return Decision()

    def _open_sentence(self, turn: int, number: int) -> tuple[Draft | None, str]:
        """The draft, when this sentence of it can still be changed by words; or why not."""
        draft = self._mine(turn)
        if draft is None:
            return None, judging.LOST
        if not 0 <= number < len(draft.sentences):
            return None, judging.GONE
        if draft.sentences[number].state in OUT:
            return None, judging.SPOKEN
        self.touched()
        return draft, ""

    def _reject(self, draft: Draft) -> tuple[AnswerCommand, ...]:
        """All that is not out yet is rejected; a draft of which nothing is out goes."""
        if draft.silent:
            return (*self._close(), *self._begin())
        draft.drop_rest()
        return (StopThinking(draft.turn), *self._settle())

    def _safe(self, draft: Draft) -> tuple[AnswerCommand, ...]:
        draft.drop_rest()
        # The preset's own words: the operator approved them when they were written.
        draft.sentences.append(DraftSentence(self.policy.safe_line.strip(), SentenceState.APPROVED, own=True))
        return (StopThinking(draft.turn),)

    def _settle(self) -> tuple[AnswerCommand, ...]:
        """Puts a draft of which nothing more can come away, and begins the next question."""
        draft = self.draft
        if draft is None or not draft.closed:
            return ()
        self._history.remember(draft)
        self.draft = None
        return self._begin()

    def _close(self) -> tuple[AnswerCommand, ...]:
        """Takes the draft off the desk, whatever its state."""
        draft = self.draft
        if draft is None:
            return ()
        self._history.remember(draft)
        self.draft = None
        return (StopTurn(draft.turn),)

    def _begin(self) -> tuple[AnswerCommand, ...]:
        if self.draft is not None or self.paused:
            return ()
        question = self.waiting.pop()
        return self._open(question.text) if question else ()

    def _open(self, question: str) -> tuple[AnswerCommand, ...]:
        self.touched()
        self.draft = Draft(self._turns(), question)
        return (Think(self.draft.turn, question, self.history, self.policy.approval is Approval.AUTO),)

    def _queue(self, change: Callable[[], Question | None]) -> Decision:
        try:
            change()
        except QuestionError as fault:
            return refused(str(fault))
        return Decision(commands=self._begin())
