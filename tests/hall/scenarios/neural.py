"""A filmed host for the stage: Lin's idle motion as a clip, and small networks that have learnt her mouth."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.engine.musetalk import talking
from tests.hall.rig import speech
from tests.hall.rig.meter import Meter
from tests.hall.rig.show import ROOT, RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import Recording, read_pictures
from tests.hall.scenarios import passages
from tests.hall.scenarios.failures import SETTLE_S, rest

SETTINGS = (
    'language = "en"\nmicrophone = "vmic"\nspeaker = "hall"\nscreen = "HALL"\navatar = "talking"\n'
    f'delay_ms = 300\nwidth = {talking.WIDTH}\nheight = {talking.HEIGHT}\nrate = {talking.RATE}\nengine_card = "cpu"\n'
)
WORD_S, PAUSE_S = 1.8, 1.7


def prepare(home: Path) -> None:
    """The host and its networks in the user's folders."""
    with tempfile.TemporaryDirectory() as name:
        host = talking.film(Path(name))
        shutil.copytree(host.models, home / "data" / "models")
        shutil.copytree(host.folder, home / "data" / "avatars" / host.folder.name)
        shutil.copytree(host.cache, home / "cache", dirs_exist_ok=True)


def start(stage: Stage, settings: str = SETTINGS) -> RunningShow:
    """A show with the filmed host, LIVE."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    show = RunningShow(stage, settings)
    prepare(show.home)
    show.start()
    stage.x.wait_for_window("Compere program", within_s=30.0)
    show.wait_for("avatar ready", within_s=60.0)
    show.wait_for("sound line", line="microphone", condition="ok")
    show.wait_for("sound line", line="loudspeaker", condition="ok")
    hosts = len(list((ROOT / "avatars").glob("*/avatar.toml"))) + 1
    show.wait_for("idle loop prepared", times=hosts, within_s=120.0)
    return show.go_live()


def words_and_pauses(count: int) -> NDArray[np.float32]:
    """Speech with pauses long enough for the mouth to rest: (samples,) at 48 kHz."""
    spoken = speech.load(speech.SPEECH)
    spoken = spoken[np.flatnonzero(np.abs(spoken) > 0.02)[0] :]
    word = spoken[: round(WORD_S * speech.RATE)].copy()
    word[-480:] *= np.linspace(1, 0, 480, dtype=np.float32)
    silence = np.zeros(round(PAUSE_S * speech.RATE), np.float32)
    return np.concatenate([silence, *[np.concatenate([word, silence])] * count])


def speak(stage: Stage, show: RunningShow, count: int, kill_after_s: float | None = None) -> tuple[Recording, float]:
    """Words into the microphone, filmed; the engine killed so long after the first began. The film, and the kill."""
    killed = 0.0
    with Meter(stage) as meter:
        rest(SETTLE_S)
        playing = stage.play_to_mic(words_and_pauses(count))
        begun = time.time()
        try:
            if kill_after_s is not None:
                rest(PAUSE_S + kill_after_s)
                killed = show.kill("engine")
            rest(begun + PAUSE_S + count * (WORD_S + PAUSE_S) - time.time())
        finally:
            playing.stop()
        rest(0.5)
        return meter.stop(), killed


@dataclass(frozen=True)
class Spoken:
    """What a film of words and pauses shows of the face.

    Attributes:
        idle, passages, speech: (mean, 99th percentile) of the largest change from picture to picture, in grey levels.
        below: the means of the same three below the eyes, where nothing blinks.
        late_s, likeness: by how much the lips are later than the sound, and how well they follow it.
    """

    idle: tuple[float, float]
    passages: tuple[float, float]
    speech: tuple[float, float]
    below: tuple[float, float, float]
    late_s: float
    likeness: float

    @property
    def added_by_passages(self) -> float:
        """The largest step of a passage that is not the clip's own, on average over the face, in grey levels.

        The drawn mouth lies in the lower half; what the upper one does, a blink, it would do without any passage.
        """
        return self.below[1] / 2


def watch_face(stage: Stage, count: int) -> tuple[Spoken, dict[str, Any]]:
    """Words into the microphone, and the face filmed close: what is told of it, and the arrays for a closer look."""
    words = words_and_pauses(count)
    with Meter(stage, mouth=passages.FACE, mouth_rate=75, hall_rate=10) as meter:
        rest(SETTLE_S)
        playing = stage.play_to_mic(words)
        begun = time.time()
        rest(begun + len(words) / speech.RATE + 0.5 - time.time())
        playing.stop()
        film = meter.stop()
        times, pictures = read_pictures(meter.folder / "mouth.nut")
    steps = passages.steps(times, pictures)
    spans = passages.spans(film.loudspeaker, WORD_S, float(times[-1]))
    opened = mouth_of(times, pictures, spans.idle)
    late, likeness = passages.lips(times, opened, film.loudspeaker)
    parts = spans.idle, spans.passages, spans.speech
    idle, passing, speaking = (steps.between(part).largest() for part in parts)
    lower = passages.steps(times, pictures[:, pictures.shape[1] // 2 :])
    below = (
        lower.between(parts[0]).largest()[0],
        lower.between(parts[1]).largest()[0],
        lower.between(parts[2]).largest()[0],
    )
    told = Spoken(idle, passing, speaking, below, late, likeness)
    return told, {"times": times, "pictures": pictures, "steps": steps, "spans": spans, "opened": opened, "film": film}


def mouth_of(
    times: NDArray[np.float64], pictures: NDArray[np.uint8], idle: list[tuple[float, float]]
) -> NDArray[np.float64]:
    """How far the mouth is open in each picture: how much darker it is there than when it rests, (n,)."""
    left, top = 888 - passages.FACE.x, 484 - passages.FACE.y
    close = pictures[:, top : top + 112, left : left + 144]
    dark = (close < 80).mean((1, 2))  # lips at rest are lighter
    resting = np.zeros(len(times), np.bool_)
    for start, end in idle:
        resting |= (times >= start) & (times <= end)
    return np.asarray(dark - np.median(dark[resting]), np.float64)


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
