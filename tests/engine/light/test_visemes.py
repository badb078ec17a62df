from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.driver import DriverError
from engine.light.features import BANDS, Features
from engine.light.visemes import (
    RECEPTIVE_FIELD,
    REST,
    VISEMES,
    WEIGHTS,
    MouthMotion,
    VisemeNet,
    load_weights,
    mouth_goal,
)


def test_the_network_settles_where_it_would_come_to_by_hearing_the_same_for_ever() -> None:
    weights = load_weights()
    frame = np.random.default_rng(3).normal(0, 1, BANDS).astype(np.float32)
    settled, patient = VisemeNet(weights), VisemeNet(weights)
    at_once = settled.settle(frame)
    for _ in range(RECEPTIVE_FIELD + 1):
        slowly = patient.push(frame)
    assert np.allclose(at_once, slowly, atol=1e-4)
    assert np.allclose(settled.push(frame), at_once, atol=1e-4)


def test_the_receptive_field_is_as_long_as_the_driver_believes() -> None:
    weights = load_weights()
    chance = np.random.default_rng(4)
    frames = chance.normal(0, 1, (2 * RECEPTIVE_FIELD, BANDS)).astype(np.float32)

    def last(first: np.ndarray) -> np.ndarray:
        net = VisemeNet(weights)
        net.settle(first)
        for frame in frames[-RECEPTIVE_FIELD:]:
            out = net.push(frame)
        return out

    assert np.array_equal(last(frames[0]), last(frames[1]))


def test_silence_is_rest_exactly() -> None:
    weights = load_weights()
    features, net, motion = Features(weights["start_mean"]), VisemeNet(weights), MouthMotion()
    net.settle(features.silence())
    for _ in range(300):
        motion.push(net.push(features.push(np.zeros(480, np.float32))))
        assert motion.at(0.5) == REST
    assert motion.effort == 0


@pytest.mark.parametrize("level", [0.001, 0.01, 0.1])
def test_noise_of_the_room_leaves_the_mouth_at_rest(level: float) -> None:
    weights = load_weights()
    features, net, motion = Features(weights["start_mean"]), VisemeNet(weights), MouthMotion()
    net.settle(features.silence())
    chance, still = np.random.default_rng(5), 0
    for _ in range(500):
        noise = (level * chance.standard_normal(480)).astype(np.float32)
        motion.push(net.push(features.push(noise)))
        still += motion.at(0.0).jaw < 0.08
    assert still >= 475


def test_the_mouth_moves_on_between_two_outputs() -> None:
    motion = MouthMotion()
    shout = np.full(21, -8, np.float32)
    shout[VISEMES.index("aa")] = shout[15] = 8
    motion.push(shout)
    jaws = [motion.at(u).jaw for u in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert jaws == sorted(jaws) and jaws[0] < jaws[-1]


def test_the_effort_of_speaking_fades_to_nothing() -> None:
    motion = MouthMotion()
    shout, hush = np.full(21, -8, np.float32), np.full(21, -8, np.float32)
    shout[VISEMES.index("aa")] = shout[15] = 8
    hush[VISEMES.index("sil")] = 8
    for _ in range(60):
        motion.push(shout)
    assert motion.effort > 0.5
    for _ in range(300):
        motion.push(hush)
    assert motion.effort == 0 and motion.at(0.3) == REST


@given(hnp.arrays(np.float32, 21, elements=st.floats(-60, 60, width=32)))
def test_whatever_the_network_says_is_a_mouth(output: np.ndarray) -> None:
    goal = mouth_goal(output)
    assert goal.shape == (6,) and (goal >= 0).all() and (goal <= 1).all()


def test_missing_weights_are_named_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DriverError, match=r"missing .*gone\.npz.*restore this file\."):
        load_weights(tmp_path / "gone.npz")


@pytest.mark.parametrize("size", [0, 1, 100, 5_000, 200_000])
def test_weights_cut_short_are_refused(tmp_path: Path, size: int) -> None:
    broken = tmp_path / "w.npz"
    broken.write_bytes(WEIGHTS.read_bytes()[:size])
    with pytest.raises(DriverError, match="cannot be read"):
        load_weights(broken)


@given(st.binary(max_size=300))
def test_garbage_for_weights_is_a_sentence_never_a_crash(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    broken = tmp_path_factory.mktemp("w") / "w.npz"
    broken.write_bytes(data)
    with pytest.raises(DriverError):
        load_weights(broken)


@pytest.mark.parametrize("fault", ["absent", "shape", "nan", "zero"])
def test_weights_that_do_not_fit_are_refused_by_part(tmp_path: Path, fault: str) -> None:
    weights = {name: value.copy() for name, value in load_weights().items()}
    if fault == "absent":
        del weights["l.3.bias"]
    elif fault == "shape":
        weights["o.weight"] = weights["o.weight"][:20]
    elif fault == "nan":
        weights["l.7.weight"][0, 0, 0] = np.nan
    else:
        weights["stdv"][:] = 0
    np.savez(tmp_path / "w.npz", **weights)
    with pytest.raises(DriverError, match="damaged"):
        load_weights(tmp_path / "w.npz")
