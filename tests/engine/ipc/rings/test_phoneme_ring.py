from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing

Row = tuple[int, int, int]


def name() -> str:
    return f"compere-test-{secrets.token_hex(4)}"


@pytest.fixture
def ring() -> Iterator[PhonemeRing]:
    made = PhonemeRing.create(name(), 8)
    yield made
    made.close()


def rows(ring: PhonemeRing, start: int = -(10**9), end: int = 10**9) -> list[Row]:
    return [(int(a), int(b), int(code)) for a, b, code in ring.between(start, end)]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 50), st.integers(1, 60)),
        st.tuples(st.just("cut"), st.integers(-40, 120), st.just(0)),
    ),
    max_size=30,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_the_newest_phones_are_kept_and_none_from_a_cut_on(steps: list[tuple[str, int, int]]) -> None:
    ring = PhonemeRing.create(name(), 8)
    reader = PhonemeRing.attach(ring.name)
    try:
        model: list[Row] = []
        now = oldest = count = 0
        for what, number, length in steps:
            if what == "add":
                now += number
                ring.add(now, now + length, number)
                model.append((now, now + length, number))
                count += 1
                oldest = max(oldest, count - 8)
                model = model[max(0, len(model) - (count - oldest)) :]
            else:
                at = now - 40 + number
                ring.cut(at)
                while model and model[-1][0] >= at:
                    model.pop()
                    count -= 1
                model = [(start, min(end, at), code) for start, end, code in model]
                now = min(now, at)
            assert rows(reader) == [row for row in model if row[1] > row[0]]
    finally:
        reader.close()
        ring.close()


def test_the_phones_that_touch_a_stretch_of_time_are_found(ring: PhonemeRing) -> None:
    for number in range(5):
        ring.add(number * 100, number * 100 + 100, number)
    assert rows(ring, 150, 301) == [(100, 200, 1), (200, 300, 2), (300, 400, 3)]
    assert rows(ring, 200, 300) == [(200, 300, 2)]
    assert rows(ring, 500, 600) == []


def test_another_segment_is_refused_in_a_sentence() -> None:
    sound = SoundRing.create(name(), 0.1)
    try:
        with pytest.raises(RingError, match="not a phone ring"):
            PhonemeRing.attach(sound.name)
    finally:
        sound.close()
    with pytest.raises(RingError, match="gone"):
        PhonemeRing.attach(name())
