"""What is read from a film of a face, on films that are made up."""

from __future__ import annotations

import numpy as np
import pytest

from tests.hall.rig.tracks import RATE, Sound
from tests.hall.scenarios import passages, takeover

TIMES = np.arange(0, 4, 0.02)


def test_a_mouth_that_goes_and_comes_back_is_missing_from_the_first_frame_to_where_it_stays() -> None:
    opened = np.ones(len(TIMES))
    opened[(TIMES >= 1.0) & (TIMES < 1.2)] = 0.1
    opened[(TIMES > 1.05) & (TIMES < 1.08)] = 0.9  # a glimpse is no return
    assert takeover.missing(TIMES, opened, 0.9, 3.0) == pytest.approx(0.2, abs=0.021)
    assert takeover.missing(TIMES, opened, 1.5, 3.0) == 0.0
    opened[TIMES >= 1.0] = 0.1
    assert takeover.missing(TIMES, opened, 0.9, 3.0) is None


def test_steps_tell_how_far_each_picture_is_from_the_one_before() -> None:
    pictures = np.zeros((4, 10, 10), np.uint8)
    pictures[2:, 0, :2] = 100  # two pixels of a hundred
    found = passages.steps(np.array([0.0, 0.1, 0.2, 0.3]), pictures)
    assert found.mean.tolist() == [0, 2, 0] and found.most[1] == 100
    assert found.between([(0.15, 0.25)]).largest() == (2, 100)
    assert found.between([(0.25, 0.35)]).largest() == (0, 0)


@pytest.mark.parametrize("late_s", [-0.05, 0.0, 0.08])
def test_lips_that_come_late_are_found_to_be_so_late(late_s: float) -> None:
    random = np.random.default_rng(4)
    swell = np.repeat(random.uniform(0, 1, 20), RATE // 5)
    sound = Sound(0.0, (swell * random.choice([-1, 1], len(swell))).astype(np.float32))
    level = np.interp(TIMES - late_s, np.arange(len(swell)) / RATE, swell)
    late, likeness = passages.lips(TIMES, level, sound)
    assert late == pytest.approx(late_s, abs=0.03)
    assert likeness > 0.8
