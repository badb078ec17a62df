"""Writes a prepared avatar, frame by frame. It counts only when it is whole; what was interrupted can be gone on with.

While it is made it lies beside its place, in `<place>.part`. Each frame ends with a row in `rows.bin` that holds its
checksum: frames whose row is there and fits are kept when the same build is begun again.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.blend import shown_region
from engine.musetalk.face.face_box import Box
from engine.musetalk.store.store import CARD, FILES, StoreError, StoreManifest, card_text, checksum

_ROW = struct.Struct("<7q8iI")  # index row, face box, crop box, CRC-32 of what the row speaks of
_ROWS = "rows.bin"
_LATENTS = "latents.raw"
_LATENT_BYTES = 8 * 32 * 32 * 4
_PARTS = ("frames.jpegs", "masks.bin", _LATENTS, _ROWS)


def part_folder(folder: Path) -> Path:
    """Where the store that belongs to `folder` lies while it is made."""
    return folder.with_name(folder.name + ".part")


class StoreWriter:
    """Writes one store; a context manager. Left without `finish`, it can be gone on with later.

    Attributes:
        done: frames that are written; the next `add` is frame `done`.
    """

    def __init__(self, folder: Path) -> None:
        """Go on where an earlier writer for `folder` was interrupted, or begin. Raises StoreError."""
        self._folder = folder
        self._part = part_folder(folder)
        self._files: dict[str, BinaryIO] = {}
        self._masks: dict[bytes, int] = {}
        try:
            self._part.mkdir(parents=True, exist_ok=True)
            self._rows = self._kept()
            for name in _PARTS:
                self._files[name] = (self._part / name).open("ab")
        except OSError as cause:
            self.close()
            raise StoreError(f"The prepared avatar cannot be written to {folder} ({cause.strerror}).") from cause

    def __enter__(self) -> StoreWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def done(self) -> int:
        """Frames that are written."""
        return len(self._rows)

    def add(self, jpeg: bytes, latents: NDArray[np.float32], box: Box, crop: Box, mask: NDArray[np.uint8]) -> None:
        """The next frame.

        Args:
            jpeg: the frame. latents: (8, 32, 32) float32.
            box: the face box with its margin. crop: its crop box. mask: (height, width) uint8 of the crop box.

        Raises:
            StoreError: it cannot be written.
        """
        region = left, top, right, bottom = shown_region(mask)
        shown = np.ascontiguousarray(mask[top:bottom, left:right]).tobytes()
        raw = np.ascontiguousarray(latents, np.float32).tobytes()
        try:
            mask_at = self._masks.get(shown)
            if mask_at is None:
                mask_at = self._masks[shown] = self._end("masks.bin")
                self._write("masks.bin", shown)
            offset = self._end("frames.jpegs")
            self._write("frames.jpegs", jpeg)
            self._write(_LATENTS, raw)
            sum_ = zlib.crc32(raw, zlib.crc32(shown, zlib.crc32(jpeg)))
            row = (offset, len(jpeg), mask_at, *region, *box, *crop, sum_)
            self._write(_ROWS, _ROW.pack(*row))
        except OSError as cause:
            raise StoreError(f"The prepared avatar cannot be written ({cause.strerror}).") from cause
        self._rows.append(row)
        if len(self._masks) > 1:  # only a run of equal ones is worth remembering
            self._masks = {shown: mask_at}

    def finish(self, card: StoreManifest) -> None:
        """Put it in its place, whole. Raises StoreError."""
        rows = np.array([row[:-1] for row in self._rows], np.int64).reshape(len(self._rows), 15)
        if not len(rows):
            raise ValueError("no frame was added")
        if not self._end("masks.bin"):
            self._write("masks.bin", b"\0")  # nothing cannot be mapped
        self.close()
        part = self._part
        try:
            latents = np.fromfile(part / _LATENTS, np.float32).reshape(len(rows), 8, 32, 32)
            np.save(part / "latents.npy", latents)
            np.save(part / "index.npy", rows[:, :7])
            np.save(part / "boxes.npy", rows[:, 7:11].astype(np.int32))
            np.save(part / "crops.npy", rows[:, 11:].astype(np.int32))
            sums = {name: checksum(part / name) for name in FILES}
            text = card_text(replace(card, frames=len(rows)), sums)
            (part / CARD).write_text(text, encoding="utf-8")
            for name in (*FILES, CARD):
                _settle(part / name)
            for path in part.iterdir():
                if path.name not in (*FILES, CARD):
                    path.unlink()
            if self._folder.exists():
                shutil.rmtree(self._folder)
            part.rename(self._folder)
        except OSError as cause:
            raise StoreError(f"The prepared avatar cannot be written to {self._folder} ({cause.strerror}).") from cause

    def close(self) -> None:
        """Let the files go; what is written stays for another time."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def discard(self) -> None:
        """Throw away what is written."""
        self.close()
        shutil.rmtree(self._part, ignore_errors=True)

    def _end(self, name: str) -> int:
        return self._files[name].tell()

    def _write(self, name: str, data: bytes) -> None:
        self._files[name].write(data)
        self._files[name].flush()

    def _kept(self) -> list[tuple[int, ...]]:
        """The rows of whole frames; everything behind them is cut off."""
        part, kept = self._part, list[tuple[int, ...]]()
        ends = dict.fromkeys(_PARTS, 0)
        if all((part / name).is_file() for name in _PARTS):
            with (part / "frames.jpegs").open("rb") as jpegs, (part / "masks.bin").open("rb") as masks:
                latents = (part / _LATENTS).read_bytes()
                told = (part / _ROWS).read_bytes()
                for number in range(len(told) // _ROW.size):
                    row = _ROW.unpack_from(told, number * _ROW.size)
                    offset, length, mask_at, left, top, right, bottom = row[:7]
                    area = (right - left) * (bottom - top)
                    jpegs.seek(offset)
                    masks.seek(mask_at)
                    raw = latents[number * _LATENT_BYTES : (number + 1) * _LATENT_BYTES]
                    sum_ = zlib.crc32(raw, zlib.crc32(masks.read(area), zlib.crc32(jpegs.read(length))))
                    if sum_ != row[-1] or len(raw) != _LATENT_BYTES:
                        break
                    kept.append(row)
                    ends["frames.jpegs"] = max(ends["frames.jpegs"], offset + length)
                    ends["masks.bin"] = max(ends["masks.bin"], mask_at + area)
        ends[_LATENTS], ends[_ROWS] = len(kept) * _LATENT_BYTES, len(kept) * _ROW.size
        for name, end in ends.items():
            if (part / name).is_file():
                os.truncate(part / name, end)
        return kept


def write_into_report(folder: Path, weights: str, notes: Mapping[str, Mapping[str, Any]]) -> bool:
    """Add to the quality report of a store that is there, in one step; False where nothing of it is meant.

    Args:
        weights: only a store made with these is. notes: avatar id → what is added.

    Raises:
        OSError: it cannot be written.
    """
    try:
        told = json.loads((folder / CARD).read_text(encoding="utf-8"))
        mine = notes[told["avatar"]] if told["weights"] == weights else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    if not mine or not isinstance(told.get("report"), dict):
        return False
    told["report"].update(mine)
    part = folder / (CARD + ".part")
    part.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(folder / CARD)
    return True


def _settle(file: Path) -> None:
    """On the disk, not only on its way there."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
