"""One console at a time, and the folder in which its processes find each other."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile

from engine.files.file_lock import is_held
from engine.text import Text

_LONGEST_ADDRESS = 100
"""Bytes of the name of a local socket; the system allows 104 to 108."""
_PROBE = b"0" * 512
_SENTENCE = "The runtime folder {folder} cannot be written: make room there, or set XDG_RUNTIME_DIR."


class RuntimeFolderError(Exception):
    """No folder can hold the sockets. The message is one sentence for the operator."""


def only_console(runtime: Path) -> QLockFile | None:
    """The lock that makes this the only console, or None when there is one already.

    A lock file that nobody holds (empty, cut off, or with the number of a process that is another one by now) is no
    hindrance.

    Args:
        runtime: the runtime folder; made when missing.

    Raises:
        RuntimeFolderError: the folder cannot be written.
    """
    path = runtime / "console.lock"
    with contextlib.suppress(OSError):  # QLockFile says so, too
        runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(200):
        return lock
    if lock.error() is not QLockFile.LockError.LockFailedError:
        raise RuntimeFolderError(Text(_SENTENCE, folder=runtime))
    if not is_held(path, "rb+"):  # QLockFile keeps the system's own lock on it beside the number in it
        with contextlib.suppress(OSError):
            path.unlink()
        if lock.tryLock(200):
            return lock
    return None


def usable_runtime(folders: Sequence[Path], holds_show: Callable[[Path], bool]) -> Path:
    """The first folder that can be used: a show runs from it, or it can be written and holds a socket's name.

    Raises:
        RuntimeFolderError: none of them can.
    """
    for folder in folders:
        if holds_show(folder) or _writable(folder):
            return folder
    raise RuntimeFolderError(Text(_SENTENCE, folder=folders[0]))


def _writable(folder: Path) -> bool:
    if len(os.fsencode(folder / "playout.sock")) > _LONGEST_ADDRESS and os.name != "nt":
        return False
    probe = folder / f".probe-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():  # anybody may make folders in /tmp
            return False
        try:
            return probe.write_bytes(_PROBE) == len(_PROBE)
        finally:
            probe.unlink(missing_ok=True)
    except OSError:
        return False
