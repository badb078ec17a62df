"""Names in a show from outside that some system takes for something else than a file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from console.rundown.show_file import ShowFileError
from console.rundown.unpack import unpack

HEAD = "compere.toml"


def _archive(folder: Path, name: str) -> Path:
    path = folder / "show.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(HEAD, "format = 1\n")
        archive.writestr(name, "text")
    return path


@pytest.mark.parametrize(
    "name",
    ["CON", "nul.toml", "Aux", "com1.toml", "LPT9", "con .txt", "a.", "a ", "nul/a.toml", "a./b", "a" * 300, "é" * 200],
)
def test_a_name_that_some_system_takes_for_something_else_is_refused(tmp_path: Path, name: str) -> None:
    room = tmp_path / "room"
    room.mkdir()
    with pytest.raises(ShowFileError, match="wants to write"):
        unpack(_archive(tmp_path, f"presets/{name}"), room, HEAD, ("presets",))
    assert list(room.iterdir()) == []


@pytest.mark.parametrize("name", ["console.toml", "null.toml", "com10.toml", "a.b", ".hidden", "a" * 255])
def test_a_name_that_only_looks_like_one_is_taken(tmp_path: Path, name: str) -> None:
    room = tmp_path / "room"
    room.mkdir()
    unpack(_archive(tmp_path, f"presets/{name}"), room, HEAD, ("presets",))
    assert (room / "presets" / name).read_text() == "text"


def test_two_names_that_are_one_on_some_disk_are_refused(tmp_path: Path) -> None:
    for other in ("café.toml", "CAFÉ.toml"):
        path = tmp_path / "show.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in (HEAD, "presets/cafe\u0301.toml", f"presets/{other}"):
                archive.writestr(name, "text")
        room = tmp_path / other
        room.mkdir()
        with pytest.raises(ShowFileError, match="damaged"):
            unpack(path, room, HEAD, ("presets",))
        assert list(room.iterdir()) == []
