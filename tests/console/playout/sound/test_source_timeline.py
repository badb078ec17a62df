from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from console.playout.devices.ports import MicrophonePort
from console.playout.sound.feedback_trial import SHIFT, SHIFT_LENGTH, SHIFT_RAMP
from console.playout.sound.source_timeline import FADE, Arrivals
from engine.ipc.rings.samples import SAMPLE_RATE
from tests.console.playout.conftest import BLOCK, DELAY, Bench, file_turn

MS = SAMPLE_RATE // 1000


def speech(count: int) -> NDArray[np.float32]:
    return np.ones(count, np.float32)


def delays(bench: Bench, start: int, end: int) -> NDArray[np.float64]:
    """How much later than it was captured each sample of the microphone lies on the timeline."""
    sound = bench.ring_sound(start, end).astype(float) * 2**24
    places = np.arange(start, end)
    return (places - sound)[sound > 0]


@settings(deadline=None, max_examples=25)
@given(delay=st.integers(20 * MS, 500 * MS), late_ms=st.floats(0, 8), seed=st.integers(0, 99))
def test_the_microphone_lies_one_lip_delay_after_its_capture_whatever_the_callbacks_do(
    delay: int, late_ms: float, seed: int
) -> None:
    bench = Bench(delay)
    try:
        chance = random.Random(seed)
        for number in range(300):
            bench.block(late_s=chance.random() * late_ms / 1000 if number % 9 else 0.0)
        found = delays(bench, bench.heard - SAMPLE_RATE, bench.heard)
        assert len(found) > 0.99 * SAMPLE_RATE
        assert abs(found - delay).max() <= BLOCK
    finally:
        bench.close()


@settings(deadline=None, max_examples=5)
@given(ppm=st.floats(-200, 200))
def test_a_microphone_whose_clock_runs_otherwise_stays_in_its_place(ppm: float) -> None:
    bench = Bench()
    try:
        bench.block()
        for number in range(4000):
            bench.pass_time(0.01 / (1 + ppm * 1e-6))
            value = np.full(BLOCK, (bench.heard - BLOCK) / 2**24, np.float32)
            bench.source.from_microphone(value, bench.now)
            if number > 1000 and number % 500 == 0:
                assert abs(bench.ring.written - bench.heard - DELAY) <= 5 * MS
        assert bench.source.resyncs == 0
    finally:
        bench.close()


def test_the_hall_hears_the_microphone_through_compere(bench: Bench) -> None:
    for _ in range(100):
        bench.block()
    start, end = bench.heard - 20_000, bench.heard
    assert np.array_equal(bench.hall_sound(start, end), bench.ring_sound(start, end))
    assert bench.hall_sound(start, end).all()


def test_with_the_pa_direct_the_hall_is_silent_and_the_avatar_still_hears(bench: Bench) -> None:
    bench.source.through = False
    for _ in range(100):
        bench.block()
    start, end = bench.heard - 20_000, bench.heard
    assert not bench.hall_sound(start, end).any()
    assert bench.ring_sound(start, end).all()
    bench.source.say(file_turn(1, speech(9600)))
    bench.pass_time(0.3)
    assert bench.hall_sound(bench.heard - 1000, bench.heard).all(), "a turn is always heard"


def test_a_muted_microphone_is_silence_that_keeps_its_place(bench: Bench) -> None:
    bench.source.mic_muted = True
    for _ in range(100):
        bench.block()
    assert not bench.ring_sound(bench.heard - 20_000, bench.heard).any()
    bench.source.mic_muted = False
    bench.source.gain = 0.5
    for _ in range(100):
        bench.block()
    sound = bench.ring_sound(bench.heard - 1000, bench.heard).astype(float) * 2**24
    assert sound / (np.arange(bench.heard - 1000, bench.heard) - DELAY) == pytest.approx(0.5, rel=0.01)


def test_in_say_the_microphone_is_not_heard(bench: Bench) -> None:
    bench.source.mode = "say"
    for _ in range(100):
        bench.block()
    assert not bench.ring_sound(bench.heard - 20_000, bench.heard + DELAY).any()
    assert bench.ring.written == bench.heard + DELAY


def test_where_the_microphone_brings_nothing_silence_goes_on(bench: Bench) -> None:
    for _ in range(50):
        bench.block()
    gone = bench.heard
    bench.pass_time(2.0)
    assert bench.ring.written == bench.heard + DELAY
    assert not bench.ring_sound(gone + DELAY + BLOCK, bench.heard + DELAY).any()
    for _ in range(200):
        bench.block()
    assert abs(delays(bench, bench.heard - 4800, bench.heard) - DELAY).max() <= BLOCK


def test_a_block_that_comes_late_leaves_no_hole(bench: Bench) -> None:
    for _ in range(100):
        bench.block()
    bench.pass_time(0.030)  # three blocks come at once
    for back in (2, 1, 0):
        end = bench.heard - back * BLOCK
        bench.source.from_microphone(np.arange(end - BLOCK, end, dtype=np.float32) / 2**24, bench.now)
    for _ in range(30):
        bench.block()
    start = bench.heard - 10_000
    assert abs(delays(bench, start, bench.heard) - DELAY).max() <= BLOCK
    assert bench.ring_sound(start, bench.heard).all()


@pytest.mark.parametrize("to", [DELAY - 40 * MS, DELAY - 20 * MS, DELAY + 20 * MS, DELAY + 100 * MS])
def test_a_new_lip_delay_holds_for_the_microphone_within_a_second(bench: Bench, to: int) -> None:
    for _ in range(200):
        bench.block()
    bench.source.delay = to
    for _ in range(100):
        bench.block()
    bench.pass_time(0.2)
    assert abs(delays(bench, bench.captured, bench.captured + 2000) - to).max() <= BLOCK


def test_a_turn_is_laid_whole_and_heard_in_its_place(bench: Bench) -> None:
    samples = np.linspace(0.1, 1, 20_000, dtype=np.float32)
    turn = file_turn(7, samples)
    assert bench.source.say(turn)
    bench.pass_time(1.0)
    assert turn.left == 0
    assert np.array_equal(bench.hall_sound(turn.begun, turn.begun + 20_000), samples)
    assert np.array_equal(bench.ring_sound(turn.begun, turn.begun + 20_000), samples)
    assert not bench.hall_sound(turn.begun + 20_000, bench.ring.written).any()


def test_a_turn_has_ended_when_its_last_sample_was_heard_and_not_when_it_was_laid(bench: Bench) -> None:
    turn = file_turn(7, speech(9600))
    bench.source.say(turn)
    while turn.left:
        bench.pass_time(0.01)
    assert bench.source.turn is turn and bench.source.ended_turns() == []
    while bench.heard < turn.begun + 9600:
        assert bench.source.ended_turns() == []
        bench.pass_time(0.01)
    bench.pass_time(0.01)
    assert bench.source.ended_turns() == [(turn, 9600)]
    assert bench.source.ended_turns() == [] and bench.source.turn is None


def test_turns_are_heard_one_after_the_other_without_a_gap(bench: Bench) -> None:
    first, second = file_turn(1, speech(7000)), file_turn(2, speech(7000))
    bench.source.say(first)
    bench.source.say(second)
    ended = []
    for _ in range(60):
        bench.pass_time(0.01)
        for turn, heard in bench.source.ended_turns():
            ended.append((turn.number, heard))
            assert bench.heard >= turn.begun + heard, "it was called heard too early"
    assert second.begun == first.begun + 7000
    assert bench.hall_sound(first.begun, first.begun + 14_000).all()
    assert ended == [(1, 7000), (2, 7000)]


def test_the_microphone_is_silent_while_a_turn_is_spoken_and_comes_back(bench: Bench) -> None:
    for _ in range(100):
        bench.block()
    turn = file_turn(1, speech(9600) * 3)
    bench.source.say(turn)
    for _ in range(60):
        bench.block()
    spoken = bench.hall_sound(turn.begun, turn.begun + 9600)
    assert (spoken == 3).all()
    for _ in range(40):
        bench.block()
    assert abs(delays(bench, bench.heard - 4800, bench.heard) - DELAY).max() <= BLOCK


@given(begun=st.integers(0, 40), said=st.lists(st.integers(1, 9), max_size=4), later=st.integers(1, 12))
@settings(deadline=None)
def test_a_late_sound_of_an_interrupted_turn_is_never_heard(begun: int, said: list[int], later: int) -> None:
    bench = Bench()
    try:
        bench.source.mode = "say"
        for number in sorted(set(said)):
            bench.source.say(file_turn(number, speech(9600)))
        bench.pass_time(begun * 0.01)
        at, newest = bench.heard, max(said, default=0)
        bench.source.interrupt(at, newest)
        new = file_turn(later, speech(9600))
        assert bench.source.say(new) == (later > newest)
        bench.pass_time(0.3)
        silent_until = new.begun if later > newest else bench.ring.written
        assert not bench.hall_sound(at + FADE, silent_until).any()
        assert not bench.ring_sound(at + FADE, silent_until).any()
    finally:
        bench.close()


def test_an_interrupted_turn_says_how_much_of_it_was_heard(bench: Bench) -> None:
    turn, waiting = file_turn(1, speech(SAMPLE_RATE)), file_turn(2, speech(100))
    bench.source.say(turn)
    bench.source.say(waiting)
    bench.pass_time(0.5)
    bench.source.interrupt(bench.heard)
    assert bench.source.ended_turns() == [(turn, bench.heard - turn.begun), (waiting, 0)]
    assert 0 < bench.heard - turn.begun < SAMPLE_RATE


def test_an_interrupt_fades_within_ten_milliseconds_from_what_was_heard(bench: Bench) -> None:
    bench.source.say(file_turn(1, speech(SAMPLE_RATE)))
    bench.pass_time(0.5)
    generation = bench.source.generation
    at = bench.heard
    bench.source.interrupt(at)
    assert bench.source.generation == generation + 1 and bench.ring.cut_at == at
    fall = bench.hall_sound(at, at + FADE)
    assert FADE == 480 and fall[0] == 1 and fall[-1] == 0 and (np.diff(fall) < 0).all()
    assert np.array_equal(bench.ring_sound(at, at + FADE), fall)
    assert (bench.hall_sound(at - 1000, at) == 1).all()
    assert not bench.hall_sound(at + FADE, bench.ring.written).any()


def test_what_came_from_a_source_that_nobody_chose_is_taken_back(bench: Bench) -> None:
    for _ in range(100):
        bench.block()
    at = bench.heard
    bench.source.silence(at)
    assert not bench.hall_sound(at + FADE, bench.ring.written).any()
    for _ in range(100):
        bench.block()
    assert abs(delays(bench, bench.heard - 4800, bench.heard) - DELAY).max() <= BLOCK


def test_after_a_long_sleep_of_the_computer_it_goes_on(bench: Bench) -> None:
    bench.source.say(file_turn(1, speech(SAMPLE_RATE)))
    bench.pass_time(0.2)
    bench.now += 3600
    bench.source.advance(bench.now)
    assert bench.ring.written == bench.heard + DELAY
    assert not bench.hall_sound(bench.heard - 1000, bench.heard).any()
    bench.source.advance(bench.now)
    assert [heard for _, heard in bench.source.ended_turns()] == [SAMPLE_RATE]


def move(bench: Bench, step: str, number: int) -> None:
    """One of the things that happen to a timeline."""
    source = bench.source
    match step:
        case "pass":
            bench.pass_time(0.05)
        case "block" | "late block":
            bench.block(0.03 if step == "late block" else 0.0)
        case "turn":
            source.say(file_turn(number, speech(3000)))
        case "interrupt":
            source.interrupt(bench.heard)
        case "silence":
            source.silence(bench.heard)
        case "say" | "mirror":
            source.mode = step
        case "delay":
            source.delay = 2000 + 400 * (number % 20)
        case "pa":
            source.through = not source.through


STEPS = ("pass", "block", "late block", "turn", "interrupt", "silence", "say", "mirror", "delay", "pa")


@settings(deadline=None)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=40))
def test_whatever_happens_the_timeline_never_goes_back_and_never_falls_behind(steps: list[str]) -> None:
    bench = Bench()
    try:
        written = bench.ring.written
        for number, step in enumerate(steps, 1):
            move(bench, step, number)
            assert bench.ring.written >= written
            written = bench.ring.written
        bench.source.mode = "say"
        bench.pass_time(0.1)
        assert bench.ring.written >= bench.heard + bench.source.delay
    finally:
        bench.close()


def test_the_hall_hears_nothing_where_nothing_was_laid(bench: Bench) -> None:
    assert not bench.hall_sound(-500, 500).any()
    assert not bench.hall_sound(bench.ring.written, bench.ring.written + 500).any()
    assert len(bench.hall_sound(0, 0)) == 0


def test_it_is_known_when_a_sample_of_the_microphone_arrived() -> None:
    arrivals = Arrivals()
    assert arrivals.when(0) is None
    for number in range(3000):
        arrivals.record(1000 + 480 * (number + 1), number * 0.01)
    newest = 1000 + 480 * 3000
    assert arrivals.when(newest - 1) == pytest.approx(29.99)
    assert arrivals.when(newest - 480) == pytest.approx(29.99)
    assert arrivals.when(newest - 481) == pytest.approx(29.98)
    assert arrivals.when(newest) is None
    assert arrivals.when(1000) is None, "it is long forgotten"


def test_a_sample_that_no_microphone_brought_has_no_arrival() -> None:
    arrivals = Arrivals()
    arrivals.record(480, 1.0)
    arrivals.record(96_480, 3.0)
    assert arrivals.when(48_000) is None
    assert arrivals.when(96_200) == 3.0


@pytest.mark.parametrize("mode", ["mirror", "say"])
def test_the_bare_microphone_is_there_for_questions_in_every_mode(bench: Bench, mode: str) -> None:
    bench.source.mode = mode
    bench.source.gain = 0.5
    block = np.linspace(-0.5, 0.5, BLOCK, dtype=np.float32)
    bench.source.from_microphone(block, bench.now)
    assert np.array_equal(bench.ear.read(0, BLOCK), block / 2)
    bench.source.mic_muted = True
    bench.source.from_microphone(block, bench.now)
    assert bench.ear.written == 2 * BLOCK and not bench.ear.read(BLOCK, BLOCK).any()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 3e38])
def test_no_sample_that_is_no_number_reaches_the_hall_or_the_engine(bench: Bench, value: float) -> None:
    port = MicrophonePort(bench.source)
    bench.pass_time(0.01)
    broken = np.full(BLOCK, 0.1, np.float32)
    broken[100] = value
    port.write(broken, bench.now)
    for _ in range(50):  # the meters and the resampler have nothing left of it
        bench.pass_time(0.01)
        port.write(np.full(BLOCK, 0.1, np.float32), bench.now)
    assert -21.0 < port.peak.read_db() <= 24.1 and np.isfinite(port.loudness.read_lufs())
    assert port.peak.read_db() == -120.0, "and the next level is one of its own"
    assert bench.source.say(file_turn(1, np.concatenate((broken, np.full(SAMPLE_RATE, 0.1, np.float32)))))
    for _ in range(60):
        bench.pass_time(0.01)
        bench.source.advance(bench.now)
    start = max(0, bench.heard - SAMPLE_RATE)
    for sound in (bench.ring_sound(start, bench.heard), bench.source.hall(start, bench.heard - start)):
        assert np.isfinite(sound).all() and np.abs(sound).max() <= 16.0
    assert np.isfinite(bench.source.drift.ratio)


def test_a_gain_that_is_no_number_is_silence(bench: Bench) -> None:
    bench.source.gain = float("inf")
    bench.block()
    bench.block()
    assert np.isfinite(bench.ring_sound(0, bench.ring.written)).all()


def test_a_shift_of_the_hall_moves_its_sound_for_a_moment_and_never_the_lips(bench: Bench) -> None:
    bench.source.mode = "mirror"
    for number in range(200):
        if number == 50:
            begins = bench.source.shift_hall()
        bench.block()
    end = bench.source.written
    lips, hall = bench.ring.read(0, end), bench.source.hall(0, end)
    ends = begins + SHIFT_LENGTH
    assert np.array_equal(hall[:begins], lips[:begins]) and np.array_equal(hall[ends:], lips[ends:])
    inside = slice(begins + SHIFT_RAMP, ends - SHIFT_RAMP)
    assert np.array_equal(hall[inside], lips[inside.start - SHIFT : inside.stop - SHIFT])
    assert not np.array_equal(hall[inside], lips[inside])
