"""What was brought in, and its checksum at that time: `brought-in.json` in the folder of models."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from console.models.catalogue import ModelFile

FILE_NAME = "brought-in.json"
_CHUNK = 4 << 20


class FileRecord(msgspec.Struct, frozen=True):
    """One file.

    Attributes:
        size: in bytes.
        sha256: in hexadecimal.
        origin: the folder or the address that it came from.
        at: Unix time, in seconds.
    """

    size: int
    sha256: str
    origin: str
    at: float


class _Record(msgspec.Struct):
    format: int = 1
    files: dict[str, FileRecord] = {}


def read_record(folder: Path) -> Mapping[str, FileRecord]:
    """What is written down of the models in `folder`, by path. A record that cannot be read is an empty one."""
    try:
        return msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=_Record).files
    except (OSError, msgspec.DecodeError):
        return {}


def write_down(folder: Path, file: ModelFile, entry: FileRecord) -> None:
    """Adds a file to the record. Raises OSError."""
    from engine.files.whole_file import write_whole

    record = _Record(files={**read_record(folder), file.path: entry})
    write_whole(folder / FILE_NAME, msgspec.json.format(msgspec.json.encode(record)))


def sha256_of(
    path: Path, passed: Callable[[int], None] = lambda size: None, stopped: Callable[[], bool] = lambda: False
) -> str:
    """The SHA-256 of a file's content, in hexadecimal; "" when it was stopped.

    Args:
        passed: told the bytes of each piece.

    Raises:
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            if stopped():
                return ""
            digest.update(piece)
            passed(len(piece))
    return digest.hexdigest()
