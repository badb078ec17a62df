"""A clip as the build sees it: upright frames of one size, at one rate. A photo is one frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.files.media import open_container
from engine.files.user_files import UserFileError
from engine.musetalk.store.config import LONGEST_S
from engine.text import Text

WIDEST, HIGHEST = 1920, 1080
"""Frames are scaled down to fit into a program of this size."""

SHORTEST_S = 1.0
FASTEST = 30
"""Frames a second that are kept at most: of a clip at 50 or 60 every second one."""

_SMALLEST = 128
_USUAL = (Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(30))


class ClipError(Exception):
    """A clip cannot be used. The message is one sentence for the operator."""


@dataclass(frozen=True)
class Clip:
    """A clip that can be read as often as needed.

    Attributes:
        file: where it lies. still: it is a photo.
        width, height: of the frames, upright and scaled: even numbers.
        rate: frames a second. start_s, end_s: the piece that is used; `end_s` of 0 goes to the end.
        length_s: of the piece, as far as the file says it; 0 when it does not.
    """

    file: Path
    still: bool
    width: int
    height: int
    rate: Fraction
    start_s: float
    end_s: float
    length_s: float

    @property
    def expected(self) -> int:
        """About how many frames there will be; for progress only."""
        return 1 if self.still else max(1, round(self.length_s * self.rate))

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """The frames, each (height, width, 3) uint8 BGR. Raises ClipError where the file is damaged or too long."""
        with _opened(self.file) as container:
            yield from self._sampled(container)

    def _sampled(self, container: Any) -> Iterator[NDArray[np.uint8]]:
        """A frame for each tick of the rate: the latest one that is there by then."""
        import av

        most = round(LONGEST_S * self.rate) + 1
        given, held, fresh, first = 0, None, False, None
        try:
            for frame in container.decode(video=0):
                if self.still:
                    yield self._upright(frame)
                    return
                time = float(frame.time) if frame.time is not None else given / self.rate
                first = time if first is None else first
                at = time - first - self.start_s
                if self.end_s and at >= self.end_s - self.start_s:
                    break
                while held is not None and given / self.rate < at - 1e-6:
                    yield held
                    given, fresh = given + 1, False
                if at < -1e-6:
                    continue
                if given > most:
                    raise ClipError(_too_long(self.file))
                if at > (given - 0.25) / self.rate:
                    held, fresh = self._upright(frame), True
        except (av.FFmpegError, ValueError) as cause:
            raise ClipError(Text("{file} is damaged: export it again, as an MP4 file.", file=self.file.name)) from cause
        if held is not None and fresh:
            yield held
            given += 1
        if not given:
            raise ClipError(
                Text(
                    "There is no picture in {file} from {n} s on: choose another piece.",
                    file=self.file.name,
                    n=f"{self.start_s:g}",
                )
            )
        if given < SHORTEST_S * self.rate:
            raise ClipError(
                Text(
                    "{file} gives {n} s: take one of {limit} s or more, or a photo.",
                    file=self.file.name,
                    n=f"{float(given / self.rate):.1f}",
                    limit=f"{SHORTEST_S:g}",
                )
            )

    def _upright(self, frame: Any) -> NDArray[np.uint8]:
        turned = _turns(frame)
        wide, high = (self.height, self.width) if turned % 2 else (self.width, self.height)
        scaled = frame.reformat(width=wide, height=high, format="bgr24", interpolation="AREA")
        picture: NDArray[np.uint8] = np.rot90(scaled.to_ndarray(), turned)
        return np.ascontiguousarray(picture)


def open_clip(file: Path, start_s: float = 0.0, end_s: float = 0.0) -> Clip:
    """Look at a file.

    Args:
        start_s, end_s: the piece to use, in seconds; an end of 0 is the file's.

    Raises:
        ClipError: it is missing, empty, no video or picture, too small or too long.
    """
    import av

    try:
        size = file.stat().st_size
    except OSError as cause:
        raise ClipError(Text("{file} cannot be read: choose another file.", file=file)) from cause
    if not file.is_file():
        raise ClipError(Text("{file} is not a file: choose a video or a photo.", file=file))
    if not size:
        raise ClipError(Text("{file} is empty: copy it again.", file=file.name))
    with _opened(file) as container:
        stream = container.streams.video[0]
        try:
            frame = next(container.decode(video=0))
        except (av.FFmpegError, StopIteration, ValueError) as cause:
            raise ClipError(Text("{file} is damaged: export it again, as an MP4 file.", file=file.name)) from cause
        still = container.format.name.endswith(("_pipe", "image2")) or stream.frames == 1
        shape = _pixel_shape(stream)
        wide, high = frame.width * shape, float(frame.height)
        if _turns(frame) % 2:
            wide, high = high, wide
        whole_s = float(container.duration / av.time_base) if container.duration else 0.0
        rate = _rate(stream)
    scale = min(1.0, WIDEST / wide, HIGHEST / high)
    width, height = (max(2, round(side * scale / 2) * 2) for side in (wide, high))
    if min(width, height) < _SMALLEST:
        raise ClipError(
            Text(
                "{file} has {size} pixels, too few for a face: film it larger.",
                file=file.name,
                size=f"{width}x{height}",
            )
        )
    if still:
        return Clip(file, True, width, height, Fraction(25), 0.0, 0.0, 0.0)
    if whole_s and start_s >= whole_s:
        raise ClipError(Text("{file} lasts only {n} s: choose an earlier piece.", file=file.name, n=f"{whole_s:.1f}"))
    length = max(0.0, (min(end_s, whole_s) if end_s and whole_s else end_s or whole_s) - start_s)
    if length > LONGEST_S + 0.5:
        raise ClipError(_too_long(file, length))
    return Clip(file, False, width, height, rate, start_s, end_s, length)


def _opened(file: Path) -> Any:
    import av

    try:
        container = open_container(file)
    except (av.FFmpegError, OSError, ValueError, UserFileError) as cause:
        raise ClipError(
            Text("{file} is not a video or a photo that can be read: export it as MP4 or JPEG.", file=file.name)
        ) from cause
    if not container.streams.video:
        container.close()
        raise ClipError(Text("There is no picture in {file}, only sound: choose a video or a photo.", file=file.name))
    container.streams.video[0].thread_type = "AUTO"
    return container


def _too_long(file: Path, length: float = 0.0) -> str:
    limit = f"{LONGEST_S:g}"
    if not length:
        key = "{file} is too long: at most {limit} s can be used, so choose a piece (from, to)."
        return Text(key, file=file.name, limit=limit)
    key = "{file} lasts {n} s: at most {limit} s can be used, so choose a piece (from, to)."
    return Text(key, file=file.name, n=f"{length:.0f}", limit=limit)


def _pixel_shape(stream: Any) -> float:
    ratio = stream.sample_aspect_ratio
    return float(ratio) if ratio else 1.0


def _turns(frame: Any) -> int:
    """Quarter turns against the clock that set the picture upright."""
    return round((getattr(frame, "rotation", 0) or 0) / 90) % 4


def _rate(stream: Any) -> Fraction:
    told = stream.average_rate or stream.guessed_rate or Fraction(25)
    rate = Fraction(told)
    if not 1 <= rate <= 1000:
        rate = Fraction(25)
    while rate > Fraction(FASTEST) * Fraction(101, 100):
        rate /= 2
    near = min(_USUAL, key=lambda usual: abs(usual - rate))
    return near if abs(near - rate) < Fraction(1, 50) else max(Fraction(10), rate.limit_denominator(1001))
