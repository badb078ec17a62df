"""One log for all processes: JSON lines with process, level and event.

Each process appends whole lines to the same file, so that a line is never torn and nothing is lost when one of
the others dies. Crashes of the interpreter itself go to `<process>.stderr` beside it.
"""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

import structlog

LOG_NAME = "compere.jsonl"
_KEEP_BYTES = 20 << 20


class _AppendingFile(io.StringIO):
    """Writes each line by one call with O_APPEND, which no other process can split."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(self, text: str) -> int:
        os.write(self._handle, text.encode())
        return len(text)

    def flush(self) -> None:
        pass


def open_log(folder: Path, process: str) -> Any:
    """Set structlog up for this process and return its logger.

    Args:
        folder: where the log lies; made when missing.
        process: `console`, `playout`, `engine` …: stands in every line.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LOG_NAME
    if process == "console" and path.exists() and path.stat().st_size > _KEEP_BYTES:
        path.replace(path.with_suffix(".old.jsonl"))
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=False),
            structlog.processors.format_exc_info,
            structlog.processors.UnicodeDecoder(),
            structlog.processors.JSONRenderer(default=str, ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=_AppendingFile(path)),  # a line in one write
        cache_logger_on_first_use=True,
    )
    return structlog.get_logger().bind(process=process, pid=os.getpid())


def catch_crashes() -> None:
    """Let a crash, or a stack dump asked for by SIGUSR1, say on standard error where it happened."""
    faulthandler.enable(sys.stderr)
    if hasattr(signal, "SIGUSR1"):
        faulthandler.register(signal.SIGUSR1, sys.stderr, all_threads=True)
