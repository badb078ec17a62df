from __future__ import annotations

from pathlib import Path
from unittest.mock import MagicMock

import pytest

from console.processes import log_watch
from console.processes.log_watch import LogWatch


class Watched:
    """A watch over a log that fails for `why`."""

    def __init__(self, folder: Path) -> None:
        self.why = ""
        self.presenter, self.log = MagicMock(), MagicMock()
        self.watch = LogWatch(self.presenter, folder, self.log, lambda: self.why)

    @property
    def alarms(self) -> list[str]:
        return [call.args[1] for call in self.presenter.alarm.call_args_list]


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_lost_lines_are_an_alarm_until_lines_are_written_again(watched: Watched, tmp_path: Path) -> None:
    watched.watch.second()
    assert watched.alarms == [] and not watched.log.warning.called
    watched.why = "No space left on device"
    watched.watch.second()
    (sentence,) = watched.alarms
    assert sentence.startswith(f"The log in {tmp_path} cannot be written (No space left on device): make room there.")
    watched.presenter.clear.reset_mock()
    watched.log.warning.side_effect = lambda *words: setattr(watched, "why", "")  # this line was written
    for _ in range(5):
        watched.watch.second()
    watched.presenter.clear.assert_called_with("log")


def test_a_disk_that_is_nearly_full_is_an_alarm_before_anything_is_lost(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = MagicMock(return_value=MagicMock(free=5 << 20))
    monkeypatch.setattr(log_watch.shutil, "disk_usage", free)
    watched.watch.second()
    assert watched.alarms == [f"The disk that holds {watched.watch._logs} is nearly full: make room there."]


def test_a_folder_that_is_gone_is_no_alarm_while_lines_are_written(watched: Watched, tmp_path: Path) -> None:
    watched.watch._logs = tmp_path / "gone"
    watched.watch.second()
    assert watched.alarms == []
