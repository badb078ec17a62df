"""Whether the sounds and pictures that presets name can be used, tried before they are needed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QSize

from console.playout.sound.sound_stream import sound_fault
from console.show.rundown.lines import sounds_in
from console.show.rundown.preset import Preset
from engine.text import Text
from ui.display.pictures import PictureError, read_picture

_TRIED_AT = QSize(320, 180)


def media_named(preset: Preset) -> tuple[tuple[str, str], ...]:
    """The sounds and pictures that a preset names, each once: ("sound" or "picture", name)."""
    named = [("picture", preset.slate_picture), ("sound", preset.say)]
    named += [("sound", name) for name in sounds_in(preset.lines)]
    return tuple(dict.fromkeys((kind, name) for kind, name in named if name.strip()))


def media_fault(kind: str, path: Path) -> str:
    """Why a file cannot be used, in one sentence, or "". Tries a changed file again: call it in a thread of its own.

    Args:
        kind: `sound` or `picture`.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return Text("There is no file {path}: choose another one.", path=path)
    return _tried(kind, path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=1000)
def _tried(kind: str, path: Path, _changed: int, _size: int) -> str:
    if kind == "sound":
        return sound_fault(path)
    try:
        read_picture(path, _TRIED_AT)
    except PictureError as fault:
        return Text("The picture {path} cannot be shown ({fault}).", path=path.name, fault=fault)
    return ""
