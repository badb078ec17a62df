"""One stream of the sound server with all channels of a device, each in its own place: the server's own library.

ALSA's door to the server, which PortAudio opens, gives channels names of its own, and the server then sends by name:
what lies third in a block need not be the device's third channel. Here a stream has the device's own map, so that
nothing is mixed and nothing changes its place.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.playout.devices.pulse import LIBRARY_DESCRIPTORS, descriptors_left
from engine.ipc.rings.samples import SAMPLE_RATE

_PLAYBACK, _RECORD = 1, 2
_FLOAT_LITTLE_ENDIAN = 5
_WHATEVER = 0xFFFFFFFF
_MOST_OF_A_SERVER = 32
"""libpulse knows no stream of more channels."""
_SAMPLE_BYTES = 4


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _ChannelMap(ctypes.Structure):
    _fields_ = (("channels", ctypes.c_uint8), ("map", ctypes.c_int * _MOST_OF_A_SERVER))


class _Buffer(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


class PulseStream:
    """An open stream, until it is closed. One thread alone uses it.

    Args:
        key: the source, or the sink.
        positions: the names of its channels in their order, as the server gives them.
        output: it is a sink that is played to, and not a source.
        block: samples that are read at once, or that the server asks for at once.
        ahead: samples that lie in the server's buffer, of a sink.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(self, key: str, positions: Sequence[str], *, output: bool, block: int, ahead: int = 0) -> None:
        if len(set(positions)) != len(positions):
            raise OSError("the sound server does not tell its channels apart")
        if not descriptors_left(LIBRARY_DESCRIPTORS):
            raise OSError("this computer has no room for another open file")
        pulse, simple = _libraries()
        places = _ChannelMap()
        if not pulse.pa_channel_map_parse(ctypes.byref(places), ",".join(positions).encode()):
            raise OSError("the sound server does not tell its channels apart")
        frame = _SAMPLE_BYTES * len(positions)
        buffer = (
            _Buffer(_WHATEVER, ahead * frame, _WHATEVER, block * frame, _WHATEVER)
            if output
            else _Buffer(_WHATEVER, _WHATEVER, _WHATEVER, _WHATEVER, block * frame)
        )
        error = ctypes.c_int()
        made = simple.pa_simple_new(
            None,
            b"Compere",
            _PLAYBACK if output else _RECORD,
            key.encode(),
            b"the hall" if output else b"the MC's microphone",
            ctypes.byref(_SampleSpec(_FLOAT_LITTLE_ENDIAN, SAMPLE_RATE, len(positions))),
            ctypes.byref(places),
            ctypes.byref(buffer),
            ctypes.byref(error),
        )
        if not made:
            raise OSError("the system does not open it") from OSError(pulse.pa_strerror(error.value).decode())
        self._stream = ctypes.c_void_p(made)
        self._simple = simple
        self._error = error

    def read(self, block: NDArray[np.float32]) -> bool:
        """Wait for the next samples, and put them into `block` (n, channels) float32. False when the stream ended."""
        return self._passes(self._simple.pa_simple_read, block)

    def write(self, block: NDArray[np.float32]) -> bool:
        """Wait for room, and play `block` (n, channels) float32. False when the stream ended."""
        return self._passes(self._simple.pa_simple_write, block)

    @property
    def latency_s(self) -> float:
        """From what is written now to the air, as the server says; 0 where it does not."""
        microseconds = int(self._simple.pa_simple_get_latency(self._stream, ctypes.byref(self._error)))
        return microseconds / 1e6 if microseconds < 10_000_000 else 0.0

    def close(self) -> None:
        """Give the device back; what was not played yet is not heard."""
        self._simple.pa_simple_free(self._stream)

    def _passes(self, call: Any, block: NDArray[np.float32]) -> bool:
        place = block.ctypes.data_as(ctypes.c_void_p)
        return int(call(self._stream, place, block.nbytes, ctypes.byref(self._error))) >= 0


@cache
def _libraries() -> tuple[Any, Any]:
    """The server's libraries, with the types of what is used of them."""
    pulse, simple = ctypes.CDLL("libpulse.so.0"), ctypes.CDLL("libpulse-simple.so.0")
    pulse.pa_channel_map_parse.restype = ctypes.c_void_p
    pulse.pa_strerror.restype = ctypes.c_char_p
    simple.pa_simple_new.restype = ctypes.c_void_p
    for call in (simple.pa_simple_read, simple.pa_simple_write):
        call.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)
    simple.pa_simple_get_latency.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    simple.pa_simple_get_latency.restype = ctypes.c_uint64
    simple.pa_simple_free.argtypes = (ctypes.c_void_p,)
    simple.pa_simple_free.restype = None
    return pulse, simple
