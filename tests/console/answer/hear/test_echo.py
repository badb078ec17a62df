"""A simulated hall: the avatar's voice comes back into the microphone, later, softer and smeared."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from console.answer.hear.contract import Floats, HearError
from console.answer.hear.echo import BLOCK, RATE, EchoCanceller

DELAY = round(0.060 * RATE)


def voice(seconds: float, seed: int, syllable_s: float) -> Floats:
    """Something like speech: a buzz in syllables, with pauses."""
    random = np.random.default_rng(seed)
    t = np.arange(round(seconds * RATE)) / RATE
    pitch = 2 * np.pi * np.cumsum(110 + 40 * np.sin(2 * np.pi * 0.7 * t + seed)) / RATE
    buzz = sum(np.sin(k * pitch + random.uniform(0, 6)) / k for k in range(1, 30))
    loud = np.clip(np.sin(np.pi * t / syllable_s), 0, 1) ** 0.5
    return (0.12 * buzz * loud + 0.002 * random.standard_normal(len(t))).astype(np.float32)


def hall_of(played: Floats) -> Floats:
    """What of it reaches the microphone: 60 ms later, 6 dB down, with a room behind it."""
    random = np.random.default_rng(1)
    room = random.standard_normal(RATE // 8) * np.exp(-np.arange(RATE // 8) / (0.025 * RATE)) * 0.02
    room[0] = 0.5
    size = 1 << int(np.ceil(np.log2(len(played) + len(room))))
    wet = np.fft.irfft(np.fft.rfft(played, size) * np.fft.rfft(room, size), size)[: len(played)]
    return np.concatenate((np.zeros(DELAY), wet))[: len(played)].astype(np.float32)


def level_db(samples: Floats) -> float:
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-12))


def test_the_avatars_voice_falls_by_more_than_20_db_within_three_seconds() -> None:
    played = voice(6.0, 3, 0.17)
    echo = hall_of(played)
    heard = EchoCanceller().clean(echo, played)
    late = slice(3 * RATE, None)
    assert level_db(echo[late]) - level_db(heard[late]) > 20.0


def test_somebody_who_speaks_meanwhile_is_still_there() -> None:
    played, near = voice(6.0, 3, 0.17), voice(6.0, 8, 0.29)
    near[: 4 * RATE] = 0.0
    heard = EchoCanceller().clean(hall_of(played) + near, played)
    late = slice(round(4.5 * RATE), None)
    assert level_db(near[late]) - level_db(heard[late]) < 6.0


def test_without_any_echo_the_microphone_goes_through() -> None:
    near = voice(2.0, 8, 0.29)
    heard = EchoCanceller().clean(near, np.zeros_like(near))
    assert abs(level_db(near[RATE:]) - level_db(heard[RATE:])) < 1.5


def test_sound_that_is_no_blocks_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no blocks"):
        EchoCanceller().clean(np.zeros(BLOCK + 1, np.float32), np.zeros(BLOCK + 1, np.float32))


def test_without_the_package_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "livekit", None)
    with pytest.raises(HearError, match=r"^Echo cancellation is not installed: .*\.$"):
        EchoCanceller()
