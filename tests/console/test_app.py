"""The console put together: what the window tells comes where it belongs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console import app as console_app
from console.app import Console
from console.processes.supervision import SupervisedProcess
from console.show.answers.approval import Policy
from console.show.core.enums import Approval, Unattended


@pytest.fixture
def whole(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Console]:
    """The console with its window; nothing is begun."""
    monkeypatch.setattr(SupervisedProcess, "send", lambda *_: None)
    loop = asyncio.new_event_loop()
    monkeypatch.setattr(console_app.asyncio, "get_event_loop", lambda: loop)
    console = Console(MagicMock(), MagicMock(), demo=False)
    yield console
    console.close()
    console.window.deleteLater()
    console._slate._window.deleteLater()
    console._slate._key_window.deleteLater()
    loop.close()


def test_the_time_out_rule_waits_while_the_window_is_written_in(
    whole: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, now = whole.controller.speech.answering.desk, [0.0]
    monkeypatch.setattr(desk, "_clock", lambda: now[0])
    desk.policy = Policy(Approval.FIRST, Unattended.DROP, 5.0)
    desk.ask("Where?")
    assert desk.draft is not None
    desk.finish(desk.draft.turn)
    desk.touched()
    now[0] = 4.0
    assert desk.unattended_s() == 1.0
    whole.window.answer_touched.emit()
    assert desk.unattended_s() == 5.0
