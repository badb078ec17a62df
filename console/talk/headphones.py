"""The operator's own ear: a line is heard here before it is on the air, and never in the hall.

It plays to the output that the settings name, else to the system's own. When that is the hall's loudspeaker it plays
nothing, and says so.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

from console.answer.tts.protocol import Floats
from console.playout.devices.portaudio import NAMED, Callback, DeviceStream, name_behind_door, server_door
from engine.ipc.rings.samples import MOST, SAMPLE_RATE, clean
from engine.text import Text

_BLOCK = SAMPLE_RATE // 50
_DRAIN_S = 0.15
"""What lies in the sound server's own buffers when the last block was handed over."""


class Closeable(Protocol):
    """An output that plays until it is closed."""

    def close(self) -> None:
        """Silence, at once."""
        ...


class HeadphonesError(Exception):
    """Nothing can be heard here. The message is one sentence for the operator."""


class Headphones:
    """Plays to the operator alone.

    Args:
        chosen: the device's key as the settings have it; "" is the system's own.
        hall: key of the hall's loudspeaker.
        find: gives the device that would be played to, from the chosen key. Raises HeadphonesError.
        open_stream: opens an output of that device, which calls back for sound. Raises OSError.
    """

    def __init__(
        self,
        chosen: Callable[[], str],
        hall: Callable[[], str],
        *,
        find: Callable[[str], str] | None = None,
        open_stream: Callable[[str, Callback], Closeable] | None = None,
    ) -> None:
        self._chosen, self._hall = chosen, hall
        self._find = find or _device_of
        self._open_stream = open_stream or _open
        self._lock = threading.Lock()
        self._pieces: deque[Floats] = deque()  # one line at a time: as long as that
        self._empty = asyncio.Event()
        self._stream: Closeable | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def open(self) -> None:
        """Make ready to play, in place of what was played. Raises HeadphonesError."""
        self.close()
        device = await asyncio.to_thread(self._find, self._chosen())
        if device == self._hall():
            raise HeadphonesError(
                "That would be heard in the hall: choose headphones in SETTINGS that are not the hall's loudspeaker."
            )
        self._loop = asyncio.get_running_loop()
        self._empty.clear()
        try:
            self._stream = await asyncio.to_thread(self._open_stream, device, self._callback)
        except Exception as fault:  # PortAudio raises its own kinds, ALSA through it others
            raise HeadphonesError(
                Text("Your own output cannot be opened ({fault}): choose headphones in SETTINGS.", fault=fault)
            ) from fault

    def play(self, samples: Floats) -> None:
        """The next (n,) float32 samples at 48 kHz."""
        with self._lock:
            self._pieces.append(clean(samples, MOST))
        self._empty.clear()

    async def drain(self) -> None:
        """Wait until all of it was heard."""
        with self._lock:
            left_s = sum(map(len, self._pieces)) / SAMPLE_RATE
        if left_s and self._stream is not None:
            try:
                async with asyncio.timeout(left_s + 2.0):
                    await self._empty.wait()
            except TimeoutError:
                return
            await asyncio.sleep(_DRAIN_S)

    def close(self) -> None:
        """Silence."""
        stream, self._stream = self._stream, None
        with self._lock:
            self._pieces.clear()
        if stream is not None:
            # By hand: a driver may take its time to close.
            threading.Thread(target=stream.close, name="headphones", daemon=True).start()

    def _callback(self, outdata: Any, frames: int, times: Any, status: Any) -> None:
        outdata[:] = 0.0
        at = 0
        with self._lock:
            while at < frames and self._pieces:
                piece = self._pieces.popleft()
                part = piece[: frames - at]
                outdata[at : at + len(part)] = part[:, None]
                at += len(part)
                if len(part) < len(piece):
                    self._pieces.appendleft(piece[len(part) :])
            over = not self._pieces
        loop = self._loop
        if over and loop is not None and not self._empty.is_set() and not loop.is_closed():
            loop.call_soon_threadsafe(self._empty.set)


def _device_of(chosen: str) -> str:
    """Key of the output that would be played to."""
    try:
        import pulsectl

        with pulsectl.Pulse("compere-headphones", connect=False) as pulse:
            pulse.connect(timeout=1.0)
            sinks = {sink.name for sink in pulse.sink_list()}
            device = chosen or str(pulse.server_info().default_sink_name)
            if device not in sinks:
                raise HeadphonesError(
                    Text("The headphones {name} are not there: plug them in, or choose others.", name=device)
                )
            return device
    except ImportError:
        pass
    except Exception as fault:
        if isinstance(fault, HeadphonesError):
            raise
    import sounddevice as sd

    try:
        return chosen or str(sd.query_devices(kind="output")["name"])
    except Exception as fault:
        raise HeadphonesError("This system has no output to listen on.") from fault


def _open(device: str, callback: Callback) -> DeviceStream:
    door = server_door()
    before = os.environ.get(NAMED[True])
    name_behind_door(device, output=True)  # no child may inherit it
    try:
        stream = DeviceStream(
            device,
            device if door is None else door,
            output=True,
            block=_BLOCK,
            callback=callback,
            low_latency=False,
        )
        stream.start()
    finally:
        os.environ.pop(NAMED[True])
        if before is not None:
            os.environ[NAMED[True]] = before
    return stream
