"""The outside meter's report: a recording in, figures out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tests.hall.rig import analysis
from tests.hall.rig.analysis import Run
from tests.hall.rig.tracks import Recording

# Half of the shortest pause between two syllables of the train, less what a syllable may fade.
SAME_SYLLABLE_S = 0.12


@dataclass(frozen=True)
class Spread:
    """How figures of one kind spread. Milliseconds; None where there was none."""

    count: int
    p50: float | None
    p95: float | None
    p99: float | None
    max: float | None

    @classmethod
    def of(cls, seconds: NDArray[np.float64]) -> Self:
        """Of values in seconds; NaN are left out."""
        values = seconds[np.isfinite(seconds)] * 1000
        if not len(values):
            return cls(0, None, None, None, None)
        p50, p95, p99 = (round(float(value), 1) for value in np.quantile(values, (0.5, 0.95, 0.99)))
        return cls(len(values), p50, p95, p99, round(float(values.max()), 1))


@dataclass(frozen=True)
class Report:
    """What the hall saw and heard.

    Attributes:
        seconds: length of what was judged.
        syllables: sounds that began at the microphone; `unshown` of them moved no mouth.
        lip_delay_ms: mouth begins to open, after the sound entered the microphone.
        skew_ms: sound at the loudspeaker minus mouth in the film. Positive: sound late. p95 of `skew_abs_ms` is the
            figure for "within ±".
        mouth_correlation: how well the mouth's risings follow the voice's, 0..1; for any speech.
        lag_ms: microphone to loudspeaker, in windows of 1 s; count 0 where it is not the same sound.
        lag_range_ms: greatest minus smallest of these: how much the delay wobbles.
        fps: picture changes a second, over the time with changes.
        interval_ms: time between two picture changes.
        repeated: program frames that showed the picture before once more.
        longest_still_ms: longest time without a change.
        frozen: stretches without change longer than the limit asked for.
        black, foreign: stretches of film.
        film_step_ms: time between two frames of the close-up: the resolution of every picture time.
    """

    seconds: float
    syllables: int
    unshown: int
    lip_delay_ms: Spread
    skew_ms: Spread
    skew_abs_ms: Spread
    mouth_correlation: float
    lag_ms: Spread
    lag_range_ms: float | None
    fps: float
    interval_ms: Spread
    repeated: int
    longest_still_ms: float
    frozen: list[Run]
    black: list[Run]
    foreign: list[Run]
    film_step_ms: float

    def as_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        return asdict(self)

    def as_json(self) -> str:
        return json.dumps(self.as_dict(), indent=2)


@dataclass(frozen=True)
class Syllables:
    """The same sounds at three places.

    Attributes:
        microphone, mouth, loudspeaker: (n,) wall-clock seconds each; NaN where not found.
        lags: (windows,) seconds from microphone to loudspeaker, along the way.
        likeness: how well the mouth's risings follow the voice's, 0..1.
    """

    microphone: NDArray[np.float64]
    mouth: NDArray[np.float64]
    loudspeaker: NDArray[np.float64]
    lags: NDArray[np.float64]
    likeness: float

    def lips_follow_after(self, at: float) -> float | None:
        """Seconds from an event to the first mouth movement that shows a sound; None when there is none."""
        later = self.mouth[self.mouth > at]  # a comparison with NaN is false
        return float(later.min() - at) if len(later) else None


def follow_syllables(
    recording: Recording,
    start: float,
    end: float,
    rest: tuple[float, float],
    *,
    elsewhere: NDArray[np.bool_] | None = None,
    longest_s: float = 0.5,
) -> Syllables:
    """Find each sound of the microphone again in the film and at the loudspeaker.

    Args:
        recording: what the meter has taken.
        start, end: sounds that begin between these wall-clock times (s).
        rest: when the mouth is known to be closed, wall-clock seconds.
        elsewhere: frames of the close-up that do not show the face.
        longest_s: greatest delay looked for.
    """
    onsets = analysis.sound_onsets(recording.microphone)
    onsets = onsets[(onsets >= start) & (onsets <= end - longest_s)]
    open_ = analysis.opening(recording.mouth, rest, elsewhere)
    mouth_lag_s, likeness = analysis.mouth_lag(
        recording.mouth.times, open_, recording.microphone.between(start, end), longest_s=longest_s
    )
    mouth = analysis.mouth_onsets(recording.mouth.times, open_, onsets, lag_s=mouth_lag_s)
    heard = analysis.sound_onsets(recording.loudspeaker)
    middles, lags = analysis.lags(
        recording.microphone, recording.loudspeaker, start=start, end=end, longest_s=longest_s
    )
    loudspeaker = np.full(len(onsets), np.nan)
    if len(lags) and len(heard):
        for number, onset in enumerate(onsets):
            # What the lag was around this time: a loudspeaker that ran dry may be later from then on.
            around = np.argsort(np.abs(middles - onset))[:3]
            expected = onset + float(np.median(lags[around]))
            nearest = heard[np.abs(heard - expected).argmin()]
            if abs(nearest - expected) < SAME_SYLLABLE_S:
                loudspeaker[number] = nearest
    return Syllables(onsets, mouth, loudspeaker, lags, likeness)


def measure(
    recording: Recording,
    *,
    start: float | None = None,
    end: float | None = None,
    rest: tuple[float, float] | None = None,
    reference: tuple[float, float] | None = None,
    fps: float = 30.0,
    frozen_s: float = 0.15,
    longest_s: float = 0.5,
) -> Report:
    """Judge a recording.

    Args:
        recording: what the meter has taken.
        start, end: judge from and to here, wall-clock seconds; by default all that both film and sound have.
        rest: when the mouth was closed; by default until the first sound at the microphone.
        reference: when the picture was certainly right, for foreign frames; by default the first third.
        fps: of the program.
        frozen_s: a longer stretch without change is reported as frozen.
        longest_s: greatest lip delay looked for.

    Raises:
        ValueError: nothing was filmed in the time named as rest or reference.
    """
    film = recording.mouth
    start = float(max(film.times[0], recording.microphone.start) if start is None else start)
    end = float(min(film.times[-1], recording.microphone.end) if end is None else end)
    reference = reference or (start, start + (end - start) / 3)
    first_sound = analysis.sound_onsets(recording.microphone)[:1]
    if rest is None:
        rest = (float(film.times[0]), float(first_sound[0]) if len(first_sound) else float(film.times[-1]))
    hall = recording.hall.between(start, end)
    known = analysis.choose_references(recording.hall.between(*reference), 256)
    black, foreign = analysis.black(hall), analysis.foreign(hall, known)
    elsewhere = analysis.film_frames_of(film.times, hall.times, black | foreign)
    syllables = follow_syllables(recording, start, end, rest, elsewhere=elsewhere, longest_s=longest_s)
    skew = syllables.loudspeaker - syllables.mouth
    changes = analysis.change_times(film.between(start, end))
    intervals = np.diff(changes)
    still = analysis.gaps(changes, start, end)
    return Report(
        seconds=round(end - start, 3),
        syllables=len(syllables.microphone),
        unshown=int(np.isnan(syllables.mouth).sum()),
        lip_delay_ms=Spread.of(syllables.mouth - syllables.microphone),
        skew_ms=Spread.of(skew),
        skew_abs_ms=Spread.of(np.abs(skew)),
        mouth_correlation=round(syllables.likeness, 3),
        lag_ms=Spread.of(syllables.lags),
        lag_range_ms=round(float(np.ptp(syllables.lags)) * 1000, 2) if len(syllables.lags) else None,
        fps=round(float(len(intervals) / (changes[-1] - changes[0])), 2) if len(intervals) else 0.0,
        interval_ms=Spread.of(intervals),
        repeated=analysis.repeated(intervals, 1 / fps),
        longest_still_ms=round(max(run.duration_s for run in still) * 1000, 1),
        frozen=[run for run in still if run.duration_s > frozen_s],
        black=analysis.runs(hall.times, black),
        foreign=analysis.runs(hall.times, foreign),
        film_step_ms=round(float(np.median(np.diff(film.times))) * 1000, 2),
    )
