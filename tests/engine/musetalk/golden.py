"""The reference's answers, and the tiny networks that gave them: tests/data/musetalk."""

from __future__ import annotations

import json
import shutil
import struct
import wave
import zlib
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

DATA = Path(__file__).parents[2] / "data" / "musetalk"
FRAME_COUNT = 8
POSITIONS = "model.encoder.embed_positions.weight"


def arrays(name: str = "golden") -> dict[str, NDArray]:
    """Every array of an archive."""
    with np.load(DATA / f"{name}.npz") as archive:
        return {key: archive[key] for key in archive.files}


def pcm() -> NDArray[np.int16]:
    """The recording: 63700 samples at 16 kHz."""
    with wave.open(str(DATA / "input.wav")) as file:
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)


def frame(number: int) -> NDArray[np.uint8]:
    """(360, 480, 3) uint8 BGR. Kept are 0, 1, 5, 6 and 7."""
    from engine.opencv import opencv

    picture: NDArray[np.uint8] = opencv().imread(str(DATA / "frames" / f"{number:08d}.png"))
    return picture


def unpack_models(folder: Path) -> Path:
    """The published layout in `folder`. Whisper's file is put together from its planes of bytes."""
    shutil.copytree(DATA / "models", folder, dirs_exist_ok=True)
    packed = folder / "whisper" / "model.npz"
    with np.load(packed) as planes:
        head = planes["head"].tobytes()
        words = planes["low"] | planes["high"].astype(np.uint16) << 8
    packed.unlink()
    (length,) = struct.unpack("<Q", head[:8])
    start, end = json.loads(head[8 : 8 + length])[POSITIONS]["data_offsets"]
    words[start // 2 : end // 2] += _sinusoids().view(np.uint16).ravel()
    (folder / "whisper" / "model.safetensors").write_bytes(head + words.tobytes())
    return folder


def _sinusoids() -> NDArray[np.float16]:
    turned = np.arange(1500)[:, None] * np.exp(-np.log(10000) / 191 * np.arange(192))
    return np.concatenate([np.sin(turned), np.cos(turned)], axis=1).astype(np.float16)


def fill_by_recipe(network: nn.Module, seed: int) -> dict[str, Tensor]:
    """Fill a face network with numbers that depend on its keys alone, as the reference's was filled. Gives them."""
    made = {}
    for key, tensor in network.state_dict().items():
        x = np.random.RandomState((zlib.crc32(key.encode()) ^ seed) & 0x7FFFFFFF).standard_normal(tuple(tensor.shape))
        if key.endswith("num_batches_tracked"):
            x = np.zeros(())
        elif key.endswith("running_var"):
            x = 1 + 0.2 * np.abs(x)
        elif key.endswith("running_mean"):
            x = 0.1 * x
        elif tensor.ndim == 1:
            x = 1 + 0.1 * x if key.endswith("weight") else 0.05 * x
        else:
            x = x * np.sqrt(2 / np.prod(tensor.shape[1:]))
        made[key] = torch.from_numpy(np.asarray(x, np.float32)).to(tensor.dtype)
    network.load_state_dict(made)
    network.eval()
    return made


def farthest(ours: object, theirs: NDArray) -> float:
    """The largest difference between two arrays of the same shape."""
    mine = np.asarray(ours, np.float64)
    assert mine.shape == theirs.shape
    return float(np.abs(mine - theirs).max())
