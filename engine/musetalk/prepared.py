"""Which store in the user's cache belongs to an avatar's folder. Needs no torch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from engine.musetalk.store import CARD, Store, StoreError, fingerprint, store_folder, store_key
from engine.musetalk.wish import Wish, parse_wish

if TYPE_CHECKING:
    from engine.avatar import Avatar


def clip_of(avatar: Avatar, wish: Wish) -> Path:
    """Where the avatar's clip lies."""
    return avatar.folder / wish.clip


def source_of(avatar: Avatar, wish: Wish) -> str:
    """The clip's fingerprint: its own while it is there, else as it was noted."""
    try:
        return fingerprint(clip_of(avatar, wish)) if wish.clip else wish.source
    except OSError:
        return wish.source


def open_store(avatar: Avatar, cache: Path, weights: str | None = None) -> Store:
    """The prepared avatar, open and checked.

    Args:
        cache: the user's cache, in which `musetalk/` lies.
        weights: `fingerprint` of the autoencoder in use; None takes any (an idle loop needs no network).

    Raises:
        StoreError: one sentence: it was never built, or with other weights or settings, or it is damaged.
    """
    wish = parse_wish(avatar.settings)
    source = source_of(avatar, wish)
    if weights is not None:
        exact = store_folder(cache, avatar.id, store_key(source, weights, wish.made_by()))
        if (exact / CARD).is_file():
            return Store.open(exact, weights)
    found = [card for card in _cards(cache, avatar.id) if card[1].get("avatar") == avatar.id]
    fitting = [
        (folder, card)
        for folder, card in found
        if card.get("source") == source and card.get("settings") == wish.made_by()
    ]
    if fitting and weights is None:
        return Store.open(fitting[0][0])
    if fitting:
        raise StoreError(f"{avatar.name} was built with other weights: build it again.")
    if found:
        raise StoreError(f"{avatar.name}'s clip or settings have changed since it was built: build it again.")
    raise StoreError(f"{avatar.name} has not been built on this computer yet: build it.")


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
