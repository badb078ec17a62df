"""What the console says to playout of microphone and loudspeaker: devices, channels, gains and delays."""

from __future__ import annotations

import msgspec

from engine.ipc.messages.base import Message
from engine.ipc.messages.kinds import FeedMix


class SetMicrophone(Message):
    """The microphone by key, with its gain; an empty key means none. `file` is fed as a microphone in real time.

    `channels` of the device, counted from 1, are added together; none of them is what the system mixes of all.
    """

    key: str
    gain_db: float = 0.0
    file: str = ""
    loop: bool = False
    channels: tuple[int, ...] = ()


class Feed(msgspec.Struct, frozen=True):
    """A second output on the loudspeaker's device: its channels, counted from 1, its mix, its gain and its delay.

    `delay` is how much later than its picture the sound goes out, in samples.
    """

    channels: tuple[int, ...] = ()
    mix: FeedMix = FeedMix.BOTH
    gain_db: float = 0.0
    delay: int = 0


class SetLoudspeaker(Message):
    """The loudspeaker by key; an empty key means none.

    The hall's sound goes to `channels` of the device, counted from 1; none is stereo, as the system maps it. `delay` is
    how much later than its picture the sound goes out, in samples.
    """

    key: str
    channels: tuple[int, ...] = ()
    gain_db: float = 0.0
    delay: int = 0
    feed: Feed = Feed()
