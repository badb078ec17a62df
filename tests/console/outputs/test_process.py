"""The real process of an output, talked to as the console does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import av
import psutil
import pytest

from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Ping, Pong, Stop
from engine.ipc.messages.outputs import (
    AttachProgram,
    EncoderSettings,
    OutputState,
    OutputStatus,
    StartRecording,
    StartStream,
)
from engine.ipc.transport import Link, LinkError, call
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.rtmp_server import RtmpServer
from tests.console.outputs.waiting import wait_until

SETTINGS = EncoderSettings(height=180, video_kbps=500, keyframe_s=1.0)


class Running:
    """One process, and the console's end of its link."""

    def __init__(self, home: Path, name: str, program: MovingProgram) -> None:
        (home / "log").mkdir(exist_ok=True)
        self.home, self.name = home, name
        command = [sys.executable, "-m", "console.outputs.process", "--runtime", str(home / "run")]
        self.process = subprocess.Popen([*command, "--log", str(home / "log"), "--name", name])
        self.heard: list[Message] = []
        self.link = self.dial()
        self.link.send(AttachProgram(program=program.pictures.name, sound=program.sound.name, rate=program.rate))

    def dial(self) -> Link:
        found: list[Link] = []

        def there() -> bool:
            try:
                found.append(call(self.home / "run", self.name, "console"))
            except LinkError:
                return False
            return True

        wait_until(there)
        return found[0]

    def status(self) -> OutputStatus | None:
        self.heard += self.link.receive()
        return next((each for each in reversed(self.heard) if isinstance(each, OutputStatus)), None)

    def wait_for(self, state: OutputState) -> OutputStatus:
        wait_until(lambda: (status := self.status()) is not None and status.state is state)
        status = self.status()
        assert status is not None
        return status

    def recorded(self, seconds: float) -> None:
        wait_until(lambda: (status := self.status()) is not None and status.sent_s > seconds, 30.0 + 4 * seconds)

    def close(self) -> None:
        self.link.close()
        self.process.kill()
        self.process.wait()


@pytest.fixture
def running(tmp_path: Path, program: MovingProgram) -> Iterator[list[Running]]:
    program.begin()
    made: list[Running] = []
    yield made
    for each in made:
        each.close()


def frames_in(file: Path) -> int:
    with av.open(str(file)) as container:
        return sum(1 for _ in container.decode(video=0))


def test_a_recording_that_is_killed_can_be_played_to_its_last_second(
    tmp_path: Path, program: MovingProgram, running: list[Running]
) -> None:
    running.append(made := Running(tmp_path, "recording", program))
    made.link.send(StartRecording(folders=[str(tmp_path / "films")], name="show", encoder=SETTINGS))
    assert made.wait_for(OutputState.ON_AIR).encoder == "libx264"
    made.recorded(4.0)
    sent_s = made.wait_for(OutputState.ON_AIR).sent_s
    os.kill(made.process.pid, signal.SIGKILL)
    made.process.wait()
    assert frames_in(tmp_path / "films" / "show.mp4") >= (sent_s - 1.1) * 25


def test_stop_closes_the_file_in_order(tmp_path: Path, program: MovingProgram, running: list[Running]) -> None:
    running.append(made := Running(tmp_path, "recording", program))
    made.link.send(StartRecording(folders=[str(tmp_path)], name="show", encoder=SETTINGS))
    made.recorded(1.5)
    made.link.send(Stop())
    assert made.process.wait(30.0) == 0
    assert b"moov" in (tmp_path / "show.mp4").read_bytes()
    assert frames_in(tmp_path / "show.mp4") > 30
    assert not (tmp_path / "run" / "recording.card").exists()


def test_it_answers_while_the_server_says_nothing_and_shows_no_key_in_the_process_list_or_the_log(
    tmp_path: Path, program: MovingProgram, running: list[Running], server: RtmpServer
) -> None:
    running.append(made := Running(tmp_path, "stream-1", program))
    made.link.send(StartStream(url=f"{server.url}/very-secret", encoder=SETTINGS))
    made.wait_for(OutputState.ON_AIR)
    server.freeze()
    for number in range(1, 6):
        made.link.send(Ping(number=number))
        wait_until(lambda number=number: (made.status(), Pong(number=number) in made.heard)[1], within_s=3.0)
    server.thaw()
    assert "very-secret" not in " ".join(psutil.Process(made.process.pid).cmdline())
    logs = "".join(file.read_text(errors="replace") for file in (tmp_path / "log").rglob("*") if file.is_file())
    assert "stream on air" in logs
    assert "very-secret" not in logs


def nice_of(thread: Path) -> int:
    """How far a thread stands behind others; the 19th word of its line, whose second may hold spaces."""
    return int((thread / "stat").read_text().rpartition(")")[2].split()[16])


def test_encoding_stands_behind_the_hall_and_answering_does_not(
    tmp_path: Path, program: MovingProgram, running: list[Running]
) -> None:
    running.append(made := Running(tmp_path, "recording", program))
    made.link.send(StartRecording(folders=[str(tmp_path)], name="show", encoder=SETTINGS))
    made.wait_for(OutputState.ON_AIR)
    threads = Path(f"/proc/{made.process.pid}/task")
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert nice_of(threads / str(made.process.pid)) == own
    assert sorted({nice_of(each) for each in threads.iterdir()}) == [own, 19]


def test_it_goes_on_without_its_console_and_the_next_one_finds_it(
    tmp_path: Path, program: MovingProgram, running: list[Running]
) -> None:
    running.append(made := Running(tmp_path, "recording", program))
    start = StartRecording(folders=[str(tmp_path / "films")], name="show", encoder=SETTINGS)
    made.link.send(start)
    made.recorded(0.5)
    made.link.close()
    time.sleep(1.0)  # without anybody
    made.heard.clear()
    made.link = made.dial()
    made.link.send(start)  # as a console says that joins it
    made.recorded(1.3)
    assert [file.name for file in (tmp_path / "films").iterdir()] == ["show.mp4"]


def test_a_playout_that_was_started_again_goes_on_in_the_same_file(
    tmp_path: Path, program: MovingProgram, running: list[Running]
) -> None:
    running.append(made := Running(tmp_path, "recording", program))
    made.link.send(StartRecording(folders=[str(tmp_path / "films")], name="show", encoder=SETTINGS))
    made.recorded(1.0)
    made.link.send(AttachProgram(program="", sound="", rate=25))
    made.recorded(2.0)  # the last picture, and silence
    second = MovingProgram()
    second.begin()
    try:
        made.link.send(AttachProgram(program=second.pictures.name, sound=second.sound.name, rate=25))
        made.recorded(3.5)
        made.link.send(Stop())
        assert made.process.wait(30.0) == 0
    finally:
        second.close()
    (file,) = (tmp_path / "films").iterdir()
    with av.open(str(file)) as container:
        times = [float(frame.time or 0.0) for frame in container.decode(video=0)]
    assert times == sorted(times)
    assert times[-1] >= 3.4


def test_a_stream_without_a_real_address_fails_in_one_sentence(
    tmp_path: Path, program: MovingProgram, running: list[Running]
) -> None:
    running.append(made := Running(tmp_path, "stream-2", program))
    made.link.send(StartStream(url="http://nowhere", encoder=SETTINGS))
    assert "rtmp://" in made.wait_for(OutputState.FAILED).sentence
