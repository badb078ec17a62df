"""Where the networks lie in the published folder: names only, for those that must not import torch."""

from __future__ import annotations

from pathlib import Path

UNET_FOLDER = "musetalkV15"
VAE_FOLDERS = ("sd-vae", "sd-vae-ft-mse")
VAE_FILES = ("diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.bin")
WHISPER_FOLDER = "whisper"


def vae_folder(folder: Path) -> Path:
    """Where the autoencoder lies in the models' folder."""
    return next((folder / name for name in VAE_FOLDERS if (folder / name).is_dir()), folder / VAE_FOLDERS[0])


def vae_there(folder: Path) -> Path | None:
    """The autoencoder's weights in the models' folder, as `model.vae_file` takes them; None where there are none."""
    home = vae_folder(folder)
    return next((home / name for name in VAE_FILES if (home / name).is_file()), None)
