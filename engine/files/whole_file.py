"""Files that are written in one step: whoever reads one sees the old one or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step, and wait until it is on the disk.

    Raises:
        OSError: it cannot be written; `path` is as it was.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}", suffix=".new", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def as_bytes(text: str) -> bytes:
    """UTF-8 of what a person typed. Half a character, as some clipboards have it, becomes a question mark."""
    return text.encode(errors="replace")
