"""A real engine process that draws each host once more without their ground, as long as playout has a ring for it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.cutouts import CutoutWriter
from engine.driver import DriverError
from engine.ipc.messages import core as m
from engine.ipc.messages.engine import DrawCutouts, Load, Ready
from engine.ipc.messages.kinds import FaultKind
from engine.ipc.rings.picture_ring import PictureRing
from engine.light.driver import LightDriver
from tests.engine.conftest import ROOT, EngineProcess, Rings

LIN, HAO = ROOT / "avatars" / "lin", ROOT / "avatars" / "hao"


@pytest.fixture
def cutouts() -> Iterator[PictureRing]:
    ring = PictureRing.create(f"compere-test-{secrets.token_hex(4)}-cut", 320, 180)
    yield ring
    ring.close()


def on_air(engine: EngineProcess, avatar: Path, fade_s: float = 0.0) -> None:
    engine.link.send(Load(avatar=str(avatar), look_ahead_s=0.04, fade_s=fade_s))
    while engine.hear(Ready).avatar != str(avatar):
        pass
    engine.ask()


def next_pair(rings: Rings, cutouts: PictureRing) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The next picture, and the cut-out that is there as soon as the picture is."""
    info = rings.picture()
    found = cutouts.find(info.pts, info.generation)
    assert found is not None and found.pts == info.pts
    return np.array(rings.pictures.pixels(info)), np.array(cutouts.pixels(found))


def test_each_picture_has_its_cutout_from_the_message_on_and_none_after_the_end_of_it(
    engine: EngineProcess, rings: Rings, cutouts: PictureRing
) -> None:
    engine.link.send(rings.attach)
    on_air(engine, LIN)
    rings.picture()
    assert cutouts.count == 0, "nobody asked for any"
    engine.link.send(DrawCutouts(ring=cutouts.name))
    engine.ask()
    for _ in range(8):
        picture, alone = next_pair(rings, cutouts)
        whole = alone[..., 3] == 255
        assert 0.15 < whole.mean() < 0.7 and (alone[:20, :40] == 0).all()
        assert np.abs(picture[whole].astype(int) - alone[whole]).max() <= 1, "it is the same moment of the same host"
    engine.link.send(DrawCutouts(ring=""))
    engine.ask()
    drawn = cutouts.count
    for _ in range(3):
        rings.picture()
    assert cutouts.count == drawn


def test_a_take_dissolves_from_one_host_to_the_other_without_a_ground(
    engine: EngineProcess, rings: Rings, cutouts: PictureRing
) -> None:
    engine.link.send(rings.attach)
    engine.link.send(DrawCutouts(ring=cutouts.name))
    on_air(engine, LIN)
    _, before = next_pair(rings, cutouts)
    on_air(engine, HAO, fade_s=0.2)
    seen = [next_pair(rings, cutouts)[1] for _ in range(12)]
    after = seen[-1]
    apart = [float(np.abs(each.astype(int) - after).mean()) for each in (before, *seen)]
    assert apart[0] > 5 and apart[-1] == 0
    assert all(late <= early + 0.5 for early, late in pairwise(apart)), apart
    assert sum(0.05 * apart[0] < each < 0.95 * apart[0] for each in apart) >= 4, "it was a cut"
    engine.link.send(DrawCutouts(ring=""))
    engine.ask()


def test_a_ring_that_is_gone_is_said_and_pictures_come_all_the_same(engine: EngineProcess, rings: Rings) -> None:
    engine.link.send(rings.attach)
    on_air(engine, LIN)
    engine.link.send(DrawCutouts(ring="compere-test-nobody"))
    fault = engine.hear(m.Fault)
    assert fault.kind is FaultKind.RINGS and "compere-test-nobody" in fault.sentence
    began = time.monotonic()
    rings.picture()
    assert time.monotonic() - began < 5.0
    engine.link.send(DrawCutouts(ring=""))
    engine.ask()


def test_who_takes_over_writes_on_in_the_same_ring(cutouts: PictureRing) -> None:
    from engine.avatar import load_avatar
    from engine.prepare import Silence

    driver = LightDriver()
    driver.load(load_avatar(LIN), 320, 180)
    canvas = np.zeros((180, 320, 4), np.uint8)
    writers = [CutoutWriter(1), CutoutWriter(2)]
    for number, writer in enumerate(writers):
        assert writer.use(cutouts.name) == ""
        writer.prepare(driver)
        for frame in driver.frames(Silence(), number, 1, 30, lambda: canvas):
            writer.write(driver, frame.pts, 0)
    assert cutouts.writer == 2 and cutouts.find(1600, 0) is not None
    for writer in writers:
        writer.close()


def test_a_cutout_before_any_frame_is_refused() -> None:
    with pytest.raises(DriverError):
        LightDriver().cutout(np.zeros((180, 320, 4), np.uint8))
