"""The two ends of the sound: what PortAudio's callbacks do with a block, and nothing else.

A callback runs in PortAudio's own thread with a deadline of one block. It never logs and never raises; it waits for
the timeline's lock alone, which nobody holds for longer than it takes to lay a few milliseconds of sound.
"""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.playout.sound.beep import beep
from console.playout.sound.clock import TimelineClock
from console.playout.sound.loudness import Loudness
from console.playout.sound.mute_gate import MuteGate
from console.playout.sound.source_timeline import SourceTimeline
from engine.ipc.rings.samples import SAMPLE_RATE, clean

BLOCK = SAMPLE_RATE // 100
"""10 ms."""
_ASTRAY = round(0.040 * SAMPLE_RATE)
_ASTRAY_BLOCKS = 10
_SETTLE_BLOCKS = 30
"""A new stream first fills its own buffer: its first callbacks come early, and say nothing of its clock."""
_CLIP = 0.999


class Peak:
    """The highest sample since somebody looked, and how often full scale was reached."""

    def __init__(self) -> None:
        self._value = 0.0
        self.clips = 0

    def update(self, block: NDArray[np.float32]) -> None:
        """Take a block into account."""
        if len(block):
            highest = float(np.abs(block).max())
            self._value = max(self._value, highest)
            if highest >= _CLIP:
                self.clips += 1

    def read_db(self) -> float:
        """Peak in dBFS since the last call; -120 for silence."""
        value, self._value = self._value, 0.0
        return 20.0 * float(np.log10(value)) if value > 1e-6 else -120.0


class DcBlocker:
    """Takes the constant part out of a microphone's blocks: it is no sound, and a meter that shows it lies.

    Whatever is slower than 1 Hz goes; a voice is not touched.
    """

    _FOLLOWS = 0.05  # of each block of 10 ms

    def __init__(self) -> None:
        self._offset: float | None = None

    def filter(self, block: NDArray[np.float32]) -> NDArray[np.float32]:
        """A block (n,) float32 without its constant part."""
        if not len(block):
            return block
        mean = float(block.mean())
        before = mean if self._offset is None else self._offset
        self._offset = before + self._FOLLOWS * (mean - before)
        return block - np.linspace(before, self._offset, len(block), dtype=np.float32)


class MicrophonePort:
    """Takes blocks from a stream (or a file that stands in for one) to the timeline.

    Attributes:
        open: blocks go through. Shut at once when the stream hangs on another source than was chosen.
        last_s: monotonic time of the last block, for the watch over a stream that fell silent.
        peak, loudness: level for the meter, of what goes through.
    """

    def __init__(self, source: SourceTimeline) -> None:
        self._source = source
        self._levelled = DcBlocker()
        self.open = False
        self.last_s = 0.0
        self.peak = Peak()
        self.loudness = Loudness()

    def callback(self, indata: NDArray[np.float32], frames: int, times: Any, status: Any) -> None:
        """PortAudio's: `indata` (frames, channels) float32."""
        now = time.monotonic()
        self.last_s = now
        if self.open:
            self.write(indata[:, 0].copy(), now)

    def write(self, block: NDArray[np.float32], now_s: float) -> None:
        """A block (n,) float32 that ends at monotonic time `now_s`. What is no number in it is silence."""
        self.last_s = now_s
        block = clean(block)
        full = bool(len(block)) and float(np.abs(block).max()) >= _CLIP
        raw, block = block, self._levelled.filter(block)
        self.peak.update(raw if full else block)  # full scale is what the converter gave
        self.loudness.update(block)
        self._source.from_microphone(block, now_s)


class LoudspeakerPort:
    """Gives the hall its sound, and leads the clock by what it has given.

    Attributes:
        position: index of the next sample to go out.
        beeping: the lip-sync test's beeps are heard, whatever is muted.
        gain: of the hall's sound.
        delay: samples by which the sound goes out later still, since the hall's loudspeakers want it so.
        undelayed: index with which the newest block would have begun without that.
        latency_s: from a callback to the air, as the stream says.
        lag: samples by which the sound goes out after the picture of the same index is first seen: half a frame,
            since the hall sees a picture from its own time to the next one's, and the middle of that is what counts.
        underflows: times the device ran dry.
        resyncs: times the sound was put back into its place after a stall.
    """

    def __init__(self, source: SourceTimeline, clock: TimelineClock, lag: int) -> None:
        self._source = source
        self._clock = clock
        self.lag = lag
        self._half_frame = lag
        self._gate = MuteGate()
        self._astray = 0
        self._settling = _SETTLE_BLOCKS
        self._earliest = -float("inf")
        self.position = 0
        self.beeping = False
        self.gain = 1.0
        self.delay = self._delayed = 0
        self.undelayed = 0
        self.latency_s = 0.04
        self.last_s = 0.0
        self.underflows = 0
        self.resyncs = 0
        self.peak = Peak()
        self.loudness = Loudness()

    @property
    def muted(self) -> bool:
        """The hall hears nothing (slate, HOLD, PANIC): a 10 ms ramp, then silence."""
        return self._gate.muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._gate.muted = muted

    def begin(self, latency_s: float) -> None:
        """A stream is about to start: take the place that the clock gives it."""
        self.latency_s = latency_s
        self._delayed = self.delay
        self.position = self._due(time.monotonic() + latency_s)
        self._gate.shut()
        self._astray = 0
        self._settling = _SETTLE_BLOCKS
        self._earliest = -float("inf")

    def callback(self, outdata: NDArray[np.float32], frames: int, times: Any, status: Any) -> None:
        """PortAudio's: fill `outdata` (frames, channels) float32."""
        now = time.monotonic()
        self.last_s = now
        if status:
            self.underflows += 1
        heard_at = now + self.latency_s
        self._take_delay()
        self._keep_place(heard_at)
        begun = self.position
        self.undelayed = begun + self._delayed
        sound = self._source.hall(begun, frames)
        self.position += frames
        self._gate.apply(sound)
        sound *= np.float32(self.gain)
        if self.beeping:
            sound += beep(begun + self.lag - self._half_frame, frames)  # a flash waits for no lips
        sound = clean(sound)
        self.peak.update(sound)
        self.loudness.update(sound)
        outdata[:] = sound[:, None]

    def _take_delay(self) -> None:
        """Another delay: go to its place at once, and not by bending the clock that the pictures follow."""
        if self.delay != self._delayed:
            self.position -= self.delay - self._delayed
            self._delayed = self.delay
            self._gate.shut()

    def _keep_place(self, heard_at: float) -> None:
        """Lead the clock; or, when the stream is new or has stalled, go where the clock says."""
        error = self.position - self._due(heard_at)
        if self._settling:
            self._settling -= 1
            if self._settling < _SETTLE_BLOCKS // 2:  # its buffer is full by now
                self._earliest = max(self._earliest, error)
            if self._settling == 0:
                self.position -= round(self._earliest)
        elif abs(error) > _ASTRAY:
            self._astray += 1
            if self._astray > _ASTRAY_BLOCKS:
                self.position = self._due(heard_at)
                self.resyncs += 1
                self._astray = 0
        else:
            self._astray = 0
            self._clock.observe(self.position + self.lag + self._delayed, heard_at)

    def out_index(self) -> int:
        """Index up to which samples went out, or would have if a device were there."""
        now = time.monotonic()
        if now - self.last_s < 0.5:
            return self.position
        return self._due(now)

    def heard_at(self, index: int) -> float:
        """The monotonic time (seconds) at which the hall hears `index`."""
        return self._clock.when(index + self.lag + self._delayed)

    def _due(self, at_s: float) -> int:
        """The index to be heard at `at_s`."""
        return round(self._clock.position(at_s)) - self.lag - self._delayed
