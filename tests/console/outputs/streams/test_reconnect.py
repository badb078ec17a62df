from __future__ import annotations

import pytest

from console.outputs.streams.reconnect import JITTER, Reconnect


def test_the_pauses_are_one_two_four_eight_and_then_ten_seconds_without_end() -> None:
    tries = Reconnect(lambda: 0.5)
    assert [tries.failed() for _ in range(7)] == [1.0, 2.0, 4.0, 8.0, 10.0, 10.0, 10.0]
    assert tries.attempt == 7


@pytest.mark.parametrize(("dice", "factor"), [(0.0, 1 - JITTER), (1.0, 1 + JITTER)])
def test_many_who_lost_a_server_do_not_come_back_at_one_moment(dice: float, factor: float) -> None:
    assert Reconnect(lambda: dice).failed() == pytest.approx(factor)


def test_once_on_air_the_next_loss_begins_with_the_shortest_pause() -> None:
    tries = Reconnect(lambda: 0.5, attempt=5)
    assert tries.failed() == 10.0
    tries.on_air()
    assert tries.failed() == 1.0
