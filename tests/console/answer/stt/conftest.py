"""A real ear of the tests' own, with a small Whisper."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import av
import numpy as np
import pytest
import qasync

from console.answer.stt.client import STTClient
from console.answer.stt.protocol import Floats
from tests.console.answer.stt.tinywhisper import write_tiny_whisper
from tests.console.answer.tts.conftest import loop as loop
from tests.console.answer.tts.conftest import run as run
from tests.fakes.children import ROOT


def recorded(language: str) -> Floats:
    """What eSpeak NG said, as float32 at 16 kHz."""
    with av.open(str(ROOT / "tests" / "data" / f"espeak-{language}.wav")) as file:
        pieces = [frame.to_ndarray().reshape(-1) for frame in file.decode(audio=0)]
    return (np.concatenate(pieces) / 32768).astype(np.float32)


def noise(seconds: float, level: float, seed: int = 1) -> Floats:
    """White noise at 16 kHz; `level` is its RMS."""
    return (level * np.random.default_rng(seed).standard_normal(round(seconds * 16_000))).astype(np.float32)


@pytest.fixture(scope="session")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of the small model."""
    return str(write_tiny_whisper(tmp_path_factory.mktemp("whisper") / "tiny"))


def started(loop: qasync.QEventLoop) -> Iterator[STTClient]:
    """A real ear that is there."""
    patch = pytest.MonkeyPatch()
    patch.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="compere-h-") as name:  # the address of a socket must be short
        made = STTClient(Path(name) / "run", Path(name) / "log", MagicMock())
        made.begin()
        loop.run_until_complete(asyncio.wait_for(made._there.wait(), 20))
        yield made
        made.end()
    patch.undo()


@pytest.fixture(scope="module")
def child(loop: qasync.QEventLoop) -> Iterator[STTClient]:
    """One ear for all tests of a file."""
    yield from started(loop)


@pytest.fixture
def own_child(loop: qasync.QEventLoop) -> Iterator[STTClient]:
    """One for a test that kills it."""
    yield from started(loop)
