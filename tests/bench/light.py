"""The light engine alone: what a picture costs on this machine."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from engine.avatar import load_avatar
from engine.light.driver import LightDriver
from tests.hall.rig.speech import SPEECH, load

from .rows import Row, at_most, figure

_SIZES = ((1920, 1080), (1280, 720))
_FRAMES = 400


class _Speech:
    """Speech as a timeline."""

    def __init__(self) -> None:
        self._samples = load(SPEECH)

    def read(self, start: int, count: int) -> np.ndarray:
        return np.take(self._samples, np.arange(start, start + count), mode="wrap")


def run() -> list[Row]:
    """CPU time of a picture, avatar by avatar, speech included."""
    speech = _Speech()
    rows: list[Row] = []
    for folder in sorted((Path(__file__).parents[2] / "avatars").iterdir()):
        for width, height in _SIZES:
            driver = LightDriver()
            driver.load(load_avatar(folder), width, height)
            canvases = [np.zeros((height, width, 4), np.uint8) for _ in range(6)]
            costs = []
            for number in range(_FRAMES):
                begun = time.process_time()
                for _ in driver.frames(speech, number, 1, 30, lambda n=number, c=canvases: c[n % 6]):  # type: ignore[misc]
                    pass
                costs.append((time.process_time() - begun) * 1e3)
            p50, p95 = np.percentile(costs, (50, 95))
            name = f"{folder.name} at {width}x{height}"
            if height == 1080:
                rows.append(at_most(f"{name}: CPU of a picture, p95", float(p95), 15, "ms"))
                rows.append(figure(f"{name}: CPU of a picture, p50", f"{p50:.1f} ms"))
            else:
                rows.append(figure(f"{name}: CPU of a picture, p50 / p95", f"{p50:.1f} / {p95:.1f} ms"))
    return rows
