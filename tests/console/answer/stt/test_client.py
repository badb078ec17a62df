from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import psutil
import pytest

from console.answer.stt.client import STTClient, STTModel
from console.answer.stt.protocol import RATE, STTError
from console.answer.stt.vad import FRAME
from tests.console.answer.stt.conftest import recorded
from tests.console.answer.tts.conftest import Run

QUESTION = np.zeros(2 * RATE, np.float32)


@pytest.mark.parametrize(("tag", "language"), [("", "en"), ("en", "en"), ("zh-TW", "zh"), ("yue", "zh")])
def test_a_question_becomes_text_in_its_language(
    run: Run[Any], child: STTClient, whisper: str, tag: str, language: str
) -> None:
    heard = run(child.transcribe(STTModel(whisper), recorded("en"), tag))
    assert heard.text == "why is the sky blue?"
    assert heard.language == language
    assert heard.seconds == len(recorded("en")) / RATE


def test_thirty_seconds_reach_the_model(run: Run[Any], child: STTClient, whisper: str) -> None:
    heard = run(child.transcribe(STTModel(whisper), np.zeros(30 * RATE, np.float32), "en"))
    assert heard.seconds == 30.0


def test_more_than_thirty_seconds_are_refused(run: Run[Any], child: STTClient, whisper: str) -> None:
    with pytest.raises(STTError, match=r"^The question is longer than 30 s: ask a shorter one\.$"):
        run(child.transcribe(STTModel(whisper), np.zeros(31 * RATE, np.float32), "en"))


def test_a_language_that_whisper_does_not_know_is_one_sentence(run: Run[Any], child: STTClient, whisper: str) -> None:
    with pytest.raises(STTError, match=r"^Whisper does not know the language tlh: choose another\.$"):
        run(child.transcribe(STTModel(whisper), QUESTION, "tlh"))


def test_a_model_that_is_rubbish_is_one_sentence_and_the_next_one_works(
    run: Run[Any], child: STTClient, whisper: str, tmp_path: Path
) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.json"):
        (tmp_path / name).write_bytes(b"rubbish")
    with pytest.raises(STTError, match=r"^The Whisper model .* cannot be loaded \(.*\): choose another\.$"):
        run(child.load(STTModel(str(tmp_path))))
    assert run(child.transcribe(STTModel(whisper), QUESTION, "en")).text


def test_speech_is_found_while_a_question_is_worked_on(run: Run[Any], child: STTClient, whisper: str) -> None:
    speech = recorded("en")
    found: list[float] = []
    failed: list[str] = []
    begins: list[int] = []

    def told(at: int, values: np.ndarray[Any, Any]) -> None:
        begins.append(at)
        found.extend(values)

    async def scenario() -> None:
        child.watch(told, failed.append)
        asked = asyncio.ensure_future(child.transcribe(STTModel(whisper), QUESTION, "en"))
        for at in range(0, len(speech), 1_600):
            child.search(at, speech[at : at + 1_600])
        while len(found) < len(speech) // FRAME:
            await asyncio.sleep(0.01)
        assert (await asked).text
        child.unwatch()

    run(scenario())
    assert begins == sorted(begins)
    assert not failed
    assert max(found) > 0.9
    assert found[0] < 0.5


def test_a_cancelled_question_is_forgotten_and_the_next_one_is_heard(
    run: Run[Any], child: STTClient, whisper: str
) -> None:
    async def scenario() -> None:
        asked = asyncio.ensure_future(child.transcribe(STTModel(whisper), QUESTION, "en"))
        while not child._open:
            await asyncio.sleep(0)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert not child._open
        assert (await child.transcribe(STTModel(whisper), QUESTION, "en")).text

    run(scenario())


def test_a_process_killed_in_the_middle_is_one_sentence_and_then_it_hears_and_searches_again(
    run: Run[Any], own_child: STTClient, whisper: str
) -> None:
    failed: list[str] = []
    searched = asyncio.Event()

    async def scenario() -> None:
        own_child.watch(lambda at, values: searched.set(), failed.append)
        await own_child.load(STTModel(whisper))
        pid = own_child.supervised.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)  # so that it is in the middle for certain
        asked = asyncio.ensure_future(own_child.transcribe(STTModel(whisper), QUESTION, "en"))
        while not own_child._open:
            await asyncio.sleep(0)
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(STTError, match=r"^The hearing process was lost and starts again") as caught:
            await asked
        assert caught.value.again
        assert failed == [str(caught.value)]
        assert (await own_child.transcribe(STTModel(whisper), QUESTION, "en")).text
        assert own_child.supervised.pid not in (None, pid)
        for at in range(0, RATE, FRAME):
            own_child.search(at, np.zeros(FRAME, np.float32))
        await searched.wait()
        own_child.unwatch()

    run(scenario())


def test_a_model_that_never_answers_is_ended_and_the_next_question_is_heard(
    run: Run[Any], own_child: STTClient, whisper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        await own_child.load(STTModel(whisper))
        pid = own_child.supervised.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        monkeypatch.setattr(own_child, "_stall_s", 0.2)
        with pytest.raises(STTError, match=r"^Whisper gave no text for 0\.2 s and was ended: ask again\.$"):
            await own_child.transcribe(STTModel(whisper), QUESTION, "en")
        monkeypatch.setattr(own_child, "_stall_s", 15.0)
        os.kill(pid, signal.SIGCONT)  # a library that hangs still lets the process be told to end
        gone = asyncio.to_thread(psutil.Process(pid).wait, 10)
        await gone
        assert (await own_child.transcribe(STTModel(whisper), QUESTION, "en")).text

    run(scenario())


def test_a_process_without_a_console_ends_by_itself(run: Run[Any], own_child: STTClient) -> None:
    pid = own_child.supervised.pid
    assert pid is not None
    process = psutil.Process(pid)
    own_child.supervised.leave()  # as a console that was killed
    assert process.wait(5) in (0, None)


def test_a_process_that_does_not_start_is_one_sentence(run: Run[Any], home: Path) -> None:
    child = STTClient(home / "run", home / "log", MagicMock(), module="no.such.module", start_s=0.5)
    with pytest.raises(STTError, match=r"^The hearing process does not start: the log says why\.$"):
        run(child.transcribe(STTModel("nowhere"), QUESTION, "en"))
    child.end()
