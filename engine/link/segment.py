"""A named piece of shared memory that outlives whoever merely attached to it."""

from __future__ import annotations

import os
from multiprocessing import resource_tracker, shared_memory
from threading import Lock
from typing import Any

_attach_lock = Lock()


class RingError(Exception):
    """A ring could not be opened, or is not what it should be. The message is one sentence."""


def create_segment(name: str, size: int) -> shared_memory.SharedMemory:
    """Make the segment `name` of `size` bytes, zeroed. Raises RingError when there is no room for it."""
    try:
        return shared_memory.SharedMemory(name=name, create=True, size=size)
    except OSError as error:
        raise RingError(
            f"There is no shared memory for {size // 2**20} MB of pictures and sound ({error}): "
            "close other programs, or give /dev/shm more room."
        ) from error


def attach_segment(name: str) -> shared_memory.SharedMemory:
    """Open an existing segment without becoming its keeper.

    Python 3.11's resource tracker unlinks a segment when a process that only attached to it ends, and
    complains when a spawned child unregisters it. Registering nothing is the one way that is right for
    both, so the call is muted for the moment of the attach.
    """
    with _attach_lock:
        register = resource_tracker.register

        def skip_shared_memory(name: Any, rtype: str) -> None:
            if rtype != "shared_memory":
                register(name, rtype)

        resource_tracker.register = skip_shared_memory
        try:
            return shared_memory.SharedMemory(name=name)
        except (OSError, ValueError) as error:
            raise RingError(f"The shared memory {name} is gone: playout has ended or was restarted.") from error
        finally:
            resource_tracker.register = register


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


def _let_go(memory: shared_memory.SharedMemory) -> None:
    """Somebody still holds a picture over it: leave the mapping to them, it goes with the last of them.

    Without this the descriptor would stay open, and keep the memory of a playout that is gone.
    """
    inside: Any = memory
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
