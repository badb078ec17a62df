"""Who cannot be loaded keeps nobody else from it, and the log says who it was."""

from __future__ import annotations

import asyncio
from unittest.mock import MagicMock

from console.answer.stt.fallback import FallbackSTT


class Ear:
    def __init__(self, name: str, fault: Exception | None = None) -> None:
        self.name, self.warmed, self._fault = name, False, fault

    async def warm(self) -> None:
        if self._fault is not None:
            raise self._fault
        self.warmed = True


def test_one_that_cannot_be_loaded_is_logged_and_the_next_is_loaded() -> None:
    log, other = MagicMock(), Ear("Second")
    asyncio.run(FallbackSTT([Ear("First", RuntimeError("no kernel")), other], print, log=log).warm())  # type: ignore[list-item]
    assert other.warmed
    log.warning.assert_called_once_with("not loaded", name="First", fault="RuntimeError('no kernel')")
