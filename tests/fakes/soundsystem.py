"""A sound system in memory: the faces of `sounddevice`, and of the watch over a sound server.

`SoundSystem.breathe` calls back all streams that run, as a device would every 10 ms.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from console.playout.devices.pulse import PulseWorld

MICROPHONES = {"desk": "Desk microphone", "lectern": "Lectern microphone"}
LOUDSPEAKERS = {"hall": "Hall loudspeakers"}


class Stream:
    """One open stream. `latency` is 20 ms."""

    latency = 0.02

    def __init__(self, system: SoundSystem, output: bool, words: dict[str, Any]) -> None:
        self.system, self.output, self.words = system, output, words
        self.device = os.environ.get("PULSE_SINK" if output else "PULSE_SOURCE", "")
        self.running = self.closed = False

    def start(self) -> None:
        self.running = True
        self.system.hang()

    def abort(self, ignore_errors: bool = True) -> None:
        self.running = False

    def close(self, ignore_errors: bool = True) -> None:
        self.closed = True
        self.system.streams.remove(self)
        self.system.hang()

    def call_back(self) -> None:
        """10 ms of sound."""
        block = np.zeros((480, self.words["channels"]), np.float32)
        self.words["callback"](block, 480, None, "")

    def finish(self) -> None:
        """The server died."""
        self.running = False
        self.words["finished_callback"]()


class Capture(Stream):
    """In the place of PulseCapture: all channels of a source. Each says its own number, in hundredths."""

    whole: SoundSystem

    def __init__(self, key: str, positions: tuple[str, ...], **words: Any) -> None:
        if self.whole.refuse:
            raise OSError(self.whole.refuse)
        super().__init__(self.whole, False, words)
        self.key = self.device = key
        self.positions, self.latency_s = positions, 0.01
        self.opened_s, self.finished = 0.0, False
        self.whole.streams.append(self)
        self.whole.opened += 1

    def start(self) -> None:
        self.opened_s = time.monotonic()
        super().start()

    def close(self, ignore_errors: bool = True) -> None:
        self.running = False
        super().close()

    def call_back(self) -> None:
        numbers = np.arange(1, len(self.positions) + 1, dtype=np.float32) / 100
        self.words["callback"](np.tile(numbers, (480, 1)), 480, None, "")


class Playback(Capture):
    """In the place of PulsePlayback: `played` is the newest block of all channels."""

    def __init__(self, key: str, positions: tuple[str, ...], **words: Any) -> None:
        super().__init__(key, positions, **words)
        self.output = True
        self.played = np.zeros((480, len(positions)), np.float32)

    def start(self) -> None:
        self.words["begin"](self.latency_s)
        super().start()

    def call_back(self) -> None:
        self.words["callback"](self.played, 480, None, "")


@dataclass
class SoundSystem:
    """What is plugged in, and what is open. To be put in the place of the module `sounddevice`.

    Attributes:
        world: what the sound server says.
        streams: those that are open.
        opened: how many ever were.
        refuse: the words of an error that opening raises; "" for none.
        stray: where a microphone's stream hangs instead of where it was opened.
        mute: streams are not called back.
    """

    world: PulseWorld = field(default_factory=lambda: PulseWorld(True, dict(MICROPHONES), dict(LOUDSPEAKERS)))
    streams: list[Stream] = field(default_factory=list)
    opened: int = 0
    refuse: str = ""
    stray: str = ""
    mute: bool = False
    watch: Watch | None = None

    # -- the face of sounddevice

    def InputStream(self, **words: Any) -> Stream:
        return self._open(False, words)

    def OutputStream(self, **words: Any) -> Stream:
        return self._open(True, words)

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {"name": "default", "hostapi": 0, "max_input_channels": 2, "max_output_channels": 2},
            {"name": "pulse", "hostapi": 0, "max_input_channels": 32, "max_output_channels": 0},
            {"name": "Speakers", "hostapi": 0, "max_input_channels": 0, "max_output_channels": 2},
        ]

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": "ALSA"}]

    def _open(self, output: bool, words: dict[str, Any]) -> Stream:
        if self.refuse:
            raise OSError(self.refuse)
        stream = Stream(self, output, words)
        self.streams.append(stream)
        self.opened += 1
        return stream

    # -- what happens to it

    def hang(self) -> None:
        """The server says where the streams hang."""
        here = {stream.output: stream.device for stream in self.streams if stream.running}
        self.change(capture=here.get(False) and (self.stray or here[False]), playback=here.get(True))

    def change(self, **what: Any) -> None:
        """The server's world is another one from now on."""
        self.world = replace(self.world, **what)
        if self.watch is not None:
            self.watch.changed(self.world)

    def unplug(self, key: str) -> None:
        """A microphone is pulled: the server moves its stream to another source, without a word."""
        self.change(sources={name: words for name, words in self.world.sources.items() if name != key})
        self.stray = next(iter(self.world.sources))
        self.hang()

    def plug(self, key: str) -> None:
        """And put in again."""
        self.stray = ""
        self.change(sources={**self.world.sources, key: MICROPHONES[key]})

    def breathe(self) -> None:
        """10 ms of sound for each stream."""
        for stream in list(self.streams):
            if stream.running and not self.mute:
                stream.call_back()

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let sound flow until `condition` holds."""
        deadline = time.monotonic() + 5
        while not condition():
            assert time.monotonic() < deadline, f"it never came to be that {what}"
            self.breathe()
            time.sleep(0.002)


class Watch:
    """In the place of PulseWatch: says what the SoundSystem says."""

    system: SoundSystem

    def __init__(self, changed: Callable[[PulseWorld], None]) -> None:
        self.changed = changed
        self.looked = True
        self.closed = False
        self.system.watch = self

    @staticmethod
    def usable() -> bool:
        return True

    @property
    def world(self) -> PulseWorld:
        return self.system.world

    def close(self) -> None:
        self.closed = True
        self.system.watch = None
