"""The face cut out of a frame, at the size of the network."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.face_box import NO_FACE, Box, clamped
from engine.opencv import opencv

SIDE = 256
"""Pixels of the face's side."""


class CropError(ValueError):
    """There is nothing to cut out. The message is one sentence."""


def face_crop(frame: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """Cut the box out of a frame and bring it to 256x256; its shape is not kept.

    Args:
        frame: (height, width, 3) uint8, BGR.
        box: where; only its part inside the frame counts.

    Returns:
        (256, 256, 3) uint8, BGR.

    Raises:
        CropError: when nothing of the box lies inside the frame.
    """
    height, width = frame.shape[:2]
    inside = clamped(box, width, height)
    if inside == NO_FACE:
        raise CropError(f"the face box {box} lies outside the picture of {width}x{height} pixels")
    left, top, right, bottom = inside
    cv2 = opencv()
    made: NDArray[np.uint8] = cv2.resize(frame[top:bottom, left:right], (SIDE, SIDE), interpolation=cv2.INTER_LANCZOS4)
    return made
