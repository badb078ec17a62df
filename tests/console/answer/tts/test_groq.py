"""Groq's own client against a server of the tests' own, and the WAV that comes in pieces."""

from __future__ import annotations

import asyncio
import itertools
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.answer.tts.groq import GroqVoice
from console.answer.tts.protocol import Floats, TTSError
from console.answer.tts.stream import SoundStreamError, WavStream
from tests.console.answer.tts.conftest import Line, line_of
from tests.fakes.answer_server import AnswerServer, Behaviour

RATE = 24_000


def tone(seconds: float = 1.0) -> Floats:
    return (0.5 * np.sin(2 * np.pi * 440 * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)


def wav(samples: Floats, *, size: int | None = None, channels: int = 1, floats: bool = False) -> bytes:
    """A WAV file; `size` is what its header says of its length."""
    wide = np.repeat(samples[:, None], channels, axis=1)
    body = wide.astype("<f4").tobytes() if floats else (wide * 32767).astype("<i2").tobytes()
    bits = 32 if floats else 16
    head = struct.pack(
        "<HHIIHH", 3 if floats else 1, channels, RATE, RATE * channels * bits // 8, channels * bits // 8, bits
    )
    length = len(body) if size is None else size
    return (
        b"RIFF" + struct.pack("<I", 0xFFFFFFFF) + b"WAVE"
        + b"LIST" + struct.pack("<I", 5) + b"INFO!\0"
        + b"fmt " + struct.pack("<I", len(head)) + head
        + b"data" + struct.pack("<I", length) + body
    )  # fmt: skip


def streamed(data: bytes, cuts: list[int]) -> Floats:
    stream = WavStream()
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    pieces = [stream.feed(data[start:end]) for start, end in itertools.pairwise(edges)]
    return np.concatenate([*pieces, stream.finish()])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 100_000), max_size=12), st.integers(1, 2), st.booleans())
def test_a_wav_is_the_same_however_it_is_cut(cuts: list[int], channels: int, floats: bool) -> None:
    whole = streamed(wav(tone(0.2), channels=channels, floats=floats), [])
    cut = streamed(wav(tone(0.2), channels=channels, floats=floats, size=0xFFFFFFFF), cuts)
    assert len(whole) == 9600
    np.testing.assert_allclose(whole, cut, atol=1e-4)


@given(st.binary(max_size=200))
def test_any_bytes_are_sound_or_an_error(data: bytes) -> None:
    stream = WavStream()
    try:
        stream.feed(data)
        stream.finish()
    except SoundStreamError:
        pass


def speak(server: AnswerServer, key: str = "secret") -> Line:
    voice = GroqVoice(lambda: key, "hannah", address=server.root)
    return asyncio.run(line_of(voice, "Welcome.", "en"))


def test_a_line_comes_as_sound() -> None:
    with AnswerServer() as server:
        server.speech.sound = wav(tone(), size=0xFFFFFFFF)
        line = speak(server)
    asked = server.requests[0]
    assert asked.path == "/openai/v1/audio/speech"
    assert asked.json == {
        "model": "canopylabs/orpheus-v1-english",
        "voice": "hannah",
        "input": "Welcome.",
        "response_format": "wav",
    }
    assert len(line.samples) == 48_000
    assert len(line.pieces) > 3
    assert abs(line.loudness_db(0.1, 0.9) + 9) < 0.2


def test_a_pace_is_handed_on() -> None:
    with AnswerServer() as server:
        server.speech.sound = wav(tone())
        asyncio.run(line_of(GroqVoice(lambda: "k", address=server.root), "Hi.", "en", 1.25))
    assert server.requests[0].json["speed"] == 1.25


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (Behaviour.reset(), "Groq cannot be reached: is the network there?"),
        (Behaviour.fails(401), "Groq refused the key: enter it again in SETTINGS."),
        (Behaviour.fails(429), "Groq is asked too often: wait a minute."),
        (
            Behaviour.fails(404),
            "Groq cannot speak this line with this model and voice (404: scripted): check their names.",
        ),
        (Behaviour.fails(500), "Groq answered with an error (500)."),
        (Behaviour("garbage"), "Groq sent something that is no sound."),
        (Behaviour("die", after=20_000), "Groq stopped in the middle of the line."),
        (Behaviour("close", after=20_000), "Groq stopped in the middle of the line."),
    ],
    ids=str,
)
def test_trouble_is_one_sentence(behaviour: Behaviour, sentence: str) -> None:
    with AnswerServer() as server:
        server.speech.sound = wav(tone())
        server.speech.next(behaviour)
        with pytest.raises(TTSError) as caught:
            speak(server)
        assert str(caught.value) == sentence
        assert len(speak(server).samples) == 48_000  # the next line is fine
    assert len(server.requests) == 2  # never asked again by itself


def test_a_server_that_hangs_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.answer.tts.groq._READ_S", 0.2)
    with AnswerServer() as server:
        server.speech.next(Behaviour.hang())
        with pytest.raises(TTSError, match=r"^Groq did not answer in time\.$"):
            speak(server)


def test_without_a_key_nothing_is_asked() -> None:
    with AnswerServer() as server:
        with pytest.raises(TTSError, match=r"^There is no key for Groq: "):
            speak(server, key="")
        assert not server.requests


def test_the_key_stands_in_no_sentence() -> None:
    with AnswerServer() as server:
        server.key = "another"
        with pytest.raises(TTSError) as caught:
            speak(server, key="gsk_very-secret")
    assert "very-secret" not in f"{caught.value!r} {caught.value.__cause__!r}"
