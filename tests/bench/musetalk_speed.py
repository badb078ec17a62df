"""How fast the neural engine draws, and how late: random weights of the real size where there is a card.

Nothing is fetched. A processor gets the small networks of the tests in full, and of the real size one frame, stage by
stage: it is no machine for a show, and the rows say so in seconds. The floor is arithmetic: what the networks compute
for a frame (counted by torch on such networks) over what a large matrix product of the same kind of numbers reaches on
this machine in the same run.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import psutil
import torch

from engine.driver import DriverError
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.audio.streaming import LiveFeatures
from engine.musetalk.driver import MuseTalkDriver
from engine.musetalk.network.decode import Decoder
from engine.musetalk.network.device import ComputeDevice, find_machine
from engine.musetalk.network.pipeline import Pipeline, share
from engine.musetalk.network.small_decoder import SmallDecoder
from engine.musetalk.store.prepared import open_store
from tests.engine.musetalk import filmed, puppets
from tests.hall.rig.speech import SPEECH, load

from . import musetalk_card
from .rows import Row, at_least, at_most, figure

SMALL = "small decoder (approximate)"

FRAME_GFLOP = {"face network": 177.8, "decoder": 622.2, SMALL: 22.7}
"""Of one frame at the real size, two for a multiplication with its addition (torch.utils.flop_counter)."""

PUBLISHED_GFLOP = FRAME_GFLOP["face network"] + FRAME_GFLOP["decoder"]

_LIVE_FRAMES = 250
_WIDTH, _HEIGHT = 1920, 1080
_FACE = (760, 240, 1160, 800)


def run() -> list[Row]:
    """Every row that this machine can give."""
    try:
        machine = find_machine()
    except DriverError:
        cpu = find_machine("cpu")
        small = small_rows(cpu)
        floor = peak_tflops(cpu)
        return [
            figure("no NVIDIA card here", "rows of a card are missing; the command is the same with one"),
            figure(f"{cpu.name}: matrix product, float32", f"{floor * 1e3:.0f} GFLOP/s"),
            *small,
            *stage_rows(cpu, floor, frames=2),
        ]
    floor = peak_tflops(machine)
    rows = [figure(f"{machine.name}: matrix product, {machine.words.split(' · ')[1]}", f"{floor:.0f} TFLOP/s")]
    rows += stage_rows(machine, floor, frames=50)
    for compiled in (False, True):
        rows += batch_rows(machine, floor, compiled=compiled)
    return [*rows, *musetalk_card.run()]


def machine_here() -> ComputeDevice:
    """The card, or the processor where there is none."""
    try:
        return find_machine()
    except DriverError:
        return find_machine("cpu")


def peak_tflops(machine: ComputeDevice) -> float:
    """What a square matrix product reaches: the best of a few, in TFLOP/s."""
    side = 8192 if machine.graphs else 2048
    a, b = (torch.randn(side, side, device=machine.device, dtype=machine.dtype) for _ in range(2))
    best = min(seconds(machine, lambda: a @ b, 20 if machine.graphs else 8))
    return 2 * side**3 / best / 1e12


def seconds(machine: ComputeDevice, work: Callable[[], object], times: int) -> list[float]:
    """How long `work` takes, time after time, after one or two that do not count."""
    found, ahead = [], 2 if machine.graphs else 1
    with torch.inference_mode():
        for number in range(times + ahead):
            machine.finish()
            begun = time.perf_counter()
            work()
            machine.finish()
            if number >= ahead:
                found.append(time.perf_counter() - begun)
    return found


def stage_rows(machine: ComputeDevice, floor: float, frames: int) -> list[Row]:
    """One frame at the real size, stage by stage, without recording."""
    models = puppets.make_networks("real", str(machine.device), machine.dtype)
    if machine.channels_last:
        models.face.to(memory_format=torch.channels_last)
        models.vae.to(memory_format=torch.channels_last)
    decoder = Decoder(models.vae)
    small = SmallDecoder().to(machine.device, machine.dtype)
    if machine.channels_last:
        small.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    latents = torch.randn(1, 8, 32, 32, device=machine.device, dtype=machine.dtype)
    tokens = torch.randn(1, 50, 384, device=machine.device, dtype=machine.dtype)
    live = LiveFeatures(models.whisper)
    live.push(load(SPEECH)[: 4 * SAMPLE_RATE : 3].astype(np.float32))
    stages: dict[str, Callable[[], object]] = {
        "features of one frame": lambda: live.chunks_of(80),
        "face network": lambda: models.face(latents, tokens),
        "decoder": lambda: decoder(latents[:, :4]),
        SMALL: lambda: small(latents[:, :4]),
    }
    rows, times = [], {}
    for name, work in stages.items():
        times[name] = taken = float(np.median(seconds(machine, work, frames)))
        words = f"{taken * 1e3:.1f} ms"
        if name in FRAME_GFLOP:
            words += f", {100 * FRAME_GFLOP[name] / 1e3 / floor / taken:.0f} % of the floor"
        if name == SMALL:
            words += f", {times['decoder'] / taken:.0f} times as quick as the whole one"
        rows.append(figure(f"{machine.name}, real size, batch 1, each kernel by itself: {name}", words))
    return rows


def batch_rows(machine: ComputeDevice, floor: float, *, compiled: bool) -> list[Row]:
    """Frames a second at the real size by batch, the live latency, and the memory of the card."""
    way = "compiled and recorded" if compiled else "recorded"
    gc.collect()  # the networks of the rows before
    machine.tidy()
    models = puppets.make_networks("real", str(machine.device), machine.dtype)
    begun = time.perf_counter()
    pipeline = Pipeline(models, machine, batches=(1, 2, 4, 8, 16), compiled=compiled)
    try:
        pipeline.warm_up()
    except torch.OutOfMemoryError:
        machine.tidy()
        return [figure(f"{machine.name}, {way}", "batches up to 16 do not fit the card's memory")]
    rows = [figure(f"{machine.name}, {way}: ready after", f"{time.perf_counter() - begun:.1f} s")]
    best = 0.0
    for batch in (1, 2, 4, 8, 16):
        rate, words = frames_a_second(pipeline, batch)
        part = rate * PUBLISHED_GFLOP / 1e3 / floor
        best = max(best, rate) if batch >= 8 else best
        rows.append(figure(f"{machine.name}, {way}: batch {batch}", f"{words}, {100 * part:.0f} % of the floor"))
        if batch == 2:
            rows.append(at_most(f"{machine.name}, {way}: a frame of a batch of 2", 1e3 / rate, 12, "ms"))
    rows.append(at_least(f"{machine.name}, {way}: frames a second at batch 8-16", best, 250, "fps"))
    part = best * PUBLISHED_GFLOP / 1e3 / floor
    rows.append(at_least(f"{machine.name}, {way}: share of the floor", 100 * part, 25, "%"))
    rows += live_rows(pipeline, f"{machine.name}, {way}", _LIVE_FRAMES)
    gauge = machine.gauge()
    if gauge is not None:
        rows.append(figure(f"{machine.name}, {way}: memory taken on the card", f"{gauge.used_mib / 1024:.1f} GB"))
    return rows


def small_rows(machine: ComputeDevice) -> list[Row]:
    """The small networks on a processor: the same lines in full."""
    pipeline = Pipeline(puppets.make_networks("small"), machine, batches=(1, 2, 4))
    pipeline.warm_up()
    rows = [
        figure(f"{machine.name}, small networks: batch {batch}", frames_a_second(pipeline, batch)[1])
        for batch in (1, 2, 4)
    ]
    return [*rows, *live_rows(pipeline, f"{machine.name}, small networks", 100)]


def frames_a_second(pipeline: Pipeline, batch: int) -> tuple[float, str]:
    """Face network, decoder and judgement; what comes and goes stays on the device."""
    machine = pipeline.machine
    latents = torch.randn(batch, 8, 32, 32, device=machine.device, dtype=machine.dtype)
    chunks = torch.randn(batch, 50, 384, device=machine.device, dtype=machine.dtype)
    taken = float(np.median(seconds(machine, lambda: pipeline.draw(latents, chunks), 30)))
    return batch / taken, f"{batch / taken:.1f} fps, {taken * 1e3:.1f} ms a batch"


class _Speech:
    """Speech without an end, at its absolute index."""

    def __init__(self) -> None:
        self._samples = load(SPEECH)

    def read(self, start: int, count: int) -> np.ndarray:
        return np.take(self._samples, np.arange(start, start + count), mode="wrap")


def live_rows(pipeline: Pipeline, where: str, count: int) -> list[Row]:
    """From the moment a frame's last sample is there to the picture in host memory: the live driver at 1080p."""
    machine = pipeline.machine
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        models = puppets.write_small(root / "models")
        frames = [filmed.drawn_frame(number, _WIDTH, _HEIGHT, _FACE) for number in range(12)]
        host = filmed.film_avatar(root, models, frames, [_FACE] * len(frames))
        share(models, pipeline)
        driver = MuseTalkDriver(models=models, cache=host.cache)
        driver.show(open_store(host.avatar, host.cache), machine, _WIDTH, _HEIGHT)
        canvas, sound, taken = np.zeros((_HEIGHT, _WIDTH, 4), np.uint8), _Speech(), []
        for number in range(100, 100 + count):
            begun = time.perf_counter()
            for _ in driver.frames(sound, number, 1, 25, lambda: canvas):
                pass
            taken.append((time.perf_counter() - begun) * 1e3)
        driver.close()
    p50, p95, p99 = np.percentile(taken[10:], (50, 95, 99))
    memory = psutil.Process().memory_info().rss / 2**30
    return [
        figure(f"{where}: live at 1080p, sound there → picture in memory", _thrice((p50, p95, p99))),
        figure(f"{where}: memory of the process", f"{memory:.1f} GB"),
    ]


def _thrice(values: Sequence[float]) -> str:
    return "p50 / p95 / p99 " + " / ".join(f"{value:.1f}" for value in values) + " ms"
