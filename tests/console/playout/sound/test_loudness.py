"""Momentary loudness, against the figures of EBU Tech 3341."""

from __future__ import annotations

import numpy as np
import pytest

from console.playout.sound.loudness import NOTHING_LUFS, Loudness
from engine.ipc.rings.samples import SAMPLE_RATE

BLOCK = SAMPLE_RATE // 100


def tone(level_dbfs: float, seconds: float, hertz: float = 1000.0) -> np.ndarray:
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (10 ** (level_dbfs / 20) * np.sin(2 * np.pi * hertz * t)).astype(np.float32)


def feed(meter: Loudness, sound: np.ndarray) -> float:
    """In blocks of 10 ms, read every 50 ms as the status does."""
    read = NOTHING_LUFS
    for number, start in enumerate(range(0, len(sound), BLOCK)):
        meter.update(sound[start : start + BLOCK])
        if number % 5 == 4:
            read = meter.read_lufs()
    return read


@pytest.mark.parametrize("level", [-20.0, -33.0, -40.0])
def test_a_tone_of_one_kilohertz_reads_three_decibels_below_its_peak(level: float) -> None:
    # Tech 3341 case 1: a stereo tone at -23 dBFS reads -23 LUFS; one channel of it reads 3.01 less.
    assert feed(Loudness(), tone(level, 2.0)) == pytest.approx(level - 3.01, abs=0.1)


def test_low_rumble_counts_less_than_speech() -> None:
    assert feed(Loudness(), tone(-20, 2.0, 30.0)) < feed(Loudness(), tone(-20, 2.0, 1000.0)) - 6


def test_it_follows_within_half_a_second() -> None:
    meter = Loudness()
    feed(meter, tone(-20, 1.0))
    assert feed(meter, tone(-40, 0.5)) == pytest.approx(-43.01, abs=0.2)


def test_silence_and_a_line_that_stopped_read_nothing() -> None:
    meter = Loudness()
    assert meter.read_lufs() == NOTHING_LUFS
    feed(meter, tone(-20, 1.0))
    assert feed(meter, np.zeros(SAMPLE_RATE, np.float32)) <= -100
    feed(meter, tone(-20, 1.0))
    reads = [meter.read_lufs() for _ in range(10)]
    assert reads[0] > -30 and reads[-1] == NOTHING_LUFS
    assert feed(meter, tone(-20, 1.0)) == pytest.approx(-23.01, abs=0.1)


def test_a_reader_that_sleeps_costs_no_memory() -> None:
    meter = Loudness()
    for _ in range(5000):
        meter.update(np.zeros(BLOCK, np.float32))
    assert len(meter._blocks) <= 100
