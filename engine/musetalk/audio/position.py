"""Where a token stands within its chunk: sinusoids added to the features."""

from __future__ import annotations

import math
from functools import cache

import torch
from torch import Tensor


@cache
def position_table(tokens: int = 50, width: int = 384) -> Tensor:
    """(tokens, width) float32: sine in even, cosine in odd channels, 10000 ** (-i / width) radians a token."""
    angle = torch.exp(torch.arange(0, width, 2).float() * (-math.log(10000.0) / width))
    turned = torch.arange(tokens).float()[:, None] * angle
    return torch.stack([turned.sin(), turned.cos()], dim=-1).flatten(1)


def with_positions(chunks: Tensor) -> Tensor:
    """`chunks`, (frames, tokens, width) of any float type, with each token's position added."""
    table = position_table(chunks.shape[-2], chunks.shape[-1])
    return chunks + table.to(chunks.device, chunks.dtype)
