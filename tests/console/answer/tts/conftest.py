"""A voice process of the tests' own, on an event loop like the console's."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import MagicMock

import numpy as np
import pytest
import qasync
import shiboken6
from PySide6.QtWidgets import QApplication

from console.answer.tts.local.builtin import BuiltinVoice
from console.answer.tts.local.client import TTSClient
from console.answer.tts.protocol import Floats, Phone, Spoken, Voice, Word
from tests.fakes.children import ROOT

T = TypeVar("T")
Run = Callable[[Awaitable[T]], T]


class Line:
    """A line that was spoken to its end, in one."""

    def __init__(self, pieces: list[Spoken]) -> None:
        self.pieces = pieces
        self.samples: Floats = np.concatenate([np.zeros(0, np.float32), *(each.samples for each in pieces)])
        self.phones: list[Phone] = [phone for each in pieces for phone in each.phones]
        self.words: list[Word] = [word for each in pieces for word in each.words]
        self.lasts_s = len(self.samples) / 48_000

    @property
    def ipa(self) -> str:
        """Its phones, without stress."""
        return "".join(phone.ipa for phone in self.phones).replace("ˈ", "").replace("ˌ", "")

    def loudness_db(self, at_s: float, until_s: float) -> float:
        """RMS of a part, in dBFS."""
        part = self.samples[round(at_s * 48_000) : round(until_s * 48_000)]
        return float(10 * np.log10(np.mean(part.astype(np.float64) ** 2) + 1e-12))


async def line_of(voice: Voice, text: str, language: str = "en", rate: float = 1.0) -> Line:
    """Let `voice` speak."""
    return Line([piece async for piece in voice.speak(text, language, rate)])


@pytest.fixture(scope="module")
def loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    """The console's kind of event loop."""
    made = qasync.QEventLoop(qapp)
    made.run_until_complete(asyncio.to_thread(int))  # its threads stay until it is closed
    yield made
    made.close()
    # Time-outs that were not needed still run in it. Swept up later, perhaps by another thread, it would crash Qt.
    shiboken6.delete(made._timer)


@pytest.fixture(scope="module")
def run(loop: qasync.QEventLoop) -> Run[Any]:
    """Runs a coroutine to its end, for 20 s at most."""

    def until_done(request: Awaitable[T]) -> T:
        return loop.run_until_complete(asyncio.wait_for(request, 20))

    return until_done


def started(loop: qasync.QEventLoop) -> Iterator[TTSClient]:
    """A real voice process that is there."""
    patch = pytest.MonkeyPatch()
    patch.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="compere-v-") as name:  # the address of a socket must be short
        made = TTSClient(Path(name) / "run", Path(name) / "log", MagicMock())
        made.begin()
        loop.run_until_complete(asyncio.wait_for(BuiltinVoice(made).warm(), 20))
        yield made
        made.end()
    patch.undo()


@pytest.fixture(scope="module")
def child(loop: qasync.QEventLoop) -> Iterator[TTSClient]:
    """One voice process for all tests of a file."""
    yield from started(loop)


@pytest.fixture
def own_child(loop: qasync.QEventLoop) -> Iterator[TTSClient]:
    """One for a test that kills it."""
    yield from started(loop)
