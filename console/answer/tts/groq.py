"""Groq speech: a voice over the network. Model and voice are free text, for what is offered there changes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any

from console.answer.connecting import ConnectingError, http_client
from console.answer.llm.groq import groq_address
from console.answer.llm.refusals import words_of
from console.answer.tts.protocol import Speaker, Spoken, TTSError
from console.answer.tts.stream import SoundStreamError, WavStream

MODEL = "canopylabs/orpheus-v1-english"
"""As Groq names it in 2026."""

_SPEAKERS = tuple(
    Speaker(name, name.capitalize(), "en") for name in ("autumn", "diana", "hannah", "austin", "daniel", "troy")
)
_CONNECT_S = 2.0
_READ_S = 10.0
_CHUNK = 8192


class GroqVoice:
    """Groq's text to speech, by its own client.

    Args:
        key: gives the API key; "" is none.
        speaker: the voice.
        model: the model.
        address: of another server that speaks the same, or "".
    """

    name = "Groq"
    leaves = "The text to be spoken goes to Groq."

    def __init__(
        self, key: Callable[[], str], speaker: str = "hannah", *, model: str = MODEL, address: str = ""
    ) -> None:
        self._key = key
        self._speaker = speaker
        self._model = model
        self._address = address

    def speakers(self) -> Sequence[Speaker]:
        """Those of the usual model."""
        return _SPEAKERS

    async def warm(self) -> None:
        """Have the library in memory. Raises TTSError when there is no key."""
        self._key_or_error()
        await asyncio.to_thread(_library)

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`. Nothing is known of phones or words: the face goes by the sound."""
        key = self._key_or_error()
        library = await asyncio.to_thread(_library)
        sound, heard = WavStream(), False
        try:
            async with await asyncio.to_thread(self._client, library, key) as client:
                asked: dict[str, Any] = {"model": self._model, "voice": self._speaker, "input": text}
                if rate != 1.0:
                    asked["speed"] = rate
                async with client.audio.speech.with_streaming_response.create(**asked, response_format="wav") as answer:
                    async for data in answer.iter_bytes(_CHUNK):
                        samples = sound.feed(data)
                        if len(samples):
                            yield Spoken(samples)
                            heard = True
            rest = sound.finish()
        except SoundStreamError as fault:
            if heard:
                raise TTSError("Groq stopped in the middle of the line.") from fault
            raise TTSError("Groq sent something that is no sound.") from fault
        except ConnectingError as fault:
            raise TTSError(str(fault)) from fault
        except _faults(library) as fault:
            raise TTSError(_sentence(library, fault, heard, key)) from fault
        if len(rest):
            yield Spoken(rest)

    def _client(self, library: Any, key: str) -> Any:
        address = groq_address(self._address)
        http = http_client(address, "Groq", read_s=_READ_S, connect_s=_CONNECT_S)
        return library.AsyncGroq(api_key=key, base_url=address, max_retries=0, http_client=http, timeout=http.timeout)

    def _key_or_error(self) -> str:
        key = self._key()
        if not key:
            raise TTSError("There is no key for Groq: enter one in SETTINGS, or choose another voice.")
        return key


def _library() -> Any:
    import groq

    return groq


def _faults(library: Any) -> tuple[type[Exception], ...]:
    import httpx

    return (library.GroqError, httpx.HTTPError)


def _sentence(library: Any, fault: Exception, heard: bool, key: str) -> str:
    import httpx

    if heard:
        return "Groq stopped in the middle of the line."
    if isinstance(fault, (library.APITimeoutError, httpx.TimeoutException)):
        return "Groq did not answer in time."
    if isinstance(fault, (library.APIConnectionError, httpx.HTTPError)):
        return "Groq cannot be reached: is the network there?"
    status = getattr(fault, "status_code", 0)
    if status in (401, 403):
        return "Groq refused the key: enter it again in SETTINGS."
    if status == 429:
        return "Groq is asked too often: wait a minute."
    if status in (400, 404, 422):
        numbered = ": ".join(filter(None, (str(status), words_of(fault, key))))
        return f"Groq cannot speak this line with this model and voice ({numbered}): check their names."
    return f"Groq answered with an error ({status or type(fault).__name__})."
