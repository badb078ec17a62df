"""The canceller at work beside a microphone: indices, trust, and what becomes of its faults."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from unittest.mock import MagicMock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.stt.echo.canceller import BLOCK
from console.answer.stt.echo.cleaning import KEPT_S, LEARN_S, Cleaner, CleanSound
from console.answer.stt.protocol import Floats, STTError
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing


class Subtracts:
    """A canceller for a hall without a room."""

    def clean(self, microphone: Floats, hall: Floats) -> Floats:
        assert len(microphone) == len(hall) and len(microphone) % BLOCK == 0
        return microphone - hall


class Room:
    """A microphone, and what the hall heard meanwhile."""

    def __init__(self) -> None:
        self.ear = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 8.0)
        self.hall = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 8.0)
        self.made: list[Cleaner] = []

    def clean(self, make: Callable[[], object] = Subtracts) -> Cleaner:
        self.made.append(Cleaner(self.ear, self.hall, MagicMock(), make))  # type: ignore[arg-type]
        return self.made[-1]

    def speak(self, own: Floats, hall: Floats) -> None:
        self.ear.write(own + hall)
        self.hall.write(hall)

    def close(self) -> None:
        for each in (*self.made, self.ear, self.hall):
            each.close()


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    made.close()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_what_is_left_lies_under_the_microphones_own_indices(room: Room) -> None:
    room.speak(np.zeros(1000, np.float32), np.zeros(1000, np.float32))  # before somebody wants to listen
    cleaner = room.clean()
    own = np.linspace(0.0, 0.5, 10_000).astype(np.float32)
    hall = np.full(10_000, 0.25, np.float32)
    for at in range(0, 10_000, 700):
        room.speak(own[at : at + 700], hall[at : at + 700])
        time.sleep(0.002)
    until(lambda: cleaner.sound.written == 11_000 // BLOCK * BLOCK)
    assert cleaner.sound.oldest == 960
    assert cleaner.sound.read(1000, 9000) == pytest.approx(own[:9000], abs=1e-6)
    assert not cleaner.sound.read(0, 900).any() and not cleaner.sound.read(12_000, 100).any()


def test_it_is_trusted_when_it_has_heard_enough_of_the_hall(room: Room) -> None:
    cleaner = room.clean()
    quiet, loud = np.zeros(SAMPLE_RATE // 4, np.float32), np.full(SAMPLE_RATE // 4, 0.1, np.float32)
    spoken = 0
    for _ in range(12):
        room.speak(loud, quiet)
        spoken += len(quiet)
        until(lambda: cleaner.sound.written == spoken)  # noqa: B023
    assert not cleaner.trusted, "nothing to learn from"
    for number in range(round(LEARN_S * 4)):
        assert not cleaner.trusted, number
        room.speak(quiet, loud)
        spoken += len(quiet)
        until(lambda: cleaner.sound.written == spoken)  # noqa: B023
    until(lambda: cleaner.trusted)


def test_it_is_not_trusted_with_a_hall_that_comes_through_and_no_more_when_it_does_for_long(room: Room) -> None:
    cleaner = room.clean()
    quarter, spoken = np.full(SAMPLE_RATE // 4, 0.1, np.float32), 0

    def pass_quarters(count: float, through: float) -> None:
        nonlocal spoken
        for _ in range(round(count)):
            room.speak(through * quarter, quarter)
            spoken += len(quarter)
            until(lambda: cleaner.sound.written == spoken)  # noqa: B023

    pass_quarters(8 * LEARN_S, 0.5)
    assert not cleaner.trusted
    pass_quarters(4 * LEARN_S + 1, 0.0)
    until(lambda: cleaner.trusted)
    pass_quarters(2 * LEARN_S, 0.5)
    assert cleaner.trusted, "somebody who speaks over the host does not shut the microphone"
    pass_quarters(8 * LEARN_S, 0.5)
    until(lambda: not cleaner.trusted)


def test_a_computer_that_stood_still_goes_on_with_what_is_new(room: Room) -> None:
    cleaner = room.clean()
    room.speak(np.full(BLOCK, 0.1, np.float32), np.zeros(BLOCK, np.float32))
    until(lambda: cleaner.sound.written == BLOCK)
    room.speak(np.full(3 * SAMPLE_RATE, 0.2, np.float32), np.zeros(3 * SAMPLE_RATE, np.float32))
    until(lambda: cleaner.sound.written == BLOCK + 3 * SAMPLE_RATE)
    assert cleaner.sound.read(cleaner.sound.written - BLOCK, BLOCK) == pytest.approx(0.2)
    assert not cleaner.sound.read(2 * BLOCK, SAMPLE_RATE).any(), "what was given up is silence"


def test_while_it_rests_it_does_nothing_and_goes_on_with_what_is_new(room: Room) -> None:
    cleaner = room.clean()
    room.speak(np.full(BLOCK, 0.1, np.float32), np.zeros(BLOCK, np.float32))
    until(lambda: cleaner.sound.written == BLOCK)
    cleaner.resting = True
    time.sleep(0.03)
    room.speak(np.full(2 * SAMPLE_RATE, 0.2, np.float32), np.zeros(2 * SAMPLE_RATE, np.float32))
    time.sleep(0.03)
    assert cleaner.sound.written == BLOCK
    cleaner.resting = False
    until(lambda: cleaner.sound.written == BLOCK + 2 * SAMPLE_RATE)


def test_no_canceller_and_a_canceller_that_fails_are_one_sentence_each(room: Room) -> None:
    def missing() -> object:
        raise STTError("Echo cancellation is not installed.")

    class Breaks:
        def clean(self, microphone: Floats, hall: Floats) -> Floats:
            raise RuntimeError("native")

    absent, broken = room.clean(missing), room.clean(Breaks)
    room.speak(np.zeros(BLOCK, np.float32), np.zeros(BLOCK, np.float32))
    until(lambda: bool(absent.fault and broken.fault))
    assert absent.fault == "Echo cancellation is not installed."
    assert broken.fault.startswith("Echo cancellation failed inside Compere (RuntimeError):")
    assert not absent.trusted and not broken.trusted


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 3000)), max_size=40), st.integers(0, 10**9))
def test_whatever_is_kept_is_what_was_written_and_gaps_are_silence(pieces: list[tuple[int, int]], start: int) -> None:
    sound, at = CleanSound(start), start
    wanted = np.zeros(0, np.float32)
    for gap, count in pieces:
        piece = (np.arange(at + gap, at + gap + count) % 1000 / 1000 + 0.001).astype(np.float32)
        sound.write(at + gap, piece)
        wanted = np.concatenate((wanted, np.zeros(gap, np.float32), piece))
        at += gap + count
    assert sound.written == at
    kept = min(len(wanted), round(KEPT_S * SAMPLE_RATE))
    assert sound.oldest >= at - round(KEPT_S * SAMPLE_RATE)
    if kept:
        assert np.array_equal(sound.read(at - kept, kept), wanted[-kept:])
