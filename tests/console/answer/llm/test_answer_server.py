"""The stand-in for Groq and its like, asked by the real clients for what hearing and voices need of it."""

from __future__ import annotations

import groq
import openai
import pytest

from tests.console.answer.llm.asking import run
from tests.fakes.answer_server import AnswerServer, Behaviour

SOUND = bytes(range(256)) * 100


async def heard_and_voiced(client: openai.AsyncOpenAI | groq.AsyncGroq) -> tuple[str, bytes, list[str]]:
    heard = await client.audio.transcriptions.create(
        model="whisper-large-v3-turbo", file=("a.wav", SOUND), response_format="verbose_json"
    )
    voiced = b""
    async with client.audio.speech.with_streaming_response.create(
        model="m", voice="v", input="Hello.", response_format="wav"
    ) as stream:
        async for part in stream.iter_bytes():
            voiced += part
    models = await client.models.list()
    names = [model.id for model in models.data]
    await client.close()
    return heard.text, voiced, names


@pytest.mark.parametrize("provider", ["groq", "openai"])
def test_both_clients_hear_and_speak_through_it(provider: str) -> None:
    with AnswerServer() as server:
        server.transcriptions.text, server.speech.sound = "廁所在哪裡？", SOUND
        client: openai.AsyncOpenAI | groq.AsyncGroq
        if provider == "groq":
            client = groq.AsyncGroq(api_key="k", base_url=server.root, max_retries=0)
        else:
            client = openai.AsyncOpenAI(api_key="k", base_url=server.base_url, max_retries=0)
        text, voiced, names = run(heard_and_voiced(client))
        assert (text, voiced) == ("廁所在哪裡？", SOUND) and names
        assert server.requests[0].form["file"] == SOUND
        assert server.requests[1].json["input"] == "Hello."


def test_a_voice_that_dies_gives_what_it_had() -> None:
    with AnswerServer() as server:
        server.speech.sound = SOUND
        server.speech.next(Behaviour("close", after=8192))
        client = openai.AsyncOpenAI(api_key="k", base_url=server.base_url, max_retries=0)
        assert run(heard_and_voiced(client))[1] == SOUND[:8192]
