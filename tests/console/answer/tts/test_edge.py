"""The real client of Edge's, against a stand-in of the service."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import numpy as np
import pytest

from console.answer.tts.edge import EdgeVoice
from console.answer.tts.protocol import Phone, Spoken, TTSError
from tests.console.answer.tts.conftest import Line, line_of
from tests.fakes.edge_server import EdgeServer, mp3

TEXT = "Hello dear <friends> & guests."
WORDS = [("Hello", 0.1, 0.3), ("dear", 0.4, 0.3), ("friends", 0.8, 0.5), ("guests", 1.4, 0.5)]


def beeps() -> np.ndarray[Any, np.dtype[np.float32]]:
    """2 s at 24 kHz: a tone wherever a word is."""
    t = np.arange(48_000) / 24_000
    on = np.zeros(len(t))
    for _, at_s, lasts_s in WORDS:
        on[(t >= at_s) & (t < at_s + lasts_s)] = 0.5
    return (on * np.sin(2 * np.pi * 440 * t)).astype(np.float32)


SOUND = mp3(beeps())


class Guess:
    """Two phones in each word."""

    async def phones(self, word: str, language: str, at_s: float, until_s: float) -> tuple[Phone, ...]:
        middle_s = (at_s + until_s) / 2
        return (Phone(at_s, middle_s, word[0]), Phone(middle_s, until_s, word[-1]))


def with_server(
    monkeypatch: pytest.MonkeyPatch, then: Callable[[EdgeServer], Awaitable[Any]], **how: Any
) -> tuple[Any, EdgeServer]:
    """What `then` gives while a stand-in serves."""

    async def scenario() -> tuple[Any, EdgeServer]:
        async with EdgeServer(sound=SOUND, words=list(WORDS), **how) as server:
            monkeypatch.setattr("edge_tts.communicate.WSS_URL", server.address)
            return await asyncio.wait_for(then(server), 10), server

    return asyncio.run(scenario())


def test_a_line_comes_as_sound_with_its_words_and_their_phones(monkeypatch: pytest.MonkeyPatch) -> None:
    line, server = with_server(monkeypatch, lambda _: line_of(EdgeVoice(Guess()), TEXT, "en", 1.2))
    assert server.asked == [
        ("Microsoft Server Speech Text to Speech Voice (en-US, AvaMultilingualNeural)", "+20%", TEXT)
    ]
    assert abs(line.lasts_s - 2) < 0.15
    assert len(line.pieces) > 10
    assert [TEXT[word.start : word.end] for word in line.words] == [word for word, _, _ in WORDS]
    assert [round(word.at_s, 3) for word in line.words] == [at_s for _, at_s, _ in WORDS]
    assert [phone.ipa for phone in line.phones] == ["H", "o", "d", "r", "f", "s", "g", "s"]
    loud, quiet = line.loudness_db(0.9, 1.2), line.loudness_db(0.0, 0.05)
    assert loud > -12 and loud - quiet > 20


def test_words_come_with_the_sound_that_they_begin_in(monkeypatch: pytest.MonkeyPatch) -> None:
    line, _ = with_server(monkeypatch, lambda _: line_of(EdgeVoice(), TEXT))
    given_s = 0.0
    for piece in line.pieces:
        assert all(word.at_s >= given_s - 0.15 for word in piece.words)
        given_s += len(piece.samples) / 48_000
    assert not line.phones


@pytest.mark.parametrize(
    ("speaker", "language", "voice"),
    [
        ("", "zh-TW", "zh-TW-HsiaoChenNeural"),
        ("", "zh-CN", "zh-CN-XiaoxiaoNeural"),
        ("", "zh-HK", "zh-HK-HiuMaanNeural"),
        ("zh-TW-YunJheNeural", "zh", "zh-TW-YunJheNeural"),
        ("zh-TW-YunJheNeural", "en-GB", "en-US-AvaMultilingualNeural"),
        ("en-US-AndrewMultilingualNeural", "zh-TW", "en-US-AndrewMultilingualNeural"),
        ("ja-JP-NanamiNeural", "ja", "ja-JP-NanamiNeural"),
    ],
)
def test_a_line_is_spoken_by_a_voice_of_its_language(speaker: str, language: str, voice: str) -> None:
    assert EdgeVoice(None, speaker).voice_for(language) == voice


def test_a_language_without_a_voice_is_one_sentence() -> None:
    with pytest.raises(TTSError, match=r"^Edge has no voice for ja: name one in the preset\.$"):
        EdgeVoice().voice_for("ja")


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ({"status": 403}, "Edge refuses to serve (403): it has changed, so use another voice for now."),
        ({"status": 503}, "Edge is not available now (503)."),
        ({"status": 418}, "Edge answered with an error (418)."),
        ({"kind": "silent"}, "Edge sent no sound for this line."),
        ({"kind": "garbage"}, "Edge sent something that is no sound."),
        ({"kind": "die", "after": 0}, "Edge sent no sound for this line."),
        ({"kind": "die", "after": 6}, "Edge stopped in the middle of the line."),
        ({"kind": "close", "after": 6}, "Edge stopped in the middle of the line."),
    ],
    ids=str,
)
def test_trouble_is_one_sentence(monkeypatch: pytest.MonkeyPatch, how: dict[str, Any], sentence: str) -> None:
    heard: list[Spoken] = []

    async def scenario(_: EdgeServer) -> str:
        with pytest.raises(TTSError) as caught:
            async for piece in EdgeVoice().speak(TEXT, "en"):
                heard.append(piece)
        return str(caught.value)

    said, _ = with_server(monkeypatch, scenario, **how)
    assert said == sentence
    if how.get("after"):
        assert 0.3 < Line(heard).lasts_s < 1.0  # what came before is good


def test_a_service_that_is_not_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edge_tts.communicate.WSS_URL", "ws://127.0.0.1:9/edge/v1?TrustedClientToken=test")
    with pytest.raises(TTSError, match=r"^Edge cannot be reached: is the network there\?$"):
        asyncio.run(line_of(EdgeVoice(), TEXT))


def test_an_unknown_voice_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TTSError, match=r"^Edge has no such voice \("):
        asyncio.run(line_of(EdgeVoice(None, "Nobody Multilingual"), TEXT))


def test_closing_the_line_hangs_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(server: EdgeServer) -> None:
        line = EdgeVoice().speak(TEXT, "en")
        await anext(line)
        await line.aclose()
        with pytest.raises(StopAsyncIteration):
            await anext(line)

    with_server(monkeypatch, scenario, kind="stall", after=3)
