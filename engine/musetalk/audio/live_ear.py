"""Hears the source timeline for the neural driver: 48 kHz by absolute index in, a frame's chunk and share out.

Hears everything, in order, whatever frames are asked for. What was cut and written again is read again.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from engine.driver import Sound, pts_of
from engine.ipc.rings.samples import SAMPLE_RATE, clean
from engine.musetalk.audio.mel import RATE
from engine.musetalk.audio.speech_gate import HOPS, SpeechGate
from engine.musetalk.audio.streaming import RIGHT, LiveFeatures
from engine.musetalk.audio.whisper import WhisperEncoder

RUN_UP_S = 3
"""Seconds heard before the first frame: the window of 2 s, and what the gate needs to know the room."""

LONGEST_GAP_S = 2
"""A longer gap between frames is not listened through: a run-up is taken after it instead."""

FASTEST = 50
"""From this many frames a second on, every second frame gets a mouth of its own: the published law has no more."""

_FACTOR = SAMPLE_RATE // RATE
_HOP = RATE // HOPS
_HALF_TAPS = 48  # of the source timeline: 1 ms
_CUTOFF_HZ = 7_600.0
_KAISER_BETA = 6.0  # 60 dB of stop band


def mouths_a_second(rate: int) -> int:
    """How many mouths are drawn for a program of `rate` frames a second."""
    return rate // 2 if rate >= FASTEST else rate


def mouth_of(frame: int, rate: int) -> int:
    """The number of the mouth that program frame `frame` shows."""
    return frame // 2 if rate >= FASTEST else frame


def at_16_khz(sound: Sound, start: int, count: int) -> NDArray[np.float32]:
    """`count` samples at 16 kHz from absolute sample `start` (at 16 kHz) of the timeline, through a filter that does
    not delay; it looks 48 samples of the timeline further.
    """
    read = sound.read(start * _FACTOR - _HALF_TAPS, (count - 1) * _FACTOR + 2 * _HALF_TAPS + 1)
    span = clean(np.asarray(read, np.float32))
    windows = np.lib.stride_tricks.sliding_window_view(span, 2 * _HALF_TAPS + 1)[::_FACTOR]
    return np.asarray(windows @ _low_pass(), np.float32)


@cache
def _low_pass() -> NDArray[np.float32]:
    n = np.arange(-_HALF_TAPS, _HALF_TAPS + 1)
    taps = np.sinc(2 * _CUTOFF_HZ / SAMPLE_RATE * n) * np.kaiser(2 * _HALF_TAPS + 1, _KAISER_BETA)
    return np.asarray(taps / taps.sum(), np.float32)


class LiveFeatureSource:
    """Everything that is heard, for a program of one rate.

    Args:
        whisper: the encoder, on its device.
        rate: program frames a second.
        right: frames of sound after a frame's own that are waited for, 0 … 2.

    Attributes:
        rate: as given.
        look_ahead: samples of the source timeline that a frame needs after its own time.
    """

    def __init__(self, whisper: WhisperEncoder, rate: int, right: int = RIGHT) -> None:
        self._whisper, self.rate, self._right = whisper, rate, right
        self._features = self._fresh()
        self._ahead = round(self._features.look_ahead_s * RATE)
        self.look_ahead = self._ahead * _FACTOR + _HALF_TAPS + _FACTOR
        self._gate = SpeechGate(lead=self._ahead // _HOP - 1)
        self._origin = 0  # samples at 16 kHz
        self._heard: int | None = None  # what lies before it, at 16 kHz
        self._ungated: NDArray[np.float32] = np.zeros(0, np.float32)  # heard, and not a whole hop yet

    def feed(self, sound: Sound, frame: int) -> None:
        """Hear all that program frame `frame` needs."""
        pts = pts_of(frame, self.rate)
        until = pts // _FACTOR + 1 + self._ahead
        gap = until - self._heard if self._heard is not None else None
        if gap is None or not -RATE < gap <= LONGEST_GAP_S * RATE:
            self._begin(max(0, pts // SAMPLE_RATE - RUN_UP_S))
        assert self._heard is not None
        if until > self._heard:
            self._push(at_16_khz(sound, self._heard, until - self._heard))
            self._heard = until

    def chunk(self, frame: int) -> Tensor:
        """(1, 50, 384): what the mouth of program frame `frame` is drawn from. `feed` comes before."""
        mouths = mouths_a_second(self.rate)
        return self._features.chunks_of(mouth_of(frame, self.rate) - self._origin // RATE * mouths)

    def share(self, pts: int) -> float:
        """How much of the drawn mouth is seen at sample index `pts`: 0 in a pause, 1 in speech."""
        return self._gate.share_at(pts * HOPS / SAMPLE_RATE)

    def cut(self, at: int) -> None:
        """Forget all sound from index `at` on, and be at rest there."""
        if self._heard is None:
            return
        hop = at // _FACTOR // _HOP
        # The filter saw a little of what comes after; whole hops, since the gate judges those.
        back = max(self._origin, (at - _HALF_TAPS) // _FACTOR // _HOP * _HOP)
        if back >= self._heard:
            return
        try:
            self._features.cut(back - self._origin)
        except ValueError:  # longer ago than it remembers
            self._heard = None
            return
        self._gate.cut(back // _HOP, closed_from=hop)
        self._heard = back
        self._ungated = self._ungated[:0]

    # -- inside -----------------------------------------------------------------------------------------------

    def _fresh(self) -> LiveFeatures:
        return LiveFeatures(self._whisper, fps=mouths_a_second(self.rate), right=self._right)

    def _begin(self, second: int) -> None:
        """Hear again from a whole second on, so that frames and steps keep their places."""
        self._features = self._fresh()
        self._origin = self._heard = second * RATE
        self._gate.reset(second * HOPS)
        self._ungated = self._ungated[:0]

    def _push(self, samples: NDArray[np.float32]) -> None:
        self._features.push(samples)
        waiting = np.concatenate([self._ungated, samples])
        whole = len(waiting) // _HOP * _HOP
        for hop in waiting[:whole].reshape(-1, _HOP):
            self._gate.push(hop)
        self._ungated = waiting[whole:]
