"""What has given up begins again when it is started again; what runs is left alone."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtWidgets import QApplication

from console.outputs import supervised_output
from console.outputs.supervised_output import SupervisedOutput
from engine.ipc.messages.outputs import OutputState, OutputStatus


@pytest.mark.parametrize(("state", "begun_again"), [(OutputState.FAILED, 1), (OutputState.ON_AIR, 0)])
def test_starting_what_was_started_helps_only_what_has_given_up(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: OutputState, begun_again: int
) -> None:
    process = MagicMock()
    monkeypatch.setattr(supervised_output, "SupervisedProcess", MagicMock(return_value=process))
    output = SupervisedOutput("recording", tmp_path, tmp_path, MagicMock(), MagicMock())
    output.start()
    output._received(OutputStatus(state=state))
    output.start()
    assert process.begin.call_count == 1 and process.restart.call_count == begun_again
