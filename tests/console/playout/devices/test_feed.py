"""The feed: its own mix, gain and delay, and silent whenever the hall is."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from console.playout.devices.feed import FeedSound
from engine.ipc.messages.kinds import FeedMix
from tests.console.playout.conftest import BLOCK, DELAY, Bench, file_turn


def own_index(mix: FeedMix, start: int, count: int) -> NDArray[np.float32]:
    """Each sample says its own index."""
    return np.arange(start, start + count, dtype=np.float32) / 2**20


def test_the_feed_hears_its_mix_later_and_softer_as_it_is_set() -> None:
    feed = FeedSound(own_index)
    feed.gate.muted = False
    feed.block(9_000, 480)  # it rises from silence
    feed.delay, feed.gain = 4800, 0.5
    assert feed.block(9_600, 480) == pytest.approx(own_index(FeedMix.BOTH, 4800, 480) * 0.5)


def test_muted_it_is_silent() -> None:
    feed = FeedSound(own_index)
    assert not feed.block(9_600, 480).any()


@pytest.mark.parametrize(("mix", "of_host", "of_mc"), [(FeedMix.BOTH, 1, 1), (FeedMix.HOST, 1, 0), (FeedMix.MC, 0, 1)])
def test_a_mix_tells_the_host_from_the_mc_however_the_pa_is(
    bench: Bench, mix: FeedMix, of_host: bool, of_mc: bool
) -> None:
    bench.source.through = False
    for _ in range(40):
        bench.block()
    mc = bench.source.written - 2 * BLOCK
    bench.source.say(file_turn(1, np.full(9_600, 0.5, np.float32)))
    bench.pass_time(0.1)
    host = bench.source.written - 2 * BLOCK
    assert bench.source.mix(mix, mc, BLOCK).any() == of_mc
    assert bench.source.mix(mix, host, BLOCK).any() == of_host
    assert not bench.hall_sound(mc, mc + BLOCK).any(), "the hall's own mixer carries the MC"


def test_an_interrupt_takes_the_line_from_the_feed_too(bench: Bench) -> None:
    bench.source.say(file_turn(1, np.full(48_000, 0.5, np.float32)))
    bench.pass_time(0.3)
    bench.source.interrupt(bench.heard)
    later = bench.heard + BLOCK
    assert not bench.source.mix(FeedMix.BOTH, later, DELAY // 2).any()
