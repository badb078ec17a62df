"""The drawn face back into its frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.crop import CropError
from engine.musetalk.face.face_box import Box
from engine.opencv import opencv


def fitted(face: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """A drawn face at the size of its box: (height, width, 3) uint8. Raises CropError for an empty box."""
    width, height = box[2] - box[0], box[3] - box[1]
    if width <= 0 or height <= 0:
        raise CropError(f"the face box {box} is empty")
    cv2 = opencv()
    made: NDArray[np.uint8] = cv2.resize(face, (width, height), interpolation=cv2.INTER_LINEAR)
    return made


def shown_region(mask: NDArray[np.uint8]) -> Box:
    """The smallest box of the mask that holds all that is not 0; computed once, it saves most of the blending."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return 0, 0, 0, 0
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def blend(
    frame: NDArray[np.uint8], face: NDArray[np.uint8], box: Box, around: Box, mask: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """A copy of the frame with the drawn face in it.

    Args:
        frame: (height, width, 3) uint8, BGR.
        face: (256, 256, 3) uint8, BGR, as drawn.
        box: where the face was cut out. around: its crop box, over which `mask` lies.
        mask: (height, width) uint8 of `mask.blend_mask`.
    """
    out = frame.copy()
    blend_into(out, fitted(face, box), box, around, mask, shown_region(mask))
    return out


def blend_into(
    frame: NDArray[np.uint8],
    face: NDArray[np.uint8],
    box: Box,
    around: Box,
    mask: NDArray[np.uint8],
    region: Box,
) -> None:
    """Draw a face that has the size of its box into the frame, touching only the region of the mask.

    What leaves the frame is left out. Where the mask reaches beyond the face box, the frame's own picture stays.

    Args:
        frame: (height, width, 3 or more) uint8, BGR first; written.
        face: (box height, box width, 3) uint8, BGR.
        region: of the mask, see `shown_region`.
    """
    # In the frame's own pixels: the region, inside the crop box, the face box and the frame.
    left = max(around[0] + region[0], box[0], 0)
    top = max(around[1] + region[1], box[1], 0)
    right = min(around[0] + region[2], box[2], frame.shape[1])
    bottom = min(around[1] + region[3], box[3], frame.shape[0])
    if left >= right or top >= bottom:
        return
    new = face[top - box[1] : bottom - box[1], left - box[0] : right - box[0]]
    part = mask[top - around[1] : bottom - around[1], left - around[0] : right - around[0], None]
    old = frame[top:bottom, left:right, :3]
    # Pillow's own rounding of new * m + old * (1 - m), in 16 bits: 65407 at most.
    weight = part.astype(np.uint16)
    mixed = new * weight + old * (255 - weight) + np.uint16(128)
    frame[top:bottom, left:right, :3] = (mixed + (mixed >> 8)) >> 8
