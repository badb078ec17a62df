"""The second engine takes the part over: every way in which the first one can fail, seen from outside.

Somebody says a long "ah", so that the drawn mouth stands open all the time; whatever closes it is the fault.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.engine.musetalk import talking
from tests.hall.rig import analysis
from tests.hall.rig.children import wait_until
from tests.hall.rig.meter import Meter
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import Recording
from tests.hall.scenarios.failures import SETTLE_S, faults_seen, rest

FAULTS = ("killed", "hung", "throws", "nan", "late")
LATE_S = 0.12
"""What a late engine takes for each picture more than it should."""

PATH = Path(__file__).parent / "faults"
"""Goes onto the engine's path: see `faults/sitecustomize.py`."""

LEAD_S, AFTER_S = 1.5, 2.5
"""The "ah" before the fault, and after it."""

GUARD_S = 11.0
"""An engine that has lost the part does not ask for it again for 10 s."""

OPEN = 0.5
STAYS_S = 0.12


@dataclass(frozen=True)
class TakeOver:
    """One fault.

    Attributes:
        fault: which.
        missing_s: from the first film frame without the drawn mouth to its return; 0 when it never went; None when it
            did not come back.
        taken_s: from the fault to the second engine's word that it draws.
        sound_gap_s: the longest silence at the loudspeaker around the fault.
        seen: see `scenarios.faults_seen`.
    """

    fault: str
    missing_s: float | None
    taken_s: float
    sound_gap_s: float
    seen: dict[str, Any]


def missing(times: NDArray[np.float64], opened: NDArray[np.float64], at: float, until: float) -> float | None:
    """Seconds from the first frame in which the mouth is not open, after `at`, to where it is open again for good."""
    inside = (times >= at) & (times <= until)
    times, opened = times[inside], opened[inside]
    gone = np.flatnonzero(opened < OPEN)
    if not len(gone):
        return 0.0
    for index in np.flatnonzero(opened >= OPEN):
        if index > gone[0] and (opened[(times >= times[index]) & (times <= times[index] + STAYS_S)] >= OPEN).all():
            return float(times[index] - times[gone[0]])
    return None


def drawing(show: RunningShow) -> str:
    """Which of the two draws, as the log tells it."""
    stepped = [str(row["process"]) for row in show.lines() if row.get("event") == "stepped in"]
    return stepped[-1] if stepped else "engine"


@contextlib.contextmanager
def broken(show: RunningShow, pid: int, fault: str) -> Iterator[float]:
    """Break a process; what can be mended is mended at the end. Gives the wall clock of the fault."""
    note = show.home / f"fault-{pid}"
    at = time.time()
    if fault == "killed":
        os.kill(pid, signal.SIGKILL)
    elif fault == "hung":
        os.kill(pid, signal.SIGSTOP)
    else:
        note.write_text(f"late {LATE_S}" if fault == "late" else fault)
    try:
        yield at
    finally:
        note.unlink(missing_ok=True)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def break_once(stage: Stage, show: RunningShow, fault: str) -> TakeOver:
    """One fault in the engine that draws, in the middle of an "ah"."""
    ready = show.count("avatar ready")
    wait_until(lambda: _calm(show), within_s=90.0, what="the two engines to leave the part where it is")
    with Meter(stage, mouth_rate=75, hall_rate=20) as meter:  # two engines want all of a small computer
        rest(SETTLE_S)
        playing = stage.play_to_mic(talking.vowel(LEAD_S + AFTER_S + 1.0))
        try:
            rest(LEAD_S)
            who, stepped = drawing(show), show.count("stepped in")
            pid = show.pid(who)
            with broken(show, pid, fault) as at:
                show.wait_for("stepped in", times=stepped + 1)
                rest(max(0.0, at + AFTER_S - time.time()))
        finally:
            playing.stop()
        rest(0.3)
        film = meter.stop()
    taken = show.time_of("stepped in", stepped + 1) - at
    if fault == "killed":
        show.wait_for("avatar ready", times=ready + 1, within_s=60.0)
        wait_until(lambda: show.pid(who) != pid, within_s=20.0, what="the engine to be started again")
    opened = analysis.opening(film.mouth, (float(film.mouth.times[0]), float(film.mouth.times[0]) + 0.8))
    gone = missing(film.mouth.times, opened, at, at + AFTER_S - 0.3)
    return TakeOver(fault, gone, taken, _longest_silence(film, at), faults_seen(film, at - 0.5, at + AFTER_S - 0.3))


def break_often(stage: Stage, show: RunningShow, faults: Sequence[str]) -> list[TakeOver]:
    """One after the other, each when the engine of the one before stands by again."""
    return [break_once(stage, show, fault) for fault in faults]


def _calm(show: RunningShow) -> bool:
    """Nobody has lost the part lately: on a busy computer it goes to and fro by itself."""
    stepped = show.count("stepped in")
    return stepped == 0 or time.time() - show.time_of("stepped in", stepped) > GUARD_S


def _longest_silence(film: Recording, at: float) -> float:
    level = analysis.loudness(film.loudspeaker.between(at - 0.5, at + AFTER_S - 0.5))
    quiet = level < 0.01
    edges = np.flatnonzero(np.diff(np.concatenate(([False], quiet, [False])).astype(np.int8)))
    return float(max((edges[1::2] - edges[::2]).max(initial=0), 0)) / 1000
