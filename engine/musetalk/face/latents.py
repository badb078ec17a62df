"""An avatar's frame as the network sees it: the face with its lower half hidden, and the whole face beside it.

Made once per avatar frame, when the avatar is prepared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

if TYPE_CHECKING:
    from diffusers import AutoencoderKL

SCALE = 0.18215
"""Latents are multiplied by this, as in Stable Diffusion 1."""


def face_pair(crop: NDArray[np.uint8]) -> Tensor:
    """The two pictures that the encoder is given.

    Args:
        crop: (256, 256, 3) uint8, BGR.

    Returns:
        (2, 3, 256, 256) float32, RGB, -1 ... 1: the face with its lower half -1, and the whole face.
    """
    whole = torch.from_numpy((crop[:, :, ::-1] / 255.0).astype(np.float32)).permute(2, 0, 1)
    hidden = whole.clone()
    hidden[:, hidden.shape[1] // 2 :] = 0.0
    return (torch.stack([hidden, whole]) - 0.5) / 0.5


@torch.inference_mode()
def posterior(crop: NDArray[np.uint8], vae: AutoencoderKL) -> tuple[Tensor, Tensor]:
    """What the encoder thinks of a face.

    Args:
        crop: (256, 256, 3) uint8, BGR.

    Returns:
        Mean and standard deviation, each (2, 4, 32, 32): [hidden half, whole].
    """
    pair = face_pair(crop).to(vae.device, vae.dtype)
    # One by one, as in the reference: a batch of two rounds differently.
    spread = [vae.encode(picture[None]).latent_dist for picture in pair]
    return torch.cat([one.mean for one in spread]), torch.cat([one.std for one in spread])


def frame_latents(crop: NDArray[np.uint8], vae: AutoencoderKL, draws: Tensor | None = None) -> Tensor:
    """One avatar frame as the network's input.

    Args:
        crop: (256, 256, 3) uint8, BGR.
        draws: (2, 4, 32, 32) standard normal numbers, when the posterior is to be sampled as the reference does. None
            takes its mean: the same frame always gives the same face.

    Returns:
        (8, 32, 32): four channels of the hidden half, four of the whole face.
    """
    mean, deviation = posterior(crop, vae)
    latent = mean if draws is None else mean + deviation * draws.to(mean)
    return (SCALE * latent).flatten(0, 1)


def there_and_back(count: int) -> list[int]:
    """The order in which the frames of an avatar are shown, over and over: to the end and back, both ends twice."""
    return [*range(count), *reversed(range(count))]
