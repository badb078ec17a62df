"""A filmed host for the stage: Lin's idle motion as a clip, and networks small enough for a processor.

What such networks draw is skin with a faint pattern where the mouth was: nobody would show it to a hall, and everything
around it is as with the real ones.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.avatar import load_avatar
from engine.light.driver import LightDriver
from engine.prepare import Silence
from tests.engine.musetalk import filmed, puppets

from . import speech
from .meter import Meter
from .scenarios import SETTLE_S, rest
from .show import ROOT, RunningShow
from .stage import Stage
from .tracks import Recording

WIDTH, HEIGHT, RATE = 960, 540, 25
SECONDS = 3
FACE = (405, 90, 555, 311)
SKIN = (236, 190, 160)
SETTINGS = (
    'language = "en"\nmicrophone = "vmic"\nspeaker = "hall"\nscreen = "HALL"\navatar = "filmed"\n'
    f'delay_ms = 300\nwidth = {WIDTH}\nheight = {HEIGHT}\nrate = {RATE}\nengine_card = "cpu"\n'
)
WORD_S, PAUSE_S = 1.8, 1.7


def clip() -> list[NDArray[np.uint8]]:
    """Lin, breathing and blinking: (height, width, 3) uint8 BGR."""
    driver = LightDriver()
    driver.load(load_avatar(ROOT / "avatars" / "lin"), WIDTH, HEIGHT)
    canvas = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    frames = driver.frames(Silence(), 2 * RATE - 12, SECONDS * RATE, RATE, lambda: canvas)
    return [np.ascontiguousarray(frame.pixels[..., :3]) for frame in frames]


def prepare(home: Path) -> None:
    """The host and its networks in the user's folders."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        models = puppets.write_small(root / "models", SKIN)
        frames = clip()
        host = filmed.film_avatar(root, models, frames, [FACE] * len(frames), rate=RATE)
        shutil.copytree(models, home / "data" / "models")
        shutil.copytree(host.folder, home / "data" / "avatars" / host.folder.name)
        shutil.copytree(host.cache, home / "cache", dirs_exist_ok=True)


def start(stage: Stage, settings: str = SETTINGS) -> RunningShow:
    """A show with the filmed host, LIVE."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    show = RunningShow(stage, settings)
    prepare(show.home)
    show.start()
    stage.x.wait_for_window("Compere program")
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


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
