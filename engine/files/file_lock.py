"""Who uses a file says so, so that nobody takes it away: a lock of the system's on it, gone with the process.

On Windows a file that is mapped cannot be moved or deleted at all: there the system itself holds it.
"""

from __future__ import annotations

import contextlib
import os
import sys
import weakref
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import fcntl


def hold(file: Path, holder: object) -> Any:
    """Say by a shared lock that `file` is in use, until `holder` is gone or the answer is called. Raises OSError."""
    number = os.open(file, os.O_RDONLY)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a file system without locks, or somebody is taking it away this moment
            fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return weakref.finalize(holder, os.close, number)


def is_held(file: Path, mode: str = "rb") -> bool:
    """Whether anybody holds a lock on `file`. False where it is not there, and on Windows.

    Args:
        mode: how it is opened for the question; network disks want `rb+` where the lock is not shared.
    """
    if sys.platform == "win32":
        return False
    try:
        with file.open(mode) as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
