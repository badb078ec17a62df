"""The console with one more hand: `python -m tests.hall.scenarios.handed PIPE` takes actions from a named pipe.

Each line is a JSON list, an action and its argument, and goes through the one action table like a key or the mouse:

    ["ask", "Where is the cloakroom?"]
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from PySide6.QtCore import QSocketNotifier

from console import app
from console.app import Console
from tests.hall.rig.show import SETTINGS, RunningShow
from tests.hall.rig.stage import Stage


class HandedConsole(Console):
    """Reads actions from the pipe that its command names."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        self._rest = b""
        self._pipe = os.open(sys.argv[1], os.O_RDWR | os.O_NONBLOCK)
        self._hand = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
        self._hand.activated.connect(self._take)

    def _take(self) -> None:
        fresh = os.read(self._pipe, 65536)
        *lines, self._rest = (self._rest + fresh).split(b"\n")
        for line in lines:
            action, argument = json.loads(line)
            self.controller.perform(action, argument, "test")


class HandedShow(RunningShow):
    """A running show that takes actions from the test, besides keys and mouse."""

    def __init__(self, stage: Stage, settings: str = SETTINGS) -> None:
        super().__init__(stage, settings)
        self._pipe = stage.root / "hand"
        os.mkfifo(self._pipe)
        self.command = [sys.executable, "-m", "tests.hall.scenarios.handed", str(self._pipe)]

    def perform(self, action: str, argument: object = None) -> float:
        """Do one action. Returns the wall clock of it, in seconds."""
        with self._pipe.open("wb", buffering=0) as pipe:
            at = time.time()
            pipe.write(json.dumps([action, argument]).encode() + b"\n")
        return at


def main() -> int:
    """Run the console as `compere run` does."""
    app.Console = HandedConsole  # type: ignore[misc]
    return app.main()


if __name__ == "__main__":
    sys.exit(main())
