"""One log for all processes: JSON lines with process, level and event.

Each process appends whole lines to the same file, so that a line is never torn and nothing is lost when one of
the others dies. Crashes of the interpreter itself go to `<process>.stderr` beside it.

Logging never raises: whoever writes a line has more important work. A line that cannot be written is counted, and
`log_fault` says why until lines are written again.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, MutableMapping
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import structlog

from engine.ipc.logger import Logger
from engine.ipc.masking import mask_stream_keys
from engine.ipc.standard_streams import is_real
from engine.text import Text, to_wire

LOG_NAME = "compere.jsonl"
_KEEP_BYTES = 20 << 20
_KEEP_STDERR_BYTES = 1 << 20
_OPEN_AGAIN_S = 1.0

_Fields = MutableMapping[str, Any]


class LogFile(io.StringIO):
    """Writes each line by one call with O_APPEND, which no other process can split. Never raises.

    Args:
        path: the file; its folder is made when missing.
        process: stands in the line that counts what was lost.
        clock: monotonic seconds, for opening again.

    Attributes:
        lost: lines that could not be written, since the last one that was.
        why: the system's reason for that, or "".
    """

    def __init__(self, path: Path, process: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._path, self._process, self._clock = path, process, clock
        self._handle = -1
        self._again_s = -1e9
        self._torn = False
        self.lost = 0
        self.why = ""
        self._open()

    def write(self, text: str) -> int:
        """Append `text`, whole lines, or count it as lost."""
        text = mask_stream_keys(text)
        if self._handle < 0:
            self._open()
        lost = self.lost
        if self._handle < 0 or not self._append(text):
            self.lost += 1
        elif lost:
            self.lost, self.why = 0, ""
            fields = {"process": self._process, "pid": os.getpid(), "lines": lost, "level": "warning"}
            self._append(json.dumps({**fields, "event": "log lines lost", "timestamp": now_iso()}) + "\n")
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Let go of the file."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _open(self) -> None:
        now = self._clock()
        if now - self._again_s < _OPEN_AGAIN_S:
            return
        self._again_s = now
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Not blocking: a pipe in the log's place must stop nobody.
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0)
            self._handle = os.open(self._path, flags, 0o600)
        except OSError as error:
            self.why = error.strerror or type(error).__name__

    def _append(self, text: str) -> bool:
        data = text.encode(errors="backslashreplace")  # half a surrogate, as JSON writes it
        if self._torn:
            data = b"\n" + data
        try:
            written = os.write(self._handle, data)
        except OSError as error:
            self.why = error.strerror or type(error).__name__
            return False
        if written < len(data):  # the disk filled up in the middle of it
            self.why = "No space left on device"
            self._torn = True
            return False
        self._torn = False
        return True


_file: LogFile | None = None


def now_iso() -> str:
    """The wall clock with its offset: the same moment for whoever reads it, also when summer time ends."""
    return datetime.now().astimezone().isoformat(timespec="microseconds")


def _stamp(logger: Any, method: str, fields: _Fields) -> _Fields:
    """When: the wall clock for people, and the monotonic one for differences."""
    fields["timestamp"] = now_iso()
    fields["monotonic_s"] = round(time.monotonic(), 6)
    return fields


def _keep_texts(logger: Any, method: str, fields: _Fields) -> _Fields:
    """Beside the English of a sentence its key and parameters, as `texts`: the report is read from the log."""
    texts = {name: to_wire(each) for name, each in fields.items() if isinstance(each, Text) and each.parameters}
    return {**fields, "texts": texts} if texts else fields


_PROCESSORS: tuple[Callable[[Any, str, _Fields], Any], ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    _stamp,
    _keep_texts,
    structlog.processors.format_exc_info,
    structlog.processors.UnicodeDecoder(),
    structlog.processors.JSONRenderer(default=str, ensure_ascii=False),
)


def _rendered(logger: Any, method: str, fields: _Fields) -> str:
    """The line. What cannot be rendered is left out of it."""
    event, process = str(fields.get("event")), str(fields.get("process", ""))
    try:
        made: Any = fields
        for processor in _PROCESSORS:
            made = processor(logger, method, made)
        return str(made)
    except Exception as error:
        poor = {"process": process, "event": event, "level": method, "timestamp": now_iso()}
        return json.dumps({**poor, "pid": os.getpid(), "unreadable": type(error).__name__})


def open_log(folder: Path, process: str) -> Logger:
    """Set structlog up for this process and return its logger. Never raises; see `log_fault`.

    Args:
        folder: where the log lies; made when missing.
        process: `console`, `playout`, `engine` …: stands in every line.
    """
    global _file
    path = folder / LOG_NAME
    if process == "console":
        _put_aside(path, path.with_suffix(".old.jsonl"), _KEEP_BYTES)
    _file = LogFile(path, process)
    structlog.configure(
        processors=[_rendered],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=_file),  # a line in one write
        cache_logger_on_first_use=True,
    )
    logger: Logger = structlog.get_logger().bind(process=process, pid=os.getpid())
    return logger


def log_fault() -> str:
    """Why this process's lines are lost now, in the system's own words, or ""."""
    return _file.why if _file is not None else ""


def catch_crashes(stand_in: Path | None = None) -> None:
    """Let a crash, or a stack dump asked for by SIGUSR1, say on standard error where it happened.

    Args:
        stand_in: the file that takes the place of standard error where there is none, as under `pythonw`.
    """
    if not is_real(sys.stderr) and stand_in is not None:
        with contextlib.suppress(OSError):
            stand_in.parent.mkdir(parents=True, exist_ok=True)
            _put_aside(stand_in, _older(stand_in), _KEEP_STDERR_BYTES)
            sys.stderr = stand_in.open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
    with contextlib.suppress(RuntimeError, ValueError, OSError, AttributeError):  # there is none, or it is no file
        faulthandler.enable(sys.stderr)
        if hasattr(signal, "SIGUSR1"):
            faulthandler.register(signal.SIGUSR1, sys.stderr, all_threads=True)


def open_stderr(folder: Path, name: str) -> IO[bytes] | None:
    """The file for what the child `name` says on standard error; None where it cannot be written.

    One that has grown too large is put aside, and replaces the one put aside before.
    """
    path = folder / f"{name}.stderr"
    _put_aside(path, _older(path), _KEEP_STDERR_BYTES)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return path.open("ab")
    except OSError:
        return None


def trim_stderr(folder: Path, name: str) -> None:
    """Cut the file of a running child when it has grown too large: its end is kept aside. The child writes on."""
    path = folder / f"{name}.stderr"
    with contextlib.suppress(OSError):
        size = path.stat().st_size
        if size <= _KEEP_STDERR_BYTES:
            return
        try:
            with path.open("rb") as file:
                file.seek(size - _KEEP_STDERR_BYTES // 2)
                _older(path).write_bytes(file.read(_KEEP_STDERR_BYTES))
        finally:
            os.truncate(path, 0)


def _older(path: Path) -> Path:
    return path.with_suffix(".old.stderr")


def _put_aside(path: Path, aside: Path, over: int) -> None:
    with contextlib.suppress(OSError):  # not there, or held open (Windows)
        if path.stat().st_size > over:
            path.replace(aside)
