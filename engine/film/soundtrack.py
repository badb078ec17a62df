"""The sound of a film: decoded once into a nameless file and mapped, so that an hour of it takes no memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from engine.files.media import open_media
from engine.files.user_files import UserFileError
from engine.film.order import FilmError
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text

LONGEST_S = 4 * 3600
GAP_S = 0.1
"""So much sound that is missing within a file, or at its end, is a damage: lips and listeners would miss a syllable."""

HEARD_BY_NETWORKS = 16_000
"""Samples a second that the neural driver hears."""


class Soundtrack:
    """Sound of the source timeline, from index 0. What lies outside it is silence.

    Attributes:
        length: samples at 48 kHz. channels: 1 or 2.
    """

    def __init__(self, samples: NDArray[np.float32], file: IO[bytes] | None = None) -> None:
        """`samples`: (length, channels) float32, within ±1. `file` is what they are mapped from."""
        self._samples = samples
        self._file = file
        self.length, self.channels = samples.shape

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        """(count,) float32: both channels as one, from index `start`; see `engine.driver.Sound`."""
        return np.asarray(self.both(start, count).mean(axis=1, dtype=np.float32), np.float32)

    def both(self, start: int, count: int) -> NDArray[np.float32]:
        """(count, channels) float32 from index `start`."""
        found = np.zeros((count, self.channels), np.float32)
        first, last = max(start, 0), min(start + count, self.length)
        if first < last:
            found[first - start : last - start] = self._samples[first:last]
        return found

    def for_networks(self) -> NDArray[np.float32]:
        """(samples,) float32 mono at 16 kHz, all of it."""
        import soxr

        return np.asarray(soxr.resample(self.read(0, self.length), SAMPLE_RATE, HEARD_BY_NETWORKS), np.float32)

    def close(self) -> None:
        """Let the file go."""
        self._samples = np.zeros((0, self.channels), np.float32)
        if self._file is not None:
            self._file.close()


def open_soundtrack(path: Path) -> Soundtrack:
    """Decode the first sound stream of any sound or video file. Raises FilmError with one sentence."""
    import av

    if not path.is_file():
        raise FilmError(Text("There is no sound file {path}.", path=path))
    file = tempfile.TemporaryFile(prefix="compere-")  # noqa: SIM115 - it lives as long as the soundtrack
    length = 0
    try:
        with open_media(path) as source:
            if not source.streams.audio:
                raise FilmError(Text("{file} has no sound in it: choose another file.", file=path.name))
            channels = 1 if source.streams.audio[0].codec_context.channels == 1 else 2
            for piece in _decoded(source, channels):
                length += len(piece)
                if length > LONGEST_S * SAMPLE_RATE:
                    raise FilmError(
                        Text(
                            "{file} is longer than {n} hours: cut it into pieces.", file=path.name, n=LONGEST_S // 3600
                        )
                    )
                if not np.isfinite(piece).all():
                    raise FilmError(
                        Text("{file} holds samples that are no numbers: write the file again.", file=path.name)
                    )
                file.write(np.ascontiguousarray(piece).data)
    except FilmError:
        file.close()
        raise
    except (av.FFmpegError, ValueError) as cause:
        file.close()
        if length:
            seconds = length / SAMPLE_RATE
            raise FilmError(
                Text("{file} is damaged after {n} seconds: bring the file again.", file=path.name, n=f"{seconds:.1f}")
            ) from cause
        raise FilmError(
            Text("{file} cannot be read as sound: it is damaged, or of an unknown kind.", file=path.name)
        ) from cause
    except (OSError, UserFileError) as cause:
        file.close()
        why = cause.why if isinstance(cause, UserFileError) else cause.strerror
        raise FilmError(Text("{file} cannot be read ({fault}).", file=path.name, fault=why)) from cause
    if not length:
        file.close()
        raise FilmError(Text("{file} is empty: there is no sound in it.", file=path.name))
    file.flush()
    samples = np.memmap(file, np.float32, "r", shape=(length, channels))
    return Soundtrack(samples, file)


def _decoded(source: Any, channels: int) -> Iterator[NDArray[np.float32]]:
    """Pieces of (samples, channels) at 48 kHz. Raises ValueError where some of the sound is missing."""
    import av

    layout = "mono" if channels == 1 else "stereo"
    resampler = av.AudioResampler(format="flt", layout=layout, rate=SAMPLE_RATE)
    stream = source.streams.audio[0]
    heard_s = 0.0
    ahead_s: float | None = None  # by how much the file's own times are ahead of what was heard
    for frame in source.decode(stream):
        if frame.time is not None:
            ahead_s = frame.time - heard_s if ahead_s is None else ahead_s
            if frame.is_corrupt or frame.time - heard_s > ahead_s + GAP_S:
                raise ValueError("a gap")
        heard_s += frame.samples / frame.sample_rate
        for piece in resampler.resample(frame):
            yield np.asarray(piece.to_ndarray(), np.float32).reshape(-1, channels)
    for piece in resampler.resample(None):
        yield np.asarray(piece.to_ndarray(), np.float32).reshape(-1, channels)
    # Where a header tells the length it is to be believed; of an MP3 it is guessed.
    told_s = float(stream.duration * stream.time_base) if stream.duration and stream.codec.name != "mp3float" else 0.0
    if heard_s < told_s - GAP_S:
        raise ValueError("cut off")
