"""From the network's latents to pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.musetalk.face.latents import SCALE

if TYPE_CHECKING:
    from diffusers import AutoencoderKL


class Decoder(nn.Module):
    """The decoding half of the autoencoder: what a running engine needs of it, and can compile.

    Attributes:
        post_quant_conv, decoder: the library's modules, which hold the weights.
    """

    def __init__(self, vae: AutoencoderKL) -> None:
        super().__init__()
        self.post_quant_conv = vae.post_quant_conv
        self.decoder = vae.decoder

    def forward(self, latents: Tensor) -> Tensor:
        """(frames, 4, 32, 32) scaled latents to (frames, 3, 256, 256) RGB, about -1 ... 1."""
        decoded: Tensor = self.decoder(self.post_quant_conv(latents / SCALE))
        return decoded


def to_pixels(decoded: Tensor) -> Tensor:
    """(frames, 3, height, width) RGB, -1 ... 1, to (frames, height, width, 3) uint8 BGR, on the same device."""
    level = (decoded.float() / 2 + 0.5).clamp(0, 1) * 255
    return level.round().to(torch.uint8).flip(1).permute(0, 2, 3, 1)
