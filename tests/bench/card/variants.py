"""What the engine might do: each way of running the same networks, with its speed and its error."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from engine.musetalk.network.pipeline import Pipeline

from .bench import Bench, off_by
from .found import Found

_FP8_MOST = 448.0
"""The largest number of float8_e4m3fn."""

_FP8_CAPABILITY = (8, 9)
"""From there on a card multiplies such numbers itself."""


def ways(bench: Bench) -> Iterator[Found]:
    """Precision, layout and recording, one by one; then the library's own search, and float32 by way of TF32."""
    for precision in ("fp32", "fp16", "bf16"):
        for last in (False, True):
            for recorded in (False, True) if bench.machine.graphs else (False,):
                at = dataclasses.replace(bench.at(precision), channels_last=last, graphs=recorded)
                layout = "channels last" if last else "channels first"
                how = "recorded" if recorded else "kernel by kernel"
                yield from _rows(
                    bench,
                    "ways",
                    f"{precision}, {layout}, {how}",
                    lambda at=at: bench.pipeline(at, batches=bench.tried),
                )
    cudnn: Any = torch.backends.cudnn
    matmul: Any = torch.backends.cuda.matmul
    before = cudnn.benchmark, cudnn.allow_tf32, matmul.allow_tf32
    try:
        for tf32 in (False, True):
            cudnn.allow_tf32 = matmul.allow_tf32 = tf32
            name = f"fp32 {'by way of' if tf32 else 'without any'} TF32"
            yield from _rows(bench, "ways", name, lambda: bench.pipeline(bench.at("fp32"), batches=bench.tried))
        cudnn.allow_tf32, matmul.allow_tf32 = before[1:]
        cudnn.benchmark = True
        usual = bench.machine
        yield from _rows(bench, "ways", "as today, cuDNN searches", lambda: bench.pipeline(usual, batches=bench.tried))
    finally:
        cudnn.benchmark, cudnn.allow_tf32, matmul.allow_tf32 = before


def fp8(bench: Bench) -> Iterator[Found]:
    """Matrix products in 8 bits, by the card itself where it can; elsewhere only the error means anything."""
    itself = bench.on_card and torch.cuda.get_device_capability(bench.machine.device) >= _FP8_CAPABILITY
    how = "FP8 matrix products" if itself else "FP8 matrix products, imitated (only the error counts)"

    def made() -> Pipeline:
        pipeline = bench.pipeline(bench.machine, batches=bench.tried)
        for net in (pipeline.models.face, pipeline.models.vae):
            _in_fp8(net, itself)
        return pipeline

    yield from _rows(bench, "fp8", how, made)


def compiled(bench: Bench) -> Iterator[Found]:
    """torch.compile in its usual mode. On the processor only what it understands is tried: nothing is generated."""
    yield from _compiled(bench, "compiled", "default")


def tuned(bench: Bench) -> Iterator[Found]:
    """torch.compile with its longest search."""
    yield from _compiled(bench, "tuned", "max-autotune-no-cudagraphs")


def _compiled(bench: Bench, measure: str, mode: str) -> Iterator[Found]:
    for batch in bench.tried:
        for decoder in ("full", "small") if batch == bench.tried[-1] else ("full",):

            def made(batch: int = batch, decoder: str = decoder) -> Pipeline:
                pipeline = bench.pipeline(bench.machine, decoder, batches=(batch,))
                if bench.on_card:
                    pipeline._net = torch.compile(pipeline._plain, mode=mode, dynamic=False)
                else:
                    pipeline._net = torch.compile(pipeline._plain, backend="eager", dynamic=False)
                return pipeline

            torch.compiler.reset()
            name = f"torch.compile ({mode if bench.on_card else 'understood, not generated'}), {decoder} decoder"
            yield from _rows(bench, measure, name, made, (batch,), judged=decoder == "full")


def _rows(
    bench: Bench,
    measure: str,
    name: str,
    make: Callable[[], Pipeline],
    batches: tuple[int, ...] | None = None,
    *,
    judged: bool = True,
) -> Iterator[Found]:
    bench.machine.tidy()
    log = _Log()
    pipeline = make()
    pipeline._log = log
    begun = time.perf_counter()
    pipeline.warm_up()
    ready_s = time.perf_counter() - begun
    words, values = off_by(bench.drawn(pipeline), bench.judge) if judged else ("", {})
    values["ready_s"] = ready_s
    rates = []
    for batch in batches or bench.tried:
        latents, chunks = bench.inputs(batch, pipeline.machine)
        taken = bench.seconds(lambda a=latents, b=chunks: pipeline.draw(a, b))
        values[f"fps_{batch}"] = batch / taken
        rates.append(f"batch {batch}: {batch / taken:.1f} frames a second")
    said = [*rates, f"ready after {ready_s:.1f} s", *([words] if words else []), *log.lines]
    yield Found(measure, f"{bench.machine.name}, {name}", "; ".join(said), values)


class _Log:
    """Keeps what a pipeline says that it could not do."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def warning(self, event: str, reason: str = "") -> None:
        self.lines.append(f"{event} ({reason[:120].replace('|', '/')})")


class _Fp8Linear(nn.Module):
    """A matrix product in 8 bits: a scale for the weights, and one for each call's input."""

    def __init__(self, plain: nn.Linear, itself: bool) -> None:
        super().__init__()
        weight = plain.weight.detach().float()
        self._scale = (weight.abs().amax() / _FP8_MOST).clamp_min(1e-12)
        self._weight = (weight / self._scale).to(torch.float8_e4m3fn)
        self._bias, self._itself, self._dtype = plain.bias, itself, plain.weight.dtype

    def forward(self, x: Tensor) -> Tensor:
        rows = x.reshape(-1, x.shape[-1])
        scale = (rows.abs().amax().float() / _FP8_MOST).clamp_min(1e-12)
        small = (rows.float() / scale).clamp(-_FP8_MOST, _FP8_MOST).to(torch.float8_e4m3fn)
        if self._itself:
            short = -len(small) % 16
            if short:
                small = torch.cat([small.view(torch.uint8), small.view(torch.uint8).new_zeros(short, small.shape[1])])
                small = small.view(torch.float8_e4m3fn)
            made = torch._scaled_mm(small, self._weight.t(), scale, self._scale, out_dtype=torch.bfloat16)
            made = made[: len(rows)].to(self._dtype)
        else:
            made = ((small.float() @ self._weight.float().t()) * (scale * self._scale)).to(self._dtype)
        if self._bias is not None:
            made = made + self._bias
        return made.reshape(*x.shape[:-1], -1)


def _in_fp8(net: nn.Module, itself: bool) -> None:
    """Put 8-bit products where their sides allow it: a card wants multiples of 16."""
    for module in list(net.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear) and not (child.in_features % 16 or child.out_features % 16):
                setattr(module, name, _Fp8Linear(child, itself))
