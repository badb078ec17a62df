"""The doctor's look at the machine: Python and libraries, fonts and disk."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from console.doctor.finding import Finding, fail, ok, warn
from console.doctor.libraries import (
    RUN_NEEDS,
    LibraryKind,
    Need,
    install_command,
    missing,
    this_distribution,
    trouble_elsewhere,
)
from engine.text import Text

PYTHON, LIBRARIES, FONTS, DISK = "Python and Qt", "System", "Fonts", "Disk"

NEEDED = ("PySide6_Essentials", "numpy", "av", "sounddevice", "msgspec", "structlog", "qasync", "psutil")
"""The Python packages without which nothing starts."""

SET_UP = "Run `python3 packaging/bootstrap.py run` once more."

LEAST_GB, FAIR_GB = 0.5, 2.0
"""Free on a disk that Compere writes to: with less than the first a log may stop in the middle of a show; the second is
room for an evening's logs and reports, idle loops, and what is made of a filmed host."""

GIGABYTE = 1e9


def version_of(package: str) -> str | None:
    """The installed version of a Python package, or None."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def python_findings(
    python: tuple[int, ...] = sys.version_info[:3], version: Callable[[str], str | None] = version_of
) -> Iterator[Finding]:
    """Whether Python and the packages are there, and fit together."""
    shown = ".".join(map(str, python))
    absent = [name for name in NEEDED if version(name) is None]
    qt = version("PySide6_Essentials") or "none"
    if python < (3, 11):
        yield fail(
            PYTHON,
            Text("Python {version} is too old.", version=shown),
            "Install Python 3.11 or newer and set up again with it.",
        )
    elif absent:
        yield fail(PYTHON, Text("Python {version} lacks {names}.", version=shown, names=", ".join(absent)), SET_UP)
    elif python < (3, 12) and tuple(map(int, qt.split(".")[:2])) >= (6, 12):
        yield fail(
            PYTHON,
            Text("Qt {version} loses references on Python {other} and aborts within seconds.", version=qt, other=shown),
            Text("{why} It takes {version}.", why=SET_UP, version="6.11"),
        )
    else:
        yield ok(PYTHON, f"Python {shown}, Qt {qt}, PyAV {version('av')}, {platform.platform(terse=True)}.")


def library_findings(
    lacking: Sequence[Need] | None = None, family: str | None = None, system: str = sys.platform
) -> Iterator[Finding]:
    """Whether the system has what Qt and PortAudio load.

    Arguments:
        lacking: what is missing; looked for where None.
        family: the Linux distribution's, as `libraries.distribution` names it.
        system: as `sys.platform` has it.
    """
    if not system.startswith("linux"):
        trouble = trouble_elsewhere(system, platform.mac_ver()[0])
        yield fail(LIBRARIES, trouble, "Then start Compere again.") if trouble else ok(LIBRARIES, "Nothing is missing.")
        return
    absent = missing(RUN_NEEDS) if lacking is None else list(lacking)
    libraries = [need for need in absent if need.kind is not LibraryKind.FONT]
    named = this_distribution() if family is None else family
    if libraries:
        what = [Text("{words} ({found})", words=need.looked_for, found=need.purpose) for need in libraries]
        command = install_command(libraries, named)
        cure = Text("Run: {command}", command=command) if command else "Install the packages that have them."
        yield fail(LIBRARIES, Text("Missing: {items}.", items=what), cure)
    else:
        yield ok(LIBRARIES, "All libraries that Qt and PortAudio load are there.")
    fonts = [need for need in absent if need.kind is LibraryKind.FONT]
    if fonts:
        command = install_command(fonts, named)
        yield warn(
            FONTS,
            "No Chinese, Japanese or Korean font: Chinese and Japanese come in the plain one that Compere brings, "
            "Korean captions would be empty boxes.",
            Text("Run: {command}", command=command) if command else "Install Noto Sans CJK.",
        )
    else:
        yield ok(FONTS, "Chinese, Japanese and Korean captions can be drawn.")


def nearest(folder: Path) -> Path:
    """`folder`, or the nearest folder above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path(folder.anchor or "."))


def disk_findings(folder: Path, free_bytes: int) -> Iterator[Finding]:
    """Whether there is room for what Compere itself writes: logs, reports, idle loops, prepared hosts.

    Arguments:
        folder: where some of that goes.
        free_bytes: what is free there.
    """
    free = free_bytes / GIGABYTE
    if free >= FAIR_GB:
        yield ok(DISK, Text("{size} GB free at {path}.", size=f"{free:.0f}", path=folder))
    elif free >= LEAST_GB:
        yield warn(
            DISK,
            Text("{size} GB free at {path}.", size=f"{free:.1f}", path=folder),
            "Free 2 GB: logs, reports and idle loops need room.",
        )
    else:
        yield fail(
            DISK,
            Text("{size} MB free at {path}.", size=f"{free_bytes / 1000000.0:.0f}", path=folder),
            "Free 2 GB: the show's log needs room too.",
        )


def examine_disk(*folders: Path) -> Iterator[Finding]:
    """The room where Compere writes; the folders need not be there yet. Each disk is looked at once."""
    seen: set[int] = set()
    for folder in folders:
        place = nearest(folder)
        if (disk := place.stat().st_dev) not in seen:
            seen.add(disk)
            yield from disk_findings(folder, shutil.disk_usage(place).free)
