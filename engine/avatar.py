"""The avatar folder: who is on screen, and for which driver.

A folder holds `avatar.toml`, a thumbnail, and the art or source video that its driver needs. docs/AVATARS.md
is the format for those who write one. A fault is one sentence that names the file and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from engine.files.toml_text import TomlError, parse_toml, shortened
from engine.files.user_files import MissingFileError, UserFileError, read_text
from engine.light.art import ArtError, parse_art
from engine.musetalk.store.config import AvatarConfigError, parse_config
from engine.text import Text

FORMAT = 1
"""The version of avatar.toml that this Compere reads."""

FILE_NAME = "avatar.toml"
DRIVERS: Mapping[str, Callable[[Mapping[str, object]], object]] = {"light": parse_art, "musetalk": parse_config}
"""The drivers by their words in avatar.toml, and what checks the table of that name; `engine.drivers` makes them."""

KEYABLE = frozenset({"light"})
"""The drivers whose hosts can be had without their ground: drawn ones. What was filmed has its room around it."""

RATES = (25, 30, 50, 60)
IDLE_SECONDS = range(4, 31)

_LARGEST_FILE = 256_000
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_SIDES = range(64, 7681)
_TEXT_LENGTH = 500
_KEYS = {
    "format",
    "id",
    "name",
    "driver",
    "size",
    "rate",
    "voice",
    "licence",
    "credits",
    "thumbnail",
    "idle",
}


_T = TypeVar("_T", str, int)


class AvatarError(Exception):
    """An avatar folder cannot be used. The message is one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Avatar:
    """One avatar, as its folder describes it.

    Attributes:
        folder: where it lives.
        id: short name, stable, used in presets: lower-case letters, digits and hyphens.
        name: what the operator reads.
        driver: "light" or "musetalk".
        width, height: size of the art in pixels; pictures of other sizes are scaled.
        rate: frames a second that the art is made for.
        voice: the default voice's name, "" for the console's own default.
        licence: an SPDX name or a sentence. credits: who made it, one entry a line.
        thumbnail: picture file for the console, or None.
        idle_seconds: length of the idle loop.
        settings: the table named after the driver, as read.
    """

    folder: Path
    id: str
    name: str
    driver: str
    width: int
    height: int
    rate: int
    voice: str
    licence: str
    credits: tuple[str, ...]
    thumbnail: Path | None
    idle_seconds: int
    settings: Mapping[str, object]

    @property
    def keyable(self) -> bool:
        """The ground can be taken away, for a vision mixer's key."""
        return self.driver in KEYABLE


def load_avatar(folder: Path) -> Avatar:
    """Read and check an avatar folder. Raises AvatarError with one sentence for the first fault found."""
    file = folder / FILE_NAME
    table = _read(file)

    def fault(what: str) -> AvatarError:
        return AvatarError(f"{file}: {shortened(what)}.")

    version = table.get("format")
    if type(version) is not int:
        raise fault(f"it must begin with 'format = {FORMAT}'")
    if version > FORMAT:
        raise fault(f"its format {version} is newer than this Compere reads ({FORMAT}); update Compere")
    if version != FORMAT:
        raise fault(f"there is no format {version}; write 'format = {FORMAT}'")
    for key in table:
        if key not in _KEYS and key not in DRIVERS:
            raise fault(f"there is no setting named {key[:40]!r}; check the spelling")
    try:
        return Avatar(
            folder=folder,
            id=_id(table),
            name=_text(table, "name"),
            driver=_choice(table, "driver", tuple(DRIVERS)),
            width=_size(table)[0],
            height=_size(table)[1],
            rate=_choice(table, "rate", RATES),
            voice=_text(table, "voice", missing=""),
            licence=_text(table, "licence"),
            credits=_credits(table),
            thumbnail=_thumbnail(table, folder),
            idle_seconds=_idle(table),
            settings=_settings(table),
        )
    except (_SettingError, ArtError, AvatarConfigError) as cause:
        raise fault(str(cause)) from cause


def find_avatars(roots: Iterable[Path]) -> tuple[list[Avatar], list[tuple[Path, str]]]:
    """The avatars in the folders right below `roots`, and what is wrong with the others.

    Gives (good ones by name, [(folder, one sentence)]). A folder without avatar.toml is no avatar. Where two
    share an id the earlier root wins, so that a user's own folder can come before the bundled one.
    """
    good: dict[str, Avatar] = {}
    faults: list[tuple[Path, str]] = []
    for root in roots:
        try:
            folders = sorted(path for path in root.iterdir() if path.is_dir())
        except FileNotFoundError:
            continue
        except OSError as cause:
            faults.append((root, f"{root}: the avatars' folder cannot be read ({cause.strerror})."))
            continue
        for folder in folders:
            try:
                if not (folder / FILE_NAME).exists():
                    continue
                avatar = load_avatar(folder)
            except AvatarError as cause:
                faults.append((folder, str(cause)))
            except OSError as cause:
                faults.append((folder, f"{folder}: the folder cannot be read ({cause.strerror})."))
            else:
                if avatar.id in good:
                    other = good[avatar.id].folder
                    faults.append((folder, f"{folder}: its id {avatar.id!r} is taken by {other}; choose another."))
                else:
                    good[avatar.id] = avatar
    return sorted(good.values(), key=lambda avatar: avatar.name), faults


class _SettingError(Exception):
    """A fault in one setting; the caller adds the file."""


def _read(file: Path) -> dict[str, object]:
    try:
        return parse_toml(read_text(file, _LARGEST_FILE, within=file.parent))
    except MissingFileError as cause:
        raise AvatarError(f"{file.parent}: there is no {FILE_NAME} in this folder.") from cause
    except UserFileError as cause:
        raise AvatarError(Text("{file} cannot be read ({fault}).", file=file, fault=cause.why)) from cause
    except TomlError as cause:
        raise AvatarError(f"{file}: the file is not valid TOML ({cause}).") from cause


def _text(table: Mapping[str, object], key: str, missing: str | None = None) -> str:
    value = table.get(key, missing)
    if value is None:
        raise _SettingError(f"the setting '{key}' is missing")
    if not isinstance(value, str) or len(value) > _TEXT_LENGTH or not (value.isprintable()):
        raise _SettingError(f"'{key}' must be a line of text")
    if missing is None and not value.strip():
        raise _SettingError(f"'{key}' must not be empty")
    return value.strip()


def _id(table: Mapping[str, object]) -> str:
    value = _text(table, "id")
    if not _ID.fullmatch(value):
        raise _SettingError(f"the id must be lower-case letters, digits and hyphens, like 'lin', not {value!r}")
    return value


def _choice(table: Mapping[str, object], key: str, allowed: tuple[_T, ...]) -> _T:
    value = table.get(key)
    for choice in allowed:
        if type(value) is type(choice) and value == choice:
            return choice
    raise _SettingError(f"'{key}' must be one of {', '.join(map(str, allowed))}, not {_shown(value)}")


def _size(table: Mapping[str, object]) -> tuple[int, int]:
    value = table.get("size")
    if (
        isinstance(value, list)
        and len(value) == 2
        and all(type(side) is int and side in _SIDES and side % 2 == 0 for side in value)
    ):
        return value[0], value[1]
    raise _SettingError(f"'size' must be two even numbers of pixels like [1920, 1080], not {_shown(value)}")


def _credits(table: Mapping[str, object]) -> tuple[str, ...]:
    value = table.get("credits", [])
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return tuple(value)
    raise _SettingError("'credits' must be a list of texts")


def _thumbnail(table: Mapping[str, object], folder: Path) -> Path | None:
    if "thumbnail" not in table:
        return None
    name = _text(table, "thumbnail")
    if "/" in name or "\\" in name or name in (".", "..") or ":" in name:
        raise _SettingError("'thumbnail' must be the name of a file in the avatar's own folder")
    file = folder / name
    try:
        found = file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a name longer than the file system allows, links in a circle
        found = False
    if not found:
        raise _SettingError(f"its thumbnail {_shown(name)} is missing")
    return file


def _idle(table: Mapping[str, object]) -> int:
    idle = table.get("idle", {})
    if not isinstance(idle, dict) or set(idle) - {"seconds"}:
        raise _SettingError("[idle] may hold 'seconds' only")
    seconds = idle.get("seconds", 8)
    if type(seconds) is not int or seconds not in IDLE_SECONDS:
        low, high = IDLE_SECONDS[0], IDLE_SECONDS[-1]
        raise _SettingError(f"[idle] seconds must be a whole number from {low} to {high}, not {_shown(seconds)}")
    return seconds


def _settings(table: Mapping[str, object]) -> Mapping[str, object]:
    driver = _choice(table, "driver", tuple(DRIVERS))
    settings = table.get(driver, {})
    if not isinstance(settings, dict):
        raise _SettingError(f"[{driver}] must be a table")
    DRIVERS[driver](settings)
    return settings


def _shown(value: object) -> str:
    """A value from the file, short enough for a sentence."""
    if value is None:
        return "nothing"
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
