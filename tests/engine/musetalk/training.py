"""Teaches the small networks of `talking.py`: some minutes on two cores.

    python -m tests.engine.musetalk.training [FOLDER] [--preview PICTURE]

The light host speaks and is filmed; frame by frame she is filmed at rest as well. The autoencoder learns her face. The
face network learns, from the face at rest, its upper half and the sound, the face that she made to that sound. Whisper
learns nothing: two convolutions of fixed random numbers, and layers that hand on what they are given, so that a
feature tells of its own 60 ms and of nothing else. Seeded: the same numbers on the same machine.
"""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import WhisperConfig

from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.audio.position import with_positions
from engine.musetalk.audio.streaming import LiveFeatures
from engine.musetalk.audio.whisper import WhisperEncoder
from engine.musetalk.face.crop import face_crop
from engine.musetalk.face.latents import SCALE, face_pair
from engine.musetalk.network.model import FaceNet
from engine.opencv import opencv
from engine.prepare import Silence
from tests.engine.musetalk import talking
from tests.hall.rig import speech

SEED = 20
UNET: dict[str, Any] = {
    "in_channels": 8, "out_channels": 4, "sample_size": 64, "layers_per_block": 1, "norm_num_groups": 8,
    "cross_attention_dim": 384, "attention_head_dim": 4, "block_out_channels": [16, 24],
    "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"],
    "up_block_types": ["CrossAttnUpBlock2D", "UpBlock2D"],
    "mid_block_type": None,
}  # fmt: skip
VAE: dict[str, Any] = {
    "block_out_channels": [8, 8, 8, 8], "layers_per_block": 0, "norm_num_groups": 2, "latent_channels": 4,
    "down_block_types": ["DownEncoderBlock2D"] * 4, "up_block_types": ["UpDecoderBlock2D"] * 4, "sample_size": 256,
    "mid_block_add_attention": False,
}  # fmt: skip
WHISPER: dict[str, Any] = {
    "d_model": 384, "encoder_layers": 4, "encoder_attention_heads": 6, "encoder_ffn_dim": 4, "decoder_layers": 0,
    "decoder_attention_heads": 6, "decoder_ffn_dim": 4, "vocab_size": 16, "num_mel_bins": 80,
    "max_source_positions": 1500, "max_target_positions": 4, "pad_token_id": 0, "bos_token_id": 1, "eos_token_id": 2,
    "decoder_start_token_id": 1,
}  # fmt: skip
_PIECE = 128  # pixels of a piece of a face: a quarter of the work


@dataclass(frozen=True)
class Lesson:
    """What there is to learn: (frames, 256, 256, 3) uint8 BGR each, and each frame's chunk, (frames, 50, 384)."""

    talking: NDArray[np.uint8]
    resting: NDArray[np.uint8]
    chunks: Tensor


def sound() -> NDArray[np.float32]:
    """What she says in the lesson: speech, single vowels; loud, quiet, and pauses between."""

    def pause(seconds: float) -> NDArray[np.float32]:
        return np.zeros(round(seconds * SAMPLE_RATE), np.float32)

    said, single = speech.load(speech.SPEECH)[: 14 * SAMPLE_RATE], speech.load(speech.TIMING)[: 4 * SAMPLE_RATE]
    quiet = said[: 3 * SAMPLE_RATE] / 3
    return np.concatenate([pause(1), said, pause(2), single, pause(1), quiet, pause(1)]).astype(np.float32)


def lesson(whisper: WhisperEncoder) -> Lesson:
    """Film it."""
    heard = sound()
    count = len(heard) * talking.RATE // SAMPLE_RATE - 12
    films = [
        np.stack([face_crop(frame, talking.FACE) for frame in talking.filmed_by_the_light_host(source, 0, count)])
        for source in (talking.Track(heard), Silence())
    ]
    live, chunks, thin = LiveFeatures(whisper), [], heard[::3].copy()
    with torch.inference_mode():
        for number in range(count):
            live.push(thin[live.heard : live.sound_needed(number)])
            chunks.append(live.chunks_of(number))
    return Lesson(films[0], films[1], torch.cat(chunks).clone())


def pictures(faces: NDArray[np.uint8]) -> Tensor:
    """(n, 256, 256, 3) uint8 BGR as the autoencoder sees them: (n, 3, 256, 256) float32 RGB, -1 … 1."""
    return torch.from_numpy(np.ascontiguousarray(faces[..., ::-1])).permute(0, 3, 1, 2).float() / 127.5 - 1


def learn_faces(vae: AutoencoderKL, faces: NDArray[np.uint8], steps: int) -> None:
    """Teach the autoencoder: first by pieces, the last third by whole faces."""
    random = np.random.default_rng(SEED)
    batches: list[int] = []
    for step, rate in enumerate(_schedule(vae, steps, 4e-3)):
        whole = step > 2 * steps // 3
        batches = list(random.integers(0, len(faces), 2 if whole else 4))
        shown = pictures(faces[batches])
        if not whole:
            y, x = (int(place) for place in random.integers(0, (256 - _PIECE) // 8 + 1, 2) * 8)
            shown = shown[:, :, y : y + _PIECE, x : x + _PIECE]
        latents = vae.encode(shown).latent_dist.mean
        # The face network is never exact: a latent a little off must still be a face.
        seen = vae.decode(latents + torch.randn_like(latents) * 0.05 / SCALE).sample
        off = (seen - shown).abs()
        edges = (seen - shown).diff(dim=2).abs().mean() + (seen - shown).diff(dim=3).abs().mean()
        loss = off.mean() + 0.5 * edges + 1e-3 * (latents * SCALE).square().mean()
        _learn(loss, rate, step, steps, f"faces: {127.5 * float(off.detach().mean()):.1f} grey levels off")


def learn_to_speak(face: FaceNet, vae: AutoencoderKL, told: Lesson, steps: int) -> None:
    """Teach the face network, half of the time with frames in which the mouth is open."""
    random = np.random.default_rng(SEED + 1)
    seen, wanted = latents_of(vae, told)
    moved = np.abs(told.talking[:, 128:].astype(np.int16) - told.resting[:, 128:]).mean((1, 2, 3))
    opened = np.flatnonzero(moved > np.quantile(moved, 0.6))
    tokens = with_positions(told.chunks)
    weight = torch.ones(1, 1, 32, 1)
    weight[:, :, 15:] = 3.0
    for step, rate in enumerate(_schedule(face, steps, 3e-3)):
        batch = np.concatenate([random.integers(0, len(wanted), 4), random.choice(opened, 4)])
        drawn = face(seen[batch], tokens[batch])
        loss = ((drawn - wanted[batch]).square() * weight).mean()
        words = f"mouth: {float(loss.detach()):.4f}"
        if step > steps // 2 and step % 2:
            some = batch[2:6]
            lower = vae.decode(drawn[2:6] / SCALE).sample[:, :, 128:]
            off = (lower - pictures(told.talking[some])[:, :, 128:]).abs().mean()
            loss = loss + 2 * off
            words += f", {127.5 * float(off.detach()):.1f} grey levels off"
        _learn(loss, rate, step, steps, words)


@torch.inference_mode()
def latents_of(vae: AutoencoderKL, told: Lesson) -> tuple[Tensor, Tensor]:
    """(frames, 8, 32, 32) what the face network is shown, and (frames, 4, 32, 32) what it should answer."""
    seen, wanted = [], []
    for rest, talk in zip(told.resting, told.talking, strict=True):
        three = torch.cat([face_pair(rest), face_pair(talk)[1:]])
        mean = SCALE * vae.encode(three).latent_dist.mean
        seen.append(mean[:2].flatten(0, 1))
        wanted.append(mean[2])
    return torch.stack(seen).clone(), torch.stack(wanted).clone()


def _schedule(net: nn.Module, steps: int, most: float) -> Iterator[tuple[Any, Any]]:
    """Optimiser and its plan, once for each step."""
    optimiser = torch.optim.AdamW(net.parameters(), lr=most, weight_decay=1e-4)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, most, total_steps=steps + 1)
    return itertools.repeat((optimiser, plan), steps)


def _learn(loss: Tensor, rate: tuple[Any, Any], step: int, steps: int, words: str) -> None:
    optimiser, plan = rate
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(optimiser.param_groups[0]["params"], 1.0)
    optimiser.step()
    plan.step()
    if step % 50 == 0 or step == steps - 1:
        print(f"{time.strftime('%H:%M:%S')} {step} of {steps}, {words}", flush=True)


def make_whisper() -> WhisperEncoder:
    """An encoder of fixed numbers: the convolutions are random, all else hands on."""
    whisper: WhisperEncoder = WhisperEncoder(WhisperConfig(**WHISPER, attn_implementation="sdpa"))
    random = np.random.default_rng(SEED)
    state = whisper.state_dict()
    for key, tensor in state.items():
        if "conv" in key and key.endswith("weight"):
            spread = 1.5 / np.sqrt(tensor.shape[1] * tensor.shape[2])
            tensor.copy_(torch.from_numpy(random.normal(0, spread, tensor.shape)).half().float())
        elif "norm" in key and key.endswith("weight"):
            tensor.fill_(1.0)
        else:
            tensor.zero_()
    whisper.load_state_dict(state)
    return whisper.requires_grad_(False).eval()


def write(folder: Path, face: FaceNet, vae: AutoencoderKL, whisper: WhisperEncoder) -> None:
    """As files in the published layout, in half precision.

    Kernels lie with their channels innermost, which a processor convolves a quarter faster, and a tensor of zeros is
    stored as one: `.pth` and `.bin` keep both, `.safetensors` neither.
    """
    tables = {"musetalkV15/musetalk.json": UNET, "sd-vae/config.json": VAE, "whisper/config.json": WHISPER}
    for name, table in tables.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(table, indent=1) + "\n")
    torch.save(_stored(face.unet), folder / "musetalkV15" / "unet.pth")
    torch.save(_stored(vae), folder / "sd-vae" / "diffusion_pytorch_model.bin")
    torch.save(_stored(whisper), folder / "whisper" / "pytorch_model.bin")


def _stored(net: nn.Module) -> dict[str, Tensor]:
    zero = torch.zeros(1, dtype=torch.half)
    made = {}
    for key, tensor in net.state_dict().items():
        half = tensor.detach().half()
        inner = torch.channels_last if half.ndim == 4 else torch.contiguous_format
        made[key] = half.contiguous(memory_format=inner) if half.any() else zero.expand(half.shape)
    return made


@torch.inference_mode()
def preview(face: FaceNet, vae: AutoencoderKL, told: Lesson, file: Path) -> None:
    """A picture to look at: what she did, what the autoencoder makes of it, and what the sound makes of her at rest."""
    moved = np.abs(told.talking[:, 128:].astype(np.int16) - told.resting[:, 128:]).mean((1, 2, 3))
    order = np.argsort(moved)[[0, len(moved) // 2, len(moved) * 3 // 4, len(moved) * 9 // 10, -1]]
    few = Lesson(told.talking[order], told.resting[order], told.chunks[order])
    seen, _ = latents_of(vae, few)
    rows = [pictures(few.talking), vae(pictures(few.talking)).sample]
    rows.append(vae.decode(face(seen, with_positions(few.chunks)) / SCALE).sample)
    sheet = torch.cat([torch.cat(list(row), dim=2) for row in rows], dim=1)
    level = ((sheet.clamp(-1, 1) + 1) * 127.5).byte().permute(1, 2, 0).numpy()[..., ::-1]
    opencv().imwrite(str(file), np.ascontiguousarray(level))


def main() -> None:
    """Make the files again."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=talking.MODELS)
    parser.add_argument("--faces", type=int, default=1500, help="steps of the autoencoder")
    parser.add_argument("--mouths", type=int, default=1200, help="steps of the face network")
    parser.add_argument("--preview", type=Path)
    told = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # two that wait for each other on a busy computer are slower than one
    whisper = make_whisper()
    seen = lesson(whisper)
    vae, face = AutoencoderKL(**VAE), FaceNet(UNet2DConditionModel(**UNET))
    learn_faces(vae, np.concatenate([seen.talking, seen.resting]), told.faces)
    vae.requires_grad_(False).eval()
    learn_to_speak(face, vae, seen, told.mouths)
    write(told.folder, face.eval(), vae, whisper)
    if told.preview is not None:
        preview(face, vae, seen, told.preview)


if __name__ == "__main__":
    main()
