"""All channels of one source of the sound server, block by block."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import numpy as np

from console.playout.devices.portaudio import Callback, nothing
from console.playout.devices.pulse_library import PulseStream
from engine.ipc.rings.samples import SAMPLE_RATE

_CLOSES_WITHIN_S = 0.5


class PulseCapture:
    """An open stream of all channels of a source, from its making until it is closed.

    Args:
        key: the source; kept.
        positions: the names of its channels in their order, as the server gives them; kept.
        block: samples of a callback.
        callback: takes each block (n, channels) float32, in a thread of this stream's own.
        ended: called in that thread when the stream has ended by itself.

    Attributes:
        opened_s: monotonic time when it was started.
        finished: it has ended by itself.
        latency_s: of a block: what the server gathers before it sends.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(
        self,
        key: str,
        positions: Sequence[str],
        *,
        block: int,
        callback: Callback,
        ended: Callable[[], None] = nothing,
    ) -> None:
        self.key, self.positions = key, tuple(positions)
        self.finished = False
        self.opened_s = 0.0
        self.latency_s = block / SAMPLE_RATE
        self._block = np.zeros((block, len(positions)), np.float32)
        self._callback, self._ended = callback, ended
        self._stopping = threading.Event()
        self._stream = PulseStream(key, positions, output=False, block=block)
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Sound flows from now on."""
        self.opened_s = time.monotonic()
        # By hand: a loop in real time.
        self._thread = threading.Thread(target=self._run, name="channels of the microphone", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Give the source back. A server that hangs gets it back when it wakes."""
        self._stopping.set()
        if self._thread is None:
            self._stream.close()
        else:
            self._thread.join(_CLOSES_WITHIN_S)

    def _run(self) -> None:
        """Read until it is closed, or until the server ends the stream. Only here is it given back: no read is cut."""
        try:
            while not self._stopping.is_set() and self._stream.read(self._block):
                if not self._stopping.is_set():
                    self._callback(self._block, len(self._block), None, "")
        finally:
            self._stream.close()
            self.finished = True
            if not self._stopping.is_set():
                self._ended()
