"""A sound file that stands in for a microphone, block by block in real time. Chosen openly, never by itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from console.playout.devices.ports import BLOCK, MicrophonePort
from console.playout.sound.decode import Sound, SoundFileError
from console.playout.sound.sound_stream import SoundSource
from engine.ipc.rings.samples import SAMPLE_RATE


class FileMicrophone:
    """Feeds a sound file to a port, as a device would.

    Args:
        port: where the blocks go.
        open_sound: opens the file at its first sample; may raise SoundFileError or OSError.
        loop: begin again at the end, after a second of quiet; otherwise silence follows.
        sound: the file as it was opened already, for the first time through; None opens it.
    """

    def __init__(
        self,
        port: MicrophonePort,
        open_sound: Callable[[], SoundSource],
        loop: bool,
        sound: SoundSource | None = None,
    ) -> None:
        self._port, self._open, self._loop = port, open_sound, loop
        self._sound = sound
        self._pause = 0
        self._stopping = threading.Event()
        # By hand: a loop in real time.
        self._thread = threading.Thread(target=self._run, name="file microphone", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        begun = time.monotonic()
        number = 0
        while True:
            due = begun + (number + 1) * BLOCK / SAMPLE_RATE
            if self._stopping.wait(max(0.0, due - time.monotonic())):
                return
            self._port.write(self._block(), time.monotonic())
            number += 1

    def _block(self) -> Sound:
        """(BLOCK,) float32: what comes next; silence while nothing is there."""
        block = np.zeros(BLOCK, np.float32)
        if self._pause:
            self._pause -= 1
            return block
        if self._sound is None:
            self._sound = self._opened()
        if self._sound is None:
            return block
        if self._sound.buffered >= BLOCK or self._sound.ended:
            piece = self._sound.read(BLOCK)
            block[: len(piece)] = piece
            if len(piece) < BLOCK and self._sound.ended and self._loop:
                self._sound.close()
                self._sound = None
                self._pause = (SAMPLE_RATE + len(piece) + BLOCK - 1) // BLOCK - 1
        return block

    def _opened(self) -> SoundSource | None:
        try:
            return self._open()
        except (SoundFileError, OSError):
            self._pause = SAMPLE_RATE // BLOCK  # it was there a moment ago: try again in a second
            return None

    def close(self) -> None:
        """Stop feeding."""
        self._stopping.set()
        self._thread.join(timeout=1.0)
        if self._sound is not None:
            self._sound.close()
