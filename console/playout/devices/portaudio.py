"""PortAudio as we use it: which devices it knows, and one open stream of one of them.

Under a sound server PortAudio opens the server's own door, and the device behind it stands in the environment, which
is read when the stream is opened.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from console.playout.devices.device_names import distinct_names
from engine.ipc.rings.samples import SAMPLE_RATE

NAMED = {False: "PULSE_SOURCE", True: "PULSE_SINK"}
"""Where a microphone (False) or a loudspeaker (True) behind the sound server's door is named."""

_HOSTS: Mapping[str, tuple[str, ...]] = {"win32": ("Windows WASAPI", "ASIO"), "darwin": ("Core Audio",)}
"""System → the hosts whose devices are offered.

PortAudio lists ASIO's only where SD_ENABLE_ASIO is set in the environment. It is not set by itself: every ASIO driver
there is gets opened then, and one that is broken would take playout along. Not tried on Windows yet.
"""

_SIDES = {False: "max_input_channels", True: "max_output_channels"}

Callback = Callable[..., None]
"""PortAudio's own: a block, its length in frames, times, and what went wrong since the last one."""


def nothing() -> None:
    """Nobody asks when the stream ends by itself."""


class DeviceStream:
    """An open stream of one device, from its making until it is closed.

    Args:
        key: the device, as it was chosen; kept.
        device: what PortAudio opens for it: a number, or a name.
        output: a loudspeaker, and not a microphone.
        block: samples of a callback.
        callback: takes or fills each block, in PortAudio's own thread.
        ended: called in a thread of PortAudio's when the stream has ended by itself.
        low_latency: as short as the device can; else as long as PortAudio thinks safe.
        channels: of a block; 0 is stereo for a loudspeaker and one for a microphone, which the system mixes.

    Attributes:
        opened_s: monotonic time when it was started.
        finished: it has ended by itself.
        latency_s: between a callback and the air, as PortAudio says.

    Raises:
        Exception: it cannot be opened; PortAudio raises its own kinds, ALSA through it others.
    """

    def __init__(
        self,
        key: str,
        device: int | str,
        *,
        output: bool,
        block: int,
        callback: Callback,
        ended: Callable[[], None] = nothing,
        low_latency: bool = True,
        channels: int = 0,
    ) -> None:
        import sounddevice as sd

        self.key = key
        self.finished = False
        self.opened_s = 0.0
        self._ended = ended
        self._stream: Any = (sd.OutputStream if output else sd.InputStream)(
            device=device,
            samplerate=SAMPLE_RATE,
            blocksize=block,
            channels=channels or (2 if output else 1),
            dtype="float32",
            latency="low" if low_latency else None,
            callback=callback,
            finished_callback=self._finish,
        )
        self.latency_s = float(self._stream.latency)

    def start(self) -> None:
        """Sound flows from now on."""
        self.opened_s = time.monotonic()
        self._stream.start()

    def close(self) -> None:
        """Give the device back; what was not played yet is not heard."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)

    def _finish(self) -> None:
        self.finished = True
        self._ended()


def server_door() -> int | None:
    """The number under which PortAudio lists the sound server's door, or None."""
    import sounddevice as sd

    return next((number for number, device in enumerate(sd.query_devices()) if device["name"] == "pulse"), None)


def rescan() -> None:
    """Let PortAudio see what was installed since it was first asked; no stream may be open."""
    import sounddevice as sd

    sd._terminate()
    sd._initialize()


def portaudio_devices() -> tuple[dict[str, str], dict[str, str]]:
    """Microphones and loudspeakers where there is no sound server: key → words."""
    inputs, outputs = (distinct_names({key: words for key, _, words in _keys(output)}, {}) for output in (False, True))
    return inputs, outputs


def portaudio_number(key: str, *, output: bool) -> int:
    """What PortAudio opens for the device `key` where there is no sound server. Raises OSError when it is not there."""
    for each, number, _ in _keys(output):
        if each == key:
            return number
    raise OSError("it is not plugged in")


def portaudio_channels(*, output: bool) -> dict[str, int]:
    """How many channels each device has on this side, where there is no sound server: key → channels."""
    counts = {number: int(device[_SIDES[output]]) for number, _, _, device in _listed()}
    return {key: counts[number] for key, number, _ in _keys(output)}


def name_behind_door(key: str, *, output: bool) -> None:
    """The next stream that opens the sound server's door gets this device."""
    os.environ[NAMED[output]] = key


def _keys(output: bool) -> list[tuple[str, int, str]]:
    """Key, number and words of what has channels on this side. A second device of one name gets a number in its key."""
    found, seen = [], Counter[str]()
    for number, name, host, device in _listed():
        if device[_SIDES[output]]:
            seen[name] += 1
            key = name if seen[name] == 1 else f"{name} #{seen[name]}"
            found.append((key, number, f"{name} ({host})"))
    return found


def _listed() -> list[tuple[int, str, str, Any]]:
    """Number, name, host and facts of the devices of this system's best hosts."""
    import sounddevice as sd

    hosts = sd.query_hostapis()
    wanted = _HOSTS.get(sys.platform)
    return [
        (number, device["name"], hosts[device["hostapi"]]["name"], device)
        for number, device in enumerate(sd.query_devices())
        if wanted is None or hosts[device["hostapi"]]["name"] in wanted
    ]
