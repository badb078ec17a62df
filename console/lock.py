"""One console at a time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


def only_console(runtime: Path) -> QLockFile | None:
    """The lock that makes this the only console, or None when there is one already."""
    runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = QLockFile(str(runtime / "console.lock"))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(200) else None
