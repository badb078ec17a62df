"""A source timeline on a ring of its own, with a clock that the test moves."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from console.playout.sound.source_timeline import SourceTimeline
from console.playout.sound.turns import FileTurn
from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.rings.speech_ring import SpeechRing

Sound = NDArray[np.float32]
BLOCK = 480
DELAY = 4800


class Bench:
    """A timeline at work: `now` is the monotonic time in seconds, and the index heard is `48000 * now`.

    The microphone says at each moment how many samples have passed: what arrived at `now` has the value `48000 * now`.
    """

    def __init__(self, delay: int = DELAY) -> None:
        self.ring = SoundRing(f"compere-test-{secrets.token_hex(4)}", capacity=10 * SAMPLE_RATE)
        self.phones = PhonemeRing.create(f"{self.ring.name}-phn")
        self.speech = SpeechRing.create(f"{self.ring.name}-spk", 4.0)
        self.ear = SoundRing(f"{self.ring.name}-ear", capacity=SAMPLE_RATE)
        self.echo = SoundRing(f"{self.ring.name}-ech", capacity=SAMPLE_RATE)
        self.program_sound = SoundRing(f"{self.ring.name}-out", capacity=SAMPLE_RATE)
        self.source = SourceTimeline(self.ring, self.phones, self.ear, self.clock, delay)
        self.now = 1.0
        self.source.begin(self.now)
        self.captured = self.heard

    @staticmethod
    def clock(at_s: float) -> float:
        """The index heard at `at_s`."""
        return at_s * SAMPLE_RATE

    @property
    def heard(self) -> int:
        """The index that the hall hears now."""
        return round(self.clock(self.now))

    def block(self, late_s: float = 0.0) -> None:
        """10 ms pass, and a block of the microphone arrives, `late_s` late."""
        self.pass_time(BLOCK / SAMPLE_RATE)
        self.captured = self.heard
        self.source.from_microphone(
            np.arange(self.captured - BLOCK, self.captured, dtype=np.float32) / 2**24, self.now + late_s
        )

    def pass_time(self, seconds: float) -> None:
        """Time passes; the timeline is carried on every 10 ms."""
        while seconds > 1e-9:
            step = min(seconds, 0.010)
            self.now += step
            seconds -= step
            self.source.advance(self.now)

    def ring_sound(self, start: int, end: int) -> Sound:
        """What the engine reads."""
        return self.ring.read(start, end - start)

    def hall_sound(self, start: int, end: int) -> Sound:
        """What the hall hears."""
        return self.source.hall(start, end - start)

    def close(self) -> None:
        for ring in (self.ring, self.phones, self.speech, self.ear, self.echo, self.program_sound):
            ring.close()


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.close()


class WholeSound:
    """A sound file of which all is there: `samples` (n,) float32 at 48 kHz."""

    def __init__(self, samples: NDArray[np.float32], told: int = 0) -> None:
        self.samples = samples
        self.told, self.received, self.fault = told, len(samples), ""
        self.ended, self.closed = True, 0

    @property
    def buffered(self) -> int:
        return len(self.samples)

    def wait(self, count: int) -> None: ...

    def read(self, count: int) -> NDArray[np.float32]:
        piece, self.samples = self.samples[:count].copy(), self.samples[count:]
        return piece

    def close(self) -> None:
        self.closed += 1


def file_turn(number: int, samples: NDArray[np.float32]) -> FileTurn:
    """A turn from a file that is decoded already."""
    return FileTurn(number, WholeSound(samples))
