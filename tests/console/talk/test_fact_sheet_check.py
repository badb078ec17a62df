"""While EDIT is open, the files that presets name are looked at, again only when they change."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console.rundown.session import RundownSession
from console.settings.file import Settings
from console.show.core.state import Show
from console.show.rundown.rundown import SetField
from console.state_presenter import StatePresenter
from console.talk import fact_sheet_check
from console.talk.fact_sheet_check import FactSheetCheck


class Desk:
    """A show with a quiz, and the room that looks at its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "quiz.toml").write_text('format = 4\nname = "Quiz"\navatar = "lin"\nword_list = "words.txt"\n')
        self.presenter = StatePresenter(Show(time.monotonic()), Settings(), [])
        self.session = RundownSession(folder, folder, list)
        self.log = MagicMock()
        self.room = FactSheetCheck(self.presenter, self.session, self.log)

    def look(self) -> dict[tuple[str, str], str]:
        async def once() -> None:
            self.room.check()
            if self.room._task is not None:
                await self.room._task

        asyncio.run(once())
        return dict(self.presenter.console_state.show.file_faults)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.presenter.console_state.show = replace(made.presenter.console_state.show, editing=True)
    yield made
    made.room.close()
    made.session.close()


def test_a_list_that_is_not_there_is_told_and_no_more_when_it_is(desk: Desk) -> None:
    assert "cannot be read" in desk.look()["quiz", "word_list"]
    (desk.folder / "words.txt").write_text("bad\n")
    assert desk.look() == {}


def test_a_change_in_edit_is_looked_at(desk: Desk) -> None:
    (desk.folder / "words.txt").write_text("bad\n")
    assert desk.look() == {}
    desk.session.change(SetField("quiz", "never_say", "***"))
    assert "no letters" in desk.look()["quiz", "never_say"]


def test_a_sound_among_the_lines_that_is_not_there_is_told_at_the_lines_until_it_is(desk: Desk) -> None:
    (desk.folder / "words.txt").write_text("bad\n")
    desk.session.change(SetField("quiz", "lines", "Good evening.\nsound: fanfare.wav"))
    assert "fanfare.wav: bring it" in desk.look()["quiz", "lines"]
    (desk.folder / "fanfare.wav").write_bytes(b"RIFF")
    assert desk.look() == {}


def test_a_file_is_read_again_only_when_it_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = MagicMock(return_value={})
    monkeypatch.setattr(fact_sheet_check, "sheet_faults", read)
    desk.look()
    desk.look()
    assert read.call_count == 1
    (desk.folder / "words.txt").write_text("bad\n")
    desk.look()
    assert read.call_count == 2


def test_while_edit_is_closed_nothing_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = MagicMock(return_value={})
    monkeypatch.setattr(fact_sheet_check, "sheet_faults", read)
    desk.presenter.console_state.show = replace(desk.presenter.console_state.show, editing=False)
    desk.look()
    assert read.call_count == 0
