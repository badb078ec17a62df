"""What the meter has recorded, as arrays on one wall clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

RATE = 48_000

#: The hall film is scaled to WIDTH x HEIGHT by leaving pixels out, then averaged over square tiles.
HALL_WIDTH, HALL_HEIGHT, TILE = 192, 108, 12
TILES = (HALL_HEIGHT // TILE, HALL_WIDTH // TILE)

# Within a recording the timestamps agree with the sample count to 5 ms; more means that samples were lost.
_LOST_S = 0.015


@dataclass(frozen=True)
class Sound:
    """A recorded sound.

    Attributes:
        start: wall-clock time (s) of the first sample.
        samples: (n,) float32 at 48 kHz, within ±1. Where nothing could be recorded it is silent.
    """

    start: float
    samples: NDArray[np.float32]

    @property
    def end(self) -> float:
        return self.start + len(self.samples) / RATE

    def between(self, start: float, end: float) -> Sound:
        """The part between two wall-clock times (s)."""
        first = min(max(round((start - self.start) * RATE), 0), len(self.samples))
        last = min(max(round((end - self.start) * RATE), first), len(self.samples))
        return Sound(self.start + first / RATE, self.samples[first:last])


@dataclass(frozen=True)
class MouthFilm:
    """A close-up of the mouth, many times a second.

    Attributes:
        times: (n,) float64, wall-clock time (s) of each film frame.
        tones: (n, 256) uint16, how many pixels have each grey value.
        changed: (n,) bool, whether any pixel differs from the film frame before.
    """

    times: NDArray[np.float64]
    tones: NDArray[np.uint16]
    changed: NDArray[np.bool_]

    def between(self, start: float, end: float) -> MouthFilm:
        inside = (self.times >= start) & (self.times <= end)
        return MouthFilm(self.times[inside], self.tones[inside], self.changed[inside])


@dataclass(frozen=True)
class HallFilm:
    """The whole monitor, coarsely.

    Attributes:
        times: (n,) float64, wall-clock time (s) of each film frame.
        tiles: (n, 9, 16, 3) uint8, mean colour (BGR) of each tile.
        brightest: (n,) uint8, the highest value of any pixel and colour.
    """

    times: NDArray[np.float64]
    tiles: NDArray[np.uint8]
    brightest: NDArray[np.uint8]

    def between(self, start: float, end: float) -> HallFilm:
        inside = (self.times >= start) & (self.times <= end)
        return HallFilm(self.times[inside], self.tiles[inside], self.brightest[inside])


@dataclass(frozen=True)
class Recording:
    """Everything that was seen and heard from outside."""

    microphone: Sound
    loudspeaker: Sound
    mouth: MouthFilm
    hall: HallFilm


def _frames(path: Path) -> Iterator[tuple[float, av.VideoFrame]]:
    with av.open(str(path)) as file:
        stream = file.streams.video[0]
        try:
            for frame in file.decode(stream):
                if frame.pts is not None and frame.time_base is not None:
                    yield float(frame.pts * frame.time_base), frame
        except av.error.EOFError:
            return


def read_mouth(path: Path) -> MouthFilm:
    """Read the close-up (grey)."""
    times: list[float] = []
    tones: list[NDArray[np.uint16]] = []
    changed: list[bool] = []
    before: NDArray[np.uint8] | None = None
    for time, frame in _frames(path):
        picture = np.asarray(frame.to_ndarray(), np.uint8)
        times.append(time)
        changed.append(before is not None and not np.array_equal(picture, before))
        if changed[-1] or not tones:
            tones.append(np.bincount(picture.ravel(), minlength=256).astype(np.uint16))
        else:
            tones.append(tones[-1])
        before = picture
    return MouthFilm(np.array(times), np.array(tones, np.uint16).reshape(-1, 256), np.array(changed, np.bool_))


def read_pictures(path: Path) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """The pictures of a close-up, each as often as it changed: wall-clock times (s), and (n, height, width) grey."""
    times: list[float] = []
    pictures: list[NDArray[np.uint8]] = []
    for time, frame in _frames(path):
        picture = np.asarray(frame.to_ndarray(), np.uint8)
        if not pictures or not np.array_equal(picture, pictures[-1]):
            times.append(time)
            pictures.append(picture)
    return np.array(times), np.array(pictures, np.uint8)


def read_hall(path: Path) -> HallFilm:
    """Read the film of the whole monitor (`HALL_WIDTH` x `HALL_HEIGHT`)."""
    times: list[float] = []
    tiles: list[NDArray[np.uint8]] = []
    brightest: list[int] = []
    rows, columns = TILES
    for time, frame in _frames(path):
        picture = np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
        times.append(time)
        tiles.append(picture.reshape(rows, TILE, columns, TILE, 3).mean((1, 3), dtype=np.float32).astype(np.uint8))
        brightest.append(int(picture.max()))
    return HallFilm(
        np.array(times), np.array(tiles, np.uint8).reshape(-1, rows, columns, 3), np.array(brightest, np.uint8)
    )


def read_sound(paths: Iterable[Path], *, shift_s: float = 0.0) -> Sound:
    """Read one ear's recordings (more than one where the sound server went away) into one sound.

    Args:
        paths: in the order of time.
        shift_s: added to every timestamp, seconds.
    """
    pieces = [piece for path in paths for piece in _pieces(path)]
    if not pieces:
        return Sound(0.0, np.zeros(0, np.float32))
    start = pieces[0][0]
    length = max(round((at - start) * RATE) + len(samples) for at, samples in pieces)
    whole = np.zeros(length, np.float32)
    for at, samples in pieces:
        first = max(round((at - start) * RATE), 0)
        whole[first : first + len(samples)] = samples[: length - first]
    return Sound(start + shift_s, whole)


def _pieces(path: Path) -> Iterator[tuple[float, NDArray[np.float32]]]:
    """Stretches without loss: (wall-clock start, samples). The start is the median over all its packets."""
    offsets: list[float] = []
    held: list[NDArray[np.float32]] = []
    count = 0

    def flush() -> tuple[float, NDArray[np.float32]]:
        return float(np.median(offsets)), np.concatenate(held)

    try:
        with av.open(str(path)) as file:
            for frame in file.decode(audio=0):
                if frame.pts is None or frame.time_base is None:
                    continue
                offset = float(frame.pts * frame.time_base) - count / RATE
                if offsets and abs(offset - float(np.median(offsets[-50:]))) > _LOST_S:
                    yield flush()
                    offset += count / RATE
                    offsets, held, count = [], [], 0
                samples = frame.to_ndarray().ravel()
                scale = 32768.0 if samples.dtype == np.int16 else 1.0
                held.append((samples / scale).astype(np.float32))
                offsets.append(offset)
                count += len(samples)
    except av.error.FFmpegError:
        pass  # an ear that was cut off before its first sample leaves an empty file
    if held:
        yield flush()
