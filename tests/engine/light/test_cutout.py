"""The drawn host without a ground: laid over any picture it is the host painted there."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.avatar import Avatar
from engine.driver import CutoutDriver, DriverError
from engine.light import rig
from engine.light.art import FRONTS, Art, parse_art
from engine.light.crossfade import dissolve
from engine.light.driver import LightDriver
from engine.light.pose import Pose
from engine.light.rig import Presenter
from engine.light.visemes import Mouth
from engine.prepare import Silence
from tests.keyed import EDGE_MOST, checkerboard, edge_error, over

W, H = 960, 540
POSES = (
    Pose(x=0, y=0, roll=0, yaw=0, pitch=0, breath=0, blink=0, gaze_x=0, gaze_y=0, brow=0.1),
    Pose(x=9, y=-7, roll=1.4, yaw=1, pitch=-1, breath=1, blink=0.5, gaze_x=4, gaze_y=1, brow=1),
)
OPEN = Mouth(jaw=0.9, width=0.5, round=0.0, press=0.0, bite=0.0, tongue=0.0)


def cutout(art: Art, pose: Pose) -> NDArray[np.uint8]:
    presenter = Presenter(art, W, H)
    presenter.draw_alone(POSES[1], OPEN, 1.0)  # what was there before must not be seen
    return presenter.draw_alone(pose, OPEN, 0.5).copy()


@pytest.mark.parametrize("name", ["lin", "hao"])
@pytest.mark.parametrize("pose", POSES, ids=["still", "far"])
def test_over_a_checkerboard_it_is_the_host_painted_there_with_no_fringe(
    name: str, pose: Pose, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    art = parse_art(request.getfixturevalue(name).settings)
    board = checkerboard(W, H)
    monkeypatch.setattr(rig, "scenery", lambda art, page: board.copy())
    direct = np.zeros((H, W, 4), np.uint8)
    Presenter(art, W, H).draw(direct, pose, OPEN, 0.5)
    alone = cutout(art, pose)
    composed = over(alone[..., :3], alone[..., 3], board[..., :3])
    error = edge_error(composed, direct[..., :3], alone[..., 3])
    assert error.edges > 500, "there are no edges to judge"
    assert error.mean <= EDGE_MOST, error
    whole = np.abs(composed - direct[..., :3]).max(axis=2)
    assert whole.mean() < 0.2 and whole.max() <= 6, (whole.mean(), whole.max())


@pytest.mark.parametrize("front", FRONTS)
def test_nothing_of_the_scenery_is_in_it(front: str) -> None:
    alone = cutout(Art(front=front), POSES[0])
    assert (alone[: H // 3, : W // 4] == 0).all() and (alone[: H // 3, -W // 4 :] == 0).all()
    assert 0.1 < (alone[..., 3] == 255).mean() < 0.6
    assert (alone[..., :3] <= alone[..., 3:]).all(), "it is not premultiplied"


def test_the_program_is_drawn_as_ever_beside_it(lin: Avatar) -> None:
    plain, asked = LightDriver(), LightDriver()
    for driver in (plain, asked):
        driver.load(lin, W, H)
    assert isinstance(asked, CutoutDriver)
    asked.cutouts = True
    alone, canvas, other = (np.zeros((H, W, 4), np.uint8) for _ in range(3))
    for number in range(4):
        for _ in plain.frames(Silence(), number, 1, 30, lambda: other):
            pass
        for frame in asked.frames(Silence(), number, 1, 30, lambda: canvas):
            asked.cutout(alone)
            off = np.abs(frame.pixels.astype(int) - other)
            assert off.max() <= 2 and off.mean() < 0.1, "roundings apart it is the same picture"
            assert (frame.pixels[..., 3] == 255).all() and alone[..., 3].any()
    asked.cutouts = False
    for _ in asked.frames(Silence(), 4, 1, 30, lambda: canvas):
        with pytest.raises(DriverError):
            asked.cutout(alone)


def test_two_hosts_dissolve_with_their_edges() -> None:
    """Half of each, alpha as well as colours: what only one of them covers is half there."""
    one, two = np.zeros((4, 4, 4), np.uint8), np.zeros((4, 4, 4), np.uint8)
    one[:, :2] = 200, 100, 40, 255
    two[:, 1:] = 40, 100, 200, 255
    dissolve(one, two, 0.5)
    assert abs(int(one[0, 0, 3]) - 128) <= 1 and abs(int(one[0, 0, 0]) - 100) <= 1
    assert one[0, 1, 3] >= 254 and abs(int(one[0, 1, 0]) - 120) <= 1
    assert abs(int(one[0, 3, 3]) - 127) <= 1 and abs(int(one[0, 3, 2]) - 100) <= 1
