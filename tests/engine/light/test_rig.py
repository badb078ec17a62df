from __future__ import annotations

import gc
import mmap
import sys
from dataclasses import replace

import numpy as np
import pytest

from engine.avatar import Avatar
from engine.light.art import EXTRAS, FACES, FRONTS, HAIRS, OUTFITS, STAGES, Art, ArtError, parse_art
from engine.light.pose import IdleMotion, Pose
from engine.light.rig import Presenter
from engine.light.visemes import REST, Mouth

STILL = Pose(x=0, y=0, roll=0, yaw=0, pitch=0, breath=0, blink=0, gaze_x=0, gaze_y=0, brow=0.1)
FAR = Pose(x=9, y=-7, roll=1.4, yaw=1, pitch=-1, breath=1, blink=0.5, gaze_x=4, gaze_y=1, brow=1)
OTHER_FAR = Pose(x=-9, y=7, roll=-1.4, yaw=-1, pitch=1, breath=0, blink=1, gaze_x=-4, gaze_y=-1, brow=0)
WIDE_OPEN = Mouth(jaw=0.95, width=0.55, round=0.0, press=0.0, bite=0.0, tongue=0.0)
W, H = 640, 360


def empty(width: int = W, height: int = H) -> np.ndarray:
    return np.zeros((height, width, 4), np.uint8)


def picture(presenter: Presenter, pose: Pose = STILL, mouth: Mouth = REST, effort: float = 0.0) -> np.ndarray:
    canvas = empty(presenter.width, presenter.height)
    presenter.draw(canvas, pose, mouth, effort)
    return canvas


def cavity(pixels: np.ndarray) -> int:
    """Pixels as dark and red as the inside of a mouth, where the mouth is."""
    blue, green, red = (pixels[160:194, 294:346, i].astype(int) for i in range(3))
    return int(((red < 95) & (green < 34) & (blue < 46) & (red > green + 12)).sum())


@pytest.fixture(scope="module", params=["lin", "hao"])
def presenter(request: pytest.FixtureRequest) -> Presenter:
    avatar: Avatar = request.getfixturevalue(request.param)
    return Presenter(parse_art(avatar.settings), W, H)


def test_the_wider_the_jaw_the_more_of_the_mouth_is_seen(presenter: Presenter) -> None:
    dark = [cavity(picture(presenter, mouth=replace_jaw(jaw))) for jaw in (0.0, 0.3, 0.6, 0.95)]
    assert dark[0] == 0
    assert dark == sorted(dark) and dark[-1] > 120


def replace_jaw(jaw: float) -> Mouth:
    return Mouth(jaw=jaw, width=0.5, round=0.0, press=0.0, bite=0.0, tongue=0.0)


def test_pressed_lips_show_no_opening_whatever_the_jaw_does(presenter: Presenter) -> None:
    assert cavity(picture(presenter, mouth=Mouth(0.4, 0.5, 0.0, 1.0, 0.0, 0.0))) == 0


def test_a_rounded_mouth_is_narrower_than_a_spread_one(presenter: Presenter) -> None:
    base = picture(presenter)

    def width_of_change(mouth: Mouth) -> int:
        changed = (picture(presenter, mouth=mouth)[150:200] != base[150:200]).any(axis=(0, 2))
        return int(np.flatnonzero(changed).max() - np.flatnonzero(changed).min())

    spread, rounded = Mouth(0.3, 0.95, 0, 0, 0, 0), Mouth(0.3, 0.1, 1, 0, 0, 0)
    lips = [
        np.abs(picture(presenter, mouth=m).astype(int) - base).sum(axis=2)[168:190, 286:354] for m in (spread, rounded)
    ]
    assert (lips[0] > 60).any(axis=0).sum() != (lips[1] > 60).any(axis=0).sum()
    assert width_of_change(spread) > 0


def test_only_the_face_differs_between_speech_and_idle(presenter: Presenter) -> None:
    moved = (picture(presenter) != picture(presenter, mouth=WIDE_OPEN)).any(axis=2)
    rows, columns = np.flatnonzero(moved.any(axis=1)), np.flatnonzero(moved.any(axis=0))
    assert rows.min() > 0.3 * H and rows.max() < 0.66 * H
    assert columns.min() > 0.40 * W and columns.max() < 0.60 * W


def test_a_blink_changes_the_eyes_only(presenter: Presenter) -> None:
    moved = (picture(presenter) != picture(presenter, replace(STILL, blink=1.0))).any(axis=2)
    rows = np.flatnonzero(moved.any(axis=1))
    assert rows.min() > 0.24 * H and rows.max() < 0.42 * H


def test_every_pixel_is_opaque(presenter: Presenter) -> None:
    for pose in (STILL, FAR, OTHER_FAR):
        assert (picture(presenter, pose, WIDE_OPEN, 1.0)[..., 3] == 255).all()


def test_what_was_on_the_canvas_before_leaves_no_trace(presenter: Presenter, lin: Avatar, hao: Avatar) -> None:
    clean = picture(presenter)
    canvas = np.random.default_rng(6).integers(0, 256, (H, W, 4), dtype=np.uint8)
    for avatar in (lin, hao):
        Presenter(parse_art(avatar.settings), W, H).draw(canvas, FAR, WIDE_OPEN, 1.0)
        presenter.draw(canvas, STILL, REST)
        assert np.array_equal(canvas, clean)


def test_motion_leaves_no_trail_on_a_canvas_that_comes_round_again(presenter: Presenter) -> None:
    ring = [empty() for _ in range(3)]
    for i in range(12):
        presenter.draw(ring[i % 3], (FAR, OTHER_FAR)[i % 2], WIDE_OPEN, 1.0)
    for canvas in ring:
        presenter.draw(canvas, STILL, REST)
        assert np.array_equal(canvas, picture(presenter))


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (641, 361), (320, 240), (360, 640), (64, 64)])
@pytest.mark.parametrize("who", ["lin", "hao"])
def test_the_host_fills_a_screen_of_any_size(size: tuple[int, int], who: str, request: pytest.FixtureRequest) -> None:
    presenter = Presenter(parse_art(request.getfixturevalue(who).settings), *size)
    calm, speaking = picture(presenter, FAR), picture(presenter, FAR, WIDE_OPEN)
    assert (calm[..., :3].reshape(-1, 3).max(axis=1) > 0).mean() > 0.99
    assert (calm != speaking).any()
    canvas = empty(*size)
    presenter.draw(canvas, OTHER_FAR, WIDE_OPEN, 1.0)
    presenter.draw(canvas, FAR, REST)
    assert np.array_equal(canvas, calm)


def test_the_two_bundled_hosts_look_clearly_different(lin: Avatar, hao: Avatar) -> None:
    a, b = (picture(Presenter(parse_art(who.settings), W, H)).astype(int) for who in (lin, hao))
    assert (np.abs(a - b).max(axis=2) > 25).mean() > 0.6


def test_large_soft_gradients_show_no_bands(lin: Avatar) -> None:
    pixels = picture(Presenter(parse_art(lin.settings), 1920, 1080))
    row = pixels[300, 60:400, 0].astype(int)
    assert (np.diff(row) != 0).mean() > 0.2


@pytest.mark.parametrize("extra", EXTRAS)
def test_each_extra_is_seen(extra: str) -> None:
    for outfit, face in zip(OUTFITS, FACES, strict=True):
        plain = Art(outfit=outfit, face=face, hair=HAIRS[1], front="none")
        if (
            picture(Presenter(plain, W, H)) != picture(Presenter(replace(plain, extras=frozenset([extra])), W, H))
        ).any():
            return
    pytest.fail(f"{extra} changes nothing")


def test_every_combination_of_parts_can_be_drawn() -> None:
    for stage in STAGES:
        for face in FACES:
            for hair in HAIRS:
                for outfit in OUTFITS:
                    for front in FRONTS:
                        art = Art(
                            stage=stage, face=face, hair=hair, outfit=outfit, front=front, extras=frozenset(EXTRAS)
                        )
                        assert picture(Presenter(art, 160, 90), FAR, WIDE_OPEN)[45, 80, :3].any()


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ({"hair": "beehive"}, "beehive"),
        ({"hair": 3}, "hair"),
        ({"hat": "bowler"}, "hat"),
        ({"extras": "necklace"}, "extras"),
        ({"extras": ["wings"]}, "wings"),
        ({"extras": [[]]}, "extras"),
        ({"colours": []}, "table"),
        ({"colours": {"skin": "red"}}, "skin"),
        ({"colours": {"fur": "#ffffff"}}, "fur"),
        ({"colours": {"skin": 7}}, "skin"),
    ],
)
def test_art_that_nobody_can_draw_is_named(table: dict[str, object], word: str) -> None:
    with pytest.raises(ArtError, match=word):
        parse_art(table)


def test_thousands_of_pictures_lose_no_reference_to_none(lin: Avatar) -> None:
    presenter, motion, canvas = Presenter(parse_art(lin.settings), 96, 54), IdleMotion(8, 1), empty(96, 54)
    presenter.draw(canvas, STILL, REST)
    gc.collect()
    before = sys.getrefcount(None)
    for i in range(2_000):
        presenter.draw(canvas, motion.at(i * 1_600), WIDE_OPEN if i % 3 else REST)
    gc.collect()
    assert sys.getrefcount(None) > before - 200


def test_a_canvas_in_shared_memory_is_let_go_after_the_picture(lin: Avatar) -> None:
    presenter = Presenter(parse_art(lin.settings), 96, 54)
    memory = mmap.mmap(-1, 96 * 54 * 4)
    canvas = np.frombuffer(memory, np.uint8).reshape(54, 96, 4)
    presenter.draw(canvas, STILL, REST)
    del canvas
    memory.close()
