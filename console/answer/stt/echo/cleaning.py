"""The microphone without the hall's loudspeakers, as it comes: the canceller at work in a thread of its own.

It reads playout's ear ring and the ring beside it, and keeps what is left under the same indices, so that whoever
listens may read the one in the place of the other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np

from console.answer.stt.echo.canceller import BLOCK, RESIDUE_DB, EchoCanceller
from console.answer.stt.protocol import Floats, STTError
from engine.ipc.logger import Logger
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing
from engine.text import Text

LEARN_S = 3.0
"""Of the hall's own sound, before the canceller is trusted: by then it takes away what is taken for speech
(test_echo.py)."""

KEPT_S = 4.0
_LOOK_S = 0.010
_BEHIND = SAMPLE_RATE // 2
"""Further behind than this, the sound between is given up."""
_AUDIBLE = 1e-3
"""-60 dBFS RMS: softer than this there is nothing to learn from."""
_TAKEN = 10 ** (RESIDUE_DB / 20)


class CleanSound:
    """What is left of the microphone; read as a `SoundRing` is. Safe to use from two threads.

    Args:
        start: the index at which it begins.
    """

    def __init__(self, start: int) -> None:
        self._samples: Floats = np.zeros(round(KEPT_S * SAMPLE_RATE), np.float32)
        self._lock = threading.Lock()
        self._begun = self._written = start

    @property
    def written(self) -> int:
        """The index after the newest sample."""
        return self._written

    @property
    def oldest(self) -> int:
        """The oldest index that can still be read."""
        return max(self._begun, self._written - len(self._samples))

    def write(self, at: int, samples: Floats) -> None:
        """The next (n,) float32, from index `at` on; what is left out before it is silence."""
        with self._lock:
            gap = min(at - self._written, len(self._samples))
            if gap > 0:
                self._samples[np.arange(at - gap, at) % len(self._samples)] = 0.0
            self._samples[np.arange(at, at + len(samples)) % len(self._samples)] = samples
            self._written = at + len(samples)

    def read(self, start: int, count: int) -> Floats:
        """`count` samples from index `start` on; what is not there (yet, or any more) is zero."""
        out = np.zeros(count, np.float32)
        with self._lock:
            first, last = max(start, self.oldest), min(start + count, self._written)
            if last > first:
                out[first - start : last - start] = self._samples[np.arange(first, last) % len(self._samples)]
        return out


class Cleaner:
    """The canceller at work.

    Args:
        ear: the microphone's ring, and `hall` the one beside it. They belong to the caller, and outlive `close`.
        log: where to write events.
        make: makes the canceller, in the thread. Raises STTError when there is none.

    Attributes:
        sound: what is left.
        fault: why there is no canceller, in one sentence, or "".
        resting: nobody listens now; what was learnt is kept.
    """

    def __init__(
        self, ear: SoundRing, hall: SoundRing, log: Logger, make: Callable[[], EchoCanceller] = EchoCanceller
    ) -> None:
        self._ear, self._hall, self._log, self._make = ear, hall, log, make
        self.sound = CleanSound(min(ear.written, hall.written) // BLOCK * BLOCK)
        self.fault = ""
        self.resting = False
        self._learnt = 0
        self._trusted = False
        self._over = threading.Event()
        # By hand: a loop in real time, as long as somebody listens.
        self._thread = threading.Thread(target=self._run, name="echo", daemon=True)
        self._thread.start()

    @property
    def trusted(self) -> bool:
        """It has learnt how the hall sounds: the microphone may stay open while the loudspeakers speak.

        Lost again when twice as much of the hall as it takes to learn it comes through, whoever speaks meanwhile.
        """
        return not self.fault and self._trusted

    def close(self) -> None:
        """End the thread."""
        self._over.set()
        self._thread.join(2.0)

    def _run(self) -> None:
        try:
            canceller = self._make()
            while not self._over.wait(_LOOK_S):
                if not self.resting:
                    self._clean(canceller)
        except STTError as fault:
            self.fault = str(fault)
        except Exception as fault:
            self._log.exception("the echo canceller failed")
            self.fault = Text(
                "Echo cancellation failed inside Compere ({fault}): choose gate in SETTINGS.",
                fault=type(fault).__name__,
            )

    def _clean(self, canceller: EchoCanceller) -> None:
        end = min(self._ear.written, self._hall.written) // BLOCK * BLOCK
        at = self.sound.written
        if not 0 <= end - at <= _BEHIND:
            at = end - BLOCK  # the computer slept, or stood still
        if end <= at:
            return
        spoken, hall = self._ear.read(at, end - at), self._hall.read(at, end - at)
        left = canceller.clean(spoken, hall)
        self.sound.write(at, left)
        if _rms(hall) > _AUDIBLE:
            self._learn(end - at, taken=_rms(left) <= max(_AUDIBLE, _TAKEN * _rms(spoken)))

    def _learn(self, count: int, *, taken: bool) -> None:
        """So many samples of the hall were taken out, or came through."""
        whole = round(LEARN_S * SAMPLE_RATE)
        self._learnt = max(0, min(2 * whole, self._learnt + (count if taken else -count)))
        self._trusted = self._learnt > 0 if self._trusted else self._learnt >= whole


def _rms(samples: Floats) -> float:
    return float(np.sqrt(np.mean(samples**2)))
