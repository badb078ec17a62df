"""While EDIT is open, the files that presets name are looked at, again only when they change."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console.cueing import Cueing
from console.housekeeping import Housekeeper
from console.settings import Settings
from console.show.rundown import SetField
from console.show.state import Show
from console.talk import sheetroom
from console.talk.sheetroom import SheetRoom


class Desk:
    """A show with a quiz, and the room that looks at its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "quiz.toml").write_text('format = 4\nname = "Quiz"\navatar = "lin"\nword_list = "words.txt"\n')
        self.keeper = Housekeeper(Show(time.monotonic()), Settings(), [])
        self.cueing = Cueing(folder, folder, list)
        self.log = MagicMock()
        self.room = SheetRoom(self.keeper, self.cueing, self.log)

    def look(self) -> dict[tuple[str, str], str]:
        async def once() -> None:
            self.room.look()
            if self.room._task is not None:
                await self.room._task

        asyncio.run(once())
        return dict(self.keeper.house.show.file_faults)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.keeper.house.show.editing = True
    yield made
    made.room.close()
    made.cueing.close()


def test_a_list_that_is_not_there_is_told_and_no_more_when_it_is(desk: Desk) -> None:
    assert "cannot be read" in desk.look()["quiz", "word_list"]
    (desk.folder / "words.txt").write_text("bad\n")
    assert desk.look() == {}


def test_a_change_in_edit_is_looked_at(desk: Desk) -> None:
    (desk.folder / "words.txt").write_text("bad\n")
    assert desk.look() == {}
    desk.cueing.change(SetField("quiz", "never_say", "***"))
    assert "no letters" in desk.look()["quiz", "never_say"]


def test_a_sound_among_the_lines_that_is_not_there_is_told_at_the_lines_until_it_is(desk: Desk) -> None:
    (desk.folder / "words.txt").write_text("bad\n")
    desk.cueing.change(SetField("quiz", "lines", "Good evening.\nsound: fanfare.wav"))
    assert "fanfare.wav: bring it" in desk.look()["quiz", "lines"]
    (desk.folder / "fanfare.wav").write_bytes(b"RIFF")
    assert desk.look() == {}


def test_a_file_is_read_again_only_when_it_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = MagicMock(return_value={})
    monkeypatch.setattr(sheetroom, "sheet_faults", read)
    desk.look()
    desk.look()
    assert read.call_count == 1
    (desk.folder / "words.txt").write_text("bad\n")
    desk.look()
    assert read.call_count == 2


def test_while_edit_is_closed_nothing_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = MagicMock(return_value={})
    monkeypatch.setattr(sheetroom, "sheet_faults", read)
    desk.keeper.house.show.editing = False
    desk.look()
    assert read.call_count == 0
