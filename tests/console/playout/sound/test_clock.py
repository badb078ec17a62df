from __future__ import annotations

import random
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.playout.sound.clock import Envelope, ProgramClock, TimelineClock
from engine.ipc.rings.samples import SAMPLE_RATE

BLOCK_S = 0.01


def loudspeaker(clock: TimelineClock, *, begin_s: float, seconds: float, ppm: float, late_s: float, seed: int) -> float:
    """A loudspeaker whose clock is `ppm` fast calls back; most callbacks come up to `late_s` late. Its end."""
    chance = random.Random(seed)
    rate = SAMPLE_RATE * (1 + ppm * 1e-6)
    for number in range(int(seconds / BLOCK_S)):
        at_s = begin_s + number * BLOCK_S
        late = chance.random() * late_s if number % 17 else 0.0
        clock.observe((at_s - begin_s) * rate, at_s + late)
    return begin_s + seconds


@given(ppm=st.floats(-200, 200), seed=st.integers(0, 1000))
def test_it_follows_a_loudspeaker_whose_callbacks_come_late(ppm: float, seed: int) -> None:
    clock = TimelineClock(1000.0)
    end = loudspeaker(clock, begin_s=1000.0, seconds=180, ppm=ppm, late_s=0.008, seed=seed)
    true = (end - 1000.0) * SAMPLE_RATE * (1 + ppm * 1e-6)
    assert clock.position(end) == pytest.approx(true, abs=24), "more than half a millisecond off"
    assert clock.ppm == pytest.approx(ppm, abs=10)
    assert clock.position(end + 5) - clock.position(end) == pytest.approx(5 * SAMPLE_RATE * (1 + ppm * 1e-6), abs=3)


@given(seed=st.integers(0, 1000), ppm=st.floats(-250, 250))
def test_it_never_goes_back_from_one_tick_to_the_next(seed: int, ppm: float) -> None:
    clock = TimelineClock(0.0)
    chance = random.Random(seed)
    before = clock.position(0.0)
    for number in range(3000):
        at_s = number * BLOCK_S
        clock.observe(at_s * SAMPLE_RATE * (1 + ppm * 1e-6) + 1500, at_s + 0.04 + chance.random() * 0.01)
        now = clock.position(at_s)
        assert now >= before
        before = now


@given(index=st.floats(-1e6, 1e10), seconds=st.floats(0, 20))
def test_when_and_position_are_inverse(index: float, seconds: float) -> None:
    clock = TimelineClock(7.0)
    loudspeaker(clock, begin_s=7.0, seconds=seconds, ppm=100, late_s=0.004, seed=1)
    assert clock.position(clock.when(index)) == pytest.approx(index, abs=0.01)


def test_without_a_loudspeaker_it_runs_on_by_itself() -> None:
    clock = TimelineClock(100.0)
    assert clock.position(100.0) == 0
    assert clock.position(3700.0) == 3600 * SAMPLE_RATE
    assert clock.ppm == 0


def test_a_broken_loudspeaker_cannot_pull_it_beyond_what_crystals_do() -> None:
    clock = TimelineClock(0.0)
    loudspeaker(clock, begin_s=0.0, seconds=600, ppm=20_000, late_s=0.0, seed=1)
    assert clock.ppm == pytest.approx(300)


def test_it_can_be_asked_from_several_threads() -> None:
    clock = TimelineClock(0.0)
    begin, wrong = threading.Barrier(3), []

    def ask() -> None:
        begin.wait()
        for number in range(3000):
            index = clock.position(number * BLOCK_S)
            if abs(index - number * 480) > 100:
                wrong.append(index)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    begin.wait()
    loudspeaker(clock, begin_s=0.0, seconds=30, ppm=0, late_s=0.0005, seed=3)
    for thread in threads:
        thread.join()
    assert wrong == []


@given(delays=st.lists(st.floats(0, 50), min_size=12, max_size=200))
def test_the_envelope_gives_the_earliest_callback_of_each_window(delays: list[float]) -> None:
    envelope = Envelope()
    given_, window = [], []
    for number, late in enumerate(delays):
        window.append(-late)
        found = envelope.push(-late, number * BLOCK_S, 0.1)
        if found is not None:
            given_.append(found)
            assert found == max(window)
            window = []
    assert len(given_) == len(delays) // 12 or len(given_) == len(delays) // 11


def test_an_envelope_that_forgets_begins_a_new_window() -> None:
    envelope = Envelope()
    envelope.push(99.0, 0.0, 1.0)
    envelope.forget()
    assert envelope.push(1.0, 0.5, 1.0) is None
    assert envelope.push(2.0, 1.2, 1.0) is None
    assert envelope.push(0.0, 1.6, 1.0) == 2.0


@given(
    rate=st.sampled_from([25, 30, 50, 60]),
    start=st.integers(0, 10**9),
    steps=st.lists(st.floats(0, 5000), max_size=60),
)
def test_each_tick_is_served_once_in_its_time_or_counted_as_missed(rate: int, start: int, steps: list[float]) -> None:
    clock = ProgramClock(rate, start)
    first = clock.frame
    position, served = float(start), []
    for step in steps:
        position += step
        frame = clock.serve(position)
        if frame is not None:
            served.append(frame)
            assert frame * SAMPLE_RATE / rate <= position + 48
            assert position < clock.pts + 1
        assert clock.frame - first == len(served) + clock.missed
    assert served == sorted(set(served))


def test_a_tick_is_computed_from_its_count_and_never_summed() -> None:
    clock = ProgramClock(60, 0)
    for frame in range(1, 60 * 3600, 997):
        clock.frame = frame
        assert clock.pts == frame * 800
    clock = ProgramClock(30, 47_999)
    assert (clock.frame, clock.pts) == (30, 48_000)


def test_a_tick_comes_at_most_a_millisecond_early_and_not_twice() -> None:
    clock = ProgramClock(30, 0)
    assert clock.serve(1600 - 49) is None
    assert clock.serve(1600 - 48) == 1
    assert clock.serve(1600) is None
    assert clock.serve(8000) == 5
    assert clock.missed == 3
