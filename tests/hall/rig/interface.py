"""A sound interface with many channels, on the stage's sound server: a microphone side, and a loudspeaker side.

What is played into the sink `interfacefeed` comes out of the source `interface`, channel for channel. What the
application plays into the sink `interfaceout` is recorded from its monitor, channel for channel as well.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.hall.rig.children import Child, HallError, Nursery, ask, wait_until
from tests.hall.rig.soundserver import RATE, SoundServer

Sound = NDArray[np.float32]


def positions(channels: int) -> str:
    """What the sound server calls channels that are nothing but numbers, as PipeWire's and ALSA's pro audio does."""
    return ",".join(f"aux{number}" for number in range(channels))


class Interface:
    """An interface that can be pulled out.

    Args:
        server: a started sound server.
        nursery: ends what plays and records.
        folder: for what is played and recorded.
        channels: of each side.

    Attributes:
        env: environment of whoever wants to use it.
    """

    def __init__(self, server: SoundServer, nursery: Nursery, folder: Path, channels: int = 8) -> None:
        self._server, self._nursery, self._folder = server, nursery, folder
        self.channels = channels
        self.env = server.env
        self._recordings = 0
        self._source = ""
        self.load()

    def load(self) -> None:
        """Let the server have it, at first and after each start of the server's."""
        for sink in ("interfacefeed", "interfaceout"):
            self._pactl("load-module", "module-null-sink", f"sink_name={sink}", f"rate={RATE}", "norewinds=1",
                        f"channels={self.channels}", f"channel_map={positions(self.channels)}")  # fmt: skip

    def _pactl(self, *words: str) -> str:
        return ask(["pactl", *words], env=self._server.env)

    def plug(self, channels: int = 0) -> None:
        """Plug the microphone side in; with fewer `channels` than it has, as another profile of it would show it."""
        names = positions(channels or self.channels)
        self._source = self._pactl(
            "load-module", "module-remap-source", "master=interfacefeed.monitor", "source_name=interface",
            f"channels={channels or self.channels}", f"channel_map={names}", f"master_channel_map={names}", "remix=no",
            "source_properties=device.description=interface",
        ).strip()  # fmt: skip

    def unplug(self) -> None:
        """Pull it out."""
        if not self._source:
            raise HallError("the interface is already pulled out")
        self._pactl("unload-module", self._source)
        self._source = ""

    def play(self, sound: Sound) -> Child:
        """Play (samples, channels) float32 into the microphone side; each column is one channel."""
        path = self._folder / "interface.raw"
        path.write_bytes(np.ascontiguousarray(sound, "<f4").tobytes())
        return self._pacat("play", "--playback", "interfacefeed", self.channels, path)

    def record(self, source: str, channels: int) -> Recorder:
        """Record a source, each channel for itself."""
        self._recordings += 1
        path = self._folder / f"recorded{self._recordings}.raw"
        return Recorder(self._pacat("record", "--record", source, channels, path), path, channels)

    def _pacat(self, name: str, way: str, device: str, channels: int, path: Path) -> Child:
        command = ["pacat", way, f"--device={device}", "--raw", f"--rate={RATE}", "--format=float32le"]
        command += [f"--channels={channels}", "--no-remix", "--no-remap", "--latency-msec=50", str(path)]
        return self._nursery.start(name, command, env=self._server.env)


class Recorder:
    """A recording that grows until it is stopped."""

    def __init__(self, child: Child, path: Path, channels: int) -> None:
        self._child, self._path, self._channels = child, path, channels
        wait_until(lambda: self.samples > RATE // 10, within_s=10.0, what="the recording to begin", child=child)

    @property
    def samples(self) -> int:
        """How many samples of each channel there are by now."""
        return self._path.stat().st_size // (4 * self._channels) if self._path.exists() else 0

    def stop(self) -> Sound:
        """All of it: (samples, channels) float32."""
        self._child.stop()
        data = self._path.read_bytes()
        whole = len(data) - len(data) % (4 * self._channels)
        return np.frombuffer(data[:whole], "<f4").reshape(-1, self._channels)


def peak_dbfs(sound: Sound) -> float:
    """The highest sample, in dBFS; -120 for silence."""
    return 20.0 * float(np.log10(max(float(np.abs(sound).max(initial=0.0)), 1e-6)))


def tone(hertz: float, seconds: float, dbfs: float) -> Sound:
    """(samples,) float32: a sine whose peak is `dbfs`."""
    time = np.arange(round(seconds * RATE)) / RATE
    return (10.0 ** (dbfs / 20.0) * np.sin(2 * np.pi * hertz * time)).astype(np.float32)
