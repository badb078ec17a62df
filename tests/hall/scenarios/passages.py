"""Whether the face jumps where the clip and the drawn mouth change places, and whether the lips follow the sound.

Read from pictures of the face, grey, each as often as it changed. A jump is what a picture differs from the one before
it: on average over the face, and where it differs most (the 99th percentile of its pixels).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tests.hall.rig import analysis
from tests.hall.rig.meter import Box
from tests.hall.rig.tracks import Sound

FACE = Box(810, 180, 300, 442)
"""Lin's face on the hall's monitor when the program is `talking`'s, twice as large."""

BEFORE_S, AFTER_S = 0.20, 0.75
"""The drawn mouth comes within so much before a word is heard, and is gone so much after it."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Steps:
    """What each picture differs from the one before it by, in grey levels.

    Attributes:
        times: (n,) wall-clock seconds at which it came. mean, most: (n,) over the face, and its 99th percentile.
    """

    times: Floats
    mean: Floats
    most: Floats

    def between(self, spans: Sequence[tuple[float, float]]) -> Steps:
        """Those within any of the times."""
        inside = np.zeros(len(self.times), np.bool_)
        for start, end in spans:
            inside |= (self.times >= start) & (self.times <= end)
        return Steps(self.times[inside], self.mean[inside], self.most[inside])

    def largest(self) -> tuple[float, float]:
        """The largest mean, and the largest 99th percentile."""
        return (float(self.mean.max(initial=0.0)), float(self.most.max(initial=0.0)))


def steps(times: Floats, pictures: NDArray[np.uint8]) -> Steps:
    """From picture to picture.

    Args:
        times: (n,) wall-clock seconds. pictures: (n, height, width) grey.
    """
    mean, most = [], []
    for before, picture in pairwise(pictures):
        change = np.abs(picture.astype(np.int16) - before)
        mean.append(float(change.mean()))
        most.append(float(np.percentile(change, 99)))
    return Steps(times[1:], np.array(mean), np.array(most))


@dataclass(frozen=True)
class Spans:
    """The times of a film: where the clip is shown, where the two change places, and where the drawn mouth speaks."""

    idle: list[tuple[float, float]]
    passages: list[tuple[float, float]]
    speech: list[tuple[float, float]]


def spans(loudspeaker: Sound, word_s: float, until: float) -> Spans:
    """By what is heard: words of one length with long pauses."""
    begins = [float(t) for t in analysis.sound_onsets(loudspeaker, pause_s=1.0)]
    ends = [begin + word_s for begin in begins]
    passages = [(begin - BEFORE_S, begin) for begin in begins] + [(end + 0.05, end + AFTER_S) for end in ends]
    pauses = zip([loudspeaker.start, *ends], [*begins, until], strict=True)
    idle = [(end + AFTER_S, begin - BEFORE_S) for end, begin in pauses if begin - end > BEFORE_S + AFTER_S]
    return Spans(idle, passages, list(zip(begins, ends, strict=True)))


def lips(times: Floats, opened: Floats, loudspeaker: Sound, longest_s: float = 0.3) -> tuple[float, float]:
    """How the mouth follows the loudness of what is heard.

    Args:
        times, opened: (n,) the film, and how far the mouth is open in it.
        loudspeaker: what is heard.

    Returns:
        (seconds by which the mouth is later, correlation coefficient there). The earliest looked for is `longest_s`
        before the sound.
    """
    moments = np.arange(
        max(times[0], loudspeaker.start) + longest_s, min(times[-1], loudspeaker.end) - longest_s, 0.005
    )
    level = analysis.loudness(loudspeaker)
    swell = np.convolve(level, np.hanning(80) / np.hanning(80).sum(), mode="same")
    heard = np.interp(moments, loudspeaker.start + np.arange(len(swell)) * 0.001, swell)
    found = [
        (float(np.corrcoef(heard, np.interp(moments + late, times, opened))[0, 1]), float(late))
        for late in np.arange(-longest_s, longest_s, 0.005)
    ]
    likeness, late = max(found)
    return late, likeness
