"""Avatars that are being loaded, and those kept warm: so that a take costs no time.

Loading happens in threads, one an avatar, while the one on air goes on; what became of it is taken by the engine's own
loop. Who leaves the air stays warm, so that two hosts can take turns.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

from engine.driver import Driver, DriverError
from engine.ipc.logger import Logger
from engine.text import Text

MOST = 3
"""Warm avatars kept; one takes about 20 MB at 1080p."""

Key = tuple[str, float, int, int]
"""What makes two loaded drivers the same: avatar folder, look-ahead (s), width and height."""

Maker = Callable[[Path, float, int, int], Driver]


class DriverCache:
    """Loads drivers and keeps them.

    Args:
        make: loads a driver. Raises DriverError.
        log: where to write events.
    """

    def __init__(self, make: Maker, log: Logger) -> None:
        self._make = make
        self._log = log
        self._warm: dict[Key, Driver] = {}
        self._loading: set[Key] = set()
        self._done: deque[tuple[Key, Driver | str]] = deque()

    def has(self, key: Key) -> bool:
        """The driver is warm."""
        return key in self._warm

    def pop(self, key: Key) -> Driver | None:
        """Take a warm driver out, if it is there."""
        return self._warm.pop(key, None)

    def keep(self, key: Key, driver: Driver) -> None:
        """Keep a driver warm; the one kept longest makes room."""
        self._warm.pop(key, None)
        while len(self._warm) >= MOST:
            self._warm.pop(next(iter(self._warm)))
        self._warm[key] = driver

    def load(self, key: Key) -> None:
        """Load a driver in a thread of its own, unless that is under way."""
        if key not in self._loading:
            self._loading.add(key)
            threading.Thread(target=self._work, args=(key,), name="load", daemon=True).start()

    def arrived(self) -> list[tuple[Key, Driver | str]]:
        """What loading came to since the last call: a driver, or a sentence for the operator."""
        found = []
        while self._done:
            key, result = self._done.popleft()
            self._loading.discard(key)
            found.append((key, result))
        return found

    def clear(self) -> None:
        """Forget all: the pictures have another size now."""
        self._warm.clear()

    def _work(self, key: Key) -> None:
        result: Driver | str
        folder, look_ahead_s, width, height = key
        try:
            result = self._make(Path(folder), look_ahead_s, width, height)
        except DriverError as error:
            result = str(error)
        except Exception as error:
            self._log.exception("avatar failed", avatar=folder)
            result = Text(
                "The avatar in {path} could not be loaded ({fault}): choose another one.", path=folder, fault=error
            )
        self._done.append((key, result))
