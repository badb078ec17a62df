"""Where things lie: what came with Compere, and the user's own folders. Nothing is made here.

`COMPERE_HOME` moves all of the user's folders under one root, for tests and for trying out.
"""

from __future__ import annotations

import os
import tempfile
import zlib
from pathlib import Path

from console.settings.file import HOME_VARIABLE


def bundled(what: str) -> Path:
    """The folder `what` ('avatars', 'presets') that came with Compere: beside the packages in a checkout,
    inside this one where Compere was installed from a wheel.
    """
    here = Path(__file__).resolve().parent
    inside = here / "bundled" / what
    return inside if inside.is_dir() else here.parent / what


def data_folder() -> Path:
    """The user's own avatars, presets, recordings and reports."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "data"
    import platformdirs

    return Path(platformdirs.user_data_dir("compere", appauthor=False))


def avatar_roots() -> list[Path]:
    """The folders that hold avatars; the user's own come first, and win where two bear one id."""
    return [data_folder() / "avatars", bundled("avatars")]


def preset_roots() -> list[Path]:
    """The folders that hold presets, the user's own first."""
    return [data_folder() / "presets", bundled("presets")]


def example_show(language: str) -> Path:
    """The show that is there until the user has one, in the language `language` of the window; else in English."""
    presets = bundled("presets")
    own = presets / language if language else presets
    return own if own.is_dir() else presets


def models_folder() -> Path:
    """The neural driver's files, in the layout in which they are published."""
    return data_folder() / "models"


def recordings_folder() -> Path:
    """Where recordings and reports of shows go."""
    return data_folder() / "recordings"


def cache_folder() -> Path:
    """What can be made again: prepared idle loops."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "cache"
    import platformdirs

    return Path(platformdirs.user_cache_dir("compere", appauthor=False))


def log_folder() -> Path:
    """The log of all processes, and what they said when they crashed."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "log"
    import platformdirs

    return Path(platformdirs.user_log_dir("compere", appauthor=False))


def runtime_folder() -> Path:
    """Sockets and tokens of the processes that run now; readable by this user alone."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "run"
    import platformdirs

    try:
        return Path(platformdirs.user_runtime_dir("compere", appauthor=False))
    except OSError:  # somebody else's folder stands where the user's should
        return spare_runtime_folder(Path(platformdirs.user_cache_dir("compere", appauthor=False)))


def runtime_folders() -> list[Path]:
    """The runtime folder, and the one that takes its place where it cannot be written."""
    first = runtime_folder()
    return [first, spare_runtime_folder(first)]


def spare_runtime_folder(first: Path) -> Path:
    """Where sockets go when `first` cannot be written: in the system's folder for temporary files."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"compere-{user}-{zlib.crc32(os.fsencode(first)):08x}"
