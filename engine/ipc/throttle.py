"""Work in a child process that its parent can hold and let go on, and that ends when the parent is gone.

parent → child's standard input: "hold" and "go", a line each. The end of that input is the end of the work.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable

HOLD, GO = b"hold\n", b"go\n"


class Throttle:
    """Asked between two pieces of work: it returns at once, waits while the parent holds the work, or ends it.

    Args:
        lines: what the parent writes; it is read by a thread of its own.
    """

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._may_go = threading.Event()
        self._may_go.set()
        self._gone = False
        threading.Thread(target=self._read, args=(lines,), name="pace", daemon=True).start()

    def wait(self) -> None:
        """Waits while it is held. Raises SystemExit when the parent is gone: nobody wants the work any more."""
        self._may_go.wait()
        if self._gone:
            raise SystemExit(1)

    def _read(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            if line == HOLD:
                self._may_go.clear()
            elif line == GO:
                self._may_go.set()
        self._gone = True
        self._may_go.set()
