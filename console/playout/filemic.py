"""A sound file that stands in for a microphone, block by block in real time. Chosen openly, never by itself."""

from __future__ import annotations

import threading
import time

import numpy as np
from numpy.typing import NDArray

from console.playout.ports import BLOCK, MicrophonePort

SAMPLE_RATE = 48_000


class FileMicrophone:
    """Feeds `samples` (n,) float32 at 48 kHz to a port, as a device would.

    Args:
        port: where the blocks go.
        samples: mono sound.
        loop: begin again at the end, after a second of quiet; otherwise silence follows.
    """

    def __init__(self, port: MicrophonePort, samples: NDArray[np.float32], loop: bool) -> None:
        pause = np.zeros(SAMPLE_RATE if loop else 0, np.float32)
        self._samples = np.concatenate((samples, pause, np.zeros(-(len(samples) + len(pause)) % BLOCK, np.float32)))
        self._port = port
        self._loop = loop
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="file microphone", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        begun = time.monotonic()
        silence = np.zeros(BLOCK, np.float32)
        number = 0
        while True:
            due = begun + (number + 1) * BLOCK / SAMPLE_RATE
            if self._stopping.wait(max(0.0, due - time.monotonic())):
                return
            at = number * BLOCK
            if self._loop:
                at %= len(self._samples)
            block = self._samples[at : at + BLOCK] if at < len(self._samples) else silence
            self._port.take(block.copy(), time.monotonic())
            number += 1

    def close(self) -> None:
        """Stop feeding."""
        self._stopping.set()
        self._thread.join(timeout=1.0)
