"""The hall's sound beside the microphone's: which sample lies where, and what becomes of clocks that differ."""

from __future__ import annotations

import numpy as np
import pytest

from console.playout.sound import echo_reference as module
from console.playout.sound.echo_reference import ADVANCE, EchoReference
from engine.ipc.rings.samples import SAMPLE_RATE
from tests.console.playout.conftest import BLOCK, Bench, file_turn


@pytest.fixture
def beside(bench: Bench) -> EchoReference:
    made = EchoReference(bench.echo, bench.source.hall, bench.clock)
    made.silent = False
    bench.source.mode = "say"
    bench.source.overheard = made
    return made


def test_each_sample_of_the_microphone_has_what_the_hall_heard_then(bench: Bench, beside: EchoReference) -> None:
    bench.source.say(file_turn(1, np.linspace(0.1, 0.9, 2 * SAMPLE_RATE).astype(np.float32)))
    for number in range(60):
        bench.block(late_s=0.004 * (number % 3))  # a busy computer
    assert bench.echo.written == bench.ear.written == 60 * BLOCK
    heard = bench.heard
    for back in (1, 1000, 9000):
        spoken_at = heard - back  # what the hall heard when this sample of the microphone was spoken
        found = bench.echo.read(bench.echo.written - back, 1)[0]
        assert found == pytest.approx(bench.source.hall(spoken_at + ADVANCE, 1)[0], abs=1e-3)
        assert found > 0.1


def test_loudspeakers_that_are_muted_are_silence(bench: Bench, beside: EchoReference) -> None:
    bench.source.say(file_turn(1, np.full(SAMPLE_RATE, 0.5, np.float32)))
    beside.silent = True
    for _ in range(20):
        bench.block()
    assert not bench.echo.read(0, bench.echo.written).any()


@pytest.mark.parametrize("ppm", [-300, 300])
def test_a_microphone_on_another_crystal_is_followed(bench: Bench, ppm: int) -> None:
    asked: list[int] = []

    def hall(start: int, count: int) -> np.ndarray:
        asked.append(start)
        return np.zeros(count, np.float32)

    beside = EchoReference(bench.echo, hall, bench.clock)
    beside.silent = False
    seconds = 60
    for number in range(seconds * 100):
        now = (number + 1) * BLOCK * (1 + ppm / 1e6) / SAMPLE_RATE
        beside.record(BLOCK, now)
        off = asked[-1] + BLOCK - ADVANCE - now * SAMPLE_RATE
        assert abs(off) < 0.001 * SAMPLE_RATE, "never a millisecond off"
    steps = np.diff(asked) - BLOCK
    assert np.abs(steps).max() <= 0.0005 * SAMPLE_RATE, "and never a leap"


def test_one_late_callback_moves_nothing_and_a_stall_is_made_good_within_a_second(bench: Bench) -> None:
    asked: list[int] = []

    def hall(start: int, count: int) -> np.ndarray:
        asked.append(start)
        return np.zeros(count, np.float32)

    beside = EchoReference(bench.echo, hall, bench.clock)
    beside.silent = False
    for number in range(300):
        beside.record(BLOCK, (number + 1) * 0.010 + (0.080 if number == 150 else 0.0))
    assert np.all(np.diff(asked) == BLOCK)
    for number in range(150):  # half a second of the microphone is missing
        beside.record(BLOCK, 3.5 + (number + 1) * 0.010)
    assert asked[-1] + BLOCK - ADVANCE == round(5.0 * SAMPLE_RATE)
    assert module._WINDOW_S <= 1.0
