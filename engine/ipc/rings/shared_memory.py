"""A named piece of shared memory that outlives whoever merely attached to it."""

from __future__ import annotations

import contextlib
import mmap
import os
import re
import time
from collections.abc import Callable
from multiprocessing import shared_memory
from pathlib import Path
from typing import Any

from engine.text import Text

_FOLDER = Path("/dev/shm")
"""Where Linux shows segments as files."""

_OURS = re.compile(r"compere-(\d+)-[0-9a-f]{6}-[a-z]{3}")
_FRESH_S = 5.0
"""A segment younger than this may be about to be locked."""


class RingError(Exception):
    """A ring could not be opened, or is not what it should be. The message is one sentence."""


class SharedSegment(shared_memory.SharedMemory):
    """Shared memory that is let go without a word, whoever still holds a picture over it."""

    def __del__(self) -> None:
        with contextlib.suppress(OSError, AttributeError):
            try:
                self.close()
            except BufferError:
                _let_go(self)


class _Attached(SharedSegment):
    """Somebody else's segment.

    Python's own class registers with a tracker that removes the segment when this process ends, and removes it at once
    when it cannot be mapped: for everybody. This one only opens and maps.
    """

    def __init__(self, name: str) -> None:
        import _posixshmem  # type: ignore[import-not-found]  # what Python's own class opens by

        inside: Any = self
        inside._name = f"/{name}"
        try:
            handle = _posixshmem.shm_open(inside._name, os.O_RDWR, mode=0o600)
        except FileNotFoundError:
            handle = _open_removed(name)
        try:
            size = os.fstat(handle).st_size
            inside._mmap = mmap.mmap(handle, size)
        except (OSError, ValueError):
            os.close(handle)
            raise
        inside._fd = handle
        inside._size = size
        inside._buf = memoryview(inside._mmap)


def create_segment(name: str, size: int) -> shared_memory.SharedMemory:
    """Make the segment `name` of `size` bytes, zeroed. Raises RingError when there is no room for it."""
    try:
        memory = SharedSegment(name=name, create=True, size=size)
    except OSError as error:
        raise RingError(_no_room(size, error)) from error
    handle = getattr(memory, "_fd", -1)
    if handle >= 0:
        try:
            # Else the room is looked for at the first write, and a process that finds none is killed by the system.
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(handle, 0, size)
        except OSError as error:
            release_segment(memory, unlink=True)
            raise RingError(_no_room(size, error)) from error
        _hold(handle)
    return memory


def attach_segment(name: str, least: int = 1) -> shared_memory.SharedMemory:
    """Open an existing segment of at least `least` bytes without becoming its keeper. Raises RingError.

    A segment whose name was removed while its creator lives is opened through the creator (Linux).
    """
    try:
        memory: shared_memory.SharedMemory = (
            shared_memory.SharedMemory(name=name) if os.name == "nt" else _Attached(name)
        )
    except FileNotFoundError as error:
        raise RingError(f"The shared memory {name} is gone: playout has ended or was restarted.") from error
    except (OSError, ValueError) as error:
        raise RingError(
            Text("The shared memory {name} cannot be opened ({why}): it is tried again.", name=name, why=error)
        ) from error
    if memory.size < least:
        size = memory.size
        release_segment(memory, unlink=False)
        raise RingError(
            Text(
                "The shared memory {name} is too small ({size} bytes), so not a ring: restart playout.",
                name=name,
                size=size,
            )
        )
    return memory


def require_size(memory: shared_memory.SharedMemory, header: int, body: int) -> None:
    """What the header of so many bytes promises must be there behind it. Raises RingError."""
    if body <= 0 or header + body > memory.size:
        raise RingError(Text("The shared memory {name} is cut off or damaged: restart playout.", name=memory.name))


def release_segment(memory: shared_memory.SharedMemory, unlink: bool) -> None:
    """Close the mapping, and remove the segment when `unlink` is true (its creator does that)."""
    try:
        memory.close()
    except BufferError:
        _let_go(memory)
    if unlink:
        try:
            memory.unlink()
        except FileNotFoundError:
            pass


def sweep_segments(folder: Path = _FOLDER, clock: Callable[[], float] = time.time) -> list[str]:
    """Remove what a playout has left that was killed together with all who would have removed it.

    Whoever made a segment holds a lock on it as long as it lives, so that nothing of a living one is touched.

    Returns:
        the names of what was removed.
    """
    removed: list[str] = []
    try:
        import fcntl

        found = [path for path in folder.iterdir() if _OURS.fullmatch(path.name)]
    except (ImportError, OSError):
        return removed
    for path in found:
        with contextlib.suppress(OSError):
            if abs(clock() - path.stat().st_mtime) < _FRESH_S:
                continue
            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
                removed.append(path.name)
            finally:
                os.close(handle)
    return removed


def _hold(handle: int) -> None:
    """Say, as long as this process lives, that it does: see `sweep_segments`."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)


def _open_removed(name: str) -> int:
    """A descriptor of a segment that has no name any more. Raises FileNotFoundError where its creator is gone too."""
    found = _OURS.fullmatch(name)
    if found is not None:
        with contextlib.suppress(OSError):
            for link in Path(f"/proc/{found[1]}/fd").iterdir():
                with contextlib.suppress(OSError):
                    if str(link.readlink()) == f"{_FOLDER / name} (deleted)":
                        return os.open(link, os.O_RDWR)
    raise FileNotFoundError(name)


def _no_room(size: int, error: OSError) -> str:
    return (
        f"There is no shared memory for {size // 2**20} MB of pictures and sound ({error}): "
        "close other programs, or give /dev/shm more room."
    )


def _let_go(memory: shared_memory.SharedMemory) -> None:
    """Somebody still holds a picture over it: leave the mapping to them, it goes with the last of them.

    Without this the descriptor would stay open, and keep the memory of a playout that is gone.
    """
    inside: Any = memory
    inside._buf = None
    inside._mmap = None
    descriptor = getattr(inside, "_fd", -1)
    if descriptor >= 0:
        os.close(descriptor)
        inside._fd = -1


def bytes_of(memory: shared_memory.SharedMemory) -> memoryview:
    """The segment's bytes. Raises RingError when it was closed already."""
    if memory.buf is None:
        raise RingError(f"The shared memory {memory.name} was closed already.")
    return memory.buf
