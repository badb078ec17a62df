"""A whole show in one file, to carry to the venue's machine; and the way in for an avatar folder.

A `.compere` file is a zip: `compere.toml` (the format), `presets/` (as in the user's own folder: with the book of how
names are said, and the slates and sounds that the presets name in `presets/files/`) and `avatars/`. What comes from
outside is checked whole before anything of the user's is touched, and what it takes the place of is kept aside.
"""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import stat
import tempfile
import time
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from console.answer.text.lexicon import BOOK
from console.rundown.show_file import OpenedShow, ShowFileError, file_of, open_show, save_show
from console.rundown.unpack import MOST_BYTES, MOST_FILES, need_room, unpack
from console.show.rundown.preset import files_named, lies_below, with_files
from console.show.rundown.rundown import Item, Rundown
from engine.avatar import FILE_NAME, Avatar, AvatarError, load_avatar
from engine.files.toml_text import TomlError, parse_toml
from engine.files.user_files import UserFileError, read_text
from engine.files.whole_file import as_bytes, write_whole
from engine.text import Text

FORMAT = 1
HEAD = "compere.toml"
SUFFIX = ".compere"
CARRIED = "files"

_LEFT_BY_EXPORT = 8 * 1024**2
"""So much stays free where a show is saved: it may be a small stick."""


def write_archive(rundown: Rundown, folder: Path, avatars: Iterable[Avatar], path: Path) -> None:
    """Puts a show into one file, in one step.

    Args:
        folder: where the presets' own files are found.
        avatars: those that are there; the ones that the presets name are carried.
        path: the file; one that is there is replaced.

    Raises:
        ShowFileError: a file that a preset names is not there, the disk has no room, or the archive cannot be written.
    """
    named = {item.preset.avatar for item in rundown.items}
    carried_avatars = [avatar for avatar in avatars if avatar.id in named]
    try:
        need_room(path.name, _room_for(rundown, folder, carried_avatars), path.parent, _LEFT_BY_EXPORT)
        with tempfile.TemporaryDirectory(prefix=".compere-", dir=path.parent) as work:
            presets = Path(work) / "presets"
            carried = Rundown(tuple(_carry(item, folder, presets) for item in rundown.items), rundown.name)
            save_show(carried, presets, read_from=folder)
            if (folder / BOOK).is_file():
                shutil.copyfile(folder / BOOK, presets / BOOK)
            fresh = Path(work) / "show.zip"
            with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
                archive.writestr(
                    HEAD, f"# A show of Compere's: presets, the avatars that they name, and files.\nformat = {FORMAT}\n"
                )
                _add(archive, presets, "presets")
                for avatar in carried_avatars:
                    _add(archive, avatar.folder, f"avatars/{avatar.id}")
            fresh.replace(path)
    except OSError as fault:
        raise ShowFileError(
            Text(
                "The show cannot be saved as {path} ({fault}).", path=path, fault=fault.strerror or type(fault).__name__
            )
        ) from fault


def read_archive(path: Path, presets: Path, avatars: Path, aside: Path, present: Sequence[Avatar]) -> OpenedShow:
    """Brings a show in from one file, in place of the user's own.

    Args:
        presets: the user's own folder of presets; what was in it goes to `aside`.
        avatars: the user's own folder of avatars; those of the file come in, unless the same one is there.
        aside: folder for what is replaced; it need not be there.
        present: avatars that are there, bundled ones included.

    Raises:
        ShowFileError: the file is no show, or is bad or dangerous. Then nothing was touched.
    """
    try:
        presets.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".incoming-", dir=presets.parent) as work:
            room = Path(work)
            unpack(path, room, HEAD, ("presets", "avatars"))
            found = _checked(path, room)
            fresh = [(avatar, room / "avatars" / avatar.id) for avatar in _avatars_of(path, room)]
            kept = _fresh(aside / time.strftime("%Y-%m-%d %H.%M.%S"))
            for avatar, folder in fresh:
                if not any(_same(folder, there.folder) for there in present if there.id == avatar.id):
                    _forget_far_clip(folder)
                    _put_in_place(folder, avatars / avatar.id, kept / "avatars")
            _put_in_place(room / "presets", presets, kept)
            return OpenedShow(found.rundown, presets)
    except OSError as fault:
        raise ShowFileError(
            Text(
                "The show {path} cannot be opened ({fault}).",
                path=path.name,
                fault=fault.strerror or type(fault).__name__,
            )
        ) from fault


def import_avatar(source: Path, avatars: Path, present: Sequence[Avatar]) -> Avatar:
    """Copies an avatar folder into the user's own, after a check.

    Raises:
        ShowFileError: it is no avatar, it is bad, its id is taken, or it cannot be copied.
    """
    if not (source / FILE_NAME).is_file():
        raise ShowFileError(Text("{path} is no avatar: there is no {file} in it.", path=source, file=FILE_NAME))
    try:
        avatar = load_avatar(source)
    except AvatarError as fault:
        raise ShowFileError(Text("The avatar was refused. {fault}", fault=fault)) from fault
    taken = next((there for there in present if there.id == avatar.id), None)
    if taken is not None:
        key = "There is an avatar “{name}” already ({other}): give the new one another id in its {file}."
        raise ShowFileError(Text(key, name=avatar.id, other=taken.name, file=FILE_NAME))
    try:
        sizes = [file.stat().st_size for file in _files_in(source)]
        if len(sizes) > MOST_FILES or sum(sizes) > MOST_BYTES:
            raise ShowFileError(Text("{path} is too large to be an avatar.", path=source))
        avatars.mkdir(parents=True, exist_ok=True)
        need_room(source.name, sum(sizes), avatars)
        with tempfile.TemporaryDirectory(prefix=".incoming-", dir=avatars.parent) as work:
            copy = Path(work) / avatar.id
            shutil.copytree(source, copy, symlinks=True)
            _forget_far_clip(copy)
            _put_in_place(copy, avatars / avatar.id, avatars.parent / "replaced")
        return load_avatar(avatars / avatar.id)
    except (OSError, shutil.Error, AvatarError) as fault:
        why = getattr(fault, "strerror", None) or type(fault).__name__
        raise ShowFileError(
            Text("The avatar {name} cannot be copied to {path} ({fault}).", name=avatar.name, path=avatars, fault=why)
        ) from fault


def _room_for(rundown: Rundown, folder: Path, avatars: Iterable[Avatar]) -> int:
    """Bytes that an archive takes at the most while it is made: the presets' files lie beside it until it is whole."""
    files = {file_of(folder, name) for item in rundown.items for name in files_named(item.preset)}
    sizes = [2 * file.stat().st_size for file in files if file.is_file()]
    return sum(sizes) + sum(file.stat().st_size for avatar in avatars for file in _files_in(avatar.folder))


def _carry(item: Item, folder: Path, presets: Path) -> Item:
    """A preset whose files lie in the archive, and those files."""

    def carried(name: str) -> str:
        source = file_of(folder, name)
        if not source.is_file():
            raise ShowFileError(
                Text(
                    "The show cannot be saved: {name} names {path}, which is not there.",
                    name=item.preset.name,
                    path=source,
                )
            )
        target = _free(presets / CARRIED, source)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        return f"{CARRIED}/{target.name}"

    return Item(item.id, with_files(item.preset, carried))


def _free(folder: Path, source: Path) -> Path:
    """Where a file goes: beside another one of the same name, unless it is the same file."""
    number, target = 2, folder / source.name
    while target.exists() and not filecmp.cmp(target, source, shallow=False):
        target = folder / f"{source.stem}-{number}{source.suffix}"
        number += 1
    return target


def _add(archive: zipfile.ZipFile, folder: Path, name: str) -> None:
    for file in _files_in(folder):
        archive.write(file, f"{name}/{file.relative_to(folder).as_posix()}")


def _files_in(folder: Path) -> list[Path]:
    """All files below a folder. A link would take in what nobody chose.

    Raises:
        ShowFileError: there is one.
    """
    found = []
    for above, folders, names in os.walk(folder, followlinks=False):
        for path in (Path(above) / name for name in (*folders, *names)):
            kind = stat.S_IFMT(path.lstat().st_mode)
            if kind not in (stat.S_IFREG, stat.S_IFDIR):
                raise ShowFileError(Text("{path} is a link or no regular file: put the file itself there.", path=path))
            if kind == stat.S_IFREG:
                found.append(path)
    return sorted(found)


def _checked(path: Path, room: Path) -> OpenedShow:
    try:
        head = parse_toml(read_text(room / HEAD))
    except (TomlError, UserFileError) as fault:
        raise ShowFileError(
            Text("{path} is no show of Compere's: its {file} cannot be read.", path=path.name, file=HEAD)
        ) from fault
    version = head.get("format")
    if type(version) is not int or version < 1:
        raise ShowFileError(
            Text("{path} is no show of Compere's: its {file} names no format.", path=path.name, file=HEAD)
        )
    if version > FORMAT:
        raise ShowFileError(
            Text("{path} was written by a newer Compere (format {n}): update this one.", path=path.name, n=version)
        )
    found = open_show(room / "presets", room / "presets")
    if found.faults:
        raise ShowFileError(Text("The show {path} was refused. {fault}", path=path.name, fault=found.faults[0]))
    if not found.rundown.items:
        raise ShowFileError(Text("The show {path} holds no preset.", path=path.name))
    for item in found.rundown.items:
        for name in files_named(item.preset):
            if not lies_below(name):
                raise ShowFileError(
                    Text(
                        "The show {path} was refused: its preset {name} names the file “{file}”, which does "
                        "not lie in the show.",
                        path=path.name,
                        name=item.preset.name,
                        file=name[:60],
                    )
                )
    return found


def _avatars_of(path: Path, room: Path) -> list[Avatar]:
    found = []
    folders = sorted((room / "avatars").iterdir()) if (room / "avatars").is_dir() else []
    for folder in folders:
        try:
            avatar = load_avatar(folder)
        except AvatarError as fault:
            words = _without_room(str(fault), room, path.name)
            raise ShowFileError(Text("The show {path} was refused. {fault}", path=path.name, fault=words)) from fault
        if avatar.id != folder.name:
            raise ShowFileError(
                Text(
                    "The show {path} was refused: its avatar {folder} calls itself {name}.",
                    path=path.name,
                    folder=folder.name,
                    name=avatar.id,
                )
            )
        found.append(avatar)
    return found


def _without_room(sentence: str, room: Path, name: str) -> str:
    """A sentence that names the show's file, and not the folder in which it is unpacked."""
    if not isinstance(sentence, Text):
        return sentence.replace(str(room), name)
    values = {place: str(value).replace(str(room), name) for place, value in sentence.parameters.items()}
    return Text(sentence.key, **values)


def _forget_far_clip(folder: Path) -> None:
    """An avatar that comes in names a clip of its own folder, or none: any other name is of a stranger's choosing.

    Raises:
        ShowFileError: its description cannot be changed.
    """
    file = folder / FILE_NAME
    try:
        text = read_text(file)
        settings = parse_toml(text).get("musetalk")
        clip = settings.get("clip") if isinstance(settings, dict) else None
        if not isinstance(clip, str) or not clip or lies_below(clip):
            return
        document: Any = tomlkit.parse(text)
        document["musetalk"]["clip"] = re.split(r"[/\\:]", clip)[-1]
        write_whole(file, as_bytes(str(document.as_string())))
    except (UserFileError, TomlError, TOMLKitError) as fault:
        raise ShowFileError(
            Text("The avatar {name} was refused: its {file} cannot be changed.", name=folder.name, file=FILE_NAME)
        ) from fault


def _same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files."""
    names = {file.relative_to(one) for file in one.rglob("*") if file.is_file()}
    if names != {file.relative_to(other) for file in other.rglob("*") if file.is_file()}:
        return False
    return all(filecmp.cmp(one / name, other / name, shallow=False) for name in names)


def _put_in_place(fresh: Path, target: Path, aside: Path) -> None:
    """Moves a folder to where it belongs; what is there is kept in `aside`."""
    if target.exists():
        aside.mkdir(parents=True, exist_ok=True)
        number, kept = 2, aside / target.name
        while kept.exists():
            kept = aside / f"{target.name}-{number}"
            number += 1
        target.replace(kept)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh.replace(target)


def _fresh(folder: Path) -> Path:
    """`folder`, or one beside it where it is there already: an hour comes twice when summer time ends."""
    number, free = 2, folder
    while free.exists():
        free, number = folder.with_name(f"{folder.name} ({number})"), number + 1
    return free
