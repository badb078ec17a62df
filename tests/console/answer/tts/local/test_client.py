"""What the console does when its voice process dies or hangs."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import psutil
import pytest

from console.answer.tts.local.builtin import BuiltinVoice
from console.answer.tts.local.client import TTSClient
from console.answer.tts.protocol import TTSError
from tests.console.answer.tts.conftest import Run, line_of

LONG = "This is a long sentence which goes on, and on, and on, so that it is never over when it is stopped. " * 6


def test_a_process_killed_in_the_middle_is_one_sentence_and_is_there_again_at_once(
    run: Run[Any], own_child: TTSClient
) -> None:
    async def scenario() -> None:
        line = BuiltinVoice(own_child).speak(LONG, "en")
        await anext(line)
        pid = own_child.supervised.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(TTSError, match="was lost and starts again") as caught:
            async for _ in line:
                pass
        assert str(caught.value).count(".") == 1
        assert (await line_of(BuiltinVoice(own_child), "Here again.")).words
        assert own_child.supervised.pid not in (None, pid)

    run(scenario())


def test_a_process_that_hangs_is_ended_and_started_again(
    run: Run[Any], own_child: TTSClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_child.supervised, "_hung_s", 0.5)
    monkeypatch.setattr(own_child, "_stall_s", 3.0)

    async def scenario() -> None:
        await line_of(BuiltinVoice(own_child), "Fine.")
        pid = own_child.supervised.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        with pytest.raises(TTSError):
            await line_of(BuiltinVoice(own_child), "Into the void.")
        assert (await line_of(BuiltinVoice(own_child), "Here again.")).words
        assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE

    run(scenario())


def test_a_line_asked_after_a_silent_one_waits_for_the_new_process(
    run: Run[Any], own_child: TTSClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has noticed yet that the silent process is gone: its end is no answer to the new line."""
    monkeypatch.setattr(own_child, "_stall_s", 0.3)

    async def scenario() -> None:
        pid = own_child.supervised.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        with pytest.raises(TTSError, match="gave no sound"):
            await line_of(BuiltinVoice(own_child), "Into the void.")
        assert own_child.supervised.pid == pid, "it hangs and is not lost yet"
        monkeypatch.setattr(own_child, "_stall_s", 10.0)
        monkeypatch.setattr(own_child, "_start_s", 15.0)
        assert (await line_of(BuiltinVoice(own_child), "Here again.")).words

    run(scenario())


def test_a_process_without_a_console_ends_by_itself(run: Run[Any], own_child: TTSClient) -> None:
    pid = own_child.supervised.pid
    assert pid is not None
    process = psutil.Process(pid)
    own_child.supervised.leave()  # as a console that was killed
    assert process.wait(5) in (0, None)


def test_a_process_that_does_not_start_is_one_sentence(run: Run[Any], home: Path) -> None:
    child = TTSClient(home / "run", home / "log", MagicMock(), module="no.such.module", stall_s=0.5)
    with pytest.raises(TTSError, match=r"^The voice process does not start: the log says why\.$"):
        run(line_of(BuiltinVoice(child), "Hello."))
    child.end()
