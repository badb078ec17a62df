"""The console's end of the ear: sound goes out, text and the likelihood of speech come back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from console.answer.model_client import ModelClient
from console.answer.stt.protocol import LONGEST_S, RATE, Floats, STTError, Transcript, spoken_language
from engine.ipc.logger import Logger
from engine.ipc.messages.base import Message
from engine.ipc.messages.stt import (
    Frames,
    Hear,
    HeardText,
    LoadSTT,
    NotTranscribed,
    SpeechProbabilities,
    WatchForSpeech,
)
from engine.ipc.messages.tts import Drop
from engine.text import Text

MODULE = "console.answer.stt.process"

STALL_S = 30.0
"""A question waits for at most one other. Whisper `small` on two busy cores took 13 s for one (`tiny` 2 s)."""
_LOAD_S = 60.0
"""`large-v3` is 3 GB; a slow disk reads 100 MB a second, and then it is made int8."""
_START_S = 10.0


@dataclass(frozen=True)
class STTModel:
    """Which Whisper, and on what.

    Attributes:
        folder: of a model for CTranslate2.
        device: `cpu` or `cuda`.
        compute: how CTranslate2 calculates, as `int8`; `float16` on a card.
    """

    folder: str
    device: str = "cpu"
    compute: str = "int8"


Told = Callable[[int, NDArray[np.float64]], None]
"""Takes the index of the first sample, at 16 kHz, and the chance of each frame of 512 samples from there on."""
Failed = Callable[[str], None]
"""Takes one sentence: for now nobody looks for speech."""


class STTClient(ModelClient):
    """The ear, supervised; needs Qt's event loop under asyncio (qasync).

    Args:
        runtime, logs: folders, as every child of the console's has them.
        log: where to write events.
        module: what `python -m` runs.
        stall_s: patience for the text of a question, in seconds.
        start_s: patience for the start of the process, in seconds.
    """

    def __init__(
        self,
        runtime: Path,
        logs: Path,
        log: Logger,
        *,
        module: str = MODULE,
        stall_s: float = STALL_S,
        start_s: float = _START_S,
    ) -> None:
        super().__init__("hearing", module, runtime, logs, log, _lost, start_s)
        self._stall_s = stall_s
        self._loaded: STTModel | None = None
        self._turn = asyncio.Lock()
        self._told: Told | None = None
        self._failed: Failed | None = None

    # -- text --------------------------------------------------------------------------------------------------

    async def load(self, model: STTModel) -> None:
        """Make a model ready now, and again whenever the process was started again. Raises STTError."""
        async with self._turn:
            await self._load(model)

    async def transcribe(self, model: STTModel, samples: Floats, language: str) -> Transcript:
        """The text of one question; a second one waits for the first. Cancelled, it is given up at the next part.

        Args:
            model: loaded first, unless it is there.
            samples: (n,) float32 mono at 16 kHz, `LONGEST_S` at most.
            language: a tag as `en`, `zh-TW` or `yue`; "" finds it out.

        Raises:
            STTError: the model cannot, the process died, or it did nothing for `stall_s` seconds.
        """
        if len(samples) > LONGEST_S * RATE:
            raise STTError(Text("The question is longer than {limit} s: ask a shorter one.", limit=f"{LONGEST_S:.0f}"))
        async with self._turn:
            if model != self._loaded:
                await self._load(model)
            sound = np.ascontiguousarray(samples, np.float32).tobytes()
            number = next(self._numbers)
            request = Hear(number=number, samples=sound, language=spoken_language(language))
            late = Text("Whisper gave no text for {limit} s and was ended: ask again.", limit=f"{self._stall_s:g}")
            heard = await self._answer(request, number, self._stall_s, late)
        if not isinstance(heard, HeardText):
            raise STTError("Hearing failed inside Compere: ask again.")
        return Transcript(heard.text, heard.language, heard.seconds, no_speech=heard.no_speech)

    async def _load(self, model: STTModel) -> None:
        self._loaded = None
        number = next(self._numbers)
        request = LoadSTT(number=number, folder=model.folder, device=model.device, compute=model.compute)
        late = Text(
            "The Whisper model {folder} did not load within {limit} s: choose a smaller one.",
            folder=model.folder,
            limit=f"{_LOAD_S:.0f}",
        )
        await self._answer(request, number, _LOAD_S, late)
        self._loaded = model

    async def _answer(self, request: Message, number: int, patience_s: float, late: str) -> Message:
        inbox = await self.ask(request, number)
        answered = False
        try:
            async with asyncio.timeout(patience_s):
                answer = await inbox.get()
            answered = True
        except TimeoutError:
            self.restart()
            raise STTError(late, again=True) from None
        finally:
            self.forget(number)
            if not answered:
                self.supervised.send(Drop(number=number))
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, NotTranscribed):
            raise STTError(answer.sentence)
        return answer

    # -- the search for speech ---------------------------------------------------------------------------------

    def watch(self, told: Told, failed: Failed) -> None:
        """Look for speech in what `search` is given, from nothing; again by itself after the process was lost."""
        self._told, self._failed = told, failed
        self.begin()
        self.supervised.send(WatchForSpeech(on=True))

    def unwatch(self) -> None:
        """Look for it no longer."""
        self._told = self._failed = None
        self.supervised.send(WatchForSpeech(on=False))

    def search(self, at: int, samples: Floats) -> None:
        """The next of the sound: (n,) float32 mono at 16 kHz from index `at` on. Lost while the process starts."""
        self.supervised.send(Frames(at=at, samples=np.ascontiguousarray(samples, np.float32).tobytes()))

    # -- the process -------------------------------------------------------------------------------------------

    def greet(self) -> None:
        """Let it look for speech, and load its model before a question waits for it."""
        if self._told is not None:
            self.supervised.send(WatchForSpeech(on=True))
        if (model := self._loaded) is not None:
            number = next(self._numbers)  # nobody waits for the answer
            self.supervised.send(
                LoadSTT(number=number, folder=model.folder, device=model.device, compute=model.compute)
            )

    def mourn(self, sentence: str) -> None:
        """Nobody looks for speech until it is there again."""
        if self._failed is not None:
            self._failed(sentence)

    def receive(self, message: Message) -> None:
        """Text, or the likelihood of speech."""
        if isinstance(message, SpeechProbabilities):
            if self._told is not None:
                self._told(message.at, np.array(message.values))
        elif isinstance(message, NotTranscribed) and message.number == 0:
            self.mourn(message.sentence)
        else:
            super().receive(message)


def _lost(sentence: str) -> STTError:
    """The next one may do better: the process starts again."""
    return STTError(sentence, again=True)
