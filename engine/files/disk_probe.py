"""Short questions to a disk that may never answer, as a network drive whose server is gone.

The window asks them, so it must not wait: a few threads ask, and who wants to know waits a fifth of a second for the
answer, once. While a question hangs, what was known last is taken.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

WAIT_S = 0.2
"""The longest that anybody waits for one answer."""

MOST = 4
"""Questions that may hang at a time. After that nothing more is asked until one of them is answered."""

_IDLE_S = 0.5
"""A thread without a question ends after so long."""

_T = TypeVar("_T")


class _Question:
    def __init__(self, path: Path, question: Callable[[Path], Any]) -> None:
        self.path, self.question = path, question
        self.answered = threading.Event()


class DiskProbe:
    """Asks disks; one per process is enough."""

    def __init__(self, wait_s: float = WAIT_S) -> None:
        self._wait_s = wait_s
        self._lock = threading.Lock()
        self._asked: SimpleQueue[_Question] = SimpleQueue()
        self._under_way: dict[tuple[Path, Callable[[Path], Any]], _Question] = {}
        self._known: dict[tuple[Path, Callable[[Path], Any]], Any] = {}
        self._threads = 0

    def ask(self, path: Path, question: Callable[[Path], _T], unknown: _T) -> _T:
        """The answer to a question about a path.

        Args:
            question: asks the disk; an OSError or a ValueError of it is `unknown`.
            unknown: the answer when there is none in time and none was known before.
        """
        place = (path, question)
        with self._lock:
            asked = self._under_way.get(place)
            if asked is None and len(self._under_way) < MOST:
                fresh = self._under_way[place] = _Question(path, question)
                self._known.setdefault(place, unknown)
                if self._threads < len(self._under_way):
                    self._threads += 1
                    threading.Thread(target=self._work, name="disk look", daemon=True).start()
                self._asked.put(fresh)
            else:
                fresh = None
        if fresh is not None:
            fresh.answered.wait(self._wait_s)
        with self._lock:
            return self._known.get(place, unknown)  # type: ignore[no-any-return]

    def is_file(self, path: Path) -> bool:
        """Whether a file is there, as far as it is known."""
        return self.ask(path, _is_file, False)

    def changed_at(self, path: Path) -> float:
        """When a file was changed, in seconds since the epoch; 0 when it is not there."""
        return self.ask(path, _changed_at, 0.0)

    def _work(self) -> None:
        while True:
            try:
                asked = self._asked.get(timeout=_IDLE_S)
            except Empty:
                with self._lock:
                    if not self._asked.empty():
                        continue
                    self._threads -= 1
                    return
            place = (asked.path, asked.question)
            try:
                answer, there = asked.question(asked.path), True
            except (OSError, ValueError):
                answer, there = None, False
            with self._lock:
                if there:
                    self._known[place] = answer
                else:
                    self._known.pop(place, None)
                del self._under_way[place]
            asked.answered.set()


def _is_file(path: Path) -> bool:
    return path.is_file()


def _changed_at(path: Path) -> float:
    return path.stat().st_mtime


DISKS = DiskProbe()
"""The one of this process."""
