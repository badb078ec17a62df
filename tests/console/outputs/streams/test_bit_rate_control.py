"""The bits of a stream's picture while the network is slow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.outputs.streams.bit_rate_control import BitRateControl


def test_a_free_way_changes_nothing() -> None:
    control = BitRateControl(4000)
    assert {control.update(0.02, 4100.0, float(second)) for second in range(300)} == {4000}


def test_a_slow_way_takes_it_below_what_the_server_takes_and_a_free_one_back_by_tenths() -> None:
    control = BitRateControl(4000)
    assert control.update(0.6, 2000.0, 0.0) == 1600
    assert control.update(0.6, 2000.0, 1.0) == 1600, "what was changed has not had its time to work"
    assert control.update(0.3, 1700.0, 10.0) == 1600
    found = [control.update(0.0, 1600.0, 10.0 + second) for second in range(300)]
    assert found[19] == 1600 and found[21] == 2000
    assert found[-1] == 4000
    assert sorted(found) == found


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 10_000)), max_size=60))
def test_it_stays_between_a_fifth_and_what_is_set(looks: list[tuple[float, float]]) -> None:
    control = BitRateControl(4000)
    for number, (queue_s, taken) in enumerate(looks):
        assert 800 <= control.update(queue_s, taken, number * 0.5) <= 4000
