"""Which part of the drawn face is shown: the mask, made once per avatar frame.

Only the lower half of the box is ever shown. `jaw` (v1.5) is the face grown over its chin and drawn in at its cheeks,
`raw` (v1) the face as parsed, `neck` the face and the neck.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.face_box import Box
from engine.opencv import opencv

Mode = Literal["jaw", "raw", "neck"]

EXPAND = 1.5
"""The crop box is a square of this many times the face box's longer side."""

SHOWN_FROM = 0.5
"""Rows above this part of the crop box are never shown."""

LIVE_BLUR, OFFLINE_BLUR = 0.1, 0.05
"""Width of the soft rim, as a part of the crop box: prepared avatars, and the reference's offline path."""

CHEEK = 90
"""Half the width, in the parser's 512 pixels, of the strip in which the jaw is not drawn in (v1: 80)."""

_SKIN, _NOSE, _MOUTH, _UPPER_LIP, _LOWER_LIP, _NECK = 1, 10, 11, 12, 13, 14
_PARTS = {"raw": (_SKIN, _MOUTH, _UPPER_LIP, _LOWER_LIP), "neck": (_SKIN, _MOUTH, _UPPER_LIP, _LOWER_LIP, _NECK)}


def crop_box(box: Box, expand: float = EXPAND) -> Box:
    """The square around a face box; it may leave the frame."""
    left, top, right, bottom = box
    middle_x, middle_y = (left + right) // 2, (top + bottom) // 2
    half = int((max(right - left, bottom - top) // 2) * expand)
    return middle_x - half, middle_y - half, middle_x + half, middle_y + half


def cut(frame: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """The box out of the frame, black where it leaves it.

    Args:
        frame: (height, width, ...) uint8.

    Returns:
        (bottom - top, right - left, ...) uint8.
    """
    left, top, right, bottom = box
    out = np.zeros((bottom - top, right - left, *frame.shape[2:]), frame.dtype)
    rows = slice(max(0, top), min(bottom, frame.shape[0]))
    columns = slice(max(0, left), min(right, frame.shape[1]))
    if rows.start < rows.stop and columns.start < columns.stop:
        out[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left] = frame[rows, columns]
    return out


def face_shape(labels: NDArray[np.uint8], mode: Mode = "jaw", cheek: int = CHEEK) -> NDArray[np.uint8]:
    """The shape to show, from the parser's classes.

    Args:
        labels: (512, 512) uint8 as `parsing.face_labels` gives them.
        cheek: for `jaw`, half the width of the strip left as it is.

    Returns:
        (512, 512) uint8, 0 or 255.
    """
    if mode != "jaw":
        return np.where(np.isin(labels, _PARTS[mode]), 255, 0).astype(np.uint8)
    cv2 = opencv()
    grown = cv2.dilate((labels == _SKIN).astype(np.uint8), _jaw_kernel(), iterations=1)
    rim = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (35, 3))
    drawn_in = cv2.erode(grown, rim, iterations=2)
    columns = np.arange(labels.shape[1])
    middle = labels.shape[1] // 2
    cheeks = (columns <= middle - cheek) | (columns >= middle + cheek)
    skin = np.where(cheeks, drawn_in, grown)
    shown = ((skin > 0) & (labels != _NOSE)) | np.isin(labels, (_MOUTH, _UPPER_LIP, _LOWER_LIP))
    return np.where(shown, 255, 0).astype(np.uint8)


def blend_mask(
    shape: NDArray[np.uint8], box: Box, around: Box, blur: float = LIVE_BLUR, shown_from: float = SHOWN_FROM
) -> NDArray[np.uint8]:
    """The mask over the crop box, soft at its rim.

    Args:
        shape: (512, 512) uint8 of `face_shape`.
        box: the face box. around: its `crop_box`.

    Returns:
        (height, width) uint8 of the crop box, 255 where only the drawn face is seen.
    """
    from PIL import Image

    width, height = around[2] - around[0], around[3] - around[1]
    scaled = np.asarray(Image.fromarray(shape).resize((width, height), Image.Resampling.BICUBIC))
    left, right = max(0, box[0] - around[0]), max(0, box[2] - around[0])
    top, bottom = max(0, box[1] - around[1], int(height * shown_from)), max(0, box[3] - around[1])
    shown = np.zeros_like(scaled)
    shown[top:bottom, left:right] = scaled[top:bottom, left:right]
    kernel = int(blur * width // 2 * 2) + 1
    mask: NDArray[np.uint8] = opencv().GaussianBlur(shown, (kernel, kernel), 0)
    return mask


def _jaw_kernel() -> NDArray[np.uint8]:
    """(33, 33) uint8: nothing, then a triangle that grows to 21 columns, then those: the chin grows downwards only."""
    rows = np.arange(33)[:, None]
    reach = np.clip(rows - 10, -1, 10)
    return (np.abs(np.arange(33) - 16) <= reach).astype(np.uint8)
