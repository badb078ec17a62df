"""A host whose networks have learnt to talk: her mouth goes with the voice, and nothing jumps at a passage."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.driver import pts_of
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.driver import MuseTalkDriver
from engine.musetalk.store.prepared import open_store
from engine.prepare import Silence
from tests.engine.musetalk import filmed, talking
from tests.hall.rig import speech

FRAMES = 30
"""Of the clip: she blinks in them."""

PAUSE_S, WORD_S = 1.1, 1.4

UNHEARD_S = 14.5
"""Where in the recording the words begin that the networks have never heard."""


class Seen(NamedTuple):
    """The face as drawn to a word between pauses, frame by frame.

    Attributes:
        faces: (n, height, width, 3) int16. share: (n,) how much of the drawn mouth is seen. opened: (n,) how much of
            the place where the mouth is, is dark; less what it is at rest. loud: (n,) the sound around each frame.
    """

    faces: NDArray[np.int16]
    share: NDArray[np.float64]
    opened: NDArray[np.float64]
    loud: NDArray[np.float64]


pytestmark = pytest.mark.bench  # a minute and a half by itself: run by `compere bench slow`


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> filmed.Filmed:
    clip = talking.filmed_by_the_light_host(Silence(), talking.FIRST, FRAMES)
    return talking.film(tmp_path_factory.mktemp("host"), clip=clip)


@pytest.fixture(scope="module")
def seen(host: filmed.Filmed) -> Iterator[Seen]:
    """Words that were not in the lesson."""
    begin = round(UNHEARD_S * SAMPLE_RATE)
    word = speech.load(speech.SPEECH)[begin:]
    word = word[np.flatnonzero(np.abs(word) > 0.02)[0] :][: round(WORD_S * SAMPLE_RATE)]
    pause = np.zeros(round(PAUSE_S * SAMPLE_RATE), np.float32)
    sound = np.concatenate([pause, word, pause])
    driver = MuseTalkDriver(models=host.models, cache=host.cache, card="cpu")
    driver.load(host.avatar, talking.WIDTH, talking.HEIGHT)
    canvas = np.zeros((talking.HEIGHT, talking.WIDTH, 4), np.uint8)
    left, top, right, bottom = talking.FACE
    faces, share, loud = [], [], []
    track = talking.Track(sound)
    for number in range(round(0.8 * talking.RATE), len(sound) * talking.RATE // SAMPLE_RATE - 4):
        for frame in driver.frames(track, number, 1, talking.RATE, lambda: canvas):
            faces.append(frame.pixels[top:bottom, left:right, :3].astype(np.int16))
            assert driver._ear is not None
            share.append(driver._ear.share(frame.pts))
            around = track.read(pts_of(number - 1, talking.RATE), 3 * SAMPLE_RATE // talking.RATE)
            loud.append(float(np.sqrt(np.mean(around**2))))
    driver.close()
    dark = np.array([float((face[150:205, 35:115].mean(2) < 80).mean()) for face in faces])
    shares = np.array(share)
    yield Seen(np.array(faces), shares, dark - np.median(dark[shares == 0]), np.array(loud))


def test_the_mouth_opens_with_the_sound_and_is_closed_without_it(seen: Seen) -> None:
    assert seen.opened.max() > 0.03
    assert seen.opened[seen.loud < 1e-4].max() < 0.2 * seen.opened.max()
    drawn = seen.share == 1.0
    likeness = {late: np.corrcoef(seen.opened[drawn], np.roll(seen.loud, late)[drawn])[0, 1] for late in range(-4, 5)}
    assert max(likeness.values()) > 0.5
    assert abs(max(likeness, key=lambda late: likeness[late])) <= 2  # frames


def test_between_idle_and_speech_no_step_is_larger_than_the_clips_own(seen: Seen, host: filmed.Filmed) -> None:
    store = open_store(host.avatar, host.cache)
    left, top, right, bottom = talking.FACE
    cycle = [*store.cycle, store.cycle[0]]  # its seam is a step of its own
    clip = [store.frame(index)[top:bottom, left:right].astype(np.int16) for index in cycle]
    own = [np.abs(b - a) for a, b in pairwise(clip)]
    passing = [
        np.abs(b - a)
        for a, b, before, after in zip(seen.faces, seen.faces[1:], seen.share, seen.share[1:], strict=False)
        if before != after
    ]
    assert len(passing) >= 4, "it came and went at once"
    assert max(step.mean() for step in passing) <= max(step.mean() for step in own)
    assert max(np.percentile(step, 99) for step in passing) <= max(np.percentile(step, 99) for step in own)
