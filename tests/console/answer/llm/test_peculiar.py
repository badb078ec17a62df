"""Servers that want to be asked otherwise, answer otherwise, or say why they do not."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

import pytest

from console.answer.llm import compatible, waking
from console.answer.llm.compatible import CompatibleServer
from console.answer.llm.dialect import MOST_LESSONS, THINKING_ROOM, Dialect
from console.answer.llm.fallback import Fell, Limits, Words
from console.answer.llm.protocol import AnswerError, Apart, Asked, CutShortError
from console.answer.llm.refusals import plain_words
from console.answer.llm.refusals import words_of as told_by
from console.answer.probe import probe
from console.answer.secrets import ApiKey
from tests.console.answer.llm.asking import Scripted, chain_of, run, server_at, words_of
from tests.fakes.answer_server import AnswerServer, Behaviour

HELLO = "Hello, everybody. The show begins at half past seven."
NOT_MAX_TOKENS = "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."


def said(server: AnswerServer, thinker: CompatibleServer | None = None) -> str:
    return "".join(run(words_of(thinker or server_at(server))))


def test_one_whole_answer_instead_of_a_stream_is_an_answer() -> None:
    with AnswerServer() as server:
        server.chat.ignores_stream = True
        assert said(server) == HELLO
        server.chat.in_parts = True
        assert said(server) == HELLO


def test_a_character_that_comes_in_two_halves_is_one_and_a_lone_half_ends_no_answer() -> None:
    """JSON carries half a surrogate pair; servers that cut their words by UTF-16 send one."""
    with AnswerServer() as server:
        server.chat.text = "Welcome \ud83c\udf89 all. \udf89Fine\ud83c. Bye.\ud83c"
        assert said(server) == "Welcome \U0001f389 all. \ufffdFine\ufffd. Bye."


def test_words_in_parts_are_words_and_thoughts_among_them_are_none() -> None:
    with AnswerServer() as server:
        server.chat.in_parts, server.chat.thoughts = True, "The user wants to know."
        found = run(words_of(server_at(server)))
        assert "".join(found) == HELLO and all(isinstance(each, Apart) for each in found)
        assert "" in found, "that it thinks is seen"


def test_a_model_that_wants_another_bound_is_asked_again_once_and_then_rightly() -> None:
    with AnswerServer() as server:
        server.chat.refuses = {"max_tokens": NOT_MAX_TOKENS}
        thinker = server_at(server)

        async def twice() -> str:
            first = [text async for text in thinker.answer(Asked("Where?"))]
            second = [text async for text in thinker.answer(Asked("When?"))]
            await thinker.aclose()
            return "".join(first) + "".join(second)

        assert run(twice()) == HELLO + HELLO
        sent = [request.json for request in server.requests]
        assert len(sent) == 3 and "max_tokens" not in sent[1]
        assert sent[1]["max_completion_tokens"] > THINKING_ROOM, "its thoughts are counted by it"


@pytest.mark.parametrize(
    ("model", "refuses", "asked"),
    [
        ("gpt-5-mini", {}, {"max_completion_tokens", "reasoning_effort"}),
        ("gpt-5-mini", {"reasoning_effort": "Unknown parameter: 'reasoning_effort'"}, {"max_completion_tokens"}),
        ("gemma", {"system": "System role not supported"}, {"max_tokens"}),
        ("o1", {"stream": "Unsupported value: 'stream' does not support true with this model."},
         {"max_completion_tokens", "reasoning_effort"}),
    ],
)  # fmt: skip
def test_what_a_model_does_not_take_is_left_out(model: str, refuses: dict[str, str], asked: set[str]) -> None:
    with AnswerServer() as server:
        server.chat.refuses = refuses
        assert said(server, CompatibleServer(server.base_url, model, mark=lambda: "m")) == HELLO
        assert set(server.requests[-1].json) - {"model", "messages", "stream"} == asked


def test_a_refusal_that_teaches_nothing_is_told_at_once() -> None:
    with AnswerServer() as server:
        server.chat.usually = Behaviour.fails(400, words="The model `llama3-8b` has been decommissioned.")
        with pytest.raises(AnswerError, match=r"refused the question \(400: The model `llama3-8b` has been"):
            said(server)
        assert len(server.requests) == 1


def test_a_model_that_does_not_stop_refusing_is_left() -> None:
    with AnswerServer() as server:
        server.chat.usually = Behaviour.fails(400, words="system role, max_tokens, stream: not supported")
        with pytest.raises(AnswerError, match="refused the question"):
            said(server)
        assert len(server.requests) < 6


@pytest.mark.parametrize(
    ("status", "words", "told"),
    [
        (403, "Country, region, or territory not supported", "or this place (Country, region, or territory not supp"),
        (
            404,
            'model "qwen9" not found, try pulling it first',
            'address (model "qwen9" not found, try pulling it first)',
        ),
        (
            413,
            "Request too large for model: Limit 6000, Requested 9000",
            "(413: Request too large for model: Limit 6000",
        ),
        (429, "You exceeded your current quota.", "too many requests (You exceeded your current quota):"),
        (503, "overloaded\n\nplease\twait", "(503: overloaded please wait)"),
        (400, "x" * 5000, "xxx…)"),
        (400, "<html>Bad</html>", "(400)."),
    ],
)
def test_the_server_s_own_words_are_told(status: int, words: str, told: str) -> None:
    with AnswerServer() as server:
        server.chat.usually = Behaviour.fails(status, words=words)
        with pytest.raises(AnswerError) as fault:
            said(server)
    assert told in str(fault.value) and len(str(fault.value)) < 320 and "\n" not in str(fault.value)


KEY = "sk-proj-a1b2c3d4e5f6g7h8"


@pytest.mark.parametrize(
    "words",
    [
        f"Incorrect API key provided: {KEY}. You can find your API key at x.",
        "Incorrect API key provided: sk-proj-********g7h8.",
        "Wrong key a1b2c3d4e5f6g7h8!",
        f"header 'Authorization: Bearer {KEY}' refused",
        "a1b2c3d4e5 is no key",
    ],
)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
def test_no_part_of_a_key_is_told(status: int, words: str) -> None:
    with AnswerServer() as server:
        server.chat.usually = Behaviour.fails(status, words=words)
        thinker = CompatibleServer(server.base_url, "m", mark=lambda: "m", key=ApiKey(KEY, "a test"))
        with pytest.raises(AnswerError) as fault:
            said(server, thinker)
    told = str(fault.value)
    assert "g7h8" not in told and not any(KEY[at : at + 6] in told for at in range(len(KEY) - 5))


def test_words_are_found_wherever_servers_put_them() -> None:
    class RefusedError(Exception):
        def __init__(self, body: object) -> None:
            self.body = body

    bodies = [
        {"message": "no"}, {"error": {"message": "no"}}, {"error": "no"}, {"detail": "no"},
        {"detail": [{"loc": [], "msg": "no"}]}, [{"error": {"message": "no."}}], "no",
    ]  # fmt: skip
    assert {told_by(RefusedError(body)) for body in bodies} == {"no"}
    assert told_by(RefusedError({"a": {"b": 1}})) == "" and plain_words("a\x1b[31mb\u202e") == "a [31mb"


def test_what_is_inside_a_stream_is_told_too() -> None:
    with AnswerServer() as server:
        server.chat.next(Behaviour("error_event", after=4))
        with pytest.raises(AnswerError, match=r"a fault in the middle of its answer \(over capacity\)"):
            said(server)


def test_a_key_with_signs_that_no_key_has_is_said() -> None:
    thinker = CompatibleServer("http://127.0.0.1:1/v1", "m", mark=lambda: "m", key=ApiKey("gsk_ключ", "a test"))
    with pytest.raises(AnswerError, match="has signs that no key has"):
        run(words_of(thinker))


def test_thoughts_that_fill_the_whole_bound_are_given_room_the_next_time() -> None:
    with AnswerServer() as server:
        server.chat.text, server.chat.thoughts, server.chat.finish = "", "Hm, well.", "length"
        thinker = server_at(server)
        with pytest.raises(AnswerError, match="sent its thoughts, and no answer") as fault:
            run(words_of(thinker))
        assert fault.value.again and thinker._dialect.thinks


def test_an_answer_of_a_model_that_thinks_is_stopped_at_the_words_it_may_have() -> None:
    with AnswerServer() as server:
        server.chat.thoughts, server.chat.text = "Hm.", "Word after word goes by. " * 100
        found: list[str] = []

        async def asked() -> None:
            async with aclosing(server_at(server).answer(Asked("Where?", longest_s=5.0))) as words:  # type: ignore[type-var]
                async for text in words:
                    found.append(text)

        with pytest.raises(CutShortError):
            run(asked())
    assert 100 < len("".join(found)) < 400


# -- how long ---------------------------------------------------------------------------------------------------------


async def steps_of(chain: Any) -> list[Any]:
    return [step async for step in chain.answer(Asked("Where?"), stays=lambda: "")]


def test_a_steady_stream_is_not_stopped_by_its_length() -> None:
    with AnswerServer() as server:
        server.chat.usually = Behaviour(between_s=0.05)
        limits = Limits(first_s=5.0, silence_s=0.5, whole_s=60.0)
        steps = run(steps_of(chain_of(server_at(server), limits=limits)))
        assert "".join(step.text for step in steps if isinstance(step, Words)).strip() == HELLO


def test_silence_in_the_middle_stops_it() -> None:
    with AnswerServer() as server:
        server.chat.next(Behaviour("stall", after=4))
        limits = Limits(first_s=5.0, silence_s=0.3, whole_s=60.0)
        steps = run(steps_of(chain_of(server_at(server), Scripted("Facts", "Yes."), limits=limits)))
        assert any(isinstance(step, Fell) and "takes too long" in step.sentence for step in steps)


def test_who_is_seen_to_think_gets_longer_than_who_is_silent() -> None:
    class Thinks(Scripted):
        async def answer(self, asked: Asked) -> Any:
            for _ in range(20):
                await asyncio.sleep(0.02)
                yield Apart()
            yield Apart("Yes.")

    limits = Limits(first_s=0.1, silence_s=0.1, thinking_s=5.0)
    steps = run(steps_of(chain_of(Thinks("A"), limits=limits)))
    assert steps[-1] == Words("Yes.")
    steps = run(steps_of(chain_of(Thinks("A"), Scripted("B", "No."), limits=Limits(first_s=0.1, thinking_s=0.2))))
    assert steps[-1] == Words("No.") and "A does not answer in time" in steps[0].sentence


# -- models that sleep ------------------------------------------------------------------------------------------------


def test_a_cold_model_is_woken_by_the_first_question_and_answers_a_later_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each question is given up long before the model is there, and none of that begins the loading again."""
    monkeypatch.setattr(compatible, "WAKE_S", 0.2)
    with AnswerServer() as server:
        server.loads_s = 1.0
        thinker = server_at(server)

        async def asked() -> tuple[list[str], str]:
            told: list[str] = []
            while True:
                try:
                    words = "".join([text async for text in thinker.answer(Asked("Where?"))])
                    await thinker.aclose()
                    return told, words
                except AnswerError as fault:
                    told.append(str(fault))

        told, words = run(asked())
        assert words == HELLO and server.loaded and not server.cut_by_client
        assert set(told) == {"Server on this machine is still loading its model: ask again in a moment."}
        loads = [request for request in server.requests if request.path == "/api/generate"]
        assert len(loads) == 1 and loads[0].json["keep_alive"] == waking.KEEP
        assert "prompt" not in loads[0].json, "nothing but the model's name is sent"


def test_the_chain_asks_another_one_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compatible, "WAKE_S", 0.1)
    with AnswerServer() as server:
        server.loads_s = 1.0

        async def work() -> list[Any]:
            steps = await steps_of(chain_of(server_at(server), Scripted("Facts", "Yes.")))
            await waking.wake(server.base_url, "some-model")
            return steps

        steps = run(work())
        assert "is still loading its model" in steps[0].sentence and steps[-1] == Words("Yes.")
        assert server.loaded and not server.cut_by_client


def test_test_wakes_a_model_and_waits_for_it() -> None:
    with AnswerServer() as server:
        server.loads_s = 1.0

        async def tested() -> Any:
            thinker = server_at(server)
            found = await probe(thinker, clock=asyncio.get_running_loop().time, limit_s=0.9)
            await thinker.aclose()
            return found

        found = run(tested())
        assert found.well, found.sentence
        assert server.loaded and not server.cut_by_client


def test_a_model_that_is_awake_is_not_woken_for_each_question_and_again_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with AnswerServer() as server:
        server.loads_s = 0.0

        async def twice() -> None:
            for _ in range(2):
                await waking.wake(server.base_url, "some-model")

        run(twice())
        assert len([each for each in server.requests if each.path == "/api/generate"]) == 1
        monkeypatch.setattr(waking, "AWAKE_S", 0.0)
        run(twice())
        assert len([each for each in server.requests if each.path == "/api/generate"]) == 3


def test_a_server_elsewhere_is_never_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: object, **more: object) -> None:
        raise AssertionError("somebody was called")

    monkeypatch.setattr(waking, "http_client", never)
    assert run(waking.wake("https://api.example.com/v1", "m"))
    assert run(waking.wake("http://127.0.0.1:1/v1", ""))
    assert run(waking.wake("http://[::1", "m"))


def test_a_refusal_can_be_learnt_from_only_so_often() -> None:
    dialect = Dialect("m")
    words = "max_tokens max_completion_tokens stream system role reasoning not supported"
    assert sum(dialect.learn(words) for _ in range(9)) <= MOST_LESSONS
