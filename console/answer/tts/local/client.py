"""The console's end of the voice process: lines go out, sound comes back, and a dead process costs one sentence."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

import numpy as np

from console.answer.model_client import Answers, ModelClient
from console.answer.tts.protocol import Phone, Spoken, TTSError, Word
from engine.ipc.logger import Logger
from engine.ipc.messages.base import Message
from engine.ipc.messages.tts import Drop, LoadVoice, More, Speak, Spent, Unspoken, Uttered, VoiceLoaded
from engine.ipc.rings.samples import clean
from engine.text import Text

MODULE = "console.answer.tts.local.process"

STALL_S = 4.0
"""A local model that gives nothing for this long is ended and started again."""
_LOAD_S = 30.0
"""Reading a large voice file from a slow disk takes its time."""
_AHEAD = 16
"""Pieces of a line that may wait here: a word or a phone each. More are asked for as they are taken."""


class TTSClient(ModelClient):
    """The voice process, supervised; needs Qt's event loop under asyncio (qasync).

    Args:
        runtime, logs: folders, as every child of the console's has them.
        log: where to write events.
        module: what `python -m` runs.
        stall_s: seconds without sound after which the process is ended.
        clock: monotonic seconds.

    Attributes:
        supervised: who supervises it.
    """

    def __init__(
        self,
        runtime: Path,
        logs: Path,
        log: Logger,
        *,
        module: str = MODULE,
        stall_s: float = STALL_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__("voice", module, runtime, logs, log, TTSError, stall_s)
        self._stall_s = stall_s
        self._clock = clock
        self._loaded: dict[tuple[str, str], None] = {}
        self._active_s = 0.0

    async def load(self, model: str, voice: str) -> None:
        """Make a voice ready now, and again whenever the process was started again. Raises TTSError."""
        number = next(self._numbers)
        inbox = await self.ask(LoadVoice(number=number, model=model, voice=voice), number)
        try:
            async with asyncio.timeout(_LOAD_S):
                answer = await inbox.get()
        except TimeoutError:
            self.restart()
            raise TTSError(
                Text("The voice {name} did not load within {n} s.", name=_short(voice), n=f"{_LOAD_S:.0f}")
            ) from None
        finally:
            self.forget(number)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Unspoken):
            raise TTSError(answer.sentence)
        self._loaded[model, voice] = None

    async def speak(
        self, model: str, voice: str, text: str, rate: float, *, stall_s: float | None = None
    ) -> AsyncGenerator[Spoken, None]:
        """Speak a line; closing the generator stops the process's work on it within one piece.

        Args:
            stall_s: patience, where the model needs another one than usual.

        Raises:
            TTSError: the model refused, the process died, or it did nothing for `stall_s` seconds.
        """
        number = next(self._numbers)
        request = Speak(number=number, model=model, voice=voice, text=text, rate=rate, ahead=_AHEAD)
        inbox = await self.ask(request, number)
        over = False
        try:
            while True:
                answer = await self._next(inbox, stall_s or self._stall_s, voice)
                over = not isinstance(answer, Uttered)
                if isinstance(answer, Uttered):
                    self.supervised.send(More(number=number))
                    yield _spoken(answer)
                elif isinstance(answer, Exception):
                    raise answer
                elif isinstance(answer, Unspoken):
                    raise TTSError(answer.sentence)
                else:
                    return
        finally:
            self.forget(number)
            if not over:
                self.supervised.send(Drop(number=number))

    async def _next(self, inbox: Answers, stall_s: float, voice: str) -> Message | Exception:
        """The next answer for a line; while the process works on another one, this one waits."""
        if not inbox.empty():
            return inbox.get_nowait()
        asked_s = self._clock()
        while (left_s := max(asked_s, self._active_s) + stall_s - self._clock()) > 0:
            try:
                async with asyncio.timeout(left_s):
                    return await inbox.get()
            except TimeoutError:
                continue
        self.restart()
        return TTSError(
            Text("The voice {name} gave no sound for {n} s and was ended.", name=_short(voice), n=f"{stall_s:g}")
        )

    def greet(self) -> None:
        """Make its voices ready again; nobody waits for the answer."""
        for model, voice in self._loaded:
            self.supervised.send(LoadVoice(number=next(self._numbers), model=model, voice=voice))

    def receive(self, message: Message) -> None:
        """Sound, or the end of a line."""
        self._active_s = self._clock()
        if isinstance(message, (Uttered, Spent, Unspoken, VoiceLoaded)):
            super().receive(message)


def _spoken(message: Uttered) -> Spoken:
    samples = clean(np.frombuffer(message.samples[: len(message.samples) // 4 * 4], np.float32))
    return Spoken(samples, tuple(Phone(*each) for each in message.phones), tuple(Word(*each) for each in message.words))


def _short(voice: str) -> str:
    """A voice's file by its name."""
    return Path(voice).stem if voice.endswith(".onnx") else voice
