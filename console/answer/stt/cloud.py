"""Questions heard by a server over the network: Groq, or any that speaks OpenAI's protocol."""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import Callable
from typing import Any

import numpy as np

from console.answer.llm.chat import fault_of
from console.answer.safety.normal_form import mended
from console.answer.stt.protocol import RATE, Floats, Partial, STTError, Transcript, spoken_language
from console.show.answers.question_queue import LONGEST
from engine.text import Text


class CloudTranscriber:
    """One such server.

    Args:
        id, name, leaves: as in `Transcriber`.
        model: its name there; free text.
        make_client: makes `AsyncGroq` or `AsyncOpenAI`, in a thread of its own. Raises STTError.
    """

    def __init__(self, id: str, name: str, leaves: str, model: str, make_client: Callable[[], Any]) -> None:
        self.id, self.name, self.leaves = id, name, leaves
        self._model, self._make_client = model, make_client
        self._client: Any = None

    async def warm(self) -> None:
        """Load the client: half a second that the first question need not wait for."""
        if self._client is None:
            self._client = await asyncio.to_thread(self._make_client)

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        """As `Transcriber.transcribe`."""
        await self.warm()
        asked: dict[str, Any] = {"model": self._model, "file": ("question.wav", wav_of(samples), "audio/wav")}
        if self.id == "groq":
            asked["response_format"] = "verbose_json"  # with it comes how likely there was no speech at all
        tag = spoken_language(language)
        if tag:
            asked["language"] = "zh" if tag == "yue" else tag  # servers know Whisper's older tags
        try:
            answer = await self._client.audio.transcriptions.create(**asked)
        except asyncio.CancelledError:
            raise
        except Exception as fault:
            told = fault_of(fault, self.name, key=str(getattr(self._client, "api_key", "")))
            raise STTError(str(told), again=told.again) from fault
        text = getattr(answer, "text", None)
        if not isinstance(text, str):
            raise STTError(Text("{name} sent something that is no text: look at its address.", name=self.name))
        line = mended(" ".join(text.split()))[:LONGEST]
        return Transcript(line, language, len(samples) / RATE, self.name, _no_speech(answer))

    def listen(self, language: str, partial: Partial) -> Buffered:
        """The whole question is sent when it is over: these servers take no stream."""
        return Buffered(self, language)

    async def aclose(self) -> None:
        """Close its connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None


class Buffered:
    """A question that is kept until it is over; fulfils `Listening`."""

    def __init__(self, by: CloudTranscriber, language: str) -> None:
        self._by, self._language = by, language
        self._pieces: list[Floats] = []

    def add(self, samples: Floats) -> None:
        """More of it."""
        self._pieces.append(samples)

    def paused(self) -> None:
        """Nothing is done before it is over."""

    async def finish(self) -> Transcript:
        """Its text. Raises STTError."""
        return await self._by.transcribe(np.concatenate([np.zeros(0, np.float32), *self._pieces]), self._language)

    def drop(self) -> None:
        """Forget it."""
        self._pieces.clear()


def _no_speech(answer: Any) -> float:
    """The least of its parts; 0 where the server tells nothing of it."""
    found = []
    for part in getattr(answer, "segments", None) or ():
        value = part.get("no_speech_prob") if isinstance(part, dict) else getattr(part, "no_speech_prob", None)
        found.append(float(value) if isinstance(value, (int, float)) else 0.0)
    return min(found, default=0.0)


def wav_of(samples: Floats) -> bytes:
    """(n,) float32 at 16 kHz as a WAV file of 16 bits."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes((np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())
    return file.getvalue()
