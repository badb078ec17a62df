"""One thinker after the other: what is asked again, what falls to the next one, and what stays of a broken answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from console.answer.llm.fallback import HALF, NOBODY, By, FallbackLLM, Fell, Limits, NoAnswerError, Step, Words
from console.answer.llm.protocol import AnswerError, Asked, DoesNotKnowError
from tests.console.answer.llm.asking import Scripted, chain_of, groq_at, run, server_at
from tests.fakes.answer_server import AnswerServer, Behaviour


async def steps_of(chain: FallbackLLM, stays: str = "") -> list[Step]:
    return [step async for step in chain.answer(Asked("Where?"), stays=lambda: stays)]


def text_of(steps: list[Step]) -> str:
    return "".join(step.text for step in steps if isinstance(step, Words))


def test_the_first_that_answers_is_the_last_that_is_asked() -> None:
    first, second = Scripted("A", "By ", "the door."), Scripted("B", "No.")
    steps = run(steps_of(chain_of(first, second)))
    assert steps == [By("A", ""), Words("By "), Words("the door.")]
    assert second.asked == []


def test_a_fall_back_is_said_with_its_reason_and_the_next_name() -> None:
    steps = run(steps_of(chain_of(Scripted("A", AnswerError("A refused the key.")), Scripted("B", "Yes."))))
    assert steps == [Fell("A", "A refused the key. B is asked."), By("B", ""), Words("Yes.")]


def test_not_knowing_is_no_fault() -> None:
    steps = run(steps_of(chain_of(Scripted("Facts", DoesNotKnowError("The facts do not say.")), Scripted("B", "Yes."))))
    assert isinstance(steps[0], Fell) and steps[0].quiet


def test_a_passing_fault_is_tried_again_and_a_lasting_one_is_not() -> None:
    passing, lasting = Scripted("A", AnswerError("A is busy.", again=True)), Scripted("B", AnswerError("B: no key."))
    with pytest.raises(NoAnswerError, match=NOBODY):
        run(steps_of(chain_of(passing, lasting, limits=Limits(tries=3))))
    assert (len(passing.asked), len(lasting.asked)) == (3, 1)


def test_nothing_is_tried_again_after_the_first_word() -> None:
    broken = Scripted("A", "By the", AnswerError("A broke off.", again=True))
    second = Scripted("B", "On from there.")
    steps = run(steps_of(chain_of(broken, second), stays="By the door."))
    assert len(broken.asked) == 1
    assert second.asked[0].so_far == "By the door."
    assert text_of(steps) == "By theOn from there."


def test_a_thinker_that_asks_for_more_patience_than_there_is_is_left_alone() -> None:
    busy = Scripted("A", AnswerError("A is busy.", again=True, after_s=60.0))
    steps = run(steps_of(chain_of(busy, Scripted("B", "Yes."))))
    assert len(busy.asked) == 1 and text_of(steps) == "Yes."


def test_the_wait_between_tries_grows_and_heeds_what_the_server_asks() -> None:
    waits: list[float] = []

    async def noted(seconds: float) -> None:
        waits.append(seconds)

    busy = Scripted("A", AnswerError("A is busy.", again=True))
    limits = Limits(first_s=5, whole_s=5, tries=3, back_off_s=0.25)
    with pytest.raises(NoAnswerError):
        run(steps_of(FallbackLLM([busy], limits=limits, sleep=noted, spread=lambda: 0.5)))
    assert waits == [pytest.approx(0.25), pytest.approx(0.5)]
    waits.clear()
    asking = Scripted("A", AnswerError("A is busy.", again=True, after_s=1.5))
    with pytest.raises(NoAnswerError):
        run(steps_of(FallbackLLM([asking], limits=limits, sleep=noted, spread=lambda: 0.5)))
    assert waits == [1.5, 1.5]


def test_a_thinker_that_says_nothing_is_left_in_time_and_closed() -> None:
    silent = Scripted("A", None)
    steps = run(steps_of(chain_of(silent, Scripted("B", "Yes."), limits=Limits(first_s=0.05, whole_s=5))))
    assert steps[0] == Fell("A", "A does not answer in time. B is asked.")
    assert silent.closed == 1 and text_of(steps) == "Yes."


def test_what_it_said_of_itself_is_told_when_its_time_is_up_in_a_second_try() -> None:
    class OnceThere(Scripted):
        async def answer(self, asked: Asked) -> AsyncIterator[str]:
            self.script = (AnswerError("A cannot be reached.", again=True),) if not self.asked else (None,)
            async for word in super().answer(asked):
                yield word

    steps = run(steps_of(chain_of(OnceThere("A"), Scripted("B", "Yes."), limits=Limits(first_s=0.3, back_off_s=0.0))))
    assert steps[0] == Fell("A", "A cannot be reached. B is asked.")


def test_a_thinker_that_stops_in_the_middle_is_left_in_time() -> None:
    slow = Scripted("A", "One. Two", None)
    steps = run(steps_of(chain_of(slow, Scripted("B", "Three."), limits=Limits(first_s=0.05, whole_s=0.1)), "One."))
    assert steps[2] == Fell("A", "A takes too long: its answer was stopped. B is asked.")
    assert slow.closed == 1


def test_when_the_last_one_dies_in_the_middle_what_stays_is_said_to_be_half() -> None:
    with pytest.raises(NoAnswerError, match=HALF):
        run(steps_of(chain_of(Scripted("A", "One. Two", AnswerError("A broke off."))), "One."))


def test_a_bug_in_a_thinker_does_not_end_the_turn() -> None:
    steps = run(steps_of(chain_of(Scripted("A", KeyError("x")), Scripted("B", "Yes."))))
    assert isinstance(steps[0], Fell) and "KeyError" in steps[0].sentence and text_of(steps) == "Yes."


def test_an_empty_answer_is_none() -> None:
    steps = run(steps_of(chain_of(Scripted("A"), Scripted("B", "Yes."))))
    assert text_of(steps) == "Yes."


def test_a_cancelled_answer_closes_its_thinker_and_asks_nobody_else() -> None:
    silent, second = Scripted("A", "One.", None), Scripted("B", "No.")

    async def cancelled() -> None:
        got = asyncio.Event()

        async def listen() -> None:
            async for _ in chain_of(silent, second).answer(Asked("Where?"), stays=lambda: ""):
                got.set()

        task = asyncio.ensure_future(listen())
        await got.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(cancelled())
    assert silent.closed == 1 and second.asked == []


def test_real_servers_a_dead_one_a_busy_one_and_a_well_one() -> None:
    with AnswerServer() as bad, AnswerServer() as good:
        bad.chat.usually = Behaviour.fails(500)
        good.chat.next(Behaviour.fails(429, 0))
        groq, server = groq_at(bad), server_at(good)

        async def all_steps() -> list[Step]:
            found = await steps_of(chain_of(groq, server))
            await groq.aclose()
            await server.aclose()
            return found

        steps = run(all_steps())
        assert [type(step) for step in steps[:2]] == [Fell, By]
        assert text_of(steps) == good.chat.text
        assert (len(bad.requests), len(good.requests)) == (3, 2)
