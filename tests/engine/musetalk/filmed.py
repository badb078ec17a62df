"""A filmed avatar for tests: a drawn clip, prepared with the tiny networks, in the folders where a real one lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.avatar import Avatar, load_avatar
from engine.musetalk.face.crop import face_crop
from engine.musetalk.face.face_box import Box
from engine.musetalk.face.latents import frame_latents
from engine.musetalk.face.mask import blend_mask, crop_box
from engine.musetalk.network.layout import vae_folder
from engine.musetalk.network.model import load_vae, vae_file
from engine.musetalk.store.config import AvatarConfig
from engine.musetalk.store.store import Order, StoreManifest, fingerprint, store_folder, store_key
from engine.musetalk.store.writer import StoreWriter
from engine.opencv import opencv

SOURCE = "drawn"
WIDTH, HEIGHT = 320, 180
FACE: Box = (120, 40, 200, 140)


@dataclass(frozen=True)
class Filmed:
    """Where a filmed avatar lies: `models`, `cache` and its own folder."""

    models: Path
    cache: Path
    folder: Path

    @property
    def avatar(self) -> Avatar:
        return load_avatar(self.folder)


def drawn_frame(number: int, width: int = WIDTH, height: int = HEIGHT, face: Box = FACE) -> NDArray[np.uint8]:
    """A head that sways: (height, width, 3) uint8 BGR."""
    cv2 = opencv()
    picture = np.full((height, width, 3), (90, 70, 60), np.uint8)
    left, top, right, bottom = face
    middle = ((left + right) // 2 + number % 5, (top + bottom) // 2)
    cv2.ellipse(picture, middle, ((right - left) // 2, (bottom - top) // 2), 0, 0, 360, (150, 180, 220), -1)
    cv2.ellipse(
        picture, (middle[0], bottom - (bottom - top) // 4), ((right - left) // 6, 2), 0, 0, 360, (60, 60, 160), -1
    )
    return picture


def film_avatar(
    root: Path,
    models: Path,
    frames: Sequence[NDArray[np.uint8]],
    boxes: Sequence[Box],
    *,
    name: str = "filmed",
    rate: int = 25,
    order: Order = "there-and-back",
) -> Filmed:
    """Prepare an avatar of these frames, as `engine.musetalk.studio` does, without looking for a face.

    Args:
        root: gets `cache` and `avatars`.
        frames: (height, width, 3) uint8 BGR. boxes: their face boxes, margin included.
    """
    cv2 = opencv()
    height, width = frames[0].shape[:2]
    folder = root / "avatars" / name
    folder.mkdir(parents=True)
    (folder / "avatar.toml").write_text(
        f'format = 1\nid = "{name}"\nname = "{name.title()}"\ndriver = "musetalk"\nsize = [{width}, {height}]\n'
        f'rate = {rate}\nlicence = "CC0-1.0"\n[musetalk]\nsource = "{SOURCE}"\n'
    )
    weights = fingerprint(vae_file(models))
    vae = load_vae(vae_folder(models), "cpu", _float32())
    config = AvatarConfig(source=SOURCE)
    key = store_key(SOURCE, weights, config.made_by())
    shape = np.zeros((512, 512), np.uint8)
    cv2.ellipse(shape, (256, 300), (110, 130), 0, 0, 360, 255, -1)
    with StoreWriter(store_folder(root / "cache", name, key)) as writer:
        for frame, box in zip(frames, boxes, strict=True):
            around = crop_box(box)
            _, jpeg = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, 95])
            latents = frame_latents(face_crop(frame, box), vae).numpy()
            writer.add(jpeg.tobytes(), latents, box, around, blend_mask(shape, box, around))
        card = StoreManifest(name, key, SOURCE, weights, width, height, (rate, 1), len(frames), order, config.made_by())
        writer.finish(card)
    return Filmed(models, root / "cache", folder)


def _float32() -> object:
    import torch

    return torch.float32
