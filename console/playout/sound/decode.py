"""Any sound file that FFmpeg reads, as mono float32 at 48 kHz, piece by piece."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.files.media import open_media
from engine.files.user_files import MissingFileError, UserFileError
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text

_LONGEST_S = 3600
_LOUDEST = 8.0
"""Samples beyond are no sound any more, and would be infinite a few gains later."""

_MOST_JUNK = 1000
"""Places in a row that cannot be read; after that there is no more sound to come."""

Sound = NDArray[np.float32]


class SoundFileError(Exception):
    """The file cannot be played. The message is one sentence for the operator."""


class SoundFile:
    """A sound file that is being decoded. Made by `open_sound`.

    Attributes:
        told_s: how long it says it is, in seconds; 0.0 when it does not.
        skipped: places so far that could not be read, and were passed over.
    """

    def __init__(self, container: Any, name: str) -> None:
        if not container.streams.audio:
            raise SoundFileError(Text("{path} holds no sound: choose another file.", path=name))
        self._container, self._name = container, name
        self._stream = container.streams.audio[0]
        self.told_s = (container.duration or 0) / 1e6
        self.skipped = 0
        if self.told_s > _LONGEST_S * 1.02:
            raise SoundFileError(Text("{path} is longer than an hour: cut it into shorter lines.", path=name))

    def blocks(self) -> Iterator[Sound]:
        """Its samples (n,) at 48 kHz, all of them numbers. Raises SoundFileError where it is longer than an hour."""
        import av

        resampler: Any = None
        count = 0
        for frame in itertools.chain(self._frames(), (None,)):
            if resampler is None:
                resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
            try:
                pieces = resampler.resample(frame)
            except (ValueError, av.error.FFmpegError):  # it goes on in another form, or the frame is none
                resampler, self.skipped = None, self.skipped + 1
                continue
            for piece in pieces:
                samples = _numbers(piece.to_ndarray().reshape(-1).astype(np.float32, copy=False))
                count += len(samples)
                if len(samples):
                    yield samples
            if count > _LONGEST_S * SAMPLE_RATE:
                raise SoundFileError(Text("{path} is longer than an hour: cut it into shorter lines.", path=self._name))
        if not count:
            raise SoundFileError(Text("{path} holds no sound: choose another file.", path=self._name))

    def _frames(self) -> Iterator[Any]:
        """What can be decoded of it; junk between is passed over, as every player does."""
        import av

        junk = 0
        while junk < _MOST_JUNK:
            try:
                for packet in self._container.demux(self._stream):
                    try:
                        yield from packet.decode()
                        junk = 0
                    except av.error.EOFError:
                        return
                    except (av.error.FFmpegError, ValueError):
                        self.skipped, junk = self.skipped + 1, junk + 1
                        if junk >= _MOST_JUNK:
                            return
                return
            except (av.error.FFmpegError, ValueError):
                self.skipped, junk = self.skipped + 1, junk + 1


@contextlib.contextmanager
def open_sound(path: Path) -> Iterator[SoundFile]:
    """A sound file, open for decoding.

    Raises:
        SoundFileError: there is no such file, no sound in it, or more than an hour of it.
    """
    import av

    try:
        with open_media(path) as container:
            yield SoundFile(container, path.name)
    except MissingFileError as fault:
        raise SoundFileError(Text("There is no sound file {path}: choose another one.", path=path)) from fault
    except UserFileError as fault:
        raise SoundFileError(
            Text("{file} is no sound file that can be read ({fault}).", file=path.name, fault=fault.why)
        ) from fault
    except (av.error.FFmpegError, OSError, ValueError, OverflowError) as fault:
        raise SoundFileError(
            Text("{file} cannot be read as sound: it is damaged, or of an unknown kind.", file=path.name)
        ) from fault


def load_sound(path: Path) -> Sound:
    """All of a sound file, (n,): for short ones of our own making. Raises SoundFileError as `open_sound` does."""
    with open_sound(path) as sound:
        return np.concatenate(list(sound.blocks()))


def _numbers(samples: Sound) -> Sound:
    """Without what is no number: one such sample would go through lips, meters and loudspeaker for ever."""
    if not np.isfinite(samples).all() or (len(samples) and np.abs(samples).max() > _LOUDEST):
        samples = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0).clip(-_LOUDEST, _LOUDEST)
    return samples
