"""The film as a file: H.264 or VP9, with its sound. It is there whole, or not at all."""

from __future__ import annotations

import errno
import os
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.film.order import FilmError, Order, index_of
from engine.film.picture import Picture
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text

SOUND_BITS = 192_000
_KEY_PICTURE_S = 2
_SAMPLE = Fraction(1, SAMPLE_RATE)
_BT709 = 1  # in FFmpeg's tables: primaries, transfer and matrix
_LIMITED = 1  # range 16 … 235


class FilmWriter:
    """Writes one film; a context manager. Left without `finish`, nothing is left behind.

    Attributes:
        pictures: written so far. sounded: samples written so far.
    """

    def __init__(self, order: Order, channels: int) -> None:
        """`channels`: of the sound, 1 or 2. Raises FilmError."""
        import av

        self.pictures = self.sounded = 0
        self._order, self._channels = order, channels
        self._rate = order.frames_a_second
        form = order.form
        # Bit-exact: nothing random and no time of day in the file.
        options = {"fflags": "+bitexact", **({"movflags": "+faststart"} if form.container in ("mp4", "mov") else {})}
        self._file: Any = None
        try:
            self._file = av.open(str(order.part), "w", format=form.container, container_options=options)
            self._video = self._file.add_stream(form.video, rate=self._rate, options=_video_options(form.video, order))
            self._audio = self._file.add_stream(form.audio, rate=SAMPLE_RATE)
        except (OSError, ValueError, av.FFmpegError) as cause:
            self._discard()
            raise self._failed(cause) from cause
        context = self._video.codec_context
        context.width, context.height, context.pix_fmt = order.width, order.height, "yuv420p"
        context.time_base = 1 / self._rate
        # Measured: with threads by slice the same pictures became different bits in 9 of 12 runs, by picture in none.
        context.thread_type = "FRAME"
        context.gop_size = round(_KEY_PICTURE_S * self._rate)
        context.color_primaries = context.color_trc = context.colorspace = _BT709
        context.color_range = _LIMITED
        self._audio.codec_context.bit_rate = SOUND_BITS
        self._audio.codec_context.layout = "mono" if channels == 1 else "stereo"
        self._audio.codec_context.time_base = _SAMPLE

    def __enter__(self) -> FilmWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._discard()

    @property
    def sound_wanted(self) -> int:
        """Samples up to the end of the last picture: what `sound` should have been given by now."""
        return index_of(self.pictures, self._rate)

    def picture(self, picture: Picture) -> None:
        """The next picture. Raises FilmError."""
        import av

        frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
        frame.pts, frame.time_base = self.pictures, 1 / self._rate
        frame.colorspace, frame.color_range = _BT709, _LIMITED
        self.pictures += 1
        self._put(self._video, frame)

    def sound(self, samples: NDArray[np.float32]) -> None:
        """The next samples, (count, channels) float32 at 48 kHz. Raises FilmError."""
        import av

        if not len(samples):
            return
        layout = "mono" if self._channels == 1 else "stereo"
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples).reshape(1, -1), format="flt", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, self.sounded, _SAMPLE
        self.sounded += len(samples)
        self._put(self._audio, frame)

    def finish(self) -> None:
        """Put the film in its place. Raises FilmError."""
        import av

        order = self._order
        try:
            self._put(self._video, None)
            self._put(self._audio, None)
            self._file.close()
            self._file = None
            with order.part.open("r+b") as part:
                os.fsync(part.fileno())
            if order.out.exists() and not order.force:
                raise FilmError(
                    Text("{path} has appeared meanwhile: choose another name, or let it be replaced.", path=order.out)
                )
            order.part.replace(order.out)
        except (OSError, av.FFmpegError) as cause:
            raise self._failed(cause) from cause

    def _put(self, stream: Any, frame: Any) -> None:
        import av

        try:
            for packet in stream.encode(frame):
                self._file.mux(packet)
        except (OSError, av.FFmpegError) as cause:
            raise self._failed(cause) from cause

    def _discard(self) -> None:
        import av

        if self._file is not None:
            try:
                self._file.close()
            except (OSError, ValueError, av.FFmpegError):
                pass  # a full disk says it again; the file goes anyway
            self._file = None
        self._order.part.unlink(missing_ok=True)

    def _failed(self, cause: BaseException) -> FilmError:
        out = self._order.out
        if getattr(cause, "errno", None) == errno.ENOSPC:
            return FilmError(Text("The disk of {path} is full: make room, or choose another folder.", path=out.parent))
        why = getattr(cause, "strerror", None) or cause
        return FilmError(Text("The film cannot be written to {path} ({fault}).", path=out, fault=why))


def _video_options(codec: str, order: Order) -> dict[str, str]:
    if codec == "libx264":
        return {"crf": str(order.crf), "preset": "veryfast"}
    # VP9's factor runs to 63; this is about the same quality.
    return {"crf": str(min(63, order.crf + 10)), "b": "0", "deadline": "realtime", "cpu-used": "6", "row-mt": "1"}
