"""A spoken sentence with its phone timings, and small avatars."""

from __future__ import annotations

import json
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.avatar import Avatar, load_avatar

DATA = Path(__file__).parents[2] / "data"
AVATARS = Path(__file__).parents[3] / "avatars"
QUIET = 24_000


@dataclass
class Clip:
    """Sound of the source timeline from an array; silence around it."""

    samples: NDArray[np.float32]
    start: int = 0
    last_read: int = 0

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        self.last_read = max(self.last_read, start + count)
        out = np.zeros(count, np.float32)
        first, last = max(start, self.start), min(start + count, self.start + len(self.samples))
        if last > first:
            out[first - start : last - start] = self.samples[first - self.start : last - self.start]
        return out


@pytest.fixture
def clip() -> Callable[..., Clip]:
    return Clip


@pytest.fixture(scope="session")
def speech() -> NDArray[np.float32]:
    """ "My mama put a big map by Bob", 48 kHz, with half a second of silence before and after."""
    with wave.open(str(DATA / "mama-map-bob.wav")) as file:
        slow = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32) / 32768
    n = np.arange(-48, 49)
    wide = np.zeros(3 * len(slow), np.float32)
    wide[::3] = 3 * slow
    fast = np.convolve(wide, np.sinc(n / 3) / 3 * np.hanning(97), "same").astype(np.float32)
    return np.concatenate([np.zeros(QUIET, np.float32), fast * 0.5, np.zeros(QUIET, np.float32)])


@pytest.fixture(scope="session")
def phones() -> list[tuple[int, int, str]]:
    """(first sample, last sample, phone) of `speech`."""
    spoken = json.loads((DATA / "mama-map-bob.json").read_text(encoding="utf-8"))["phones"]
    return [(QUIET + round(48_000 * a), QUIET + round(48_000 * b), phone) for a, b, phone in spoken]


@pytest.fixture(scope="session")
def lin() -> Avatar:
    return load_avatar(AVATARS / "lin")


@pytest.fixture(scope="session")
def hao() -> Avatar:
    return load_avatar(AVATARS / "hao")
