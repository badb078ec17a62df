"""Weight files of other people, read into our modules: both file kinds, and the key styles that are about.

Nothing in a file is ever run: `.pth` and `.bin` are read with torch's reader for plain tensors.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile

import torch
from torch import Tensor, nn

from engine.text import Text

_OLD_ATTENTION = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
"""Names inside the autoencoder's attention before diffusers 0.15, and since."""


class WeightsError(Exception):
    """A weight file cannot be used. The message is one sentence that names the file and says what to do."""


def find(folder: Path, *names: str) -> Path:
    """The first of `names` that is a file in `folder`. Raises WeightsError naming what is missing."""
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise WeightsError(
        Text("{folder}: {files} is missing; fetch or import the models again.", folder=folder, files=" or ".join(names))
    )


def read_config(file: Path) -> dict[str, object]:
    """The table in a JSON file. Raises WeightsError."""
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as cause:
        raise WeightsError(f"{file}: the file is damaged; fetch or import the models again.") from cause
    if not isinstance(table, dict):
        raise WeightsError(f"{file}: this is not a model's description; fetch or import the models again.")
    return table


def read_tensors(file: Path) -> dict[str, Tensor]:
    """Every tensor of a `.safetensors`, `.pth` or `.bin` file, on the CPU. Raises WeightsError."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        if file.suffix == ".safetensors":
            return load_file(file)
        found = torch.load(file, map_location="cpu", weights_only=True)
    except (SafetensorError, pickle.UnpicklingError, RuntimeError, OSError, EOFError, ValueError, BadZipFile) as cause:
        raise WeightsError(f"{file}: the file is damaged or cut off; fetch or import the models again.") from cause
    if isinstance(found, Mapping) and isinstance(found.get("state_dict"), Mapping):
        found = found["state_dict"]
    if not isinstance(found, Mapping) or not all(isinstance(value, Tensor) for value in found.values()):
        raise WeightsError(f"{file}: this file does not hold a model's weights; fetch or import the models again.")
    return dict(found)


def new_attention_names(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """An autoencoder's tensors with today's names for the parts of its attention."""

    def renamed(key: str) -> str:
        parts = key.split(".")
        if "attentions" in parts and parts[-2] in _OLD_ATTENTION:
            parts[-2] = _OLD_ATTENTION[parts[-2]]
        return ".".join(parts)

    return {renamed(key): tensor for key, tensor in tensors.items()}


def encoder_only(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The encoder of a Whisper, whose keys may bear the prefix `model.` and come with a decoder's."""
    plain = {key.removeprefix("model."): tensor for key, tensor in tensors.items()}
    return {key: tensor for key, tensor in plain.items() if key.startswith("encoder.")}


def fill(module: nn.Module, tensors: Mapping[str, Tensor], file: Path, dtype: torch.dtype = torch.float32) -> None:
    """Put `tensors` into `module`, all of them and no more. Works on a module made on torch's meta device.

    Args:
        dtype: what floating-point tensors become, whatever they are in the file.

    Raises:
        WeightsError: naming the first tensor that is missing, foreign or of another shape.
    """
    wanted = module.state_dict()
    for key, tensor in wanted.items():
        if key not in tensors:
            raise WeightsError(f"{file}: '{key}' is missing in it; this is another model's file.")
        if tensors[key].shape != tensor.shape:
            have, want = tuple(tensors[key].shape), tuple(tensor.shape)
            raise WeightsError(f"{file}: '{key}' has the shape {have} and not {want}; this is another model's file.")
    for key in tensors:
        if key not in wanted:
            raise WeightsError(f"{file}: '{key}' does not belong there; this is another model's file.")
    cast = {key: tensor.to(dtype) if tensor.is_floating_point() else tensor for key, tensor in tensors.items()}
    module.load_state_dict(cast, assign=True)
