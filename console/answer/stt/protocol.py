"""What hears: 16 kHz sound in, text out, and one sentence when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
"""Samples a second that speech recognisers work on."""

LONGEST_S = 30.0
"""Whisper hears through a window of 30 s; a question for a hall is shorter."""

LANGUAGES = ("", "en", "zh-TW", "zh-CN", "yue")
"""What may be set as the language of questions: "" is found out again with each. Any other tag of Whisper's will do."""

Floats = NDArray[np.float32]

Partial = Callable[[str], None]
"""Told what is understood so far, each time all of it."""


class STTError(Exception):
    """Sound that cannot be made into text. The message is one sentence for the operator.

    Attributes:
        again: the same one may well do it a moment later.
    """

    def __init__(self, sentence: str, *, again: bool = False) -> None:
        super().__init__(sentence)
        self.again = again


class EarSound(Protocol):
    """A microphone's sound at 48 kHz by its index, as a `SoundRing` keeps it."""

    @property
    def written(self) -> int:
        """The index after the newest sample."""
        ...

    @property
    def oldest(self) -> int:
        """The oldest index that can still be read."""
        ...

    def read(self, start: int, count: int) -> Floats:
        """`count` samples from index `start` on; what is not there is zero."""
        ...


@dataclass(frozen=True)
class Transcript:
    """What was said.

    Attributes:
        text: "" when there were no words in it.
        language: a tag as `en` or `zh`; "" when it is not known.
        seconds: of sound that was listened to.
        by: who heard it, as the operator knows it.
        no_speech: how likely whoever heard it takes it for no speech, 0 to 1; 0 when that is not known.
    """

    text: str
    language: str
    seconds: float
    by: str = ""
    no_speech: float = 0.0


class Transcriber(Protocol):
    """Makes text of sound.

    Attributes:
        id: as a preset names it.
        name: as the operator reads it.
        leaves: one line about what leaves this machine.
    """

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def leaves(self) -> str: ...

    async def warm(self) -> None:
        """Load what the first question would have to wait for. Raises STTError when it cannot hear at all."""
        ...

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        """The text of one question. Cancelling it stops the work, and closes its connection.

        Args:
            samples: (n,) float32 mono at 16 kHz, within ±1; `LONGEST_S` at most.
            language: a tag as `en`, `zh-TW` or `yue`; "" finds it out.

        Raises:
            STTError: it cannot.
        """
        ...

    def listen(self, language: str, partial: Partial) -> Listening:
        """Begin to hear a question while it is still being spoken."""
        ...


class Listening(Protocol):
    """One question that is being spoken. Ended by `finish` or by `drop`, each once."""

    def add(self, samples: Floats) -> None:
        """More of it: (n,) float32 mono at 16 kHz."""
        ...

    def paused(self) -> None:
        """It may be over: what is there may be worked on already."""
        ...

    async def finish(self) -> Transcript:
        """It is over: its text. Raises STTError."""
        ...

    def drop(self) -> None:
        """Nobody wants it any more; nothing of it comes later."""
        ...


def spoken_language(tag: str) -> str:
    """What Whisper calls the language of a tag: its first part, Cantonese by itself; "" stays ""."""
    parts = tag.replace("_", "-").lower().split("-")
    if parts[0] == "zh":
        return "yue" if {"yue", "hk", "mo"} & set(parts) else "zh"
    return parts[0]
