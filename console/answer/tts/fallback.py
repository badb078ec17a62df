"""The order of voices: when one cannot speak, or stops in the middle, the next one says the rest. Never silently."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass

from console.answer.tts.protocol import Speaker, Spoken, TTSError, Voice, Word, language_of, later
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text

FIRST_S = 3.5
"""A voice that gives no sound for this long after it was asked is passed over."""
STALL_S = 2.5
"""One that stops giving sound for this long in the middle as well."""

_CHARACTERS_A_SECOND = {"cmn": 3.3, "yue": 3.3, "ja": 5.0}
_LATIN_CHARACTERS_A_SECOND = 11.0
"""How slowly people speak, for voices that tell nothing of words: rather a word twice than one lost."""

_IN_WORDS = re.compile(r"[^\W\u3040-\u9fff]")
"""A sign of a script that parts its words."""


@dataclass(frozen=True)
class FellBack:
    """A voice was passed over; for the operator's eyes and the log.

    Attributes:
        left, taken: names of voices; `taken` is "" when there is none left.
        why: the sentence of the one that was left.
        rest: what the next one says.
    """

    left: str
    taken: str
    why: str
    rest: str

    @property
    def sentence(self) -> str:
        """For the operator."""
        if not self.taken:
            return Text("The voice {name} fell silent, and there is no other. {why}", name=self.left, why=self.why)
        return Text(
            "The voice {name} fell silent: {other} speaks on. {why}", name=self.left, other=self.taken, why=self.why
        )


class FallbackTTS:
    """Several voices as one.

    Args:
        voices: the first is the one that is wanted.
        fell_back: told of each voice that was passed over.
        first_s, stall_s: patience, in seconds.
    """

    def __init__(
        self,
        voices: Sequence[Voice],
        fell_back: Callable[[FellBack], None],
        *,
        first_s: float = FIRST_S,
        stall_s: float = STALL_S,
    ) -> None:
        if not voices:
            raise ValueError("an order of no voices")
        self._voices = list(voices)
        self._fell_back = fell_back
        self._first_s = first_s
        self._stall_s = stall_s

    @property
    def name(self) -> str:
        return self._voices[0].name

    @property
    def leaves(self) -> str:
        """Of all that may speak, each once."""
        return " ".join(dict.fromkeys(voice.leaves for voice in self._voices))

    def speakers(self) -> Sequence[Speaker]:
        return self._voices[0].speakers()

    async def warm(self) -> None:
        """Make every voice ready, those behind too. Raises TTSError when none can speak."""
        done = await asyncio.gather(*(voice.warm() for voice in self._voices), return_exceptions=True)
        faults = [each for each in done if isinstance(each, BaseException)]
        if len(faults) == len(self._voices):
            raise faults[0]

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`, with times that run on from voice to voice.

        Raises:
            TTSError: no voice could speak, or the last one stopped in the middle.
        """
        begun, given = 0, 0  # characters said by earlier voices; samples
        for number, voice in enumerate(self._voices):
            rest, since = text[begun:], given
            words: list[Word] = []
            pieces = self._patiently(voice, rest, language, rate)
            try:
                async for piece in pieces:
                    words += piece.words
                    yield later(piece, since / SAMPLE_RATE, begun)
                    given += len(piece.samples)
                return
            except TTSError as fault:
                begun += _chars_heard(rest, language, rate, (given - since) / SAMPLE_RATE, words)
                last = number + 1 == len(self._voices)
                taken = "" if last else self._voices[number + 1].name
                self._fell_back(FellBack(voice.name, taken, str(fault), text[begun:]))
                if last:
                    raise
                if not re.search(r"\w", text[begun:]):
                    return  # it lost its breath on the full stop
            finally:
                await pieces.aclose()

    async def _patiently(self, voice: Voice, text: str, language: str, rate: float) -> AsyncGenerator[Spoken, None]:
        line = voice.speak(text, language, rate)
        patience_s, heard = self._first_s, False
        try:
            while True:
                try:
                    async with asyncio.timeout(patience_s):
                        piece = await anext(line)
                except StopAsyncIteration:
                    break
                except TimeoutError:
                    raise TTSError(
                        Text("{name} gave no sound for {n} s.", name=voice.name, n=f"{patience_s:g}")
                    ) from None
                heard = heard or len(piece.samples) > 0
                patience_s = self._stall_s if heard else self._first_s
                yield piece
            if not heard and re.search(r"\w", text):
                raise TTSError(Text("{name} gave no sound for this line.", name=voice.name))
        finally:
            with contextlib.suppress(TTSError):
                await line.aclose()


def _chars_heard(text: str, language: str, rate: float, heard_s: float, words: Sequence[Word]) -> int:
    """How many characters of `text` were heard to the end of a word in `heard_s` seconds."""
    if heard_s <= 0:
        return 0
    if words:
        whole = [word.end for word in words if word.until_s <= heard_s + 0.02]
        return max(whole, default=0)
    speed = _CHARACTERS_A_SECOND.get(language_of(language), _LATIN_CHARACTERS_A_SECOND) * rate
    at = min(len(text), int(heard_s * speed))
    while 0 < at < len(text) and _IN_WORDS.match(text, at - 1):
        at -= 1  # not in the middle of a word
    return at
