"""The clients for any OpenAI-compatible server against one that is not ours: `transformers serve` with tiny models."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest

from console.answer.llm.compatible import CompatibleServer
from console.answer.llm.fallback import Limits
from console.answer.llm.protocol import Asked
from console.answer.probe import probe
from console.answer.stt.cloud import CloudTranscriber
from console.answer.stt.protocol import RATE, Transcript
from console.show.answers.approval import Policy
from console.show.answers.questions import QuestionDesk
from tests.console.answer.llm.asking import chain_of, draft_onto, numbers, run, words_of
from tests.fakes.real_server import RealServer, real_server

pytestmark = [pytest.mark.bench, pytest.mark.timeout(180)]  # the server takes a minute: run by `compere bench slow`


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """The server, with both its models."""
    with real_server(tmp_path_factory.mktemp("models")) as server:
        yield server


def test_a_real_server_streams_an_answer_onto_the_desk(served: RealServer) -> None:
    thinker = CompatibleServer(served.address, served.model, mark=lambda: "m4rk")
    desk = QuestionDesk(Policy(), clock=lambda: 0.0, turns=numbers())
    desk.ask("Where is it?")
    tails: set[str] = set()
    failed: list[str] = []

    def look() -> None:
        assert desk.draft is not None
        tails.add(desk.draft.tail)

    async def whole() -> None:
        asked = Asked("Where is it?", longest_s=5.0)
        patient = chain_of(thinker, limits=Limits(first_s=60.0, whole_s=150.0))  # a busy machine is no fault
        failed.extend(await draft_onto(desk, 1, asked, patient, changed=look))
        await thinker.aclose()

    run(whole())
    assert failed == [] and desk.draft is not None and desk.draft.sentences and not desk.draft.thinking
    assert len(tails) > 3, "it did not come in pieces"


def test_a_real_server_is_probed_and_a_wrong_address_on_it_is_said(served: RealServer) -> None:
    address, model = served.address, served.model

    async def probed() -> bool:
        thinker = CompatibleServer(address, model, mark=lambda: "m4rk")
        found = await probe(thinker, clock=time.monotonic)
        await thinker.aclose()
        return found.well

    assert run(probed())
    astray = CompatibleServer(address.replace("/v1", "/v2"), model, mark=lambda: "m4rk")
    with pytest.raises(Exception, match="does not know the model or the address"):
        run(words_of(astray))


def test_a_real_server_hears_what_was_said(served: RealServer) -> None:
    def client() -> object:
        import openai

        return openai.AsyncOpenAI(api_key="none", base_url=served.address, timeout=60.0, max_retries=0)

    async def heard() -> Transcript:
        push_to_talk = CloudTranscriber("server", "The server", "", served.hear_model, client)
        found = await push_to_talk.transcribe(np.zeros(2 * RATE, np.float32), "zh-TW")
        await push_to_talk.aclose()
        return found

    found = run(heard())
    assert found.text.isascii() and len(found.text) > 10 and found.seconds == 2.0 and found.by == "The server"
