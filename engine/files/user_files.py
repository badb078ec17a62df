"""The one way to read a file that the user, or whoever gave it to the user, has written.

A name may stand for anything: a pipe that never ends, a device, a folder, a link to somebody's keys, a share whose
server is gone. Only regular files are read, up to a size, within a time, and every fault is one `UserFileError`.
"""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from engine.files.toml_text import text_of
from engine.text import Text, as_text

MOST_BYTES = 1_000_000
"""Of a text that people write: a preset, settings, a list of words."""

DEADLINE_S = 2.0
"""A disk of this machine answers in milliseconds; a share that takes longer is gone."""

MOST_STUCK = 8
"""Reads that may hang at a time. After that nothing more is tried, so that a dead share does not pile up threads."""

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_T = TypeVar("_T")


class UserFileError(Exception):
    """A file that cannot be used. The message is one sentence for the operator.

    Attributes:
        why: the reason alone, in a few words without a full stop.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(Text("{path} cannot be used: {fault}.", path=path, fault=as_text(why)))
        self.why = as_text(why)


class MissingFileError(UserFileError):
    """There is no such file, which for many files is nothing wrong."""


def open_regular(path: Path, within: Path | None = None) -> int:
    """A descriptor of a regular file, open for reading; the caller closes it.

    Args:
        path: the file; a link is followed, to a regular file.
        within: the folder below which the file must lie, links followed; None is anywhere.

    Raises:
        UserFileError: it is no regular file, lies elsewhere, or cannot be opened.
    """
    try:
        if within is not None and not path.resolve().is_relative_to(within.resolve()):
            raise UserFileError(path, Text("it lies outside {folder}", folder=within.name))
        _refuse_irregular(path, path.stat().st_mode)  # before it is opened: opening a pipe or a device does something
        handle = os.open(path, _FLAGS)
        try:
            _refuse_irregular(path, os.fstat(handle).st_mode)
        except BaseException:
            os.close(handle)
            raise
        return handle
    except FileNotFoundError as fault:
        raise MissingFileError(path, "there is no such file") from fault
    except OSError as fault:
        raise UserFileError(path, fault.strerror or type(fault).__name__) from fault
    except (ValueError, RuntimeError) as fault:  # a NUL in the name; links in a circle
        raise UserFileError(path, "its name cannot be used") from fault


def read_bytes(
    path: Path, most: int = MOST_BYTES, *, within: Path | None = None, deadline_s: float = DEADLINE_S
) -> bytes:
    """All of a regular file.

    Args:
        path: the file.
        most: bytes that it may have.
        within: as in `open_regular`.
        deadline_s: seconds that the disk may take.

    Raises:
        UserFileError: it cannot be read, is too large, or the disk does not answer.
        MissingFileError: it is not there.
    """
    return in_time(path, lambda: _read(path, most, within), deadline_s)


def read_text(path: Path, most: int = MOST_BYTES, *, within: Path | None = None) -> str:
    """The same as text, decoded as `text_of` does."""
    return decode(path, read_bytes(path, most, within=within))


def decode(path: Path, data: bytes) -> str:
    """The text in `data`, which was read from `path`. Raises UserFileError."""
    try:
        return text_of(data)
    except UnicodeDecodeError as fault:
        raise UserFileError(path, "it is not a text in UTF-8") from fault


def in_time(path: Path, job: Callable[[], _T], deadline_s: float = DEADLINE_S) -> _T:
    """What `job` returns or raises; a UserFileError when it takes longer than `deadline_s`: it is then left behind."""
    with _lock:
        if sum(each.is_alive() for each in _stuck) >= MOST_STUCK:
            raise UserFileError(path, "its disk does not answer")
    found: list[_T] = []
    faults: list[BaseException] = []

    def work() -> None:
        try:
            found.append(job())
        except BaseException as fault:
            faults.append(fault)

    thread = threading.Thread(target=work, name="user file", daemon=True)
    thread.start()
    thread.join(deadline_s)
    with _lock:
        _stuck.difference_update([each for each in _stuck if not each.is_alive()])
        if thread.is_alive():
            _stuck.add(thread)
            raise UserFileError(path, "its disk does not answer")
    if faults:
        raise faults[0]
    return found[0]


_lock = threading.Lock()
_stuck: set[threading.Thread] = set()


def _refuse_irregular(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise UserFileError(path, "it is a folder" if stat.S_ISDIR(mode) else "it is no regular file")


def _read(path: Path, most: int, within: Path | None) -> bytes:
    handle = open_regular(path, within)
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(most + 1)
        except OSError as fault:
            raise UserFileError(path, fault.strerror or type(fault).__name__) from fault
    if len(data) > most:
        raise UserFileError(path, Text("it is larger than {n}", n=_size(most)))
    return data


def _size(count: int) -> str:
    return f"{count / 1e6:.0f} MB" if count >= 1_000_000 else f"{count / 1e3:.0f} kB"
