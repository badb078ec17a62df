"""Makes the small decoder: it learns from the autoencoder of this computer how the operator's own hosts look.

    python -m engine.musetalk.network.distil --models DIR --cache DIR [--steps 6000] [--synthetic] [--device auto]

Nothing is fetched and nothing leaves the computer. Prints one JSON object a line: {"event": "progress", "step": 10,
"of": 6000, "loss": 0.1}, then {"event": "done", "folder": …, "db": {avatar: dB}} or {"event": "failed", …}. What comes
out is approximate, and says so wherever it is shown; docs/AVATARS.md tells when it is worth it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from engine.ipc.json_lines import emit
from engine.musetalk.network.decode import Decoder
from engine.musetalk.network.layout import vae_folder
from engine.musetalk.network.model import load_vae, vae_file
from engine.musetalk.network.small_decoder import DEPTHS, JUDGED, WIDTHS, SmallCard, SmallDecoder, likeness, save_small
from engine.musetalk.network.weights import WeightsError
from engine.musetalk.store.store import Store, StoreError, fingerprint
from engine.musetalk.store.writer import write_into_report

HELD_BACK = 10
"""One frame of so many is never learnt from: by those the likeness is measured."""

_LIVELY = 0.05  # of the latents' own spread: the face network draws what no frame of the clip is
_SYNTHETIC = "synthetic"

Progress = Callable[[int, int, float], None]
"""Hears (step, steps in all, loss)."""


class DistilError(Exception):
    """No small decoder can be made. The message is one sentence."""


@dataclass(frozen=True)
class DistilOptions:
    """How it is made.

    Attributes:
        steps, batch, rate, seed: of the training (AdamW, the rate falling by a cosine).
        widths, depths: of the decoder.
    """

    steps: int = 6000
    batch: int = 8
    rate: float = 2e-3
    seed: int = 1
    widths: tuple[int, ...] = WIDTHS
    depths: tuple[int, ...] = DEPTHS


def latents_there(cache: Path, weights: str) -> dict[str, Tensor]:
    """The whole faces of every host that is prepared with these weights: avatar id → (frames, 4, 32, 32) float32."""
    found = {}
    for folder in sorted((cache / "musetalk").glob("*")):
        try:
            store = Store.open(folder, weights)
        except StoreError:
            continue
        found[store.card.avatar] = torch.from_numpy(store.latents[:, 4:].copy())
        store.close()
    return found


def synthetic(count: int, seed: int) -> Tensor:
    """Latents of no face at all, smooth ones of the usual spread: (count, 4, 32, 32) float32, scaled."""
    random = torch.Generator().manual_seed(seed)
    coarse = torch.randn(count, 4, 8, 8, generator=random)
    fine = torch.randn(count, 4, 32, 32, generator=random)
    return 0.9 * torch.nn.functional.interpolate(coarse, size=32, mode="bicubic") + 0.3 * fine


def distil(
    full: torch.nn.Module, hosts: Mapping[str, Tensor], options: DistilOptions, device: str, progress: Progress
) -> tuple[SmallDecoder, dict[str, float]]:
    """Train a small decoder.

    Args:
        full: the decoder to learn from, on the device. hosts: see `latents_there`.

    Returns:
        it, on the device, and its likeness by host in dB, over frames that it never saw.
    """
    before = torch.random.get_rng_state()
    torch.manual_seed(options.seed)
    try:
        net = SmallDecoder(options.widths, options.depths).to(device)
    finally:
        torch.random.set_rng_state(before)
    if device != "cpu":
        net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    random = torch.Generator().manual_seed(options.seed)
    learnt = [_learnt(latents) for latents in hosts.values()]
    optimizer = torch.optim.AdamW(net.parameters(), options.rate, betas=(0.9, 0.95), weight_decay=0.0)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, max(1, options.steps))
    with torch.enable_grad():
        for step in range(1, options.steps + 1):
            some = _mixed(learnt[step % len(learnt)], options.batch, random).to(device)
            with torch.inference_mode():
                target = full(some)
            loss = _loss(net(some), target.clone())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            falling.step()
            progress(step, options.steps, loss.item())
    net.requires_grad_(False).eval()
    return net, {name: round(likeness(net, full, _judged(each).to(device)), 1) for name, each in hosts.items()}


def _learnt(latents: Tensor) -> Tensor:
    """All but those held back; of a clip too short for that, all."""
    kept = torch.arange(len(latents)) % HELD_BACK != HELD_BACK - 1
    return latents[kept]


def _judged(latents: Tensor) -> Tensor:
    held = latents[HELD_BACK - 1 :: HELD_BACK]
    return (held if len(held) else latents)[:JUDGED]


def _mixed(latents: Tensor, count: int, random: torch.Generator) -> Tensor:
    """Faces between two of a host's, some with the mouth of one and the brow of the other, and a little stirred."""
    first, second = (torch.randint(len(latents), (count,), generator=random) for _ in range(2))
    part = torch.rand(count, 1, 1, 1, generator=random)
    made = torch.lerp(latents[first], latents[second], part)
    swapped = latents[first].clone()
    swapped[:, :, swapped.shape[2] // 2 :] = latents[second][:, :, swapped.shape[2] // 2 :]
    made = torch.where(torch.rand(count, 1, 1, 1, generator=random) < 0.5, made, swapped)
    return made + _LIVELY * latents.std() * torch.randn(made.shape, generator=random)


def _loss(ours: Tensor, theirs: Tensor) -> Tensor:
    """Mean absolute difference, that of the lower half counted twice: it is the one that is seen."""
    away = (ours - theirs).abs()
    loss: Tensor = away.mean() + away[:, :, away.shape[2] // 2 :].mean()
    return loss


def make(
    models: Path, cache: Path, options: DistilOptions, device: str, progress: Progress, *, only_synthetic: bool
) -> SmallCard:
    """Distil from what is there, write it, and note the likeness in every host's report.

    Raises:
        DistilError, WeightsError, OSError.
    """
    weights = fingerprint(vae_file(models))
    hosts = {} if only_synthetic else latents_there(cache, weights)
    if not hosts and not only_synthetic:
        raise DistilError(
            f"There is no prepared host for these weights in {cache}: build one first, or add --synthetic."
        )
    if only_synthetic:
        hosts = {_SYNTHETIC: synthetic(256, options.seed)}
    full = Decoder(load_vae(vae_folder(models), device, torch.float32))
    net, db = distil(full, hosts, options, device, progress)
    card = SmallCard(weights, options.widths, options.depths, options.steps, options.seed, db)
    save_small(net, card, models)
    for folder in sorted((cache / "musetalk").glob("*")):
        write_into_report(folder, weights, {name: {"small_db": each} for name, each in db.items()})
    return card


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line asks; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m engine.musetalk.network.distil", description="Make the small decoder."
    )
    parser.add_argument("--models", type=Path, required=True, help="the folder of models")
    parser.add_argument("--cache", type=Path, required=True, help="where the prepared hosts lie")
    parser.add_argument("--steps", type=int, default=DistilOptions.steps)
    parser.add_argument("--batch", type=int, default=DistilOptions.batch)
    parser.add_argument("--seed", type=int, default=DistilOptions.seed)
    parser.add_argument("--device", default="auto", help="auto, cpu, or cuda:0 …")
    parser.add_argument("--synthetic", action="store_true", help="learn from latents of no face: for trying out")
    asked = parser.parse_args(arguments)
    device = asked.device if asked.device != "auto" else "cuda" if torch.cuda.is_available() else "cpu"
    options = DistilOptions(steps=asked.steps, batch=asked.batch, seed=asked.seed)
    try:
        card = make(asked.models, asked.cache, options, device, _progress, only_synthetic=asked.synthetic)
    except (DistilError, WeightsError) as fault:
        emit(event="failed", sentence=str(fault))
        return 1
    except OSError as fault:
        emit(event="failed", sentence=f"The small decoder cannot be written ({fault.strerror}).")
        return 1
    emit(event="done", folder=str(asked.models), db=dict(card.db))
    return 0


def _progress(step: int, of: int, loss: float) -> None:
    if step % 10 == 0 or step == of:
        emit(event="progress", step=step, of=of, loss=round(loss, 5))


if __name__ == "__main__":
    sys.exit(main())
