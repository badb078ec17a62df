"""Keeps the chosen microphone and loudspeaker open: by name, through loss and return, never another one.

One thread opens and closes all streams, since PortAudio allows no two at a time there. Which devices exist
comes from the sound server where there is one (PulseWatch), from PortAudio's list elsewhere.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from console.playout.devices.channels import MOST_CHANNELS, ChannelPick, ChannelSend
from console.playout.devices.loopback import LOOPED, is_loopback
from console.playout.devices.portaudio import (
    Callback,
    DeviceStream,
    name_behind_door,
    portaudio_channels,
    portaudio_devices,
    portaudio_number,
    rescan,
    server_door,
)
from console.playout.devices.ports import BLOCK, LoudspeakerPort, MicrophonePort
from console.playout.devices.pulse import PulseWatch, PulseWorld
from console.playout.devices.pulse_capture import PulseCapture
from console.playout.devices.pulse_playback import PulsePlayback
from engine.ipc.logger import Logger
from engine.ipc.messages.kinds import LineCondition
from engine.text import Text, as_text

Kind = Literal["microphone", "loudspeaker"]

SERVER_GONE = "the sound server went away"

_CANNOT_BE_USED: Mapping[Kind, str] = {
    "microphone": "The microphone {name} cannot be used: {why}. Plug it in again; it comes back by itself.",
    "loudspeaker": "The loudspeaker {name} cannot be used: {why}. Plug it in again; it comes back by itself.",
}
_SOUND_SERVICE_GONE: Mapping[Kind, str] = {
    "microphone": "The microphone {name} cannot be used: this computer's sound service is gone. It comes back with it.",
    "loudspeaker": "The loudspeaker {name} cannot be used: this computer's sound service is gone. "
    "It comes back with it.",
}

_FEWER_CHANNELS: Mapping[Kind, str] = {
    "microphone": "The microphone {name} has {n} channels, and channel {channel} is chosen: connect the device that "
    "has it, or choose another channel in SETTINGS.",
    "loudspeaker": "The loudspeaker {name} has {n} channels, and channel {channel} is chosen: connect the device that "
    "has it, or choose another channel in SETTINGS.",
}
_STEREO = (1, 2)
"""Where the hall's sound goes when a feed alone has channels of its own."""

_ANOTHER = "another was chosen"
_SILENT_S = 0.3
"""A stream whose callback has not come for this long is lost (measured: an unplugged source stops at once)."""
_SERVER_S = 0.006
"""What a sound server adds beyond the stream's own word: measured by the outside meter at the loudspeaker."""
_RETRY_S = 0.25
_MIXED = 2
"""A device of more channels than these is no headset: it is opened whole, and its channels are shown."""
_GRACE_S = 1.5
"""A stream that was just opened may take this long to its first callback."""


@dataclass(frozen=True)
class Request:
    """A device, and which channels of it.

    Attributes:
        key: the device; "" is none.
        channels: of the microphone or the hall, counted from 1; none is what the system makes of them.
        feed: of a loudspeaker's device, for a second sound.
    """

    key: str = ""
    channels: tuple[int, ...] = ()
    feed: tuple[int, ...] = ()

    @property
    def highest(self) -> int:
        """The highest channel that is named; 0 where none is."""
        return max((*self.channels, *self.feed), default=0)


@dataclass
class _Line:
    """One request and what became of it.

    Attributes:
        opened: what the stream was opened for.
        pick: takes the microphone's channels out of all; None where the system mixes.
    """

    kind: Kind
    request: Request = Request()
    condition: LineCondition = LineCondition.NONE
    sentence: str = ""
    stream: DeviceStream | PulseCapture | PulsePlayback | None = None
    opened: Request = Request()
    pick: ChannelPick | None = None
    adrift_s: float | None = None
    retry_s: float = 0.0


class AudioDevices:
    """Two lines, each open on the device that was chosen, or plainly missing.

    Args:
        microphone, loudspeaker: the ports that take and give the blocks.
        feed: gives the second sound that goes out with the block that the loudspeaker's port has just given.
        world_changed: called (from a thread) when devices come or go.
        condition_changed: called (from a thread) with the kind, its new condition and a sentence.
        strayed: called (from a thread) at the moment when the microphone's stream was found elsewhere.
    """

    def __init__(
        self,
        microphone: MicrophonePort,
        loudspeaker: LoudspeakerPort,
        *,
        feed: Callable[[int], NDArray[np.float32]],
        world_changed: Callable[[], None],
        condition_changed: Callable[[Kind, LineCondition, str], None],
        strayed: Callable[[], None],
        log: Logger,
    ) -> None:
        self._microphone = microphone
        self._loudspeaker = loudspeaker
        self._feed = feed
        self._world_changed = world_changed
        self._condition_changed = condition_changed
        self._strayed = strayed
        self._log = log
        self._lines = {"microphone": _Line("microphone"), "loudspeaker": _Line("loudspeaker")}
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._stopping = False
        self._pulse = PulseWatch(self._check_source) if PulseWatch.usable() else None
        # By hand: streams are opened and closed in one thread only.
        self._thread = threading.Thread(target=self._run, name="sound keeper", daemon=True)
        self._thread.start()

    # -- requests and answers -----------------------------------------------------------------------------------

    def choose(self, kind: Kind, key: str, channels: tuple[int, ...] = (), feed: tuple[int, ...] = ()) -> None:
        """Open the device `key` for `kind` from now on; an empty key closes the line.

        Args:
            channels: counted from 1. Those of a microphone are added together, those of a loudspeaker get the same;
                none is what the system makes of them.
            feed: of a loudspeaker's device, for the second sound.
        """
        wanted = Request(key, channels, feed)
        with self._lock:
            line = self._lines[kind]
            if line.request != wanted:
                line.request = wanted
                line.retry_s = 0.0
        self._wake.set()

    def condition(self, kind: Kind) -> LineCondition:
        """How the line is."""
        return self._lines[kind].condition

    def devices(self) -> tuple[dict[str, str], dict[str, str]]:
        """Microphones and loudspeakers: key → words for the operator. Loopbacks are no microphones."""
        if self._pulse is not None:
            sources, sinks = self._pulse.world.sources, self._pulse.world.sinks
        else:
            sources, sinks = portaudio_devices()
        return {key: words for key, words in sources.items() if not self._loops(key, words)}, sinks

    def channels(self, kind: Kind) -> dict[str, int]:
        """How many channels each device of a kind has."""
        if self._pulse is not None:
            found = {key: len(positions) for key, positions in self._positions(kind).items()}
        else:
            found = portaudio_channels(output=kind == "loudspeaker")
        return {key: min(count, MOST_CHANNELS) for key, count in found.items()}

    def channel_levels(self) -> list[float]:
        """The peak of each channel of the microphone's device in dBFS since the last call; none where one is heard."""
        line = self._lines["microphone"]
        pick = line.pick
        return pick.read_db() if pick is not None and line.condition == LineCondition.OK else []

    # -- the thread -------------------------------------------------------------------------------------------

    def _check_source(self, world: PulseWorld) -> None:
        """From the pulse watch, at once: shut the microphone before a foreign source is heard."""
        line = self._lines["microphone"]
        if line.stream is not None and self._microphone.open and world.capture != line.request.key:
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
                if self._proven(line, request.key):
                    if line.kind == "microphone":
                        self._microphone.open = True
                    self._set_condition(line, LineCondition.OK, "")
                return
            self._log.warning("sound line lost", line=line.kind, device=request.key, why=lost)
            self._close(line)
            line.retry_s = now + (0.0 if lost == _ANOTHER else 0.05)
        if not request.key:
            self._set_condition(line, LineCondition.NONE, "")
        elif now >= line.retry_s:
            if self._pulse is not None and not self._pulse.looked:
                return
            if not self._present(line.kind, request.key):
                looped = line.kind == "microphone" and self._loops(request.key)
                self._set_condition(
                    line,
                    LineCondition.MISSING,
                    LOOPED if looped else self._sentence(line.kind, request.key, "it is not plugged in"),
                )
                line.retry_s = now + 0.05
                return
            if fewer := self._fewer_channels(line.kind, request):
                self._set_condition(line, LineCondition.MISSING, fewer)
                line.retry_s = now + 0.05
                return
            if line.condition != LineCondition.MISSING:
                self._set_condition(line, LineCondition.OPENING, "")
            try:
                self._open(line, request)
            except Exception as error:  # PortAudio raises its own kinds, ALSA through it others
                self._close(line)
                self._set_condition(
                    line,
                    LineCondition.MISSING,
                    self._sentence(line.kind, request.key, self._why_not_opened(line, error)),
                )
                line.retry_s = time.monotonic() + _RETRY_S

    def _why_lost(self, line: _Line, request: Request, now: float) -> str | None:
        assert line.stream is not None
        if line.opened != request:
            return _ANOTHER
        if line.stream.finished:
            return SERVER_GONE
        port = self._microphone if line.kind == "microphone" else self._loudspeaker
        newest = max(port.last_s, line.stream.opened_s + _GRACE_S - _SILENT_S)
        if now - newest > _SILENT_S:
            return "no sound came any more"
        stream = line.stream
        if (
            isinstance(stream, (PulseCapture, PulsePlayback))
            and self._positions(line.kind).get(request.key, stream.positions) != stream.positions
        ):
            return "its channels are others now"
        if self._pulse is not None and line.condition == LineCondition.OK:
            world = self._pulse.world
            hangs = world.capture if line.kind == "microphone" else world.playback
            if hangs == request.key:
                line.adrift_s = None
            elif hangs is not None:
                return Text("the sound server moved it to {name}", name=hangs)
            elif not self._present(line.kind, request.key):
                return "it was unplugged"
            elif line.adrift_s is None:
                line.adrift_s = now  # after an underrun the stream is made again and hangs nowhere for a moment
            elif now - line.adrift_s > _SILENT_S:
                return "the sound server let go of it"
        return None

    def _proven(self, line: _Line, request: str) -> bool:
        """The stream runs and hangs on the very device that was chosen."""
        port = self._microphone if line.kind == "microphone" else self._loudspeaker
        if line.stream is None or port.last_s < line.stream.opened_s:
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

    def _positions(self, kind: Kind) -> Mapping[str, tuple[str, ...]]:
        """Device → the names of its channels, as the sound server has them; nothing without one."""
        if self._pulse is None:
            return {}
        world = self._pulse.world
        return world.positions if kind == "microphone" else world.sink_positions

    def _fewer_channels(self, kind: Kind, request: Request) -> str:
        """The sentence about a channel that was chosen and that the device does not have, or "". Never another one."""
        there = self.channels(kind).get(request.key, 0) if request.highest else 0
        if not there or request.highest <= there:
            return ""
        return Text(_FEWER_CHANNELS[kind], name=request.key, n=there, channel=request.highest)

    def _open(self, line: _Line, request: Request) -> None:
        line.opened, line.pick = request, None
        line.stream = self._playback(request) if line.kind == "loudspeaker" else self._capture(line, request)
        line.stream.start()
        self._log.info(
            "sound line opened",
            line=line.kind,
            device=request.key,
            channels=request.channels,
            feed=request.feed,
            latency=line.stream.latency_s,
        )

    def _playback(self, request: Request) -> DeviceStream | PulsePlayback:
        """The hall: stereo, which the system maps, or the device with all of its channels."""
        port, channels = self._loudspeaker, 0
        callback: Callback = port.callback
        if request.highest:
            channels = self._there("loudspeaker", request.key)
            callback = ChannelSend(request.channels or _STEREO[:channels], request.feed, self._feed).into(callback)
            if positions := self._positions("loudspeaker").get(request.key, ()):
                return PulsePlayback(
                    request.key, positions, block=BLOCK, begin=port.begin, callback=callback, ended=self._wake.set
                )
        device = self._device("loudspeaker", request.key)
        stream = DeviceStream(
            request.key, device, output=True, block=BLOCK, callback=callback, ended=self._wake.set, channels=channels
        )
        port.begin(stream.latency_s + (_SERVER_S if self._pulse is not None else 0.0))
        return stream

    def _capture(self, line: _Line, request: Request) -> DeviceStream | PulseCapture:
        """The microphone: what the system mixes of a device of one or two channels, else all of the device's."""
        self._microphone.open = False
        callback: Callback = self._microphone.callback
        positions, channels = self._positions("microphone").get(request.key, ()), 0
        # Where no server is, a device may claim as many as one asks for: then it is opened whole only when asked for.
        if request.highest or len(positions) > _MIXED:
            channels = self._there("microphone", request.key)
            line.pick = ChannelPick(request.channels, channels)
            callback = line.pick.into(callback)
            if positions:
                return PulseCapture(request.key, positions, block=BLOCK, callback=callback, ended=self._wake.set)
        device = self._device("microphone", request.key)
        return DeviceStream(
            request.key, device, output=False, block=BLOCK, callback=callback, ended=self._wake.set, channels=channels
        )

    def _there(self, kind: Kind, key: str) -> int:
        """How many channels a device has. Raises OSError where that is not known: then no channel of it is opened."""
        if there := self.channels(kind).get(key, 0):
            return there
        raise OSError("it is not plugged in")

    def _device(self, kind: Kind, request: str) -> int:
        """What PortAudio shall open. Under a sound server: its own door, with the name beside it."""
        output = kind == "loudspeaker"
        if self._pulse is None:
            return portaudio_number(request, output=output)
        name_behind_door(request, output=output)
        if (door := server_door()) is not None:
            return door
        if all(other.stream is None for other in self._lines.values()):
            rescan()
        raise OSError("the sound server's door for ALSA (libasound2-plugins) is not there")

    def _close(self, line: _Line) -> None:
        stream, line.stream = line.stream, None
        if line.kind == "microphone":
            self._microphone.open = False
        if stream is not None:
            try:
                stream.close()
            except Exception:
                self._log.exception("sound line did not close", line=line.kind)

    def _set_condition(self, line: _Line, condition: LineCondition, sentence: str) -> None:
        if (line.condition, line.sentence) != (condition, sentence):
            line.condition, line.sentence = condition, sentence
            self._condition_changed(line.kind, condition, sentence)

    def _why_not_opened(self, line: _Line, error: Exception) -> str:
        """In words that an operator can use; what the sound library says goes to the log."""
        if self._pulse is not None and not self._pulse.world.alive:
            return SERVER_GONE
        if type(error).__name__ != "PortAudioError":  # that of a library which may not be there
            if error.__cause__ is not None:
                self._log.warning("sound line not opened", line=line.kind, reason=str(error.__cause__))
            return str(error)
        self._log.warning("sound line not opened", line=line.kind, reason=str(error))
        return "the system does not open it"

    @staticmethod
    def _sentence(kind: Kind, request: str, why: str) -> str:
        if why == SERVER_GONE:
            return Text(_SOUND_SERVICE_GONE[kind], name=request)
        return Text(_CANNOT_BE_USED[kind], name=request, why=as_text(why))

    def close(self) -> None:
        """Close both lines and end the threads."""
        self._stopping = True
        self._wake.set()
        self._thread.join(timeout=3.0)
        if self._pulse is not None:
            self._pulse.close()
