"""What can be read from film and sound. Pure functions on arrays: no clocks, no files."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.hall.rig.tracks import RATE, HallFilm, MouthFilm, Sound

Floats = NDArray[np.float64]

HOP = RATE // 1000
#: A sound begins where it rises above this, relative to the loudest of the recording, after a pause.
ONSET_DB = -30.0
PAUSE_S = 0.15
#: Two sounds are the same from this correlation on.
SAME_SOUND = 0.5
#: Below this the loudspeaker is silent.
SILENCE_DBFS = -50.0

#: A mouth begins to open at this share of the way to its widest within the syllable.
OPENING_SHARE = 0.2
#: A syllable whose mouth moves less than this share of the usual opening was not shown.
SHOWN_SHARE = 0.25
#: Below this share of the usual opening a mouth counts as closed.
CLOSED_SHARE = 0.15

BLACK_LEVEL = 16
FOREIGN_LEVEL = 25
FOREIGN_TILES = 6


@dataclass(frozen=True)
class Run:
    """A stretch of film.

    Attributes:
        start: wall-clock time (s).
        duration_s: from its first film frame to the first one after it.
        frames: film frames in it.
    """

    start: float
    duration_s: float
    frames: int


# Sound


def loudness(sound: Sound) -> Floats:
    """Peak of each millisecond: (milliseconds,), within 0..1."""
    whole = len(sound.samples) // HOP * HOP
    level: Floats = np.abs(sound.samples[:whole]).reshape(-1, HOP).max(1, initial=0).astype(np.float64)
    return level


def sound_onsets(sound: Sound, *, relative_db: float = ONSET_DB, pause_s: float = PAUSE_S) -> Floats:
    """Wall-clock times (s) at which a sound begins after a pause. Resolution 1 ms.

    Args:
        sound: speech with pauses.
        relative_db: threshold below the 99.5 % loudest millisecond.
        pause_s: so long it must have been quiet before.
    """
    level = loudness(sound)
    if not len(level) or level.max() <= 0:
        return np.zeros(0)
    loud = np.flatnonzero(level > np.quantile(level[level > 0], 0.995) * 10 ** (relative_db / 20))
    first = np.diff(loud, prepend=-round(pause_s * 1000) - 1) > pause_s * 1000
    return np.asarray(sound.start + loud[first] * 0.001, np.float64)


def lag(first: Sound, second: Sound, *, start: float, end: float, longest_s: float = 1.0) -> tuple[float, float]:
    """How much later the same sound is in `second`, by cross-correlation.

    Args:
        first, second: recordings that overlap.
        start, end: part of `first` to look for, wall-clock seconds.
        longest_s: greatest lag looked for. Negative lags are found down to -0.1 s.

    Returns:
        (lag in seconds, correlation 0..1 at that lag). A correlation of 0 means that there was nothing to compare.
    """
    needle = first.between(start, end)
    before = 0.1
    hay = second.between(needle.start - before, needle.end + longest_s)
    if len(needle.samples) < HOP or len(hay.samples) < len(needle.samples):
        return 0.0, 0.0
    size = 1 << (len(needle.samples) + len(hay.samples)).bit_length()
    product = np.fft.rfft(hay.samples, size) * np.conj(np.fft.rfft(needle.samples, size))
    match = np.fft.irfft(product, size)[: len(hay.samples) - len(needle.samples) + 1]
    best = int(match.argmax())
    there = hay.samples[best : best + len(needle.samples)].astype(np.float64)
    energy = float(np.linalg.norm(there) * np.linalg.norm(needle.samples.astype(np.float64)))
    if energy <= 0:
        return 0.0, 0.0
    return hay.start + best / RATE - needle.start, float(match[best]) / energy


def lags(
    first: Sound, second: Sound, *, start: float, end: float, longest_s: float = 1.0, window_s: float = 1.0
) -> tuple[Floats, Floats]:
    """Lags in windows of `window_s`, half of it apart, wherever the sound is the same.

    Short windows, because whoever passes the sound on may stretch it a little to follow a clock.

    Returns:
        (middle of the window, wall-clock seconds; lag in it, seconds), both (windows found,).
    """
    found = []
    for at in np.arange(start, end - window_s - longest_s, window_s / 2):
        lag_s, likeness = lag(first, second, start=at, end=at + window_s, longest_s=longest_s)
        if likeness > SAME_SOUND:
            found.append((at + window_s / 2, lag_s))
    middles, values = np.array(found).reshape(-1, 2).T
    return middles, values


def tone_dbfs(sound: Sound, hz: float) -> float:
    """Level of one tone in a sound (a full-scale sine is 0), to find the decoy's hum. -200 where there is no sound."""
    count = len(sound.samples)
    if not count:
        return -200.0
    wave = np.exp(-2j * np.pi * hz * np.arange(count) / RATE) * np.hanning(count)
    amplitude = 4 * abs(np.dot(sound.samples, wave)) / count
    return float(20 * np.log10(max(amplitude, 1e-10)))


def silent_after(sound: Sound, at: float, *, until: float, dbfs: float = SILENCE_DBFS) -> float | None:
    """Time from an event to the last sound after it.

    Args:
        sound: the loudspeaker.
        at: wall-clock time (s) of the event.
        until: nothing is expected up to here, wall-clock time (s).
        dbfs: what counts as silence.

    Returns:
        Seconds from `at` to the end of the last sound before `until`; 0 when there was none; None when it never
        fell silent (there is sound in the last 50 ms).
    """
    part = sound.between(at, until)
    loud = np.flatnonzero(loudness(part) > 10 ** (dbfs / 20))
    if not len(loud):
        return 0.0
    end = part.start + (loud[-1] + 1) * 0.001
    return None if end > until - 0.05 else float(end - at)


def sounded_again(sound: Sound, at: float, *, dbfs: float = SILENCE_DBFS) -> float | None:
    """Seconds from an event to the first sound after it; None when there is none."""
    part = sound.between(at, sound.end)
    loud = np.flatnonzero(loudness(part) > 10 ** (dbfs / 20))
    return float(part.start + loud[0] * 0.001 - at) if len(loud) else None


# Mouth


def opening(film: MouthFilm, rest: tuple[float, float], elsewhere: NDArray[np.bool_] | None = None) -> Floats:
    """How far the mouth is open: (n,), 0 = as in rest, 1 = as wide as it usually opens.

    It is the distance between the greys of the close-up and those at rest (the area between the two cumulated
    histograms), whatever colours the inside of the mouth has. A head that sways within the close-up moves pixels but
    not greys, so it hardly counts.

    Args:
        film: the close-up.
        rest: wall-clock times (s) between which the mouth is closed.
        elsewhere: (n,) film frames that do not show the face; they count as closed.

    Raises:
        ValueError: no frame of the face at rest was filmed.
    """
    if not len(film.times):
        return np.zeros(0)
    face = np.ones(len(film.times), np.bool_) if elsewhere is None else ~elsewhere
    share = np.cumsum(film.tones, axis=1, dtype=np.float32)
    share /= share[:, -1:]
    resting = (film.times >= rest[0]) & (film.times <= rest[1]) & face
    if not resting.any():
        raise ValueError("the film has no frame in which the mouth is known to be at rest")
    closed = np.median(share[resting], axis=0)
    distance = np.abs(share - closed).sum(1)
    distance -= np.median(distance[resting])
    distance[~face] = 0
    widest = float(np.quantile(distance[face], 0.95))
    return np.asarray(distance / widest if widest > 0 else distance, np.float64)


def _change_time(times: Floats, index: int) -> float:
    # A change shown in film frame i happened at some moment since film frame i - 1: on average in the middle.
    return float((times[index - 1] + times[index]) / 2) if index else float(times[0])


def _risings(curve: Floats, width: int) -> Floats:
    """How fast a curve rises: (n,), smoothed over `width` values, falling counted as 0."""
    smooth = np.convolve(curve, np.hanning(width) / np.hanning(width).sum(), mode="same")
    return np.asarray(np.maximum(np.gradient(smooth), 0), np.float64)


def mouth_lag(times: Floats, open_: Floats, sound: Sound, *, longest_s: float = 0.5) -> tuple[float, float]:
    """How much later the mouth moves than a sound, over all: risings against risings. Good for any speech.

    It says about where to look for each syllable, and how well the mouth follows. It is no measure of lip delay: it
    is off by as much as the voice takes to swell (some 70 ms for a "pa").

    Args:
        times, open_: (n,) the film and how far the mouth is open in it.
        sound: what the mouth is to show.
        longest_s: greatest lag looked for.

    Returns:
        (lag in seconds, correlation coefficient at that lag); (0, 0) where nothing moves or sounds.
    """
    start, end = max(times[0], sound.start), min(times[-1], sound.end)
    moments = np.arange(start, end, 0.001)
    count = len(moments) - round(longest_s * 1000)
    if count < 1000:
        return 0.0, 0.0
    level = loudness(sound)
    heard = np.interp(moments, sound.start + np.arange(len(level)) * 0.001, level)
    wanted = _risings(heard, 80)[:count]
    seen = _risings(np.interp(moments, times, open_), 80)
    wanted = wanted - wanted.mean()
    best = (0.0, 0.0)
    for shift in range(round(longest_s * 1000)):
        there = seen[shift : shift + count] - seen[shift : shift + count].mean()
        size = float(np.linalg.norm(wanted) * np.linalg.norm(there))
        likeness = float(wanted @ there) / size if size > 0 else 0.0
        if likeness > best[1]:
            best = (shift * 0.001, likeness)
    return best


def mouth_onsets(times: Floats, open_: Floats, sounds: Floats, *, lag_s: float) -> Floats:
    """For each sound the time at which the mouth begins to open for it; NaN where it does not.

    Args:
        times, open_: (n,) the film and how far the mouth is open in it.
        sounds: (syllables,) wall-clock times (s) at which the sounds begin.
        lag_s: about how much later the mouth moves (`mouth_lag`); looked for from 150 ms before to 250 ms after that.
    """
    found = np.full(len(sounds), np.nan)
    for number, sound in enumerate(sounds):
        around = sound + lag_s
        inside = np.flatnonzero((times >= around - 0.15) & (times <= around + 0.25))
        if len(inside) < 2:
            continue
        part = open_[inside]
        peak = int(part.argmax())
        # From the widest back to where it was last closed: what moved before does not belong to this sound.
        lowest = float(part[: peak + 1].min())
        if part[peak] - lowest < SHOWN_SHARE:
            continue
        below = np.flatnonzero(part[:peak] <= lowest + OPENING_SHARE * (part[peak] - lowest))
        if len(below):
            found[number] = _change_time(times, int(inside[below[-1] + 1]))
    return found


def mouth_closed_after(
    times: Floats, open_: Floats, at: float, *, hold_s: float = 0.1, closed: float = CLOSED_SHARE
) -> float | None:
    """Seconds from an event until the mouth is closed and stays so for `hold_s`; None when it does not close."""
    shut = open_ < closed
    for index in np.flatnonzero((times >= at) & shut):
        held = (times >= times[index]) & (times <= times[index] + hold_s)
        if shut[held].all():
            return max(_change_time(times, int(index)) - at, 0.0)
    return None


# Pictures


def film_frames_of(times: Floats, hall_times: Floats, flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Flags of the hall film for the frames of the close-up: (n,) bool, with a hall frame to spare on both sides."""
    if not len(hall_times):
        return np.zeros(len(times), np.bool_)
    wide = flags.copy()
    wide[1:] |= flags[:-1]
    wide[:-1] |= flags[1:]
    after = np.clip(np.searchsorted(hall_times, times), 0, len(hall_times) - 1)
    return np.asarray(wide[after], np.bool_)


def runs(times: Floats, flags: NDArray[np.bool_]) -> list[Run]:
    """Stretches of consecutive film frames for which the flag is set."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    step = float(np.median(np.diff(times))) if len(times) > 1 else 0.0
    found = []
    for first, after in zip(edges[::2], edges[1::2], strict=True):
        end = float(times[after]) if after < len(times) else float(times[-1]) + step
        found.append(Run(float(times[first]), end - float(times[first]), int(after - first)))
    return found


def black(film: HallFilm) -> NDArray[np.bool_]:
    """(n,) whether the monitor is black."""
    return film.brightest < BLACK_LEVEL


def choose_references(film: HallFilm, most: int = 64) -> NDArray[np.uint8]:
    """Pictures that are known to be right, evenly spread: (at most `most`, 9, 16, 3) uint8."""
    if not len(film.times):
        raise ValueError("there is no film of the time that was to be the reference")
    chosen: NDArray[np.uint8] = film.tiles[np.unique(np.linspace(0, len(film.times) - 1, most).astype(int))]
    return chosen


def foreign(film: HallFilm, references: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(n,) whether a picture is neither black nor like any of the references.

    Foreign are pictures of which at least `FOREIGN_TILES` of the 144 tiles are further than `FOREIGN_LEVEL` (of 255,
    in any colour) from every reference.

    Args:
        film: the monitor.
        references: (r, 9, 16, 3) uint8.
    """
    strange = np.zeros(len(film.times), np.bool_)
    known = references.astype(np.int16)
    for index, tiles in enumerate(film.tiles.astype(np.int16)):
        far = np.abs(known - tiles).max(3) > FOREIGN_LEVEL
        strange[index] = far.sum((1, 2)).min() >= FOREIGN_TILES
    return strange & ~black(film)


def change_times(film: MouthFilm) -> Floats:
    """Wall-clock times (s) at which the picture changed."""
    return np.array([_change_time(film.times, int(index)) for index in np.flatnonzero(film.changed)])


def gaps(changes: Floats, start: float, end: float) -> list[Run]:
    """Stretches without a change between two times, edges included; `frames` is 0."""
    inside = changes[(changes > start) & (changes < end)]
    marks = np.concatenate(([start], inside, [end]))
    return [Run(float(a), float(b - a), 0) for a, b in itertools.pairwise(marks)]


def repeated(intervals: Floats, period_s: float) -> int:
    """How many ticks of a program with `period_s` between frames showed the picture before once more."""
    return int(np.maximum(np.round(intervals / period_s) - 1, 0).sum())
