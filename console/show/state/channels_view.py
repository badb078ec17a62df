"""The channels of the microphone's device, as the window shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.text import Text

MOST_CHANNELS = 64
"""The highest channel that can be chosen: the largest interfaces have as many."""

MIXED = 2
"""A device of more channels than these is a mixer or an interface, and the MC is on one of them."""


@dataclass(frozen=True)
class ChannelsView:
    """What there is to choose from, and what is chosen.

    Attributes:
        there: how many channels the chosen microphone has; 0 while that is not known.
        chosen: those that are heard, counted from 1 and added together; none is what the system mixes of all.
        bars: the level of each in dBFS, falling as a meter does; empty where only the mix is heard.
    """

    there: int = 0
    chosen: tuple[int, ...] = ()
    bars: tuple[float, ...] = ()

    @property
    def lacking(self) -> int:
        """The highest channel that is chosen and not there; 0 where there is none, or nothing is known."""
        highest = max(self.chosen, default=0)
        return highest if self.there and highest > self.there else 0

    @property
    def all_mixed(self) -> bool:
        """Many channels are heard at once, since nobody has chosen."""
        return len(self.bars) > MIXED and not self.chosen


def channels_words(name: str, channels: Sequence[int]) -> str:
    """A microphone and the channels of it that are heard."""
    if not channels:
        return name
    key = "{name} · channel {channel}" if len(channels) == 1 else "{name} · channels {channels}"
    return Text(key, name=name, channel=channels[0], channels=" + ".join(map(str, channels)))
