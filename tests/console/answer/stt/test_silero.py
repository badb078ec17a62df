from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.answer.stt.protocol import RATE, Floats
from console.answer.stt.silero import Silero
from console.answer.stt.vad import FRAME, Began, Ended, Endpointer
from tests.console.answer.stt.conftest import noise, recorded
from tests.fakes.children import ROOT


@pytest.fixture(scope="module")
def silero() -> Silero:
    """The real one."""
    return Silero()


def chances(silero: Silero, sound: Floats, block: int = 4_800) -> list[float]:
    """Of a sound that comes in blocks."""
    silero.reset()
    found: list[float] = []
    for at in range(0, len(sound), block):
        begin, values = silero.judge(at, sound[at : at + block])
        assert begin == len(found) * FRAME
        found += values
    return found


@pytest.mark.parametrize("language", ["en", "cmn"])
def test_speech_begins_within_60_ms_of_its_first_phone(silero: Silero, language: str) -> None:
    quiet = noise(1.0, 0.001)
    speech = recorded(language)
    sound = np.concatenate([quiet, speech + noise(len(speech) / RATE, 0.001, 2)[: len(speech)], noise(1.2, 0.001, 3)])
    first_phone_s = json.loads((ROOT / "tests" / "data" / f"espeak-{language}.json").read_text())["phones"][0][0]
    endpointer = Endpointer()
    events = [
        event
        for number, chance in enumerate(chances(silero, sound))
        for event in endpointer.feed(number * FRAME, chance)
    ]
    began = [event for event in events if isinstance(event, Began)]
    assert len(began) == 1
    assert abs(began[0].onset / RATE - 1.0 - first_phone_s) < 0.060
    assert isinstance(events[-1], Ended)


@pytest.mark.parametrize("kind", ["noise", "loud noise", "tone", "chord", "silence"])
def test_what_is_no_speech_begins_no_question(silero: Silero, kind: str) -> None:
    seconds = np.arange(3 * RATE) / RATE
    sound = {
        "noise": noise(3.0, 0.01),
        "loud noise": noise(3.0, 0.2),
        "tone": 0.3 * np.sin(2 * np.pi * 440 * seconds),
        "chord": sum(0.1 * np.sin(2 * np.pi * hz * seconds) for hz in (220.0, 277.2, 329.6, 440.0)),
        "silence": np.zeros(3 * RATE),
    }[kind]
    assert max(chances(silero, np.asarray(sound, np.float32))) < 0.5


@settings(max_examples=10, deadline=None)
@given(block=st.integers(1_000, 20_000))
def test_it_does_not_matter_in_which_pieces_the_sound_comes(block: int) -> None:
    sound = recorded("en")[: 2 * RATE]
    silero = Silero()
    assert chances(silero, sound, block) == chances(silero, sound, len(sound))


def test_frame_by_frame_it_judges_as_the_library_does_at_once(silero: Silero) -> None:
    from faster_whisper.vad import get_vad_model

    sound = recorded("en")
    sound = sound[: len(sound) // FRAME * FRAME]
    whole = get_vad_model()(sound.copy()).reshape(-1)
    assert np.allclose(chances(silero, sound)[:-1], whole[:-1], atol=1e-4)  # its 1.2 silences the end of the last one


def test_a_gap_begins_it_again(silero: Silero) -> None:
    sound = recorded("en")[:RATE]
    fresh = chances(silero, sound)
    silero.judge(RATE, recorded("en")[RATE : 2 * RATE + 100])
    assert silero.judge(50 * RATE, sound) == (50 * RATE, fresh)
