"""The sounds and pictures of a show are tried before they are needed: a bad one is red on its tile and in preflight."""

from __future__ import annotations

import asyncio
import os
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.answer.fact_sheets import sheet_faults
from console.answer.media_files import media_fault
from console.rundown.session import RundownSession
from console.show.rundown.rundown import SetField
from console.show.state.console_state import RundownView
from console.talk.media_check import MediaCheck
from engine.avatar import find_avatars
from tests.engine.conftest import ROOT

AVATARS = find_avatars([ROOT / "avatars"])[0]


def write_sound(path: Path, seconds: float = 0.2) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(b"\x10\x20" * round(48_000 * seconds))


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.session = RundownSession(folder, folder, lambda: AVATARS)
        self.notes: list[str] = []
        self.tried: list[str] = []
        self.room = MediaCheck(self.session, self.notes.append, None, self._try)

    def _try(self, kind: str, path: Path) -> str:
        self.tried.append(path.name)
        return media_fault(kind, path)

    def faults(self) -> dict[str, str]:
        """What the tiles say, after everything was tried."""

        async def looked() -> None:
            self.room.check()
            assert self.room._task is not None
            await self.room._task

        asyncio.run(looked())
        return dict(self.session.shown_in(RundownView()).faults)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "presets"
    folder.mkdir()
    (folder / "a.toml").write_text('name = "A"\navatar = "lin"\nmode = "say"\nsay = "a.wav"\n')
    write_sound(folder / "a.wav")
    made = Desk(folder)
    yield made
    made.session.close()


@pytest.mark.parametrize(
    "data", [b"", b"this is a text\n" * 500, (ROOT / "avatars" / "lin" / "thumbnail.jpg").read_bytes()]
)
def test_a_sound_that_will_not_play_is_red_on_its_tile_until_it_is_put_right(desk: Desk, data: bytes) -> None:
    assert desk.faults() == {} and desk.notes == []
    (desk.folder / "a.wav").write_bytes(data)
    assert desk.faults() == {"a": "its file a.wav cannot be used"}
    assert len(desk.notes) == 1 and "a.wav" in desk.notes[0]
    assert sheet_faults(desk.session.rundown.items[0].preset, desk.folder)["say"] == desk.notes[0]
    write_sound(desk.folder / "a.wav", 0.3)
    assert desk.faults() == {}


def test_a_file_is_tried_once_and_again_when_it_changed(desk: Desk) -> None:
    desk.faults()
    desk.faults()
    assert desk.tried == ["a.wav"]
    write_sound(desk.folder / "a.wav", 0.4)
    desk.faults()
    assert desk.tried == ["a.wav", "a.wav"]


def test_the_lines_and_the_slate_are_tried_too(desk: Desk) -> None:
    (desk.folder / "b.wav").write_bytes(b"RIFF")
    (desk.folder / "slate.png").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    desk.session.change(SetField("a", "lines", "sound: b.wav"))
    assert desk.faults() == {"a": "its file b.wav cannot be used"}
    desk.session.change(SetField("a", "lines", ""))
    desk.session.change(SetField("a", "slate_picture", "slate.png"))
    assert desk.faults() == {"a": "its file slate.png cannot be used"}
    assert "save it as PNG or JPEG" in desk.notes[-1]


def test_a_pipe_hangs_nobody(desk: Desk) -> None:
    for name in ("p.wav", "p.png"):
        os.mkfifo(desk.folder / name)
    assert "no regular file" in media_fault("sound", desk.folder / "p.wav")
    assert "no regular file" in media_fault("picture", desk.folder / "p.png")
    assert "no file" in media_fault("sound", desk.folder / "gone.wav")
