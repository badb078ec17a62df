"""Push to ask with the real Whisper on this machine: words are seen while the key is down, and cost nothing twice."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import qasync

from console.answer.stt.client import STTClient
from console.answer.stt.fallback import FallbackSTT
from console.answer.stt.local import LocalTranscriber
from console.answer.stt.protocol import Floats, Transcript
from console.answer.stt.push_to_talk import PushToTalk
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing
from tests.console.answer.tts.conftest import Run


class Counted(LocalTranscriber):
    """Counts how often Whisper is asked."""

    count = 0

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        self.count += 1
        return await super().transcribe(samples, language)


def test_the_words_are_there_before_the_key_is_let_go_and_are_the_question(
    run: Run[Any], loop: qasync.QEventLoop, child: STTClient, whisper: str
) -> None:
    ring = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 8.0)
    whisper_here = Counted(child, whisper)
    order = FallbackSTT([whisper_here], lambda sentence: None)
    asked: list[str] = []
    refused: list[str] = []
    push_to_talk = PushToTalk(
        order=lambda: order,
        language=lambda: "en",
        asked=lambda text, ended: asked.append(text),
        refused=refused.append,
        changed=lambda: None,
        clock=loop.time,
        log=MagicMock(),
    )
    push_to_talk.use(ring)

    def speak(seconds: float, level: float) -> None:
        noise = np.random.default_rng(1).standard_normal(round(seconds * SAMPLE_RATE))
        ring.write((level * noise).astype(np.float32))

    async def scenario() -> str:
        async with asyncio.timeout(20):
            speak(0.5, 0.0005)
            push_to_talk.press()
            speak(1.2, 0.1)
            while push_to_talk.level < 0.1:
                await asyncio.sleep(0.005)
            speak(0.4, 0.0005)
            while not push_to_talk.partial:
                await asyncio.sleep(0.005)
            seen = push_to_talk.partial
            push_to_talk.release()
            speak(0.5, 0.0005)
            while not asked:
                await asyncio.sleep(0.005)
            return seen

    try:
        seen = run(scenario())
    finally:
        push_to_talk.use(None)
        ring.close()
    assert seen == "why is the sky blue?" and asked == [seen] and refused == []
    assert whisper_here.count == 1, "what was understood in the pause is the question"
