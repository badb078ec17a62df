from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from console.playout.devices import ports
from console.playout.devices.ports import BLOCK, LoudspeakerPort, MicrophonePort, Peak
from console.playout.sound.clock import TimelineClock
from tests.console.playout.conftest import DELAY, Bench, file_turn

LATENCY_S = 0.03
LAG = 800


class Hall:
    """A loudspeaker that calls back every 10 ms, and the microphone's blocks that arrive meanwhile."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.clock = TimelineClock(0.0)
        self.port = LoudspeakerPort(bench.source, self.clock, LAG)

    def call_back(self, status: str = "") -> NDArray[np.float32]:
        out = np.full((BLOCK, 2), 9, np.float32)
        self.port.callback(out, BLOCK, None, status)
        return out

    def play(self, blocks: int) -> NDArray[np.float32]:
        """What one loudspeaker plays meanwhile."""
        played = []
        for _ in range(blocks):
            self.bench.block()
            played.append(self.call_back()[:, 0])
        return np.concatenate(played)


@pytest.fixture
def hall(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    monkeypatch.setattr(ports, "time", SimpleNamespace(monotonic=lambda: bench.now))
    made = Hall(bench)
    made.port.begin(LATENCY_S)
    made.port.muted = False
    yield made


def lateness(hall: Hall, block: NDArray[np.float32]) -> NDArray[np.float64]:
    """How much after its capture each sample of a block that was given just now is heard."""
    heard = hall.bench.heard + LATENCY_S * 48_000 + np.arange(len(block))
    return heard - block.astype(float) * 2**24


def test_the_hall_hears_each_sample_at_its_own_time(hall: Hall) -> None:
    hall.play(200)
    late = lateness(hall, hall.play(1))
    assert late == pytest.approx(DELAY + LAG, abs=BLOCK + 1)
    assert late.std() < 1, "a click"
    assert hall.port.heard_at(hall.port.position) == pytest.approx(hall.bench.now + LATENCY_S + 0.01, abs=0.001)


def test_both_sides_of_the_hall_hear_the_same(hall: Hall) -> None:
    hall.play(100)
    out = hall.call_back()
    assert np.array_equal(out[:, 0], out[:, 1]) and out.any()


def test_a_new_stream_rises_from_silence_and_a_mute_falls_to_it_within_ten_milliseconds(hall: Hall) -> None:
    hall.bench.source.say(file_turn(1, np.ones(48_000 * 4, np.float32)))
    hall.bench.pass_time(0.5)
    hall.port.begin(LATENCY_S)
    first = hall.play(1)
    assert first[0] < 0.01 and first[-1] == 1 and (np.diff(first) > 0).all()
    hall.port.muted = True
    fall = hall.play(1)
    assert fall[0] > 0.99 and fall[-1] == 0 and (np.diff(fall) < 0).all()
    assert not hall.play(10).any()
    hall.port.muted = False
    rise = hall.play(1)
    assert rise[-1] == 1 and (np.diff(rise) > 0).all()
    assert (hall.play(5) == 1).all()


def test_muted_it_still_goes_on_so_that_its_sound_is_in_place_afterwards(hall: Hall) -> None:
    hall.play(100)
    hall.port.muted = True
    hall.play(100)
    hall.port.muted = False
    hall.play(2)
    assert lateness(hall, hall.play(1)) == pytest.approx(DELAY + LAG, abs=BLOCK + 1)


def test_after_a_stall_the_sound_is_put_back_into_its_place(hall: Hall) -> None:
    hall.play(100)
    for _ in range(30):
        hall.bench.block()
    hall.play(20)
    assert hall.port.resyncs == 1
    assert lateness(hall, hall.play(1)) == pytest.approx(DELAY + LAG, abs=BLOCK + 1)
    hall.play(200)
    assert hall.port.resyncs == 1


def test_single_late_callbacks_move_nothing(hall: Hall) -> None:
    hall.play(100)
    position = hall.port.position
    for number in range(300):
        hall.bench.block()
        now = hall.bench.now
        hall.bench.now += 0.008 * (number % 3 == 1)
        hall.call_back()
        hall.bench.now = now
    assert hall.port.position == position + 300 * BLOCK
    assert hall.port.resyncs == 0
    assert abs(hall.clock.position(hall.bench.now) - hall.bench.heard) < 48


def test_without_a_loudspeaker_the_clock_says_what_would_have_gone_out(hall: Hall) -> None:
    hall.play(50)
    assert hall.port.out_index() == hall.port.position
    hall.bench.pass_time(1.0)
    assert hall.port.out_index() == pytest.approx(hall.bench.heard - LAG, abs=2)


def test_what_the_device_complains_of_is_counted(hall: Hall) -> None:
    hall.call_back("output underflow")
    hall.call_back()
    assert hall.port.underflows == 1


def test_the_beep_is_heard_even_when_the_hall_is_muted(hall: Hall) -> None:
    hall.port.muted = True
    hall.play(5)
    hall.port.beeping = True
    assert hall.play(300).any()
    hall.port.beeping = False
    assert not hall.play(300).any()


class Taken:
    """A timeline that only remembers."""

    def __init__(self) -> None:
        self.blocks: list[NDArray[np.float32]] = []

    def from_microphone(self, block: NDArray[np.float32], now_s: float) -> None:
        self.blocks.append(block)


def test_a_microphone_that_is_shut_is_watched_but_not_heard() -> None:
    taken = Taken()
    port = MicrophonePort(taken)  # type: ignore[arg-type]
    block = np.tile(np.array([[0.5], [-0.5]], np.float32), (BLOCK // 2, 1))
    port.callback(block, BLOCK, None, "")
    assert taken.blocks == [] and port.last_s > 0 and port.peak.read_db() == -120
    port.open = True
    port.callback(block, BLOCK, None, "")
    block[:] = 0  # PortAudio uses its memory again
    assert (np.abs(taken.blocks[0]) == 0.5).all() and taken.blocks[0].shape == (BLOCK,)
    assert port.peak.read_db() == pytest.approx(-6.02, abs=0.01)


@given(blocks=st.lists(st.lists(st.floats(-1, 1, width=32), max_size=5), max_size=5))
def test_the_peak_is_the_highest_since_somebody_looked(blocks: list[list[float]]) -> None:
    peak = Peak()
    for block in blocks:
        peak.update(np.array(block, np.float32))
    highest = max((abs(value) for block in blocks for value in block), default=0.0)
    assert peak.read_db() == (pytest.approx(20 * np.log10(highest)) if highest > 1e-6 else -120)
    assert peak.read_db() == -120
    assert peak.clips == sum(any(abs(value) >= 0.999 for value in block) for block in blocks)


def test_a_constant_voltage_is_no_signal_and_never_goes_to_the_hall(bench: Bench) -> None:
    port = MicrophonePort(bench.source)
    for number in range(300):
        port.write(np.full(BLOCK, 0.1, np.float32), number * 0.01)
    port.peak.read_db()
    port.write(np.full(BLOCK, 0.1, np.float32), 3.0)
    assert port.peak.read_db() < -90, "NO SIGNAL, not -20 dB"
    assert np.abs(bench.ear.read(bench.ear.written - BLOCK, BLOCK)).max() < 1e-4


def test_a_voice_over_a_constant_voltage_is_the_same_voice(bench: Bench) -> None:
    port = MicrophonePort(bench.source)
    voice = (0.3 * np.sin(2 * np.pi * 100 * np.arange(2 * 48_000) / 48_000)).astype(np.float32)
    for at in range(0, len(voice), BLOCK):
        port.write(voice[at : at + BLOCK] + np.float32(0.2), at / 48_000)
    heard = bench.ear.read(bench.ear.written - 48_000, 48_000)
    assert np.abs(heard - voice[-48_000:]).max() < 0.01


def test_full_scale_is_told_as_the_converter_gave_it(bench: Bench) -> None:
    port = MicrophonePort(bench.source)
    block = np.zeros(BLOCK, np.float32)
    block[:100] = 1.0
    port.write(block, 0.0)
    assert port.peak.clips == 1 and port.peak.read_db() == 0.0


def test_a_delay_of_the_hall_moves_its_sound_and_not_the_pictures(hall: Hall) -> None:
    hall.play(200)
    before = hall.clock.position(hall.bench.now) - hall.bench.heard
    hall.port.delay = 4800
    hall.play(2)
    assert lateness(hall, hall.play(1)) == pytest.approx(DELAY + LAG + 4800, abs=BLOCK + 1)
    hall.play(300)
    assert hall.port.resyncs == 0
    assert hall.clock.position(hall.bench.now) - hall.bench.heard == pytest.approx(before, abs=48)
    assert hall.port.undelayed - (hall.port.position - BLOCK) == 4800
    hall.port.delay = 0
    hall.play(2)
    assert lateness(hall, hall.play(1)) == pytest.approx(DELAY + LAG, abs=BLOCK + 1)


def test_a_gain_of_the_hall_is_heard_and_shown(hall: Hall) -> None:
    hall.bench.source.say(file_turn(1, np.full(48_000, 0.25, np.float32)))
    hall.bench.pass_time(0.5)
    hall.port.begin(LATENCY_S)
    hall.port.gain = 2.0
    hall.play(2)
    hall.port.peak.read_db()
    assert hall.play(5) == pytest.approx(0.5)
    assert hall.port.peak.read_db() == pytest.approx(-6.0, abs=0.1)
