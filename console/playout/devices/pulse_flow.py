"""What a capture and a playback on all channels of a device of the sound server have in common: one thread, one end."""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

import numpy as np

from console.playout.devices.portaudio import Callback
from console.playout.devices.pulse_library import PulseStream

_CLOSES_WITHIN_S = 0.5


class PulseFlow(ABC):
    """An open stream to or from a device, from its making until it is closed.

    Args:
        key: the device; kept.
        positions: the names of its channels in their order, as the server gives them; kept.
        stream: the server's, just opened.
        block: samples of a callback.
        latency_s: from a callback to the air, or from the air to a callback, as far as is known before it flows; kept.
        callback: takes or fills each block (n, channels) float32, in a thread of this flow's own.
        ended: called in that thread when the stream has ended by itself.
        name: of the thread.

    Attributes:
        opened_s: monotonic time when it was started.
        finished: it has ended by itself.
    """

    def __init__(
        self,
        key: str,
        positions: Sequence[str],
        stream: PulseStream,
        *,
        block: int,
        latency_s: float,
        callback: Callback,
        ended: Callable[[], None],
        name: str,
    ) -> None:
        self.key, self.positions, self.latency_s = key, tuple(positions), latency_s
        self.finished = False
        self.opened_s = 0.0
        self._stream, self._callback, self._ended, self._name = stream, callback, ended, name
        self._block = np.zeros((block, len(positions)), np.float32)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Sound flows from now on."""
        self.opened_s = time.monotonic()
        # By hand: a loop in real time.
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Give the device back; what was not played yet is not heard. A server that hangs gets it when it wakes."""
        self._stopping.set()
        if self._thread is None:
            self._stream.close()
        else:
            self._thread.join(_CLOSES_WITHIN_S)

    @abstractmethod
    def _flow(self) -> None:
        """Read or write until it is stopped, or until the server ends the stream."""

    def _run(self) -> None:
        """Only here is the stream given back: no read and no write is cut."""
        try:
            self._flow()
        finally:
            self._stream.close()
            self.finished = True
            if not self._stopping.is_set():
                self._ended()
