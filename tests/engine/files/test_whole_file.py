"""Files that are written in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.files.whole_file import as_bytes, write_whole


def test_a_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "show.toml"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new" and [each.name for each in tmp_path.iterdir()] == ["show.toml"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(OSError):
        write_whole(path, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_half_a_character_is_a_question_mark() -> None:
    assert as_bytes("a\ud83db") == b"a?b" and as_bytes("王") == "王".encode()
