from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.ipc.rings.samples import LOUDEST, MOST, clean
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.rings.speech_ring import SpeechRing

NO_NUMBERS = (np.nan, np.inf, -np.inf, 3e38, -1e20)


def spoilt(value: float, count: int = 480) -> np.ndarray:
    """Speech-like sound with one sample that is no number."""
    sound = (0.1 * np.sin(np.arange(count) / 7)).astype(np.float32)
    sound[count // 3] = value
    return sound


@given(arrays(np.float32, st.integers(0, 50), elements=st.floats(width=32)))
def test_whatever_comes_only_numbers_within_bounds_go_on(sound: np.ndarray) -> None:
    kept = clean(sound)
    assert kept.dtype == np.float32 and len(kept) == len(sound)
    assert np.isfinite(kept).all() and (np.abs(kept) <= LOUDEST).all()
    good = np.isfinite(sound) & (np.abs(sound) <= LOUDEST)
    assert (kept[good] == sound[good]).all(), "and what was a sound is the same sound"
    assert (kept[~np.isfinite(sound)] == 0).all()


def test_good_sound_is_not_even_copied() -> None:
    sound = spoilt(0.5)
    assert clean(sound) is sound


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_no_ring_takes_or_gives_what_is_no_number(name: str, value: float) -> None:
    ring = SoundRing(name, capacity=4800)
    ring.write(spoilt(value))
    assert np.isfinite(ring._samples).all()
    ring._samples[7] = value  # rubbish in the memory itself
    heard = ring.read(0, 480)
    assert np.isfinite(heard).all() and np.abs(heard).max() <= MOST
    ring.cut(0, 480)
    assert np.isfinite(ring._samples[:480]).all()
    ring.close()


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_nor_does_the_one_for_voices(name: str, value: float) -> None:
    ring = SpeechRing.create(name, seconds=1.0)
    ring.begin(1)
    ring.write(1, spoilt(value))
    assert np.isfinite(ring._samples).all()
    ring._samples[9] = value
    heard = ring.read(1, 0, 480)
    assert heard is not None and np.isfinite(heard).all() and np.abs(heard).max() <= MOST
    ring.close()
