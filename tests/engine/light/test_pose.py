from __future__ import annotations

from dataclasses import astuple
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.light.pose import IdleMotion

SEEDS = (1, 2, 77, 4_000_000_000)


@given(st.integers(0, 10**12), st.sampled_from(SEEDS), st.integers(4, 30))
def test_the_pose_repeats_after_the_loop_exactly(pts: int, seed: int, seconds: int) -> None:
    motion = IdleMotion(seconds, seed)
    assert motion.at(pts) == motion.at(pts + motion.loop)


@given(st.integers(0, 10**9), st.sampled_from(SEEDS), st.integers(4, 30))
def test_the_head_stays_where_the_picture_is_redrawn(pts: int, seed: int, seconds: int) -> None:
    pose = IdleMotion(seconds, seed).at(pts)
    assert abs(pose.x) <= 9 and abs(pose.y) <= 7 and abs(pose.roll) <= 1.4
    assert abs(pose.yaw) <= 1 and abs(pose.pitch) <= 1
    assert 0 <= pose.breath <= 1 and 0 <= pose.blink <= 1 and 0 <= pose.brow <= 1


@pytest.mark.parametrize("seed", SEEDS)
def test_no_step_of_the_loop_jumps_least_of_all_its_seam(seed: int) -> None:
    motion = IdleMotion(8, seed)
    head = [(p.x, p.y, p.roll, p.breath) for p in (motion.at(i * 1_600) for i in range(241))]
    steps = [max(abs(a - b) for a, b in zip(p, q, strict=True)) for p, q in pairwise(head)]
    assert max(steps) < 0.7
    assert steps[-1] <= max(steps[:-1])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("rate", [25, 30, 50, 60])
def test_the_host_never_stands_still(seed: int, rate: int) -> None:
    motion = IdleMotion(8, seed)
    for i in range(8 * rate):
        now, after = motion.at(i * 48_000 // rate), motion.at((i + 1) * 48_000 // rate)
        assert max(abs(a - b) for a, b in zip(astuple(now), astuple(after), strict=True)) > 0.004


@pytest.mark.parametrize("seed", SEEDS)
def test_blinks_shut_the_eyes_at_uneven_times(seed: int) -> None:
    motion = IdleMotion(8, seed)
    shut = [i for i in range(800) if motion.at(i * 480).blink > 0.95]
    starts = [i for i in shut if i - 1 not in shut]
    assert 2 <= len(starts) <= 5
    gaps = [b - a for a, b in zip(starts, [*starts[1:], starts[0] + 800], strict=True)]
    assert len(set(gaps)) > 1


def test_two_avatars_do_not_move_in_step() -> None:
    first, second = IdleMotion(8, 1), IdleMotion(8, 2)
    assert all(first.at(i * 8_000) != second.at(i * 8_000) for i in range(48))
