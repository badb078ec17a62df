"""A whole ceremony by one pair of hands: twelve takes on cue, filmed from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from tests.hall.rig import analysis, speech
from tests.hall.rig.meter import Meter
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import HallFilm, Recording
from tests.hall.scenarios.failures import rest, spread_ms

TAKES = 12
_SETTLED = 0.12
"""A take is over when the picture has come this near to the new one, as a share of the way."""


def write_rundown(home: Path) -> None:
    """The two avatars by turns, as a user's own show: GO LIVE puts the first preset on, and each take the next one."""
    folder = home / "data" / "presets"
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"item-{number:02d}" for number in range(1, TAKES + 2)]
    for number, name in enumerate(names):
        avatar = ("lin", "hao")[number % 2]
        (folder / f"{name}.toml").write_text(
            f'format = 1\nname = "Item {number + 1}"\navatar = "{avatar}"\nmode = "mirror"\nnote = "cue {number + 1}"\n'
        )
    order = ", ".join(f'"{name}"' for name in names)
    (folder / "rundown.toml").write_text(f'format = 1\nname = "Twelve takes"\norder = [{order}]\n')


def run(stage: Stage, show: RunningShow, hands: str) -> tuple[dict[str, Any], Recording]:
    """Take twelve times by `keys` or `mouse`, with a voice at the microphone. The show must be LIVE."""
    playing = stage.play_to_mic(speech.lasting(speech.load(speech.SPEECH), 20.0 + TAKES * 4.0))
    takes: list[float] = []
    with Meter(stage) as meter:
        rest(1.5)
        done = show.count("action", action="take", accepted=True)
        for number in range(1, TAKES + 1):
            rest(1.5)  # the next avatar is being loaded behind the scenes
            takes.append(stage.key("Return") if hands == "keys" else show.click("TAKE"))
            show.wait_for("action", action="take", accepted=True, times=done + number)
        rest(1.5)
        recording = meter.stop()
    playing.stop()
    return judge(recording, takes), recording


def judge(recording: Recording, takes: list[float]) -> dict[str, Any]:
    """How long each take took, and what the hall would have complained of."""
    settled = [settled_after(recording.hall, at) for at in takes]
    changes = analysis.change_times(recording.mouth)
    still = analysis.gaps(changes, takes[0] - 1.0, takes[-1] + 1.0)
    hall = recording.hall.between(takes[0] - 1.0, takes[-1] + 1.0)
    return {
        "takes": len(takes),
        "take_done_ms": spread_ms([found for found in settled if found is not None]),
        "not_seen": sum(found is None for found in settled),
        "longest_still_ms": round(max(run.duration_s for run in still) * 1e3, 1),
        "black": len(analysis.runs(hall.times, analysis.black(hall))),
    }


def settled_after(film: HallFilm, at: float) -> float | None:
    """Seconds from `at` until the monitor showed the new avatar and nothing of the old; None when nothing changed."""
    before = film.between(at - 0.3, at).tiles[-1].astype(np.float64)
    after = film.between(at, at + 1.0).tiles[-1].astype(np.float64)
    way = np.abs(after - before).mean()
    if way < 4.0:
        return None
    part = film.between(at, at + 1.0)
    left = np.abs(part.tiles.astype(np.float64) - after).mean(axis=(1, 2, 3)) / way
    far = np.flatnonzero(left > _SETTLED)
    return float(part.times[far[-1] + 1] - at) if len(far) and far[-1] + 1 < len(part.times) else 0.0
