"""Takes the hall's loudspeakers out of the microphone, so that it may stay open while the avatar speaks.

WebRTC's echo canceller (AEC3), as livekit's package brings it; it needs no server. Optional: a hall that talks over its
host is rare, and the gate needs nothing. Measured in tests/console/answer/hear/test_echo.py.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from console.answer.hear.contract import Floats, HearError

RATE = 48_000
BLOCK = RATE // 100
"""It works on 10 ms."""

_MISSING = "Echo cancellation is not installed: install Compere with its extra `echo`, or leave it off."


class EchoCanceller:
    """One microphone in one hall. It learns the way of the sound within a second or two, and follows it.

    Raises HearError when the package is not there.
    """

    def __init__(self) -> None:
        try:
            from livekit import rtc
        except ImportError as fault:
            raise HearError(_MISSING) from fault
        self._frame: Any = rtc.AudioFrame
        self._module: Any = rtc.AudioProcessingModule(echo_cancellation=True, high_pass_filter=True)

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
            frame = self._of(microphone[at : at + BLOCK])
            self._module.process_stream(frame)
            heard[at : at + BLOCK] = np.frombuffer(frame.data, np.int16) / np.float32(32768)
        return heard

    def _of(self, samples: Floats) -> Any:
        pcm = (np.clip(samples, -1.0, 1.0) * 32767).astype(np.int16)
        return self._frame(bytearray(pcm.tobytes()), RATE, 1, BLOCK)
