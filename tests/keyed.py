"""What a vision mixer does with fill and key, in numbers, and how far the outcome is from the host painted there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EDGE_MOST = 2.0
"""Grey levels by which the edge of a composed picture may be off on average, in the worst channel."""

Bytes = NDArray[np.uint8]
Levels = NDArray[np.float64]


def checkerboard(width: int, height: int, side: int = 16) -> Bytes:
    """(height, width, 4) uint8 BGRA of fields in two loud colours: a fringe of either is seen on the other."""
    rows, columns = np.indices((height, width)) // side
    board = np.empty((height, width, 4), np.uint8)
    board[:] = 250, 240, 20, 255
    board[(rows + columns) % 2 == 1] = 10, 30, 235, 255
    return board


def over(fill: NDArray[np.integer], key: NDArray[np.integer], ground: NDArray[np.integer]) -> Levels:
    """A fill that is multiplied already, over a ground: the mixer only adds. (height, width, 3), (height, width)."""
    share = key[..., None] / 255.0
    return fill + (1.0 - share) * ground


def multiplied_over(fill: NDArray[np.integer], key: NDArray[np.integer], ground: NDArray[np.integer]) -> Levels:
    """A straight fill over a ground: the mixer multiplies it by the key."""
    share = key[..., None] / 255.0
    return share * fill + (1.0 - share) * ground


@dataclass(frozen=True)
class EdgeError:
    """How far edges are off.

    Attributes:
        mean: in grey levels, in the worst of the three channels, on average over all edge pixels.
        worst: of any one pixel.
        edges: pixels that are neither all host nor all ground.
    """

    mean: float
    worst: float
    edges: int


def edge_error(composed: Levels, direct: NDArray[np.integer], key: NDArray[np.integer]) -> EdgeError:
    """The error of a composed picture where the key is grey, against the host painted directly on the same ground."""
    grey = (key > 0) & (key < 255)
    off = np.abs(composed - direct)[grey]
    return EdgeError(float(off.mean(axis=0).max()), float(off.max()), int(grey.sum()))
