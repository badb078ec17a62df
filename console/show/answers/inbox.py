"""The one way to the question desk: an event comes in, a decision goes out.

    decision = inbox.receive(AskQuestion("Where is the cloakroom?"))    → commands=(Think(7, …),)
    inbox.receive(SentenceWritten(7, "By the east door."))              → commands=()
    inbox.receive(JudgeAnswer(AnswerVerb.APPROVE, turn=7))              → commands=(Utterance(7, 0, …),)
    inbox.receive(ThinkingEnded(7))                                     → commands=(EndSpeech(7),)
    inbox.receive(SentenceHeard(7, 0))                                  → commands=(), and the desk is free

Whoever carries out the commands reports what comes of them by further events, and asks nothing of the desk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from console.show.answers import events as e
from console.show.answers import judging
from console.show.answers.approval import AnswerCommand, Decision, EndSpeech, refused
from console.show.answers.questions import QuestionDesk
from console.show.effects.answers import AnswerVerb, AskQuestion, JudgeAnswer, QuestionVerb, SortQuestion

NOTHING = Decision()


class DeskInbox:
    """Hands each event to the desk, and adds to its decision what may be voiced now.

    Args:
        desk: where questions wait and answers are approved.
        may_speak: the avatar is on air and answers, so that what is approved may be voiced.
    """

    def __init__(self, desk: QuestionDesk, *, may_speak: Callable[[], bool]) -> None:
        self._desk, self._may_speak = desk, may_speak
        self._voiced: set[int] = set()  # turns of which something was given to the voice, and its end was not

    def receive(self, event: e.DeskEvent) -> Decision:
        """What becomes of an event. Not accepted: nothing was done, and a thinker is wanted no more for its turn."""
        decision = self._decide(event)
        return replace(decision, commands=(*decision.commands, *self._let_out()))

    def _decide(self, event: e.DeskEvent) -> Decision:
        desk = self._desk
        match event:
            case AskQuestion(text=text, source=source):
                return desk.ask(text, source)
            case JudgeAnswer():
                return self._judge(event)
            case SortQuestion():
                return self._sort(event)
            case e.WordsWritten() | e.SentenceWritten() | e.AnswererNamed() | e.ThinkingFault() | e.ThinkingBroke():
                return self._write(event)
            case e.ThinkingEnded(turn=turn, note=note):
                return desk.finish(turn, note)
            case e.SentenceHeard(turn=turn, number=number):
                return desk.heard(turn, number)
            case e.SentencePartlyHeard(turn=turn, number=number, text=text):
                desk.partly_heard(turn, number, text)
            case e.SpeechFailed(turn=turn, numbers=numbers):
                return desk.unvoiced(turn, numbers)
            case e.SpeechCut(turn=turn, heard=heard):
                desk.correct_heard(turn, heard)
            case e.Interrupted():
                return desk.interrupt()
            case e.PresetTaken():
                return desk.preset_taken()
            case e.TimePassed():
                return desk.tick()
            case e.VoiceReady():
                pass
        return NOTHING

    def _write(
        self, event: e.WordsWritten | e.SentenceWritten | e.AnswererNamed | e.ThinkingFault | e.ThinkingBroke
    ) -> Decision:
        """More of an answer comes; refused where no more of it is wanted."""
        desk, turn = self._desk, event.turn
        if not desk.wants(turn):
            return refused(judging.LOST)
        match event:
            case e.WordsWritten(tail=tail):
                desk.write(turn, tail)
            case e.SentenceWritten(text=text, ends=ends, held=held):
                if not desk.add(turn, text, ends=ends, held=held):
                    return desk.finish(turn)
            case e.AnswererNamed(by=by, source=source):
                desk.credit(turn, by, source)
            case e.ThinkingFault(sentence=sentence):
                desk.add_note(turn, sentence)
            case e.ThinkingBroke():
                return Decision(stays=desk.break_off(turn))
        return NOTHING

    def _judge(self, command: JudgeAnswer) -> Decision:
        desk = self._desk
        turn = command.turn or (desk.draft.turn if desk.draft is not None else 0)
        shown = command.number if command.number >= 0 else None
        match command.verb:
            case AnswerVerb.APPROVE:
                return desk.approve(turn, shown=shown)
            case AnswerVerb.AGAIN:
                return desk.again(turn)
            case AnswerVerb.REJECT:
                return desk.reject(turn)
            case AnswerVerb.SAFE_LINE:
                return desk.use_safe_line(turn)
            case AnswerVerb.STAND_BY:
                return desk.stand_by()
            case AnswerVerb.REWRITE:
                return desk.rewrite(turn, command.text.splitlines())
            case AnswerVerb.EDIT:
                return desk.edit(turn, command.number, command.text)
            case AnswerVerb.LEAVE_OUT:
                return desk.reject_one(turn, command.number)
            case AnswerVerb.RELEASE:
                return desk.release(turn, command.number)

    def _sort(self, command: SortQuestion) -> Decision:
        desk, first = self._desk, command.numbers[0] if command.numbers else None
        if first is None:
            return desk.start(None)
        match command.verb:
            case QuestionVerb.ANSWER:
                return desk.start(first)
            case QuestionVerb.DROP:
                return desk.drop(first)
            case QuestionVerb.MOVE:
                return desk.move(first, command.by)
            case QuestionVerb.MERGE:
                return desk.merge(command.numbers)
            case QuestionVerb.REWORD:
                return desk.reword(first, command.text)
            case QuestionVerb.LET:
                return desk.release_question(first)

    def _let_out(self) -> tuple[AnswerCommand, ...]:
        """What may be voiced now, and of which turns that was all."""
        given = self._desk.to_voice() if self._may_speak() else ()
        self._voiced |= {utterance.turn for utterance in given}
        draft = self._desk.draft
        going_on = draft.turn if draft is not None and not draft.all_voiced else 0
        ended = sorted(self._voiced - {going_on})
        self._voiced &= {going_on}
        return (*given, *(EndSpeech(turn) for turn in ended))
