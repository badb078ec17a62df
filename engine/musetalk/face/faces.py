"""Sound and an avatar's frames to drawn faces: the whole network in one call."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.audio.position import with_positions
from engine.musetalk.face.crop import SIDE
from engine.musetalk.network.decode import Decoder, to_pixels
from engine.musetalk.network.model import Models


@torch.inference_mode()
def draw_faces(latents: Tensor, chunks: Tensor, models: Models, batch: int = 8) -> NDArray[np.uint8]:
    """Draw every frame of a recording.

    Args:
        latents: (avatar frames, 8, 32, 32), in the order in which they are shown; they are gone through over and over.
        chunks: (frames, 50, 384) without positions.
        batch: frames drawn at once.

    Returns:
        (frames, 256, 256, 3) uint8, BGR. One for each chunk: the reference drops the last.
    """
    weight = next(models.face.parameters())
    tokens = with_positions(chunks.to(weight))
    decoder = Decoder(models.vae)
    drawn = [np.zeros((0, SIDE, SIDE, 3), np.uint8)]
    for start in range(0, len(tokens), batch):
        numbers = torch.arange(start, min(start + batch, len(tokens)))
        source = latents[(numbers % len(latents)).to(latents.device)].to(weight)
        drawn.append(to_pixels(decoder(models.face(source, tokens[start : start + batch]))).cpu().numpy())
    return np.concatenate(drawn)
