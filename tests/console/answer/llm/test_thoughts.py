"""What a model thinks never reaches the hall, however it is marked and however it is cut on its way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.llm.protocol import Apart, Asked, CutShortError
from console.answer.llm.thoughts import AnswerFilter, answer_in
from console.show.answers.approval import Policy
from console.show.answers.draft import SentenceState
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import Approval
from tests.console.answer.llm.asking import Scripted, chain_of, draft_onto, groq_at, numbers, run, server_at
from tests.fakes.answer_server import AnswerServer

MARK = "m4rk"
ANSWER = "The cloakroom is by the east door. It closes at 11."
THOUGHT = "Okay, the user is asking. I must not mention that the mayor cancelled. 使用者在問寄物處。"
QUIET = "The mayor cancelled. Keep that quiet. Two facts fit."
"""Thoughts that no word gives away."""

WRITTEN = [
    f"{THOUGHT}\n</think>\n\n{ANSWER}",
    f"<think>{THOUGHT}</think>{ANSWER}",
    f"<THINK>\n{THOUGHT}\n</THINK>\n{ANSWER}",
    f"<think>{THOUGHT} <think> {THOUGHT} </think> {THOUGHT}</think>{ANSWER}",
    f"<thinking>{THOUGHT}</thinking>\n{ANSWER}",
    f'<thinking type="deep">{THOUGHT}</thinking>\n{ANSWER}',
    f"<reasoning>{THOUGHT}</reasoning>{ANSWER}",
    f"<thought>{THOUGHT}</thought>{ANSWER}",
    f"{THOUGHT}</thought>{ANSWER}",
    f"<seed:think>{THOUGHT}</seed:think>{ANSWER}",
    f"[THINK]{THOUGHT}[/THINK]{ANSWER}",
    f"◁think▷{THOUGHT}◁/think▷{ANSWER}",
    f"&lt;think&gt;{THOUGHT}&lt;/think&gt;{ANSWER}",
    f"<|begin_of_thought|>{THOUGHT}<|end_of_thought|><|begin_of_solution|>{ANSWER}<|end_of_solution|>",
    f"<|START_THINKING|>{THOUGHT}<|END_THINKING|><|START_RESPONSE|>{ANSWER}<|END_RESPONSE|>",
    f"<|channel|>analysis<|message|>{THOUGHT}<|end|><|start|>assistant<|channel|>final<|message|>{ANSWER}<|return|>",
    f"{THOUGHT}<|end|><|start|>assistant<|channel|>final<|message|>{ANSWER}",
    f"<|channel|>commentary<|message|>{THOUGHT}<|end|><|channel|>final<|message|>{ANSWER}<|end|>",
    f"analysis{THOUGHT}assistantfinal{ANSWER}",
    f"<|channel>thought\n{THOUGHT}<channel|>{ANSWER}",
    f"<unused94>thought\n{THOUGHT}<unused95>{ANSWER}",
    f"<think>{THOUGHT}</think><answer>{ANSWER}</answer>",
    f"<think>\n\n</think>\n\n{ANSWER}",
    f"{ANSWER}<|im_end|>",
    f"{ANSWER} <think>{THOUGHT}</think>",
    *(
        f"<{name}>{THOUGHT}</{name}>{ANSWER}"
        for name in (
            "plan",
            "reasoning_content",
            "deep_think",
            "longcat_think",
            "thinking_process",
            "internal",
            "critique",
            "observation",
            "tool_call",
            "思考",
            "思维链",
            "推理過程",
            "ｔｈｉｎｋ",
        )
    ),
    *(
        f"<{name}>{QUIET}</{name}>{ANSWER}"
        for name in ("deliberation", "self_review", "note", "생각", "th\u200dink", "thinк")
    ),
    f"<deliberation>{QUIET} <deliberation>{QUIET}</deliberation> {QUIET}</deliberation>{ANSWER}",
    f"<summary>{QUIET}</summary><draft>{QUIET}</draft>{ANSWER}",
    f"<think\n>{QUIET}</think\n>{ANSWER}",
    f"{QUIET}</deliberation>{ANSWER}",
    f"<!-- {QUIET} -->{ANSWER}",
    f"&#60;think&#62;{QUIET}&#60;/think&#62;{ANSWER}",
    f"\\u003cthink\\u003e{QUIET}\\u003c/think\\u003e{ANSWER}",
    f"**Thinking**\n{QUIET}\n\n**Answer**\n{ANSWER}",
    f"## Thinking\n{QUIET}\n## Final Answer\n{ANSWER}",
    f"【思考】{QUIET}\n【回答】{ANSWER}",
    f"{QUIET}\n\nResponse: {ANSWER}",
    f"Internal: {QUIET}\nAnswer: {ANSWER}",
    f"<details><summary>Thoughts</summary>{THOUGHT}</details>\n{ANSWER}",
    f"＜ｔｈｉｎｋｉｎｇ＞{THOUGHT}＜／ｔｈｉｎｋｉｎｇ＞{ANSWER}",
    f"＜Ｔｈｉｎｋ＞{THOUGHT}＜/Ｔｈｉｎｋ＞＜ａｎｓｗｅｒ＞{ANSWER}＜／ａｎｓｗｅｒ＞",
    f"Thought: {THOUGHT}\nAnswer: {ANSWER}",
    f"Thought: {THOUGHT} Answer: no. I look again.\nAction: look\nObservation: east\nFinal Answer: {ANSWER}",
    f"Let me see.\n**Thought:** {THOUGHT}\n\n**Final Answer:** {ANSWER}",
    f"思考：{THOUGHT}\n回答：{ANSWER}",
    f"思考：{THOUGHT}回答：{ANSWER}",
    f"推理过程: {THOUGHT}\n最终答案: {ANSWER}",
    f"分析：{THOUGHT}\n回答：{ANSWER}",
    f"{THOUGHT}\nFinal Answer: {ANSWER}",
    f"<answer-{MARK}>Thought: {THOUGHT}\nAnswer: {ANSWER}</answer-{MARK}>",
    f"<answer-{MARK}>思考：{THOUGHT}\n回答：{ANSWER}</answer-{MARK}>{THOUGHT}",
    f"<answer-{MARK}>{ANSWER}</answer-{MARK}>",
    f"<answer-{MARK}>{ANSWER}</answer-{MARK}> {THOUGHT}",
    f"<answer-{MARK}>{ANSWER}\nThought: {THOUGHT}",
    f"<answer-{MARK}>The cloakroom is <think>{THOUGHT}</think>by the east door. It closes at 11.",
    f"<think>I begin with <answer-{MARK}> then. {THOUGHT}</think>\n<answer-{MARK}>{ANSWER}</answer-{MARK}>",
    f"I begin with <answer-{MARK}> then. {THOUGHT}</think>\n<answer-{MARK}>{ANSWER}",
    f"{THOUGHT} I begin with <answer-{MARK}>. <answer-{MARK}>{ANSWER}</answer-{MARK}>",
    ANSWER,
]
ONLY_THOUGHTS = [
    f"<think>{THOUGHT}",
    f"<deliberation>{QUIET}",
    f"{QUIET}</deliberation>",
    f"<!-- {QUIET}",
    f"## Thinking\n{QUIET}",
    f"<think>{THOUGHT}</think>",
    f"{THOUGHT}</think>\n",
    f"analysis{THOUGHT}",
    f"<|channel|>analysis<|message|>{THOUGHT}<|end|>",
    f"<reasoning>{THOUGHT}<answer",
    f"Thought: {THOUGHT}",
    f"思考：{THOUGHT}",
    f"{THOUGHT}\nThought: {THOUGHT}\nAnswer:",
    f"<answer-{MARK}>Thought: {THOUGHT}\nAction: look",
]


def whole(text: str, cuts: list[int], mark: str = MARK) -> str:
    written = AnswerFilter(mark)
    places = [0, *sorted(each % (len(text) + 1) for each in cuts), len(text)]
    out = "".join(written.feed(text[a:b]) for a, b in pairwise(places))
    return out + written.close()


@pytest.mark.parametrize("text", WRITTEN)
def test_the_answer_is_found_however_thoughts_are_marked(text: str) -> None:
    assert " ".join(whole(text, []).split()) == ANSWER
    assert " ".join(whole(text, list(range(len(text)))).split()) == ANSWER


@pytest.mark.parametrize("text", ONLY_THOUGHTS)
def test_thoughts_alone_are_no_answer(text: str) -> None:
    assert whole(text, []) == whole(text, list(range(len(text)))) == ""


@given(st.sampled_from(WRITTEN + ONLY_THOUGHTS), st.lists(st.integers(0, 10_000), max_size=30))
def test_any_cutting_gives_the_same(text: str, cuts: list[int]) -> None:
    assert whole(text, cuts) == whole(text, [])


PARTS = [
    "<think>",
    "</think>",
    f"<answer-{MARK}>",
    f"</answer-{MARK}>",
    "[THINK]",
    "<|im_end|>",
    "<",
    "&",
    "1 < 2. ",
    "好。",
    "Yes",
    "\n",
    "Thought: ",
    "**Final Answer:** ",
    "思考",
    "：",
    "Answer",
    "Plan: ",
    "[plan]",
    "＜ｔｈｉｎｋ＞",
]


@pytest.mark.parametrize(
    "text",
    [
        "Plan: dinner at 7, then the show.",
        "Seat [plan] hangs by the door.",
        "The answer: east.",
        "A thought: be kind.",
        "分析：今年的得獎者是林美。",
        "Question: who am I? Nobody knows.",
        "Thoughtful people: they wait.",
        "The [observation] deck opens at 8.",
    ],
)
def test_words_that_only_look_like_a_mark_are_the_answer(text: str) -> None:
    for plain in (text, f"<answer-{MARK}>{text}</answer-{MARK}>"):
        assert whole(plain, []) == whole(plain, list(range(len(plain)))) == text


@given(st.lists(st.sampled_from(PARTS), max_size=12), st.lists(st.integers(0, 10_000), max_size=20))
def test_any_cutting_of_any_marks_gives_the_same(parts: list[str], cuts: list[int]) -> None:
    text = "".join(parts)
    assert whole(text, cuts) == whole(text, [])


@given(st.text(max_size=80).filter(lambda text: not set(text) & set("<＜◁〈[&|")))
def test_what_has_no_marks_stays_as_it_is(text: str) -> None:
    if not text.lstrip().startswith(("analysis", "commentary")) and "assistantfinal" not in text:
        assert answer_in(text) == text.strip()


def test_an_answer_behind_its_mark_is_given_as_it_is_written() -> None:
    written = AnswerFilter(MARK)
    assert [written.feed(each) for each in ("<ans", f"wer-{MARK}>", "By the ", "door <", "b")] == [
        "",
        "",
        "By the ",
        "door ",
        "",
    ]
    assert written.close() == "<b"


def drafted(approval: Approval, *chain: Scripted) -> tuple[QuestionDesk, list[str]]:
    """The desk after an answer, and every sentence that was approved or could have been at any time."""
    desk = QuestionDesk(Policy(approval), clock=lambda: 0.0, turns=numbers())
    desk.ask("Where?")
    offered: list[str] = []

    def changed() -> None:
        if desk.draft is not None:
            offered.extend(each.text for each in desk.draft.sentences if each.text not in offered)
        desk.approve(1)
        desk.to_voice()

    run(draft_onto(desk, 1, Asked("Where?"), chain_of(*chain), changed=changed))
    return desk, offered


def thinking(*script: str | Exception) -> Scripted:
    model = Scripted("Model", *script)
    model.plain = False
    return model


@pytest.mark.parametrize("approval", list(Approval))
@pytest.mark.parametrize("text", WRITTEN)
def test_nothing_of_the_thoughts_is_ever_a_sentence_on_the_desk(approval: Approval, text: str) -> None:
    _, offered = drafted(approval, thinking(*text))
    assert " ".join(" ".join(offered).split()) == ANSWER


@pytest.mark.parametrize("approval", list(Approval))
def test_who_sends_only_thoughts_is_passed_over(approval: Approval) -> None:
    desk, offered = drafted(approval, thinking(f"<think>{THOUGHT}"), Scripted("Facts", ANSWER))
    assert " ".join(offered) == ANSWER and desk.draft is not None
    assert desk.draft.notes == ("Model sent its thoughts, and no answer. Facts is asked.",)


def test_what_may_be_thoughts_is_to_be_seen_and_what_is_for_certain_is_not() -> None:
    desk = QuestionDesk(Policy(Approval.FIRST), clock=lambda: 0.0, turns=numbers())
    desk.ask("Where?")
    tails: list[str] = []
    steps = ("Okay, the user asks. ", "So.", "</think>", "By the ", "door.")
    run(
        draft_onto(
            desk,
            1,
            Asked("?"),
            chain_of(thinking(*steps)),
            changed=lambda: tails.append(seen(desk)),
        )
    )
    assert tails[:3] == ["", "Okay, the user asks.", "Okay, the user asks. So."] and tails[-1] == ""
    desk.again(1)
    tails.clear()
    run(
        draft_onto(
            desk,
            2,
            Asked("?"),
            chain_of(thinking("<think>", "The user.", "</think>", "By")),
            changed=lambda: tails.append(seen(desk)),
        )
    )
    assert "The user." not in " ".join(tails[:3])


def seen(desk: QuestionDesk) -> str:
    assert desk.draft is not None
    return desk.draft.tail


def test_an_answer_that_a_server_sends_apart_from_its_thoughts_goes_out_at_once() -> None:
    _, offered = drafted(Approval.AUTO, thinking(Apart("Ladies and gentlemen, "), Apart("we begin.")))
    assert offered == ["Ladies and gentlemen,", "we begin."]


@pytest.mark.parametrize("thoughts", ["", THOUGHT])
@pytest.mark.parametrize("made", [groq_at, server_at])
def test_both_clients_are_asked_for_the_mark_and_give_nothing_but_the_answer(made: object, thoughts: str) -> None:
    with AnswerServer() as server:
        server.chat.text, server.chat.thoughts, server.chat.obeys = ANSWER, thoughts, not thoughts
        model = made(server)  # type: ignore[operator]
        chain = chain_of(model)

        async def whole_draft() -> list[str]:
            desk = QuestionDesk(Policy(Approval.AUTO), clock=lambda: 0.0, turns=numbers())
            desk.ask("Where?")
            await model.warm()
            await draft_onto(desk, 1, Asked("Where?"), chain)
            await model.aclose()
            assert desk.draft is not None and not desk.draft.by_hand
            return [each.text for each in desk.draft.sentences]

        assert " ".join(run(whole_draft())) == ANSWER
        assert f"<answer-{MARK}>" in server.requests[0].json["messages"][0]["content"]


CUT = "The awards are at 19:30. And the bar is on the second fl"


@pytest.mark.parametrize("obeys", [True, False])
def test_a_sentence_that_was_cut_at_the_most_words_is_not_said(obeys: bool) -> None:
    with AnswerServer() as server:
        server.chat.text, server.chat.obeys, server.chat.finish = CUT, obeys, "length"
        model = server_at(server)

        async def whole_draft() -> QuestionDesk:
            desk = QuestionDesk(Policy(Approval.AUTO), clock=lambda: 0.0, turns=numbers())
            desk.ask("Where?")
            chain = chain_of(model, Scripted("B", "Never asked."))
            await model.warm()
            await draft_onto(desk, 1, Asked("Where?"), chain)
            await model.aclose()
            return desk

        desk = run(whole_draft())
        assert desk.draft is not None
        left = [(each.text, each.state) for each in desk.draft.sentences if each.state is not SentenceState.REJECTED]
        wanted = SentenceState.APPROVED if obeys else SentenceState.HELD  # it may have been thoughts to its end
        assert left[0] == ("The awards are at 19:30.", wanted) and "second" not in str(left)
        assert desk.release(1, 0).accepted is not obeys
        assert len(desk.draft.notes) == 1 and "was cut at the most words" in desk.draft.notes[0]


def test_an_answer_that_is_one_unfinished_sentence_waits_for_a_hand() -> None:
    desk, _ = drafted(Approval.AUTO, thinking(Apart("And the bar is"), CutShortError("It was cut.")))
    assert desk.draft is not None and desk.to_voice() == ()
    (sentence,) = desk.draft.sentences
    assert (sentence.text, sentence.state) == ("And the bar is", SentenceState.HELD)
    assert sentence.hold is not None and "finish it" in sentence.hold.reason
