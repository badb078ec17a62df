from __future__ import annotations

import numpy as np

from engine.light.features import (
    BANDS,
    FILTER_DELAY,
    HOP,
    Decimator,
    Features,
    LogMel,
    Normaliser,
    mel_bank,
    silent_frame,
)


def tone(hz: float, seconds: float = 0.3) -> np.ndarray:
    return np.sin(2 * np.pi * hz * np.arange(int(48_000 * seconds)) / 48_000).astype(np.float32)


def decimated(sound: np.ndarray) -> np.ndarray:
    low = Decimator()
    return np.concatenate([low.push(sound[i : i + HOP]) for i in range(0, len(sound) - HOP + 1, HOP)])


def test_a_tone_that_the_network_cannot_know_does_not_fold_down_into_speech() -> None:
    assert np.abs(decimated(tone(10_500))[200:]).max() < 0.005


def test_a_tone_of_speech_passes_the_filter_unchanged() -> None:
    assert abs(np.abs(decimated(tone(1_000))[200:]).max() - 1) < 0.01


def test_the_filters_delay_is_the_one_that_is_accounted_for() -> None:
    click = np.zeros(4 * HOP, np.float32)
    click[2 * HOP + 240] = 1
    place = int(np.argmax(decimated(click)))
    assert abs(3 * place - FILTER_DELAY - (2 * HOP + 240)) <= 1.5


def test_every_mel_band_hears_something_and_weighs_the_same() -> None:
    bank = mel_bank()
    assert bank.shape == (BANDS, 257)
    assert np.allclose(bank.sum(axis=1), 1, atol=1e-4)


def test_digital_silence_has_the_frame_that_the_network_settles_on() -> None:
    assert np.allclose(LogMel().push(np.zeros(160, np.float32)), silent_frame())


def test_a_quieter_microphone_sounds_the_same_once_the_voice_is_learnt() -> None:
    chance = np.random.default_rng(1)
    voice = chance.standard_normal(6 * 48_000).astype(np.float32) * 0.1
    start = np.full(BANDS, -5, np.float32)
    near, far = Features(start), Features(start)
    for i in range(0, len(voice) - HOP, HOP):
        a, b = near.push(voice[i : i + HOP]), far.push(0.25 * voice[i : i + HOP])
    assert np.abs(a - b).mean() < 0.2


def test_room_noise_after_a_long_pause_is_not_learnt_as_a_voice() -> None:
    learnt = np.full(BANDS, -5, np.float32)
    normaliser = Normaliser(learnt)
    for _ in range(6_000):
        normaliser.push(np.full(BANDS, -11, np.float32))
    assert np.array_equal(normaliser.mean, learnt)


def test_a_reset_forgets_the_sound_but_not_the_voice() -> None:
    features = Features(np.full(BANDS, -5, np.float32))
    for _ in range(50):
        features.push(np.random.default_rng(2).standard_normal(HOP).astype(np.float32))
    mean = features.normaliser.mean.copy()
    features.reset()
    assert np.array_equal(features.normaliser.mean, mean)
    assert np.allclose(features.push(np.zeros(HOP, np.float32)), features.silence())
