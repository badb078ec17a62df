"""A show's zip file from outside, laid out in an empty folder: looked through whole before a byte of it is written."""

from __future__ import annotations

import math
import os
import re
import shutil
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import IO

from console.rundown.show_file import ShowFileError
from engine.files.user_files import UserFileError, open_regular
from engine.text import Text

MOST_FILES = 20_000
MOST_BYTES = 16 * 1024**3
"""Larger is no show: a MuseTalk avatar with its video takes some hundred megabytes."""

ROOM_LEFT_BYTES = 256 * 1024**2
"""So much of the disk stays free, for the log and the settings of the evening."""

_LONGEST_LIST = 16 * 1024**2
"""Bytes of a zip's own list of files: 20,000 names take a tenth of it."""

_CHUNK = 1024 * 1024
_STRANGE = re.compile(r'[\\:*?"<>|\x00-\x1f]')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])[ ]*(?:\.|\Z)", re.IGNORECASE)
"""A device of Windows', whatever ending it has."""
_LONGEST_NAME = 255
"""Bytes that the disks of all systems take for one name."""
_JUNK = re.compile(r"(^|/)(__MACOSX/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
"""What file managers add by themselves when somebody zips a folder again."""


def unpack(path: Path, room: Path, head: str, folders: tuple[str, ...]) -> None:
    """Lays out everything in an archive, or nothing.

    A file manager's own additions are left out, and so is the one folder in which somebody zipped it all again.

    Args:
        path: the archive.
        room: an empty folder.
        head: the file by which the archive is known.
        folders: those that may be in it, beside the head.

    Raises:
        ShowFileError: it is no such archive, is damaged or dangerous, or there is no room for it.
        OSError: the disk does not take it.
    """
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            _refuse_long_list(path, file)
            with zipfile.ZipFile(file) as archive:
                wanted = _wanted(path, archive, head, folders)
                need_room(path.name, sum(entry.file_size for entry in wanted.values()), room)
                for name, entry in wanted.items():
                    _lay_out(archive, entry, room.joinpath(*name.parts), path)
    except UserFileError as fault:
        raise ShowFileError(
            Text("The show {path} cannot be opened ({fault}).", path=path.name, fault=fault.why)
        ) from fault
    except (ShowFileError, OSError):
        raise
    except Exception as fault:  # whatever is broken in a zip, and there is much, is one and the same to the operator
        raise ShowFileError(
            Text("{path} is no show of Compere's, or is damaged: copy it again.", path=path.name)
        ) from fault


def need_room(what: str, needed: int, folder: Path, left: int = ROOM_LEFT_BYTES) -> None:
    """Raises ShowFileError when `needed` bytes do not fit on the disk of `folder` and leave `left` of it free.

    Args:
        what: is called by this name.
    """
    free = shutil.disk_usage(folder).free
    if needed + left > free:
        takes, keeps = math.ceil(needed / 1e6), math.ceil(left / 1e6)
        raise ShowFileError(
            Text(
                "There is no room for {name}: it takes {n} MB, {left} MB must stay free, and {free} MB are free.",
                name=what,
                n=takes,
                left=keeps,
                free=free // 1000000,
            )
        )


def _refuse_long_list(path: Path, file: IO[bytes]) -> None:
    """The list is read whole by `zipfile`, before anybody can look at it."""
    whole = file.seek(0, os.SEEK_END)
    file.seek(max(0, whole - (1 << 16) - 128))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at >= 0 and len(tail) >= at + 22:
        count, length = struct.unpack("<HI", tail[at + 10 : at + 16])
        far = tail.rfind(b"PK\x06\x06", 0, at)  # a zip of more than 4 GB tells its numbers here
        if far >= 0 and len(tail) >= far + 48:
            count, length = (
                max(pair) for pair in zip(struct.unpack("<QQ", tail[far + 32 : far + 48]), (count, length), strict=True)
            )
        if (length > _LONGEST_LIST and length != 0xFFFFFFFF) or (count > MOST_FILES and count != 0xFFFF):
            raise ShowFileError(Text("{path} is too large to be a show.", path=path.name))
    file.seek(0)


def _wanted(
    path: Path, archive: zipfile.ZipFile, head: str, folders: tuple[str, ...]
) -> Mapping[PurePosixPath, zipfile.ZipInfo]:
    """The files to be laid out, by their names; raises ShowFileError."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _JUNK.search(entry.filename)]
    names = {entry.filename for entry in entries}
    tops = {name.partition("/")[0] for name in names}
    above = f"{next(iter(tops))}/" if head not in names and len(tops) == 1 else ""
    if above + head not in names:
        raise ShowFileError(
            Text("{path} is no show of Compere's: there is no {file} in it.", path=path.name, file=head)
        )
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise ShowFileError(Text("{path} is too large to be a show.", path=path.name))
    found: dict[PurePosixPath, zipfile.ZipInfo] = {}
    for entry in entries:
        name = PurePosixPath(entry.filename.removeprefix(above))
        _refuse_strange(path, entry, name, head, folders)
        found[name] = entry
    taken = {_on_any_disk(name) for name in found}
    parents = {_on_any_disk(parent) for name in found for parent in name.parents}
    if len(taken) < len(entries) or taken & parents:
        raise ShowFileError(Text("{path} is no show of Compere's, or is damaged: copy it again.", path=path.name))
    return found


def _refuse_strange(
    path: Path, entry: zipfile.ZipInfo, name: PurePosixPath, head: str, folders: tuple[str, ...]
) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    strange = name.is_absolute() or ".." in name.parts or _STRANGE.search(entry.filename) is not None
    strange = strange or any(_is_no_name(part) for part in name.parts)
    if kind not in (0, stat.S_IFREG) or strange or (name.parts[0] not in folders and str(name) != head):
        raise ShowFileError(
            Text("{path} was refused: it wants to write “{file}”.", path=path.name, file=entry.filename[:60])
        )
    if entry.flag_bits & 0x1:
        raise ShowFileError(Text("{path} is locked with a password: zip it again without one.", path=path.name))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ShowFileError(
            Text("{path} is packed in an unusual way: zip it again as the system does it.", path=path.name)
        )


def _on_any_disk(name: PurePosixPath) -> str:
    """A name as the disk sees it that tells the fewest apart: neither capitals nor ways to write an accent count."""
    return unicodedata.normalize("NFC", str(name).casefold())


def _is_no_name(part: str) -> bool:
    """Whether a system would open something else by this name than a file that is called so, or nothing."""
    return bool(_DEVICE.match(part)) or part[-1] in ". " or len(part.encode()) > _LONGEST_NAME


def _lay_out(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, path: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with archive.open(entry) as source, target.open("wb") as file:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise ShowFileError(Text("{path} was refused: it holds more than it says.", path=path.name))
            file.write(chunk)
    if left:
        raise ShowFileError(Text("{path} is no show of Compere's, or is damaged: copy it again.", path=path.name))
