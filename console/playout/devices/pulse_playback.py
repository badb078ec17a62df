"""All channels of one sink of the sound server, block by block."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import numpy as np

from console.playout.devices.portaudio import Callback, nothing
from console.playout.devices.pulse_library import PulseStream
from engine.ipc.rings.samples import SAMPLE_RATE

_AHEAD_BLOCKS = 4
"""So much lies in the server's buffer: what PortAudio keeps there on a quiet machine."""
_FULL_BLOCKS, _ASKED_BLOCKS = 10, 20
"""After so many blocks of silence the buffer is full; while so many more go out the server is asked for its latency."""
_CLOSES_WITHIN_S = 0.5


class PulsePlayback:
    """An open stream to all channels of a sink, from its making until it is closed.

    Args:
        key: the sink; kept.
        positions: the names of its channels in their order, as the server gives them; kept.
        block: samples of a callback.
        begin: called in a thread of this stream's own, before the first callback, with the seconds from a callback to
            the air.
        callback: fills each block (n, channels) float32, in that thread.
        ended: called in that thread when the stream has ended by itself.

    Attributes:
        opened_s: monotonic time when it was started.
        finished: it has ended by itself.
        latency_s: what lies in the server's buffer.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(
        self,
        key: str,
        positions: Sequence[str],
        *,
        block: int,
        begin: Callable[[float], None],
        callback: Callback,
        ended: Callable[[], None] = nothing,
    ) -> None:
        self.key, self.positions = key, tuple(positions)
        self.finished = False
        self.opened_s = 0.0
        self.latency_s = _AHEAD_BLOCKS * block / SAMPLE_RATE
        self._block = np.zeros((block, len(positions)), np.float32)
        self._begin, self._callback, self._ended = begin, callback, ended
        self._stopping = threading.Event()
        self._stream = PulseStream(key, positions, output=True, block=block, ahead=_AHEAD_BLOCKS * block)
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Sound flows from now on."""
        self.opened_s = time.monotonic()
        # By hand: a loop in real time.
        self._thread = threading.Thread(target=self._run, name="channels of the hall", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Give the sink back; what was not played yet is not heard. A server that hangs gets it back when it wakes."""
        self._stopping.set()
        if self._thread is None:
            self._stream.close()
        else:
            self._thread.join(_CLOSES_WITHIN_S)

    def _latency(self) -> float:
        """From a callback that comes in time to the air: one that comes late finds less in the buffer."""
        asked = [self._stream.latency_s for _ in range(_ASKED_BLOCKS) if self._stream.write(self._block)]
        return max(asked, default=0.0) or self.latency_s

    def _run(self) -> None:
        """Write until it is closed, or until the server ends the stream. Only here is it given back."""
        try:
            plays = all(self._stream.write(self._block) for _ in range(_FULL_BLOCKS))
            self._begin(self._latency() if plays else self.latency_s)
            while plays and not self._stopping.is_set():
                self._callback(self._block, len(self._block), None, "")
                plays = self._stream.write(self._block)
        finally:
            self._stream.close()
            self.finished = True
            if not self._stopping.is_set():
                self._ended()
