"""Networks with random weights in the published layout: far smaller than the tiny ones, or of the real size.

What they draw is a coloured pattern. Nothing of it is checked against anything: they are there to be quick, or to take
as long as the real ones do.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

SMALL_UNET: dict[str, Any] = {
    "in_channels": 8, "out_channels": 4, "sample_size": 64, "layers_per_block": 1, "norm_num_groups": 4,
    "cross_attention_dim": 384, "attention_head_dim": 2, "block_out_channels": [8, 8],
    "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"],
    "up_block_types": ["CrossAttnUpBlock2D", "UpBlock2D"],
    "mid_block_type": None,
}  # fmt: skip
SMALL_VAE: dict[str, Any] = {
    "block_out_channels": [2, 2, 2, 2], "layers_per_block": 1, "norm_num_groups": 1, "latent_channels": 4,
    "down_block_types": ["DownEncoderBlock2D"] * 4, "up_block_types": ["UpDecoderBlock2D"] * 4, "sample_size": 256,
    "mid_block_add_attention": False,
}  # fmt: skip
SMALL_WHISPER: dict[str, Any] = {
    "d_model": 384, "encoder_layers": 4, "encoder_attention_heads": 6, "encoder_ffn_dim": 16, "decoder_layers": 0,
    "decoder_attention_heads": 6, "decoder_ffn_dim": 16, "vocab_size": 16, "num_mel_bins": 80,
    "max_source_positions": 1500, "max_target_positions": 4, "pad_token_id": 0, "bos_token_id": 1, "eos_token_id": 2,
    "decoder_start_token_id": 1,
}  # fmt: skip
REAL_UNET: dict[str, Any] = {
    "in_channels": 8, "out_channels": 4, "sample_size": 64, "layers_per_block": 2, "norm_num_groups": 32,
    "norm_eps": 1e-5, "cross_attention_dim": 384, "attention_head_dim": 8, "block_out_channels": [320, 640, 1280, 1280],
    "flip_sin_to_cos": True, "freq_shift": 0,
    "down_block_types": ["CrossAttnDownBlock2D"] * 3 + ["DownBlock2D"],
    "up_block_types": ["UpBlock2D"] + ["CrossAttnUpBlock2D"] * 3,
}  # fmt: skip
REAL_VAE: dict[str, Any] = {
    "block_out_channels": [128, 256, 512, 512], "layers_per_block": 2, "norm_num_groups": 32, "latent_channels": 4,
    "down_block_types": ["DownEncoderBlock2D"] * 4, "up_block_types": ["UpDecoderBlock2D"] * 4, "sample_size": 256,
}  # fmt: skip
REAL_WHISPER = SMALL_WHISPER | {"encoder_ffn_dim": 1536}
_TABLES = {"small": (SMALL_UNET, SMALL_VAE, SMALL_WHISPER), "real": (REAL_UNET, REAL_VAE, REAL_WHISPER)}


def make_networks(size: str = "small", device: str = "cpu", dtype: torch.dtype = torch.float32) -> Any:
    """`engine.musetalk.network.model.Models` of random weights, `small` or `real`, made where they are needed."""
    from diffusers import AutoencoderKL, UNet2DConditionModel
    from transformers import WhisperConfig

    from engine.musetalk.audio.whisper import WhisperEncoder
    from engine.musetalk.network.model import FaceNet, Models

    unet, vae, whisper = _TABLES[size]
    before = torch.random.get_rng_state()
    torch.manual_seed(5)
    try:
        with torch.device(device):
            made = (
                FaceNet(UNet2DConditionModel(**unet)),
                AutoencoderKL(**vae),
                WhisperEncoder(WhisperConfig(**whisper, attn_implementation="sdpa")),
            )
    finally:
        torch.random.set_rng_state(before)
    return Models(*(net.to(device, dtype).requires_grad_(False).eval() for net in made))


def write_small(folder: Path, skin: tuple[int, int, int] | None = None) -> Path:
    """The small networks as files, in the layout that `load_models` reads.

    Args:
        skin: RGB. Faces come out in this colour with a faint pattern, so that a film can be looked at.
    """
    models = make_networks("small")
    if skin is not None:
        last = models.vae.decoder.conv_out
        last.weight.mul_(0.15)
        last.bias.copy_(torch.tensor(skin) / 127.5 - 1)
    return _written(folder, models, "small")


def write_networks(folder: Path, size: str) -> Path:
    """Networks of `size`, `small` or `real`, as files. What lies there already is kept."""
    done = folder / f"{size}.done"
    if not done.is_file():
        _written(folder, make_networks(size), size)
        done.touch()
    return folder


def _written(folder: Path, models: Any, size: str) -> Path:
    from safetensors.torch import save_file

    unet, vae, whisper = _TABLES[size]
    for name, table, file, state in (
        ("musetalkV15/musetalk.json", unet, "unet.safetensors", models.face.unet.state_dict()),
        ("sd-vae/config.json", vae, "diffusion_pytorch_model.safetensors", models.vae.state_dict()),
        ("whisper/config.json", whisper, "model.safetensors", models.whisper.state_dict()),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(table))
        save_file({key: tensor.contiguous() for key, tensor in state.items()}, path.parent / file)
    return folder
