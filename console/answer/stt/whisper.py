"""Whisper in this process, by faster-whisper. Only the ear's process imports this.

Nothing is ever downloaded here: a model is a folder that is there (`local.fault_of` says what is wrong with one).
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable
from typing import Any

from console.answer.stt.protocol import RATE, Floats, STTError, Transcript
from engine.text import Text

_MOST_THREADS = 4
"""More bring little on a window of 30 s, and a show runs on this computer."""
_TOKENS_A_SECOND = 15
"""Fast Mandarin: seven syllables, two tokens each. A model that repeats itself for ever is stopped by it."""
_LEAST_TOKENS = 16
_BELOW_SHOW = 5
"""Niceness: picture and sound of a show come first."""


class WhisperModel:
    """A model in memory.

    Args:
        folder: of a model for CTranslate2.
        device: `cpu` or `cuda`.
        compute: how to calculate, as `int8`, `int8_float16` or `float16`.

    Raises STTError when it cannot be loaded.
    """

    def __init__(self, folder: str, device: str, compute: str) -> None:
        _give_way()
        try:
            from faster_whisper import WhisperModel
        except Exception as fault:
            raise STTError(
                Text("Whisper is not installed ({fault}): install Compere again.", fault=_line(fault))
            ) from fault
        threads = max(1, min(_MOST_THREADS, (os.cpu_count() or 2) - 1))
        try:
            self._model: Any = WhisperModel(
                folder, device=device, compute_type=compute, cpu_threads=threads, local_files_only=True
            )
        except Exception as fault:
            raise STTError(
                Text(
                    "The Whisper model {folder} cannot be loaded ({fault}): choose another.",
                    folder=folder,
                    fault=_line(fault),
                )
            ) from fault

    def transcribe(self, samples: Floats, language: str, wanted: Callable[[], bool]) -> Transcript:
        """The text of one question.

        Args:
            samples: (n,) float32 mono at 16 kHz.
            language: Whisper's own name of one; "" finds it out.
            wanted: asked between parts; False gives up.

        Raises:
            STTError: it cannot.
        """
        seconds = len(samples) / RATE
        try:
            # Greedy, and once: a second try at another temperature would double the wait before a full hall.
            parts, about = self._model.transcribe(
                samples,
                language=self._known(language),
                beam_size=1,
                temperature=0.0,
                condition_on_previous_text=False,
                without_timestamps=True,
                max_new_tokens=min(224, _LEAST_TOKENS + math.ceil(_TOKENS_A_SECOND * seconds)),
            )
            text, no_speech = "", 1.0
            for part in parts:
                text += part.text
                no_speech = min(no_speech, float(part.no_speech_prob))
                if not wanted():
                    break
        except STTError:
            raise
        except Exception as fault:
            raise STTError(Text("Whisper could not hear this ({fault}): ask again.", fault=_line(fault))) from fault
        return Transcript(text.strip(), about.language, seconds, no_speech=no_speech if text else 0.0)

    def _known(self, language: str) -> str | None:
        if not language:
            return None
        if not self._model.model.is_multilingual:
            if language != "en":
                raise STTError("This Whisper model knows English only: choose one without “.en” in its name.")
            return "en"
        if language == "yue" and self._model.hf_tokenizer.token_to_id("<|yue|>") is None:
            return "zh"  # models before large-v3 were taught Cantonese under the name of Chinese
        if language not in self._model.supported_languages:
            raise STTError(Text("Whisper does not know the language {language}: choose another.", language=language))
        return language


def _give_way() -> None:
    """This thread, and those that the library starts from it, wait for the show's."""
    if sys.platform == "linux":  # there niceness is a thread's own
        try:
            os.setpriority(os.PRIO_PROCESS, 0, _BELOW_SHOW)
        except OSError:
            pass


def _line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:160] or type(fault).__name__
