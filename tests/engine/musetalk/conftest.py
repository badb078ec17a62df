"""The tiny networks, loaded once, and what the reference made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.audio import whisper
from engine.musetalk.face import face_box, mask
from engine.musetalk.network.model import Models, load_models
from tests.engine.musetalk import golden as data


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published layout, with the tiny networks."""
    return data.unpack_models(tmp_path_factory.mktemp("musetalk") / "models")


@pytest.fixture(scope="session")
def models(models_folder: Path) -> Models:
    return load_models(models_folder)


@pytest.fixture(scope="session")
def golden() -> dict[str, NDArray]:
    """What the reference answered."""
    return data.arrays()


@pytest.fixture(scope="session")
def media() -> dict[str, NDArray]:
    """Landmarks, detections and class maps that the reference was given."""
    return data.arrays("media")


@pytest.fixture(scope="session")
def sound() -> NDArray[np.float32]:
    return data.pcm().astype(np.float32) / 32768


@pytest.fixture(scope="session")
def features(sound: NDArray[np.float32], models: Models) -> Tensor:
    return whisper.features(sound, models.whisper)


@pytest.fixture(scope="session")
def boxes(media: dict[str, NDArray]) -> list[face_box.Box]:
    """The box of each of the eight frames, with its margin."""
    found = []
    for points, detected in zip(media["keypoints"], media["detections"], strict=True):
        fallback = tuple(map(int, detected[:4])) if detected[4] else None
        found.append(face_box.with_margin(face_box.face_box(points[23:91], fallback), 360))  # type: ignore[arg-type]
    return found


@pytest.fixture(scope="session")
def arounds(boxes: list[face_box.Box]) -> list[face_box.Box]:
    """The crop box of each of the eight frames."""
    return [mask.crop_box(box) for box in boxes]


@pytest.fixture(autouse=True)
def without_gradients() -> Iterator[None]:
    with torch.no_grad():
        yield
