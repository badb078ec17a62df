"""The face parser: which pixel of a face is skin, which is lip, which is hair.

A BiSeNet over a ResNet-18 (Yu et al. 2018, arXiv:1808.00897), with the key names of the published weights
(face-parse-bisent/79999_iter.pth, 19 classes of CelebAMask-HQ), so that they load as they are.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from engine.musetalk.network.weights import fill, read_tensors

CLASSES = 19
SIDE = 512
"""Pixels of the side of what the parser is given."""

_MEAN = (0.485, 0.456, 0.406)  # ImageNet's, RGB
_DEVIATION = (0.229, 0.224, 0.225)


class ConvBNReLU(nn.Module):
    """A convolution without bias, batch norm, ReLU."""

    def __init__(self, inside: int, outside: int, kernel: int = 3, stride: int = 1) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inside, outside, kernel, stride, kernel // 2, bias=False)
        self.bn = nn.BatchNorm2d(outside)

    def forward(self, x: Tensor) -> Tensor:
        """(frames, inside, h, w) to (frames, outside, h / stride, w / stride)."""
        return functional.relu(self.bn(self.conv(x)))


class BasicBlock(nn.Module):
    """Two convolutions beside a short cut (He et al. 2015)."""

    def __init__(self, inside: int, outside: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inside, outside, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outside)
        self.conv2 = nn.Conv2d(outside, outside, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outside)
        self.downsample: nn.Module | None = None
        if inside != outside or stride != 1:
            self.downsample = nn.Sequential(nn.Conv2d(inside, outside, 1, stride, bias=False), nn.BatchNorm2d(outside))

    def forward(self, x: Tensor) -> Tensor:
        """(frames, inside, h, w) to (frames, outside, h / stride, w / stride)."""
        inner = self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x)))))
        return functional.relu((x if self.downsample is None else self.downsample(x)) + inner)


class ResNet18(nn.Module):
    """The backbone, without its classifier."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.layer1 = nn.Sequential(BasicBlock(64, 64, 1), BasicBlock(64, 64, 1))
        self.layer2 = nn.Sequential(BasicBlock(64, 128, 2), BasicBlock(128, 128, 1))
        self.layer3 = nn.Sequential(BasicBlock(128, 256, 2), BasicBlock(256, 256, 1))
        self.layer4 = nn.Sequential(BasicBlock(256, 512, 2), BasicBlock(512, 512, 1))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Maps of 1/8 (128 channels), 1/16 (256) and 1/32 (512) of the size."""
        stem = functional.max_pool2d(functional.relu(self.bn1(self.conv1(x))), 3, 2, 1)
        eighth = self.layer2(self.layer1(stem))
        sixteenth = self.layer3(eighth)
        return eighth, sixteenth, self.layer4(sixteenth)


class AttentionRefinement(nn.Module):
    """A map, each channel weighed by what the whole map says."""

    def __init__(self, inside: int) -> None:
        super().__init__()
        self.conv = ConvBNReLU(inside, 128)
        self.conv_atten = nn.Conv2d(128, 128, 1, bias=False)
        self.bn_atten = nn.BatchNorm2d(128)

    def forward(self, x: Tensor) -> Tensor:
        """(frames, inside, h, w) to (frames, 128, h, w)."""
        refined: Tensor = self.conv(x)
        weight: Tensor = self.bn_atten(self.conv_atten(refined.mean((2, 3), keepdim=True)))
        return refined * weight.sigmoid()


class ContextPath(nn.Module):
    """What is seen from far, brought back to 1/8 of the size."""

    def __init__(self) -> None:
        super().__init__()
        self.resnet = ResNet18()
        self.arm16 = AttentionRefinement(256)
        self.arm32 = AttentionRefinement(512)
        self.conv_head32 = ConvBNReLU(128, 128)
        self.conv_head16 = ConvBNReLU(128, 128)
        self.conv_avg = ConvBNReLU(512, 128, 1)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The backbone's map of 1/8, and the context at 1/8 and 1/16, 128 channels each."""
        eighth, sixteenth, last = self.resnet(x)
        whole = self.conv_avg(last.mean((2, 3), keepdim=True))
        context16 = self.conv_head32(functional.interpolate(self.arm32(last) + whole, size=sixteenth.shape[2:]))
        context8 = self.conv_head16(functional.interpolate(self.arm16(sixteenth) + context16, size=eighth.shape[2:]))
        return eighth, context8, context16


class FeatureFusion(nn.Module):
    """Detail and context made one."""

    def __init__(self) -> None:
        super().__init__()
        self.convblk = ConvBNReLU(256, 256, 1)
        self.conv1 = nn.Conv2d(256, 64, 1, bias=False)
        self.conv2 = nn.Conv2d(64, 256, 1, bias=False)

    def forward(self, detail: Tensor, context: Tensor) -> Tensor:
        """Two (frames, 128, h, w) to (frames, 256, h, w)."""
        fused: Tensor = self.convblk(torch.cat([detail, context], dim=1))
        weight: Tensor = self.conv2(functional.relu(self.conv1(fused.mean((2, 3), keepdim=True))))
        return fused * weight.sigmoid() + fused


class Head(nn.Module):
    """A map to the logits of the classes."""

    def __init__(self, inside: int, middle: int) -> None:
        super().__init__()
        self.conv = ConvBNReLU(inside, middle)
        self.conv_out = nn.Conv2d(middle, CLASSES, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(frames, inside, h, w) to (frames, 19, h, w)."""
        logits: Tensor = self.conv_out(self.conv(x))
        return logits


class FaceParser(nn.Module):
    """The parser. The two further heads served its training; they are here so that the published weights fit."""

    def __init__(self) -> None:
        super().__init__()
        self.cp = ContextPath()
        self.ffm = FeatureFusion()
        self.conv_out = Head(256, 256)
        self.conv_out16 = Head(128, 64)
        self.conv_out32 = Head(128, 64)

    def forward(self, x: Tensor) -> Tensor:
        """(frames, 3, h, w) normalised RGB to (frames, 19, h, w) logits of the main head."""
        detail, context, _ = self.cp(x)
        return _to_size(self.conv_out(self.ffm(detail, context)), x)

    def second(self, x: Tensor) -> Tensor:
        """As `forward`, by the second head: only to prove the network equal to the published one."""
        return _to_size(self.conv_out16(self.cp(x)[1]), x)


def _to_size(logits: Tensor, x: Tensor) -> Tensor:
    return functional.interpolate(logits, size=x.shape[2:], mode="bilinear", align_corners=True)


def load_parser(file: Path, device: torch.device | str = "cpu") -> FaceParser:
    """The parser with the weights of `file`, float32. Raises WeightsError."""
    with torch.device("meta"):
        parser = FaceParser()
    fill(parser, read_tensors(file), file)
    return parser.requires_grad_(False).eval().to(device)


def parser_input(picture: NDArray[np.uint8]) -> Tensor:
    """A face as the parser takes it.

    Args:
        picture: (height, width, 3) uint8, BGR, of any size.

    Returns:
        (1, 3, 512, 512) float32, scaled by Pillow's bilinear filter, RGB, normalised as ImageNet.
    """
    from PIL import Image

    small = Image.fromarray(np.ascontiguousarray(picture[:, :, ::-1])).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    pixels = torch.from_numpy(np.array(small)).permute(2, 0, 1).float() / 255
    mean, deviation = (torch.tensor(three)[:, None, None] for three in (_MEAN, _DEVIATION))
    return ((pixels - mean) / deviation)[None]


@torch.inference_mode()
def face_labels(picture: NDArray[np.uint8], parser: FaceParser) -> NDArray[np.uint8]:
    """What each pixel of a face is.

    Args:
        picture: (height, width, 3) uint8, BGR: `mask.cut` around the face.

    Returns:
        (512, 512) uint8, class 0 ... 18 of CelebAMask-HQ.
    """
    logits = parser(parser_input(picture).to(parser.conv_out.conv_out.weight.device))
    labels: NDArray[np.uint8] = logits[0].argmax(0).to(torch.uint8).cpu().numpy()
    return labels
