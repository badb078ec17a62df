"""Which of a device's channels are the microphone."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from console.playout.devices.channels import ChannelPick, ChannelSend

BLOCK = np.tile(np.arange(1, 9, dtype=np.float32) / 16, (480, 1))
"""Eight channels, of which each says its own number in sixteenths."""


@pytest.mark.parametrize(("channels", "heard"), [((3,), 3), ((8,), 8), ((1, 2), 3), ((3, 8), 11), ((), 4.5)])
def test_what_is_chosen_is_heard_and_added_together_and_nothing_chosen_is_the_mean(
    channels: tuple[int, ...], heard: float
) -> None:
    mono = ChannelPick(channels, 8).mono(BLOCK)
    assert mono.shape == (480,) and mono.dtype == np.float32
    assert mono == pytest.approx(heard / 16)


def test_the_level_of_each_channel_is_its_peak_since_somebody_looked() -> None:
    pick = ChannelPick((1,), 2)
    pick.mono(np.array([[0.5, 0.0], [-1.0, 0.0]], np.float32))
    pick.mono(np.array([[0.1, 0.0]], np.float32))
    assert pick.read_db() == [0.0, -120.0]
    assert pick.read_db() == [-120.0, -120.0]


def test_what_is_no_number_on_another_channel_is_not_heard_and_spoils_no_level() -> None:
    pick = ChannelPick((2,), 2)
    assert pick.mono(np.array([[np.nan, 0.5]], np.float32)).tolist() == [0.5]
    assert pick.read_db()[1] == pytest.approx(-6.0, abs=0.1)
    assert np.isfinite(pick.read_db()).all()


def test_a_callback_gets_the_one_channel_as_a_device_of_one_would_give_it() -> None:
    got: list[tuple[tuple[int, ...], int]] = []
    pick = ChannelPick((3,), 8)
    pick.into(lambda block, frames, times, status: got.append((block.shape, frames)))(BLOCK, 480, None, "")
    assert got == [((480, 1), 480)]


def test_the_hall_gets_its_channels_the_feed_its_own_and_the_others_silence() -> None:
    def hall(block: NDArray[np.float32], frames: int, times: object, status: object) -> None:
        block[:] = 0.5

    send = ChannelSend((3, 4), (6,), lambda count: np.full(count, 0.25, np.float32)).into(hall)
    block = np.full((480, 8), 9.0, np.float32)
    send(block, 480, None, "")
    assert block[0].tolist() == [0.0, 0.0, 0.5, 0.5, 0.0, 0.25, 0.0, 0.0]
    assert (block == block[0]).all()
