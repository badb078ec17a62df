"""Pictures and sound of the program become H.264 and AAC, on one timeline."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.codec.context import Flags
from av.video.frame import PictureType
from numpy.typing import NDArray

from console.outputs.codecs import VideoCodec, set_up
from engine.ipc.messages.outputs import EncoderSettings
from engine.ipc.rings.samples import SAMPLE_RATE

AAC_BLOCK = 1024
"""Samples of one AAC packet."""


@dataclass(frozen=True)
class Packet:
    """What was encoded.

    Attributes:
        picture: it is one, and no sound.
        key: it can be shown without those before it.
        time: when it is to be shown or heard, in units of `base`.
        base: seconds.
        duration: in units of `base`.
        data: the bytes.
    """

    picture: bool
    key: bool
    time: int
    base: Fraction
    duration: int
    data: bytes

    @property
    def at_s(self) -> float:
        """When it is to be shown or heard, in seconds of the output's timeline."""
        return float(self.time * self.base)


def size_of(settings: EncoderSettings, width: int, height: int) -> tuple[int, int]:
    """The encoded picture's width and height in pixels, both even, in the shape of the program's."""
    wanted = settings.height or height
    return 2 * round(width * wanted / height / 2), 2 * round(wanted / 2)


class Encoder:
    """One H.264 and one AAC encoder, whose packets any number of containers take one after the other.

    Args:
        codec: that works here.
        settings: what is wanted.
        width, height: of the encoded picture, in pixels.
        rate: its frames a second.

    Attributes:
        kbps: of picture and sound together, in thousands of bits a second.
    """

    def __init__(self, codec: VideoCodec, settings: EncoderSettings, width: int, height: int, rate: int) -> None:
        self.codec, self.rate = codec, rate
        self.kbps = settings.video_kbps + settings.audio_kbps
        self.width, self.height = width, height
        # Containers take a stream's parameters from another stream only; this one is written nowhere.
        self._nowhere: Any = av.open(io.BytesIO(), "w", format="null")
        self._video: Any = self._nowhere.add_stream(codec.name, rate=rate)
        set_up(self._video.codec_context, codec, width, height, rate, settings.video_kbps, settings.keyframe_s)
        self._audio: Any = self._nowhere.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        self._audio.codec_context.bit_rate = settings.audio_kbps * 1000
        for stream in (self._video, self._audio):
            stream.codec_context.flags |= Flags.global_header  # both FLV and MP4 want the headers apart
        self._nowhere.start_encoding()

    def streams_in(self, container: Any) -> tuple[Any, Any]:
        """Add the picture's and the sound's stream to an `av.OutputContainer` that is not begun yet."""
        return (
            container.add_stream_from_template(self._video, opaque=True),
            container.add_stream_from_template(self._audio, opaque=True),
        )

    def set_video_kbps(self, kbps: int) -> None:
        """Give the picture so many bits from the next one on; an encoder that cannot change goes on as it is."""
        self._video.codec_context.bit_rate = kbps * 1000

    def picture(self, pixels: NDArray[np.uint8], number: int, *, key: bool) -> Iterator[Packet]:
        """Encode one picture.

        Args:
            pixels: (height, width, 4) BGRA of any size; read before the first packet is given.
            number: of the frame, on the output's timeline.
            key: it must be a keyframe.
        """
        whole = av.VideoFrame.from_numpy_buffer(pixels, format="bgra")
        frame = whole.reformat(
            self.width,
            self.height,
            self.codec.pixels,
            interpolation="AREA" if self.height < pixels.shape[0] else "BICUBIC",
            dst_colorspace="ITU709",
            dst_color_range="MPEG",
        )
        frame.pts, frame.time_base = number, Fraction(1, self.rate)
        if key:
            frame.pict_type = PictureType.I
        for packet in self._video.codec_context.encode(frame):
            yield Packet(True, packet.is_keyframe, packet.pts, Fraction(1, self.rate), 1, bytes(packet))

    def sound(self, samples: NDArray[np.float32], at: int) -> Iterator[Packet]:
        """Encode `AAC_BLOCK` samples, (n,) float32 mono at 48 kHz, that begin at sample `at` of the timeline."""
        frame = av.AudioFrame.from_ndarray(np.stack([samples, samples]), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, at, Fraction(1, SAMPLE_RATE)
        for packet in self._audio.codec_context.encode(frame):
            yield Packet(False, True, packet.pts, Fraction(1, SAMPLE_RATE), AAC_BLOCK, bytes(packet))

    def close(self) -> None:
        """Let the encoders go."""
        self._nowhere.close()


class Muxer:
    """Writes packets into one container, its timeline beginning at 0 with the first picture.

    Args:
        container: an `av.OutputContainer`, just opened.
        encoder: whose packets they are.
        begun_s: time of the first picture on the output's timeline; what is older is left out.

    Attributes:
        container: the same.
    """

    def __init__(self, container: Any, encoder: Encoder, begun_s: float) -> None:
        self.container, self._begun_s = container, begun_s
        self._picture, self._sound = encoder.streams_in(container)
        container.start_encoding()

    def write(self, packet: Packet) -> None:
        """Write one. Raises what FFmpeg raises: `av.error.FFmpegError`, an OSError."""
        time = packet.time - round(Fraction(self._begun_s).limit_denominator(10**6) / packet.base)
        if time < 0:
            return
        out = av.Packet(packet.data)
        out.pts = out.dts = time
        out.duration, out.time_base, out.is_keyframe = packet.duration, packet.base, packet.key
        out.stream = self._picture if packet.picture else self._sound
        self.container.mux(out)

    def close(self) -> None:
        """Write the end, and close. Raises what FFmpeg raises."""
        self.container.close()
