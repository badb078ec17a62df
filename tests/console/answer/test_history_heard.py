"""Whatever cuts an answer, and wherever: what is remembered of it is what the hall has heard, word for word."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from console.show.answers.approval import Policy
from console.show.answers.draft import joined
from console.show.core.enums import Approval
from tests.console.answer.hall import WORD
from tests.console.answer.turn_harness import SAFE, Rig, rig_with

WORDS = st.floats(0.0, 6.0)
ENDS = st.sampled_from(["interrupt", "reject", "another", "safe line", "off air", "to the end"])
ANSWERS = st.lists(st.integers(1, 5), min_size=1, max_size=4)  # words in each sentence
TURNS = st.lists(st.tuples(ANSWERS, st.lists(WORDS, max_size=3), WORDS, ENDS), min_size=1, max_size=6)
POLICY = Policy(Approval.AUTO, safe_line=SAFE)


def heard_words(rig: Rig, value: int) -> str:
    """What was heard of one text by its samples: the words of which half or more sounded."""
    text = rig.mouth.values[value]
    words = [n for n in range(len(text.split())) if (n + 0.5) * WORD <= rig.samples[value]]
    return " ".join(text.split()[: len(words)])


def truth(rig: Rig) -> list[tuple[str, str]]:
    """Each question with what was heard of its answer, by the samples and nothing else."""
    parts: dict[str, list[str]] = defaultdict(list)
    question = ""
    for value, text in rig.mouth.values.items():
        question = question if text == SAFE else text.split("-")[0]
        if part := heard_words(rig, value):
            parts[question].append(part)
    return [(question, joined(said)) for question, said in parts.items()]


async def turn(rig: Rig, question: str, answer: list[int], hears: list[float], untold: float, end: str) -> None:
    """One question, heard in pieces, and cut when more has sounded than the console was told."""
    sentences = [
        " ".join(f"{question}-{sentence}{'abcde'[word]}" for word in range(count)).capitalize() + "."
        for sentence, count in enumerate(answer)
    ]
    rig.llm.plans[question] = (" ".join(sentences),)
    await rig.ask(question)
    for words in hears:
        await rig.hear(words)
    if end == "safe line" and rig.desk.draft is not None:
        await rig.do(rig.desk.use_safe_line(rig.desk.draft.turn))
        for words in hears:
            await rig.hear(words)
        end = "interrupt" if untold else "to the end"
    rig.sound(untold)
    if end == "interrupt":
        await rig.interrupt()
    elif end == "reject" and rig.desk.draft is not None:
        await rig.do(rig.desk.reject(rig.desk.draft.turn))
    elif end == "another":  # a sound file is said in its place
        rig.line._send(rig.interruption())
    elif end == "off air":
        rig.on_air = False
        await rig.interrupt()
        rig.on_air = True
    await rig.last_words()
    await rig.hear(0)  # now it is told
    await rig.hear_all()


@given(TURNS, st.sampled_from([2.0, 60.0]))
@settings(max_examples=120, deadline=None)
def test_the_history_is_what_was_heard(turns: list[tuple[list[int], list[float], float, str]], ring_s: float) -> None:
    async def scenario() -> None:
        async with rig_with(POLICY, ring_s) as rig:
            for number, (answer, hears, untold, end) in enumerate(turns):
                await turn(rig, f"Q{number}", answer, hears, untold, end)
            assert rig.history == truth(rig)
            assert rig.at_rest()

    asyncio.run(scenario())


def test_the_truth_of_this_test_counts_samples() -> None:
    async def scenario() -> None:
        async with rig_with(POLICY) as rig:
            await turn(rig, "Q0", [4], [1.4], 0.0, "interrupt")
            assert truth(rig) == [("Q0", "Q0-0a")]
            await turn(rig, "Q1", [2, 2], [2.0], 0.6, "interrupt")
            assert truth(rig)[1] == ("Q1", "Q1-0a q1-0b. Q1-1a")
            await turn(rig, "Q2", [2], [1.4], 0.0, "safe line")
            assert truth(rig)[2] == ("Q2", f"Q2-0a q2-0b. {SAFE}")

    asyncio.run(scenario())
