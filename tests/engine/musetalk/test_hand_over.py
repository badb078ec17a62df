"""From the engine's pictures to the idle loop and back: the same frame of the clip at the same time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.driver import pts_of
from engine.files.idle_loop import IdleLoop
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.driver import MuseTalkDriver
from engine.musetalk.store.prepared import open_store
from engine.prepare import make_idle
from tests.engine.musetalk import filmed, puppets
from tests.engine.musetalk.test_driver import SPEECH, Timeline, drawn

DECODERS = 3
"""Grey levels by which Qt's reader of pictures and OpenCV's may differ."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> filmed.Filmed:
    root = tmp_path_factory.mktemp("host")
    models = puppets.write_small(root / "models", (236, 190, 160))
    frames = [filmed.drawn_frame(number) for number in range(6)]
    return filmed.film_avatar(root, models, frames, [filmed.FACE] * 6)


@pytest.fixture(scope="module")
def loop(host: filmed.Filmed) -> IdleLoop:
    out: Path = host.cache / "filmed.idle"
    make_idle(host.avatar, out, filmed.WIDTH, filmed.HEIGHT, 30)
    return IdleLoop.open(out)


def idle(loop: IdleLoop, pts: int) -> NDArray[np.int16]:
    """What playout shows of the loop at `pts`, (height, width, 3) BGR."""
    image = QImage.fromData(bytes(loop.jpeg(loop.frame_index_at(pts)))).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(filmed.HEIGHT, filmed.WIDTH, 4)
    return pixels[..., :3].astype(np.int16)


@pytest.mark.parametrize("rate", [25, 30, 60])
def test_at_every_moment_of_a_pause_the_engine_and_the_idle_loop_show_the_same_picture(
    host: filmed.Filmed, loop: IdleLoop, rate: int
) -> None:
    driver = MuseTalkDriver(models=host.models, cache=host.cache, card="cpu")
    driver.load(host.avatar, filmed.WIDTH, filmed.HEIGHT)
    silence = Timeline(begin=0, end=0)
    for frame in drawn(driver, silence, 0, rate // 2, rate):
        assert np.abs(frame.pixels[..., :3] - idle(loop, frame.pts)).max() <= DECODERS
    driver.close()


@pytest.mark.bench  # a minute by itself: run by `compere bench slow`
def test_between_idle_and_speech_nothing_jumps_further_than_the_clip_itself_does(
    host: filmed.Filmed, loop: IdleLoop
) -> None:
    driver = MuseTalkDriver(models=host.models, cache=host.cache, card="cpu")
    driver.load(host.avatar, filmed.WIDTH, filmed.HEIGHT)
    store = open_store(host.avatar, host.cache)
    clip = [store.frame(index).astype(np.int16) for index in store.cycle]
    own = max(np.abs(a - b).mean() for a, b in pairwise(clip))
    frames = drawn(driver, Timeline(), 20, 50)
    driver.close()
    pictures = [frame.pixels[..., :3].astype(np.int16) for frame in frames]
    steps = [np.abs(a - b).mean() for a, b in pairwise(pictures)]
    # The mouth's own part of a step is a share of the cross-fade; the clip goes on beneath it.
    mouth = max(np.abs(p - store.frame(store.index_at(f.pts))).mean() for p, f in zip(pictures, frames, strict=True))
    assert max(steps) <= own + 0.55 * mouth
    assert mouth > own / 4, "nothing was drawn"
    for shown in (pts_of(0, 25), SPEECH[1] + SAMPLE_RATE):  # playout goes over to its loop before and after
        index = store.index_at(shown)
        assert np.abs(idle(loop, shown) - store.frame(index)).max() <= DECODERS
