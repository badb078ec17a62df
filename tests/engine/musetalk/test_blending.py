"""mask and blend."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.musetalk.audio import chunks
from engine.musetalk.face import blend, crop, faces, latents, mask
from engine.musetalk.face.face_box import Box, clamped
from engine.musetalk.network.model import Models
from tests.engine.musetalk import golden as data
from tests.engine.musetalk.golden import farthest

Golden = dict[str, NDArray]


def inside(around: Box) -> tuple[slice, slice]:
    """The part of a frame that lies inside a crop box."""
    left, top, right, bottom = clamped(around, 480, 360)
    return slice(top, bottom), slice(left, right)


@pytest.mark.parametrize("number", range(8))
def test_the_masks_are_the_references(
    number: int, media: Golden, boxes: list[Box], arounds: list[Box], golden: Golden
) -> None:
    shape = mask.face_shape(media["parsing_maps"][number])
    assert np.array_equal(mask.blend_mask(shape, boxes[number], arounds[number]), golden[f"mask_{number}"])


@pytest.mark.parametrize("mode", ["jaw", "raw", "neck"])
def test_the_masks_of_each_mode_are_the_references(
    mode: mask.Mode, media: Golden, boxes: list[Box], arounds: list[Box], golden: Golden
) -> None:
    assert np.array_equal(mask.face_shape(media["parsing_maps"][0], mode), golden[f"fp512_{mode}_0"])
    for number in (0, 6, 7):
        shape = mask.face_shape(media["parsing_maps"][number], mode)
        ours = mask.blend_mask(shape, boxes[number], arounds[number])
        assert np.array_equal(ours, golden[f"mask_{mode}_{number}"])


def test_there_and_back_the_masks_are_the_same(golden: Golden) -> None:
    assert golden["mask_cycle_equal"].all()
    assert latents.there_and_back(3) == [0, 1, 2, 2, 1, 0]


@pytest.mark.parametrize("number", [0, 7])
def test_a_given_face_is_blended_exactly(number: int, boxes: list[Box], arounds: list[Box], golden: Golden) -> None:
    picture = data.frame(number)
    face = golden["decoded_u8"][golden["decoded_idx"].tolist().index(number)]
    ours = blend.blend(picture, face, boxes[number], arounds[number], golden[f"mask_{number}"])
    part = inside(arounds[number])
    assert np.array_equal(ours[part], golden[f"blended_rt_{number}"])
    ours[part] = picture[part]
    assert np.array_equal(ours, picture)


@pytest.mark.parametrize(("number", "mode"), [(0, "jaw"), (7, "neck")])
def test_the_offline_path_blends_exactly(
    number: int, mode: mask.Mode, media: Golden, boxes: list[Box], arounds: list[Box], golden: Golden
) -> None:
    shape = mask.face_shape(media["parsing_maps"][number], mode)
    soft = mask.blend_mask(shape, boxes[number], arounds[number], mask.OFFLINE_BLUR)
    face = golden["decoded_u8"][golden["decoded_idx"].tolist().index(number)]
    ours = blend.blend(data.frame(number), face, boxes[number], arounds[number], soft)
    assert np.array_equal(ours[inside(arounds[number])], golden[f"offline_{mode}_{number}"])


def test_from_sound_and_frame_to_picture_we_differ_by_one_level_at_most(
    sound: NDArray[np.float32],
    features: object,
    media: Golden,
    models: Models,
    boxes: list[Box],
    arounds: list[Box],
    golden: Golden,
) -> None:
    every = chunks.chunks(features, len(sound), 25)  # type: ignore[arg-type]
    generator = torch.manual_seed(4321)
    draws = [torch.randn(1, 4, 32, 32, generator=generator) for _ in range(16)]
    for frame, number in ((6, 6), (97, 1)):
        face = crop.face_crop(data.frame(number), boxes[number])
        seen = latents.frame_latents(face, models.vae, torch.cat(draws[2 * number : 2 * number + 2]))
        (drawn,) = faces.draw_faces(seen[None], every[frame : frame + 1], models)
        part = inside(arounds[number])
        soft = golden[f"mask_{number}"]
        ours = blend.blend(data.frame(number), drawn, boxes[number], arounds[number], soft)
        assert farthest(ours[part], golden[f"blended_rt_{frame}"]) <= 1
    shape = mask.face_shape(media["parsing_maps"][6], "raw")
    soft = mask.blend_mask(shape, boxes[6], arounds[6], mask.OFFLINE_BLUR)
    face = crop.face_crop(data.frame(6), boxes[6])
    (drawn,) = faces.draw_faces(
        latents.frame_latents(face, models.vae, torch.cat(draws[12:14]))[None], every[6:7], models
    )
    ours = blend.blend(data.frame(6), drawn, boxes[6], arounds[6], soft)
    assert farthest(ours[inside(arounds[6])], golden["offline_raw_6"]) <= 1


@given(
    box=st.tuples(st.integers(-40, 60), st.integers(-40, 60), st.integers(1, 60), st.integers(1, 60)),
    seed=st.integers(0, 99),
)
@settings(max_examples=60, deadline=None)
def test_wherever_a_box_lies_blending_is_pillows_and_nothing_else_is_touched(
    box: tuple[int, int, int, int], seed: int
) -> None:
    from PIL import Image

    random = np.random.default_rng(seed)
    face_at = (box[0], box[1], box[0] + box[2], box[1] + box[3])
    around = mask.crop_box(face_at)
    frame = random.integers(0, 256, (50, 60, 3), np.uint8)
    face = random.integers(0, 256, (box[3], box[2], 3), np.uint8)
    size = (around[3] - around[1], around[2] - around[0])
    soft = random.integers(0, 256, size, np.uint8) * (random.random(size) < 0.5).astype(np.uint8)

    whole, large = Image.fromarray(frame), Image.fromarray(frame).crop(around)
    large.paste(Image.fromarray(face), (face_at[0] - around[0], face_at[1] - around[1]))
    whole.paste(large, around[:2], Image.fromarray(soft))

    ours = np.dstack([frame, np.full(frame.shape[:2], 255, np.uint8)])
    blend.blend_into(ours, face, face_at, around, soft, blend.shown_region(soft))
    assert np.array_equal(ours[:, :, :3], np.asarray(whole))
    assert (ours[:, :, 3] == 255).all()


def test_an_empty_box_is_refused_with_a_sentence() -> None:
    with pytest.raises(crop.CropError, match="is empty"):
        blend.fitted(np.zeros((256, 256, 3), np.uint8), (5, 5, 5, 9))


def test_cutting_outside_the_frame_gives_black() -> None:
    frame = np.full((4, 5, 3), 7, np.uint8)
    assert mask.cut(frame, (-2, -1, 3, 2))[:, :, 0].tolist() == [[0] * 5, [0, 0, 7, 7, 7], [0, 0, 7, 7, 7]]
    assert not mask.cut(frame, (9, 9, 12, 12)).any()
