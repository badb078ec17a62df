"""The idle-loop file: what the host does while nobody speaks, prepared once and played by playout.

Playout owns the loop so that the avatar goes on breathing when the engine is gone. The file is mapped, not
read, and depends on nothing else of the engine.

Layout, little-endian: the header (`_HEADER`), one (offset, length) pair per frame (`_ENTRY`), then the frames,
each a JPEG picture.
"""

from __future__ import annotations

import mmap
import os
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

VERSION = 1
_MAGIC = b"COMPIDLE"
_HEADER = struct.Struct("<8s6I2Q")  # magic, version, width, height, rate, count, 0, loop samples, file size
_ENTRY = struct.Struct("<QQ")
_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_MOST_FRAMES = 60 * 60
_LARGEST_SIDE = 16_384


class IdleLoopError(Exception):
    """An idle-loop file cannot be used. The message is one sentence for the operator."""


class IdleLoop:
    """A prepared idle loop, open for playing.

    Attributes:
        width, height: size of the pictures in pixels.
        rate: frames a second. count: frames in the loop.
        loop: samples of the source timeline (48 kHz) after which it repeats.
    """

    def __init__(self, path: Path, data: mmap.mmap) -> None:
        """Use `IdleLoop.open`."""
        advice = "prepare the avatar again"
        if len(data) < _HEADER.size or data[: len(_MAGIC)] != _MAGIC:
            raise IdleLoopError(f"{path} is not an idle loop: {advice}.")
        fields: tuple[int, ...] = _HEADER.unpack_from(data)[1:]
        version, self.width, self.height, self.rate, self.count, _, self.loop, size = fields
        if version != VERSION:
            raise IdleLoopError(f"{path} was made by another version of Compere: {advice}.")
        sound = (
            0 < self.width <= _LARGEST_SIDE
            and 0 < self.height <= _LARGEST_SIDE
            and 0 < self.rate <= 240
            and 0 < self.count <= _MOST_FRAMES
            and self.loop >= self.count
        )
        first = _HEADER.size + self.count * _ENTRY.size
        if not sound or size != len(data) or first > size:
            raise IdleLoopError(f"{path} is damaged or not whole: {advice}.")
        self._entries = [_ENTRY.unpack_from(data, _HEADER.size + i * _ENTRY.size) for i in range(self.count)]
        for offset, length in self._entries:
            end = offset + length
            whole = offset >= first and length > 4 and end <= size
            if not whole or data[offset : offset + 2] != _JPEG_START or data[end - 2 : end] != _JPEG_END:
                raise IdleLoopError(f"{path} is damaged: {advice}.")
        self._data = data
        self._view = memoryview(data)

    @classmethod
    def open(cls, path: Path) -> IdleLoop:
        """Map the file and check it. Raises IdleLoopError with a sentence for the operator."""
        try:
            with path.open("rb") as file:
                data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as cause:
            raise IdleLoopError(f"The idle loop {path} is not there: prepare the avatar.") from cause
        except (OSError, ValueError) as cause:  # ValueError: an empty file cannot be mapped
            raise IdleLoopError(f"The idle loop {path} cannot be read: prepare the avatar again.") from cause
        try:
            return cls(path, data)
        except IdleLoopError:
            data.close()
            raise

    def frame_index_at(self, pts: int) -> int:
        """The frame nearest to sample index `pts` of the source timeline."""
        return (pts % self.loop * self.count + self.loop // 2) // self.loop % self.count

    def jpeg(self, index: int) -> memoryview:
        """Frame `index` (0 … count - 1) as JPEG. Valid until `close`."""
        offset, length = self._entries[index]
        return self._view[offset : offset + length]

    def close(self) -> None:
        """Let the file go. Views given out before must be released first."""
        self._view.release()
        self._data.close()


class IdleWriter:
    """Writes an idle loop; made by `writing`."""

    def __init__(self, file: BinaryIO, width: int, height: int, rate: int, count: int, loop: int) -> None:
        self._file = file
        self._fields = (VERSION, width, height, rate, count, 0, loop)
        self._count = count
        self._entries: list[tuple[int, int]] = []
        self._end = _HEADER.size + count * _ENTRY.size
        file.seek(self._end)

    def add(self, jpeg: bytes) -> None:
        """The next frame, as JPEG."""
        self._file.write(jpeg)
        self._entries.append((self._end, len(jpeg)))
        self._end += len(jpeg)

    def finish(self) -> None:
        """Write header and index; each frame must have been added."""
        if len(self._entries) != self._count:
            raise ValueError(f"{len(self._entries)} frames of {self._count} were added")
        self._file.seek(0)
        self._file.write(_HEADER.pack(_MAGIC, *self._fields, self._end))
        for entry in self._entries:
            self._file.write(_ENTRY.pack(*entry))


@contextmanager
def writing(path: Path, *, width: int, height: int, rate: int, count: int, loop: int) -> Iterator[IdleWriter]:
    """Write an idle loop to `path`. It appears there whole, or (on any exception) not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            writer = IdleWriter(file, width, height, rate, count, loop)
            yield writer
            writer.finish()
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
