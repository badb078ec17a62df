"""face_box, crop and latents."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.musetalk.face import crop, face_box, latents
from engine.musetalk.face.face_box import NO_FACE, Box
from engine.musetalk.network.model import Models
from tests.engine.musetalk import golden as data
from tests.engine.musetalk.golden import farthest

Golden = dict[str, NDArray]


@pytest.mark.parametrize("shift", [0, 7, -7])
def test_the_box_law_is_the_references(shift: int, golden: Golden) -> None:
    ours = [
        face_box.face_box(points, tuple(map(int, detected[:4])) if detected[4] else None, shift)  # type: ignore[arg-type]
        for points, detected in zip(golden["bbox_keypoints"], golden["bbox_det"], strict=True)
    ]
    assert np.array_equal(ours, golden[f"bbox_out_shift{shift}"])


def test_the_boxes_of_the_frames_are_the_references(boxes: list[Box], arounds: list[Box], golden: Golden) -> None:
    order = latents.there_and_back(data.FRAME_COUNT)
    assert np.array_equal([boxes[number] for number in order], golden["coords"])
    assert np.array_equal([arounds[number] for number in order], golden["crop_boxes"])


def test_a_frame_without_a_face_keeps_the_box_of_none() -> None:
    assert face_box.face_box(np.ones((68, 2)), None) == NO_FACE
    assert face_box.with_margin(NO_FACE, 360) == NO_FACE


def test_without_landmarks_the_detectors_box_counts() -> None:
    assert face_box.face_box(None, (1, 2, 30, 40)) == (1, 2, 30, 40)


@given(st.tuples(*[st.integers(-500, 900)] * 4))
def test_a_clamped_box_lies_in_the_frame_or_is_none(box: Box) -> None:
    left, top, right, bottom = inside = face_box.clamped(box, 480, 360)
    assert inside == NO_FACE or (0 <= left < right <= 480 and 0 <= top < bottom <= 360)
    assert face_box.clamped(inside, 480, 360) == inside


def test_the_crops_are_the_references(boxes: list[Box], golden: Golden) -> None:
    ours = [crop.face_crop(data.frame(number), boxes[number])[::8] for number in golden["crops_idx"]]
    assert np.array_equal(ours, golden["crops256"])


def test_a_box_that_leaves_the_frame_is_cut_at_its_edge() -> None:
    picture = data.frame(0)
    assert np.array_equal(crop.face_crop(picture, (400, 300, 600, 500)), crop.face_crop(picture, (400, 300, 480, 360)))


@pytest.mark.parametrize("box", [(0, 0, 0, 0), (480, 10, 500, 20), (-20, 10, 0, 20), (30, 30, 10, 50)])
def test_a_box_with_nothing_in_it_is_refused_with_a_sentence(box: Box) -> None:
    with pytest.raises(crop.CropError, match="lies outside the picture of 480x360 pixels"):
        crop.face_crop(data.frame(0), box)


def test_the_latents_are_the_references(models: Models, boxes: list[Box], golden: Golden) -> None:
    for place, number in enumerate(golden["vae_idx"]):
        face = crop.face_crop(data.frame(number), boxes[number])
        mean, deviation = latents.posterior(face, models.vae)
        draws = torch.from_numpy(golden["vae_noise"][place])
        assert farthest(mean, golden["vae_mean"][place]) < 1e-4
        assert farthest(deviation, golden["vae_std"][place]) < 1e-4
        assert farthest(latents.frame_latents(face, models.vae, draws), golden["latents"][place]) < 1e-4


def test_the_reference_draws_the_hidden_half_first(golden: Golden) -> None:
    generator = torch.manual_seed(4321)
    draws = torch.cat([torch.randn(1, 4, 32, 32, generator=generator) for _ in range(2 * data.FRAME_COUNT)])
    ours = draws.reshape(data.FRAME_COUNT, 2, 4, 32, 32)[golden["vae_idx"]]
    assert np.array_equal(ours, golden["vae_noise"])


def test_without_draws_a_face_is_always_the_same(models: Models, boxes: list[Box]) -> None:
    face = crop.face_crop(data.frame(0), boxes[0])
    first = latents.frame_latents(face, models.vae)
    assert torch.equal(first, latents.frame_latents(face, models.vae))
    assert first.shape == (8, 32, 32)
    assert torch.equal(first[4:], latents.SCALE * latents.posterior(face, models.vae)[0][1])


def test_the_hidden_half_is_darker_than_black_and_the_rest_is_the_face() -> None:
    hidden, whole = latents.face_pair(data.frame(0)[:256, :256])
    assert bool((hidden[:, 128:] == -1).all())
    assert torch.equal(hidden[:, :128], whole[:, :128])
    assert whole.min() >= -1 and whole.max() <= 1
