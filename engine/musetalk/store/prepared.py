"""Which store in the user's cache belongs to an avatar's folder. Needs no torch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from engine.musetalk.store.config import AvatarConfig, parse_config
from engine.musetalk.store.store import CARD, FORMAT, Store, StoreError, fingerprint, store_folder, store_key
from engine.text import Text

if TYPE_CHECKING:
    from engine.avatar import Avatar


def clip_of(avatar: Avatar, config: AvatarConfig) -> Path:
    """Where the avatar's clip lies."""
    return avatar.folder / config.clip


def source_of(avatar: Avatar, config: AvatarConfig) -> str:
    """The clip's fingerprint: its own while it is there, else as it was noted."""
    try:
        return fingerprint(clip_of(avatar, config)) if config.clip else config.source
    except OSError:
        return config.source


def open_store(avatar: Avatar, cache: Path, weights: str | None = None) -> Store:
    """The prepared avatar, open and checked.

    Args:
        cache: the user's cache, in which `musetalk/` lies.
        weights: `fingerprint` of the autoencoder in use; None takes any (an idle loop needs no network).

    Raises:
        StoreError: one sentence: it was never built, or with other weights or settings, or it is damaged.
    """
    folder, fault = find_store(avatar, cache, weights)
    if folder is None or fault:
        raise StoreError(fault)
    return Store.open(folder, weights)


def find_store(avatar: Avatar, cache: Path, weights: str | None = None) -> tuple[Path | None, str]:
    """Where the prepared avatar lies, and what is wrong with it in one sentence, or "". Reads its cards only.

    Args: as for `open_store`. A folder is given with some faults: the one that comes nearest.
    """
    config = parse_config(avatar.settings)
    source = source_of(avatar, config)
    if weights is not None:
        exact = store_folder(cache, avatar.id, store_key(source, weights, config.made_by()))
        if (exact / CARD).is_file():
            return exact, ""
    found = [card for card in _cards(cache, avatar.id) if card[1].get("avatar") == avatar.id]
    if not found:
        return None, Text("{name} has not been built on this computer yet: build it.", name=avatar.name)
    fitting = [
        (folder, card)
        for folder, card in found
        if card.get("source") == source and card.get("settings") == config.made_by()
    ]
    if not fitting:
        return found[0][0], Text(
            "{name}'s clip or settings have changed since it was built: build it again.", name=avatar.name
        )
    today = [each for each in fitting if each[1].get("format") == FORMAT]
    if not today:
        return fitting[0][0], Text("{name} was built by another version of Compere: build it again.", name=avatar.name)
    if weights is not None:
        return today[0][0], Text("{name} was built with other weights: build it again.", name=avatar.name)
    return today[0][0], ""


def _cards(cache: Path, avatar: str) -> list[tuple[Path, dict[str, object]]]:
    """Every store of the avatar with what its card says, the newest first; unreadable ones are none."""
    found = []
    for file in (cache / "musetalk").glob(f"{avatar}-{'[0-9a-f]' * 16}/{CARD}"):
        try:
            told = json.loads(file.read_text(encoding="utf-8"))
            found.append((file.stat().st_mtime_ns, file.parent, told))
        except (OSError, ValueError, RecursionError):
            continue
    found.sort(key=lambda each: each[0], reverse=True)
    return [(folder, told) for _, folder, told in found if isinstance(told, dict)]
