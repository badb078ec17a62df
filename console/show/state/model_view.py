"""What the window shows of the neural driver's files, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileState(StrEnum):
    """How a file is."""

    GOOD = "good"
    PARTIAL = "partial"  # some of it has been brought in; it goes on from there
    MISSING = "missing"
    TRUNCATED = "truncated"
    FOREIGN = "foreign"  # the name is right, the content is something else
    DAMAGED = "damaged"


@dataclass(frozen=True)
class ModelLine:
    """One part of the neural driver.

    Attributes:
        path: its file below the folder of models.
        purpose: what it is for, in a few words.
        size: of the file that is there, else of the one to fetch; in bytes.
        licence: under which it may be used.
        source: the repository that it comes from.
        required: False when the driver works without it.
        state: how it is.
        sentence: what is wrong, or worth knowing, in words; or "".
    """

    path: str
    purpose: str
    size: int
    licence: str
    source: str
    required: bool
    state: FileState
    sentence: str = ""


@dataclass(frozen=True)
class ModelsView:
    """The page of models.

    Attributes:
        lines: one for each part; empty before anybody looked.
        ready: the neural driver can work.
        readiness: whether it can, and why not, in words.
        cure: what to do about it, in words; or "".
        cards: the graphics cards that were found, each in words, in the driver's order.
        folder: where the files lie.
        source: where they are fetched from.
        to_fetch: bytes that a fetch would bring; 0 when nothing required is missing.
        busy: what is under way, in words, or "".
        done, total: bytes of what is under way; `total` is 0 when that is not known.
        told: how the last of it ended, in words, or "".
        failed: it ended badly.
    """

    lines: tuple[ModelLine, ...] = ()
    ready: bool = False
    readiness: str = ""
    cure: str = ""
    cards: tuple[str, ...] = ()
    folder: str = ""
    source: str = ""
    to_fetch: int = 0
    busy: str = ""
    done: int = 0
    total: int = 0
    told: str = ""
    failed: bool = False


def size_words(size: int) -> str:
    """A number of bytes in words, with powers of ten as disks and hubs count."""
    for unit, one in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= one:
            digits = 2 if unit == "GB" and size < 1e10 else 0
            return f"{size / one:.{digits}f} {unit}"
    return f"{size} B"
