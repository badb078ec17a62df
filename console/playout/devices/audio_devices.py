"""Keeps the chosen microphone and loudspeaker open: by name, through loss and return, never another one.

One thread opens and closes all streams, since PortAudio allows no two at a time there. Which devices exist
comes from the sound server where there is one (PulseWatch), from PortAudio's list elsewhere.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from console.playout.devices.device_names import told_apart
from console.playout.devices.loopback import LOOPED, is_loopback
from console.playout.devices.ports import BLOCK, LoudspeakerPort, MicrophonePort
from console.playout.devices.pulse import PulseWatch, PulseWorld

SAMPLE_RATE = 48_000
Kind = Literal["microphone", "loudspeaker"]
Condition = Literal["none", "opening", "ok", "missing"]

SERVER_GONE = "the sound server went away"

_SILENT_S = 0.3
"""A stream whose callback has not come for this long is lost (measured: an unplugged source stops at once)."""
_SERVER_S = 0.006
"""What a sound server adds beyond the stream's own word: measured by the outside meter at the loudspeaker."""
_RETRY_S = 0.25
_GRACE_S = 1.5
"""A stream that was just opened may take this long to its first callback."""


@dataclass
class _Line:
    """One request and what became of it."""

    kind: Kind
    request: str = ""
    condition: Condition = "none"
    sentence: str = ""
    stream: Any = None
    finished: bool = False
    opened_s: float = 0.0
    adrift_s: float | None = None
    retry_s: float = 0.0


class AudioDevices:
    """Two lines, each open on the device that was chosen, or plainly missing.

    Args:
        microphone, loudspeaker: the ports that take and give the blocks.
        world_changed: called (from a thread) when devices come or go.
        condition_changed: called (from a thread) with the kind, its new condition and a sentence.
        strayed: called (from a thread) at the moment when the microphone's stream was found elsewhere.
    """

    def __init__(
        self,
        microphone: MicrophonePort,
        loudspeaker: LoudspeakerPort,
        *,
        world_changed: Callable[[], None],
        condition_changed: Callable[[Kind, Condition, str], None],
        strayed: Callable[[], None],
        log: Any,
    ) -> None:
        self._microphone = microphone
        self._loudspeaker = loudspeaker
        self._world_changed = world_changed
        self._condition_changed = condition_changed
        self._strayed = strayed
        self._log = log
        self._lines = {"microphone": _Line("microphone"), "loudspeaker": _Line("loudspeaker")}
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._stopping = False
        self._pulse = PulseWatch(self._look_again) if PulseWatch.usable() else None
        self._thread = threading.Thread(target=self._run, name="sound keeper", daemon=True)
        self._thread.start()

    # -- requests and answers -----------------------------------------------------------------------------------

    def choose(self, kind: Kind, key: str) -> None:
        """Open the device `key` for `kind` from now on; an empty key closes the line."""
        with self._lock:
            line = self._lines[kind]
            if line.request != key:
                line.request = key
                line.retry_s = 0.0
        self._wake.set()

    def condition(self, kind: Kind) -> Condition:
        """How the line is."""
        return self._lines[kind].condition

    def devices(self) -> tuple[dict[str, str], dict[str, str]]:
        """Microphones and loudspeakers: key → words for the operator. Loopbacks are no microphones."""
        if self._pulse is not None:
            sources, sinks = self._pulse.world.sources, self._pulse.world.sinks
        else:
            sources, sinks = _portaudio_devices()
        return {key: words for key, words in sources.items() if not self._loops(key, words)}, sinks

    # -- the thread -------------------------------------------------------------------------------------------

    def _look_again(self, world: PulseWorld) -> None:
        """From the pulse watch, at once: shut the microphone before a foreign source is heard."""
        line = self._lines["microphone"]
        if line.stream is not None and self._microphone.open and world.capture != line.request:
            self._microphone.open = False
            if world.capture is not None:
                self._strayed()
        self._world_changed()
        self._wake.set()

    def _run(self) -> None:
        while not self._stopping:
            for line in self._lines.values():
                try:
                    self._tend(line, time.monotonic())
                except Exception:
                    self._log.exception("sound line failed", line=line.kind)
            self._wake.wait(0.05)
            self._wake.clear()
        for line in self._lines.values():
            self._close(line)

    def _tend(self, line: _Line, now: float) -> None:
        with self._lock:
            request = line.request
        if line.stream is not None:
            lost = self._why_lost(line, request, now)
            if lost is None:
                if self._proven(line, request):
                    if line.kind == "microphone":
                        self._microphone.open = True
                    self._say(line, "ok", "")
                return
            self._log.warning("sound line lost", line=line.kind, device=request, why=lost)
            self._close(line)
            line.retry_s = now + (0.0 if lost == "another was chosen" else 0.05)
        if not request:
            self._say(line, "none", "")
        elif now >= line.retry_s:
            if self._pulse is not None and not self._pulse.looked:
                return
            if not self._present(line.kind, request):
                looped = line.kind == "microphone" and self._loops(request)
                self._say(
                    line, "missing", LOOPED if looped else self._sentence(line.kind, request, "it is not plugged in")
                )
                line.retry_s = now + 0.05
                return
            if line.condition != "missing":
                self._say(line, "opening", "")
            try:
                self._open(line, request)
            except Exception as error:  # PortAudio raises its own kinds, ALSA through it others
                self._close(line)
                self._say(line, "missing", self._sentence(line.kind, request, self._why_not_opened(line, error)))
                line.retry_s = time.monotonic() + _RETRY_S

    def _why_lost(self, line: _Line, request: str, now: float) -> str | None:
        if getattr(line.stream, "compere_key", None) != request:
            return "another was chosen"
        if line.finished:
            return SERVER_GONE
        port = self._microphone if line.kind == "microphone" else self._loudspeaker
        newest = max(port.last_s, line.opened_s + _GRACE_S - _SILENT_S)
        if now - newest > _SILENT_S:
            return "no sound came any more"
        if self._pulse is not None and line.condition == "ok":
            world = self._pulse.world
            hangs = world.capture if line.kind == "microphone" else world.playback
            if hangs == request:
                line.adrift_s = None
            elif hangs is not None:
                return f"the sound server moved it to {hangs}"
            elif not self._present(line.kind, request):
                return "it was unplugged"
            elif line.adrift_s is None:
                line.adrift_s = now  # after an underrun the stream is made anew and hangs nowhere for a moment
            elif now - line.adrift_s > _SILENT_S:
                return "the sound server let go of it"
        return None

    def _proven(self, line: _Line, request: str) -> bool:
        """The stream runs and hangs on the very device that was chosen."""
        port = self._microphone if line.kind == "microphone" else self._loudspeaker
        if port.last_s < line.opened_s:
            return False
        if self._pulse is None:
            return True
        world = self._pulse.world
        return (world.capture if line.kind == "microphone" else world.playback) == request

    def _loops(self, key: str, words: str = "") -> bool:
        monitors = self._pulse.world.monitors if self._pulse is not None else frozenset()
        return key in monitors or is_loopback(key, words)

    def _present(self, kind: Kind, request: str) -> bool:
        sources, sinks = self.devices()
        return request in (sources if kind == "microphone" else sinks)

    def _open(self, line: _Line, request: str) -> None:
        import sounddevice as sd

        device: Any = self._device(line.kind, request)
        finished = self._finisher(line)
        if line.kind == "microphone":
            self._microphone.open = False
            line.stream = sd.InputStream(
                device=device,
                samplerate=SAMPLE_RATE,
                blocksize=BLOCK,
                channels=1,
                dtype="float32",
                latency="low",
                callback=self._microphone.callback,
                finished_callback=finished,
            )
        else:
            line.stream = sd.OutputStream(
                device=device,
                samplerate=SAMPLE_RATE,
                blocksize=BLOCK,
                channels=2,
                dtype="float32",
                latency="low",
                callback=self._loudspeaker.callback,
                finished_callback=finished,
            )
            beyond_s = _SERVER_S if self._pulse is not None else 0.0
            self._loudspeaker.begin(float(line.stream.latency) + beyond_s)
        line.stream.compere_key = request
        line.finished = False
        line.opened_s = time.monotonic()
        line.stream.start()
        self._log.info("sound line opened", line=line.kind, device=request, latency=line.stream.latency)

    def _finisher(self, line: _Line) -> Callable[[], None]:
        def finished() -> None:
            line.finished = True
            self._wake.set()

        return finished

    def _device(self, kind: Kind, request: str) -> Any:
        """What PortAudio shall open. Under a sound server: its own door, with the name beside it."""
        import sounddevice as sd

        if self._pulse is None:
            return _portaudio_number(kind, request)
        os.environ["PULSE_SOURCE" if kind == "microphone" else "PULSE_SINK"] = request
        for number, device in enumerate(sd.query_devices()):
            if device["name"] == "pulse":
                return number
        if all(other.stream is None for other in self._lines.values()):
            sd._terminate()
            sd._initialize()
        raise OSError("the sound server's door for ALSA (libasound2-plugins) is not there")

    def _close(self, line: _Line) -> None:
        stream, line.stream = line.stream, None
        if line.kind == "microphone":
            self._microphone.open = False
        if stream is not None:
            try:
                stream.abort(ignore_errors=True)
                stream.close(ignore_errors=True)
            except Exception:
                self._log.exception("sound line did not close", line=line.kind)

    def _say(self, line: _Line, condition: Condition, sentence: str) -> None:
        if (line.condition, line.sentence) != (condition, sentence):
            line.condition, line.sentence = condition, sentence
            self._condition_changed(line.kind, condition, sentence)

    def _why_not_opened(self, line: _Line, error: Exception) -> str:
        """In words that an operator can use; what the sound library says goes to the log."""
        if self._pulse is not None and not self._pulse.world.alive:
            return SERVER_GONE
        if type(error).__name__ != "PortAudioError":  # that of a library which may not be there
            return str(error)
        self._log.warning("sound line not opened", line=line.kind, reason=str(error))
        return "the system does not open it"

    @staticmethod
    def _sentence(kind: Kind, request: str, why: str) -> str:
        what = "microphone" if kind == "microphone" else "loudspeaker"
        if why == SERVER_GONE:
            return f"The {what} {request} cannot be used: this computer's sound service is gone. It comes back with it."
        return f"The {what} {request} cannot be used: {why}. Plug it in again; it comes back by itself."

    def close(self) -> None:
        """Close both lines and end the threads."""
        self._stopping = True
        self._wake.set()
        self._thread.join(timeout=3.0)
        if self._pulse is not None:
            self._pulse.close()


def _portaudio_list() -> list[tuple[int, str, str, Any]]:
    """Number, name, host and facts of the devices of this system's best host."""
    import sounddevice as sd

    hosts = sd.query_hostapis()
    wanted = {"win32": "Windows WASAPI", "darwin": "Core Audio"}.get(sys.platform)
    return [
        (number, device["name"], hosts[device["hostapi"]]["name"], device)
        for number, device in enumerate(sd.query_devices())
        if wanted is None or hosts[device["hostapi"]]["name"] == wanted
    ]


def _portaudio_keys(side: str) -> list[tuple[str, int, str]]:
    """Key, number and words of what has channels on this side. A second device of one name gets a number in its key."""
    found, seen = [], Counter[str]()
    for number, name, host, device in _portaudio_list():
        if device[side]:
            seen[name] += 1
            key = name if seen[name] == 1 else f"{name} #{seen[name]}"
            found.append((key, number, f"{name} ({host})"))
    return found


def _portaudio_devices() -> tuple[dict[str, str], dict[str, str]]:
    inputs, outputs = (
        told_apart({key: words for key, _, words in _portaudio_keys(side)}, {})
        for side in ("max_input_channels", "max_output_channels")
    )
    return inputs, outputs


def _portaudio_number(kind: Kind, request: str) -> int:
    side = "max_input_channels" if kind == "microphone" else "max_output_channels"
    for key, number, _ in _portaudio_keys(side):
        if key == request:
            return number
    raise OSError("it is not plugged in")
