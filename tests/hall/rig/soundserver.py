"""A private sound server with a virtual microphone and a virtual loudspeaker.

What is played into the sink `micfeed` comes out of the source `vmic`, the microphone. What the application plays
into the sink `hall`, the loudspeaker, can be recorded from `hall.monitor`. A source `decoy` hums at 997 Hz: when the
microphone is taken away, sound servers move the capture to whatever else they have, and a hum in the hall proves it.
"""

from __future__ import annotations

import re
import signal
import subprocess
import time
import wave
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.hall.rig.children import Child, HallError, Nursery, ask, wait_until

RATE = 48_000
START_WITHIN_S = 10.0
DECOY_HZ = 997
SINKS = ("micfeed", "hall")
MICROPHONE = "module-remap-source"
MICROPHONE_ARGUMENTS = "master=micfeed.monitor source_name=vmic source_properties=device.description=vmic"

# Names that PortAudio, which speaks ALSA here, shows as devices.
ASOUNDRC = "".join(
    f'pcm.{name} {{ type pulse device {name} hint {{ show on description "{name} of the hall in tests" }} }}\n'
    for name in ("vmic", "hall", "micfeed")
)


class Playing:
    """A sound on its way into the microphone."""

    def __init__(self, child: Child, started_at: float) -> None:
        self._child = child
        self.started_at = started_at

    @property
    def going_on(self) -> bool:
        return self._child.alive

    def wait(self, *, within_s: float = 600.0) -> None:
        """Wait until the last sample is played."""
        try:
            self._child.process.wait(within_s)
        except subprocess.TimeoutExpired as error:
            raise HallError(f"the sound still plays after {within_s:g} s") from error
        if self._child.returncode:
            raise HallError(f"the sound could not be played\n{self._child.log_tail()}")

    def stop(self) -> None:
        self._child.stop()


class SoundServer:
    """PulseAudio of our own: started, pulled apart and stopped by pid.

    Attributes:
        env: environment of whoever wants to play or record here.
    """

    def __init__(self, nursery: Nursery, home: Path, env: Mapping[str, str]) -> None:
        self._nursery = nursery
        self._home = home
        self._socket = home / "native"
        # The server gets a home of its own, or it would read and write the user's cookie and state.
        self._server_env = {
            **env,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "PULSE_RUNTIME_PATH": str(home),
            "PULSE_STATE_PATH": str(home),
        }
        # Without an X server to ask, PulseAudio does not try to start a D-Bus.
        self._server_env.pop("DISPLAY", None)
        self.env = {**env, "PULSE_SERVER": f"unix:{self._socket}"}
        self._server: Child | None = None
        self._keepers: list[Child] = []
        self._microphone = ""

    @property
    def pid(self) -> int:
        if self._server is None:
            raise HallError("the sound server is not running")
        return self._server.pid

    def start(self) -> None:
        """Start the server and return when both sinks run and the microphone is there.

        Raises:
            HallError: it did not come up in time; its log is in the message.
        """
        # norewinds: else a null sink first works in one block of 2 s, and whoever opens it waits for the end of that.
        sinks = [
            f"module-null-sink sink_name={name} rate={RATE} norewinds=1 sink_properties=device.description={name}"
            for name in SINKS
        ]
        modules = [
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
            *sinks,
            f"module-sine-source source_name=decoy rate={RATE} frequency={DECOY_HZ}",
        ]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += ["--realtime=yes", "--high-priority=yes"]  # as on every desktop, where this user may
        for module in modules:
            command += ["-L", module]
        self._server = self._nursery.start("pulseaudio", command, env=self._server_env)
        wait_until(self._answers, within_s=START_WITHIN_S, what="the sound server", child=self._server)
        self.load_microphone()
        self._pactl("set-default-sink", "hall")
        # One reader with small blocks on each sink, so that the latency does not depend on who else listens.
        self._keepers = [
            self._nursery.start(
                f"keep-{sink}",
                f"parec -d {sink}.monitor --raw --rate=8000 --channels=1 --latency-msec=10 /dev/null".split(),
                env=self.env,
            )
            for sink in SINKS
        ]
        for sink in SINKS:
            wait_until(
                lambda sink=sink: self._state_of(f"{sink}.monitor") == "RUNNING",  # type: ignore[misc]
                within_s=START_WITHIN_S,
                what=f"the sink {sink} to run",
                child=self._server,
            )

    def _pactl(self, *words: str) -> str:
        return ask(["pactl", *words], env=self.env)

    def _answers(self) -> bool:
        try:
            self._pactl("info")
        except HallError:
            return False
        return True

    def _rows(self, kind: str) -> list[list[str]]:
        return [line.split("\t") for line in self._pactl("list", "short", kind).splitlines()]

    def _state_of(self, source: str) -> str:
        return next((row[-1] for row in self._rows("sources") if row[1] == source), "")

    def sources(self) -> list[str]:
        """Names of all sources there are now."""
        return [row[1] for row in self._rows("sources")]

    def block_s(self, sink: str) -> float:
        """How much sound the sink works on at once, seconds: what the most impatient of its clients asked for."""
        for entry in self._pactl("list", "sinks").split("Sink #")[1:]:
            found = re.search(r"Latency: \d+ usec, configured (\d+) usec", entry)
            if f"Name: {sink}\n" in entry and found:
                return int(found[1]) / 1e6
        raise HallError(f"the sound server has no sink {sink}")

    # Faults

    def load_microphone(self) -> float:
        """Plug the microphone in. Returns the wall-clock time (s) just before."""
        at = time.time()
        self._microphone = self._pactl("load-module", MICROPHONE, *MICROPHONE_ARGUMENTS.split()).strip()
        self._pactl("set-default-source", "vmic")
        return at

    def unload_microphone(self) -> float:
        """Pull the microphone's plug. Returns the wall-clock time (s) just before."""
        if not self._microphone:
            raise HallError("the microphone is already unplugged")
        at = time.time()
        self._pactl("unload-module", self._microphone)
        self._microphone = ""
        return at

    def kill(self) -> float:
        """Kill the sound server as a crash would. Returns the wall-clock time (s) just before."""
        if self._server is None or not self._server.alive:
            raise HallError("the sound server is not running")
        at = time.time()
        self._server.signal_group(signal.SIGKILL)
        self._server.process.wait()
        for presenter in self._keepers:
            presenter.stop()
        self._keepers = []
        self._microphone = ""
        return at

    def let_hear_the_hall(self, volume_db: float = 0.0) -> None:
        """From now on the microphone hears the loudspeaker, until the stage ends.

        Args:
            volume_db: how loud, against what is played into it directly.
        """
        words = "source=hall.monitor sink=micfeed latency_msec=60"
        module = self._pactl("load-module", "module-loopback", *words.split()).strip()
        for entry in self._pactl("list", "sink-inputs").split("Sink Input #")[1:]:
            if f"Owner Module: {module}\n" in entry:
                self._pactl("set-sink-input-volume", entry.split("\n", 1)[0], f"{volume_db:g}dB")
                return
        raise HallError("the loopback has no stream")

    # Sound

    def play(self, sound: Path | NDArray[np.float32], *, sink: str = "micfeed", wait: bool = False) -> Playing:
        """Play into the microphone (or into the loudspeaker, to make an echo).

        Args:
            sound: a wav, flac or ogg file, or (samples,) float32 at 48 kHz, within ±1.
            sink: "micfeed" or "hall".
            wait: return only after the last sample.
        """
        if isinstance(sound, np.ndarray):
            path = self._home / f"play-{time.monotonic_ns()}.wav"
            write_wav(path, sound)
        else:
            path = sound
            if not path.is_file():
                raise HallError(f"there is no sound file {path}")
        at = time.time()
        # 100 ms ahead: a busy machine must not tear holes into the speech that is measured.
        child = self._nursery.start("play", ["paplay", f"--device={sink}", "--latency-msec=100", path], env=self.env)
        playing = Playing(child, at)
        if wait:
            playing.wait()
        return playing


def write_wav(path: Path, sound: NDArray[np.float32], rate: int = RATE) -> None:
    """Write (samples,) float32 within ±1 as 16-bit mono."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
