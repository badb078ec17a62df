"""One face through the whole clip: which of several, in every frame, steady, and never outside the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.face_box import Box, clamped, with_margin
from engine.musetalk.studio.clip import ClipError
from engine.musetalk.studio.landmarks import Sighting
from engine.text import Text

GAP_S = 0.5
"""A face that is not seen for longer is gone; shorter gaps are bridged."""

CENTRE_S, SIZE_S = 0.12, 0.4
"""Standard deviation of the Gaussian that steadies a box's middle and its size: the same to both sides in time, so that
the box never trails the head. A head's size on the screen changes slowly, a finder's idea of it does not."""

_SAME = 0.5  # a sighting belongs to a face when its middle moved by less than this part of the face's width
_SEEN_IN = 0.25  # of the frames a face must be seen in; others are knots in the wood
_LARGEST = 2.0  # times the area of the next one: then it is clear who is meant
_INSIDE = 0.8  # of the box that must lie in the picture


@dataclass
class _Face:
    seen: dict[int, Sighting] = field(default_factory=dict)

    @property
    def last(self) -> Sighting:
        return self.seen[max(self.seen)]

    def typical(self) -> tuple[float, float]:
        """Area and x of the middle."""
        areas, middles = zip(*((each.area, each.middle[0]) for each in self.seen.values()), strict=True)
        return float(np.median(areas)), float(np.median(middles))


@dataclass(frozen=True)
class Track:
    """The face's boxes.

    Attributes:
        boxes: one a frame, margin included, inside the picture.
        bridged: frames in which the face was not seen.
    """

    boxes: list[Box]
    bridged: int


def follow(
    seen: Sequence[Sequence[Sighting]], width: int, height: int, rate: float, face: int = 0, by_hand: Sequence[int] = ()
) -> Track:
    """The boxes of one face.

    Args:
        seen: the faces of each frame. width, height: of the frames. rate: frames a second.
        face: which one, counted from the left, from 1; 0 when it is clear.
        by_hand: the box on the first frame as the operator wants it: every box is moved and scaled as that one is.
            Where no face was ever seen it holds for the whole clip.

    Raises:
        ClipError: no face, several, one that leaves the picture.
    """
    if not any(seen) and by_hand:
        left, top, right, bottom = by_hand
        steady = np.tile(np.array([(left + right) / 2, (top + bottom) / 2, right - left, bottom - top]), (len(seen), 1))
        return Track(_finished(steady, width, height, rate), 0)
    chosen = _chosen(_faces(seen), len(seen), face)
    _complete(sorted(chosen.seen), len(seen), rate)
    raw = _bridged(chosen, len(seen))
    steady = np.column_stack([_smooth(raw[:, :2], CENTRE_S * rate), _smooth(raw[:, 2:], SIZE_S * rate)])
    if by_hand:
        steady = _corrected(steady, by_hand)
    return Track(_finished(steady, width, height, rate), len(seen) - len(chosen.seen))


def _faces(seen: Sequence[Sequence[Sighting]]) -> list[_Face]:
    """Sightings put together: each goes to the nearest face that was there before it."""
    faces: list[_Face] = []
    for number, sightings in enumerate(seen):
        free = list(faces)
        for sighting in sorted(sightings, key=lambda each: -each.area):
            near = min(free, key=lambda each: _apart(each.last, sighting), default=None)
            if near is not None and _apart(near.last, sighting) <= _SAME * max(near.last.width, sighting.width):
                free.remove(near)
            else:
                near = _Face()
                faces.append(near)
            near.seen[number] = sighting
    return faces


def _apart(one: Sighting, other: Sighting) -> float:
    return float(np.hypot(one.middle[0] - other.middle[0], one.middle[1] - other.middle[1]))


def _chosen(faces: list[_Face], frames: int, wanted: int) -> _Face:
    steady = [each for each in faces if len(each.seen) >= _SEEN_IN * frames]
    steady.sort(key=lambda each: each.typical()[1])
    if not steady:
        some = max((len(each.seen) for each in faces), default=0)
        if some:
            raise ClipError(
                Text(
                    "A face is seen in only {some} of {n} frames: film it from the front, or draw the box by hand.",
                    some=some,
                    n=frames,
                )
            )
        raise ClipError("There is no face in the clip: film it from the front and larger, or draw the box by hand.")
    if wanted > len(steady):
        raise ClipError(
            Text(
                "There is no face {n} in the clip: {code} can be seen, counted from the left.",
                n=wanted,
                code=len(steady),
            )
        )
    if wanted:
        return steady[wanted - 1]
    by_size = sorted(steady, key=lambda each: -each.typical()[0])
    if len(by_size) > 1 and by_size[0].typical()[0] < _LARGEST * by_size[1].typical()[0]:
        raise ClipError(
            Text(
                "There are {n} faces in the clip: say which one speaks, 1 (the left one) to {limit}.",
                n=len(steady),
                limit=len(steady),
            )
        )
    return by_size[0]


def _complete(numbers: list[int], frames: int, rate: float) -> None:
    """Raise ClipError where the face is away for too long, and say which piece would do."""
    edges = [-1, *numbers, frames]
    gaps = [(a + 1, b) for a, b in pairwise(edges) if b - a - 1 > GAP_S * rate]
    if not gaps:
        return
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    borders = [0, *(side for gap in gaps for side in gap), frames]
    best = max(zip(borders[::2], borders[1::2], strict=True), key=lambda piece: piece[1] - piece[0])
    raise ClipError(
        Text(
            "The face is not to be seen from {a} s to {b} s: use the piece from {c} s to {d} s, or film it again.",
            a=f"{start / rate:.1f}",
            b=f"{end / rate:.1f}",
            c=f"{best[0] / rate:.1f}",
            d=f"{best[1] / rate:.1f}",
        )
    )


def _bridged(face: _Face, frames: int) -> NDArray[np.float64]:
    """(frames, 4): middle x, y, width, height; between sightings on a straight line."""
    numbers = sorted(face.seen)
    boxes = np.array([face.seen[number].box for number in numbers], np.float64)
    known = np.column_stack([(boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]])
    known = _without_outliers(known)
    return np.column_stack([np.interp(np.arange(frames), numbers, column) for column in known.T])


def _without_outliers(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The median of each value and its two neighbours on either side: a single wrong box is gone."""
    padded = np.pad(values, ((2, 2), (0, 0)), mode="edge")
    return np.median(np.stack([padded[i : i + len(values)] for i in range(5)]), axis=0)


def _smooth(values: NDArray[np.float64], sigma: float) -> NDArray[np.float64]:
    """A Gaussian along time, mirrored at the ends: a loop that turns there has no jump."""
    reach = min(len(values) - 1, int(np.ceil(3 * sigma)))
    if reach < 1:
        return values
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    padded = np.pad(values, ((reach, reach), (0, 0)), mode="symmetric")
    return np.column_stack([np.convolve(column, weights, mode="valid") for column in padded.T])


def _corrected(steady: NDArray[np.float64], by_hand: Sequence[int]) -> NDArray[np.float64]:
    """Each box moved, in parts of its own size, and scaled as the first one is to become the one drawn by hand."""
    left, top, right, bottom = by_hand
    wanted = np.array([(left + right) / 2, (top + bottom) / 2, right - left, bottom - top], np.float64)
    first = steady[0]
    moved = (wanted[:2] - first[:2]) / first[2:]
    scaled = wanted[2:] / first[2:]
    return np.column_stack([steady[:, :2] + moved * steady[:, 2:], steady[:, 2:] * scaled])


def _finished(steady: NDArray[np.float64], width: int, height: int, rate: float) -> list[Box]:
    boxes = []
    for number, (x, y, wide, high) in enumerate(steady):
        box = round(x - wide / 2), round(y - high / 2), round(x + wide / 2), round(y + high / 2)
        inside = clamped(box, width, height)
        left, top, right, bottom = inside
        if (right - left) * (bottom - top) < _INSIDE * (box[2] - box[0]) * (box[3] - box[1]):
            raise ClipError(
                Text(
                    "The face leaves the picture at {n} s: use another piece, or film with room around it.",
                    n=f"{number / rate:.1f}",
                )
            )
        boxes.append(with_margin(inside, height))
    return boxes
