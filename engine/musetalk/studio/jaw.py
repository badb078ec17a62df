"""The mask of a face that no parser has looked at: a jaw that is drawn from the face box alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.face_box import Box
from engine.musetalk.face.mask import blend_mask
from engine.musetalk.store.config import MaskConfig

_SIDE = 512
_ROUND = 2.6
"""Exponent of the super-ellipse: 2 is an ellipse, larger ones have a squarer jaw."""


def outline(box: Box, config: MaskConfig, points: int = 48) -> NDArray[np.float64]:
    """The jaw's edge: (points, 2) x, y in the frame's pixels, closed.

    It is as wide as requested at its upper edge and at the middle of the face, and rounds off from there to the chin.
    """
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    middle, half = (left + right) / 2, wide * config.width / 2
    upper = bottom - config.height * high
    cheek, chin = max(upper, top + high / 2), top + config.chin * high
    angle = np.linspace(0.0, np.pi, points - 2)
    x = middle + half * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** (2 / _ROUND)
    y = cheek + (chin - cheek) * np.sin(angle) ** (2 / _ROUND)
    edge = np.column_stack([x, y])
    return np.vstack([[middle + half, upper], edge, [middle - half, upper]])


def mask(box: Box, around: Box, config: MaskConfig) -> NDArray[np.uint8]:
    """What is shown of the drawn face.

    Args:
        box: the face box, margin included. around: its crop box.

    Returns:
        (height, width) uint8 of the crop box, soft at its rim, as `mask.blend_mask` makes it.
    """
    from PIL import Image, ImageDraw

    width, height = around[2] - around[0], around[3] - around[1]
    shape = Image.new("L", (_SIDE, _SIDE))
    edge = (outline(box, config) - around[:2]) * (_SIDE / width, _SIDE / height)
    ImageDraw.Draw(shape).polygon([(float(x), float(y)) for x, y in edge], fill=255)
    upper = box[3] - config.height * (box[3] - box[1])
    return blend_mask(np.array(shape), box, around, config.feather, (upper - around[1]) / height)
