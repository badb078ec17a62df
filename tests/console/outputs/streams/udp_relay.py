"""A slow way to an SRT receiver: a UDP relay on loopback. So many bits a second go through, and the rest is lost."""

from __future__ import annotations

import heapq
import itertools
import select
import socket
import threading
import time

QUEUE_S = 1.0
"""So much waits at the narrow place before packets are lost, as in many routers."""


class UdpRelay:
    """Relays between whoever calls and the receiver.

    Args:
        port: the receiver's.
        kbps: what goes through towards it, in thousands of bits a second.

    Attributes:
        port: to call.
    """

    def __init__(self, port: int, kbps: float) -> None:
        self._bits = kbps * 1000
        self._near, self._far = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        self._near.bind(("127.0.0.1", 0))
        self._far.connect(("127.0.0.1", port))
        self.port = int(self._near.getsockname()[1])
        self._caller: tuple[str, int] | None = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        waiting: list[tuple[float, int, bytes]] = []
        numbers, free_s = itertools.count(), 0.0
        while not self._over.is_set():
            pause = max(0.0, min(0.02, waiting[0][0] - time.monotonic())) if waiting else 0.02
            ready, _, _ = select.select([self._near, self._far], [], [], pause)
            now = time.monotonic()
            if self._near in ready:
                data, self._caller = self._near.recvfrom(2048)
                if free_s - now < QUEUE_S:
                    free_s = max(free_s, now) + len(data) * 8 / self._bits
                    heapq.heappush(waiting, (free_s, next(numbers), data))
            if self._far in ready and self._caller is not None:
                self._near.sendto(self._far.recv(2048), self._caller)
            while waiting and waiting[0][0] <= now:
                self._far.send(heapq.heappop(waiting)[2])

    def close(self) -> None:
        self._over.set()
        self._thread.join(2.0)
        self._near.close()
        self._far.close()
