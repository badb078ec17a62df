from __future__ import annotations

import secrets
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from console.playout.sound.mute_gate import RAMP, MuteGate
from console.playout.sound.program_sound import ProgramSound
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing

HALF_FRAME = 800


@pytest.fixture
def ring() -> Iterator[SoundRing]:
    made = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 4.0)
    yield made
    made.close()


def ramp(start: int, count: int) -> NDArray[np.float32]:
    """Each sample says its own index."""
    return (np.arange(start, start + count) / 2**26).astype(np.float32)


def made(ring: SoundRing) -> ProgramSound:
    return ProgramSound(ring, ramp, lambda at_s: at_s * SAMPLE_RATE, HALF_FRAME)


def test_index_n_is_what_the_hall_hears_with_picture_n(ring: SoundRing) -> None:
    program = made(ring)
    program.gate.muted = False
    program.advance(1.0)
    program.advance(1.1)
    program.advance(1.2)
    assert ring.written == round(1.2 * SAMPLE_RATE)
    at = round(1.15 * SAMPLE_RATE)
    assert np.array_equal(ring.read(at, 100), ramp(at - HALF_FRAME, 100))
    program.lag = HALF_FRAME + 1000  # a driver whose lips come later
    program.advance(1.3)
    at = round(1.25 * SAMPLE_RATE)
    assert np.array_equal(ring.read(at, 100), ramp(at - HALF_FRAME - 1000, 100))


def test_what_the_hall_does_not_hear_nobody_gets(ring: SoundRing) -> None:
    program = made(ring)
    program.advance(1.0)
    program.advance(1.1)
    assert not ring.read(SAMPLE_RATE, 4800).any()


def test_the_beep_is_where_the_hall_hears_it_though_nothing_is_on_air(ring: SoundRing) -> None:
    program = made(ring)
    program.beeping = True
    program.advance(1.9)
    program.advance(2.1)
    heard = np.flatnonzero(np.abs(ring.read(round(1.9 * SAMPLE_RATE), 9600)) > 0.01)
    assert abs(heard[0] + 1.9 * SAMPLE_RATE - 2 * SAMPLE_RATE - HALF_FRAME) < 12


def test_after_a_long_sleep_the_ring_goes_on_at_the_present(ring: SoundRing) -> None:
    program = made(ring)
    program.gate.muted = False
    program.advance(1.0)
    program.advance(1.1)
    program.advance(500.0)
    assert ring.written == 500 * SAMPLE_RATE
    assert np.array_equal(ring.read(500 * SAMPLE_RATE - 100, 100), ramp(500 * SAMPLE_RATE - 100 - HALF_FRAME, 100))


def test_a_gate_opens_and_shuts_without_a_click() -> None:
    gate = MuteGate()
    sound = np.ones(RAMP * 2, np.float32)
    gate.muted = False
    gate.apply(sound)
    assert np.abs(np.diff(sound)).max() <= 1 / RAMP + 1e-6
    assert sound[-1] == 1.0
    gate.muted = True
    sound = np.ones(RAMP * 2, np.float32)
    gate.apply(sound)
    assert sound[0] > 0.99
    assert sound[-1] == 0.0
    sound = np.ones(10, np.float32)
    gate.apply(sound)
    assert not sound.any()
