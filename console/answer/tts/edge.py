"""Edge: the browser's read-aloud voices, over the network. Good voices in many languages, with the time of each word.

It is a service without a promise: it has been closed to others for days before. So it has a short patience, and
another voice stands behind it in the order.
"""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

from console.answer.tts.local.align import PhoneGuess
from console.answer.tts.protocol import Phone, Speaker, Spoken, TTSError, Word, language_of
from console.answer.tts.stream import Mp3Stream, SoundStreamError
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text

CONNECT_S = 3
"""Whole seconds, as the library has them."""
_RECEIVE_S = 10
_TICKS_A_SECOND = 10_000_000
_LAST_WORD = 4
_SLACK_S = 0.25
"""So many letters more than the words that Edge told of, or so much less sound, are no sign that it broke off."""

_SPEAKERS = (
    Speaker("en-US-AvaMultilingualNeural", "Ava, United States", ""),
    Speaker("en-US-AndrewMultilingualNeural", "Andrew, United States", ""),
    Speaker("en-US-JennyNeural", "Jenny, United States", "en"),
    Speaker("en-GB-SoniaNeural", "Sonia, Britain", "en"),
    Speaker("zh-TW-HsiaoChenNeural", "曉臻，臺灣", "cmn"),
    Speaker("zh-TW-YunJheNeural", "雲哲，臺灣", "cmn"),
    Speaker("zh-CN-XiaoxiaoNeural", "晓晓，普通话", "cmn"),
    Speaker("zh-CN-YunxiNeural", "云希，普通话", "cmn"),
    Speaker("zh-HK-HiuMaanNeural", "曉曼，粵語", "yue"),
    Speaker("zh-HK-WanLungNeural", "雲龍，粵語", "yue"),
)

_OF_LANGUAGE = {"en": "en-US-AvaMultilingualNeural", "cmn": "zh-TW-HsiaoChenNeural", "yue": "zh-HK-HiuMaanNeural"}
_OF_TAG = {"zh-cn": "zh-CN-XiaoxiaoNeural", "zh-hans": "zh-CN-XiaoxiaoNeural", "zh-sg": "zh-CN-XiaoxiaoNeural"}


class EdgeVoice:
    """One of Edge's voices.

    Args:
        guess: gives the phones inside of words; None leaves the face to the sound.
        speaker: the voice's name, as `zh-TW-HsiaoChenNeural`. A line in another language than that voice's own is
            spoken by the usual voice of the line's language.
    """

    name = "Edge"
    leaves = Text("The text to be spoken goes to {name}.", name="Microsoft")

    def __init__(self, guess: PhoneGuess | None = None, speaker: str = "") -> None:
        self._guess = guess
        self._speaker = speaker

    def speakers(self) -> Sequence[Speaker]:
        """The best for a hall; Edge has some hundred more, which can be named as well."""
        return _SPEAKERS

    async def warm(self) -> None:
        """Have the library in memory: half a second of work, in a thread."""
        await asyncio.to_thread(_library)

    def voice_for(self, language: str) -> str:
        """The voice that speaks a language tag. Raises TTSError when there is none."""
        spoken = language_of(language)
        any_language = "Multilingual" in self._speaker
        if self._speaker and (any_language or language_of(self._speaker) == spoken):
            return self._speaker
        voice = _OF_TAG.get(language.lower()) or _OF_LANGUAGE.get(spoken) or self._speaker
        if not voice:
            raise TTSError(
                Text("{name} has no voice for {language}: name one in the preset.", name="Edge", language=language)
            )
        return voice

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`. Words come with their times; phones are eSpeak's, stretched over them."""
        library = await asyncio.to_thread(_library)
        sound, line = Mp3Stream(), _Words(text)
        heard = 0
        words: list[Word] = []
        phones: list[Phone] = []
        try:
            request = library.Communicate(
                text,
                self.voice_for(language),
                rate=f"{round((rate - 1) * 100):+d}%",
                boundary="WordBoundary",
                connect_timeout=CONNECT_S,
                receive_timeout=_RECEIVE_S,
            )
            answers = request.stream()
            try:
                async for answer in answers:
                    if answer["type"] == "WordBoundary":
                        word = line.place(answer["text"], answer["offset"], answer["duration"])
                        words.append(word)
                        if self._guess is not None:
                            phones += await self._guess.phones(answer["text"], language, word.at_s, word.until_s)
                    elif answer["type"] == "audio":
                        samples = sound.feed(answer["data"])
                        if len(samples):
                            yield Spoken(samples, tuple(phones), tuple(words))
                            heard += len(samples)
                            phones, words = [], []
            finally:
                await answers.aclose()
            rest = sound.finish()
            if not heard and not len(rest):
                raise TTSError(Text("{name} sent something that is no sound.", name="Edge"))
            if line.broke_off((heard + len(rest)) / SAMPLE_RATE):  # the library takes a lost connection for the end
                raise TTSError(Text("{name} stopped in the middle of the line.", name="Edge"))
        except SoundStreamError as fault:
            raise TTSError(Text("{name} sent something that is no sound.", name="Edge")) from fault
        except _faults(library) as fault:
            raise TTSError(_sentence(fault, heard / SAMPLE_RATE)) from fault
        if len(rest) or words:
            yield Spoken(rest, tuple(phones), tuple(words))


class _Words:
    """Finds each spoken word in the text, one behind the other."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold() if len(text.casefold()) == len(text) else text
        self._at = 0
        self._until_s = 0.0
        self._all_found = True

    def broke_off(self, heard_s: float) -> bool:
        """The sound ended before the words, or the words well before the text."""
        left = len(re.findall(r"\w", self._text[self._at :]))
        return heard_s < self._until_s - _SLACK_S or (self._at > 0 and self._all_found and left > _LAST_WORD)

    def place(self, word: str, offset: int, duration: int) -> Word:
        """A word with its times in ticks of 100 ns."""
        found = self._text.find(unicodedata.normalize("NFC", word).casefold(), self._at)
        self._all_found = self._all_found and found >= 0
        start = found if found >= 0 else self._at
        end = start + len(word) if found >= 0 else start
        self._at = end
        self._until_s = (offset + duration) / _TICKS_A_SECOND
        return Word(offset / _TICKS_A_SECOND, self._until_s, start, end)


def _library() -> Any:
    import edge_tts

    return edge_tts


def _faults(library: Any) -> tuple[type[Exception], ...]:
    import aiohttp

    return (library.exceptions.EdgeTTSException, aiohttp.ClientError, OSError, TimeoutError, ValueError)


_STATUS: Mapping[int, str] = {
    401: Text(
        "{name} refuses to serve ({code}): it has changed, so use another voice for now.", name="Edge", code="401"
    ),
    403: Text(
        "{name} refuses to serve ({code}): it has changed, so use another voice for now.", name="Edge", code="403"
    ),
    429: Text("{name} is asked too often: wait a minute.", name="Edge"),
    503: Text("{name} is not available now ({code}).", name="Edge", code="503"),
}


def _sentence(fault: Exception, heard_s: float) -> str:
    import aiohttp

    if heard_s > 0:
        return Text("{name} stopped in the middle of the line.", name="Edge")
    if isinstance(fault, aiohttp.WSServerHandshakeError):
        return _STATUS.get(fault.status) or Text(
            "{name} answered with an error ({fault}).", name="Edge", fault=fault.status
        )
    if isinstance(fault, TimeoutError):
        return Text("{name} did not answer in time.", name="Edge")
    if isinstance(fault, (aiohttp.ClientConnectionError, OSError)):
        return Text("{name} cannot be reached: is the network there?", name="Edge")
    if type(fault).__name__ == "NoAudioReceived":
        return Text("{name} sent no sound for this line.", name="Edge")
    if isinstance(fault, ValueError) and "prox" in str(fault):
        return "Edge cannot be asked through the proxy of this machine: set HTTPS_PROXY to an HTTP proxy."
    if isinstance(fault, ValueError):
        return Text("{name} has no such voice ({fault}).", name="Edge", fault=fault)
    return Text("{name} answered with an error ({fault}).", name="Edge", fault=type(fault).__name__)
