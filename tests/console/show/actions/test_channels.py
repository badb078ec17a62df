"""The channels of the microphone, as an action names them."""

from __future__ import annotations

import pytest

from console.show.actions.action import ArgumentError
from console.show.actions.table import ACTIONS
from console.show.effects.show import ChooseChannels


@pytest.mark.parametrize(
    ("argument", "channels"),
    [("3", (3,)), (3, (3,)), ("1 + 2", (1, 2)), ("2,1", (1, 2)), ("4 4", (4,)), ("64", (64,)), ("", ()), (None, ())],
)
def test_channels_are_named_by_their_numbers_and_nothing_is_the_mix(
    argument: object, channels: tuple[int, ...]
) -> None:
    assert ACTIONS["mic_channels"].effects(argument) == (ChooseChannels(channels),)


@pytest.mark.parametrize("argument", ["0", "65", "-1", "three", "1 + x", "1000", "²"])
def test_what_is_no_channel_is_refused_with_what_would_be_one(argument: str) -> None:
    with pytest.raises(ArgumentError, match="1 to 64"):
        ACTIONS["mic_channels"].effects(argument)
