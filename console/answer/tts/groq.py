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
from engine.text import Text

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
    leaves = Text("The text to be spoken goes to {name}.", name="Groq")

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
                raise TTSError(Text("{name} stopped in the middle of the line.", name="Groq")) from fault
            raise TTSError(Text("{name} sent something that is no sound.", name="Groq")) from fault
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
            raise TTSError(
                Text("There is no key for {name}: enter one in SETTINGS, or choose another voice.", name="Groq")
            )
        return key


def _library() -> Any:
    import groq

    return groq


def _faults(library: Any) -> tuple[type[Exception], ...]:
    import httpx

    return (library.GroqError, httpx.HTTPError)


_CANNOT_SPEAK = "{name} cannot speak this line with this model and voice ({code}): check their names."
_CANNOT_SPEAK_BECAUSE = "{name} cannot speak this line with this model and voice ({code}: {reason}): check their names."


def _sentence(library: Any, fault: Exception, heard: bool, key: str) -> str:
    import httpx

    if heard:
        return Text("{name} stopped in the middle of the line.", name="Groq")
    if isinstance(fault, (library.APITimeoutError, httpx.TimeoutException)):
        return Text("{name} did not answer in time.", name="Groq")
    if isinstance(fault, (library.APIConnectionError, httpx.HTTPError)):
        return Text("{name} cannot be reached: is the network there?", name="Groq")
    status = getattr(fault, "status_code", 0)
    if status in (401, 403):
        return Text("{name} refused the key: enter it again in SETTINGS.", name="Groq")
    if status == 429:
        return Text("{name} is asked too often: wait a minute.", name="Groq")
    if status in (400, 404, 422):
        if reason := words_of(fault, key):
            return Text(_CANNOT_SPEAK_BECAUSE, name="Groq", code=status, reason=reason)
        return Text(_CANNOT_SPEAK, name="Groq", code=status)
    return Text("{name} answered with an error ({fault}).", name="Groq", fault=status or type(fault).__name__)
