"""The three networks of MuseTalk v1.5, from the published folder.

musetalkV15/  musetalk.json, unet.pth
sd-vae/       config.json, diffusion_pytorch_model.bin or .safetensors    (also named sd-vae-ft-mse)
whisper/      config.json, pytorch_model.bin or model.safetensors
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from engine.musetalk.audio.whisper import WhisperEncoder
from engine.musetalk.network.layout import UNET_FOLDER, VAE_FILES, WHISPER_FOLDER, vae_folder
from engine.musetalk.network.weights import (
    WeightsError,
    encoder_only,
    fill,
    find,
    new_attention_names,
    read_config,
    read_tensors,
)

if TYPE_CHECKING:
    from diffusers import AutoencoderKL


class FaceNet(nn.Module):
    """The face network: one pass of a UNet, with no noise and at time step 0.

    Attributes:
        unet: diffusers' UNet2DConditionModel, which holds the weights.
    """

    def __init__(self, unet: nn.Module) -> None:
        super().__init__()
        self.unet = unet
        self.register_buffer("_step", torch.zeros(1), persistent=False)

    def forward(self, latents: Tensor, tokens: Tensor) -> Tensor:
        """A talking face.

        Args:
            latents: (frames, 8, 32, 32), as `latents.frame_latents` makes them.
            tokens: (frames, 50, 384), chunks with their positions added.

        Returns:
            (frames, 4, 32, 32) scaled latents, for `decode.Decoder`.
        """
        drawn: Tensor = self.unet(latents, self._step, encoder_hidden_states=tokens, return_dict=False)[0]
        return drawn


@dataclass(frozen=True)
class Models:
    """What is needed to draw; on one device, of one dtype, never trained.

    Attributes:
        face: latents and sound to latents. vae: frames to latents and back. whisper: mel to features.
    """

    face: FaceNet
    vae: AutoencoderKL
    whisper: WhisperEncoder


def load_models(folder: Path, device: torch.device | str = "cpu", dtype: torch.dtype = torch.float32) -> Models:
    """Load all three. Raises WeightsError with one sentence naming the first file at fault."""
    return Models(
        face=load_face_net(folder / UNET_FOLDER, device, dtype),
        vae=load_vae(vae_folder(folder), device, dtype),
        whisper=load_whisper(folder / WHISPER_FOLDER, device, dtype),
    )


def vae_file(folder: Path) -> Path:
    """The autoencoder's weights in the models' folder. Raises WeightsError."""
    return find(vae_folder(folder), *VAE_FILES)


def load_face_net(folder: Path, device: torch.device | str, dtype: torch.dtype) -> FaceNet:
    """The UNet of the folder that holds musetalk.json. Raises WeightsError."""
    from diffusers import UNet2DConditionModel

    description = find(folder, "musetalk.json")
    file = find(folder, "unet.pth", "unet.safetensors")
    unet = _made(UNet2DConditionModel.from_config, read_config(description), description)
    fill(unet, read_tensors(file), file, dtype)
    net: FaceNet = _ready(FaceNet(unet), device)
    return net


def load_vae(folder: Path, device: torch.device | str, dtype: torch.dtype) -> AutoencoderKL:
    """The autoencoder of the folder that holds its config.json. Raises WeightsError."""
    from diffusers import AutoencoderKL

    description = find(folder, "config.json")
    file = find(folder, *VAE_FILES)
    vae = _made(AutoencoderKL.from_config, read_config(description), description)
    fill(vae, new_attention_names(read_tensors(file)), file, dtype)
    return _ready(vae, device)


def load_whisper(folder: Path, device: torch.device | str, dtype: torch.dtype) -> WhisperEncoder:
    """Whisper's encoder of the folder that holds its config.json. Raises WeightsError."""
    from transformers import WhisperConfig

    description = find(folder, "config.json")
    file = find(folder, "model.safetensors", "pytorch_model.bin")

    def make(table: Mapping[str, Any]) -> WhisperEncoder:
        return WhisperEncoder(WhisperConfig(**table, attn_implementation="sdpa"))

    whisper = _made(make, read_config(description), description)
    fill(whisper, encoder_only(read_tensors(file)), file, dtype)
    net: WhisperEncoder = _ready(whisper, device)
    return net


def _made(make: Any, table: Mapping[str, object], description: Path) -> Any:
    """A network without weights: on the meta device no memory is filled twice."""
    try:
        with torch.device("meta"):
            return make(table)
    except Exception as cause:  # the libraries raise whatever a wrong value leads to
        raise WeightsError(f"{description}: no network can be made of this description ({cause}).") from cause


def _ready(module: Any, device: torch.device | str) -> Any:
    return module.requires_grad_(False).eval().to(device)
