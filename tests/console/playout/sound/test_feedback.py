"""Feedback is found in a loop that sustains itself, and in nothing else that a microphone brings."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from console.playout.sound.decode import load_sound
from console.playout.sound.echo_reference import ADVANCE
from console.playout.sound.feedback import SUSTAINED
from console.playout.sound.feedback_trial import SHIFT, SHIFT_LENGTH, SHIFT_RAMP, FeedbackTrial
from tests.house.source import ROOT

RATE = 48_000
BLOCK = 4 * 480
LATE = round(0.150 * RATE)
"""From the microphone to the hall, and back through the air."""

Sound = NDArray[np.float32]


@cache
def speech() -> Sound:
    """The demo MC, 12 seconds."""
    return load_sound(ROOT / "assets" / "demo-mc.ogg")[: 12 * RATE] * np.float32(0.4)


def word() -> Sound:
    """Half a second of speech in a silent hall."""
    sound = np.zeros(10 * RATE, np.float32)
    sound[RATE : RATE + RATE // 2] = speech()[RATE : RATE + RATE // 2]
    return sound


def room(fades_in_s: float, direct: float) -> Sound:
    """How a hall answers: the direct sound and a tail that loses 60 dB in so many seconds, with an energy of 1."""
    at = np.arange(round(RATE * min(fades_in_s, 1.0)))
    answer = np.random.default_rng(1).standard_normal(len(at)) * 10.0 ** (-3 * at / RATE / fades_in_s)
    answer /= np.linalg.norm(answer)
    answer[0] += direct
    return (answer / np.linalg.norm(answer)).astype(np.float32)


def found_after(
    source: Sound, gain: float, answer: Sound | None = None, *, limit: float = 1.0, verdicts: list[str] | None = None
) -> float | None:
    """Play `source` to the microphone of a hall that gives back `gain`; seconds until feedback is found, or None.

    Args:
        limit: what the hall plays is held below this by a limiter.
        verdicts: of trials, in their order.
    """
    shifted_at = -2 * SHIFT_LENGTH
    at = 0

    def shift() -> int:
        nonlocal shifted_at
        shifted_at = at + BLOCK + round(0.100 * RATE)  # the hall hears it a lip delay later
        return shifted_at

    trial = FeedbackTrial(shift, (verdicts if verdicts is not None else []).append)
    room_noise = np.random.default_rng(0)
    back = np.zeros(len(source) + 3 * RATE, np.float32)
    laid = np.zeros(len(source) + RATE, np.float32)
    hall = np.zeros(len(source) + RATE, np.float32)
    air = LATE - round(0.120 * RATE)
    for at in range(0, len(source) - BLOCK, BLOCK):
        noise = 1e-4 * room_noise.standard_normal(BLOCK).astype(np.float32)
        heard = np.clip(source[at : at + BLOCK] + noise + back[at : at + BLOCK], -1, 1)
        goes = at + LATE - air
        laid[goes : goes + BLOCK] = heard
        into = goes - (shifted_at - ADVANCE) + np.arange(BLOCK)
        share = np.clip(np.minimum(into, SHIFT_LENGTH - into) / SHIFT_RAMP, 0, 1).astype(np.float32)
        hall[goes : goes + BLOCK] = heard * (1 - share) + laid[goes - SHIFT : goes - SHIFT + BLOCK] * share
        played = gain * hall[goes : goes + BLOCK]
        played *= min(1.0, limit / max(float(np.abs(played).max()), 1e-9))
        if answer is not None:
            size = 1 << (len(answer) + BLOCK).bit_length()
            played = np.fft.irfft(np.fft.rfft(played, size) * np.fft.rfft(answer, size), size)[: len(answer) + BLOCK]
        goes = at + LATE
        back[goes : goes + len(played)] += played[: len(back) - goes].astype(np.float32)
        if trial.push(heard, hall[at + ADVANCE : at + ADVANCE + BLOCK]):
            return at / RATE
    return None


@pytest.mark.parametrize("gain", [0.9, 0.97, 1.05])
def test_a_loop_that_sustains_what_was_said_is_found_within_five_seconds(gain: float) -> None:
    assert gain > SUSTAINED
    for source, begins_s in ((word(), 1.0), (speech(), 0.0)):
        found = found_after(source, gain)
        assert found is not None and found - begins_s < 5.0


@pytest.mark.parametrize("gain", [1.5, 2.5])
def test_a_hall_that_howls_is_found(gain: float) -> None:
    found = found_after(speech(), gain, room(1.5, 1.0))
    assert found is not None and found < 6.0


def test_a_hall_that_howls_out_of_its_own_noise_is_found() -> None:
    assert found_after(np.zeros(10 * RATE, np.float32), 1.3) is not None


@pytest.mark.parametrize(("fades_in_s", "direct"), [(0.5, 1.0), (1.5, 1.0), (3.0, 1.0), (1.5, 4.0)])
def test_an_mc_in_a_hall_that_answers_is_left_alone(fades_in_s: float, direct: float) -> None:
    """10 dB below where it would howl, which is where a sound engineer stops."""
    assert found_after(speech(), 0.3, room(fades_in_s, direct)) is None


def test_repeats_that_fade_are_no_feedback() -> None:
    for source in (word(), speech()):
        assert found_after(source, 0.4) is None


def tone(hz: float, seconds: float = 6.0, partials: int = 1) -> Sound:
    at = np.arange(round(seconds * RATE)) / RATE
    sound = sum(np.sin(2 * np.pi * hz * number * at) / number for number in range(1, partials + 1))
    return (0.2 * np.asarray(sound)).astype(np.float32)


@pytest.mark.parametrize(
    "source",
    [tone(100), tone(440), tone(1000), tone(3000), tone(220, partials=14), np.zeros(6 * RATE, np.float32)],
    ids=["100 Hz", "440 Hz", "1 kHz", "3 kHz", "an organ", "silence"],
)
def test_a_steady_tone_that_somebody_plays_is_no_feedback(source: Sound) -> None:
    assert found_after(source, 0.0) is None and found_after(source, 0.3) is None


def test_applause_is_no_feedback() -> None:
    noise = 0.1 * np.random.default_rng(2).standard_normal(6 * RATE).astype(np.float32)
    assert found_after(noise, 0.3, room(1.5, 1.0)) is None


def beats(every_s: float, seconds: float = 12.0) -> Sound:
    """A drum machine: one and the same burst, again and again to the sample."""
    rng = np.random.default_rng(5)
    beat = 0.5 * rng.standard_normal(round(0.15 * RATE)) * np.exp(-np.arange(round(0.15 * RATE)) / (0.04 * RATE))
    sound = np.zeros(round(seconds * RATE), np.float32)
    for at in range(0, len(sound) - len(beat), round(every_s * RATE)):
        sound[at : at + len(beat)] += beat.astype(np.float32)
    return sound


def jingle(every_s: float, seconds: float = 12.0) -> Sound:
    """Speech that runs in a circle, without a gap."""
    part = speech()[2 * RATE : 2 * RATE + round(every_s * RATE)]
    return np.resize(part, round(seconds * RATE))


@pytest.mark.parametrize("every_s", [0.14, 0.2, 0.27, 0.35, 0.5, 0.6, 0.7])
@pytest.mark.parametrize("made", [beats, jingle])
def test_a_sound_that_repeats_itself_is_no_feedback(made: Callable[[float], Sound], every_s: float) -> None:
    """The MC was cut by a drum machine, for as long as nobody pressed THROUGH."""
    verdicts: list[str] = []
    assert found_after(made(every_s), 0.0, verdicts=verdicts) is None
    assert found_after(made(every_s), 0.2, room(1.5, 1.0), verdicts=verdicts) is None
    assert "feedback" not in verdicts


def test_what_repeats_itself_is_tried_and_let_go() -> None:
    verdicts: list[str] = []
    found_after(jingle(0.35), 0.0, verdicts=verdicts)
    assert "repeats itself" in verdicts and len(verdicts) <= 4, "the hall is not shifted all the time"


def test_feedback_that_a_limiter_holds_is_found() -> None:
    for source in (word(), speech()):
        assert found_after(source, 3.0, limit=0.3) is not None


def test_a_drum_machine_in_a_hall_that_howls_is_found() -> None:
    assert found_after(beats(0.5), 1.5, room(1.5, 1.0)) is not None


def test_blocks_of_any_size_are_taken() -> None:
    watch = FeedbackTrial(lambda: 0, lambda _: None)
    for size in (1, 7, 480, 5000, 0, 48_000):
        assert watch.push(np.zeros(size, np.float32), np.zeros(size, np.float32)) is False
