"""The client for any OpenAI-compatible server against one that is not ours: `transformers serve` with a tiny model."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.answer.drafting import draft
from console.answer.probe import probe
from console.answer.think.compatible import CompatibleServer
from console.answer.think.fallback import Fell, Limits
from console.answer.think.thinker import Asked
from console.show.answering import Policy
from console.show.questions import QuestionDesk
from tests.console.answer.think.asking import chain_of, numbers, run, words_of

START_S = 90.0


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A server's address, and its model's name."""
    folder = tmp_path_factory.mktemp("model")
    subprocess.run([sys.executable, "-m", "tests.fakes.tiny_model", str(folder)], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "serve.log"
    command = [str(Path(sys.executable).with_name("transformers")), "serve", str(folder), "--port", str(port)]
    with log.open("w") as written:
        server = subprocess.Popen(
            [*command, "--device", "cpu"],
            env=dict(os.environ, HF_HUB_OFFLINE="1"),
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        until = time.monotonic() + START_S
        while not healthy(port):
            assert server.poll() is None and time.monotonic() < until, log.read_text()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/v1", str(folder)
    finally:
        server.terminate()
        server.wait(20)


def healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


@pytest.mark.timeout(180)
def test_a_real_server_streams_an_answer_onto_the_desk(served: tuple[str, str]) -> None:
    thinker = CompatibleServer(*served, mark=lambda: "m4rk")
    desk = QuestionDesk(Policy(), clock=lambda: 0.0, turns=numbers())
    desk.ask("Where is it?")
    tails: set[str] = set()
    fallen: list[Fell] = []

    def look() -> None:
        assert desk.draft is not None
        tails.add(desk.draft.tail)

    async def whole() -> None:
        asked = Asked("Where is it?", longest_s=5.0)
        patient = chain_of(thinker, limits=Limits(first_s=60.0, whole_s=150.0))  # a busy machine is no fault
        await draft(desk, 1, asked, patient, fell=fallen.append, changed=look)
        await thinker.aclose()

    run(whole())
    assert fallen == [] and desk.draft is not None and desk.draft.sentences and not desk.draft.thinking
    assert len(tails) > 3, "it did not come in pieces"


@pytest.mark.timeout(180)
def test_a_real_server_is_probed_and_a_wrong_address_on_it_is_said(served: tuple[str, str]) -> None:
    address, model = served

    async def probed() -> bool:
        thinker = CompatibleServer(address, model, mark=lambda: "m4rk")
        found = await probe(thinker, clock=time.monotonic)
        await thinker.aclose()
        return found.well

    assert run(probed())
    astray = CompatibleServer(address.replace("/v1", "/v2"), model, mark=lambda: "m4rk")
    with pytest.raises(Exception, match="does not know the model or the address"):
        run(words_of(astray))
