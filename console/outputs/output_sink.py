"""Where encoded packets go, as the process of an output sees it."""

from __future__ import annotations

from collections import deque
from typing import Protocol

from console.outputs.encoder import Encoder, Packet
from engine.ipc.messages.outputs import OutputStatus

RATE_WINDOW_S = 4.0


class OutputSink(Protocol):
    """A stream, or a recording. It works in a thread of its own; what is asked of it here never waits.

    Attributes:
        wants: packets are of use now; while they are not nothing is encoded.
        wants_key: the next picture must be a keyframe.
        stuck: it waits for something that may never come, and cannot be woken: the process has to end.
    """

    @property
    def wants(self) -> bool: ...

    @property
    def wants_key(self) -> bool: ...

    @property
    def stuck(self) -> bool: ...

    def begin(self, encoder: Encoder) -> None:
        """Start, with an encoder whose packets will come."""
        ...

    def put(self, packet: Packet) -> None:
        """One packet."""
        ...

    def mark(self, title: str) -> None:
        """A chapter begins, where there are chapters."""
        ...

    def retry(self) -> None:
        """Do not wait any longer."""
        ...

    def status(self) -> OutputStatus:
        """How it is."""
        ...

    def close(self) -> None:
        """End in order, within a few seconds."""
        ...


class BitRate:
    """How much went out in the last seconds."""

    def __init__(self) -> None:
        self._sent: deque[tuple[float, int]] = deque()
        self._first_s: float | None = None

    def begin(self) -> None:
        """A new connection: nothing has gone out of it."""
        self._sent, self._first_s = deque(), None

    def record(self, size: int, now_s: float) -> None:
        """`size` bytes went out at monotonic time `now_s`."""
        self._sent.append((now_s, size))
        if self._first_s is None:
            self._first_s = now_s

    def kbps(self, now_s: float) -> float:
        """Thousands of bits a second, over the last `RATE_WINDOW_S`, or since the first; after a second at least."""
        sent, first_s = self._sent, self._first_s  # another thread may begin anew
        while sent and now_s - sent[0][0] > RATE_WINDOW_S:
            sent.popleft()
        span_s = min(RATE_WINDOW_S, max(1.0, now_s - first_s)) if first_s is not None else RATE_WINDOW_S
        return sum(size for _, size in list(sent)) * 8 / 1000 / span_s
