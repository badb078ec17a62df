"""A stream in a slow network: a real process, a real server, and a way that lets little through."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.ipc.messages.outputs import EncoderSettings, OutputState, StartStream
from tests.console.outputs.gate import Gate, Way
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.rtmp_server import RtmpServer
from tests.console.outputs.streams.srt_receiver import SrtReceiver
from tests.console.outputs.streams.udp_relay import UdpRelay
from tests.console.outputs.test_process import Running
from tests.console.outputs.waiting import wait_until

SETTINGS = EncoderSettings(height=180, video_kbps=2000, keyframe_s=1.0, adapts=True)


@pytest.fixture
def gate(server: RtmpServer) -> Iterator[Gate]:
    made = Gate(server.port, slow_kbps=900)
    yield made
    made.close()


@pytest.fixture
def program() -> Iterator[MovingProgram]:
    made = MovingProgram(noise=True).begin()
    yield made
    made.close()


def bit_rates(home: Path) -> list[int]:
    lines = (home / "log" / "compere.jsonl").read_text().splitlines()
    return [row["kbps"] for row in map(json.loads, lines) if row["event"] == "bit rate"]


def adapts(home: Path, program: MovingProgram, url: str, narrow: Callable[[], None]) -> None:
    """The stream gets fewer bits once the way is narrow, and then it flows."""
    made = Running(home, "stream-1", program)
    try:
        made.link.send(StartStream(url=url, encoder=SETTINGS))
        made.wait_for(OutputState.ON_AIR)
        narrow()
        wait_until(lambda: bit_rates(home), 60.0)

        def flows() -> bool:
            """For two seconds little waits, and nothing is dropped."""
            before, until = made.status(), time.monotonic() + 2.0
            while time.monotonic() < until:
                status = made.status()
                if status is None or before is None or status.queue_ms > 300 or status.dropped > before.dropped:
                    return False
                time.sleep(0.1)
            return status is not None and status.state is OutputState.ON_AIR

        wait_until(flows, 90.0)
        assert bit_rates(home)[-1] < SETTINGS.video_kbps
    finally:
        made.close()


def test_a_slow_network_costs_bits_and_no_longer_pictures(tmp_path: Path, gate: Gate, program: MovingProgram) -> None:
    adapts(tmp_path, program, f"rtmp://127.0.0.1:{gate.port}/live/key", lambda: gate.set_way(Way.SLOW))


def test_a_slow_network_is_felt_through_srt_too(tmp_path: Path, program: MovingProgram) -> None:
    """Left alone, SRT would throw away what comes too late, and say nothing."""
    receiver = SrtReceiver(tmp_path).start()
    relay = UdpRelay(receiver.port, 1000)
    try:
        adapts(tmp_path, program, f"srt://127.0.0.1:{relay.port}", lambda: None)
    finally:
        relay.close()
        receiver.kill()
