"""What the console and the ear say to each other: the process that makes text of sound, and finds speech in it.

Sound is float32 mono at 16 kHz, as bytes.
"""

from __future__ import annotations

from engine.ipc.messages.base import Message
from engine.text import Text

# -- console to the ear ----------------------------------------------------------------------------------------


class LoadSTT(Message):
    """Make the Whisper model in `folder` ready, so that the first question needs not wait. Answered by EarLoaded or
    NotHeard.

    `device` is `cpu` or `cuda`, `compute` how CTranslate2 is to calculate on it, as `int8`.
    """

    number: int
    folder: str
    device: str
    compute: str


class Hear(Message):
    """Make text of a question, with the model that was loaded last. Answered by HeardText or NotHeard; given up by
    Drop.

    `language` is Whisper's own name for one; "" finds it out.
    """

    number: int
    samples: bytes
    language: str


class WatchForSpeech(Message):
    """Look for speech in the Frames that follow, from nothing; or no longer."""

    on: bool


class Frames(Message):
    """The next of the sound in which to look for speech; its first sample has index `at`. A gap begins it again."""

    at: int
    samples: bytes


# -- the ear to the console ------------------------------------------------------------------------------------


class STTLoaded(Message):
    """The model is ready."""

    number: int


class HeardText(Message):
    """What was said, in which language, how many seconds of sound that was, and how likely it was no speech, 0 to 1."""

    number: int
    text: str
    language: str
    seconds: float
    no_speech: float = 0.0


class NotTranscribed(Message):
    """It cannot be heard: one sentence. Number 0 is the search for speech."""

    number: int
    sentence: Text


class SpeechProbabilities(Message):
    """How likely each frame of 512 samples is speech, 0 to 1; the first begins at index `at`."""

    at: int
    values: list[float]
