"""A simulated hall: the avatar's voice comes back into the microphone, later, softer and smeared."""

from __future__ import annotations

import sys
from unittest.mock import MagicMock

import numpy as np
import pytest
import soxr
from numpy.typing import NDArray

from console.answer.stt.echo.canceller import BLOCK, EchoCanceller
from console.answer.stt.echo.cleaning import LEARN_S
from console.answer.stt.protocol import Floats, STTError
from console.answer.stt.silero import Silero
from console.answer.stt.vad import FRAME, ON, Ended, Endpointer
from console.answer.tts.local.espeak import espeak
from console.answer.tts.protocol import Spoken
from engine.ipc.rings.samples import SAMPLE_RATE

DELAY = round(0.060 * SAMPLE_RATE)


def voice(seconds: float, seed: int, syllable_s: float) -> Floats:
    """Something like speech: a buzz in syllables, with pauses."""
    random = np.random.default_rng(seed)
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    pitch = 2 * np.pi * np.cumsum(110 + 40 * np.sin(2 * np.pi * 0.7 * t + seed)) / SAMPLE_RATE
    buzz = sum(np.sin(k * pitch + random.uniform(0, 6)) / k for k in range(1, 30))
    loud = np.clip(np.sin(np.pi * t / syllable_s), 0, 1) ** 0.5
    return (0.12 * buzz * loud + 0.002 * random.standard_normal(len(t))).astype(np.float32)


def hall_of(played: Floats) -> Floats:
    """What of it reaches the microphone: 60 ms later, 6 dB down, with a room behind it."""
    random = np.random.default_rng(1)
    room = (
        random.standard_normal(SAMPLE_RATE // 8) * np.exp(-np.arange(SAMPLE_RATE // 8) / (0.025 * SAMPLE_RATE)) * 0.02
    )
    room[0] = 0.5
    size = 1 << int(np.ceil(np.log2(len(played) + len(room))))
    wet = np.fft.irfft(np.fft.rfft(played, size) * np.fft.rfft(room, size), size)[: len(played)]
    return np.concatenate((np.zeros(DELAY), wet))[: len(played)].astype(np.float32)


def level_db(samples: Floats) -> float:
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-12))


def test_the_avatars_voice_falls_by_more_than_20_db_within_three_seconds() -> None:
    played = voice(6.0, 3, 0.17)
    echo = hall_of(played)
    heard = EchoCanceller().clean(echo, played)
    late = slice(3 * SAMPLE_RATE, None)
    assert level_db(echo[late]) - level_db(heard[late]) > 20.0


def said(text: str, voice_name: str) -> Floats:
    """What the built-in voice says, at 48 kHz."""
    pieces: list[Floats] = []

    def give(piece: Spoken) -> bool:
        pieces.append(piece.samples)
        return True

    espeak().speak(voice_name, text, 1.0, give)
    return np.concatenate(pieces)


def reverberant(played: Floats, t60_s: float, direct_db: float) -> Floats:
    """What of it reaches a microphone in a room.

    Args:
        t60_s: the room's reverberation time.
        direct_db: the direct sound's energy over the reverberation's; below 0 the microphone is beyond the hall radius.
    """
    random = np.random.default_rng(5)
    count = round(t60_s * SAMPLE_RATE)
    room = random.standard_normal(count) * 10 ** (-3 * np.arange(count) / count)
    room[: round(0.002 * SAMPLE_RATE)] = 0.0
    room *= 0.35 * 10 ** (-direct_db / 20) / np.sqrt((room**2).sum())
    room[0] = 0.35
    size = 1 << int(np.ceil(np.log2(len(played) + count)))
    wet = np.fft.irfft(np.fft.rfft(played, size) * np.fft.rfft(room, size), size)[: len(played)]
    late = round(0.045 * SAMPLE_RATE)  # 15 m
    noise = 0.0005 * random.standard_normal(len(played))
    return (np.concatenate((np.zeros(late), wet))[: len(played)] + noise).astype(np.float32)


def found_as_speech(samples: Floats) -> NDArray[np.bool_]:
    """Which 32 ms of it the search for speech takes for speech."""
    _, chances = Silero().judge(0, soxr.resample(samples, SAMPLE_RATE, 16_000).astype(np.float32))
    return np.array(chances) > ON


def questions_in(samples: Floats) -> int:
    """How many questions hands-free listening would hear in it."""
    _, chances = Silero().judge(0, soxr.resample(samples, SAMPLE_RATE, 16_000).astype(np.float32))
    endpointer = Endpointer()
    events = [event for n, chance in enumerate([*chances, *[0.0] * 40]) for event in endpointer.feed(n * FRAME, chance)]
    return sum(isinstance(event, Ended) for event in events)


HOST = {
    "en-us": "Good evening, ladies and gentlemen. The cloakroom is by the east door, and dinner begins at seven.",
    "cmn": "各位來賓晚安，洗手間在一樓大廳的左邊，請跟著指標走，晚宴七點鐘開始。",
}


def host(voice_name: str, seconds: float = 12.0) -> Floats:
    """The host, who says this again and again."""
    return np.resize(said(HOST[voice_name], voice_name), round(seconds * SAMPLE_RATE)).astype(np.float32)


@pytest.mark.parametrize("voice_name", HOST)
@pytest.mark.parametrize(
    ("room", "t60_s", "direct_db", "least_db"),
    [("a small room", 0.3, 6.0, 30.0), ("a hall", 0.9, 0.0, 22.0), ("a hall, far from the stage", 0.9, -6.0, 14.0)],
)
def test_the_hosts_real_voice_falls_and_what_is_left_is_no_speech(
    voice_name: str, room: str, t60_s: float, direct_db: float, least_db: float
) -> None:
    played = host(voice_name)
    echo = reverberant(played, t60_s, direct_db)
    late = slice(round(LEARN_S * SAMPLE_RATE), None)
    canceller = EchoCanceller()
    canceller._near = MagicMock()  # all that the canceller leaves, nothing silenced
    bare = canceller.clean(echo, played)
    speaking = np.abs(played[late]) > 0.01  # in its pauses there is nothing to take away
    erle_db = level_db(echo[late][speaking]) - level_db(bare[late][speaking])
    heard = EchoCanceller().clean(echo, played)
    print(f"ERLE {voice_name}, {room}: {erle_db:.1f} dB, {found_as_speech(bare[late]).mean():.1%} taken for speech")
    assert erle_db > least_db
    assert questions_in(echo) > 0, "it was one before"
    if direct_db >= 0.0:
        assert questions_in(heard[late]) == 0 and found_as_speech(heard[late]).mean() < 0.01
    else:  # beyond the hall radius some of it gets through until the canceller knows the whole tail
        assert questions_in(heard[late]) <= 1 and questions_in(heard[2 * late.start :]) == 0


@pytest.mark.parametrize("voice_name", HOST)
@pytest.mark.parametrize(("t60_s", "direct_db"), [(0.3, 6.0), (0.9, 0.0)])
def test_who_asks_over_the_host_with_a_microphone_in_the_hand_is_heard(
    voice_name: str, t60_s: float, direct_db: float
) -> None:
    echo = reverberant(host(voice_name), t60_s, direct_db)
    question = said("Excuse me, where can I leave my coat, please?", "en-us")
    begun, end = round(6.0 * SAMPLE_RATE), round(6.0 * SAMPLE_RATE) + len(question)
    question *= 10 ** ((level_db(echo[begun:end]) + 6.0 - level_db(question)) / 20)
    near = np.zeros(len(echo), np.float32)
    near[begun:end] = question
    heard = EchoCanceller().clean(echo + near, host(voice_name))
    assert 1 <= questions_in(heard[round(LEARN_S * SAMPLE_RATE) :]) <= 2, (
        "it may fall into two where the host is loudest"
    )
    assert found_as_speech(heard)[begun // (3 * FRAME) : end // (3 * FRAME)].mean() > 0.6


def test_somebody_who_speaks_meanwhile_is_still_there() -> None:
    played, near = voice(6.0, 3, 0.17), voice(6.0, 8, 0.29)
    near[: 4 * SAMPLE_RATE] = 0.0
    heard = EchoCanceller().clean(hall_of(played) + near, played)
    late = slice(round(4.5 * SAMPLE_RATE), None)
    assert level_db(near[late]) - level_db(heard[late]) < 6.0


def test_without_any_echo_the_microphone_goes_through() -> None:
    near = voice(2.0, 8, 0.29)
    heard = EchoCanceller().clean(near, np.zeros_like(near))
    assert abs(level_db(near[SAMPLE_RATE:]) - level_db(heard[SAMPLE_RATE:])) < 1.5


def test_sound_that_is_no_blocks_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no blocks"):
        EchoCanceller().clean(np.zeros(BLOCK + 1, np.float32), np.zeros(BLOCK + 1, np.float32))


def test_without_the_package_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "livekit", None)
    with pytest.raises(STTError, match=r"^Echo cancellation is not installed: .*\.$"):
        EchoCanceller()
