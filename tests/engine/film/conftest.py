"""Small films: a second or two of speech, at a size that costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.film.order import Order
from tests.hall.rig.speech import SPEECH, load

ROOT = Path(__file__).parents[3]


def write_sound(path: Path, samples: NDArray[np.float32], rate: int = 48_000) -> Path:
    """(count,) or (channels, count) float32 as a sound file, its kind by the suffix."""
    planes = np.atleast_2d(samples)
    codec = {".wav": "pcm_f32le", ".flac": "flac", ".mp3": "libmp3lame", ".ogg": "libopus"}[path.suffix]
    layout = "mono" if len(planes) == 1 else "stereo"
    with av.open(str(path), "w") as file:
        stream: Any = file.add_stream(codec, rate=rate, layout=layout)
        packed = np.ascontiguousarray(planes.T).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(packed.astype(np.float32), format="flt", layout=layout)
        frame.sample_rate = rate
        for packet in (*stream.encode(frame), *stream.encode(None)):
            file.mux(packet)
    return path


@pytest.fixture(scope="session")
def speech() -> NDArray[np.float32]:
    """(48000 * 2.5,) float32: ordinary speech."""
    return load(SPEECH)[24_000:144_000]


@pytest.fixture(scope="session")
def speech_file(speech: NDArray[np.float32], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sound(tmp_path_factory.mktemp("sound") / "speech.wav", speech)


@pytest.fixture
def order(speech_file: Path, tmp_path: Path) -> Callable[..., Order]:
    """An order for a small film of Lin."""

    def make(**changes: Any) -> Order:
        request: dict[str, Any] = {
            "avatar": ROOT / "avatars" / "lin",
            "sound": speech_file,
            "out": tmp_path / "film.mp4",
        }
        return Order(**(request | {"width": 320, "height": 180} | changes))

    return make


def pictures_of(path: Path) -> tuple[list[NDArray[np.uint8]], list[float]]:
    """The film's pictures as planes of yuv420p, and their times (s)."""
    with av.open(str(path)) as file:
        frames = list(file.decode(video=0))
    return [frame.to_ndarray() for frame in frames], [float(frame.time) for frame in frames]


def sound_of(path: Path) -> tuple[NDArray[np.float32], float]:
    """(channels, samples) float32 of the film, and the time (s) of the first of them."""
    with av.open(str(path)) as file:
        resampler = av.AudioResampler(format="fltp", rate=48_000)
        frames = list(file.decode(audio=0))
        start = float(frames[0].time)
        pieces = [piece.to_ndarray() for frame in frames for piece in resampler.resample(frame)]
    return np.concatenate(pieces, axis=1), start
