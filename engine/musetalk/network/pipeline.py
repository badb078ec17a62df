"""Latents and sound to faces, as fast as the machine can: the same networks as `faces.py`, kept ready.

A pass of the face network and the decoder has a fixed shape for each size of batch, so that a card can record it once
and replay it: 1500 small kernels then cost one call. Weights are loaded once per process, whoever shows.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.driver import DriverError
from engine.ipc.logger import Logger
from engine.musetalk.audio.position import position_table
from engine.musetalk.network.decode import Decoder, to_pixels
from engine.musetalk.network.device import ComputeDevice
from engine.musetalk.network.model import Models, load_models, vae_file
from engine.musetalk.network.weights import WeightsError
from engine.musetalk.store.store import fingerprint

LIVE_BATCHES = (1, 2, 4)
"""Sizes of a live batch: a fourth frame would wait 100 ms for its sound, so there are no larger ones."""

_BLACK, _WHITE = -0.94, 0.94
"""Means of the lower half of a face, -1 … 1, beyond which it is no face: 8 grey levels from either end."""

_FLAT = 0.01  # and its least spread: about one grey level

Pass = Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]


@dataclass(frozen=True)
class Faces:
    """Drawn faces, on the device.

    Attributes:
        pixels: (frames, 256, 256, 3) uint8, BGR.
        sound: (frames,) bool: a face may be shown. False: not a number, black, white or flat.
    """

    pixels: Tensor
    sound: Tensor


class Pipeline:
    """The networks on their machine.

    Args:
        models: all three, on the machine's device and of its dtype.
        machine: what they run on.
        batches: the sizes that are kept ready, rising. What lies between is padded to the next one.
        decoder: another one than the autoencoder's own, as `small.SmallDecoder`: an approximation.
        compiled: let torch.compile fuse what it can before recording. Takes minutes at the first start of all.
        log: where to write events, or None.

    Attributes:
        models, machine: as given.
        largest: the most frames of one call.
    """

    def __init__(
        self,
        models: Models,
        machine: ComputeDevice,
        *,
        batches: Sequence[int] = LIVE_BATCHES,
        decoder: nn.Module | None = None,
        compiled: bool = False,
        log: Logger | None = None,
    ) -> None:
        self.models, self.machine = models, machine
        self.largest = max(batches)
        self._batches = tuple(sorted(batches))
        self._log = log
        self._lock = threading.Lock()
        self._table = position_table().to(machine.device, machine.dtype)
        self._face = models.face
        self._decoder: nn.Module = Decoder(models.vae) if decoder is None else decoder
        if machine.channels_last:
            self._face.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
            self._decoder.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._net: Pass = self._compiled() if compiled else self._plain
        self._passes: dict[int, Pass] = {}
        self._pool: Any = None

    def warm_up(self) -> None:
        """Run every size once, and record it where that can be done: the first word of a show costs nothing then."""
        with self._lock, torch.inference_mode():
            for batch in reversed(self._batches):  # the largest first: the others live in its memory
                self._passes[batch] = self._ready(batch)
            self.machine.finish()

    def draw(self, latents: Tensor, chunks: Tensor) -> Faces:
        """Draw one batch. On a card this returns before it is done.

        Args:
            latents: (frames, 8, 32, 32) on the device, of the machine's dtype; up to `largest` frames.
            chunks: (frames, 50, 384) on the device, without positions.
        """
        count = len(latents)
        size = next(size for size in self._batches if size >= count)
        if size > count:
            latents = torch.cat([latents, latents[-1:].expand(size - count, -1, -1, -1)])
            chunks = torch.cat([chunks, chunks[-1:].expand(size - count, -1, -1)])
        with self._lock, torch.inference_mode():
            if size not in self._passes:
                self._passes[size] = self._ready(size)
            pixels, sound = self._passes[size](latents, chunks)
        return Faces(pixels[:count], sound[:count])

    # -- inside -----------------------------------------------------------------------------------------------

    def _plain(self, latents: Tensor, chunks: Tensor) -> tuple[Tensor, Tensor]:
        decoded = self._decoder(self._face(latents, chunks + self._table))
        return to_pixels(decoded), sound_faces(decoded)

    def _compiled(self) -> Pass:
        try:
            made: Pass = torch.compile(self._plain, mode="max-autotune-no-cudagraphs", dynamic=False)
        except Exception as error:  # no compiler on this system
            self._warn("not compiled", str(error))
            return self._plain
        return made

    def _example(self, batch: int) -> tuple[Tensor, Tensor]:
        latents = torch.zeros((batch, 8, 32, 32), device=self.machine.device, dtype=self.machine.dtype)
        return latents, self._table.new_zeros((batch, *self._table.shape))

    def _ready(self, batch: int) -> Pass:
        latents, chunks = self._example(batch)
        try:
            self._net(latents, chunks)
        except torch.OutOfMemoryError:
            raise
        except Exception as error:
            if self._net == self._plain:
                raise
            self._warn("not compiled", str(error))  # the compiler works at the first call, and fails there
            self._net = self._plain
            self._net(latents, chunks)
        if not self.machine.graphs:
            return self._net
        try:
            return self._recorded(latents, chunks)
        except torch.OutOfMemoryError:
            raise
        except RuntimeError as error:
            self._warn("not recorded", str(error))
            return self._net

    def _recorded(self, latents: Tensor, chunks: Tensor) -> Pass:
        """The pass as a CUDA graph. Its inputs and outputs are places in memory: both are copied."""
        with torch.cuda.device(self.machine.device):
            side = torch.cuda.Stream()  # type: ignore[no-untyped-call]
            side.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(side):
                for _ in range(3):  # libraries choose their kernels, which must not happen while recording
                    self._net(latents, chunks)
            torch.cuda.current_stream().wait_stream(side)
            graph = torch.cuda.CUDAGraph()
            # thread_local: a host on air may go on drawing while another one is loaded.
            # On this card's own stream: torch's usual one for this lies on the first card that was ever recorded on.
            with torch.cuda.graph(graph, pool=self._pool, stream=side, capture_error_mode="thread_local"):
                pixels, sound = self._net(latents, chunks)
            self._pool = graph.pool()

        def replay(new_latents: Tensor, new_chunks: Tensor) -> tuple[Tensor, Tensor]:
            latents.copy_(new_latents, non_blocking=True)
            chunks.copy_(new_chunks, non_blocking=True)
            graph.replay()
            return pixels.clone(), sound.clone()

        return replay

    def _warn(self, event: str, reason: str) -> None:
        if self._log is not None:
            self._log.warning(event, reason=reason.splitlines()[0][:200] if reason else "")


def sound_faces(decoded: Tensor) -> Tensor:
    """Which decoded faces may be shown.

    Half precision can overflow: then a face is not a number, or black, or white all over. Judged is the lower half,
    the only one that is ever seen.

    Args:
        decoded: (frames, 3, height, width), about -1 … 1.

    Returns:
        (frames,) bool.
    """
    lower = decoded[:, :, decoded.shape[2] // 2 :].float().flatten(2)
    middle, spread = lower.mean((1, 2)), lower.std(2).mean(1)
    # A comparison with not-a-number is false, so those fall out here too.
    return (middle > _BLACK) & (middle < _WHITE) & (spread > _FLAT)


# -- one of each, whoever shows ------------------------------------------------------------------------------------

_shared: dict[tuple[Path, ComputeDevice, str], Pipeline] = {}
_sharing = threading.Lock()


def shared_pipeline(folder: Path, machine: ComputeDevice, log: Logger | None = None, decoder: str = "full") -> Pipeline:
    """The pipeline with the weights of `folder` on `machine`, loaded and warmed at the first call.

    Args:
        decoder: `full`, or `small`: the approximate one that was distilled here.

    Raises:
        DriverError: weights are missing or damaged, or do not fit the card's memory.
    """
    with _sharing:
        found = _shared.get((folder, machine, decoder))
        if found is None:
            found = _shared[folder, machine, decoder] = _loaded(folder, machine, log, decoder)
        return found


def share(folder: Path, pipeline: Pipeline) -> None:
    """Let everybody who asks for the weights of `folder` on its machine have this one."""
    with _sharing:
        _shared[folder, pipeline.machine, "full"] = pipeline


def forget_pipelines() -> None:
    """Load again at the next call: what was loaded does not work any more."""
    with _sharing:
        _shared.clear()


def _loaded(folder: Path, machine: ComputeDevice, log: Logger | None, decoder: str) -> Pipeline:
    try:
        small = small_decoder(folder, machine) if decoder == "small" else None
        pipeline = Pipeline(load_models(folder, machine.device, machine.dtype), machine, decoder=small, log=log)
        pipeline.warm_up()
    except WeightsError as error:
        raise DriverError(str(error)) from error
    except torch.OutOfMemoryError as error:
        machine.tidy()
        raise DriverError(f"{machine.name} has too little free memory for MuseTalk{_room(machine)}.") from error
    return pipeline


def small_decoder(folder: Path, machine: ComputeDevice) -> nn.Module:
    """The small decoder of these weights. Raises WeightsError."""
    from engine.musetalk.network.small_decoder import load_small

    return load_small(folder, fingerprint(vae_file(folder)), machine.device, machine.dtype)


def _room(machine: ComputeDevice) -> str:
    gauge = machine.gauge()
    if gauge is None:
        return ""
    free, total = (gauge.total_mib - gauge.used_mib) / 1024, gauge.total_mib / 1024
    return f" ({free:.1f} of {total:.1f} GB): close other programs"
