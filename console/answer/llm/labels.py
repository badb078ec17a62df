"""Thoughts and answer that are told apart by words at the begin of a line, as `Thought: …` and `Final Answer: …`.

What thoughts say is never for the hall, so where a text has such a label only what stands behind the last label of an
answer is the answer. Some labels are also plain speech (`Plan: dinner at 7.`): these count only where an answer's label
follows them. Where an answer's label stands at the begin of a line, what goes before it is none.
"""

from __future__ import annotations

import re

_THOUGHT = (
    "thought|thoughts|thinking|thought process|thinking process|my thoughts|reasoning|chain of thought|"
    "inner monologue|internal monologue|思考|思考过程|思考過程|思维链|思維鏈|推理过程|推理過程|内心独白|內心獨白"
)
_PLAIN = (
    "analysis|internal|internal thoughts|plan|planning|reflection|rationale|observation|action|action input|question|"
    "分析|推理|想法|计划|計畫|計劃|观察|觀察|行动|行動|问题|問題"
)
_SURE = (
    "answer|final|final answer|final response|response|回答|答案|最终答案|最終答案|最终回答|最終回答|"
    "答复|答覆|回复|回覆"
)

_ANSWER = rf"the answer|my answer|{_SURE}"
"""`The answer: east.` may be said so, where no thought goes before it."""

_MARKS = r"[ \t\u3000>*#_\-]{0,8}"
_END = r"[ \t*_]{0,4}[:：]"
_BEGIN = rf"(?:\A|\n){_MARKS}"


def _label(words: str) -> str:
    """A label as a pattern: `Thought: …`, or as a heading of its own, `## Thought` or `【思考】`."""
    heading = rf"(?:\A|\n)[ \t]*(?:#{{1,6}}[ \t]*[*_]{{0,2}}|\*\*|__)(?:{words})[*_]{{0,2}}[ \t]*(?=\n|\Z)"
    return rf"(?:{_BEGIN}(?:{words}){_END}|{heading}|(?:\A|\n)[ \t]*【(?:{words})】[ \t]*[:：]?)"


_LABELLED = re.compile(_label(f"{_THOUGHT}|{_PLAIN}|{_SURE}"), re.IGNORECASE)
_THOUGHT_LABEL = re.compile(_label(_THOUGHT), re.IGNORECASE)
_ANSWER_LABEL = re.compile(rf"{_label(_ANSWER)}[ \t*_]{{0,4}}", re.IGNORECASE)
_ANSWER_INSIDE = re.compile(
    rf"(?:(?:\A|\n{_MARKS}|[ \t。！？.!?；;]\*{{0,2}})(?:{_ANSWER}){_END}|{_label(_ANSWER)})[ \t*_]{{0,4}}",
    re.IGNORECASE,
)
"""A label in the middle of a line, where a thought goes before it."""

_WORDS = tuple(f"{_THOUGHT}|{_PLAIN}|{_ANSWER}".split("|"))
_LONGEST = max(map(len, _WORDS)) + 12
_EDGE = " \t\u3000>*#_-【】"


class LabelFilter:
    """Takes an answer while it is written, and gives what of it is no labelled thought and cannot become one.

    From the first label on nothing is certain before the end: what stands behind the last label of an answer is given
    then. The same text gives the same answer however it was cut into pieces.
    """

    def __init__(self) -> None:
        self._held = ""
        self._found = False
        self._fresh = True  # what is held, or comes next, begins a line

    def feed(self, text: str, *, final: bool = False) -> str:
        """More of the answer, the last of it when `final`; what is certain now."""
        self._held += text
        given = "" if self._found else self._certain()
        if final:
            given, self._held = given + (answer_behind(self._held) if self._found else self._held), ""
        return given

    def _certain(self) -> str:
        """Takes from what is held all that stands before a label, or before what may become one."""
        held, before = self._held, "" if self._fresh else "x"
        if (found := _LABELLED.search(before + held)) is not None:
            self._found = True
            end = found.start() - len(before)
        else:
            line = held.rfind("\n")
            begins_line = line >= 0 or self._fresh
            end = max(line, 0) if begins_line and _may_become_label(held[line + 1 :]) else len(held)
        if end:
            self._fresh = False
        self._held = held[end:]
        return held[:end]


def _may_become_label(line: str) -> bool:
    """Whether the begin of a line may become a label as soon as more of it comes."""
    if len(line) > _LONGEST or ":" in line or "：" in line:
        return False
    word = line.strip(_EDGE).casefold()
    return any(each.startswith(word) for each in _WORDS)


def answer_behind(text: str) -> str:
    """The answer in a whole text with labels, "" when there are only thoughts; a text without labels is as it was."""
    found = _LABELLED.search(text)
    if found is None:
        return text
    thought = _THOUGHT_LABEL.search(text)
    answers = list((_ANSWER_INSIDE if thought else _ANSWER_LABEL).finditer(text))
    if not answers:
        return "" if thought else text
    behind = text[answers[-1].end() :]
    again = _THOUGHT_LABEL.search(behind)
    return behind[: again.start()] if again is not None else behind
