"""What is read from film and sound, on films and sounds made up with a known truth."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.hall.rig import analysis
from tests.hall.rig.tracks import RATE, TILES, HallFilm, MouthFilm, Sound

START = 1_700_000_000.0


def noise(seconds: float, seed: int = 1) -> NDArray[np.float32]:
    return np.random.default_rng(seed).uniform(-0.5, 0.5, round(seconds * RATE)).astype(np.float32)


def bursts(at: list[float], seconds: float) -> Sound:
    samples = np.zeros(round(seconds * RATE), np.float32)
    for begin in at:
        first = round(begin * RATE)
        samples[first : first + RATE // 5] = noise(0.2, seed=first)
    return Sound(START, samples)


def mouth_film(open_: NDArray[np.float64], rate: float = 120.0) -> MouthFilm:
    """A close-up of 10,000 pixels: skin of grey 180 that sways between neighbouring greys, a mouth of grey 40."""
    tones = np.zeros((len(open_), 256), np.uint16)
    for index, share in enumerate(open_):
        dark = round(2000 * share)
        sway = round(500 * (1 + np.sin(index)))
        tones[index, 40] = dark
        tones[index, 180] = 10_000 - dark - sway
        tones[index, 181] = sway
    return MouthFilm(START + np.arange(len(open_)) / rate, tones, np.diff(open_, prepend=open_[0]) != 0)


def test_sounds_are_found_to_the_millisecond_and_short_gaps_do_not_count() -> None:
    found = analysis.sound_onsets(bursts([1.0, 1.25, 2.0], 3))
    assert found - START == pytest.approx([1.0, 2.0], abs=0.0011)
    assert len(analysis.sound_onsets(Sound(START, np.zeros(RATE, np.float32)))) == 0


@pytest.mark.parametrize("delay", [-0.02, 0.0, 0.1234, 0.8])
def test_a_lag_is_found_to_the_sample_through_a_change_of_level(delay: float) -> None:
    spoken = noise(4)
    shift = round(delay * RATE)
    heard = np.roll(spoken, shift) * np.float32(0.2)
    found, likeness = analysis.lag(Sound(START, spoken), Sound(START, heard), start=START + 0.2, end=START + 2)
    assert found == pytest.approx(shift / RATE, abs=0.5 / RATE)
    assert likeness > 0.99


def test_a_lag_that_wanders_is_followed() -> None:
    spoken = noise(6)
    # 500 ppm slower: 3 ms in 6 s, as where one clock follows another. Smoothed, as speech is.
    spoken = np.convolve(spoken, np.ones(100) / 100, mode="same").astype(np.float32)
    stretched = np.interp(np.arange(len(spoken)) * (1 - 500e-6), np.arange(len(spoken)), spoken)
    middles, found = analysis.lags(
        Sound(START, spoken), Sound(START + 0.1, stretched.astype(np.float32)), start=START, end=START + 6
    )
    assert middles[0] == pytest.approx(START + 0.5, abs=0.01)
    assert found[0] == pytest.approx(0.1, abs=0.0005)
    assert found[-1] - found[0] == pytest.approx(0.00175, abs=0.0005)


def test_two_different_sounds_have_no_lag_worth_the_name() -> None:
    first, second = Sound(START, noise(4)), Sound(START, noise(4, seed=2))
    assert analysis.lag(first, second, start=START + 0.2, end=START + 2)[1] < 0.1
    silence = Sound(START, np.zeros(4 * RATE, np.float32))
    assert analysis.lag(first, silence, start=START + 0.2, end=START + 2) == (0.0, 0.0)


def test_a_tone_is_found_under_speech() -> None:
    tone = np.sin(2 * np.pi * 997 * np.arange(RATE) / RATE).astype(np.float32) * np.float32(0.1)
    assert analysis.tone_dbfs(Sound(START, tone), 997) == pytest.approx(-20, abs=0.1)
    assert analysis.tone_dbfs(Sound(START, tone + noise(1) * np.float32(0.2)), 997) == pytest.approx(-20, abs=1)
    assert analysis.tone_dbfs(Sound(START, noise(1) * np.float32(0.2)), 997) < -40


def test_silence_is_timed_from_the_event_to_the_end_of_the_last_sound() -> None:
    sound = bursts([1.0, 2.0], 4)
    assert analysis.silent_after(sound, START + 1.1, until=START + 1.9) == pytest.approx(0.1, abs=0.002)
    assert analysis.silent_after(sound, START + 1.1, until=START + 3) == pytest.approx(1.1, abs=0.002)
    assert analysis.silent_after(sound, START + 1.1, until=START + 1.15) is None
    assert analysis.silent_after(sound, START + 3, until=START + 4) == 0
    assert analysis.sounded_again(sound, START + 1.3) == pytest.approx(0.7, abs=0.002)
    assert analysis.sounded_again(sound, START + 2.3) is None


def test_a_mouth_is_timed_by_its_first_movement_and_a_sound_without_one_is_told() -> None:
    times = np.arange(0, 4, 1 / 120)
    open_ = np.where((times >= 1.1) & (times < 1.4), np.clip((times - 1.1) / 0.05, 0.3, 1), 0.0)
    open_ += np.where((times >= 3.1) & (times < 3.3), 0.8, 0.0)
    film = mouth_film(open_)
    curve = analysis.opening(film, (START, START + 0.9))
    assert abs(curve[:100]).max() < 0.05, "swaying is not opening"
    found = analysis.mouth_onsets(film.times, curve, START + np.array([1.0, 2.0, 3.0]), lag_s=0.1)
    assert found[0] - START == pytest.approx(1.1, abs=1 / 120)
    assert np.isnan(found[1])
    assert found[2] - START == pytest.approx(3.1, abs=1 / 120)


def test_a_bright_mouth_is_seen_as_well_as_a_dark_one() -> None:
    film = mouth_film(np.repeat([0.0, 1.0, 0.0], 100))
    bright = MouthFilm(film.times, film.tones[:, ::-1], film.changed)
    rest = (START, START + 0.8)
    assert analysis.opening(bright, rest) == pytest.approx(analysis.opening(film, rest), abs=1e-3)


def test_pictures_without_the_face_are_no_opening() -> None:
    film = mouth_film(np.repeat([0.0, 0.3, 0.0], 100))
    film.tones[250:280] = 0
    film.tones[250:280, 0] = 10_000
    elsewhere = np.zeros(300, np.bool_)
    elsewhere[250:280] = True
    curve = analysis.opening(film, (START, START + 0.8), elsewhere)
    assert curve[150] == pytest.approx(1, abs=0.05)
    assert not curve[250:280].any()


def test_flags_of_the_hall_film_reach_the_close_up_with_a_frame_to_spare() -> None:
    flags = np.array([False, False, True, False, False])
    carried = analysis.film_frames_of(0.01 + np.arange(8) / 20, np.arange(5) / 10, flags)
    assert carried.tolist() == [True, True, True, True, True, True, False, False]


def test_rest_that_was_not_filmed_is_refused() -> None:
    with pytest.raises(ValueError, match="at rest"):
        analysis.opening(mouth_film(np.zeros(10)), (START + 5, START + 6))


def test_a_mouth_is_closed_when_it_stays_closed() -> None:
    times = START + np.arange(200) / 100
    open_ = np.where(np.arange(200) < 50, 1.0, 0.0)
    open_[54] = 1.0  # closes for 40 ms only, then once more
    assert analysis.mouth_closed_after(times, open_, START + 0.3) == pytest.approx(0.245, abs=0.011)
    assert analysis.mouth_closed_after(times, np.ones(200), START + 0.3) is None


def hall_film(count: int) -> HallFilm:
    tiles = np.random.default_rng(3).integers(40, 200, (*TILES, 3), np.uint8)
    return HallFilm(START + np.arange(count) / 60, np.repeat(tiles[None], count, 0), np.full(count, 250, np.uint8))


def test_black_and_foreign_pictures_are_told_apart_from_the_show() -> None:
    film = hall_film(120)
    film.tiles[30:36] = 2
    film.brightest[30:36] = 4
    film.tiles[60:63] = (255, 0, 255)
    film.tiles[80, 4, 7:9] += 50  # a mouth opens: two tiles
    film.tiles[100, :2, :4] = 255  # a dialog in a corner: eight tiles
    known = analysis.choose_references(film.between(START, START + 0.4))
    black = analysis.runs(film.times, analysis.black(film))
    foreign = analysis.runs(film.times, analysis.foreign(film, known))
    assert [(run.frames, round(run.duration_s, 3)) for run in black] == [(6, 0.1)]
    assert [(run.frames, round(run.duration_s, 3)) for run in foreign] == [(3, 0.05), (1, 0.017)]


def test_stretches_that_touch_the_ends_of_the_film_are_counted() -> None:
    times = np.arange(5) / 10
    found = analysis.runs(times, np.array([True, False, False, True, True]))
    assert [(run.start, round(run.duration_s, 3), run.frames) for run in found] == [(0.0, 0.1, 1), (0.3, 0.2, 2)]
    assert analysis.runs(times, np.zeros(5, np.bool_)) == []


def test_standstill_is_found_between_changes_and_at_the_edges() -> None:
    changes = START + np.array([0.5, 0.533, 0.6, 0.9])
    found = analysis.gaps(changes, START, START + 1)
    assert [round(gap.duration_s, 3) for gap in found] == [0.5, 0.033, 0.067, 0.3, 0.1]
    assert analysis.repeated(np.diff(changes), 1 / 30) == 0 + 1 + 8
