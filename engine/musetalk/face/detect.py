"""The face detector: where in a picture is a face.

S3FD (Zhang et al. 2017, arXiv:1708.05237) with the key names of the published weights (s3fd-619a316812.pth). The
reference asks it whether there is a face at all, and for a box where the landmarks make none.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from engine.musetalk.face.face_box import Box
from engine.musetalk.network.weights import fill, read_tensors

FOUND = 0.05
"""Scores above this are looked at."""

SURE = 0.5
"""Scores above this are a face."""

OVERLAP = 0.3
"""Of two boxes that share more than this of their area, only the better one stays."""

_MEAN = (104.0, 117.0, 123.0)
# The published code takes these, which are BGR means, from RGB pixels; the boxes are made so, and so are ours.
_ANCHOR = 4  # side of an anchor, in strides
_CENTRE_VARIANCE, _SIZE_VARIANCE = 0.1, 0.2
_VGG = ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3))  # channels and convolutions of a block
_EXTRAS = (
    ("fc6", 512, 1024, 3, 1, 3),
    ("fc7", 1024, 1024, 1, 1, 0),
    ("conv6_1", 1024, 256, 1, 1, 0),
    ("conv6_2", 256, 512, 3, 2, 1),
    ("conv7_1", 512, 128, 1, 1, 0),
    ("conv7_2", 128, 256, 3, 2, 1),
)  # name, channels in and out, kernel, stride, padding
_SOURCES = (("conv3_3_norm", 256), ("conv4_3_norm", 512), ("conv5_3_norm", 512))
_HEADS = (*_SOURCES, ("fc7", 1024), ("conv6_2", 512), ("conv7_2", 256))  # strides 4, 8, … 128


class L2Norm(nn.Module):
    """Each pixel's channels brought to length 1, then scaled channel by channel."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))

    def forward(self, x: Tensor) -> Tensor:
        """(pictures, channels, h, w) to the same shape."""
        length = x.pow(2).sum(dim=1, keepdim=True).sqrt() + 1e-10
        return x / length * self.weight[:, None, None]


class FaceDetector(nn.Module):
    """The network, without the search for boxes."""

    def __init__(self) -> None:
        super().__init__()
        inside = 3
        for block, (channels, count) in enumerate(_VGG, 1):
            for number in range(1, count + 1):
                self.add_module(f"conv{block}_{number}", nn.Conv2d(inside, channels, 3, 1, 1))
                inside = channels
        for name, before, after, kernel, stride, padding in _EXTRAS:
            self.add_module(name, nn.Conv2d(before, after, kernel, stride, padding))
        for name, channels in _SOURCES:
            self.add_module(name, L2Norm(channels))
        for name, channels in _HEADS:
            # The finest head has three logits against a face; the best of them counts.
            classes = 4 if name == "conv3_3_norm" else 2
            self.add_module(f"{name}_mbox_conf", nn.Conv2d(channels, classes, 3, 1, 1))
            self.add_module(f"{name}_mbox_loc", nn.Conv2d(channels, 4, 3, 1, 1))

    def forward(self, x: Tensor) -> list[tuple[Tensor, Tensor]]:
        """Scores and places at the strides 4, 8, 16, 32, 64 and 128.

        Args:
            x: (pictures, 3, height, width) float32, as `detector_input` makes it.

        Returns:
            Six times (pictures, 2, h, w) logits [no face, face] and (pictures, 4, h, w) places.
        """
        part = self.get_submodule
        seen: dict[str, Tensor] = {}
        for block, (_, count) in enumerate(_VGG, 1):
            for number in range(1, count + 1):
                x = functional.relu(part(f"conv{block}_{number}")(x))
            name = f"conv{block}_{count}_norm"
            if block >= 3:
                seen[name] = part(name)(x)
            x = functional.max_pool2d(x, 2, 2)
        for name, *_ in _EXTRAS:
            x = functional.relu(part(name)(x))
            seen[name] = x
        out = []
        for name, _ in _HEADS:
            logits, places = part(f"{name}_mbox_conf")(seen[name]), part(f"{name}_mbox_loc")(seen[name])
            if logits.shape[1] == 4:
                logits = torch.cat([logits[:, :3].amax(dim=1, keepdim=True), logits[:, 3:]], dim=1)
            out.append((logits, places))
        return out


def load_detector(file: Path, device: torch.device | str = "cpu") -> FaceDetector:
    """The detector with the weights of `file`, float32. Raises WeightsError."""
    with torch.device("meta"):
        detector = FaceDetector()
    fill(detector, read_tensors(file), file)
    return detector.requires_grad_(False).eval().to(device)


def detector_input(frame: NDArray[np.uint8]) -> Tensor:
    """(height, width, 3) uint8 BGR to (1, 3, height, width) float32, RGB less the mean."""
    pixels = torch.from_numpy(np.ascontiguousarray(frame[:, :, ::-1])).float() - torch.tensor(_MEAN)
    return pixels.permute(2, 0, 1)[None]


def found_boxes(outputs: list[tuple[Tensor, Tensor]], least: float = FOUND) -> NDArray[np.float32]:
    """Every box with a score above `least`, from the network's outputs for one picture.

    Returns:
        (boxes, 5) float32: left, top, right, bottom, score; finest stride first, then row by row.
    """
    found = []
    for level, (logits, places) in enumerate(outputs):
        stride = 4 << level
        score = logits[0].softmax(dim=0)[1]
        row, column = torch.nonzero(score > least, as_tuple=True)
        place = places[0, :, row, column]
        anchor = float(stride * _ANCHOR)
        centre = torch.stack([column, row]) * stride + stride / 2 + place[:2] * _CENTRE_VARIANCE * anchor
        size = anchor * torch.exp(place[2:] * _SIZE_VARIANCE)
        corner = centre - size / 2
        found.append(torch.cat([corner, corner + size, score[None, row, column]]).T)
    boxes: NDArray[np.float32] = torch.cat(found).float().cpu().numpy()
    return boxes


def without_overlaps(boxes: NDArray[np.float32], overlap: float = OVERLAP) -> list[int]:
    """The rows that stay when of each overlapping pair only the better one does, best first.

    Args:
        boxes: (boxes, 5) as `found_boxes` gives them. A pixel counts as part of both edges.
    """
    left, top, right, bottom, score = boxes.T
    area = (right - left + 1) * (bottom - top + 1)
    order = np.argsort(score)[::-1]
    kept = []
    while len(order):
        best, rest = order[0], order[1:]
        kept.append(int(best))
        width = np.maximum(0.0, np.minimum(right[best], right[rest]) - np.maximum(left[best], left[rest]) + 1)
        height = np.maximum(0.0, np.minimum(bottom[best], bottom[rest]) - np.maximum(top[best], top[rest]) + 1)
        shared = width * height
        order = rest[shared / (area[best] + area[rest] - shared) <= overlap]
    return kept


@torch.inference_mode()
def faces(frame: NDArray[np.uint8], detector: FaceDetector) -> NDArray[np.float32]:
    """The faces in a frame, (faces, 5) float32 as `found_boxes`, best first, all with a score above `SURE`."""
    outputs = detector(detector_input(frame).to(next(detector.parameters()).device))
    boxes = found_boxes(outputs)
    boxes = boxes[without_overlaps(boxes)]
    sure: NDArray[np.float32] = boxes[boxes[:, 4] > SURE]
    return sure


def best_box(found: NDArray[np.float32]) -> Box | None:
    """The best face's box in whole pixels, not below 0; None where there is no face."""
    if not len(found):
        return None
    left, top, right, bottom = (int(side) for side in np.clip(found[0, :4], 0, None))
    return left, top, right, bottom
