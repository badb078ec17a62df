"""A file that is being brought in: nothing half-made ever bears the name of the whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

PART_SUFFIX = ".part"
_NOTE_SUFFIX = ".part.of"
_CHUNK = 4 << 20


class Partial:
    """`NAME.part` beside where `NAME` will be, and a note of what it is a part of.

    What was stopped goes on where it ended, as long as it is a part of the same thing.

    Attributes:
        size: bytes that are there.
    """

    def __init__(self, target: Path, of: str) -> None:
        """Takes up what is there of it.

        Args:
            target: the file that it will be; its folder is made.
            of: what it is a part of: another text than before means another thing, and a new beginning.

        Raises:
            OSError: the folder cannot be written.
        """
        self._target = target
        self.path = target.with_name(target.name + PART_SUFFIX)
        self._note = target.with_name(target.name + _NOTE_SUFFIX)
        target.parent.mkdir(parents=True, exist_ok=True)
        self._digest = hashlib.sha256()
        self.size = 0
        if self.path.is_file() and self._read_note() == of:
            self._file: BinaryIO = self.path.open("r+b")
            while piece := self._file.read(_CHUNK):
                self._digest.update(piece)
                self.size += len(piece)
        else:
            self._file = self.path.open("wb")
            self._note.write_text(of, encoding="utf-8")

    @staticmethod
    def there(target: Path, of: str) -> int:
        """Bytes that are there of a file to be, when they are a part of `of`."""
        path = target.with_name(target.name + PART_SUFFIX)
        note = target.with_name(target.name + _NOTE_SUFFIX)
        try:
            return path.stat().st_size if note.read_text(encoding="utf-8") == of else 0
        except (OSError, UnicodeDecodeError):
            return 0

    def add(self, piece: bytes) -> None:
        """The next bytes. Raises OSError."""
        self._file.write(piece)
        self._digest.update(piece)
        self.size += len(piece)

    def again(self) -> None:
        """From the beginning. Raises OSError."""
        self._file.seek(0)
        self._file.truncate()
        self._digest = hashlib.sha256()
        self.size = 0

    def leave(self) -> None:
        """Keeps what is there for another time."""
        self._file.close()
        if self.size == 0:
            self.drop()

    def drop(self) -> None:
        """Keeps nothing."""
        self._file.close()
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def finish(self, check: Callable[[Path, str], None]) -> str:
        """It is all there: checks it, and gives it its name.

        Args:
            check: looks at the file, given also its SHA-256; raises to refuse it, and then nothing is kept of it.

        Returns:
            its SHA-256, in hexadecimal.
        """
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        sha256 = self._digest.hexdigest()
        try:
            check(self.path, sha256)
        except Exception:  # whoever checks may refuse in any way: nothing is kept then
            self.drop()
            raise
        self.path.replace(self._target)
        self._note.unlink(missing_ok=True)
        return sha256

    def _read_note(self) -> str:
        try:
            return self._note.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""
