"""The gate that rests the mouth in pauses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.audio.speech_gate import FADE_HOPS, HANG_HOPS, SpeechGate

HOP = 160


def room(hops: int, level: float = 1e-3, seed: int = 1) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(0, level, hops * HOP).astype(np.float32)


def voice(hops: int, level: float = 0.1) -> NDArray[np.float32]:
    n = np.arange(hops * HOP)
    return (level * np.sign(np.sin(2 * np.pi * 130 * n / 16_000))).astype(np.float32)


def shares(sound: NDArray[np.float32]) -> NDArray[np.float64]:
    """The share at each hop."""
    gate = SpeechGate()
    for hop in sound.reshape(-1, HOP):
        gate.push(hop)
    return np.array([gate.share_at(hop) for hop in range(len(sound) // HOP)])


def test_a_word_is_seen_coming_and_the_mouth_is_wholly_there_when_it_begins() -> None:
    found = shares(np.concatenate([room(100), voice(40), room(100)]))
    assert (found[:88] == 0).all()
    assert found[100] > 0.99 and (found[101:139] == 1).all()


def test_a_stop_within_a_phrase_keeps_the_mouth_and_a_pause_rests_it() -> None:
    found = shares(np.concatenate([room(100), voice(40), room(HANG_HOPS - 15), voice(40), room(120)]))
    spoken = slice(100, 100 + 80 + HANG_HOPS - 15)
    assert found[spoken].min() > 0.99
    assert found[-1] == 0 and found[-60] == 0


def test_nothing_ever_jumps() -> None:
    sound = np.concatenate([room(50), voice(3), room(40), voice(60), room(10), voice(5), room(80)])
    assert np.abs(np.diff(shares(sound))).max() <= 1 / FADE_HOPS + 1e-6


def test_a_click_is_no_word_and_a_loud_room_is_silence_after_a_while() -> None:
    click = room(200)
    click[100 * HOP + 30 : 100 * HOP + 60] = 0.8
    assert shares(click).max() == 0
    loud = np.concatenate([room(100, 1e-4), room(1700, 8e-3, 2)])
    assert shares(loud)[-40:].max() == 0
    spoken = np.concatenate([loud, voice(50, 0.3)])
    assert shares(spoken)[-20] == 1


def test_a_quiet_speaker_is_heard_and_the_steps_of_the_room_are_not() -> None:
    assert shares(np.concatenate([room(100, 1e-4), voice(40, 0.01), room(60, 1e-4)]))[120] == 1


def test_after_a_cut_it_closes_within_a_frame_and_opens_again_for_a_new_word() -> None:
    gate = SpeechGate()
    for hop in np.concatenate([room(100), voice(60)]).reshape(-1, HOP):
        gate.push(hop)
    assert gate.share_at(140) == 1
    gate.cut(145)
    for hop in room(60).reshape(-1, HOP):
        gate.push(hop)
    assert gate.share_at(149) == 0
    for hop in voice(30).reshape(-1, HOP):
        gate.push(hop)
    assert gate.share_at(205 + 2) > 0.99


def test_a_hop_that_is_no_number_is_silence_and_leaves_nothing_behind() -> None:
    sound = np.concatenate([room(100), voice(40), room(100)])
    broken = sound.copy()
    for value in (np.nan, np.inf, 3e38):
        broken[50 * HOP + 7] = value
        found = shares(broken)
        assert np.isfinite(found).all() and np.array_equal(found[95:], shares(sound)[95:])
