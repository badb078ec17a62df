"""Any sound file that FFmpeg reads, as mono float32 at 48 kHz."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000
_LONGEST_S = 3600


class SoundFileError(Exception):
    """The file cannot be played. The message is one sentence for the operator."""


def load_sound(path: Path) -> NDArray[np.float32]:
    """Decode `path` to (n,) float32 mono at 48 kHz.

    Raises:
        SoundFileError: there is no such file, no sound in it, or more than an hour of it.
    """
    import av

    if not path.is_file():
        raise SoundFileError(f"There is no sound file {path}: choose another one.")
    blocks: list[NDArray[np.float32]] = []
    count = 0
    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise SoundFileError(f"{path.name} holds no sound: choose another file.")
            resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
            for frame in itertools.chain(container.decode(container.streams.audio[0]), (None,)):
                for piece in resampler.resample(frame):
                    samples = piece.to_ndarray().reshape(-1).astype(np.float32, copy=False)
                    blocks.append(samples)
                    count += len(samples)
                if count > _LONGEST_S * SAMPLE_RATE:
                    raise SoundFileError(f"{path.name} is longer than an hour: cut it into shorter lines.")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise SoundFileError(f"{path.name} is not a sound file that can be read ({error}).") from error
    if count == 0:
        raise SoundFileError(f"{path.name} holds no sound: choose another file.")
    return np.concatenate(blocks)
