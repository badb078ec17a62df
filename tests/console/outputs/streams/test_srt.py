"""Against a real SRT receiver."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import psutil
import pytest

from console.outputs.streams import srt
from engine.ipc.messages.outputs import OutputState
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.streams.srt_receiver import SrtReceiver
from tests.console.outputs.streams.test_stream_sink import Streamer
from tests.console.outputs.waiting import wait_until

PASSPHRASE = "a-very-secret-one"


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[SrtReceiver]:
    made = SrtReceiver(tmp_path)
    yield made
    made.kill()


@pytest.fixture
def streamers(program: MovingProgram) -> Iterator[list[Streamer]]:
    made: list[Streamer] = []
    yield made
    for each in made:
        each.close()


def test_what_is_pushed_arrives_with_picture_and_sound(
    program: MovingProgram, receiver: SrtReceiver, streamers: list[Streamer]
) -> None:
    receiver.start()
    streamers.append(made := Streamer(program, receiver.url, ""))
    made.wait_for(OutputState.ON_AIR)
    assert made.sink.status().place == f"127.0.0.1:{receiver.port}"
    wait_until(lambda: made.sink.status().sent_s > 4.0)
    made.close()
    wait_until(lambda: receiver.ended)
    with av.open(str(receiver.files[0])) as container:
        kinds = {stream.type for stream in container.streams}
        frames = sum(1 for _ in container.decode(video=0))
    assert kinds == {"video", "audio"}
    assert frames >= 3 * 25


def test_a_passphrase_lets_it_in_and_stands_in_no_list_of_processes(
    program: MovingProgram, tmp_path: Path, streamers: list[Streamer]
) -> None:
    receiver = SrtReceiver(tmp_path, PASSPHRASE).start()
    try:
        streamers.append(made := Streamer(program, f"{receiver.url}?streamid=hall-secret", PASSPHRASE))
        made.wait_for(OutputState.ON_AIR)
        own = [" ".join(each.cmdline()) for each in psutil.Process().children(recursive=True)]
        sender = [words for words in own if "mode=caller" in words]
        assert len(sender) == 1
        assert PASSPHRASE not in sender[0] and "hall-secret" not in sender[0]
    finally:
        receiver.kill()


def test_a_wrong_passphrase_is_said(program: MovingProgram, tmp_path: Path, streamers: list[Streamer]) -> None:
    receiver = SrtReceiver(tmp_path, PASSPHRASE).start()
    try:
        streamers.append(made := Streamer(program, receiver.url, "another-one-altogether"))
        wait_until(lambda: "does not accept the passphrase" in made.sink.status().sentence)
        assert made.sink.status().state is OutputState.RECONNECTING
        assert PASSPHRASE not in str(made.log.mock_calls) and "another-one" not in str(made.log.mock_calls)
    finally:
        receiver.kill()


def test_a_passphrase_that_the_receiver_has_not_is_said(
    program: MovingProgram, receiver: SrtReceiver, streamers: list[Streamer]
) -> None:
    receiver.start()
    streamers.append(made := Streamer(program, receiver.url, PASSPHRASE))
    wait_until(lambda: "does not accept the passphrase" in made.sink.status().sentence)


@pytest.mark.parametrize(("given", "told"), [("200", "200000"), ("120000", "120000"), ("a while", "a while")])
def test_a_latency_is_meant_in_milliseconds_where_it_can_be_nothing_else(given: str, told: str) -> None:
    found = srt._told({"latency": given, "streamid": "hall"}, kbps=4000)
    assert (found["latency"], found["streamid"]) == (told, "hall")
    assert int(found["sndbuf"]) == 4000 * 125 // 2


def test_where_nobody_listens_it_says_so_and_is_on_air_once_somebody_does(
    program: MovingProgram, receiver: SrtReceiver, streamers: list[Streamer]
) -> None:
    streamers.append(made := Streamer(program, receiver.url, ""))
    wait_until(lambda: "Nobody answers at 127.0.0.1" in made.sink.status().sentence)
    receiver.start()
    made.wait_for(OutputState.ON_AIR)


def test_a_receiver_that_is_lost_is_told_and_found_again(
    program: MovingProgram, receiver: SrtReceiver, streamers: list[Streamer]
) -> None:
    receiver.start()
    streamers.append(made := Streamer(program, receiver.url, ""))
    made.wait_for(OutputState.ON_AIR)
    receiver.kill()
    made.wait_for(OutputState.RECONNECTING)
    assert made.sink.status().reconnects == 1
    receiver.start()
    made.wait_for(OutputState.ON_AIR)


def test_a_computer_that_cannot_is_told_what_to_do(
    program: MovingProgram, receiver: SrtReceiver, streamers: list[Streamer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(srt, "find_ffmpeg", lambda: None)
    streamers.append(made := Streamer(program, receiver.url, ""))
    wait_until(lambda: "needs the program ffmpeg with SRT" in made.sink.status().sentence)


@pytest.mark.parametrize(
    ("script", "found"), [("echo ' rtmp'; echo ' srt'", True), ("echo ' srtp'", False), ("exit 1", False)]
)
def test_only_a_program_that_has_srt_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, found: bool
) -> None:
    program = tmp_path / "ffmpeg"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert (srt.find_ffmpeg() == str(program)) is found
