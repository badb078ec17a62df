"""The mouth from phones that are known in time: targets per class of sound, blended as neighbours on a face are.

Each phone pulls each parameter towards its target with its own strength, in full while it lasts and falling off before
and after it (dominance functions, after M. Cohen and D. Massaro, "Modeling Coarticulation in Synthetic Visual Speech",
1993). So lips round before a rounded vowel is heard, and a vowel's width shows through a p, which only shuts.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.driver import Phones
from engine.ipc.rings.phonetics import Sounding
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.light.visemes import REST, Mouth

Values = NDArray[np.float64]

# (target, strength) of jaw, width, round, press, bite, tongue. Targets and most strengths are those with which the
# viseme network was taught (docs/AVATARS.md), so that both ways to a mouth look alike; a strength of 0 leaves a
# parameter to the neighbours.
_TABLE: dict[Sounding, tuple[tuple[float, float], ...]] = {
    Sounding.PAUSE: ((0.00, 1.0), (0.50, 0.6), (0.00, 0.6), (0.3, 1), (0, 1), (0.0, 1.0)),
    Sounding.P: ((0.03, 1.6), (0.50, 0.2), (0.05, 0.2), (1.0, 14), (0, 2), (0.0, 0.3)),
    Sounding.B: ((0.03, 1.6), (0.50, 0.2), (0.05, 0.2), (1.0, 14), (0, 2), (0.0, 0.3)),
    Sounding.F: ((0.12, 1.5), (0.55, 0.3), (0.05, 0.3), (0.0, 2), (1, 6), (0.0, 0.3)),
    Sounding.TH: ((0.22, 1.0), (0.55, 0.3), (0.00, 0.3), (0.0, 1), (0, 1), (1.0, 3.0)),
    Sounding.T: ((0.20, 0.6), (0.55, 0.3), (0.00, 0.2), (0.0, 1), (0, 1), (0.5, 1.0)),
    Sounding.S: ((0.10, 1.0), (0.65, 0.7), (0.00, 0.4), (0.0, 1), (0, 1), (0.0, 0.5)),
    Sounding.SH: ((0.20, 1.0), (0.30, 0.9), (0.60, 1.0), (0.0, 1), (0, 1), (0.0, 0.4)),
    Sounding.X: ((0.12, 1.0), (0.75, 0.9), (0.00, 0.8), (0.0, 1), (0, 1), (0.0, 0.4)),
    Sounding.R: ((0.25, 0.6), (0.35, 0.6), (0.45, 0.6), (0.0, 1), (0, 1), (0.0, 0.4)),
    Sounding.K: ((0.28, 0.4), (0.52, 0.2), (0.00, 0.2), (0.0, 1), (0, 1), (0.0, 0.4)),
    Sounding.H: ((0.40, 0.05), (0.5, 0.05), (0.0, 0.05), (0.0, 0.3), (0, 0.3), (0.0, 0.1)),
    Sounding.W: ((0.20, 1.0), (0.10, 1.5), (1.00, 1.5), (0.0, 1), (0, 1), (0.0, 0.5)),
    Sounding.J: ((0.22, 0.8), (0.80, 0.8), (0.00, 0.6), (0.0, 1), (0, 1), (0.0, 0.5)),
    Sounding.A: ((0.95, 2.4), (0.55, 0.8), (0.00, 0.8), (0.0, 1), (0, 1), (0.0, 1.0)),
    Sounding.E: ((0.55, 1.8), (0.70, 0.8), (0.00, 0.8), (0.0, 1), (0, 1), (0.0, 1.0)),
    Sounding.I: ((0.28, 1.0), (0.85, 1.0), (0.00, 1.0), (0.0, 1), (0, 1), (0.0, 1.0)),
    Sounding.O: ((0.62, 1.8), (0.30, 1.0), (0.65, 1.0), (0.0, 1), (0, 1), (0.0, 1.0)),
    Sounding.U: ((0.28, 1.0), (0.10, 1.2), (1.00, 1.2), (0.0, 1), (0, 1), (0.0, 1.0)),
    Sounding.Y: ((0.26, 1.0), (0.20, 1.2), (0.90, 1.2), (0.0, 1), (0, 1), (0.0, 1.0)),
    Sounding.SCHWA: ((0.38, 0.8), (0.55, 0.3), (0.00, 0.3), (0.0, 1), (0, 1), (0.0, 0.6)),
    Sounding.APICAL: ((0.16, 1.0), (0.65, 0.8), (0.00, 0.8), (0.0, 1), (0, 1), (0.0, 0.5)),
}
_TARGET: Values = np.array([[target for target, _ in _TABLE[code]] for code in Sounding], np.float64)
_STRENGTH: Values = np.array([[strength for _, strength in _TABLE[code]] for code in Sounding], np.float64)

_MS = SAMPLE_RATE / 1000
# How fast a phone's pull falls off before it begins and after it ends: lips round 80 ms ahead, and shut within 10 ms.
_AHEAD: Values = np.array([28, 70, 80, 9, 22, 35], np.float64) * _MS
_AFTER: Values = np.array([30, 55, 55, 9, 18, 30], np.float64) * _MS

_FALL = 1.5
"""Steeper than the plain exponential, so that a pull is local."""

_BURST_AHEAD = round(35 * _MS)
"""eSpeak and Piper put the beginning of a p at its burst or shortly before: the lips met this much earlier."""
_BURST_OPEN = round(20 * _MS)
_HELD = 0.75
"""The share of an m or b for which the lips stay together."""
_SHORT_PAUSE = round(90 * _MS)
"""The silence before a burst or between two words is no rest."""

REACH_AHEAD = round(250 * _MS)
REACH_BACK = round(250 * _MS)
"""Phones further away move no lip."""

_RAMP = 90 * _MS
"""The face goes over to what the phones say, and back to the sound, within this time."""


class PhoneMouth:
    """What the phones say of the mouth.

    A pure function of the time and the phones around it, but for the cut.
    """

    def __init__(self) -> None:
        self._cut_at: int | None = None

    def cut(self, at: int) -> None:
        """Forget the phones that began before index `at`, for all times from it on: the mouth is at rest there."""
        self._cut_at = at

    def at(self, phones: Phones, pts: int) -> tuple[Mouth, float]:
        """The mouth at index `pts`, and how much it counts: 0 where no phones are known … 1."""
        rows = phones.between(pts - REACH_BACK, pts + REACH_AHEAD)
        if self._cut_at is not None and pts >= self._cut_at:
            rows = rows[rows[:, 0] >= self._cut_at]
        elif self._cut_at is not None and pts < self._cut_at - 10 * SAMPLE_RATE:
            self._cut_at = None  # a new timeline has begun
        if not len(rows):
            return REST, 0.0
        starts, ends, codes = rows[:, 0].astype(np.float64), rows[:, 1].astype(np.float64), rows[:, 2]
        far = float(np.maximum(0, np.maximum(starts - pts, pts - ends)).min())
        share = 1 - _smooth(far / _RAMP)
        known = (codes >= 0) & (codes < len(_TARGET)) & ((codes != Sounding.PAUSE) | (ends - starts >= _SHORT_PAUSE))
        if share <= 0 or not known.any():
            return REST, max(0.0, share)
        return _blend(starts[known], ends[known], codes[known], pts), share


def _blend(starts: Values, ends: Values, codes: NDArray[np.int64], pts: int) -> Mouth:
    burst, held = codes == Sounding.P, codes == Sounding.B
    length = ends - starts
    ends = np.where(burst, starts + np.maximum(_BURST_OPEN, 0.5 * length), ends)
    ends = np.where(held, starts + _HELD * length, ends)
    starts = np.where(burst, starts - _BURST_AHEAD, starts)
    before = np.maximum(0, starts - pts)[:, None] / _AHEAD
    after = np.maximum(0, pts - ends)[:, None] / _AFTER
    pull = _STRENGTH[codes] * np.exp(-((before + after) ** _FALL)) + 1e-12
    value = (pull * _TARGET[codes]).sum(axis=0) / pull.sum(axis=0)
    return Mouth(*(float(v) for v in value))


def openness(level: float) -> float:
    """What the loudness makes of the jaw: 0 in silence, 1 in usual speech, a little more when it is loud.

    `level`: natural log of power, about usual speech (0).
    """
    return _smooth((level + 5.0) / 2.5) * min(1.1, max(0.85, 1 + 0.08 * level))


def joined(heard: Mouth, told: Mouth, share: float, level: float) -> Mouth:
    """Between the mouth that the sound asks for and the one that the phones ask for, `share` of the latter."""
    if share <= 0:
        return heard
    told = told._replace(jaw=min(1.0, told.jaw * openness(level)))
    return Mouth(*(a + share * (b - a) for a, b in zip(heard, told, strict=True)))


def _smooth(x: float) -> float:
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)
