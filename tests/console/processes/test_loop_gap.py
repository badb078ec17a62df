"""How long the console's event loop stands still."""

from __future__ import annotations

import time
from unittest.mock import MagicMock, call

from pytestqt.qtbot import QtBot

from console.processes.loop_gap import LoopGap
from tests.ui.clock import Clock


def test_the_longest_gap_of_ten_seconds_is_written_once(qtbot: QtBot) -> None:
    clock, log = Clock(), MagicMock()
    gap = LoopGap(log, clock)
    for passed in (0.15, 0.32, *[0.02] * 500):
        clock.now += passed
        gap.tick()
    assert log.info.call_args_list == [call("event loop late", longest_ms=300.0)]


def test_what_nobody_feels_is_not_written(qtbot: QtBot) -> None:
    clock, log = Clock(), MagicMock()
    gap = LoopGap(log, clock)
    for _ in range(1000):
        clock.now += 0.06  # 40 ms late
        gap.tick()
    log.info.assert_not_called()


def test_a_loop_that_is_held_is_seen(qtbot: QtBot) -> None:
    log = MagicMock()
    gap = LoopGap(log)
    gap.begin()
    held_until = time.monotonic() + 0.2
    while time.monotonic() < held_until:
        pass
    qtbot.waitUntil(lambda: gap._longest_s > 0.1)
