from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from console.playout.sound.drift import DriftCorrector

Sound = NDArray[np.float32]


def tone(count: int, hertz: float = 440.0) -> Sound:
    return np.sin(2 * np.pi * hertz * np.arange(count) / 48_000).astype(np.float32)


def in_blocks(drift: DriftCorrector, sound: Sound, sizes: list[int]) -> Sound:
    out, at, number = [], 0, 0
    while at < len(sound):
        size = sizes[number % len(sizes)]
        out.append(drift.resample(sound[at : at + size]))
        at, number = at + size, number + 1
    return np.concatenate(out)


@given(sizes=st.lists(st.integers(1, 1000), min_size=4, max_size=8))
def test_at_ratio_one_every_sample_passes_unchanged(sizes: list[int]) -> None:
    sound = tone(5000)
    out = in_blocks(DriftCorrector(), sound, sizes)
    assert np.array_equal(out[2:], sound[: len(out) - 2])
    assert not out[:2].any()
    assert len(out) == len(sound)


@given(ratio=st.floats(1 - 5e-4, 1 + 5e-4), sizes=st.lists(st.integers(60, 1000), min_size=1, max_size=8))
def test_elsewhere_it_is_the_same_sound_at_the_ratio_and_smooth_over_the_blocks(ratio: float, sizes: list[int]) -> None:
    drift = DriftCorrector()
    drift.ratio = ratio
    out = in_blocks(drift, tone(20_000), sizes)
    assert len(out) == pytest.approx(20_000 * ratio, abs=2)
    ideal = np.sin(2 * np.pi * 440 * (np.arange(len(out)) / ratio - 2) / 48_000)
    assert np.abs(out[8:] - ideal[8:]).max() < 2e-5, "a click, or another pitch"


def test_a_microphone_that_is_fast_by_200_ppm_settles_within_two_minutes_and_stays() -> None:
    drift = DriftCorrector()
    ahead = 0.004  # and it began 4 ms ahead
    history = []
    for _ in range(240):
        ahead += 200e-6 + (drift.ratio - 1)
        drift.steer(ahead, 1.0)
        history.append(ahead)
    assert max(abs(a) for a in history[120:]) < 0.001
    assert max(abs(a) for a in history[220:]) < 0.0002
    assert (drift.ratio - 1) * 1e6 == pytest.approx(-200, abs=5)


@given(ahead=st.floats(-10, 10), times=st.integers(1, 1000))
def test_the_pitch_is_never_bent_by_more_than_can_be_heard(ahead: float, times: int) -> None:
    drift = DriftCorrector()
    for _ in range(times):
        drift.steer(ahead, 1.0)
    assert abs(drift.ratio - 1) <= 5e-4 + 1e-12


def test_after_long_trouble_it_comes_back_at_once() -> None:
    drift = DriftCorrector()
    for _ in range(1000):
        drift.steer(10.0, 1.0)
    for _ in range(200):
        drift.steer(-0.020, 1.0)
    assert drift.ratio > 1


def test_a_stream_that_begins_again_brings_nothing_of_the_old_and_keeps_what_was_learnt() -> None:
    drift = DriftCorrector()
    drift.ratio = 1.0001
    drift.resample(np.ones(777, np.float32))
    drift.forget()
    assert not drift.resample(np.zeros(480, np.float32)).any()
    assert drift.ratio == 1.0001


def test_an_empty_block_is_nothing() -> None:
    drift = DriftCorrector()
    assert len(drift.resample(np.zeros(0, np.float32))) == 0
    assert np.array_equal(drift.resample(tone(100))[2:], tone(100)[:98])
