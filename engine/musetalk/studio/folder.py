"""The avatar's folder: written beside its place and put there when it is whole."""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.avatar import FILE_NAME, FORMAT, AvatarError, load_avatar
from engine.musetalk.store.config import AvatarConfig
from engine.musetalk.store.store import Store
from engine.opencv import opencv
from engine.text import Text

THUMBNAIL = "thumbnail.jpg"

_SIZE = (480, 270)
_RATES = (25, 30)


class FolderError(Exception):
    """The avatar's folder cannot be made. The message is one sentence for the operator."""


def id_of(name: str) -> str:
    """An id for a name: its Latin letters and digits; of other scripts a short number that is always the same."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    return slug or "avatar-" + hashlib.sha256(name.encode()).hexdigest()[:6]


def free_place(avatars: Path, avatar: str) -> Path:
    """Where the avatar's folder will be. Raises FolderError when there is something already, or the id is none."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", avatar):
        raise FolderError(f"An avatar's id is lower-case letters, digits and hyphens, like 'lin', not {avatar!r}.")
    place = avatars / avatar
    if place.exists():
        raise FolderError(
            Text("There is an avatar {id} in {folder} already: choose another name.", id=avatar, folder=avatars)
        )
    return place


def write(
    place: Path,
    name: str,
    clip: Path,
    config: AvatarConfig,
    store: Store,
    licence: str,
    credit: tuple[str, ...] = (),
    reference: bool = False,
) -> None:
    """Make the folder.

    Args:
        place: see `free_place`; its last part is the id. name: what the operator reads.
        clip: copied into the folder, or where `reference` is set named by its whole path.
        licence: under which the clip may be shown.

    Raises:
        FolderError: it cannot be written, or a word in it is none that an avatar may have.
    """
    part = place.with_name(f".{place.name}.part")
    kept = str(clip.resolve()) if reference else "clip" + clip.suffix.lower()
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        if not reference:
            shutil.copyfile(clip, part / kept)
        (part / THUMBNAIL).write_bytes(_thumbnail(store))
        (part / FILE_NAME).write_text(_description(place.name, name, kept, config, store, licence, credit), "utf-8")
        load_avatar(part)
        part.replace(place)
    except AvatarError as cause:
        raise FolderError(str(cause)) from cause
    except OSError as cause:
        raise FolderError(f"The avatar's folder {place} cannot be written ({cause.strerror}).") from cause
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _description(
    avatar: str, name: str, clip: str, config: AvatarConfig, store: Store, licence: str, credit: tuple[str, ...]
) -> str:
    import tomlkit

    rate = store.card.rate[0] / store.card.rate[1]
    settings: dict[str, Any] = asdict(config)
    settings.update(clip=clip, box=list(config.box), mask=asdict(config.mask))
    return tomlkit.dumps(
        {
            "format": FORMAT,
            "id": avatar,
            "name": name,
            "driver": "musetalk",
            "size": [store.card.width, store.card.height],
            "rate": min(_RATES, key=lambda usual: abs(usual - rate)),
            "voice": "",
            "licence": licence,
            "credits": list(credit),
            "thumbnail": THUMBNAIL,
            "musetalk": settings,
        }
    )


def _thumbnail(store: Store) -> bytes:
    """The loop's first frame, filling the thumbnail; the upper part of a tall one, where the face is."""
    cv2 = opencv()
    frame = store.frame(0)
    height, width = frame.shape[:2]
    scale = max(_SIZE[0] / width, _SIZE[1] / height)
    size = (max(_SIZE[0], round(width * scale)), max(_SIZE[1], round(height * scale)))
    scaled = cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
    left, top = (scaled.shape[1] - _SIZE[0]) // 2, (scaled.shape[0] - _SIZE[1]) // 4
    return bytes(cv2.imencode(".jpg", scaled[top : top + _SIZE[1], left : left + _SIZE[0]])[1])
