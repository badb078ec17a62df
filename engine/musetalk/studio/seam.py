"""Where the loop begins and ends, and whether it turns round or begins again: whatever moves least there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.store.store import Order
from engine.opencv import opencv

SEARCH_S = 1.0
"""The ends may lie this far inside the clip, and not more than a fifth of it."""

_SMALL = (96, 54)


@dataclass(frozen=True)
class Seam:
    """The loop.

    Attributes:
        first, last: frames of the clip, both in it.
        order: as `store.Card` has it.
        jump: change of the picture across the seam, in parts of the clip's usual change from frame to frame.
    """

    first: int
    last: int
    order: Order
    jump: float


def small(frame: NDArray[np.uint8]) -> NDArray[np.float32]:
    """A frame as the seam is judged by: (54, 96) float32, grey levels."""
    cv2 = opencv()
    grey = cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)
    made: NDArray[np.float32] = cv2.resize(grey, _SMALL, interpolation=cv2.INTER_AREA).astype(np.float32)
    return made


def choose(pictures: NDArray[np.float32], rate: float, loop: str = "auto") -> Seam:
    """The best loop of a clip.

    Going round is taken, when free to choose, where its jump is not larger than the clip's usual change: the movement
    then stays natural. Turning shows no jump, and is best where nothing moves.

    Args:
        pictures: (frames, 54, 96) float32 of `small`. rate: frames a second.
        loop: `there-and-back`, `round`, or `auto`.
    """
    count = len(pictures)
    if count < 3:
        return Seam(0, count - 1, "there-and-back", 0.0)
    flat = pictures.reshape(count, -1)
    step = np.abs(np.diff(flat, axis=0)).mean(axis=1)
    usual = max(float(np.median(step)), 1e-3)
    reach = max(1, min(int(SEARCH_S * rate), count // 5))
    starts, ends = np.arange(reach), np.arange(count - reach, count)
    if loop != "there-and-back":
        apart = np.abs(flat[starts][:, None] - flat[ends][None]).mean(axis=2)
        # Of equal seams the one of the longest loop wins: each frame given up costs a trifle.
        given_up = starts[:, None] + (count - 1 - ends)[None]
        row, column = np.unravel_index(np.argmin(apart + 1e-4 * given_up), apart.shape)
        jump = float(apart[row, column]) / usual
        if loop == "round" or jump <= 1.0:
            return Seam(int(starts[row]), int(ends[column]), "round", jump)
    quiet_in = step[starts] + 1e-4 * starts
    quiet_out = step[ends - 1] + 1e-4 * (count - 1 - ends)
    first, last = int(starts[np.argmin(quiet_in)]), int(ends[np.argmin(quiet_out)])
    return Seam(first, last, "there-and-back", float(max(step[first], step[last - 1])) / usual)
