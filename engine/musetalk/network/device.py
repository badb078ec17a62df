"""What the networks run on: the card, the kind of numbers, and what it can do that a processor cannot.

The one place that asks which of the two it is. Everything else runs on either through the same lines.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch
from torch import Tensor

from engine.driver import DriverError, Gauge

PRECISIONS = {"fp16": torch.float16, "bf16": torch.bfloat16, "fp32": torch.float32}
"""Measured on tiny networks: fp16 is 0.5 grey levels off on average, bf16 4, so fp16 is the usual choice."""

_TEMPERATURE_SENSOR_CORE = 0
_NAME_LENGTH = 80


@dataclass(frozen=True)
class ComputeDevice:
    """A card, or the processor.

    Attributes:
        device: torch's name of it. dtype: what the networks compute with.
        name: short, for the operator, as "H100".
        graphs: a whole pass can be recorded and replayed (CUDA graphs).
        channels_last: convolutions are faster with the channels innermost.
        pinned: memory can be locked, so that copies go on beside the work.
    """

    device: torch.device
    dtype: torch.dtype
    name: str
    graphs: bool = False
    channels_last: bool = False
    pinned: bool = False

    @property
    def words(self) -> str:
        """What HEALTH says of the engine."""
        precision = next(name for name, dtype in PRECISIONS.items() if dtype is self.dtype)
        return f"MuseTalk · {precision} · {self.name}"

    def up(self, tensor: Tensor) -> Tensor:
        """A copy of host memory on the device; beside the work where memory is pinned."""
        if not self.pinned:
            return tensor.to(self.device)
        return tensor.pin_memory().to(self.device, non_blocking=True)

    def down(self, tensor: Tensor) -> Callable[[], Tensor]:
        """Begin to copy to the host. The answer, when called, waits for it and gives the copy."""
        if not self.pinned:
            return lambda: tensor.cpu()
        host = torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True)
        done: Any = torch.cuda.Event()  # type: ignore[no-untyped-call]
        beside = _copying(self.device)
        beside.wait_stream(torch.cuda.current_stream(self.device))
        with torch.cuda.stream(beside):
            host.copy_(tensor, non_blocking=True)
            done.record(beside)
        tensor.record_stream(beside)  # its memory is not given away before the copy is done

        def wait() -> Tensor:
            done.synchronize()
            return host

        return wait

    def finish(self) -> None:
        """Wait until all that was begun is done."""
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)

    def tidy(self) -> None:
        """Give back what torch keeps for later: after running out of memory."""
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def gauge(self) -> Gauge | None:
        """Memory and temperature now; None on the processor."""
        if self.device.type != "cuda":
            return None
        free, total = torch.cuda.mem_get_info(self.device)
        uuid = str(getattr(torch.cuda.get_device_properties(self.device), "uuid", ""))
        return Gauge((total - free) >> 20, total >> 20, _celsius(uuid))


def find_machine(card: str = "auto", precision: str = "auto") -> ComputeDevice:
    """The machine that a setting names.

    Args:
        card: `auto` (the NVIDIA card with most free memory), `cuda:0` …, or `cpu`: for trying out, far too slow for a
            show, and therefore never chosen by itself.
        precision: `auto` (fp16 on a card, fp32 on the processor), `fp16`, `bf16` or `fp32`.

    Raises:
        DriverError: there is no such card, or no such precision.
    """
    if precision != "auto" and precision not in PRECISIONS:
        raise DriverError(f"There is no precision {precision}: choose auto, {', '.join(PRECISIONS)}.")
    if card == "cpu":
        dtype = torch.float32 if precision == "auto" else PRECISIONS[precision]
        return ComputeDevice(torch.device("cpu"), dtype, "processor")
    number = _card_number(card)
    torch.cuda.init()  # type: ignore[no-untyped-call]
    dtype = torch.float16 if precision == "auto" else PRECISIONS[precision]
    name = _short(torch.cuda.get_device_name(number))
    return ComputeDevice(torch.device("cuda", number), dtype, name, graphs=True, channels_last=True, pinned=True)


def _card_number(card: str) -> int:
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if not count:
        raise DriverError("There is no NVIDIA card that PyTorch can use: choose a host of the light driver.")
    if card == "auto":
        return max(range(count), key=lambda number: torch.cuda.mem_get_info(number)[0])
    found = re.fullmatch(r"(?:cuda:)?(\d{1,3})", card)
    if found is None or int(found[1]) >= count:
        raise DriverError(f"There is no card {card}: this computer has {count}; choose auto or cuda:0 … .")
    return int(found[1])


def _short(name: str) -> str:
    """The card's name without its maker and its memory: `NVIDIA H100 80GB HBM3` is an H100."""
    plain = re.sub(r"^NVIDIA |GeForce |Tesla ", "", " ".join(name.split()))
    return re.sub(r"(?<![ -])[ -]*(?<!\d)\d+ ?GB.*$", "", plain).strip()[:_NAME_LENGTH] or name


@cache
def _copying(device: torch.device) -> Any:
    """The stream on which pictures leave the card, while the next ones are drawn."""
    return torch.cuda.Stream(device)  # type: ignore[no-untyped-call]


@cache
def _nvml() -> Any:
    """The driver's own library, or None: torch's way to it needs one more package."""
    try:
        library = ctypes.CDLL("nvml.dll" if sys.platform == "win32" else "libnvidia-ml.so.1")
        return library if library.nvmlInit_v2() == 0 else None
    except (OSError, AttributeError):
        return None


def _celsius(uuid: str) -> int | None:
    library = _nvml()
    if library is None or not uuid:
        return None
    handle, degrees = ctypes.c_void_p(), ctypes.c_uint()
    full = uuid if uuid.startswith(("GPU-", "MIG-")) else f"GPU-{uuid}"
    if library.nvmlDeviceGetHandleByUUID(full.encode(), ctypes.byref(handle)) != 0:
        return None
    if library.nvmlDeviceGetTemperature(handle, _TEMPERATURE_SENSOR_CORE, ctypes.byref(degrees)) != 0:
        return None
    return int(degrees.value)
