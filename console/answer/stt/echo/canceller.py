"""Takes the hall's loudspeakers out of the microphone, so that it may stay open while the avatar speaks.

WebRTC's echo canceller (AEC3), as livekit's package brings it; it needs no server. Optional: a hall that talks over its
host is rare, and the gate needs nothing. Measured in tests/console/answer/stt/echo/test_canceller.py.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from console.answer.stt.protocol import Floats, STTError
from engine.ipc.rings.samples import SAMPLE_RATE

BLOCK = SAMPLE_RATE // 100
"""It works on 10 ms."""

RESIDUE_DB = -13.0
"""While the hall speaks, what is left of the microphone is silenced below this part of its loudest: of the host alone
17 dB less is left even far from the stage (test_echo.py). Somebody 6 dB louder than the host is heard nearly whole, one
as loud as the host in parts."""
_SMOOTH = 0.12
"""Of a block's energy in the mean: about 80 ms, a syllable."""
_FORGETS = 0.99
"""Of the loudest so far, kept a block later: 4 dB a second. A pause in the echo is no measure for it."""
_HALL_HOLDS = 60
"""Blocks for which a hall still sounds after the loudspeakers: 0.6 s."""
_NEAR_HOLDS = 25
"""Blocks for which somebody who was heard stays heard: between words the echo may be louder."""
_AUDIBLE = 1e-6
"""Mean square of a sound that is there: -60 dBFS."""

_MISSING = "Echo cancellation is not installed: run `python3 packaging/bootstrap.py run --echo`, or leave it off."


class EchoCanceller:
    """One microphone in one hall. It learns the way of the sound within a second or two, and follows it.

    Raises STTError when the package is not there.
    """

    def __init__(self) -> None:
        try:
            from livekit import rtc
        except ImportError as fault:
            raise STTError(_MISSING) from fault
        self._frame: Any = rtc.AudioFrame
        # What the canceller leaves of a hall's reverberation goes with the noise; without it that is taken for speech.
        self._module: Any = rtc.AudioProcessingModule(
            echo_cancellation=True, noise_suppression=True, high_pass_filter=True
        )
        self._near = _Near()

    def clean(self, microphone: Floats, hall: Floats) -> Floats:
        """The microphone without the hall.

        Args:
            microphone: (n,) float32 at 48 kHz, n a multiple of `BLOCK`.
            hall: (n,) float32: what the loudspeakers played meanwhile. Early is well, up to some 200 ms; late is not.

        Returns:
            (n,) float32.
        """
        if len(microphone) != len(hall) or len(microphone) % BLOCK:
            raise ValueError(f"{len(microphone)} and {len(hall)} samples are no blocks of {BLOCK}")
        heard = np.empty(len(microphone), np.float32)
        for at in range(0, len(microphone), BLOCK):
            self._module.process_reverse_stream(self._of(hall[at : at + BLOCK]))
            spoken = microphone[at : at + BLOCK]
            frame = self._of(spoken)
            self._module.process_stream(frame)
            left: Floats = np.frombuffer(frame.data, np.int16).astype(np.float32) / np.float32(32768)
            heard[at : at + BLOCK] = left if self._near.speaks(spoken, left, hall[at : at + BLOCK]) else 0.0
        return heard

    def _of(self, samples: Floats) -> Any:
        pcm = (np.clip(samples, -1.0, 1.0) * 32767).astype(np.int16)
        return self._frame(bytearray(pcm.tobytes()), SAMPLE_RATE, 1, BLOCK)


class _Near:
    """Tells somebody in front of the microphone from what is left of the hall."""

    def __init__(self) -> None:
        self._microphone = self._left = self._loudest = 0.0
        self._hall = self._holds = 0

    def speaks(self, microphone: Floats, left: Floats, hall: Floats) -> bool:
        """Whether a block is to be heard: the microphone, what the canceller left of it, and the loudspeakers."""
        self._microphone += _SMOOTH * (float(np.mean(microphone**2)) - self._microphone)
        self._loudest = max(self._microphone, self._loudest * _FORGETS)
        self._left += _SMOOTH * (float(np.mean(left**2)) - self._left)
        self._hall = _HALL_HOLDS if float(np.mean(hall**2)) > _AUDIBLE else max(0, self._hall - 1)
        if self._left > self._loudest * 10 ** (RESIDUE_DB / 10):
            self._holds = _NEAR_HOLDS
        else:
            self._holds = max(0, self._holds - 1)
        return not self._hall or self._holds > 0
