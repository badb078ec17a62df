from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from console.outputs.program_reader import STALE_S, ProgramReader
from engine.ipc.rings.samples import SAMPLE_RATE
from tests.console.outputs.program import MovingProgram


@pytest.fixture
def reader() -> Iterator[ProgramReader]:
    made = ProgramReader()
    yield made
    made.detach()


def attach(reader: ProgramReader, program: MovingProgram, now_s: float) -> None:
    assert reader.attach(program.pictures.name, program.sound.name, program.rate, now_s)


def test_the_timeline_begins_at_0_wherever_the_program_is(reader: ProgramReader, program: MovingProgram) -> None:
    program.advance(5 * SAMPLE_RATE)
    attach(reader, program, 100.0)
    assert reader.position(100.0) == 0
    program.advance(6 * SAMPLE_RATE)
    assert reader.position(101.0) == SAMPLE_RATE
    assert reader.moves


def test_sound_and_picture_of_one_place_are_those_that_the_hall_had_together(
    reader: ProgramReader, program: MovingProgram
) -> None:
    program.advance(SAMPLE_RATE)
    attach(reader, program, 0.0)
    for position in range(SAMPLE_RATE, 2 * SAMPLE_RATE + 2000, 500):
        program.advance(position)
    flash = SAMPLE_RATE  # of the reader's timeline: index 2 s of the program
    picture = reader.picture(flash)
    assert picture is not None and picture[0, -1, 0] == 235
    assert np.abs(reader.sound(flash, 480)).max() > 0.1
    assert np.abs(reader.sound(flash - 480, 470)).max() == 0.0


def test_without_a_program_the_timeline_goes_on_with_the_last_picture_and_silence(
    reader: ProgramReader, program: MovingProgram
) -> None:
    program.advance(2 * SAMPLE_RATE)
    attach(reader, program, 10.0)
    before = reader.picture(0)
    assert before is not None
    assert reader.position(10.0) == 0
    reader.detach()
    assert reader.position(12.0) == 2 * SAMPLE_RATE
    assert not reader.moves
    assert np.array_equal(reader.picture(2 * SAMPLE_RATE), before)
    assert not reader.sound(SAMPLE_RATE, 1000).any()


def test_a_program_that_stands_still_does_not_hold_up_the_timeline(
    reader: ProgramReader, program: MovingProgram
) -> None:
    program.advance(SAMPLE_RATE)
    attach(reader, program, 10.0)
    assert reader.position(10.0) == 0
    assert reader.position(10.0 + STALE_S) == 0
    late = reader.position(11.0)
    assert abs(late - SAMPLE_RATE * (1.0 - STALE_S)) <= 1
    program.advance(2 * SAMPLE_RATE)  # it goes on where the clock is
    assert reader.position(11.0) == SAMPLE_RATE


def test_a_new_playout_that_counts_from_0_is_laid_upon_the_same_timeline(
    reader: ProgramReader, program: MovingProgram
) -> None:
    program.advance(6 * SAMPLE_RATE)
    attach(reader, program, 10.0)
    program.advance(7 * SAMPLE_RATE)
    assert reader.position(11.0) == SAMPLE_RATE
    reader.detach()
    second = MovingProgram()
    try:
        second.advance(480)
        attach(reader, second, 13.0)
        assert reader.position(13.0) == 3 * SAMPLE_RATE
        second.advance(480 + SAMPLE_RATE)
        assert reader.position(14.0) == 4 * SAMPLE_RATE
    finally:
        reader.detach()
        second.close()


def test_rings_that_are_gone_are_no_fault(reader: ProgramReader) -> None:
    assert not reader.attach("compere-test-nothing-pgm", "compere-test-nothing-out", 30, 0.0)
    assert reader.position(1.0) >= 0
    assert reader.picture(0) is None
