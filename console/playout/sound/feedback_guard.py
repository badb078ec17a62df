"""Listens for feedback while the microphone goes to the hall through Compere, and cuts it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from console.playout.sound.feedback_trial import FeedbackTrial
from engine.ipc.logger import Logger
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing

_EVERY_S = 0.1
_AT_MOST = SAMPLE_RATE


class FeedbackGuard:
    """A thread that reads the two rings of the microphone side by side.

    Args:
        ear, echo: what the microphone brings, and what the hall heard meanwhile, sample for sample.
        closed: whether what the microphone brings goes to the hall now.
        shift: as of `FeedbackTrial`, by the index of the rings.
        found: called from the thread when it comes back from there.
        log: where to write events.
    """

    def __init__(
        self,
        ear: SoundRing,
        echo: SoundRing,
        closed: Callable[[], bool],
        shift: Callable[[], int],
        found: Callable[[float], None],
        log: Logger,
    ) -> None:
        self._ear, self._echo = ear, echo
        self._closed, self._found = closed, found
        self._log = log
        self._trial = FeedbackTrial(shift, lambda verdict: log.info("feedback on trial", verdict=verdict))
        self._at = 0
        self._open = True
        self._stopping = threading.Event()
        # By hand: a loop in real time.
        self._thread = threading.Thread(target=self._run, name="feedback", daemon=True)
        self._thread.start()

    def poll(self) -> None:
        """Take what is new in the rings."""
        newest = min(self._ear.written, self._echo.written)
        if not self._closed():
            self._at, self._open = newest, True
            return
        if self._open or newest < self._at or newest - self._at > _AT_MOST:
            self._at, self._open = max(0, newest - SAMPLE_RATE // 10), False
            self._trial.begin(self._at)
        count = newest - self._at
        if count <= 0:
            return
        microphone, hall = self._ear.read(self._at, count), self._echo.read(self._at, count)
        self._at = newest
        if self._trial.push(microphone, hall):
            self._open = True
            self._found(self._trial.gain)

    def close(self) -> None:
        """End the thread, before the rings go."""
        self._stopping.set()
        self._thread.join(timeout=2.0)

    def _run(self) -> None:
        while not self._stopping.wait(_EVERY_S):
            try:
                self.poll()
            except RingError:
                self._open = True  # overtaken by the writer: begin again
            except Exception:  # the thread must live: it is what ends a howl
                self._log.exception("the watch for feedback stumbled")
                self._open = True
