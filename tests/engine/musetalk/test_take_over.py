"""Two engines with networks that have learnt to talk, and every way in which the one that draws can fail.

The show's clock goes slowly here, so that a busy computer is as a quick one: all times are the show's own. What is
counted is strict: a frame of which the picture is not there at its own time is missing, though playout would hold the
one before it.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.driver import pts_of
from engine.ipc.messages.engine import Attach, Load, Neural, Ready
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing
from engine.live import frame_at_or_before
from tests.engine.conftest import EngineProcess
from tests.engine.musetalk import talking
from tests.hall.scenarios import takeover

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]  # run by `compere bench slow`

SLOW = 0.2
DELAY = round(0.3 * SAMPLE_RATE)
MOST_S = 0.3
TIMES = 3
LATE_S = 0.16


class SlowShow:
    """Playout's part: a voice or silence by a clock that goes as slowly as it is told, and an eye on each picture.

    Attributes:
        shown: (index, the drawn mouth was there open) of each frame that has gone by.
    """

    def __init__(self) -> None:
        name = f"compere-test-{secrets.token_hex(4)}"
        self.sound = SoundRing.create(f"{name}-snd", 4.0)
        self.pictures = PictureRing.create(f"{name}-pic", talking.WIDTH, talking.HEIGHT)
        self.shown: list[tuple[int, bool]] = []
        self._voice = talking.vowel(4.0)
        self._index = 0.0

    @property
    def attach(self) -> Attach:
        return Attach(sound=self.sound.name, pictures=self.pictures.name, rate=talking.RATE)

    def go_on(self, seconds: float, pace: float = SLOW, voice: bool = True) -> None:
        """So many of its own seconds."""
        begun, at = time.monotonic(), self._index
        end = at + seconds * SAMPLE_RATE
        while self._index < end:
            before = frame_at_or_before(round(self._index), talking.RATE)
            self._index = min(end, at + (time.monotonic() - begun) * pace * SAMPLE_RATE)
            missing = round(self._index) + DELAY - self.sound.written
            if missing > 0:
                places = np.arange(self.sound.written, self.sound.written + missing)
                heard = np.take(self._voice, places, mode="wrap")
                self.sound.write(heard if voice else np.zeros(missing, np.float32))
            self.sound.playing = round(self._index)
            for number in range(before + 1, frame_at_or_before(round(self._index), talking.RATE) + 1):
                self._look(pts_of(number, talking.RATE))
            time.sleep(0.001)

    def missing_since(self, index: float) -> float | None:
        """Seconds from the first frame without an open mouth after `index` to the first of three with one."""
        later = [(pts, there) for pts, there in self.shown if pts >= index]
        gone = next((number for number, (_, there) in enumerate(later) if not there), None)
        if gone is None:
            return 0.0
        for number in range(gone, len(later) - 2):
            if all(there for _, there in later[number : number + 3]):
                return (later[number][0] - later[gone][0]) / SAMPLE_RATE
        return None

    @property
    def index(self) -> float:
        return self._index

    def close(self) -> None:
        self.sound.close()
        self.pictures.close()

    def _look(self, pts: int) -> None:
        info = self.pictures.find(pts, 0)
        there = False
        if info is not None:
            left, top, _, _ = talking.FACE
            mouth = self.pictures.pixels(info)[top + 150 : top + 205, left + 35 : left + 115, :3]
            there = bool((mouth.mean(2) < 80).mean() > 0.02) and self.pictures.whole(info)
        self.shown.append((pts, there))


class Pair:
    """The two engines. Each knows the other's part; who is killed is started again."""

    def __init__(self, home: Path, show: SlowShow) -> None:
        self._home, self._show = home, show
        self._host = talking.film(home)
        self.engines = {name: self._start(name) for name in ("engine", "standby")}

    def _start(self, name: str) -> EngineProcess:
        made = EngineProcess(self._home, name=name)
        made.link.send(Neural(models=str(self._host.models), cache=str(self._host.cache), card="cpu"))
        made.link.send(self._show.attach)
        made.link.send(Load(avatar=str(self._host.folder), look_ahead_s=0.04))
        made.hear(Ready)
        return made

    def settle(self) -> None:
        """Silence until one draws and the other one stands by, then the voice until the mouth is open."""
        deadline = time.monotonic() + 120
        while self._show.pictures.offered[0] == 0 or not self._offer_is_good():
            assert time.monotonic() < deadline, "nobody stands by"
            self._show.go_on(0.5, pace=1.0, voice=False)
        self._show.go_on(1.6)

    def _offer_is_good(self) -> bool:
        who, at = self._show.pictures.offered
        alive = {engine.process.pid for engine in self.engines.values()}
        return who in alive and self._show.sound.written - at < SAMPLE_RATE // 4

    def fail(self, fault: str) -> float | None:
        """Whoever draws fails so. How long the mouth was missing."""
        drew = self._show.pictures.writer
        name = next(name for name, engine in self.engines.items() if engine.process.pid == drew)
        note = self._home / f"fault-{drew}"
        at = self._show.index
        if fault == "killed":
            os.kill(drew, signal.SIGKILL)
            self.engines[name].process.wait()
        elif fault == "hung":
            os.kill(drew, signal.SIGSTOP)
        else:
            note.write_text(f"late {LATE_S / SLOW}" if fault == "late" else fault)
        self._show.go_on(1.2)
        assert self._show.pictures.writer != drew, "nobody has taken the part"
        note.unlink(missing_ok=True)
        if fault == "killed":
            self.engines[name].close()
            self.engines[name] = self._start(name)
        elif fault == "hung":
            os.kill(drew, signal.SIGCONT)
        return self._show.missing_since(at)

    def close(self) -> None:
        for engine in self.engines.values():
            engine.close()


@pytest.fixture
def pair() -> Iterator[Pair]:
    home = Path(tempfile.mkdtemp(prefix="compere-"))
    show = SlowShow()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPERE_HOME", str(home))
        patch.setenv("PYTHONPATH", os.pathsep.join([str(takeover.PATH), str(talking.ROOT)]))
        patch.setenv("OMP_NUM_THREADS", "1")
        made = Pair(home, show)
        try:
            yield made
        finally:
            made.close()
            show.close()
            shutil.rmtree(home)


def test_the_drawn_mouth_is_back_within_300_ms_of_the_show(pair: Pair) -> None:
    missing = []
    for fault in [*takeover.FAULTS] * TIMES:
        pair.settle()
        found = pair.fail(fault)
        print(f"{fault}: missing for {found} s", flush=True)
        assert found is not None, f"{fault}: the drawn mouth never came back"
        missing.append(found)
    assert np.percentile(missing, 95) <= MOST_S
