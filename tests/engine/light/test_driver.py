from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.avatar import Avatar
from engine.driver import DriverError, pts_of
from engine.light.driver import LightDriver, LipTracker
from engine.light.visemes import REST, Mouth, MouthMotion

WIDTH, HEIGHT = 320, 180
LOOK_AHEAD = 2_566


def mouths(sound: object, times: list[int]) -> list[Mouth]:
    listener = LipTracker(LOOK_AHEAD)
    return [listener.mouth_at(sound, pts)[0] for pts in times]  # type: ignore[arg-type]


def shut(mouth: Mouth) -> float:
    return min(1.0, max(0.0, (mouth.press - 0.3) / 0.55))


def open_driver(avatar: Avatar, look_ahead_s: float = 0.040) -> LightDriver:
    driver = LightDriver(look_ahead_s=look_ahead_s)
    driver.load(avatar, WIDTH, HEIGHT)
    return driver


def film(driver: LightDriver, sound: object, start: int, count: int, rate: int = 30) -> list[np.ndarray]:
    def canvas() -> np.ndarray:
        return np.zeros((HEIGHT, WIDTH, 4), np.uint8)

    return [frame.pixels for frame in driver.frames(sound, start, count, rate, canvas)]  # type: ignore[arg-type]


def test_the_lips_shut_in_m_b_and_p_and_part_in_open_vowels(clip: Callable, speech: np.ndarray, phones: list) -> None:
    times = list(range(0, len(speech), 240))
    track = mouths(clip(speech), times)
    closures, nasals, vowels = [], [], []
    for first, last, phone in phones:
        inside = [m for pts, m in zip(times, track, strict=True) if first <= pts < last]
        if phone in ("m", "b", "p"):
            closures.append(max(shut(m) for m in inside))
            nasals += closures[-1:] if phone == "m" else []
        elif phone in ("aa", "ay", "ae"):
            vowels.append(max(m.jaw for m in inside))
            assert min(shut(m) for m in inside) < 0.1
    assert min(nasals) > 0.9 and np.mean(closures) > 0.6
    assert min(vowels) > 0.45 and np.mean(vowels) > 0.65


def test_the_mouth_is_at_rest_before_and_after_the_sentence(clip: Callable, speech: np.ndarray) -> None:
    times = list(range(0, 20_000, 1_600)) + list(range(len(speech) - 14_400, len(speech), 1_600))
    assert set(mouths(clip(speech), times)) == {REST}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.integers(1, 6_000), min_size=5, max_size=40))
def test_a_mouth_does_not_depend_on_which_others_were_asked_for(
    clip: Callable, speech: np.ndarray, steps: list[int]
) -> None:
    times = sorted({0, *(24_000 + int(t) for t in np.cumsum(steps))})
    alone = LipTracker(LOOK_AHEAD)
    alone.mouth_at(clip(speech), 0)
    assert alone.mouth_at(clip(speech), times[-1])[0] == mouths(clip(speech), times)[-1]


def test_pictures_are_the_same_bits_however_the_frames_are_batched(
    lin: Avatar, clip: Callable, speech: np.ndarray
) -> None:
    whole = film(open_driver(lin), clip(speech), 0, 40)
    driver, parts, at = open_driver(lin), [], 0
    for count in (1, 7, 2, 13, 17):
        parts += film(driver, clip(speech), at, count)
        at += count
    assert all(np.array_equal(a, b) for a, b in zip(whole, parts, strict=True))


def test_a_skipped_frame_leaves_no_gap_in_what_was_heard(lin: Avatar, clip: Callable, speech: np.ndarray) -> None:
    whole = film(open_driver(lin), clip(speech), 0, 41)
    driver = open_driver(lin)
    film(driver, clip(speech), 0, 5)
    assert np.array_equal(film(driver, clip(speech), 40, 1)[0], whole[40])


@pytest.mark.parametrize("look_ahead_s", [0.0, 0.020, 0.040])
def test_no_sound_beyond_the_reported_look_ahead_is_read(lin: Avatar, clip: Callable, look_ahead_s: float) -> None:
    driver, sound = open_driver(lin, look_ahead_s), clip(np.zeros(0, np.float32))
    assert look_ahead_s + 0.0125 <= driver.look_ahead_s <= look_ahead_s + 0.0145
    for number in range(50):
        film(driver, sound, number, 1)
        assert sound.last_read <= pts_of(number, 30) + driver.look_ahead_s * 48_000


def test_frames_carry_the_time_they_belong_to(lin: Avatar, clip: Callable) -> None:
    driver, canvas = open_driver(lin), np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    frames = list(driver.frames(clip(np.zeros(0, np.float32)), 7, 3, 25, lambda: canvas))
    assert [frame.pts for frame in frames] == [pts_of(n, 25) for n in (7, 8, 9)]
    assert all(frame.pixels is canvas for frame in frames)


def test_every_picture_differs_from_the_one_before_even_in_silence(lin: Avatar, hao: Avatar, clip: Callable) -> None:
    for avatar in (lin, hao):
        pictures = film(open_driver(avatar), clip(np.zeros(0, np.float32)), 0, 241)
        changed = [int((a != b).any(axis=2).sum()) for a, b in pairwise(pictures)]
        assert min(changed) > 400
        assert np.array_equal(pictures[0], pictures[240])


def test_a_host_who_has_spoken_comes_back_to_the_idle_picture_exactly(
    lin: Avatar, clip: Callable, speech: np.ndarray
) -> None:
    late = (len(speech) + 4 * 48_000) // 1_600
    spoke = open_driver(lin)
    film(spoke, clip(speech), 0, 60)
    film(spoke, clip(speech), 60, late - 60)
    silent = open_driver(lin)
    assert np.array_equal(film(spoke, clip(speech), late, 1)[0], film(silent, clip(speech[:0]), late, 1)[0])


def test_after_a_cut_the_mouth_is_shut_at_once_and_stays_so_in_silence(clip: Callable, speech: np.ndarray) -> None:
    listener, at = LipTracker(LOOK_AHEAD), 51_200
    for pts in range(0, at + 800, 800):
        before = listener.mouth_at(clip(speech), pts)[0]
    assert before.jaw > 0.3
    listener.cut(at)
    for pts in range(at, at + 30_000, 800):
        assert listener.mouth_at(clip(speech[:at]), pts)[0] == REST


def test_words_right_after_a_cut_are_spoken_without_delay(clip: Callable, speech: np.ndarray) -> None:
    at, words = 90_000, speech[24_000:]
    fresh = LipTracker(LOOK_AHEAD)
    expected = [fresh.mouth_at(clip(words, at), pts)[0].jaw for pts in range(at % 800, at + 24_000, 800)][-30:]
    listener = LipTracker(LOOK_AHEAD)
    for pts in range(0, at, 800):
        listener.mouth_at(clip(speech), pts)
    listener.cut(at)
    heard = [listener.mouth_at(clip(words, at), pts)[0].jaw for pts in range(at, at + 24_000, 800)]
    assert max(heard[:22]) > 0.3
    assert np.corrcoef(heard, expected)[0, 1] > 0.95


def test_sound_before_a_cut_is_never_heard_again(clip: Callable, speech: np.ndarray) -> None:
    at = 24_000 + 30_123
    listener = LipTracker(LOOK_AHEAD)
    listener.mouth_at(clip(speech), at)
    listener.cut(at)
    loud = clip(np.full(at, 0.5, np.float32) * np.sign(np.sin(np.arange(at) / 30)).astype(np.float32))
    assert {listener.mouth_at(loud, pts)[0] for pts in range(at, at + 20_000, 800)} == {REST}


def test_a_cut_that_lies_ahead_lets_the_words_before_it_finish(clip: Callable, speech: np.ndarray) -> None:
    plain, cut = LipTracker(LOOK_AHEAD), LipTracker(LOOK_AHEAD)
    at = 72_000
    for listener in (plain, cut):
        listener.mouth_at(clip(speech), 30_000)
    cut.cut(at)
    for pts in range(30_800, at - 3_200, 800):
        assert cut.mouth_at(clip(speech), pts) == plain.mouth_at(clip(speech), pts)
    for pts in range(at, at + 10_000, 800):
        assert cut.mouth_at(clip(speech[:at]), pts)[0] == REST


def test_frames_can_be_drawn_again_from_a_cut_on(lin: Avatar, clip: Callable, speech: np.ndarray) -> None:
    driver = open_driver(lin)
    film(driver, clip(speech), 0, 45)
    driver.cut(pts_of(35, 30))
    assert len(film(driver, clip(speech[: pts_of(35, 30)]), 35, 20)) == 20


def test_what_was_learnt_of_the_voice_survives_a_cut(clip: Callable, speech: np.ndarray) -> None:
    listener = LipTracker(LOOK_AHEAD)
    untouched = listener.learnt.copy()
    for pts in range(0, len(speech), 1_600):
        listener.mouth_at(clip(speech), pts)
    learnt = listener.learnt.copy()
    listener.cut(60_000)
    assert np.array_equal(listener.learnt, learnt) and not np.array_equal(learnt, untouched)


def test_a_jump_back_without_a_cut_is_heard_from_there(clip: Callable, speech: np.ndarray) -> None:
    listener = LipTracker(LOOK_AHEAD)
    track = {pts: listener.mouth_at(clip(speech), pts)[0] for pts in range(0, 100_000, 1_600)}
    again = {pts: listener.mouth_at(clip(speech), pts)[0] for pts in range(40_000, 100_000, 1_600)}
    assert np.corrcoef([track[p].jaw for p in again], [m.jaw for m in again.values()])[0, 1] > 0.9


def test_a_new_timeline_is_heard_although_an_old_one_was_cut_far_ahead(clip: Callable, speech: np.ndarray) -> None:
    listener = LipTracker(LOOK_AHEAD)
    listener.mouth_at(clip(speech), 9_000_000)
    listener.cut(9_000_000)
    assert max(listener.mouth_at(clip(speech), pts)[0].jaw for pts in range(0, len(speech), 800)) > 0.5


def test_a_long_gap_costs_a_run_up_and_not_the_whole_gap(clip: Callable) -> None:
    class Counted:
        hops = 0

        def read(self, start: int, count: int) -> np.ndarray:
            self.hops += 1
            return np.zeros(count, np.float32)

    listener, sound = LipTracker(LOOK_AHEAD), Counted()
    listener.mouth_at(sound, 0)
    listener.mouth_at(sound, 48_000 * 3_600)
    assert sound.hops < 250


def test_an_impossible_look_ahead_is_refused() -> None:
    for seconds in (-0.01, 0.041, 3.0):
        with pytest.raises(DriverError, match="look-ahead"):
            LightDriver(look_ahead_s=seconds)


def test_an_avatar_of_another_driver_is_refused_in_a_sentence(lin: Avatar) -> None:
    with pytest.raises(DriverError, match="musetalk"):
        LightDriver().load(replace(lin, driver="musetalk"), WIDTH, HEIGHT)


def test_art_that_cannot_be_drawn_is_refused_in_a_sentence(lin: Avatar) -> None:
    with pytest.raises(DriverError, match="beehive"):
        LightDriver().load(replace(lin, settings={"hair": "beehive"}), WIDTH, HEIGHT)


def test_broken_weights_are_refused_when_an_avatar_is_loaded(lin: Avatar, tmp_path: Path) -> None:
    with pytest.raises(DriverError, match="missing"):
        LightDriver(weights=tmp_path / "none.npz").load(lin, WIDTH, HEIGHT)


def test_pictures_before_an_avatar_are_refused(clip: Callable) -> None:
    with pytest.raises(DriverError, match="before an avatar"):
        film(LightDriver(), clip(np.zeros(0, np.float32)), 0, 1)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 3e38])
def test_a_sample_that_is_no_number_moves_nothing_for_longer_than_it_lasts(
    lin: Avatar, clip: Callable, speech: np.ndarray, value: float
) -> None:
    broken = speech.copy()
    broken[20_000] = value
    healthy, hurt = open_driver(lin), open_driver(lin)
    good = film(healthy, clip(speech), 0, 60)
    bad = film(hurt, clip(broken), 0, 60)
    for a, b in zip(good, bad, strict=True):
        assert np.abs(a.astype(int) - b).mean() < 1.0, "the head is where it was"
    # One silent sample is heard as a click for some time; then nothing is left of it.
    listened = LipTracker(LOOK_AHEAD), LipTracker(LOOK_AHEAD)
    last = len(speech) - 4_800
    one, other = (each.mouth_at(clip(sound), last) for each, sound in zip(listened, (speech, broken), strict=True))
    assert np.allclose(one[0], other[0], atol=0.05)


def test_a_driver_whose_memory_is_spoilt_shows_a_shut_mouth_and_recovers(
    lin: Avatar, clip: Callable, speech: np.ndarray
) -> None:
    driver = open_driver(lin)
    film(driver, clip(speech), 0, 30)
    assert driver._listener is not None
    driver._listener._features.normaliser.mean[:] = np.nan
    driver._listener._motion._goal[:] = np.nan
    (hurt,) = film(driver, clip(speech), 30, 1)
    (rest,) = film(open_driver(lin), clip(np.zeros_like(speech)), 30, 1)
    assert driver.spoilt == 1 and np.array_equal(hurt, rest), "a whole host, with the mouth shut"
    after = film(driver, clip(speech), 31, 30)
    whole = film(open_driver(lin), clip(speech), 31, 30)
    assert driver.spoilt == 1 and np.abs(after[-1].astype(int) - whole[-1]).mean() < 1.0


def test_a_mouth_that_comes_out_wrong_again_and_again_is_told_and_told_to_be_over(
    lin: Avatar, clip: Callable, speech: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_driver(lin)
    nothing = Mouth(*(float("nan") for _ in REST))
    with monkeypatch.context() as patched:
        patched.setattr(MouthMotion, "at", lambda *_: nothing)
        film(driver, clip(speech), 0, 2)
        assert driver.spoilt == 2 and not driver.trouble
        film(driver, clip(speech), 2, 1)
        assert "stays shut" in driver.trouble
    film(driver, clip(speech), 3, 1)
    assert driver.spoilt == 3 and not driver.trouble
