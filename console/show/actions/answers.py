"""The rows of the action table that belong to the question desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from console.show.actions.action import Action, ArgumentError, Binding, Effects, on_or_off, text_of
from console.show.answers.question_queue import LONGEST
from console.show.effects.answers import (
    AnswerVerb,
    AskQuestion,
    JudgeAnswer,
    ListenToQuestion,
    QuestionVerb,
    SortQuestion,
)
from engine.text import Text


def _number(table: Mapping[str, object], name: str, otherwise: int) -> int:
    value = table.get(name, otherwise)
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ArgumentError(Text("Say {name} as a number.", name=name))
    try:
        return int(value)
    except ValueError:
        raise ArgumentError(Text("Say {name} as a number.", name=name)) from None


def _judge(verb: AnswerVerb) -> Callable[[object], Effects]:
    """Nothing, a number (sentences seen, or the sentence that is meant), or a table of turn, number and text."""

    def effects(argument: object) -> Effects:
        table = argument if isinstance(argument, Mapping) else {} if argument is None else {"number": argument}
        text = str(table.get("text") or "").strip()
        if verb in (AnswerVerb.EDIT, AnswerVerb.REWRITE) and not text:
            raise ArgumentError("Write what is to be said instead.")
        return (JudgeAnswer(verb, _number(table, "turn", 0), _number(table, "number", -1), text),)

    return effects


def _sort(verb: QuestionVerb) -> Callable[[object], Effects]:
    """A question's id, several of them, or a table of numbers, by and text."""

    def effects(argument: object) -> Effects:
        table = argument if isinstance(argument, Mapping) else {"numbers": argument}
        several = table.get("numbers")
        several = () if several is None else several if isinstance(several, (tuple, list)) else (several,)
        numbers = tuple(_number({"numbers": each}, "numbers", 0) for each in several)
        if not numbers and verb != QuestionVerb.ANSWER:
            raise ArgumentError("Say which question.")
        return (SortQuestion(verb, numbers, _number(table, "by", 0), str(table.get("text") or "").strip()),)

    return effects


def _ask(argument: object) -> Effects:
    return (AskQuestion(text_of(argument, "question")[:LONGEST]),)


ANSWER_ACTIONS: tuple[Action, ...] = (
    Action("ask", "ASK", "Put a typed question on the desk", effects=_ask),
    Action(
        "ask_hold",
        "PUSH TO ASK",
        "Hold the key while the question is asked",
        effects=lambda argument: (ListenToQuestion(on_or_off(argument)),),
        bindings=(Binding("T", while_down=True),),
    ),
    Action("type_question", "TYPE A QUESTION", "Write a question: Enter asks it, Esc leaves", bindings=(Binding("Q"),)),
    Action(
        "approve",
        "APPROVE",
        "Speak the drafted answer",
        effects=_judge(AnswerVerb.APPROVE),
        bindings=(Binding("Y"),),
    ),
    Action(
        "edit_answer",
        "EDIT ANSWER",
        "Other words for the drafted answer",
        effects=_judge(AnswerVerb.REWRITE),
        bindings=(Binding("E"),),
    ),
    Action("again", "AGAIN", "Draft another answer", effects=_judge(AnswerVerb.AGAIN), bindings=(Binding("R"),)),
    Action("reject", "REJECT", "Drop the answer", effects=_judge(AnswerVerb.REJECT), bindings=(Binding("Del"),)),
    Action(
        "stand_by",
        "STAND BY",
        "Speak the preset's stand-by line while the answer is being made",
        effects=_judge(AnswerVerb.STAND_BY),
        bindings=(Binding("W"),),
    ),
    Action(
        "safe_line",
        "SAFE LINE",
        "Speak the preset's safe line in place of the answer",
        effects=_judge(AnswerVerb.SAFE_LINE),
        bindings=(Binding("N"),),
    ),
    Action(
        "edit_sentence",
        "EDIT SENTENCE",
        "Other words for one sentence",
        effects=_judge(AnswerVerb.EDIT),
        bindings=(Binding("Shift+E"),),
    ),
    Action(
        "leave_out",
        "LEAVE OUT",
        "Do not speak one sentence",
        effects=_judge(AnswerVerb.LEAVE_OUT),
        bindings=(Binding("Shift+Del"),),
    ),
    Action("release", "RELEASE", "Speak a held sentence all the same", effects=_judge(AnswerVerb.RELEASE)),
    Action(
        "answer_question",
        "ANSWER QUESTION",
        "Take a waiting question on the desk",
        effects=_sort(QuestionVerb.ANSWER),
        bindings=(Binding("G"),),
    ),
    Action("drop_question", "DROP QUESTION", "Do not answer a question", effects=_sort(QuestionVerb.DROP)),
    Action("move_question", "MOVE QUESTION", "Answer a question earlier or later", effects=_sort(QuestionVerb.MOVE)),
    Action("merge_questions", "MERGE QUESTIONS", "Make one question of several", effects=_sort(QuestionVerb.MERGE)),
    Action("reword_question", "REWORD QUESTION", "Other words for a question", effects=_sort(QuestionVerb.REWORD)),
    Action("let_question", "LET QUESTION", "Answer a held question all the same", effects=_sort(QuestionVerb.LET)),
)
