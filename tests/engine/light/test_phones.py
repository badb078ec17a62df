"""Lips by phones: sharper than by the sound alone, in English, Mandarin and Cantonese, and gone at a cut."""

from __future__ import annotations

import json
import wave
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.avatar import Avatar
from engine.driver import pts_of
from engine.ipc.rings.phoneme_ring import PhonemeTrack
from engine.ipc.rings.phonetics import Sounding, soundings, timed
from engine.light.driver import EXPRESS_LOOK_AHEAD_S, LightDriver, LipTracker
from engine.light.phones import PhoneMouth, joined, openness
from engine.light.visemes import REST, Mouth
from tests.engine.light.conftest import DATA, QUIET, Clip

MS = 48
FRAME = 1600
LOOK_AHEAD = 2_566
LINES = ("espeak-en", "espeak-cmn", pytest.param("espeak-yue", marks=pytest.mark.bench))


@dataclass
class Line:
    """A line of the built-in voice.

    Attributes:
        samples: 48 kHz, half a second of silence on both sides.
        phones: (first sample, last, IPA).
        track: what playout tells the engine of them.
    """

    samples: np.ndarray
    phones: list[tuple[int, int, str]]
    track: PhonemeTrack

    def closures(self) -> list[tuple[int, int]]:
        """When the lips are together: before the burst of a p, during a b or m."""
        found = []
        for first, last, ipa in self.phones:
            match soundings(ipa)[0]:
                case Sounding.P:
                    found.append((first - 35 * MS, first + 10 * MS))
                case Sounding.B:
                    found.append((first, first + round(0.7 * (last - first))))
        return found

    def vowels(self, *codes: Sounding) -> list[tuple[int, int]]:
        """Where vowels of these classes are that last longer than 60 ms."""
        rows = [row for phone in self.phones for row in timed(*phone)]
        return [(a, b) for a, b, code in rows if code in codes and b - a > 60 * MS]


@cache
def line(name: str) -> Line:
    with wave.open(str(DATA / f"{name}.wav")) as file:
        slow = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32) / 32768
    n = np.arange(-48, 49)
    wide = np.zeros(3 * len(slow), np.float32)
    wide[::3] = 3 * slow
    fast = np.convolve(wide, np.sinc(n / 3) / 3 * np.hanning(97), "same").astype(np.float32)
    quiet = np.zeros(QUIET, np.float32)
    told = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))["phones"]
    phones = [(QUIET + round(48_000 * a), QUIET + round(48_000 * b), ipa) for a, b, ipa in told]
    rows = np.array([row for phone in phones for row in timed(*phone)], np.int64)
    return Line(np.concatenate([quiet, fast, quiet]), phones, PhonemeTrack(rows))


def shut(mouth: Mouth) -> bool:
    """The rig draws closed lips: no gap is left from press 0.85 on, hardly one from 0.7."""
    return mouth.press > 0.7


@cache
def mouths(name: str, by_phones: bool, step: int) -> list[tuple[int, Mouth]]:
    """(time, mouth) every `step` samples."""
    spoken, listener, told = line(name), LipTracker(LOOK_AHEAD), PhoneMouth()
    track = []
    for pts in range(0, len(spoken.samples), step):
        mouth, _ = listener.mouth_at(Clip(spoken.samples), pts)
        if by_phones:
            mouth = joined(mouth, *told.at(spoken.track, pts), listener.level)
        track.append((pts, mouth))
    return track


def held(name: str, by_phones: bool) -> float:
    """The share of all closures' time in which the lips are shut."""
    track = mouths(name, by_phones, 240)
    return float(np.mean([shut(m) for a, b in line(name).closures() for pts, m in track if a <= pts < b]))


def frames_shut(name: str, by_phones: bool) -> list[bool]:
    """For each closure whether a frame within one frame of its middle shows shut lips."""
    track = mouths(name, by_phones, FRAME)
    return [any(shut(m) for pts, m in track if abs(pts - (a + b) / 2) <= FRAME) for a, b in line(name).closures()]


@pytest.mark.parametrize("name", LINES)
def test_the_lips_are_shut_within_a_frame_of_every_p_b_and_m(name: str) -> None:
    assert len(line(name).closures()) >= 9
    assert all(frames_shut(name, by_phones=True))


@pytest.mark.parametrize("name", LINES)
def test_the_lips_are_together_longer_than_by_the_sound_alone(name: str) -> None:
    by_phones, by_sound = held(name, by_phones=True), held(name, by_phones=False)
    print(f"{name}: shut for {by_phones:.0%} of the closures' time by phones, {by_sound:.0%} by the sound alone")
    assert by_phones > 0.98 and by_phones > by_sound + 0.05


@pytest.mark.parametrize("name", LINES)
def test_open_vowels_open_the_mouth_between_the_closures(name: str) -> None:
    track = mouths(name, True, 240)
    for a, b in line(name).vowels(Sounding.A):
        inside = [m for pts, m in track if a <= pts < b]
        assert max(m.jaw for m in inside) > 0.5 and min(m.press for m in inside) < 0.35


def test_rounded_vowels_round_the_lips_before_they_are_heard() -> None:
    rows = [*timed(40_000, 52_000, "s"), *timed(52_000, 60_000, "uː")]
    told = PhoneMouth()
    before, early, spoken = (told.at(PhonemeTrack(np.array(rows)), 52_000 + ms * MS)[0].round for ms in (-160, -70, 60))
    assert before < 0.2 < early < 0.9 < spoken


def test_a_p_between_rounded_vowels_shuts_and_stays_round() -> None:
    rows = [*timed(0, 8000, "uː"), *timed(8000, 10_000, "p"), *timed(10_000, 18_000, "uː")]
    mouth, share = PhoneMouth().at(PhonemeTrack(np.array(rows)), 8000)
    assert share == 1 and shut(mouth) and mouth.round > 0.7


def test_teeth_meet_the_lip_in_f_and_v() -> None:
    rows = [*timed(0, 8000, "ɑː"), *timed(8000, 12_000, "f"), *timed(12_000, 20_000, "ɑː")]
    assert PhoneMouth().at(PhonemeTrack(np.array(rows)), 10_000)[0].bite > 0.8


def test_a_short_pause_between_words_is_no_rest_and_a_long_one_is() -> None:
    def in_pause(length: int) -> Mouth:
        rows = [*timed(0, 9600, "ɑː"), (9600, 9600 + length, 0), *timed(9600 + length, 30_000 + length, "ɑː")]
        return PhoneMouth().at(PhonemeTrack(np.array(rows)), 9600 + length // 2)[0]

    assert in_pause(40 * MS).jaw > 0.5
    assert in_pause(400 * MS).jaw < 0.05


def test_without_phones_the_face_goes_by_the_sound_and_nothing_jumps_where_they_begin_or_end() -> None:
    rows = np.array(timed(48_000, 60_000, "ɑː"))
    told, by_sound = PhoneMouth(), Mouth(0.3, 0.5, 0.1, 0.2, 0.0, 0.0)
    way = [joined(by_sound, *told.at(PhonemeTrack(rows), pts), 0.0) for pts in range(40_000, 70_000, 48)]
    assert way[0] == way[-1] == by_sound
    assert max(abs(a - b) for one, two in pairwise(way) for a, b in zip(one, two, strict=True)) < 0.06


@given(level=st.floats(-30, 10))
def test_silence_shuts_the_jaw_whatever_the_phones_say_and_loud_speech_opens_it_a_little_more(level: float) -> None:
    assert 0 <= openness(level) <= 1.1
    assert openness(-6) == 0 and openness(0) == 1
    assert openness(level + 0.5) >= openness(level)


@given(
    rows=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 9000), st.integers(-3, 99)), max_size=12),
    pts=st.integers(-20_000, 60_000),
)
def test_whatever_phones_come_the_mouth_is_a_mouth(rows: list[tuple[int, int, int]], pts: int) -> None:
    now, track = 0, []
    for gap, length, code in rows:
        now += gap
        track.append((now, now + length, code))
    mouth, share = PhoneMouth().at(PhonemeTrack(np.array(track, np.int64).reshape(-1, 3)), pts)
    assert 0 <= share <= 1 and all(0 <= value <= 1 for value in mouth)


def film(driver: LightDriver, spoken: Line, start: int, count: int, phones: PhonemeTrack | None) -> list[np.ndarray]:
    def canvas() -> np.ndarray:
        return np.zeros((180, 320, 4), np.uint8)

    return [frame.pixels for frame in driver.frames(Clip(spoken.samples), start, count, 30, canvas, phones)]


def opened(avatar: Avatar, look_ahead_s: float = 0.040) -> LightDriver:
    driver = LightDriver(look_ahead_s=look_ahead_s)
    driver.load(avatar, 320, 180)
    return driver


def test_the_driver_draws_what_the_phones_say(lin: Avatar) -> None:
    spoken = line("espeak-en")
    by_phones, by_sound = (film(opened(lin), spoken, 0, 60, phones) for phones in (spoken.track, None))
    assert np.array_equal(by_phones[0], by_sound[0]), "before the first word both are at rest"
    assert sum(not np.array_equal(a, b) for a, b in zip(by_phones, by_sound, strict=True)) > 30


def test_phones_before_a_cut_move_no_lip_after_it(lin: Avatar) -> None:
    spoken = line("espeak-en")
    at = pts_of(50, 30)
    cut = Line(np.concatenate([spoken.samples[:at], np.zeros(48_000, np.float32)]), [], spoken.track)
    driver = opened(lin)
    film(driver, spoken, 0, 50, spoken.track)
    driver.cut(at)
    rows = spoken.track.between(0, at)
    left = PhonemeTrack(rows[rows[:, 0] < at])
    after = film(driver, cut, 50, 20, left)
    silent = opened(lin)
    film(silent, spoken, 0, 50, spoken.track)
    silent.cut(at)
    assert all(np.array_equal(a, b) for a, b in zip(after, film(silent, cut, 50, 20, None), strict=True))


def test_phones_of_the_next_turn_are_drawn_after_a_cut() -> None:
    told = PhoneMouth()
    told.cut(10_000)
    rows = np.array([*timed(9000, 12_000, "ɑː"), *timed(30_000, 40_000, "ɑː")])
    assert told.at(PhonemeTrack(rows), 11_000) == (REST, 0.0)
    assert told.at(PhonemeTrack(rows), 35_000)[0].jaw > 0.8


def test_in_express_the_lips_move_when_the_hall_hears_the_sound(clip: Callable, lin: Avatar) -> None:
    asked: list[int] = []

    class Told(PhonemeTrack):
        def between(self, start: int, end: int) -> np.ndarray:
            asked.append((start + end) // 2)
            return super().between(start, end)

    told = Told(np.zeros((0, 3), np.int64))
    for look_ahead_s in (0.040, EXPRESS_LOOK_AHEAD_S):
        film(opened(lin, look_ahead_s), line("espeak-en"), 30, 1, told)  # type: ignore[arg-type]
    assert asked == [pts_of(30, 30), pts_of(30, 30) - 20 * MS]
