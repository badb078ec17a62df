"""All that was prepared, as it lies in the user's cache: what each avatar has of it, and what nobody wants any more.

Needs no torch and opens no store, so that a console can look often.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.files.file_lock import is_held
from engine.musetalk.network.layout import vae_there
from engine.musetalk.store.config import AvatarConfigError, parse_config
from engine.musetalk.store.prepared import clip_of, find_store
from engine.musetalk.store.store import CARD, FILES, HELD, checksum, fingerprint
from engine.text import Text

if TYPE_CHECKING:
    from engine.avatar import Avatar

UNFINISHED_FOR_S = 30 * 86_400.0
"""An unfinished build that nobody went on with for a month is old: until then it is a build to be gone on with."""

_STORE = re.compile(r"(?P<avatar>[a-z0-9-]+)-[0-9a-f]{16}(?P<state>|\.part|\.gone)")
_GONE = ".gone"


@dataclass(frozen=True)
class Standing:
    """How far an avatar is prepared.

    Attributes:
        fault: why it must be built again, in one sentence, or "".
        can_build: its clip is there, so that one click is enough.
        size: bytes of what lies prepared.
    """

    fault: str = ""
    can_build: bool = False
    size: int = 0


@dataclass(frozen=True)
class Old:
    """A folder that nobody wants any more. `why` is a sentence; `size` in bytes."""

    folder: Path
    size: int
    why: str


def weights_there(models: Path) -> str | None:
    """`fingerprint` of the autoencoder in the models' folder; None where there is none that can be read."""
    file = vae_there(models)
    try:
        return fingerprint(file) if file is not None else None
    except OSError:
        return None


def standing(avatar: Avatar, cache: Path, weights: str | None, *, whole: bool = False) -> Standing:
    """How far a filmed avatar is prepared.

    Args:
        cache: the user's. weights: as `weights_there` gives them.
        whole: also read every file to its end (a second for 500 MB), not only its length.
    """
    try:
        clip = clip_of(avatar, config := parse_config(avatar.settings))
    except AvatarConfigError as wrong:
        return Standing(f"{avatar.folder}: {wrong}.")
    can_build = bool(config.clip) and clip.is_file()
    folder, fault = find_store(avatar, cache, weights)
    if folder is not None and not fault and not _is_whole(folder, whole):
        fault = Text("What was prepared of {name} is damaged: build it again.", name=avatar.name)
    if fault and not can_build:
        fault = Text(
            "{name} must be built again, and its clip {file} is gone: bring the avatar in again.",
            name=avatar.name,
            file=clip.name,
        )
    return Standing(fault, can_build, size_of(folder) if folder is not None else 0)


def old_stores(
    avatars: Sequence[Avatar],
    cache: Path,
    weights: str | None,
    *,
    untouched: Collection[str] = (),
    now: float | None = None,
) -> list[Old]:
    """What can go: nobody is left without what he has, even where that must be built again.

    Args:
        avatars: all that are there. untouched: ids of those that cannot be read now, which keep all they have.
        now: seconds since the epoch.
    """
    wanted = {avatar.id: _wanted(avatar, cache, weights) for avatar in avatars if avatar.driver == "musetalk"}
    found = []
    for folder in sorted((cache / "musetalk").glob("*")):
        told = _STORE.fullmatch(folder.name)
        if told is None or not folder.is_dir() or told["avatar"] in untouched:
            continue
        why = ""
        if told["state"] == _GONE:
            why = "It was being taken away."
        elif told["state"]:
            if (now or time.time()) - _touched(folder) > UNFINISHED_FOR_S:
                why = "It was begun a month ago and never finished."
        elif told["avatar"] not in wanted:
            why = "Its avatar is there no more."
        elif folder != wanted[told["avatar"]]:
            why = "It was built with other weights, another clip or other settings."
        if why and not is_held(folder / HELD):
            found.append(Old(folder, size_of(folder), why))
    return found


def delete(old: Old) -> bool:
    """Delete what is old; False, and nothing is touched, where somebody uses it or the system holds it."""
    if is_held(old.folder / HELD):
        return False
    gone = old.folder if old.folder.name.endswith(_GONE) else old.folder.with_name(old.folder.name + _GONE)
    try:
        if gone != old.folder:
            shutil.rmtree(gone, ignore_errors=True)
            old.folder.rename(gone)  # from here on nobody takes it for a store, however far the rest comes
        shutil.rmtree(gone)
    except OSError:
        return False
    return True


def size_of(folder: Path) -> int:
    """Bytes of the files in a folder."""
    try:
        return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    except OSError:
        return 0


def _wanted(avatar: Avatar, cache: Path, weights: str | None) -> Path | None:
    """The store that an avatar works with, or would come nearest."""
    try:
        return find_store(avatar, cache, weights)[0]
    except AvatarConfigError:
        return None


def _is_whole(folder: Path, whole: bool) -> bool:
    try:
        sums = json.loads((folder / CARD).read_text(encoding="utf-8"))["sums"]
        if whole:
            return all(checksum(folder / name) == sums[name] for name in FILES)
        return all((folder / name).stat().st_size == sums[name][0] for name in FILES)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return False


def _touched(folder: Path) -> float:
    """When anything in it was last written."""
    try:
        return max((file.stat().st_mtime for file in folder.iterdir()), default=folder.stat().st_mtime)
    except OSError:
        return time.time()
