"""Every file that people write is read as their editors write it, whatever is strange about it ends in one sentence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from console.answer.config import AnswerConfigError, read_file
from console.answer.text.lexicon import load_lexicon
from console.doctor.show import examine_presets
from console.processes.restore_point import FILE_NAME, RestorePoint
from console.rundown.show_file import open_show, save_show
from console.settings.file import load_settings, save_settings
from console.settings.key_bindings import load_keys
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item, Rundown
from engine.avatar import AvatarError, load_avatar

SHOW = {
    "a.toml": 'name = "第一"\navatar = "lin"\n',
    "b.toml": 'name = "B"\navatar = "hao"\n',
    "rundown.toml": 'name = "晚會"\npresets = ["b", "a"]\n',
}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_show_from_notepad_keeps_its_order_and_its_name(tmp_path: Path, encoding: str) -> None:
    for name, text in SHOW.items():
        (tmp_path / name).write_bytes(text.encode(encoding))
    show = open_show(tmp_path, tmp_path)
    assert show.faults == () and show.rundown.name == "晚會" and [item.id for item in show.rundown.items] == ["b", "a"]
    assert show.rundown.items[1].preset.name == "第一"
    save_show(show.rundown, tmp_path)
    assert open_show(tmp_path, tmp_path).rundown == show.rundown


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_settings_keys_book_and_sheets_from_notepad_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "file"
    file.write_bytes('avatar = "hao"\n'.encode(encoding))
    settings, sentence = load_settings(file)
    assert settings.avatar == "hao" and sentence is None
    save_settings(settings, file)
    assert load_settings(file) == (settings, None)
    file.write_bytes('[keys]\ntake = {1 = "Ctrl+Alt+K"}\n'.encode(encoding))
    assert list(load_keys(file)[0].values()) == ["Ctrl+Alt+K"]
    file.write_bytes('[say]\n"曾" = "增"\n'.encode(encoding))
    book, faults = load_lexicon(file)
    assert [entry.name for entry in book.entries] == ["曾"] and faults == ()
    file.write_bytes("# 事實".encode(encoding))
    assert read_file(tmp_path, "file", "facts") == "# 事實"


def _pipe(path: Path) -> None:
    os.mkfifo(path)


STRANGE: dict[str, Callable[[Path], object]] = {
    "a pipe": _pipe,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a folder": lambda path: path.mkdir(),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "4 MB": lambda path: path.write_bytes(b"#" * 4_000_000),
    "a long number": lambda path: path.write_text("format = " + "1" * 5000),
    "brackets": lambda path: path.write_text("format = " + "[" * 90_000),
    "dotted names": lambda path: path.write_text("a" + ".a" * 20_000 + " = 1"),
}


@pytest.mark.parametrize("make", STRANGE.values(), ids=STRANGE.keys())
def test_what_is_no_file_of_ours_is_a_sentence_at_every_reader(tmp_path: Path, make: Callable[[Path], object]) -> None:
    show, other, avatar = tmp_path / "show", tmp_path / "other", tmp_path / "avatar"
    for folder in (show, other, avatar):
        folder.mkdir()
    for path in (
        show / "a.toml",
        show / "rundown.toml",
        show / "pronunciation.toml",
        other / "file",
        avatar / "avatar.toml",
    ):
        make(path)
    found = open_show(show, show)
    assert found.rundown.items == () and len(found.faults) == 2
    told = [*found.faults, load_settings(other / "file")[1], load_keys(other / "file")[1]]
    told += load_lexicon(show / "pronunciation.toml")[1]
    told += [each.sentence for each in examine_presets([show])][:1]
    with pytest.raises(AvatarError) as fault:
        load_avatar(avatar)
    told.append(str(fault.value))
    for sentence in told:
        assert sentence and sentence.endswith(".") and "\n" not in sentence and len(sentence) < 400
    assert len(told) == 7


@pytest.mark.parametrize("name", ["a pipe", "a device", "a folder", "a link to itself", "4 MB"])
def test_sheets_and_restore_points_are_regular_files(tmp_path: Path, name: str) -> None:
    STRANGE[name](tmp_path / FILE_NAME)
    assert RestorePoint(tmp_path).left() is None
    with pytest.raises(AnswerConfigError, match="cannot be read"):
        read_file(tmp_path, FILE_NAME, "facts")


@pytest.mark.parametrize("name", ["a pipe", "a long number", "4 MB"])
def test_a_show_is_saved_beside_what_is_strange_and_that_is_kept(tmp_path: Path, name: str) -> None:
    STRANGE[name](tmp_path / "a.toml")
    save_show(Rundown((Item("a", Preset(name="A", avatar="lin")),)), tmp_path)
    assert open_show(tmp_path, tmp_path).rundown.items[0].preset.name == "A"
    assert (tmp_path / "a.toml.broken").exists()
