"""The blend on the device against the one on arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.musetalk.face.blend import blend
from engine.musetalk.face.face_box import Box
from engine.musetalk.face.mask import crop_box
from engine.musetalk.face.overlay import Overlay
from engine.musetalk.network.device import ComputeDevice
from engine.musetalk.store.store import Store, StoreManifest
from engine.musetalk.store.writer import StoreWriter
from engine.opencv import opencv

CPU = ComputeDevice(torch.device("cpu"), torch.float32, "processor")
BOXES: list[Box] = [(100, 60, 220, 200), (0, 0, 90, 130), (300, 120, 480, 360), (10, 5, 470, 355)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    dice = np.random.default_rng(1)
    folder = tmp_path_factory.mktemp("store") / "a"
    with StoreWriter(folder) as writer:
        for box in BOXES:
            _, jpeg = opencv().imencode(".jpg", dice.integers(0, 256, (360, 480, 3), np.uint8))
            around = crop_box(box)
            side = around[2] - around[0]
            mask = np.zeros((around[3] - around[1], side), np.uint8)
            mask[side // 3 : -side // 5, side // 5 : -side // 5] = dice.integers(1, 256)
            mask[side // 3, side // 4] = 255
            writer.add(jpeg.tobytes(), np.zeros((8, 32, 32), np.float32), box, around, mask)
        writer.finish(StoreManifest("a", "0" * 16, "s", "w", 480, 360, (25, 1), len(BOXES), "round"))
    return Store.open(folder)


@pytest.mark.parametrize("number", range(len(BOXES)))
def test_it_is_the_reference_within_one_level_wherever_the_box_lies(store: Store, number: int) -> None:
    face = np.random.default_rng(number).integers(0, 256, (256, 256, 3), np.uint8)
    frame = store.frame(number)
    wanted = blend(frame, face, store.box(number), store.crop(number), store.mask(number))
    patch = Overlay(store, CPU).patch(number, frame, torch.from_numpy(face), torch.tensor(True))
    assert patch is not None
    left, top, right, bottom = patch.shown
    ours = frame.copy()
    ours[top:bottom, left:right] = patch.pixels()
    assert (wanted != frame).any()
    assert np.abs(ours.astype(int) - wanted).max() <= 1


def test_a_face_that_may_not_be_shown_leaves_the_frame_as_it_is(store: Store) -> None:
    frame = store.frame(0)
    patch = Overlay(store, CPU).patch(0, frame, torch.full((256, 256, 3), 7, dtype=torch.uint8), torch.tensor(False))
    assert patch is not None
    left, top, right, bottom = patch.shown
    assert (patch.pixels() == frame[top:bottom, left:right]).all()


def test_half_a_share_is_half_of_the_way(store: Store) -> None:
    overlay, face = Overlay(store, CPU), torch.full((256, 256, 3), 255, dtype=torch.uint8)
    whole, half = (overlay.patch(0, np.zeros((360, 480, 4), np.uint8), face, torch.tensor(True), s) for s in (1, 0.5))
    assert whole is not None and half is not None
    assert np.abs(half.pixels().astype(float) - whole.pixels() / 2).max() <= 1
    assert overlay.patch(0, np.zeros((360, 480, 4), np.uint8), face, torch.tensor(True), 0.0) is None


def test_latents_lie_ready_on_the_device(store: Store, tmp_path: Path) -> None:
    assert Overlay(store, CPU).latents.shape == (len(BOXES), 8, 32, 32)
