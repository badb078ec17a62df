"""A filmed host that means what she says: Lin's idle motion as a clip, and small networks that have learnt her mouth.

The networks lie in `tests/data/talking`; `training.py` beside this file makes them. Random ones show whether the way
through the engine is right; with these a film of the hall can be judged: a mouth that opens with the voice, closes
in its pauses, and may not jump.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.avatar import load_avatar
from engine.driver import Sound
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.light.driver import LightDriver
from engine.musetalk.face.face_box import Box
from engine.prepare import Silence
from tests.engine.musetalk import filmed
from tests.hall.rig import speech

ROOT = Path(__file__).parents[3]
MODELS = ROOT / "tests" / "data" / "talking"
WIDTH, HEIGHT, RATE = 960, 540, 25
FACE: Box = (405, 90, 555, 311)
"""Where Lin's face is in a picture of that size, wherever she sways to."""

FIRST, FRAMES = 2 * RATE - 12, 3 * RATE
"""The piece of her idle motion that is the clip: it blinks once."""


class Track:
    """A recording as a source timeline: silence before and after it.

    Args:
        samples: (samples,) float32 at 48 kHz, from index 0.
    """

    def __init__(self, samples: NDArray[np.float32]) -> None:
        self.samples = samples

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        """See `engine.driver.Sound`."""
        out = np.zeros(count, np.float32)
        first, last = max(start, 0), min(start + count, len(self.samples))
        if last > first:
            out[first - start : last - start] = self.samples[first:last]
        return out


def vowel(seconds: float) -> NDArray[np.float32]:
    """A long "ah", so that the mouth stays open: (samples,) float32 at 48 kHz.

    The middle of a spoken vowel again and again, each laid over the end of the one before.
    """
    spoken = speech.load(speech.TIMING)
    begin = int(np.flatnonzero(np.abs(spoken) > 0.05)[0]) + round(0.05 * SAMPLE_RATE)
    piece, over = spoken[begin : begin + round(0.12 * SAMPLE_RATE)].copy(), round(0.03 * SAMPLE_RATE)
    ramp = np.linspace(0, 1, over, dtype=np.float32)
    piece[:over] *= ramp
    piece[-over:] *= ramp[::-1]
    sound = np.zeros(round(seconds * SAMPLE_RATE) + len(piece), np.float32)
    for at in range(0, len(sound) - len(piece) + 1, len(piece) - over):
        sound[at : at + len(piece)] += piece
    return sound[: round(seconds * SAMPLE_RATE)]


def filmed_by_the_light_host(sound: Sound, first: int, count: int) -> list[NDArray[np.uint8]]:
    """Lin as the light driver draws her: each (height, width, 3) uint8 BGR."""
    driver = LightDriver()
    driver.load(load_avatar(ROOT / "avatars" / "lin"), WIDTH, HEIGHT)
    canvas = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    frames = driver.frames(sound, first, count, RATE, lambda: canvas)
    return [np.ascontiguousarray(frame.pixels[..., :3]) for frame in frames]


def film(root: Path, models: Path = MODELS, clip: Sequence[NDArray[np.uint8]] | None = None) -> filmed.Filmed:
    """The host prepared under `root`, with the folders `avatars` and `cache`."""
    frames = filmed_by_the_light_host(Silence(), FIRST, FRAMES) if clip is None else clip
    return filmed.film_avatar(root, models, frames, [FACE] * len(frames), name="talking", rate=RATE)
