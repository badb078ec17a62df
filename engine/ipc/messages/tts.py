"""What the console and the voice process say to each other."""

from __future__ import annotations

from engine.ipc.messages.base import Message
from engine.text import Text

# -- console to the voice process ------------------------------------------------------------------------------


class LoadVoice(Message):
    """Make a voice of a local model ready, so that its next line begins at once. Answered by VoiceLoaded or Unspoken.

    `model` is `espeak` or `piper`; `voice` is what that model calls it, or the path of its file.
    """

    number: int
    model: str
    voice: str


class Speak(Message):
    """Speak a line. Answered by Uttered, again and again, at most `ahead` pieces until More; then Spent or Unspoken."""

    number: int
    model: str
    voice: str
    text: str
    rate: float = 1.0
    ahead: int = 16


class More(Message):
    """So many more pieces of a line are welcome."""

    number: int
    pieces: int = 1


class Drop(Message):
    """Nobody wants this line (of the ear: this question) any more: stop."""

    number: int


# -- the voice process to the console --------------------------------------------------------------------------


class VoiceLoaded(Message):
    """The voice is ready."""

    number: int


class Uttered(Message):
    """The next piece of a line: float32 mono at 48 kHz, with what begins in it.

    Phones are (at, until, IPA), words (at, until, first character, behind the last); times in seconds of the line.
    """

    number: int
    samples: bytes
    phones: list[tuple[float, float, str]]
    words: list[tuple[float, float, int, int]]


class Spent(Message):
    """The line is spoken to its end."""

    number: int


class Unspoken(Message):
    """The line cannot be spoken, or not to its end: one sentence."""

    number: int
    sentence: Text
