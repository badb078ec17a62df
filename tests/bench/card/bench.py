"""The networks, the host and the judge that all measures of a card share."""

from __future__ import annotations

import copy
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.driver import DriverError
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.network.device import ComputeDevice, find_machine
from engine.musetalk.network.model import Models, load_models
from engine.musetalk.network.pipeline import Pipeline
from engine.musetalk.network.small_decoder import SmallDecoder
from tests.engine.musetalk import filmed, puppets

BATCHES = (1, 2, 4, 8, 16)
WIDTH, HEIGHT = 1920, 1080
FACE = (760, 240, 1160, 800)
DECODERS = ("full", "small")

_SPEECH = Path(__file__).parents[2] / "data" / "musetalk" / "input.wav"
_JUDGED = 2
"""Faces that are compared: one of the real size takes a processor some seconds."""


class Bench:
    """What is measured, on what.

    Args:
        card: as for `machine.find_machine`; `auto` takes the processor where there is no card.
        size: of the networks, `small` or `real`.
        folder: for weights and a host; kept between workers.
        times: how often each piece of work is timed.
    """

    def __init__(self, card: str, size: str, folder: Path, times: int) -> None:
        self.size, self.folder, self.times = size, folder, times
        self._card = card
        self.machine = self.at("auto")

    def at(self, precision: str) -> ComputeDevice:
        """The machine, computing in `precision`."""
        try:
            return find_machine(self._card, precision)
        except DriverError:
            if self._card != "auto":
                raise
            return find_machine("cpu", precision)

    @property
    def on_card(self) -> bool:
        return self.machine.device.type == "cuda"

    @property
    def tried(self) -> tuple[int, ...]:
        """Sizes of batches with which variants are tried: a live one and a film's; one where nothing depends on it."""
        return (2, 8) if self.on_card else (2,)

    @cached_property
    def weights(self) -> Path:
        """The folder of weights, written by the first who asks."""
        return puppets.write_networks(self.folder / "weights", self.size)

    @cached_property
    def originals(self) -> Models:
        """The networks in float32 on the processor."""
        return load_models(self.weights, "cpu", torch.float32)

    def models(self, machine: ComputeDevice) -> Models:
        """A copy of the networks for this machine."""
        return Models(
            *(
                copy.deepcopy(net).to(machine.device, machine.dtype)
                for net in (self.originals.face, self.originals.vae, self.originals.whisper)
            )
        )

    def decoder(self, name: str, machine: ComputeDevice) -> nn.Module | None:
        """The decoder that is named, for `Pipeline`; None is the whole one."""
        if name == "full":
            return None
        before = torch.random.get_rng_state()
        torch.manual_seed(6)
        try:
            net = SmallDecoder() if self.size == "real" else SmallDecoder((4, 4, 4, 4), (1, 1, 1, 1))
        finally:
            torch.random.set_rng_state(before)
        return net.requires_grad_(False).eval().to(machine.device, machine.dtype)

    def pipeline(self, machine: ComputeDevice, decoder: str = "full", **wanted: Any) -> Pipeline:
        """A pipeline that is not warm yet."""
        return Pipeline(self.models(machine), machine, decoder=self.decoder(decoder, machine), **wanted)

    def inputs(self, count: int, machine: ComputeDevice, seed: int = 1) -> tuple[Tensor, Tensor]:
        """Latents and chunks of so many frames, the same on every machine."""
        random = torch.Generator().manual_seed(seed)
        latents, chunks = (torch.randn(count, *shape, generator=random) for shape in ((8, 32, 32), (50, 384)))
        return latents.to(machine.device, machine.dtype), chunks.to(machine.device, machine.dtype)

    @cached_property
    def judge(self) -> NDArray[np.int16]:
        """What the processor draws in float32: (frames, 256, 256, 3)."""
        kept = self.folder / "judge.npy"
        if not kept.is_file():
            cpu = find_machine("cpu", "fp32")
            pipeline = Pipeline(self.originals, cpu, batches=(1,))
            latents, chunks = self.inputs(_JUDGED, cpu)
            drawn = [pipeline.draw(latents[i : i + 1], chunks[i : i + 1]).pixels for i in range(_JUDGED)]
            np.save(kept, torch.cat(drawn).numpy().astype(np.int16))
        return np.asarray(np.load(kept), np.int16)

    def drawn(self, pipeline: Pipeline) -> NDArray[np.int16]:
        """What this pipeline draws of what the judge drew."""
        pixels = pipeline.draw(*self.inputs(_JUDGED, pipeline.machine)).pixels
        return pixels.cpu().numpy().astype(np.int16)

    @cached_property
    def speech(self) -> NDArray[np.float32]:
        """Four seconds of speech: (samples,) float32 at 48 kHz."""
        with wave.open(str(_SPEECH)) as file:
            rate = file.getframerate()
            pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768
        places = np.arange(len(pcm) * SAMPLE_RATE // rate) * (rate / SAMPLE_RATE)
        return np.interp(places, np.arange(len(pcm)), pcm).astype(np.float32)

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        """Speech without an end, at its absolute index; see `engine.driver.Sound`."""
        return np.take(self.speech, np.arange(start, start + count), mode="wrap")

    @cached_property
    def host(self) -> filmed.Filmed:
        """A filmed host at 1080p, with the small networks' latents: they only have to be numbers."""
        root = self.folder / "host"
        if (root / "ready").is_file():
            return filmed.Filmed(root / "models", root / "cache", root / "avatars" / "filmed")
        models = puppets.write_small(root / "models")
        frames = [filmed.drawn_frame(number, WIDTH, HEIGHT, FACE) for number in range(12)]
        made = filmed.film_avatar(root, models, frames, [FACE] * len(frames))
        (root / "ready").touch()
        return made

    def seconds(self, work: Callable[[], object]) -> float:
        """The median time of some work; the first ones do not count."""
        taken, ahead = [], 2 if self.on_card else 1
        with torch.inference_mode():
            for _ in range(self.times + ahead):
                self.machine.finish()
                begun = time.perf_counter()
                work()
                self.machine.finish()
                taken.append(time.perf_counter() - begun)
        return float(np.median(taken[ahead:]))

    @contextmanager
    def memory(self) -> Iterator[dict[str, float]]:
        """Fills in the most memory that torch held meanwhile, in GB; nothing on the processor."""
        found: dict[str, float] = {}
        self.machine.tidy()
        if self.on_card:
            torch.cuda.reset_peak_memory_stats(self.machine.device)
        yield found
        if self.on_card:
            found["memory_gb"] = torch.cuda.max_memory_reserved(self.machine.device) / 2**30


def off_by(ours: NDArray[np.int16], theirs: NDArray[np.int16]) -> tuple[str, dict[str, float | None]]:
    """How far pictures are apart, in words and numbers."""
    off = np.abs(ours - theirs)
    mean, most, rare = float(off.mean()), float(off.max()), float(np.percentile(off, 99.9))
    words = f"off by {mean:.3f} on average, {rare:.0f} at 99.9 %, {most:.0f} at most"
    return words, {"off_mean": mean, "off_p999": rare, "off_most": most}
