from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.musetalk.face import detect
from engine.opencv import opencv
from tests.engine.musetalk import golden as data
from tests.engine.musetalk.golden import farthest


@pytest.fixture(scope="module")
def detector(tmp_path_factory: pytest.TempPathFactory) -> detect.FaceDetector:
    made = data.fill_by_recipe(detect.FaceDetector(), 556)
    for key in made:
        if key.endswith("mbox_conf.weight"):
            made[key] *= 0.3
        elif key.endswith("mbox_conf.bias"):
            made[key][-1] -= 3.0
        elif key.endswith("mbox_loc.weight"):
            made[key] *= 0.02
    file: Path = tmp_path_factory.mktemp("detector") / "s3fd.pth"
    torch.save(made, file)
    return detect.load_detector(file)


@pytest.fixture(scope="module")
def picture() -> NDArray[np.uint8]:
    small: NDArray[np.uint8] = opencv().resize(data.frame(0), (160, 120))
    return small


def test_the_detector_is_the_published_one(detector: detect.FaceDetector, picture: NDArray[np.uint8]) -> None:
    theirs = data.arrays("face")
    assert len(detector.state_dict()) == 65
    assert sum(weights.numel() for weights in detector.parameters()) == 22_459_110
    outputs = detector(detect.detector_input(picture))
    for place, ours in enumerate(part for pair in outputs for part in pair):
        assert farthest(ours, theirs[f"s3fd_out{place}"]) < 1e-3
    found = detect.found_boxes(outputs)
    assert farthest(found, theirs["s3fd_all"]) < 1e-2
    assert detect.without_overlaps(found) == theirs["s3fd_keep"].tolist()
    assert farthest(detect.faces(picture, detector), theirs["s3fd_final"]) < 1e-2


def test_a_picture_without_a_face_has_no_box(detector: detect.FaceDetector) -> None:
    # So small that the deeper layers see one pixel; still an answer, and none of it a face.
    nothing = detect.found_boxes(
        [(torch.zeros(1, 2, 1, 1) + torch.tensor([9.0, -9.0])[:, None, None], torch.zeros(1, 4, 1, 1))]
    )
    assert nothing.shape == (0, 5)
    assert detect.without_overlaps(nothing) == []
    assert detect.best_box(nothing) is None


def test_the_best_box_is_in_whole_pixels_and_not_below_0() -> None:
    found = np.array([[-3.5, 2.9, 40.2, 50.7, 0.9], [1, 1, 9, 9, 0.8]], np.float32)
    assert detect.best_box(found) == (0, 2, 40, 50)
