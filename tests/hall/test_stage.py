"""The stage shows what a hall has, breaks as a hall breaks, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.hall.rig.analysis import lag, sounded_again, tone_dbfs
from tests.hall.rig.children import HallError, wait_until
from tests.hall.rig.meter import Meter
from tests.hall.rig.soundserver import DECOY_HZ
from tests.hall.rig.speech import SPEECH, SYLLABLES, load
from tests.hall.rig.stage import Stage, marked
from tests.hall.rig.tracks import Sound
from tests.hall.rig.xserver import DESKTOP_COLOUR

pytestmark = pytest.mark.hall

WINDOWS = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
hall = next(screen for screen in app.screens() if screen.name() == "HALL")
output = QLabel()
output.setWindowTitle("the output")
output.setStyleSheet("background: #20c040")
output.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
output.setScreen(hall)
output.setGeometry(hall.geometry())
output.showFullScreen()
class Desk(QLabel):
    def keyPressEvent(self, event):
        print("pressed", event.key(), flush=True)
    def keyReleaseEvent(self, event):
        print("released", event.key(), flush=True)
desk = Desk()
desk.setWindowTitle("the desk")
desk.setGeometry(100, 100, 600, 400)
desk.show()
app.screenRemoved.connect(lambda screen: print("gone", screen.name(), flush=True))
app.screenAdded.connect(lambda screen: print("back", screen.name(), flush=True))
app.exec()
"""


def test_two_monitors_stand_side_by_side_and_the_operators_is_the_primary(stage: Stage) -> None:
    assert stage.x.monitors() == ["OP", "HALL"]
    assert stage.screenshot("HALL").shape == (1080, 1920, 3)
    assert tuple(stage.screenshot("HALL").reshape(-1, 3).mean(0)) == DESKTOP_COLOUR[::-1]
    assert stage.top_window_at(2000, 500) is None


def test_windows_keys_and_monitors_are_those_of_a_real_desktop(stage: Stage) -> None:
    app = stage.run("windows", [sys.executable, "-c", WINDOWS])

    def said(words: str) -> bool:
        return words in app.log.read_text()

    output = stage.x.wait_for_window("the output")
    desk = stage.x.wait_for_window("the desk")
    assert (output.x, output.y, output.width, output.height) == (1920, 0, 1920, 1080)
    assert stage.top_window_at(2880, 540) == output
    assert stage.top_window_at(300, 300) == desk
    assert stage.top_window_at(1800, 1000) is None
    wait_until(
        lambda: tuple(stage.screenshot()[540, 960]) == (0x40, 0xC0, 0x20), within_s=5, what="the output's colour"
    )

    stage.key("F5", desk.id)
    wait_until(lambda: said("released 16777268"), within_s=5, what="the key to arrive", child=app)
    stage.keydown("a")
    wait_until(lambda: said("pressed 65"), within_s=5, what="the key to go down", child=app)
    stage.keyup("a")
    wait_until(lambda: app.log.read_text().endswith("released 65\n"), within_s=5, what="the key to go up", child=app)

    stage.remove_hall_monitor()
    wait_until(lambda: said("gone HALL"), within_s=5, what="Qt to miss the monitor", child=app)
    stage.return_hall_monitor()
    wait_until(lambda: said("back HALL"), within_s=5, what="Qt to see the monitor", child=app)
    stage.flap(3, every_s=0.03)
    assert stage.x.monitors() == ["OP", "HALL"]


def test_what_is_spoken_into_the_microphone_is_heard_there_and_nowhere_else(stage: Stage) -> None:
    spoken = load(SPEECH)[:96_000]
    with Meter(stage) as meter:
        started = stage.play_to_mic(spoken, wait=True).started_at
        recording = meter.stop()
    _, likeness = lag(Sound(started, spoken), recording.microphone, start=started, end=started + 2)
    assert likeness > 0.999
    assert sounded_again(recording.loudspeaker, started) is None


def test_an_unplugged_microphone_leaves_only_the_hum_of_the_decoy(stage: Stage) -> None:
    assert "vmic" in stage.sound.sources()
    stage.unload_microphone()
    assert "vmic" not in stage.sound.sources()
    with pytest.raises(HallError, match="already unplugged"):
        stage.unload_microphone()
    command = "parec -d @DEFAULT_SOURCE@ --raw --rate=48000 --channels=1 --format=s16le --latency-msec=10"
    with subprocess.Popen(command.split(), env=stage.env, stdout=subprocess.PIPE) as capture:
        assert capture.stdout is not None
        hum = np.frombuffer(capture.stdout.read(48_000), np.int16) / 32768
        capture.terminate()
    assert tone_dbfs(Sound(0.0, hum[4800:].astype(np.float32)), DECOY_HZ) > -20
    stage.load_microphone()
    assert "vmic" in stage.sound.sources()


def test_the_sound_server_dies_and_the_meter_listens_again_when_it_is_back(stage: Stage) -> None:
    train = load(SYLLABLES)[:72_000]
    with Meter(stage) as meter:
        stage.play_to_mic(train, wait=True)
        died = stage.kill_sound_server()
        with pytest.raises(HallError):
            stage.sound.sources()
        stage.start_sound_server()
        ears = 4
        wait_until(lambda: len(meter.pids) == ears, within_s=5, what="the ears to listen again")
        again = stage.play_to_mic(train)
        again.wait()
        recording = meter.stop()
    heard = sounded_again(recording.microphone, died + 0.2)
    assert heard is not None
    assert abs(died + 0.2 + heard - again.started_at - 1.0) < 0.3, "the second train begins a second after its start"


def test_nothing_is_left_when_the_stage_is_closed() -> None:
    with Stage() as stage:
        pids, root = stage.pids, stage.root
        # A program that leaves its session, as a process does that is meant to outlive its window.
        stage.run("leaver", ["setsid", "--fork", "sleep", "300"])
        wait_until(lambda: bool(stage.strays()), within_s=5, what="the leaver to have left")
    assert len(pids) >= 6
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]
    assert not marked(root)
    assert not root.exists()


@pytest.mark.parametrize("broken", ["pulseaudio", "openbox", "Xvfb", "xrandr"])
def test_nothing_is_left_when_a_part_fails_to_start_and_the_error_tells_why(broken: str, tmp_path: Path) -> None:
    fake = tmp_path / broken
    fake.write_text("#!/bin/sh\necho 'no show tonight' >&2\nexit 3\n")
    fake.chmod(0o755)
    stage = Stage(env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"})
    with pytest.raises(HallError, match="no show tonight"):
        stage.start()
    assert not marked(stage.root)
    assert not stage.root.exists()


def test_a_missing_program_is_named() -> None:
    stage = Stage(env={**os.environ, "PATH": "/nonexistent"})
    with pytest.raises(HallError, match="Xvfb is not installed"):
        stage.start()
    assert not stage.root.exists()


@pytest.fixture
def orphans_come_to_us() -> Iterator[None]:
    """Reap what a killed process leaves behind; in a container there may be no one else who does."""
    subreaper = 36  # PR_SET_CHILD_SUBREAPER, linux/prctl.h
    libc = ctypes.CDLL(None)
    libc.prctl(subreaper, 1)
    yield
    libc.prctl(subreaper, 0)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


@pytest.mark.usefixtures("orphans_come_to_us")
def test_the_stage_dies_with_whoever_holds_it(request: pytest.FixtureRequest) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-m", "tests.hall.rig.stage"], stdout=subprocess.PIPE, text=True, cwd=request.config.rootpath
    )
    assert holder.stdout is not None
    root = None
    for line in holder.stdout:
        if line.startswith("# logs: "):
            root = Path(line.removeprefix("# logs: ").split()[0]).parent
            break
    assert root is not None
    assert marked(root)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    wait_until(lambda: not marked(root), within_s=5, what="the stage to end")
    shutil.rmtree(root)
