from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from console.answer.stt.client import STTClient
from console.answer.stt.local import LocalListening, LocalTranscriber, fault_of
from console.answer.stt.protocol import RATE, Floats, STTError, Transcriber, Transcript
from tests.console.answer.stt.conftest import noise
from tests.console.answer.tts.conftest import Run

FILES = ("model.bin", "config.json", "tokenizer.json")
WORDS = noise(1.0, 0.1)
QUIET = noise(0.3, 0.004, 2)


def folder_with(at: Path, *names: str) -> str:
    at.mkdir()
    for name in names:
        (at / name).write_bytes(b"")
    return str(at)


def test_each_fault_of_the_folder_has_its_sentence(tmp_path: Path) -> None:
    whole = folder_with(tmp_path / "whole", *FILES)
    assert fault_of(whole) == ""
    faults = [
        fault_of(""),
        fault_of(str(tmp_path / "nowhere")),
        fault_of(f"{whole}/model.bin"),
        fault_of(folder_with(tmp_path / "empty")),
        fault_of(folder_with(tmp_path / "torch", "model.safetensors", "config.json", "tokenizer.json")),
        fault_of(folder_with(tmp_path / "no config", "model.bin", "tokenizer.json")),
        fault_of(folder_with(tmp_path / "no tokenizer", "model.bin", "config.json")),
        fault_of("a\0b"),
    ]
    assert len(set(faults)) == len(faults)
    for fault in faults:
        assert fault.endswith(".")
        assert ": c" in fault  # choose, copy or convert: what to do


def test_whisper_on_this_machine_hears(run: Run[Any], child: STTClient, whisper: str) -> None:
    local: Transcriber = LocalTranscriber(child, whisper)
    assert local.id == "local"
    assert local.leaves == "Nothing leaves this machine."
    run(local.warm())
    heard = run(local.transcribe(WORDS, "en"))
    assert heard == Transcript("why is the sky blue?", "en", 1.0, "Whisper on this machine", heard.no_speech)
    assert 0.0 <= heard.no_speech <= 1.0


def test_a_folder_that_is_not_there_is_refused_without_a_process(run: Run[Any], child: STTClient) -> None:
    local = LocalTranscriber(child, "/nowhere/whisper")
    for request in (local.warm(), local.transcribe(WORDS, "en"), local.listen("en", str).finish()):
        with pytest.raises(STTError, match=r"^There is no folder /nowhere/whisper: copy the Whisper model there"):
            run(request)


class Counting(LocalTranscriber):
    """Tells what it was asked, and answers when it is let."""

    def __init__(self, *faults: STTError) -> None:
        self.asked: list[int] = []
        self.may = asyncio.Event()
        self.cancelled = 0
        self.faults = list(faults)

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        """As long as it was."""
        self.asked.append(len(samples))
        try:
            await self.may.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if self.faults:
            raise self.faults.pop(0)
        return Transcript(str(len(samples)), language, len(samples) / RATE)


async def settled() -> None:
    """Let what is ready run."""
    for _ in range(5):
        await asyncio.sleep(0)


def begun(transcriber: Counting, told: list[str]) -> LocalListening:
    """A question that paused after one second of words."""
    question = LocalListening(transcriber, "en", told.append)
    question.add(WORDS)
    question.add(QUIET)
    question.paused()
    return question


def test_what_was_worked_on_in_the_pause_is_the_text_when_nothing_follows(run: Run[Any]) -> None:
    async def scenario() -> None:
        told: list[str] = []
        transcriber = Counting()
        transcriber.may.set()
        question = begun(transcriber, told)
        await settled()
        assert told == ["20800"]
        question.add(noise(0.5, 0.005, 3))
        question.paused()
        assert (await question.finish()).text == "20800"
        assert transcriber.asked == [20_800]

    run(scenario())


@pytest.mark.parametrize("pauses_again", [True, False])
def test_what_is_said_after_a_pause_is_in_the_text(run: Run[Any], pauses_again: bool) -> None:
    async def scenario() -> None:
        told: list[str] = []
        transcriber = Counting()
        question = begun(transcriber, told)
        await settled()
        question.add(WORDS)
        question.add(QUIET)
        if pauses_again:
            question.paused()
        transcriber.may.set()
        assert (await question.finish()).text == "41600"
        assert transcriber.asked == [20_800, 41_600]
        await settled()
        assert transcriber.cancelled == 1
        assert told == (["41600"] if pauses_again else [])

    run(scenario())


def test_of_a_dropped_question_nothing_comes_later(run: Run[Any]) -> None:
    async def scenario() -> None:
        told: list[str] = []
        transcriber = Counting()
        question = begun(transcriber, told)
        await settled()
        question.drop()
        transcriber.may.set()
        await settled()
        assert transcriber.cancelled == 1
        assert not told

    run(scenario())


def test_a_process_that_died_in_the_pause_is_asked_once_again(run: Run[Any]) -> None:
    async def scenario() -> None:
        transcriber = Counting(STTError("It died.", again=True))
        transcriber.may.set()
        question = begun(transcriber, [])
        assert (await question.finish()).text == "20800"
        assert len(transcriber.asked) == 2

    run(scenario())


def test_a_question_that_cannot_be_heard_is_not_tried_again(run: Run[Any]) -> None:
    async def scenario() -> None:
        transcriber = Counting(STTError("It cannot."))
        transcriber.may.set()
        with pytest.raises(STTError, match=r"^It cannot\.$"):
            await begun(transcriber, []).finish()
        assert len(transcriber.asked) == 1

    run(scenario())


def test_a_cancelled_finish_stops_the_work(run: Run[Any]) -> None:
    async def scenario() -> None:
        transcriber = Counting()
        finishing = asyncio.ensure_future(begun(transcriber, []).finish())
        await settled()
        finishing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await finishing
        assert transcriber.cancelled == 1

    run(scenario())


def test_sound_that_is_changed_after_it_was_added_stays_as_it_was(run: Run[Any]) -> None:
    async def scenario() -> None:
        transcriber = Counting()
        transcriber.may.set()
        question = LocalListening(transcriber, "en", str)
        ring = np.ones(160, np.float32)
        question.add(ring)
        ring[:] = 0
        assert question._whole().min() == 1.0
        question.drop()

    run(scenario())
