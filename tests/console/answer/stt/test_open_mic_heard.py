"""Hands-free with the real search for speech: the built-in voice asks, noise and music do not."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import numpy as np
import pytest
import qasync
from PySide6.QtWidgets import QApplication

from console.answer.stt.client import STTClient
from console.answer.stt.open_mic import OpenMic
from console.answer.stt.protocol import RATE, Floats, Transcript
from console.answer.stt.vad import Ends
from console.answer.tts.local.espeak import espeak
from console.answer.tts.protocol import Spoken
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing
from tests.fakes.children import ROOT

PAUSE_S = 0.6


def said(text: str, voice: str) -> Floats:
    pieces: list[Floats] = []

    def give(piece: Spoken) -> bool:
        pieces.append(piece.samples)
        return True

    espeak().speak(voice, text, 1.0, give)
    line = np.concatenate(pieces)
    loud = np.flatnonzero(np.abs(line) > 0.01)
    return line[loud[0] : loud[-1]]


def quiet(seconds: float, level: float = 0.002) -> Floats:
    random = np.random.default_rng(round(seconds * 1000))
    return (level * random.standard_normal(round(seconds * SAMPLE_RATE))).astype(np.float32)


def chord(seconds: float) -> Floats:
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return sum(0.1 * np.sin(2 * np.pi * hz * t) for hz in (262.0, 330.0, 392.0)).astype(np.float32)


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    made = qasync.QEventLoop(qapp)
    yield made
    made.close()


def test_two_questions_between_noise_and_music_are_two_questions(
    loop: qasync.QEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    english, mandarin = said("Where is the cloakroom, please?", "en-us"), said("请问洗手间在哪里", "cmn")
    sound = np.concatenate(
        [quiet(1.0), english, quiet(1.2), chord(1.5), quiet(1.5, 0.1), quiet(0.5), mandarin, quiet(1.2)]
    )
    given: list[Floats] = []
    asked: list[str] = []
    refused: list[str] = []

    class Clerk:
        async def transcribe(self, samples: Floats, language: str) -> Transcript:
            given.append(samples)
            return Transcript(f"question {len(given)}", language, len(samples) / RATE, "Clerk")

    async def scenario(child: STTClient, ring: SoundRing) -> None:
        push_to_talk = OpenMic(
            finder=child,
            order=lambda: Clerk(),  # type: ignore[arg-type, return-value]
            language=lambda: "",
            ends=lambda: Ends(PAUSE_S),
            shut=lambda: False,
            asked=lambda text, ended: asked.append(text),
            refused=refused.append,
            changed=lambda: None,
            clock=loop.time,
            log=MagicMock(),
        )
        child.begin()
        while not child.supervised.up:
            await asyncio.sleep(0.02)
        push_to_talk.begin(ring)
        await asyncio.sleep(0.05)
        try:
            step = SAMPLE_RATE // 10
            for at in range(0, len(sound), step):  # four times as fast as it is spoken
                ring.write(sound[at : at + step])
                await asyncio.sleep(0.025)
            while len(asked) < 2:
                await asyncio.sleep(0.02)
        finally:
            push_to_talk.stop()

    with tempfile.TemporaryDirectory(prefix="compere-h-") as name:  # the address of a socket must be short
        child = STTClient(Path(name) / "run", Path(name) / "log", MagicMock())
        ring = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 8.0)
        try:
            loop.run_until_complete(asyncio.wait_for(scenario(child, ring), 30))
        finally:
            child.end()
            ring.close()
    assert asked == ["question 1", "question 2"] and refused == []
    for samples, line in zip(given, (english, mandarin), strict=True):
        whole = 0.3 * RATE + len(line) / 3 + 0.2 * RATE  # pre-roll, the line, and a little after it
        assert abs(len(samples) - whole) < 0.35 * RATE
        assert np.abs(samples[: round(0.2 * RATE)]).max() < 0.05 < np.abs(samples[round(0.36 * RATE) :]).max()
