"""Which of a device's channels are the microphone, and how loud each of them is; which of them are the hall's.

An interface or a mixer brings all of its channels at once; the MC speaks on one of them, or on two that belong
together. Channels are counted from 1, as they are printed on the device.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.playout.devices.portaudio import Callback
from engine.ipc.rings.samples import clean

MOST_CHANNELS = 64
"""What the largest interfaces have. A system that tells of more means a plug that makes up as many as one asks for."""


class ChannelPick:
    """Makes one channel of a block that has all of them.

    Args:
        channels: those that are added together, counted from 1; none is the mean of all.
        there: how many the device has.
    """

    def __init__(self, channels: Sequence[int], there: int) -> None:
        self._columns = np.array([channel - 1 for channel in channels], np.intp)
        self._peaks = np.zeros(there, np.float32)

    def into(self, callback: Callback) -> Callback:
        """A callback for the whole device, which hands the one channel (frames, 1) on to `callback`."""

        def pick(indata: NDArray[np.float32], frames: int, times: Any, status: Any) -> None:
            callback(self.mono(indata)[:, None], frames, times, status)

        return pick

    def mono(self, block: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n, channels) float32 → (n,) float32. What is no number on a channel that was not chosen disturbs nobody."""
        if len(block):
            self._peaks = np.maximum(self._peaks, np.abs(clean(block)).max(axis=0))
        heard: NDArray[np.float32] = (
            block[:, self._columns].sum(axis=1, dtype=np.float32)
            if len(self._columns)
            else block.mean(axis=1, dtype=np.float32)
        )
        return heard

    def read_db(self) -> list[float]:
        """Each channel's peak in dBFS since the last call; -120 for silence."""
        peaks, self._peaks = self._peaks, np.zeros_like(self._peaks)
        return [round(float(level), 1) for level in 20.0 * np.log10(np.maximum(peaks, 1e-6))]


class ChannelSend:
    """Puts the hall's sound, and a second one beside it, on channels of a block that has all of them.

    Args:
        hall: the hall's channels, counted from 1; each gets the same.
        feed: those of the second sound.
        second: gives that sound, (n,) float32, for the block that the hall's callback has just filled.
    """

    def __init__(self, hall: Sequence[int], feed: Sequence[int], second: Callable[[int], NDArray[np.float32]]) -> None:
        self._hall, self._feed = ([channel - 1 for channel in channels] for channels in (hall, feed))
        self._second = second

    def into(self, callback: Callback) -> Callback:
        """A callback for the whole device, which lets `callback` fill the one channel (frames, 1) of the hall."""

        def send(outdata: NDArray[np.float32], frames: int, times: Any, status: Any) -> None:
            mono = np.zeros((frames, 1), np.float32)
            callback(mono, frames, times, status)
            outdata[:] = 0.0
            outdata[:, self._hall] = mono
            if self._feed:
                outdata[:, self._feed] += self._second(frames)[:, None]

        return send
