"""One step of the work in a thread, a few pieces ahead of the next step."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class _End:
    """Nothing more comes; `fault` is why, when it is not the end."""

    def __init__(self, fault: BaseException | None = None) -> None:
        self.fault = fault


class Ahead(Generic[T]):
    """Goes through `pieces` in a thread of its own, at most `limit` ahead of whoever reads; when full it waits.

    A context manager: left early, the thread ends after the piece that it is at, and `pieces` is closed.
    """

    def __init__(self, pieces: Iterator[T], limit: int) -> None:
        self._pieces = pieces
        self._queue: queue.Queue[T | _End] = queue.Queue(limit)
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._work, name="ahead", daemon=True)

    def __enter__(self) -> Iterator[T]:
        self._thread.start()
        return self._read()

    def __exit__(self, *_: object) -> None:
        self._left.set()
        while self._thread.is_alive():
            try:
                self._queue.get(timeout=0.05)  # room for one that waits to put
            except queue.Empty:
                continue
        self._thread.join()

    def _read(self) -> Iterator[T]:
        while True:
            piece = self._queue.get()
            if isinstance(piece, _End):
                if piece.fault is not None:
                    raise piece.fault
                return
            yield piece

    def _work(self) -> None:
        end = _End()
        try:
            for piece in self._pieces:
                self._queue.put(piece)
                if self._left.is_set():
                    break
        except BaseException as fault:
            end = _End(fault)
        finally:
            close = getattr(self._pieces, "close", None)
            if close is not None:
                close()
        if not self._left.is_set():
            self._queue.put(end)
