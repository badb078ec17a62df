"""The build: twice through the clip, once to look, once to prepare each frame of the loop. Can be gone on with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.blend import shown_region
from engine.musetalk.face.crop import face_crop
from engine.musetalk.face.face_box import Box
from engine.musetalk.face.mask import blend_mask, crop_box, cut, face_shape
from engine.musetalk.store.config import AvatarConfig
from engine.musetalk.store.store import Store, StoreError, StoreManifest, fingerprint, store_folder, store_key
from engine.musetalk.store.writer import StoreWriter, write_into_report
from engine.musetalk.studio import jaw, quality, seam, track
from engine.musetalk.studio.clip import Clip, ClipError, open_clip
from engine.musetalk.studio.sources import PARSER, finder
from engine.opencv import opencv
from engine.text import Text

if TYPE_CHECKING:
    from engine.musetalk.face.parsing import FaceParser

JPEG_QUALITY = 95

_BYTES_A_PIXEL = 0.5  # of a frame at that quality; seldom more
_BYTES_A_FRAME = 8 * 32 * 32 * 4 * 2 + 400_000  # latents, twice while they are put together, and a mask
_SPARE = 256 * 1024 * 1024

Progress = Callable[[str, int, int], None]
"""Hears (`looking` or `making`, frames done, about how many in all)."""


class BuildStoppedError(Exception):
    """The build was stopped on request; what is done is kept."""


@dataclass(frozen=True)
class Places:
    """Where things lie.

    Attributes:
        cache: the user's cache, where `musetalk/` is made. models: the published folder.
    """

    cache: Path
    models: Path


@dataclass(frozen=True)
class Made:
    """A prepared avatar.

    Attributes:
        folder: its store. card: what it is. reused: it was there already.
    """

    folder: Path
    card: StoreManifest
    reused: bool


def make(
    avatar: str,
    file: Path,
    config: AvatarConfig,
    places: Places,
    progress: Progress,
    stopped: Callable[[], bool] = lambda: False,
    *,
    device: str = "",
) -> Made:
    """Prepare an avatar, or find that it is prepared.

    Args:
        avatar: its id. file: clip or photo. config: how. stopped: asked before each frame.
        device: torch's name of what computes; `usual_device` without.

    Raises:
        ClipError, FinderError, StoreError, WeightsError: one sentence each.
        StoppedError: it was stopped; the same call goes on from there.
    """
    from engine.musetalk.network.layout import vae_folder
    from engine.musetalk.network.model import load_vae, vae_file

    clip = open_clip(file, config.start_s, config.end_s)
    try:
        source, weights = fingerprint(file), fingerprint(vae_file(places.models))
    except OSError as cause:
        raise ClipError(f"{cause.filename} cannot be read ({cause.strerror}): copy it again.") from cause
    key = store_key(source, weights, config.made_by())
    folder = store_folder(places.cache, avatar, key)
    try:
        store = Store.open(folder, weights)
    except StoreError:
        pass
    else:
        store.close()
        return Made(folder, store.card, reused=True)
    device = device or usual_device()
    parser = _parser(places.models, device) if config.mask.shape == "parsed" else None
    vae = load_vae(vae_folder(places.models), device, _float32())
    seen, pictures = _inspect(clip, config, places.models, progress, stopped)
    rate = float(clip.rate)
    found = track.follow(seen, clip.width, clip.height, rate, config.face, config.box)
    loop = seam.choose(pictures, rate, config.loop)
    boxes = found.boxes[loop.first : loop.last + 1]
    _room_for(folder, clip, len(boxes))
    watcher = quality.Watcher()
    with StoreWriter(folder) as writer:
        for number, frame in enumerate(clip.frames()):
            if stopped():
                raise BuildStoppedError
            if number > loop.last:
                break
            if number < loop.first:
                continue
            at = number - loop.first
            face = face_crop(frame, boxes[at])
            watcher.add(face)
            if at >= writer.done:
                around = crop_box(boxes[at])
                mask = _mask(frame, boxes[at], around, config, parser)
                writer.add(_jpeg(frame), _latents(face, vae), boxes[at], around, mask)
            progress("making", at + 1, len(boxes))
        if writer.done != len(boxes):
            raise ClipError(
                Text("{file} did not give the same frames twice: export it again, as an MP4 file.", file=file.name)
            )
        told = quality.judge(watcher, boxes, rate, len(seen), found.bridged, loop, config.mask.shape)
        card = StoreManifest(
            avatar=avatar,
            key=key,
            source=source,
            weights=weights,
            width=clip.width,
            height=clip.height,
            rate=(clip.rate.numerator, clip.rate.denominator),
            frames=len(boxes),
            order=loop.order,
            settings=config.made_by(),
            report=told.plain(),
        )
        writer.finish(card)
    if liken(folder, places.models, weights, vae):
        store = Store.open(folder)
        card = store.card
        store.close()
    return Made(folder, card, reused=False)


def liken(folder: Path, models: Path, weights: str, vae: Any) -> bool:
    """Note in a store's report how like the whole decoder's faces the small one's are; False without a small one."""
    from engine.musetalk.network.decode import Decoder
    from engine.musetalk.network.small_decoder import JUDGED, likeness, load_small
    from engine.musetalk.network.weights import WeightsError

    try:
        small = load_small(models, weights, vae.device, vae.dtype)
    except WeightsError:
        return False
    import torch

    store = Store.open(folder)
    every = max(1, store.card.frames // JUDGED)
    faces = torch.from_numpy(np.array(store.latents[::every, 4:])[:JUDGED]).to(vae.device)
    avatar = store.card.avatar
    store.close()
    db = round(likeness(small, Decoder(vae), faces), 1)
    return write_into_report(folder, weights, {avatar: {"small_db": db}})


def resolved(config: AvatarConfig, file: Path, models: Path, mask: str) -> AvatarConfig:
    """The config with what is known of clip and models.

    Args:
        mask: `drawn`, `parsed`, or `auto`: parsed when the parser's weights are there.
    """
    shape = mask if mask != "auto" else "parsed" if (models / PARSER).is_file() else "drawn"
    try:
        source = fingerprint(file)
    except OSError:
        source = ""
    return replace(config, source=source, mask=replace(config.mask, shape=shape))


def _inspect(
    clip: Clip, config: AvatarConfig, models: Path, progress: Progress, stopped: Callable[[], bool]
) -> tuple[list[list[Any]], NDArray[np.float32]]:
    look = finder(config.finder, models)
    seen, pictures = [], []
    for number, frame in enumerate(clip.frames(), 1):
        if stopped():
            raise BuildStoppedError
        seen.append(look.faces(frame))
        pictures.append(seam.small(frame))
        progress("looking", number, max(number, clip.expected))
    return seen, np.stack(pictures)


def _mask(
    frame: NDArray[np.uint8], box: Box, around: Box, config: AvatarConfig, parser: FaceParser | None
) -> NDArray[np.uint8]:
    if parser is None:
        return jaw.mask(box, around, config.mask)
    from engine.musetalk.face.parsing import face_labels

    parsed = blend_mask(face_shape(face_labels(cut(frame, around), parser)), box, around, config.mask.feather)
    # A parser that sees no face there (a hand before it) would leave the lips as filmed in the midst of speech.
    return parsed if shown_region(parsed) != (0, 0, 0, 0) else jaw.mask(box, around, config.mask)


def _latents(face: NDArray[np.uint8], vae: Any) -> NDArray[np.float32]:
    from engine.musetalk.face.latents import frame_latents

    made: NDArray[np.float32] = frame_latents(face, vae).float().cpu().numpy()
    return made


def _jpeg(frame: NDArray[np.uint8]) -> bytes:
    cv2 = opencv()
    sampling = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
    return bytes(cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY, *sampling])[1])


def _parser(models: Path, device: str) -> FaceParser:
    from engine.musetalk.face.parsing import load_parser
    from engine.musetalk.network.weights import find

    return load_parser(find((models / PARSER).parent, Path(PARSER).name), device)


def usual_device() -> str:
    """The first card, or the processor."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


def _float32() -> Any:
    import torch

    return torch.float32


def _room_for(folder: Path, clip: Clip, frames: int) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    needed = int(frames * (clip.width * clip.height * _BYTES_A_PIXEL + _BYTES_A_FRAME)) + _SPARE
    free = shutil.disk_usage(folder.parent).free
    if free < needed:
        raise StoreError(
            Text(
                "The disk of {folder} has {n} GB left and {limit} GB are needed: make room.",
                folder=folder.parent,
                n=f"{free / 1000000000.0:.1f}",
                limit=f"{needed / 1000000000.0:.1f}",
            )
        )
