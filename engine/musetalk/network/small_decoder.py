"""A small decoder in place of the autoencoder's own: a twenty-seventh of its arithmetic, and an approximation.

It is distilled on this computer from the operator's own hosts (`distil.py`), lies in `<models>/small-decoder/` and
holds for the autoencoder that it was distilled from only. A film in exact mode never uses it.

    small.json           what it is: see `SmallCard`
    small.safetensors    its weights, float32
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.musetalk.face.latents import SCALE
from engine.musetalk.network.weights import WeightsError, fill, read_tensors
from engine.text import Text

FORMAT = 1
FOLDER = "small-decoder"
CARD, WEIGHTS = "small.json", "small.safetensors"

WIDTHS = (128, 96, 64, 48)
"""Channels at 32, 64, 128 and 256 pixels: 22.7 GFLOP a face, against 622.2 of the whole one (counted by torch)."""

DEPTHS = (3, 3, 2, 1)
"""Blocks at each size."""

JUDGED = 24
"""Frames of a host by which it is judged, at most."""

NONE_THERE = "There is no small decoder in {path}: run `compere models distil`, or set the decoder to full."
OTHER_WEIGHTS = "The small decoder was made for other weights: run `compere models distil`, or set the decoder to full."
MISSING = "{file} is missing: run `compere models distil`, or set the decoder to full."


@dataclass(frozen=True)
class SmallCard:
    """What a small decoder is.

    Attributes:
        weights: `store.fingerprint` of the autoencoder that it was distilled from.
        widths, depths: see `SmallDecoder`.
        steps, seed: of the training.
        db: avatar id → peak signal to noise ratio against the whole decoder, over the half that is seen, in dB.
    """

    weights: str
    widths: tuple[int, ...] = WIDTHS
    depths: tuple[int, ...] = DEPTHS
    steps: int = 0
    seed: int = 0
    db: Mapping[str, float] = field(default_factory=dict)


class _Block(nn.Module):
    """Two convolutions beside a straight way."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        made: Tensor = self.second(nn.functional.silu(self.first(nn.functional.silu(x))))
        return x + made


class SmallDecoder(nn.Module):
    """Latents to a face by plain convolutions: no attention and no norm over the whole picture.

    Takes and gives what `decode.Decoder` does.
    """

    def __init__(self, widths: Sequence[int] = WIDTHS, depths: Sequence[int] = DEPTHS) -> None:
        """`widths`: channels at each size, the smallest first. `depths`: blocks at each."""
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(4, widths[0], 3, padding=1)]
        for number, (width, depth) in enumerate(zip(widths, depths, strict=True)):
            if number:
                layers += [nn.Upsample(scale_factor=2.0), nn.Conv2d(widths[number - 1], width, 3, padding=1)]
            layers += [_Block(width) for _ in range(depth)]
        self.layers = nn.Sequential(*layers, nn.SiLU(), nn.Conv2d(widths[-1], 3, 3, padding=1))

    def forward(self, latents: Tensor) -> Tensor:
        """(frames, 4, 32, 32) scaled latents to (frames, 3, 256, 256) RGB, about -1 ... 1."""
        decoded: Tensor = self.layers(latents / SCALE)
        return decoded


def save_small(net: SmallDecoder, card: SmallCard, models: Path) -> Path:
    """Write it into the models' folder, the card last; gives its folder. Raises OSError."""
    from safetensors.torch import save_file

    folder = models / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CARD).unlink(missing_ok=True)
    fresh = folder / (WEIGHTS + ".part")
    save_file({key: tensor.detach().float().cpu().contiguous() for key, tensor in net.state_dict().items()}, fresh)
    fresh.replace(folder / WEIGHTS)
    part = folder / (CARD + ".part")
    part.write_text(json.dumps({"format": FORMAT, **asdict(card)}, indent=1) + "\n", encoding="utf-8")
    part.replace(folder / CARD)
    return folder


def read_card(models: Path) -> SmallCard | None:
    """What lies there; None where nothing does, or nothing that can be read."""
    try:
        told = json.loads((models / FOLDER / CARD).read_text(encoding="utf-8"))
        if told.pop("format") != FORMAT:
            return None
        card = SmallCard(**{**told, "widths": tuple(told["widths"]), "depths": tuple(told["depths"])})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    numbers = (*card.widths, *card.depths)
    fits = len(card.widths) == len(card.depths) == len(WIDTHS) and all(type(n) is int and 0 < n < 2048 for n in numbers)
    return card if fits else None


def load_small(models: Path, weights: str, device: torch.device | str, dtype: torch.dtype) -> SmallDecoder:
    """The small decoder that belongs to an autoencoder.

    Args:
        weights: `store.fingerprint` of that one.

    Raises:
        WeightsError: there is none, it is damaged, or it belongs to another one.
    """
    card = read_card(models)
    if card is None:
        raise WeightsError(Text(NONE_THERE, path=models / FOLDER))
    if card.weights != weights:
        raise WeightsError(OTHER_WEIGHTS)
    net = SmallDecoder(card.widths, card.depths)
    file = models / FOLDER / WEIGHTS
    if not file.is_file():
        raise WeightsError(Text(MISSING, file=file))
    fill(net, read_tensors(file), file, dtype)
    return net.requires_grad_(False).eval().to(device)


@torch.inference_mode()
def likeness(small: nn.Module, full: nn.Module, latents: Tensor, batch: int = 4) -> float:
    """How like the whole decoder's faces the small one's are, over the lower half, which alone is ever seen.

    Args:
        latents: (frames, 4, 32, 32) scaled, on the decoders' device.

    Returns:
        peak signal to noise ratio in dB of levels 0 … 255; 99 where they are the same.
    """
    total = count = 0.0
    for some in torch.split(latents, batch):
        ours, theirs = (_levels(net(some)) for net in (small, full))
        total += float((ours - theirs).square().sum())
        count += ours.numel()
    return min(99.0, 10 * math.log10(255**2 / max(total / count, 1e-9)))


def _levels(decoded: Tensor) -> Tensor:
    return (decoded[:, :, decoded.shape[2] // 2 :].float() / 2 + 0.5).clamp(0, 1) * 255
