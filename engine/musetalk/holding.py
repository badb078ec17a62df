"""Who uses a store says so, so that nobody takes it away: a shared lock on a file, gone with the process.

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
    """Say that `file`'s store is in use, until `holder` is gone or the answer is called. Raises OSError."""
    number = os.open(file, os.O_RDONLY)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a file system without locks, or somebody is taking it away this moment
            fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return weakref.finalize(holder, os.close, number)


def is_held(file: Path) -> bool:
    """Whether anybody holds `file`'s store. False where it is not there, and on Windows."""
    if sys.platform == "win32":
        return False
    try:
        with file.open("rb") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
