"""The console's end of the voice process: lines go out, sound comes back, and a dead process costs one sentence."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Any

import numpy as np

from console.answer.voice.contract import Phone, Spoken, VoiceError, Word
from console.supervise import Ward
from engine.link.messages import Drop, LoadVoice, Message, More, Speak, Spent, Unspoken, Uttered, VoiceLoaded

MODULE = "console.answer.voice.process"

STALL_S = 4.0
"""A local model that gives nothing for this long is ended and started again."""
_LOAD_S = 30.0
"""Reading a large voice file from a slow disk takes its time."""
_AHEAD = 16
"""Pieces of a line that may wait here: a word or a phone each. More are asked for as they are taken."""


class VoiceChild:
    """The voice process, supervised; needs Qt's event loop under asyncio (qasync).

    Args:
        runtime, logs: folders, as every child of the console's has them.
        log: a structlog logger.
        module: what `python -m` runs.
        stall_s: seconds without sound after which the process is ended.
        clock: monotonic seconds.

    Attributes:
        ward: who supervises it.
    """

    def __init__(
        self,
        runtime: Path,
        logs: Path,
        log: Any,
        *,
        module: str = MODULE,
        stall_s: float = STALL_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.ward = Ward("voice", module, runtime, logs, lambda: (), log)
        self.ward.joined.connect(self._joined)
        self.ward.received.connect(self._receive)
        self.ward.lost.connect(self._lost)
        self._stall_s = stall_s
        self._clock = clock
        self._numbers = itertools.count(1)
        self._open: dict[int, asyncio.Queue[Message | VoiceError]] = {}
        self._there = asyncio.Event()
        self._loaded: dict[tuple[str, str], None] = {}
        self._begun = False
        self._active_s = 0.0

    def begin(self) -> None:
        """Start the process, if it is not there yet."""
        if not self._begun:
            self._begun = True
            self.ward.begin()

    def end(self) -> None:
        """End the process; open lines fail."""
        self._begun = False
        self._there.clear()
        self.ward.end()
        self._fail("The voice was ended with Compere.")

    async def load(self, model: str, voice: str) -> None:
        """Make a voice ready now, and again whenever the process was started anew. Raises VoiceError."""
        number = next(self._numbers)
        inbox = await self._send(LoadVoice(number=number, model=model, voice=voice))
        try:
            async with asyncio.timeout(_LOAD_S):
                answer = await inbox.get()
        except TimeoutError:
            self.ward.restart()
            raise VoiceError(f"The voice {_short(voice)} did not load within {_LOAD_S:.0f} s.") from None
        finally:
            self._open.pop(number, None)
        if isinstance(answer, VoiceError):
            raise answer
        if isinstance(answer, Unspoken):
            raise VoiceError(answer.sentence)
        self._loaded[model, voice] = None

    async def speak(
        self, model: str, voice: str, text: str, rate: float, *, stall_s: float | None = None
    ) -> AsyncGenerator[Spoken, None]:
        """Speak a line; closing the generator stops the process's work on it within one piece.

        Args:
            stall_s: patience, where the model needs another one than usual.

        Raises:
            VoiceError: the model refused, the process died, or it did nothing for `stall_s` seconds.
        """
        number = next(self._numbers)
        inbox = await self._send(Speak(number=number, model=model, voice=voice, text=text, rate=rate, ahead=_AHEAD))
        over = False
        try:
            while True:
                answer = await self._next(inbox, stall_s or self._stall_s, voice)
                over = not isinstance(answer, Uttered)
                if isinstance(answer, Uttered):
                    self.ward.send(More(number=number))
                    yield _spoken(answer)
                elif isinstance(answer, VoiceError):
                    raise answer
                elif isinstance(answer, Unspoken):
                    raise VoiceError(answer.sentence)
                else:
                    return
        finally:
            self._open.pop(number, None)
            if not over:
                self.ward.send(Drop(number=number))

    async def _next(
        self, inbox: asyncio.Queue[Message | VoiceError], stall_s: float, voice: str
    ) -> Message | VoiceError:
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
        self.ward.restart()
        return VoiceError(f"The voice {_short(voice)} gave no sound for {stall_s:g} s and was ended.")

    async def _send(self, wish: Speak | LoadVoice) -> asyncio.Queue[Message | VoiceError]:
        self.begin()
        try:
            async with asyncio.timeout(self._stall_s):
                await self._there.wait()
        except TimeoutError:
            raise VoiceError("The voice process does not start: the log says why.") from None
        inbox: asyncio.Queue[Message | VoiceError] = asyncio.Queue()  # bounded by the pieces asked for
        self._open[wish.number] = inbox
        self.ward.send(wish)
        return inbox

    def _joined(self) -> None:
        self._there.set()
        for model, voice in self._loaded:  # nobody waits for the answer
            self.ward.send(LoadVoice(number=next(self._numbers), model=model, voice=voice))

    def _receive(self, message: Message) -> None:
        self._active_s = self._clock()
        if isinstance(message, (Uttered, Spent, Unspoken, VoiceLoaded)) and message.number in self._open:
            self._open[message.number].put_nowait(message)

    def _lost(self, why: str) -> None:
        self._there.clear()
        self._fail(f"The voice process was lost and starts again ({why}).")

    def _fail(self, sentence: str) -> None:
        for inbox in self._open.values():
            inbox.put_nowait(VoiceError(sentence))


def _spoken(message: Uttered) -> Spoken:
    samples = np.frombuffer(message.samples, np.float32)
    return Spoken(samples, tuple(Phone(*each) for each in message.phones), tuple(Word(*each) for each in message.words))


def _short(voice: str) -> str:
    """A voice's file by its name."""
    return Path(voice).stem if voice.endswith(".onnx") else voice
