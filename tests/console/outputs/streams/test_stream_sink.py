"""Against a real RTMP server."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from unittest.mock import MagicMock

import av
import pytest

from console.outputs.codecs import choose_codec
from console.outputs.encoder import Encoder
from console.outputs.encoding_loop import EncodingLoop
from console.outputs.program_reader import ProgramReader
from console.outputs.streams.reconnect import Reconnect
from console.outputs.streams.rtmp import RtmpTransport
from console.outputs.streams.srt import SrtTransport
from console.outputs.streams.stream_address import stream_address
from console.outputs.streams.stream_sink import StreamSink
from engine.ipc.messages.outputs import EncoderSettings, OutputState
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.rtmp_server import RtmpServer
from tests.console.outputs.waiting import wait_until

SECRET = "very-secret-key"


class Streamer:
    """The program, encoded in real time into a sink."""

    def __init__(self, program: MovingProgram, url: str, key: str = SECRET) -> None:
        codec = choose_codec(320, 180, 25, 500, software=True)
        self._encoder = Encoder(codec, EncoderSettings(video_kbps=500), 320, 180, 25)
        self._reader = ProgramReader()
        assert self._reader.attach(program.pictures.name, program.sound.name, program.rate, time.monotonic())
        program.begin()
        self.log = MagicMock()
        address = stream_address(url, key)
        transport = SrtTransport(address) if address.srt_options is not None else RtmpTransport(address)
        self.sink = StreamSink(transport, address.shown, Reconnect(lambda: 0.5), self.log)
        self._loop = EncodingLoop(self._reader, self._encoder, lambda: self.sink.wants_key)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.sink.begin(self._encoder)
        self._thread.start()

    def wait_for(self, state: OutputState, within_s: float = 30.0) -> None:
        wait_until(lambda: self.sink.status().state is state, within_s)

    def _run(self) -> None:
        while not self._ending.wait(0.005):
            if not self.sink.wants:
                self._reader.position(time.monotonic())
                self._loop.pause()
                continue
            for packet in self._loop.step(time.monotonic()):
                self.sink.put(packet)

    def close(self) -> None:
        self._ending.set()
        self._thread.join(5.0)
        self.sink.close()
        self._reader.detach()
        self._encoder.close()


@pytest.fixture
def streamers(program: MovingProgram) -> Iterator[list[Streamer]]:
    made: list[Streamer] = []
    yield made
    for each in made:
        each.close()


def test_what_is_pushed_arrives_and_can_be_played(
    program: MovingProgram, server: RtmpServer, streamers: list[Streamer]
) -> None:
    streamers.append(made := Streamer(program, server.url))
    made.wait_for(OutputState.ON_AIR)
    wait_until(lambda: made.sink.status().sent_s > 2.0)
    status = made.sink.status()
    assert status.place == "127.0.0.1/live"
    assert status.dropped == 0
    assert status.sentence == ""
    made.sink.close()
    assert made.sink.status().state is OutputState.OFF
    with av.open(str(server.recordings()[0])) as container:
        frames = sum(1 for _ in container.decode(video=0))
    assert frames >= 2 * 25 - 2


def test_a_server_that_was_killed_is_found_again_as_soon_as_it_is_back(
    program: MovingProgram, server: RtmpServer, streamers: list[Streamer]
) -> None:
    streamers.append(made := Streamer(program, server.url))
    made.wait_for(OutputState.ON_AIR)
    server.kill()
    made.wait_for(OutputState.RECONNECTING)
    wait_until(lambda: "refuses the connection" in made.sink.status().sentence)
    assert made.sink.status().attempt > 0
    assert made.sink.status().retry_s >= 0.0
    server.start()
    made.wait_for(OutputState.ON_AIR)
    status = made.sink.status()
    assert (status.reconnects, status.attempt, status.sentence) == (1, 0, "")
    wait_until(lambda: len(server.recordings()) == 2)


def test_a_server_that_closes_the_door_is_told_from_one_that_is_not_there(
    program: MovingProgram, server: RtmpServer, streamers: list[Streamer]
) -> None:
    streamers.append(made := Streamer(program, server.closed_url))
    made.wait_for(OutputState.RECONNECTING)
    wait_until(lambda: "is the stream's key right" in made.sink.status().sentence)
    assert made.sink.status().on_air_s == 0.0


def test_retry_now_waits_no_longer(program: MovingProgram, server: RtmpServer, streamers: list[Streamer]) -> None:
    streamers.append(made := Streamer(program, server.closed_url))
    wait_until(lambda: made.sink.status().attempt >= 3)
    wait_until(lambda: made.sink.status().retry_s > 2.0)
    before = made.sink.status().attempt
    made.sink.retry()
    wait_until(lambda: made.sink.status().attempt > before, within_s=2.0)


def test_a_server_that_takes_nothing_any_more_is_seen_and_never_waited_for(
    program: MovingProgram, server: RtmpServer, streamers: list[Streamer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enough must be sent to fill what the two systems buffer: pictures that cannot be made small."""
    streamers.append(made := Streamer(program, server.url))
    made.wait_for(OutputState.ON_AIR)
    _flood(made, server)
    wait_until(lambda: made.sink.status().sentence == "The server takes nothing any more.", within_s=20.0)
    assert made.sink.status().state is OutputState.RECONNECTING
    assert made.sink.status().queue_ms > 0
    wait_until(lambda: made.sink.stuck, within_s=10.0)
    server.thaw()


def _flood(made: Streamer, server: RtmpServer) -> None:
    """Let the server take nothing, with a window that is full at once."""
    from console.outputs.encoder import Packet

    put = made.sink.put

    def padded(packet: Packet) -> None:
        if packet.picture:  # filler data: NAL units of type 12, which every decoder leaves out
            filler = b"\x0c" + b"\xff" * 400_000 + b"\x80"
            data = packet.data + len(filler).to_bytes(4, "big") + filler
            packet = Packet(True, packet.key, packet.time, packet.base, packet.duration, data)
        put(packet)

    server.freeze()
    made.sink.put = padded  # type: ignore[method-assign]


def test_no_key_is_ever_in_a_log_or_a_status(
    program: MovingProgram, server: RtmpServer, streamers: list[Streamer]
) -> None:
    streamers.append(made := Streamer(program, server.url))
    made.wait_for(OutputState.ON_AIR)
    server.kill()
    made.wait_for(OutputState.RECONNECTING)
    assert SECRET not in repr(made.sink.status())
    assert SECRET not in repr(made.log.mock_calls)


def test_a_server_that_says_nothing_after_the_connection_costs_three_seconds(
    program: MovingProgram, streamers: list[Streamer]
) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(8)
        streamers.append(made := Streamer(program, f"rtmp://127.0.0.1:{silent.getsockname()[1]}/live"))
        wait_until(lambda: "says nothing" in made.sink.status().sentence)
        assert made.sink.status().state is OutputState.RECONNECTING
        assert not made.sink.wants
