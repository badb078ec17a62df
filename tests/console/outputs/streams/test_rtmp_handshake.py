"""Against real sockets, and a real server."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from console.outputs.streams.rtmp_handshake import HandshakeError, knock
from console.outputs.streams.stream_address import stream_address
from tests.console.outputs.rtmp_server import RtmpServer


@contextmanager
def answering(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Somebody who listens, and does this with whoever connects. Gives the address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(4)
        over = threading.Event()

        def serve() -> None:
            try:
                caller, _ = listening.accept()
            except OSError:
                return
            with caller:
                answer(caller)
                over.wait(10)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"rtmp://127.0.0.1:{listening.getsockname()[1]}/live"
        over.set()
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def test_a_real_server_answers(server: RtmpServer) -> None:
    knock(stream_address(server.url))


def test_one_that_refuses_is_named(server: RtmpServer) -> None:
    server.kill()
    with pytest.raises(HandshakeError, match=r"127\.0\.0\.1 refuses the connection"):
        knock(stream_address(server.url))


def test_one_that_says_nothing_costs_the_time_that_was_given_and_no_more() -> None:
    with answering(lambda caller: None) as url:
        begun = time.monotonic()
        with pytest.raises(HandshakeError, match="takes the connection and says nothing"):
            knock(stream_address(url), within_s=0.3)
        assert 0.25 < time.monotonic() - begun < 5.0


def test_one_that_dribbles_costs_no_more_either() -> None:
    def dribble(caller: socket.socket) -> None:
        for _ in range(40):
            try:
                caller.sendall(b"\x03")
            except OSError:
                return
            time.sleep(0.05)

    with answering(dribble) as url, pytest.raises(HandshakeError, match="says nothing"):
        knock(stream_address(url), within_s=0.4)


def test_one_that_hangs_up_is_named() -> None:
    hang_up = answering(lambda caller: caller.shutdown(socket.SHUT_RDWR))
    with hang_up as url, pytest.raises(HandshakeError, match="closes the connection"):
        knock(stream_address(url))


def test_a_name_that_nobody_knows_is_named() -> None:
    with pytest.raises(HandshakeError, match=r"nowhere\.invalid cannot be found"):
        knock(stream_address("rtmp://nowhere.invalid/live"))


def test_one_that_speaks_no_tls_is_told_from_one_that_is_not_there() -> None:
    with answering(lambda caller: caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as url:
        address = stream_address(url.replace("rtmp://", "rtmps://"))
        with pytest.raises(HandshakeError, match="does not speak TLS"):
            knock(address)


@pytest.mark.parametrize("host", ["a..rtmp.youtube.com", "x" * 70 + ".example"])
def test_a_name_that_is_none_is_said_as_one_that_cannot_be_found(host: str) -> None:
    with pytest.raises(HandshakeError, match="cannot be found"):
        knock(stream_address(f"rtmp://{host}/live"))
