"""How likely each 32 ms of sound is speech: Silero VAD, as it lies in faster-whisper's wheel, by onnxruntime alone.

Only the ear's process imports this.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from console.answer.stt.protocol import Floats, STTError
from console.answer.stt.vad import FRAME
from engine.text import Text

MODEL = "silero_vad_v6.onnx"

_CONTEXT = 64
_STATE = (1, 1, 128)
"""Of faster-whisper 1.2's `SileroVADModel`: the model sees the last 64 samples before each frame again, and carries h
and c. Called frame by frame it gives what that class gives for the whole sound, within 5e-6."""


class Silero:
    """Judges a stream of sound. Raises STTError when it is not installed."""

    def __init__(self) -> None:
        try:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.inter_op_num_threads = options.intra_op_num_threads = 1  # a frame is 0.3 ms of work
            options.log_severity_level = 4
            self._session: Any = onnxruntime.InferenceSession(
                str(_model()), sess_options=options, providers=["CPUExecutionProvider"]
            )
        except STTError:
            raise
        except Exception as fault:
            sentence = Text(
                "The search for speech is not installed ({fault}): install Compere again.", fault=_line(fault)
            )
            raise STTError(sentence) from fault
        self.reset()

    def reset(self) -> None:
        """What comes has nothing to do with what was."""
        self._h = np.zeros(_STATE, np.float32)
        self._c = np.zeros(_STATE, np.float32)
        self._left: Floats = np.zeros(0, np.float32)
        self._context: Floats = np.zeros(_CONTEXT, np.float32)
        self._next: int | None = None

    def judge(self, at: int, samples: Floats) -> tuple[int, list[float]]:
        """The next of the sound.

        Args:
            at: index of its first sample; when that does not follow what was before, it begins again.
            samples: (n,) float32 mono at 16 kHz; what fills no frame waits for more.

        Returns:
            index of the first frame's first sample, and for each frame of `FRAME` samples its chance, 0 to 1.
        """
        if at != self._next:
            self.reset()
        self._next = at + len(samples)
        begin = at - len(self._left)
        sound = np.concatenate([self._left, samples])
        whole = len(sound) // FRAME * FRAME
        self._left = sound[whole:]
        return begin, [self._frame(sound[start : start + FRAME]) for start in range(0, whole, FRAME)]

    def _frame(self, frame: Floats) -> float:
        seen = np.concatenate([self._context, frame])[None]
        self._context = frame[-_CONTEXT:]
        chance, self._h, self._c = self._session.run(None, {"input": seen, "h": self._h, "c": self._c})
        return float(chance.reshape(-1)[0])


def _model() -> Path:
    """Where the wheel has put it; the package itself is not imported, for that takes a second."""
    found = find_spec("faster_whisper")
    for folder in (found.submodule_search_locations or ()) if found else ():
        path = Path(folder) / "assets" / MODEL
        if path.is_file():
            return path
    raise STTError(
        Text(
            "The search for speech is not installed ({fault}): install Compere again.",
            fault="faster-whisper is missing",
        )
    )


def _line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:160]
