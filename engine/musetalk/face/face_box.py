"""Where the face is cut out: the box law. Boxes are (left, top, right, bottom) in pixels, right and bottom outside.

The published model was trained on faces cut with this law, so an avatar must be cut with it too. Its middle is the
nose bridge; its bottom is the chin and, in v1.5, 10 pixels more.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Box = tuple[int, int, int, int]

NO_FACE: Box = (0, 0, 0, 0)
"""The box of a frame without a face."""

NOSE_BRIDGE = 29
"""Of the 68 points of a face: the lower end of the nose bridge."""

MARGIN = 10
"""Pixels added below the chin in v1.5."""


def landmark_box(points: NDArray[np.generic], shift: int = 0) -> Box:
    """The box of 68 landmarks; may be empty or leave the frame.

    Args:
        points: (68, 2) x, y in pixels, in the usual order of 68 points; fractions are cut off.
        shift: pixels by which the bridge is taken lower: opens (+) or closes (-) the mouth. v1.5 takes 0.
    """
    whole = np.trunc(points).astype(np.int64)
    whole[NOSE_BRIDGE, 1] += shift
    (left, _), (right, bottom) = whole.min(axis=0), whole.max(axis=0)
    middle = whole[NOSE_BRIDGE, 1]
    top = max(0, middle - (bottom - middle))
    return int(left), int(top), int(right), int(bottom)


def face_box(points: NDArray[np.generic] | None, detected: Box | None, shift: int = 0) -> Box:
    """The box of a face: from its landmarks, or the detector's where those make no sense.

    Args:
        points: (68, 2) landmarks, or None where none were found.
        detected: what a face detector says, or None: no face, whatever the landmarks say.

    Returns:
        The box without margin, or `NO_FACE`.
    """
    if detected is None:
        return NO_FACE
    if points is None:
        return detected
    left, top, right, bottom = box = landmark_box(points, shift)
    return detected if bottom <= top or right <= left or left < 0 else box


def with_margin(box: Box, frame_height: int, margin: int = MARGIN) -> Box:
    """The box with its margin below the chin, not beyond the frame. `NO_FACE` stays so."""
    if box == NO_FACE:
        return box
    left, top, right, bottom = box
    return left, top, right, min(bottom + margin, frame_height)


def clamped(box: Box, width: int, height: int) -> Box:
    """The part of a box that lies inside a frame; `NO_FACE` where there is none."""
    left, right = max(0, box[0]), min(width, box[2])
    top, bottom = max(0, box[1]), min(height, box[3])
    return (left, top, right, bottom) if left < right and top < bottom else NO_FACE
