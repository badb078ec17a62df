"""The meter against a puppet that keeps a diary: what it reads from outside must be what happened."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import pytest
from numpy.typing import NDArray

from tests.hall.rig.meter import FINE, Meter
from tests.hall.rig.report import Report, follow_syllables, measure
from tests.hall.rig.speech import SYLLABLES, load
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import RATE

pytestmark = pytest.mark.hall

PUPPET = Path(__file__).parent / "rig" / "puppet.py"
TRAIN_S = 6.4
ACCURACY_MS = 12.0
FILM_STEP_S = 1 / 60


@dataclass(frozen=True)
class Diary:
    """What the puppet knows: wall-clock seconds."""

    microphone: NDArray[np.float64]
    mouth: NDArray[np.float64]
    loudspeaker: NDArray[np.float64]
    paints: NDArray[np.float64]
    faults: list[tuple[str, float, float]]

    @classmethod
    def read(cls, path: Path) -> Diary:
        found = json.loads(path.read_text())
        faults = [(str(kind), float(begin), float(end)) for kind, begin, end in found.pop("faults")]
        return cls(faults=faults, **{name: np.array(values) for name, values in found.items()})

    @property
    def span(self) -> tuple[float, float]:
        return float(self.paints[5]), float(self.paints[-1])

    @property
    def rest(self) -> tuple[float, float]:
        return self.span[0], float(self.microphone[0])


@dataclass(frozen=True)
class Show:
    diary: Diary
    report: Report
    errors_ms: dict[str, NDArray[np.float64]]


def play(stage: Stage, folder: Path, *, open_ms: int, sound_ms: int, seconds: float, faults: str = "") -> Diary:
    """One performance of the puppet on a stage that is being filmed."""
    path = folder / f"diary-{open_ms}.json"
    command: list[str | Path] = [sys.executable, PUPPET, "--open-after", str(open_ms), "--sound-after", str(sound_ms)]
    command += ["--seconds", str(seconds), "--diary", path, "--faults", faults]
    puppet = stage.run("puppet", command)
    stage.x.wait_for_window("puppet")
    stage.play_to_mic(load(SYLLABLES)[: round(TRAIN_S * RATE)], wait=True)
    assert puppet.process.wait(30) == 0, puppet.log_tail()
    return Diary.read(path)


@pytest.fixture(scope="module")
def shows(tmp_path_factory: pytest.TempPathFactory) -> list[Show]:
    """Two performances with different delays, the second one with faults, in one recording."""
    folder = tmp_path_factory.mktemp("diaries")
    faults = "7.4 black 0.1; 8.0 freeze 0.2; 8.6 foreign 0.1"
    with Stage() as stage, Meter(stage, mouth_rate=FINE[0], hall_rate=FINE[1]) as meter:
        diaries = [
            play(stage, folder, open_ms=80, sound_ms=40, seconds=7.4),
            play(stage, folder, open_ms=150, sound_ms=180, seconds=9.1, faults=faults),
        ]
        recording = meter.stop()
    shows = []
    for diary in diaries:
        start, end = diary.span
        report = measure(recording, start=start, end=end, rest=diary.rest, reference=(start, start + 6))
        found = follow_syllables(recording, start, end, diary.rest)
        errors = {
            name: np.round((getattr(found, name) - getattr(diary, name)[: report.syllables]) * 1000, 1)
            for name in ("microphone", "mouth", "loudspeaker")
        }
        print(f"errors in ms: {errors}\n{report.as_json()}")
        shows.append(Show(diary, report, errors))
    return shows


@pytest.mark.parametrize("number", [0, 1])
def test_lip_delay_and_skew_are_those_of_the_diary(shows: list[Show], number: int) -> None:
    diary, report = shows[number].diary, shows[number].report
    count = report.syllables
    assert count == len(diary.mouth) >= 6
    assert report.unshown == 0
    lip_delay = float(np.median(diary.mouth - diary.microphone) * 1000)
    skew = float(np.median(diary.loudspeaker - diary.mouth) * 1000)
    assert report.lip_delay_ms.p50 == pytest.approx(lip_delay, abs=ACCURACY_MS)
    assert report.skew_ms.p50 == pytest.approx(skew, abs=ACCURACY_MS)
    assert report.lag_ms.p50 == pytest.approx(
        float(np.median(diary.loudspeaker - diary.microphone) * 1000), abs=ACCURACY_MS
    )
    for place, errors in shows[number].errors_ms.items():
        assert abs(np.median(errors)) < ACCURACY_MS, place
        assert np.quantile(np.abs(errors), 0.9) < 2 * ACCURACY_MS, place


def test_a_longer_delay_is_read_as_longer_by_the_same(shows: list[Show]) -> None:
    first, second = (show.report for show in shows)
    assert first.lip_delay_ms.p50 is not None
    assert second.lip_delay_ms.p50 is not None
    assert second.lip_delay_ms.p50 - first.lip_delay_ms.p50 == pytest.approx(70, abs=ACCURACY_MS)


def test_a_show_without_faults_is_read_without_faults(shows: list[Show]) -> None:
    report = shows[0].report
    assert report.black == []
    assert report.foreign == []
    # Two paints within one step of the film are one change to whoever looks at it.
    steps = np.diff(shows[0].diary.paints[5:])
    seen = int((steps > report.film_step_ms / 1000).sum())
    assert report.fps == pytest.approx(seen / report.seconds, rel=0.04)


def test_each_black_frozen_and_foreign_stretch_is_counted_once_with_its_length(shows: list[Show]) -> None:
    diary, report = shows[1].diary, shows[1].report
    for kind, seen in (("black", report.black), ("foreign", report.foreign)):
        begin, end = next((begin, end) for fault, begin, end in diary.faults if fault == kind)
        # A fault is on the screen from the first paint within it to the first paint after it.
        shown, gone = diary.paints[diary.paints > begin][0], diary.paints[diary.paints > end][0]
        assert len(seen) == 1
        assert seen[0].start == pytest.approx(shown, abs=2 * FILM_STEP_S)
        assert seen[0].duration_s == pytest.approx(gone - shown, abs=1.5 * FILM_STEP_S)
    stops = np.diff(diary.paints)
    assert len(report.frozen) == int((stops > 0.15).sum()) == 1
    assert report.frozen[0].duration_s == pytest.approx(stops.max(), abs=FILM_STEP_S)


def test_the_meter_takes_little_of_the_machine_it_measures() -> None:
    def used(pid: int) -> float:
        times = psutil.Process(pid).cpu_times()
        return float(times.user + times.system)

    with Stage() as stage, Meter(stage, mouth_rate=FINE[0], hall_rate=FINE[1]) as meter:
        before = {pid: used(pid) for pid in meter.pids}
        stage.play_to_mic(load(SYLLABLES)[: 2 * RATE], wait=True)
        spent = sum(used(pid) - was for pid, was in before.items())
    assert len(before) == 4
    assert spent < 2 * 0.4, "seconds of processor in at least two seconds"
