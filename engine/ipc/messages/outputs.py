"""What the console and an output's process say to each other: a stream, or a recording."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from engine.ipc.messages.base import Message
from engine.text import Text


class OutputState(StrEnum):
    """How an output is, as its sink tells."""

    OFF = "off"
    CONNECTING = "connecting"
    ON_AIR = "on air"  # packets are taken: by the server, or by the disk
    RECONNECTING = "reconnecting"
    FAILED = "failed"  # and it tries no more by itself


class EncoderSettings(msgspec.Struct, frozen=True):
    """What is encoded.

    Attributes:
        height: of the picture, in pixels; its width follows the program's shape. 0 is the program's own size.
        rate: frames a second; 0 is the program's own.
        video_kbps, audio_kbps: bits a second, in thousands.
        keyframe_s: from one keyframe to the next, in seconds.
        adapts: fewer bits for the picture while the server takes less than is sent.
        software: use no graphics card: the process that did so before died of it.
    """

    height: int = 720
    rate: int = 0
    video_kbps: int = 4500
    audio_kbps: int = 160
    keyframe_s: float = 2.0
    adapts: bool = False
    software: bool = False


# -- console to output -------------------------------------------------------------------------------------


class AttachProgram(Message):
    """The rings with the program's pictures and its sound, and its frames a second; "" while there is no playout."""

    program: str
    sound: str
    rate: int


class StartStream(Message):
    """Push the program to `url`, which ends with the stream's key. Said again it changes nothing.

    `attempt` is how often the stream was tried before, by a process that is no more.
    """

    url: str
    encoder: EncoderSettings
    attempt: int = 0


class StartRecording(Message):
    """Write the program into files. The second folder is for the day on which the first one's disk is full.

    `minutes` is when a new file begins, without a lost frame; 0 is never.
    """

    folders: list[str]
    name: str
    encoder: EncoderSettings
    minutes: int = 0


class MarkChapter(Message):
    """A new chapter of the recording begins now, and this is its title. A stream has none."""

    title: str


class RetryNow(Message):
    """Do not wait for the next attempt."""


# -- output to console -------------------------------------------------------------------------------------


class OutputStatus(Message):
    """Four times a second: what the sink says.

    Attributes:
        state: how it is.
        place: where it goes, without any key: host and application, or the file's path.
        sentence: why it does not go, or "".
        attempt: of connecting, from 1; 0 while all is well.
        retry_s: seconds to the next attempt.
        on_air_s: since packets are taken without a break.
        sent_s: seconds of program that the sink has taken in all.
        kbps: taken in the last seconds, in thousands of bits a second.
        queue_ms: how much program waits to be taken.
        frames, dropped, skipped: pictures encoded; thrown away because the sink was slow; not encoded because this
            computer was.
        reconnects: how often it had to connect again.
        encoder: who encodes, as "libx264".
        free_bytes: on the disk of the recording; -1 for a stream.
        left_s: how long that lasts; -1 when it is not known.
    """

    state: OutputState
    place: str = ""
    sentence: Text = Text("")
    attempt: int = 0
    retry_s: float = 0.0
    on_air_s: float = 0.0
    sent_s: float = 0.0
    kbps: float = 0.0
    queue_ms: float = 0.0
    frames: int = 0
    dropped: int = 0
    skipped: int = 0
    reconnects: int = 0
    encoder: str = ""
    free_bytes: int = -1
    left_s: float = -1.0
