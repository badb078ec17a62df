"""Clips drawn for the test: the light avatar talking, written as video."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.avatar import load_avatar
from engine.light.driver import LightDriver
from engine.musetalk.studio import making
from engine.musetalk.studio.making import Places
from tests.engine.musetalk import golden as data

SIZE = (320, 180)
LIN = Path(__file__).parents[4] / "avatars" / "lin"


class Speech:
    """The reference's recording, over and over."""

    def __init__(self) -> None:
        self._pcm = np.repeat(data.pcm().astype(np.float32) / 32768, 3)

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        return np.take(self._pcm, np.arange(start, start + count), mode="wrap")


def lin(seconds: float, rate: int, size: tuple[int, int] = SIZE) -> list[NDArray[np.uint8]]:
    """Lin talking: (height, width, 3) uint8 BGR."""
    driver = LightDriver()
    driver.load(load_avatar(LIN), *size)
    canvas = np.zeros((size[1], size[0], 4), np.uint8)
    count = round(seconds * rate)
    return [canvas[:, :, :3].copy() for _ in driver.frames(Speech(), 0, count, rate, lambda: canvas)]


def film(file: Path, frames: Iterable[NDArray[np.uint8]], rate: int, codec: str = "libx264") -> Path:
    """Write a video."""
    with av.open(str(file), "w") as container:
        stream = None
        for frame in frames:
            if stream is None:
                stream = container.add_stream(codec, rate=rate, options={"crf": "18", "preset": "ultrafast"})
                stream.height, stream.width = frame.shape[:2]
                stream.pix_fmt = "yuv420p"
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, "bgr24")))
        container.mux(stream.encode())
    return file


@pytest.fixture(scope="session")
def ten_seconds() -> list[NDArray[np.uint8]]:
    """Lin talking for 10 s at 12 frames a second."""
    return lin(10, 12)


@pytest.fixture(scope="session")
def talking(tmp_path_factory: pytest.TempPathFactory, ten_seconds: list[NDArray[np.uint8]]) -> Path:
    return film(tmp_path_factory.mktemp("clips") / "lin.mp4", ten_seconds, 12)


@pytest.fixture
def places(tmp_path: Path, models_folder: Path) -> Places:
    return Places(tmp_path / "cache", models_folder)


@pytest.fixture
def quick_latents(monkeypatch: pytest.MonkeyPatch) -> None:
    """The autoencoder takes a second a frame here; what it makes is proved elsewhere."""

    def latents(face: NDArray[np.uint8], vae: object) -> NDArray[np.float32]:
        return np.resize(face[::8, ::8].astype(np.float32), (8, 32, 32))

    monkeypatch.setattr(making, "_latents", latents)
