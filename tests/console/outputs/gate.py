"""A gate on the way to a server, that opens and closes as networks and servers do: a TCP relay on loopback."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
import time
from enum import StrEnum

_CHUNK = 4096
_TICK_S = 0.02
_WINDOW = 16384
"""Bytes that wait in the kernel at the gate: a slow way is felt by the sender at once."""


class Way(StrEnum):
    """How the way to the server is."""

    OPEN = "open"
    REFUSING = "refusing"  # nobody listens, and what was connected is reset
    SILENT = "silent"  # connections are taken, and nothing goes through any more
    HANGS_UP = "hangs up in the handshake"  # what was connected is closed, and what connects, at its first byte
    SLOW = "slow"  # so many bytes a second, and no more


class Gate:
    """Listens on a port of its own and relays to the server's.

    Args:
        port: the server's.
        slow_kbps: what goes through while the way is slow, in thousands of bits a second.

    Attributes:
        port: to connect to.
    """

    def __init__(self, port: int, slow_kbps: float) -> None:
        self._server, self._slow_bytes = port, slow_kbps * 1000 / 8
        self.way = Way.OPEN
        self._listener: socket.socket | None = None
        self._pairs: list[tuple[socket.socket, socket.socket | None]] = []
        self._budget = 0.0
        self._budget_s = time.monotonic()
        self._closed = False
        self.port = self._listen(0)
        self._thread = threading.Thread(target=self._run, name="gate", daemon=True)
        self._thread.start()

    def set_way(self, way: Way) -> None:
        """From now on."""
        self.way = way

    def close(self) -> None:
        """Close all of it."""
        self._closed = True
        self._thread.join(5.0)

    # -- the thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._closed:
            if self.way is Way.REFUSING:
                self._refuse()
                time.sleep(_TICK_S)
                continue
            if self._listener is None:
                self._listen(self.port)
            self._turn()
        self._refuse()

    def _listen(self, port: int) -> int:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _WINDOW)
        listener.bind(("127.0.0.1", port))
        listener.listen()
        self._listener = listener
        return int(listener.getsockname()[1])

    def _refuse(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        for client, server in self._pairs:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")  # a reset
            client.close()
            if server is not None:
                server.close()
        self._pairs.clear()

    def _turn(self) -> None:
        assert self._listener is not None
        if self.way is Way.HANGS_UP:
            for pair in [pair for pair in self._pairs if pair[1] is not None]:
                self._drop(pair)
        relays = self.way in (Way.OPEN, Way.SLOW, Way.HANGS_UP)
        watched = [each for pair in self._pairs for each in pair if each is not None] if relays else []
        ready, _, _ = select.select([self._listener, *watched], [], [], _TICK_S)
        if self._listener in ready:
            client, _ = self._listener.accept()
            server = None
            if self.way is not Way.HANGS_UP:
                with contextlib.suppress(OSError):
                    server = socket.socket()
                    server.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _WINDOW)
                    server.settimeout(2.0)
                    server.connect(("127.0.0.1", self._server))
            self._pairs.append((client, server))
        for pair in list(self._pairs):
            for source, sink in (pair, pair[::-1]):
                if source in ready and source is not None and not self._relay(source, sink):
                    self._drop(pair)
                    break

    def _relay(self, source: socket.socket, sink: socket.socket | None) -> bool:
        """Take what has come, and hand it on. False when one end is gone."""
        if self.way is Way.SLOW:
            now_s = time.monotonic()
            self._budget = min(self._slow_bytes / 4, self._budget + (now_s - self._budget_s) * self._slow_bytes)
            self._budget_s = now_s
            if self._budget < _CHUNK:
                time.sleep(_TICK_S / 4)
                return True
            self._budget -= _CHUNK
        try:
            data = source.recv(_CHUNK)
            if not data or sink is None:
                return False
            sink.sendall(data)
        except OSError:
            return False
        return True

    def _drop(self, pair: tuple[socket.socket, socket.socket | None]) -> None:
        for each in pair:
            if each is not None:
                each.close()
        if pair in self._pairs:
            self._pairs.remove(pair)
