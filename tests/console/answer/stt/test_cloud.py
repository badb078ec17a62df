"""Questions heard by a server: the real clients against a server that speaks their protocol, and misbehaves."""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import Iterator

import groq
import httpx
import numpy as np
import openai
import pytest

from console.answer.stt.cloud import CloudTranscriber, wav_of
from console.answer.stt.fallback import NOTHING, FallbackSTT
from console.answer.stt.protocol import RATE, STTError
from tests.fakes.answer_server import AnswerServer, Behaviour

SPEECH = (0.3 * np.sin(np.arange(RATE) / 9)).astype(np.float32)


@pytest.fixture
def server() -> Iterator[AnswerServer]:
    with AnswerServer() as made:
        made.transcriptions.text = "Where is\nthe  cloakroom?"
        yield made


def groq_of(server: AnswerServer) -> CloudTranscriber:
    def client() -> groq.AsyncGroq:
        return groq.AsyncGroq(api_key="k", base_url=server.root, timeout=httpx.Timeout(1.0), max_retries=0)

    return CloudTranscriber("groq", "Groq", "Sound goes to Groq.", "whisper-large-v3-turbo", client)


def plain_of(server: AnswerServer) -> CloudTranscriber:
    def client() -> openai.AsyncOpenAI:
        return openai.AsyncOpenAI(api_key="k", base_url=server.base_url, timeout=httpx.Timeout(1.0), max_retries=0)

    return CloudTranscriber("server", "The server", "Sound goes to it.", "whisper-1", client)


def ask(order: FallbackSTT, samples: np.ndarray = SPEECH, language: str = "") -> str:
    async def whole() -> str:
        try:
            return (await order.transcribe(samples, language)).text
        finally:
            for each in order.transcribers:
                await each.aclose()  # type: ignore[attr-defined]

    return asyncio.run(whole())


def test_sound_goes_out_as_a_wav_file_and_words_come_back_in_one_line(server: AnswerServer) -> None:
    for transcriber, model in ((groq_of(server), b"whisper-large-v3-turbo"), (plain_of(server), b"whisper-1")):
        server.requests.clear()
        assert ask(FallbackSTT([transcriber], print), language="zh-TW") == "Where is the cloakroom?"
        body = server.requests[0].body
        assert (b"verbose_json" in body) == (transcriber.id == "groq")
        assert model in body and b"zh" in body
        start = body.index(b"RIFF")
        with wave.open(io.BytesIO(body[start:])) as sound:
            assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE, 1, 2)
            assert sound.getnframes() == len(SPEECH)


def test_half_a_character_that_was_heard_goes_no_further(server: AnswerServer) -> None:
    server.transcriptions.text = "請問\ud83d洗手間在哪裡？"
    assert ask(FallbackSTT([plain_of(server)], print), language="zh-TW") == "請問\ufffd洗手間在哪裡？"


def test_a_wav_file_is_clipped_and_not_turned_over() -> None:
    samples = np.frombuffer(wav_of(np.array([2.0, -2.0, 0.5], np.float32))[44:], "<i2")
    assert samples.tolist() == [32767, -32767, 16383]


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Behaviour.hang(), "in time"),
        (Behaviour.reset(), "closed the connection"),
        (Behaviour.fails(401), "refused the key"),
        (Behaviour.fails(429), "too many requests"),
        (Behaviour.fails(500), "fault of its own"),
        (Behaviour("garbage"), ""),
    ],
    ids=lambda value: value.kind + str(value.status) if isinstance(value, Behaviour) else "",
)
def test_who_cannot_hear_says_why_in_one_sentence_and_the_next_one_hears(
    server: AnswerServer, trouble: Behaviour, words: str
) -> None:
    told: list[str] = []
    server.transcriptions.next(trouble)
    assert ask(FallbackSTT([groq_of(server), plain_of(server)], told.append)) == "Where is the cloakroom?"
    assert len(told) == 1 and words in told[0] and told[0].endswith("The server is asked.")


def test_when_nobody_can_hear_the_last_reason_is_said(server: AnswerServer) -> None:
    server.transcriptions.next(Behaviour.fails(500))
    with pytest.raises(STTError, match="fault of its own"):
        ask(FallbackSTT([groq_of(server)], print))
    with pytest.raises(STTError, match="enter a key"):
        ask(FallbackSTT([], print))


def test_silence_and_a_mere_touch_of_the_key_ask_nobody(server: AnswerServer) -> None:
    for samples in (np.zeros(RATE, np.float32), SPEECH[: RATE // 10]):
        with pytest.raises(STTError, match="Nothing was understood"):
            ask(FallbackSTT([groq_of(server)], print), samples)
    assert server.requests == []


def test_a_question_without_words_is_said_to_be_none(server: AnswerServer) -> None:
    server.transcriptions.text = " "
    with pytest.raises(STTError) as fault:
        ask(FallbackSTT([groq_of(server)], print))
    assert str(fault.value) == NOTHING
