"""Whether the card draws what the processor draws: the whole live way, with networks that have learnt something.

The processor in float32 is the judge. Recorded passes, half precision, channels-last, locked memory and copies on a
stream of their own are all in the way that is compared, so the first card that runs this proves or refutes them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.musetalk.driver import MuseTalkDriver
from engine.musetalk.network.device import ComputeDevice, find_machine
from engine.musetalk.network.model import load_models
from engine.musetalk.network.pipeline import Pipeline
from engine.musetalk.store.prepared import open_store
from tests.engine.musetalk import filmed, talking
from tests.hall.rig.speech import SPEECH, load

from .rows import Row, at_most, figure, none_of

_PRECISIONS = {"fp32": 0.5, "fp16": 1.0, "bf16": None}
"""Grey levels on average that each may be off; bf16 is a way out, and only reported."""

_FRAMES = 75


def run(card: str = "auto", precisions: dict[str, float | None] | None = None) -> list[Row]:
    """What the card named draws against the processor, by precision."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        host = talking.film(Path(folder))
        wanted = drawn(host, find_machine("cpu", "fp32"))
        for precision, most in (precisions or _PRECISIONS).items():
            machine = find_machine(card, precision)
            name = f"{machine.name}, {precision}, against the processor"
            found = drawn(host, machine, at_once=4)
            off = np.abs(found.astype(np.int16) - wanted)
            words = f"{off.mean():.3f} on average, {np.percentile(off, 99.9):.0f} at 99.9 %, {off.max()} at most"
            rows.append(figure(f"{name}: grey levels off, within the face", words))
            if most is not None:
                rows.append(
                    at_most(f"{name}: a picture's average, the worst", float(off.mean((1, 2, 3)).max()), most, "")
                )
            again = drawn(host, machine, at_once=4)
            rows.append(none_of(f"{name}: pictures that differ when drawn again", _differing(found, again), "all"))
        rows += recorded_rows(find_machine(card, next(iter(precisions or {"auto": None}))))
    return rows


def drawn(host: filmed.Filmed, machine: ComputeDevice, at_once: int = 1) -> NDArray[np.uint8]:
    """The host speaking, as the live driver draws her: (frames, height, width, 3) of the face box."""
    driver = MuseTalkDriver(models=host.models, cache=host.cache)
    driver.show(open_store(host.avatar, host.cache), machine, talking.WIDTH, talking.HEIGHT)
    canvas = np.zeros((talking.HEIGHT, talking.WIDTH, 4), np.uint8)
    sound = talking.Track(load(SPEECH))
    left, top, right, bottom = talking.FACE
    faces = []
    for first in range(talking.RATE, talking.RATE + _FRAMES, at_once):
        for frame in driver.frames(sound, first, at_once, talking.RATE, lambda: canvas):
            faces.append(frame.pixels[top:bottom, left:right, :3].copy())
    driver.close()
    return np.stack(faces[:_FRAMES])


def recorded_rows(machine: ComputeDevice) -> list[Row]:
    """A recorded pass against the same one kernel by kernel, at each size of batch; and a spoilt face."""
    pipeline = Pipeline(load_models(talking.MODELS, machine.device, machine.dtype), machine)
    pipeline.warm_up()
    random = torch.Generator().manual_seed(1)
    off, unknown = 0.0, 0
    for count in (1, 2, 3, 4):
        latents, chunks = (
            torch.randn(count, *shape, generator=random).to(machine.device, machine.dtype)
            for shape in ((8, 32, 32), (50, 384))
        )
        with torch.inference_mode():
            plain, _ = pipeline._plain(latents, chunks)
        once = pipeline.draw(latents, chunks).pixels
        off = max(off, float((once.int() - plain.int()).abs().float().mean()))
        latents[-1] = float("nan")
        unknown += pipeline.draw(latents, chunks).sound.tolist() != [True] * (count - 1) + [False]
    name = f"{machine.words}: a recorded pass"
    return [
        at_most(f"{name} against kernel by kernel, grey levels on average", off, 0.5, ""),
        none_of(f"{name}: spoilt faces that were not known", unknown, "4 batches"),
    ]


def _differing(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> int:
    return int((one != other).any((1, 2, 3)).sum())
