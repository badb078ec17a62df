"""The drawn face into its frame, on the device: `blend.py`'s law, for the part that is seen and nothing else.

What never changes lies there from the start: each frame's mask, and which of the face's pixels each of the frame's is
made of. A picture then costs one small copy up and one down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.face.crop import SIDE
from engine.musetalk.face.face_box import Box
from engine.musetalk.network.device import ComputeDevice
from engine.musetalk.store.store import Store


@dataclass(frozen=True)
class _Place:
    """Where a frame's face goes.

    Attributes:
        shown: in the frame's pixels: what the mask leaves to be seen, inside face box and frame.
        mask: (height, width, 1) float32 of `shown`, 0 … 255, on the device.
        rows, columns: for each of them, two of the face's and the second one's weight.
    """

    shown: Box
    mask: Tensor
    rows: tuple[Tensor, Tensor, Tensor]
    columns: tuple[Tensor, Tensor, Tensor]


@dataclass(frozen=True)
class Patch:
    """A part of a picture: where, and a call that waits for its pixels, (height, width, 3) uint8 BGR."""

    shown: Box
    pixels: Callable[[], NDArray[np.uint8]]


class Overlay:
    """Blends faces into the frames of one prepared avatar.

    Args:
        store: the prepared avatar.
        machine: where the faces are drawn.

    Attributes:
        latents: (frames, 8, 32, 32) on the device, of the machine's dtype.
    """

    def __init__(self, store: Store, machine: ComputeDevice) -> None:
        self._store, self._machine = store, machine
        self.latents = torch.from_numpy(np.array(store.latents)).to(machine.device, machine.dtype)
        self._places: list[_Place | None] = [self._place(index) for index in range(store.card.frames)]

    def patch(
        self, index: int, frame: NDArray[np.uint8], face: Tensor, sound: Tensor, share: float = 1.0
    ) -> Patch | None:
        """Begin to blend a face into frame `index`. None where nothing of it would be seen.

        Args:
            frame: (height, width, 3 or 4) uint8, BGR first.
            face: (256, 256, 3) uint8, BGR, on the device.
            sound: bool, on the device: where it is false the frame stays as it is, and nobody had to wait to know it.
            share: how much of the face is shown, 0 … 1.
        """
        place = self._places[index]
        if place is None or share <= 0.0:
            return None
        left, top, right, bottom = place.shown
        under = torch.from_numpy(np.ascontiguousarray(frame[top:bottom, left:right, :3]))
        with torch.inference_mode():
            mask = place.mask * share * sound
            mixed = mix(self._machine.up(under), sampled(face, place.rows, place.columns), mask)
            wait = self._machine.down(mixed)
        return Patch(place.shown, lambda: wait().numpy())

    def _place(self, index: int) -> _Place | None:
        card, box, around = self._store.card, self._store.box(index), self._store.crop(index)
        region = self._store.region(index)
        # As in `blend.blend_into`: the region, inside the crop box, the face box and the frame.
        left, top = max(around[0] + region[0], box[0], 0), max(around[1] + region[1], box[1], 0)
        right = min(around[0] + region[2], box[2], card.width)
        bottom = min(around[1] + region[3], box[3], card.height)
        if left >= right or top >= bottom:
            return None
        x, y = left - around[0] - region[0], top - around[1] - region[1]
        part = self._store.mask_part(index)[y : y + bottom - top, x : x + right - left, None]
        device = self._machine.device
        return _Place(
            (left, top, right, bottom),
            torch.from_numpy(part.astype(np.float32)).to(device),
            _taps(box[1], box[3], top, bottom, device),
            _taps(box[0], box[2], left, right, device),
        )


def _taps(begin: int, end: int, first: int, last: int, device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Which of the face's 256 rows (or columns) make pixels `first` … `last` of a box from `begin` to `end`.

    OpenCV's bilinear law: pixel centres lie on each other, and beyond the edge the last one is repeated.
    """
    place = (np.arange(first, last) - begin + 0.5) * (SIDE / (end - begin)) - 0.5
    place = np.clip(place, 0, SIDE - 1)
    lower = np.floor(place).astype(np.int64)
    upper = np.minimum(lower + 1, SIDE - 1)
    weight = (place - lower).astype(np.float32)
    made = [torch.from_numpy(array).to(device) for array in (lower, upper, weight)]
    return made[0], made[1], made[2]


def sampled(face: Tensor, rows: tuple[Tensor, Tensor, Tensor], columns: tuple[Tensor, Tensor, Tensor]) -> Tensor:
    """The part of a face that is seen, at the size of its box: (height, width, 3) float32, whole levels.

    Args:
        face: (256, 256, 3) uint8.
        rows, columns: first and second source, and the second one's weight.
    """
    level = face.float()
    upper, lower, down = rows
    high = torch.lerp(level[upper], level[lower], down[:, None, None])
    left, right, along = columns
    return torch.lerp(high[:, left], high[:, right], along[None, :, None]).round()


def mix(under: Tensor, over: Tensor, mask: Tensor) -> Tensor:
    """One picture over another: Pillow's rounding, as in `blend.py`.

    Args:
        under: (height, width, 3) uint8. over: the same shape, whole levels.
        mask: (height, width, 1) float, 0 … 255.

    Returns:
        (height, width, 3) uint8.
    """
    weight = mask.round().to(torch.int32)
    mixed = over.to(torch.int32) * weight + under.to(torch.int32) * (255 - weight) + 128
    return ((mixed + (mixed >> 8)) >> 8).to(torch.uint8)
