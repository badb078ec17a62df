"""Loudness of voices, judged by another instance of FFmpeg's meter than the one that sets the gain."""

from __future__ import annotations

import asyncio
import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.answer.tts.level import LoudnessEstimate, LoudnessNormalizer, _Gain
from console.answer.tts.protocol import Floats, Spoken, TTSError
from tests.console.answer.tts.conftest import Line, line_of
from tests.console.answer.tts.scripted import ScriptedVoice, hum

TEXT = "one two three four five six seven eight"
CEILING = 10 ** (-1 / 20)


def loudness(samples: Floats) -> float:
    """Integrated loudness: all of it, from a meter that begins with it."""
    meter = LoudnessEstimate()
    meter.add(samples)
    blocks = 10 ** (np.array(meter._blocks) / 10)
    return float(10 * np.log10(blocks[blocks > blocks.mean() / 10].mean()))


def lines(voice: LoudnessNormalizer, count: int) -> list[Line]:
    async def scenario() -> list[Line]:
        return [await line_of(voice, TEXT) for _ in range(count)]

    return asyncio.run(scenario())


@pytest.mark.parametrize("level", [0.02, 0.1, 0.8])
@pytest.mark.parametrize("target", [-23.0, -16.0])
def test_quiet_and_loud_voices_become_equally_loud(level: float, target: float) -> None:
    voice = LoudnessNormalizer(ScriptedVoice(level=level), lambda: target)
    last = lines(voice, 6)[-1]
    assert abs(loudness(last.samples) - target) < 1.0


def test_the_gain_moves_slowly_within_a_line() -> None:
    voice = LoudnessNormalizer(ScriptedVoice(level=0.02), lambda: -16.0)
    for line in lines(voice, 3):
        levels = [line.loudness_db(at / 10, at / 10 + 0.1) for at in range(2, 18)]
        assert max(abs(a - b) for a, b in itertools.pairwise(levels)) < 0.45  # 3 dB a second


def test_a_voice_that_is_known_is_right_from_its_first_sample() -> None:
    voice = LoudnessNormalizer(ScriptedVoice(level=0.05), lambda: -20.0)
    lines(voice, 6)
    line = lines(voice, 1)[0]
    begins, ends = line.loudness_db(0.05, 0.25), line.loudness_db(1.7, 1.9)
    assert abs(begins - ends) < 0.5


def test_a_new_target_holds_for_the_next_line() -> None:
    target = [-26.0]
    voice = LoudnessNormalizer(ScriptedVoice(), lambda: target[0])
    quiet = lines(voice, 5)[-1]
    target[0] = -20.0
    loud = lines(voice, 1)[-1]
    assert abs(loudness(loud.samples) - loudness(quiet.samples) - 6) < 0.7


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 9000), st.floats(0, 4)), min_size=1, max_size=12),
    st.integers(0, 2**32 - 1),
)
def test_never_above_the_ceiling_and_never_a_sample_more_or_less(blocks: list[tuple[int, float]], seed: int) -> None:
    random = np.random.default_rng(seed)
    gain = _Gain(-10.0, LoudnessEstimate(-30.0))
    out, count = [], 0
    for size, level in blocks:
        out.append(gain.push((level * random.standard_normal(size)).astype(np.float32)))
        count += size
    out.append(gain.finish())
    whole = np.concatenate(out)
    assert len(whole) == count
    assert np.abs(whole).max() <= CEILING + 1e-4


def test_the_sound_stays_where_it_was_in_time() -> None:
    clicks = np.zeros(48_000, np.float32)
    clicks[12_000::6_000] = 0.2
    gain = _Gain(-20.0, LoudnessEstimate(-20.0))
    out = np.concatenate([gain.push(clicks[:20_000]), gain.push(clicks[20_000:]), gain.finish()])
    assert np.flatnonzero(np.abs(out) > 0.05).tolist() == np.flatnonzero(clicks).tolist()


def test_phones_and_words_are_handed_on_whole() -> None:
    line = lines(LoudnessNormalizer(ScriptedVoice(), lambda: -20.0), 1)[0]
    plain = asyncio.run(line_of(ScriptedVoice(), TEXT))
    assert (line.phones, line.words, len(line.samples)) == (plain.phones, plain.words, len(plain.samples))


def test_a_line_that_breaks_off_ends_in_a_short_fade_and_the_error_is_told() -> None:
    class Breaks(ScriptedVoice):
        """Ends in the middle of a swing."""

        async def speak(self, text, language, rate=1.0):  # type: ignore[no-untyped-def]
            yield Spoken(hum(0.5)[:-55])
            raise TTSError("It broke.")

    heard: list[Spoken] = []

    async def scenario() -> None:
        with pytest.raises(TTSError):
            async for piece in LoudnessNormalizer(Breaks(), lambda: -20.0).speak(TEXT, "en"):
                heard.append(piece)

    asyncio.run(scenario())
    line = Line(heard)
    assert len(line.samples) == 24_000 - 55
    assert abs(line.samples[-1]) < 0.005
    assert line.loudness_db(0.45, 0.48) > -25


def test_silence_teaches_nothing() -> None:
    meter = LoudnessEstimate()
    before = meter.lufs
    meter.add(np.zeros(48_000, np.float32))
    assert meter.lufs == before
