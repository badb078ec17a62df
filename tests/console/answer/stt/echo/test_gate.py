"""What the microphone takes up of the avatar's own voice is never heard."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from console.answer.stt.echo.gate import Gate
from engine.ipc.rings.samples import SAMPLE_RATE

TAIL_S = 0.35
TAIL = round(TAIL_S * SAMPLE_RATE)


def ones(count: int) -> np.ndarray:
    return np.ones(count, np.float32)


def test_nothing_is_held_back_while_nobody_speaks() -> None:
    samples = ones(4800)
    assert Gate().through(0, samples) is samples


def test_speech_and_the_halls_tail_are_silence_and_the_rest_is_left_as_it_is() -> None:
    gate = Gate(TAIL_S)
    gate.begins(10_000)
    heard = gate.through(8_000, ones(4_000))
    assert heard[:2_000].all() and not heard[2_000:].any()
    gate.ends(20_000)
    heard = gate.through(19_000, ones(TAIL + 4_000))
    assert not heard[: 1_000 + TAIL].any() and heard[1_000 + TAIL :].all()


def test_a_report_that_comes_late_closes_backwards() -> None:
    gate = Gate(TAIL_S)
    assert not gate.shut(0, 4_800)
    gate.begins(2_400)
    assert gate.shut(0, 4_800) and not gate.shut(0, 2_400)


def test_a_next_word_within_the_tail_keeps_it_shut() -> None:
    gate = Gate(TAIL_S)
    gate.begins(0)
    gate.ends(10_000)
    gate.begins(10_000 + TAIL // 2)
    assert not gate.through(10_000, ones(2 * TAIL)).any()


def test_said_twice_is_said_once() -> None:
    gate = Gate(TAIL_S)
    gate.ends(50_000)
    assert not gate.shut(0, 60_000)
    gate.begins(100)
    gate.begins(900)
    assert gate.shut(100, 200)


@given(st.lists(st.tuples(st.integers(1, 40_000), st.integers(1, 40_000)), min_size=1, max_size=8))
def test_no_sample_of_speech_ever_goes_through(turns: list[tuple[int, int]]) -> None:
    gate, at = Gate(TAIL_S), 0
    for quiet, spoken in turns:
        heard = gate.through(at, ones(quiet))
        at += quiet
        gate.begins(at)
        assert not gate.through(at, ones(spoken)).any()
        at += spoken
        gate.ends(at)
        assert len(heard) == quiet
    assert gate.through(at + TAIL, ones(10)).all()
