"""Which H.264 encoder works on this machine: those of graphics cards first, each only when a trial proved it.

FFmpeg lists an encoder whether or not there is a card for it; only encoding tells. x264 works everywhere.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np

SOFTWARE = "libx264"

TRIAL_S = 2.0
"""An encoder that has not given a picture within this is none."""

_TRIAL_PICTURES = 30


class EncoderError(Exception):
    """No encoder works; the message says why."""


@dataclass(frozen=True)
class VideoCodec:
    """One encoder, and what makes it quick: nothing looks ahead, nothing is held back.

    Attributes:
        name: FFmpeg's.
        options: FFmpeg's, for it.
        pixels: the form in which it takes pictures.
    """

    name: str
    options: Mapping[str, str]
    pixels: str = "yuv420p"


_NVENC = VideoCodec("h264_nvenc", {"preset": "p4", "tune": "ull", "delay": "0", "zerolatency": "1", "rc": "cbr"})
_QSV = VideoCodec("h264_qsv", {"preset": "faster", "async_depth": "1", "look_ahead": "0"}, "nv12")
_AMF = VideoCodec("h264_amf", {"usage": "lowlatency", "rc": "cbr"}, "nv12")
_VIDEOTOOLBOX = VideoCodec("h264_videotoolbox", {"realtime": "1", "allow_sw": "0"}, "nv12")
_X264 = VideoCodec(SOFTWARE, {"preset": "superfast", "tune": "zerolatency", "x264-params": "scenecut=0"})
"""superfast: 11 ms a picture at 720p on one core of a laptop, and hardly worse to look at than what costs three times
as much. No scene cuts: keyframes come when they are asked for."""

CANDIDATES: Mapping[str, tuple[VideoCodec, ...]] = {
    "linux": (_NVENC,),
    "win32": (_NVENC, _QSV, _AMF),
    "darwin": (_VIDEOTOOLBOX,),
}
"""System → encoders of graphics cards, the best first. NVENC alone on Linux: others want their frames on the card."""


def choose_codec(
    width: int,
    height: int,
    rate: int,
    kbps: int,
    *,
    software: bool = False,
    system: str = sys.platform,
    clock: Callable[[], float] = time.monotonic,
) -> VideoCodec:
    """The first encoder that encodes pictures of this size in time.

    Args:
        width, height: of the picture, in pixels.
        rate: pictures a second.
        kbps: thousands of bits a second.
        software: try no card: the last process that did so died of it.

    Raises:
        EncoderError: not even x264 works.
    """
    why = ""
    for codec in (*(() if software else CANDIDATES.get(system, ())), _X264):
        try:
            if _encodes(codec, width, height, rate, kbps, clock):
                return codec
            why = f"{codec.name} is too slow"
        except (av.error.FFmpegError, ValueError, OSError, RuntimeError) as fault:
            why = f"{codec.name}: {getattr(fault, 'strerror', None) or fault}"
    raise EncoderError(why)


def set_up(context: Any, codec: VideoCodec, width: int, height: int, rate: int, kbps: int, keyframe_s: float) -> None:
    """Give an encoder its size, rate and colours (BT.709, limited range: what every player takes for HD).

    Args:
        context: an `av.VideoCodecContext` that is not open yet.
        keyframe_s: from one keyframe to the next.
    """
    context.width, context.height, context.pix_fmt = width, height, codec.pixels
    context.framerate, context.time_base = Fraction(rate), Fraction(1, rate)
    context.bit_rate = kbps * 1000
    context.gop_size = max(1, round(keyframe_s * rate))
    context.max_b_frames = 0
    context.colorspace, context.color_primaries, context.color_trc, context.color_range = 1, 1, 1, 1
    bits = str(kbps * 1000)
    context.options = {**codec.options, "maxrate": bits, "bufsize": bits}
    if codec.name == SOFTWARE:
        context.thread_count = 2


def _encodes(codec: VideoCodec, width: int, height: int, rate: int, kbps: int, clock: Callable[[], float]) -> bool:
    context: Any = av.CodecContext.create(codec.name, "w")
    set_up(context, codec, width, height, rate, kbps, 1.0)
    picture = av.VideoFrame.from_ndarray(np.zeros((height * 3 // 2, width), np.uint8), format="yuv420p")
    picture = picture.reformat(format=codec.pixels)
    until = clock() + TRIAL_S
    for number in range(_TRIAL_PICTURES):
        picture.pts = number
        if context.encode(picture):
            return True
        if clock() > until:
            return False
    return False
