"""Which steps of sound belong to which video frame.

A frame is drawn from 10 steps (200 ms): at 25 frames a second from 80 ms before its own start to 80 ms after its end,
so that the window's middle is the frame's. A known peer took the window 80 ms early and had lips 80 ms late; a test
here holds the true place.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.audio.mel import RATE
from engine.musetalk.audio.whisper import STEP_RATE, steps_in

STEPS = 10
"""Steps that one frame is drawn from."""

BEYOND = -1
"""In a table of steps: outside the sound, all features zero."""


def frame_count(samples: int, fps: float) -> int:
    """How many video frames a recording of this many samples at 16 kHz gets. Raises ValueError unless fps > 0."""
    if not fps > 0:
        raise ValueError(f"frames per second must be above 0, not {fps}")
    return math.floor(samples / RATE * fps)


def steps_before(fps: float) -> int:
    """Steps that a frame's window begins before the frame itself: two frames' worth, rounded up frame by frame."""
    return 2 * math.ceil(STEP_RATE / fps)


def first_step(frame: int, fps: float) -> int:
    """The first of the 10 steps that `frame` is drawn from; below 0 where it lies before the sound.

    The published law. Its middle is the frame's own from 25 to 49 frames a second; below 25 it lies 40 ms early, from
    50 on 40 ms late. A live host of 50 or 60 is better drawn at half the rate.
    """
    return math.floor(frame * (STEP_RATE / fps)) - steps_before(fps)


def step_table(samples: int, fps: float) -> NDArray[np.int64]:
    """The steps that each frame of a recording is drawn from.

    The published law, with two differences: where the reference stops with an error (sound under 80 ms, 50 frames a
    second and more) there are frames too, and a broken rate like 29.97 is not rounded down to 29.
    Sound shorter than the window's head moves the head with it, as in the reference.

    Returns:
        (frames, 10) int64, counted from 0, `BEYOND` outside the sound.
    """
    frames = frame_count(samples, fps)
    known = steps_in(samples)
    missing = max(0, steps_before(fps) - known)
    starts = [first_step(frame, fps) + missing for frame in range(frames)]
    steps = np.array(starts, np.int64).reshape(-1, 1) + np.arange(STEPS)
    return np.where((steps >= 0) & (steps < known), steps, BEYOND)


def chunks(features: Tensor, samples: int, fps: float) -> Tensor:
    """What each frame of a recording is drawn from.

    Args:
        features: (steps, 5, 384) as `whisper.features` gives for the recording.
        samples: length of the recording at 16 kHz.
        fps: video frames per second.

    Returns:
        (frames, 50, 384): token = 5 * step + layer. Positions are added later, see `position`.
    """
    return take_steps(features, torch.from_numpy(step_table(samples, fps)))


def take_steps(features: Tensor, table: Tensor) -> Tensor:
    """Gather steps into chunks.

    Args:
        features: (steps, layers, width). table: (frames, 10) integers, `BEYOND` for zeros.

    Returns:
        (frames, 10 * layers, width).
    """
    with_zeros = torch.cat([features, features.new_zeros(1, *features.shape[1:])])
    return with_zeros[table.to(features.device)].flatten(1, 2)
