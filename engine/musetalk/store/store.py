"""The prepared avatar: what the neural driver needs of each frame of a clip, made once and mapped while live.

A folder `<user's cache>/musetalk/<avatar id>-<key>/`:

    store.json     what it is made of and for: see `StoreManifest`; with the length and checksum of every other file
    index.npy      (frames, 7) int64: JPEG's offset and length, mask's offset, mask's region (left, top, right, bottom)
    frames.jpegs   the frames at the avatar's own size, quality 95, 4:4:4
    latents.npy    (frames, 8, 32, 32) float32, the posterior's mean: `latents.frame_latents`
    boxes.npy      (frames, 4) int32: the face box, margin included
    crops.npy      (frames, 4) int32: the square around it, over which the mask lies; may leave the frame
    masks.bin      uint8, of each mask only the region that is not 0; equal masks are kept once

`writer.py` writes it. Nothing here needs torch, and OpenCV only to decode a frame.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.files.file_lock import hold
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.face.face_box import Box
from engine.opencv import opencv

FORMAT = 1
"""The version of the folder that this Compere reads."""

CARD = "store.json"
FILES = ("index.npy", "frames.jpegs", "latents.npy", "boxes.npy", "crops.npy", "masks.bin")

HELD = FILES[0]
"""Who uses the store holds this one: see `holding`. The card may be written again."""

Order = Literal["there-and-back", "round"]

_LATENT = (8, 32, 32)
_COLUMNS = 7
_PIECE = 4 * 1024 * 1024
_SAMPLES, _SAMPLE = 64, 64 * 1024
_MOST_FRAMES = 3600


class StoreError(Exception):
    """A prepared avatar cannot be used. The message is one sentence for the operator."""


@dataclass(frozen=True)
class StoreManifest:
    """What a store is.

    Attributes:
        avatar: the avatar's id. key: `store_key` of all that it was made of.
        source: digest of the clip. weights: `fingerprint` of the autoencoder that made the latents.
        width, height: pixels of a frame. rate: frames a second, (numerator, denominator).
        frames: how many. order: "there-and-back" (to the end and back, both ends twice) or "round".
        settings: as the avatar's folder has them. report: the quality report, see `studio.quality`.
    """

    avatar: str
    key: str
    source: str
    weights: str
    width: int
    height: int
    rate: tuple[int, int]
    frames: int
    order: Order
    settings: Mapping[str, Any] = field(default_factory=dict)
    report: Mapping[str, Any] = field(default_factory=dict)


def fingerprint(file: Path) -> str:
    """Tells one weight file from another: its length and 64 pieces of it, without reading 300 MB at each start.

    Raises OSError.
    """
    size = file.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with file.open("rb") as source:
        for number in range(_SAMPLES):
            source.seek(max(0, size - _SAMPLE) * number // (_SAMPLES - 1))
            digest.update(source.read(_SAMPLE))
    return digest.hexdigest()[:16]


def store_key(source: str, weights: str, settings: Mapping[str, Any]) -> str:
    """16 hex digits that change with the clip, the weights, the settings and the format."""
    told = json.dumps([FORMAT, source, weights, settings], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def store_folder(cache: Path, avatar: str, key: str) -> Path:
    """Where the store with this key belongs."""
    return cache / "musetalk" / f"{avatar}-{key}"


class Store:
    """A prepared avatar, open.

    Attributes:
        folder: where it lies. card: what it is.
        latents: (frames, 8, 32, 32) float32, mapped, read-only.
        boxes, crops: (frames, 4) int32.
        cycle: the frames in the order in which they are shown, over and over. loop: samples (48 kHz) of one cycle.
    """

    def __init__(
        self, folder: Path, card: StoreManifest, arrays: Mapping[str, NDArray[Any]], frames: mmap.mmap, masks: mmap.mmap
    ) -> None:
        """Use `Store.open`."""
        self.folder = folder
        self.card = card
        self.latents: NDArray[np.float32] = arrays["latents.npy"]
        self.boxes: NDArray[np.int32] = arrays["boxes.npy"]
        self.crops: NDArray[np.int32] = arrays["crops.npy"]
        self.cycle = cycle_of(card.frames, card.order)
        self.loop = cycle_length(len(self.cycle), Fraction(*card.rate))
        self._index: list[list[int]] = arrays["index.npy"].tolist()
        self._frames, self._masks = frames, masks
        self._jpegs = memoryview(frames)
        self._let_loose = hold(folder / HELD, self)

    @classmethod
    def open(cls, folder: Path, weights: str | None = None) -> Store:
        """Map a store and check all of it (a second for 500 MB).

        Args:
            weights: `fingerprint` of the autoencoder in use; None takes any.

        Raises:
            StoreError: it is missing, damaged, of another format, or built with other weights.
        """
        card, sums = _read_card(folder)
        if weights is not None and card.weights != weights:
            raise StoreError(f"The avatar {card.avatar} was built with other weights: build it again.")
        for name in FILES:
            if checksum(folder / name) != sums.get(name):
                raise StoreError(f"{folder / name} is damaged or missing: build the avatar {card.avatar} again.")
        try:
            arrays = {name: np.load(folder / name, mmap_mode="r") for name in FILES if name.endswith(".npy")}
            frames, masks = (_mapped(folder / name) for name in ("frames.jpegs", "masks.bin"))
            store = cls(folder, card, arrays, frames, masks)
        except (OSError, ValueError) as cause:
            raise StoreError(f"{folder} cannot be read: build the avatar {card.avatar} again.") from cause
        if not store._sound(arrays["index.npy"]):
            store.close()
            raise StoreError(f"{folder} does not fit together: build the avatar {card.avatar} again.")
        return store

    def index_at(self, pts: int) -> int:
        """The clip's frame (0 … frames - 1) that belongs to sample index `pts` of the source timeline.

        A function of the index alone, and the same one by which an idle loop of this cycle is played: whoever shows
        a picture shows the same frame of the clip.
        """
        count = len(self.cycle)
        return self.cycle[(pts % self.loop * count + self.loop // 2) // self.loop % count]

    def jpeg(self, index: int) -> memoryview:
        """Frame `index` as JPEG. Valid until `close`."""
        offset, length = self._index[index][:2]
        return self._jpegs[offset : offset + length]

    def frame(self, index: int) -> NDArray[np.uint8]:
        """Frame `index`, (height, width, 3) uint8 BGR, decoded again: the caller's own. Raises StoreError."""
        cv2 = opencv()
        with self.jpeg(index) as data:
            picture: NDArray[np.uint8] | None = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        self._let_go(index)
        if picture is None or picture.shape != (self.card.height, self.card.width, 3):
            raise StoreError(f"Frame {index} of {self.folder} is damaged: build the avatar {self.card.avatar} again.")
        return picture

    def _let_go(self, index: int) -> None:
        """Give a frame's pages back: they stay in the system's cache, but a clip does not fill the process's memory."""
        if hasattr(mmap, "MADV_DONTNEED"):  # not on Windows, which trims by itself
            offset, length = self._index[index][:2]
            start = offset // mmap.PAGESIZE * mmap.PAGESIZE
            self._frames.madvise(mmap.MADV_DONTNEED, start, offset + length - start)

    def box(self, index: int) -> Box:
        """The face box of frame `index`, margin included."""
        left, top, right, bottom = self.boxes[index].tolist()
        return left, top, right, bottom

    def crop(self, index: int) -> Box:
        """The crop box of frame `index`: the square over which its mask lies."""
        left, top, right, bottom = self.crops[index].tolist()
        return left, top, right, bottom

    def region(self, index: int) -> Box:
        """The part of the crop box outside which the mask is 0: as `blend.shown_region`."""
        left, top, right, bottom = self._index[index][3:]
        return left, top, right, bottom

    def mask_part(self, index: int) -> NDArray[np.uint8]:
        """The mask over its region only, (height, width) uint8, mapped, read-only."""
        offset, left, top, right, bottom = self._index[index][2:]
        shape = (bottom - top, right - left)
        return np.frombuffer(self._masks, np.uint8, shape[0] * shape[1], offset).reshape(shape)

    def mask(self, index: int) -> NDArray[np.uint8]:
        """The whole mask of frame `index`, (height, width) uint8 of the crop box: the caller's own."""
        left, top, right, bottom = self.crop(index)
        whole = np.zeros((bottom - top, right - left), np.uint8)
        left, top, right, bottom = self.region(index)
        whole[top:bottom, left:right] = self.mask_part(index)
        return whole

    def close(self) -> None:
        """Let the files go. What was mapped out of them stays valid as long as it is held."""
        self._jpegs.release()
        self._index = []
        self._let_loose()

    def _sound(self, index: NDArray[np.int64]) -> bool:
        count, card = self.card.frames, self.card
        shapes = (
            index.shape == (count, _COLUMNS)
            and index.dtype == np.int64
            and self.latents.shape == (count, *_LATENT)
            and self.latents.dtype == np.float32
            and self.boxes.shape == self.crops.shape == (count, 4)
            and self.boxes.dtype == self.crops.dtype == np.int32
        )
        if not shapes:
            return False
        offset, length, mask_at, left, top, right, bottom = index.T
        crop_wide, crop_high = self.crops[:, 2] - self.crops[:, 0], self.crops[:, 3] - self.crops[:, 1]
        boxes = self.boxes
        return bool(
            (offset >= 0).all()
            and (length > 4).all()
            and (offset + length <= len(self._frames)).all()
            and (left >= 0).all()
            and (top >= 0).all()
            and (left <= right).all()
            and (top <= bottom).all()
            and (right <= crop_wide).all()
            and (bottom <= crop_high).all()
            and (mask_at >= 0).all()
            and (mask_at + (right - left) * (bottom - top) <= len(self._masks)).all()
            and (boxes[:, :2] >= 0).all()
            and (boxes[:, 0] < boxes[:, 2]).all()
            and (boxes[:, 1] < boxes[:, 3]).all()
            and (boxes[:, 2] <= card.width).all()
            and (boxes[:, 3] <= card.height).all()
        )


def cycle_of(frames: int, order: Order) -> tuple[int, ...]:
    """The frames in the order in which they are shown."""
    there = range(frames)
    return (*there, *reversed(there)) if order == "there-and-back" else tuple(there)


def cycle_length(count: int, rate: Fraction) -> int:
    """Samples (48 kHz) of a cycle of `count` frames at `rate` frames a second; at least one a frame."""
    return max(count, round(count * SAMPLE_RATE / rate))


def checksum(file: Path) -> list[int] | None:
    """[length, CRC-32] of a file, None where it cannot be read."""
    size = crc = 0
    try:
        with file.open("rb") as source:
            while piece := source.read(_PIECE):
                size, crc = size + len(piece), zlib.crc32(piece, crc)
    except OSError:
        return None
    return [size, crc]


def card_text(card: StoreManifest, sums: Mapping[str, list[int] | None]) -> str:
    """What belongs into store.json."""
    return json.dumps({"format": FORMAT, **asdict(card), "sums": sums}, indent=1, ensure_ascii=False) + "\n"


def _read_card(folder: Path) -> tuple[StoreManifest, Mapping[str, list[int]]]:
    try:
        told = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except FileNotFoundError as cause:
        raise StoreError(f"There is no prepared avatar in {folder}: build it.") from cause
    except (OSError, ValueError, RecursionError) as cause:
        raise StoreError(f"{folder / CARD} cannot be read: build the avatar again.") from cause
    damaged = StoreError(f"{folder / CARD} is damaged: build the avatar again.")
    if not isinstance(told, dict):
        raise damaged
    if told.get("format") != FORMAT:
        raise StoreError(f"{folder} was built by another version of Compere: build the avatar again.")
    sums = told.get("sums")
    try:
        card = StoreManifest(**{one.name: told[one.name] for one in fields(StoreManifest)})
        rate = Fraction(*map(int, card.rate))
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as cause:
        raise damaged from cause
    whole = all(type(number) is int and number > 0 for number in (card.width, card.height, card.frames))
    known = card.order in ("there-and-back", "round") and isinstance(sums, dict)
    if not whole or not known or card.frames > _MOST_FRAMES or not 1 <= rate <= 240:
        raise damaged
    return card, sums if isinstance(sums, dict) else {}


def _mapped(file: Path) -> mmap.mmap:
    with file.open("rb") as source:
        return mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ)
