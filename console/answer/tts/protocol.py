"""What a voice is: text in, 48 kHz sound out as it is made, with its phones and words in time.

Every voice and everything that is put around one (pronunciation, loudness, order of fall-back) speaks this one way, so
that they can be stacked:

    Order([Levelled(Pronounced(EdgeVoice(…), book), …), Levelled(Pronounced(BuiltinVoice(…), book), …)])
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class TTSError(Exception):
    """A voice that cannot speak, or stopped speaking. The message is one sentence for the operator."""


class Phone(NamedTuple):
    """One sound of speech.

    Attributes:
        at_s, until_s: seconds from the first sample of the line.
        ipa: in the International Phonetic Alphabet, as eSpeak NG writes it, with the stress before the vowel;
            "" is a pause.
    """

    at_s: float
    until_s: float
    ipa: str


class Word(NamedTuple):
    """One word of the line, or one character of Chinese.

    Attributes:
        at_s, until_s: seconds from the first sample of the line.
        start, end: its place among the characters of the text that was given to `speak`.
    """

    at_s: float
    until_s: float
    start: int
    end: int


@dataclass(frozen=True)
class Spoken:
    """The next piece of a line's sound.

    Attributes:
        samples: (n,) float32 mono at 48 kHz, within ±1.
        phones: those that begin in these samples; they may end after them. A voice that learns of them late gives
            them with a later piece, in order. Empty for a voice that knows none: the face then goes by the sound.
        words: the same for words.
    """

    samples: Floats
    phones: tuple[Phone, ...] = ()
    words: tuple[Word, ...] = ()


class Speaker(NamedTuple):
    """One of the voices that a provider has.

    Attributes:
        name: as a preset names it.
        words: for a person.
        language: as `language_of` gives it; "" speaks any.
    """

    name: str
    words: str
    language: str


class Voice(Protocol):
    """One way to speak.

    Attributes:
        name: in one word, as the operator knows it.
        leaves: one line on what leaves this machine when it speaks.
    """

    @property
    def name(self) -> str: ...

    @property
    def leaves(self) -> str: ...

    def speakers(self) -> Sequence[Speaker]:
        """The voices there are to choose from; one that is not listed may be there too."""
        ...

    async def warm(self) -> None:
        """Make the next line begin as fast as it can. Raises TTSError when it cannot speak at all."""
        ...

    def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """Speak a line.

        Closing the generator stops the work at once; nothing of the line comes later.

        Args:
            text: one line, a sentence or a few.
            language: a tag as `en`, `zh-TW` or `yue`.
            rate: 1 is the voice's own pace, 2 twice as fast; 0.5 to 2.

        Raises:
            TTSError: it cannot be spoken, or not to the end. What was given before is good.
        """
        ...


def later(piece: Spoken, by_s: float, characters: int) -> Spoken:
    """A piece of a part of a line as one of the whole line, in which that part begins so much later."""
    if not by_s and not characters:
        return piece
    phones = tuple(Phone(each.at_s + by_s, each.until_s + by_s, each.ipa) for each in piece.phones)
    words = tuple(
        Word(each.at_s + by_s, each.until_s + by_s, each.start + characters, each.end + characters)
        for each in piece.words
    )
    return Spoken(piece.samples, phones, words)


def language_of(tag: str) -> str:
    """What is spoken for a language tag: `cmn`, `yue`, or the tag's first part in lower case.

    Hong Kong and Macau read Chinese in Cantonese.
    """
    parts = tag.replace("_", "-").lower().split("-")
    if parts[0] == "zh":
        return "yue" if {"yue", "hk", "mo"} & set(parts) else "cmn"
    return parts[0]


Give = Callable[[Spoken], bool]
"""Takes a piece of a line; False when no more is wanted."""
