"""Those who can hear, in their order: the next one is asked when one cannot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from console.answer.stt.chinese_script import in_script
from console.answer.stt.hallucinations import NO_SPEECH, has_speech, is_imagined
from console.answer.stt.protocol import RATE, Floats, Listening, Partial, STTError, Transcriber, Transcript
from engine.ipc.logger import Logger
from engine.text import Text

LIMIT_S = 8.0
"""For one of them, and one question."""

LEAST_S = 0.2
"""A press without words."""

NOTHING = "Nothing was understood: hold the key while the question is asked, or type it."


class FallbackSTT:
    """Transcribers in the order of fall-back.

    Args:
        transcribers: the first is asked first.
        fell: told in one sentence when one of them could not.
        limit_s: for each of them.
        log: where to write events, for who could not be loaded.
    """

    def __init__(
        self,
        transcribers: Sequence[Transcriber],
        fell: Callable[[str], None],
        limit_s: float = LIMIT_S,
        log: Logger | None = None,
    ) -> None:
        self.transcribers = tuple(transcribers)
        self._fell, self._limit_s, self._log = fell, limit_s, log

    async def warm(self) -> None:
        """Load what the first question would have to wait for; who cannot is told of when it is asked."""
        for each in self.transcribers:
            try:
                await each.warm()
            except Exception as fault:  # of a foreign library: the others are loaded all the same
                if self._log is not None:
                    self._log.warning("not loaded", name=each.name, fault=repr(fault))

    def listen(self, language: str, partial: Partial) -> FallbackListening:
        """Begin to hear a question while it is still being spoken; the first in the order may know parts of it before.

        Args:
            language: as in `Transcriber`.
            partial: told what is understood so far.
        """
        return FallbackListening(self, language, lambda text: partial(in_script(text, language)))

    async def transcribe(self, samples: Floats, language: str, begun: Listening | None = None) -> Transcript:
        """The text of a question. Raises STTError when nobody has understood a word.

        Args:
            samples: (n,) float32 at 16 kHz.
            language: as in `Transcriber`.
            begun: the same, as the first in the order has listened to it already.
        """
        if len(samples) < LEAST_S * RATE or float(np.abs(samples).max(initial=0.0)) < 1e-4:
            raise STTError(NOTHING)
        if not self.transcribers:
            raise STTError("Nobody can hear questions: enter a key for Groq in SETTINGS, or type the question.")
        for number, each in enumerate(self.transcribers):
            try:
                async with asyncio.timeout(self._limit_s):
                    work = begun.finish() if begun is not None else each.transcribe(samples, language)
                    begun = None
                    heard = await work
            except TimeoutError:
                fault: str = Text("{name} does not answer in time.", name=each.name)
            except STTError as cannot:
                fault = str(cannot)
            except Exception as broken:  # the bug of one of them must not make the others deaf
                fault = Text("{name} failed inside Compere ({fault}).", name=each.name, fault=type(broken).__name__)
            else:
                spoken = has_speech(samples) and heard.no_speech < NO_SPEECH
                if heard.text and not is_imagined(heard.text, spoken=spoken):
                    return replace(heard, text=in_script(heard.text, language))
                raise STTError(NOTHING)
            last = number + 1 == len(self.transcribers)
            if last:
                raise STTError(fault)
            self._fell(Text("{why} {name} is asked.", why=fault, name=self.transcribers[number + 1].name))
        raise STTError(NOTHING)


class FallbackListening:
    """A question that is being spoken, and who hears it; fulfils `Listening`. Made by `FallbackSTT.listen`."""

    def __init__(self, order: FallbackSTT, language: str, partial: Partial) -> None:
        self._order, self._language = order, language
        self._pieces: list[Floats] = []
        self._first = order.transcribers[0].listen(language, partial) if order.transcribers else None

    def add(self, samples: Floats) -> None:
        """More of it: (n,) float32 mono at 16 kHz."""
        self._pieces.append(samples)
        if self._first is not None:
            self._first.add(samples)

    def paused(self) -> None:
        """It may be over."""
        if self._first is not None:
            self._first.paused()

    async def finish(self) -> Transcript:
        """Its text, as `FallbackSTT.transcribe`."""
        try:
            sound = np.concatenate([np.zeros(0, np.float32), *self._pieces])
            return await self._order.transcribe(sound, self._language, self._first)
        finally:
            self.drop()

    def drop(self) -> None:
        """Nobody wants it any more."""
        if self._first is not None:
            self._first.drop()
            self._first = None
