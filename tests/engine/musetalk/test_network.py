"""model, decode and faces."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.audio import chunks, position
from engine.musetalk.face import faces
from engine.musetalk.network import decode
from engine.musetalk.network.model import Models
from tests.engine.musetalk.golden import farthest

Golden = dict[str, NDArray]


def source(frame: int, golden: Golden) -> Tensor:
    """The avatar frame's latents for a video frame: there and back over eight."""
    shown = frame % 16
    number = shown if shown < 8 else 15 - shown
    return torch.from_numpy(golden["latents"][golden["vae_idx"].tolist().index(number)])


def drawn(golden: Golden, models: Models, features: Tensor) -> Tensor:
    tokens = position.with_positions(chunks.chunks(features, 63_700, 25))[golden["frame_idx"]]
    return torch.cat(
        [
            models.face(source(frame, golden)[None], token[None])
            for frame, token in zip(golden["frame_idx"], tokens, strict=True)
        ]
    )


def test_the_network_draws_what_the_reference_draws(golden: Golden, models: Models, features: Tensor) -> None:
    ours = drawn(golden, models, features)
    assert farthest(ours, golden["unet_out"]) < 1e-3
    assert float(np.abs(ours.numpy() - golden["unet_out"]).mean()) < 2e-5


def test_the_decoder_decodes_what_the_reference_decodes(golden: Golden, models: Models) -> None:
    decoder = decode.Decoder(models.vae)
    where = golden["frame_idx"].tolist()
    for frame, theirs in zip(golden["decoded_f32_idx"], golden["decoded_f32"], strict=True):
        ours = decoder(torch.from_numpy(golden["unet_out"][where.index(frame)][None]))[0]
        assert farthest(ours[:, ::8], theirs) < 1e-3


def test_faces_are_the_references_within_one_level(golden: Golden, models: Models, features: Tensor) -> None:
    tokens = chunks.chunks(features, 63_700, 25)[golden["decoded_idx"]]
    shown = torch.stack([source(frame, golden) for frame in golden["decoded_idx"]])
    ours = faces.draw_faces(shown, tokens, models)
    assert farthest(ours, golden["decoded_u8"]) <= 1
    assert (ours != golden["decoded_u8"]).mean() < 0.01


def test_the_set_is_sharp_enough_to_tell_a_wrong_frame(golden: Golden, models: Models, features: Tensor) -> None:
    other = drawn(golden, models, features.roll(2, 0))
    assert farthest(other, golden["unet_out"]) > 0.5


def test_every_chunk_gets_its_face_and_the_avatar_begins_again(
    golden: Golden, models: Models, features: Tensor
) -> None:
    tokens = chunks.chunks(features, 63_700, 25)[:5]
    two = torch.from_numpy(golden["latents"][:2])
    ours = faces.draw_faces(two, tokens, models, batch=2)
    assert ours.shape == (5, 256, 256, 3)
    alone = faces.draw_faces(two[:1], tokens[4:], models)
    assert farthest(ours[4], alone[0].astype(np.float64)) <= 1
    assert faces.draw_faces(two, tokens[:0], models).shape == (0, 256, 256, 3)


def test_pixels_round_half_to_even_and_stay_in_range() -> None:
    level = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])
    pixels = decode.to_pixels(level.reshape(1, 1, 1, 5).expand(1, 3, 1, 5))
    assert pixels[0, 0, :, 0].tolist() == [0, 0, 128, 255, 255]  # 127.5 goes to the even 128
    colours = decode.to_pixels(torch.tensor([1.0, 0.0, -1.0]).reshape(1, 3, 1, 1))
    assert colours.flatten().tolist() == [0, 128, 255]  # red last
