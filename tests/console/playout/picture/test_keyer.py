"""The hall's picture for a vision mixer: real cut-outs of a drawn host, through the real compositor."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from console.playout.picture.compositor import Composed, Compositor, image_over
from console.playout.picture.idle import IdlePlayer
from console.playout.picture.keyer import Keyed, Keyer
from console.playout.picture.rehearsal_mark import COLOUR
from engine.avatar import load_avatar
from engine.cutouts import CutoutWriter
from engine.ipc.messages.core import Caption, SetCaptions
from engine.ipc.messages.kinds import Air, Ground
from engine.ipc.rings.picture_ring import PictureRing
from engine.light import rig
from engine.light.driver import LightDriver
from engine.prepare import Silence, make_idle, make_idle_cutouts
from tests.keyed import EDGE_MOST, checkerboard, edge_error, multiplied_over, over

RATE, TICK = 30, 1600
SIZE = W, H = (638, 360)
"""Not a multiple of four pixels: rows of grey pictures are padded."""
LIN = Path(__file__).parents[4] / "avatars" / "lin"


def pixels_of(image: QImage) -> NDArray[np.int_]:
    """(height, width, 3) BGR."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine() // 4, 4)
    return rows[:, : made.width(), :3].astype(int)


class Hall:
    """The engine on one side, the hall's screens on the other."""

    def __init__(self) -> None:
        name = f"compere-test-{secrets.token_hex(4)}"
        self.pictures = PictureRing.create(f"{name}-pic", W, H)
        self.program = PictureRing.create(f"{name}-pgm", W, H, slots=5)
        slate = QImage(W, H, QImage.Format.Format_RGB32)
        slate.fill(QColor("#345678"))
        self.compositor_idle, self.keyer_idle = IdlePlayer(), IdlePlayer()
        self.compositor = Compositor(self.pictures, RATE, self.compositor_idle, slate)
        self.keyer = Keyer(PictureRing.create(f"{name}-cut", W, H), self.compositor, self.keyer_idle)
        self.writer = CutoutWriter(1)
        assert self.writer.use(f"{name}-cut") == ""
        self.driver = LightDriver()
        self.driver.load(load_avatar(LIN), W, H)
        self.number = 100

    def tick(self, *, drawn: bool = True, pattern: QImage | None = None) -> tuple[Keyed, Composed, NDArray[np.uint8]]:
        """The next tick: what the screens get, what the program has, and its pixels."""
        self.number += 1
        if drawn:
            self.writer.prepare(self.driver)
            for frame in self.driver.frames(Silence(), self.number, 1, RATE, lambda: self.pictures.begin(0)):
                self.writer.write(self.driver, frame.pts, 0)
                self.pictures.publish(frame.pts, 0, 0)
        pixels = self.program.begin(0)
        target = image_over(self.program, self.program.drawing)
        composed = self.compositor.compose(self.number * TICK, 0, pixels, target)
        self.program.publish(self.number * TICK, 0, 0)
        return self.keyer.compose(composed, self.number * TICK, pattern), composed, pixels

    def close(self) -> None:
        self.writer.close()
        self.keyer.close()
        self.pictures.close()
        self.program.close()


@pytest.fixture
def hall(qapp: QApplication) -> Iterator[Hall]:
    made = Hall()
    made.compositor.set_air(Air.LIVE, 0.0)
    yield made
    made.close()


def screens(hall: Hall, *, straight: bool = False) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """Fill (height, width, 3) and key (height, width) of the next tick."""
    hall.keyer.use(Ground.SCREENS, "#000000", straight=straight)
    keyed, _, _ = hall.tick()
    assert keyed.key is not None
    key = pixels_of(keyed.key)
    assert (key == key[..., :1]).all(), "the key is grey"
    return pixels_of(keyed.fill), key[..., 0]


@pytest.mark.parametrize("straight", [False, True], ids=["premultiplied", "straight"])
def test_a_mixer_that_lays_fill_over_any_ground_by_key_shows_no_fringe(
    hall: Hall, straight: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill, key = screens(hall, straight=straight)
    board = checkerboard(W, H)
    monkeypatch.setattr(rig, "scenery", lambda art, page: board.copy())
    direct, driver = np.zeros((H, W, 4), np.uint8), LightDriver()
    driver.load(load_avatar(LIN), W, H)
    for _ in driver.frames(Silence(), hall.number, 1, RATE, lambda: direct):
        pass
    mixed = (multiplied_over if straight else over)(fill, key, board[..., :3])
    error = edge_error(mixed, direct[..., :3], key)
    assert error.edges > 300 and error.mean <= EDGE_MOST, error
    assert np.abs(mixed - direct[..., :3]).mean() < 0.3


def test_on_a_colour_the_host_stands_as_if_painted_there(hall: Hall) -> None:
    fill, key = screens(hall)
    hall.keyer.use(Ground.COLOUR, "#00b140", straight=False)
    hall.number -= 1  # the same moment again
    keyed, composed, _ = hall.tick()
    assert keyed.key is None and composed.picture == "live"
    shown = pixels_of(keyed.fill)
    wanted = over(fill, key, np.broadcast_to(np.array((0x40, 0xB1, 0x00)), (H, W, 3)))
    assert np.abs(shown - wanted).max() <= 2
    assert (shown[5, 5] == (0x40, 0xB1, 0x00)).all(), "where no host is, the colour is exact: a chroma key asks for it"


def test_one_picture_twice_as_wide_has_the_fill_at_the_left_and_the_key_at_the_right(hall: Hall) -> None:
    fill, key = screens(hall)
    hall.keyer.use(Ground.BESIDE, "", straight=False)
    hall.number -= 1
    keyed, _, _ = hall.tick()
    both = pixels_of(keyed.fill)
    assert both.shape == (H, 2 * W, 3) and keyed.key is None
    np.testing.assert_array_equal(both[:, :W], fill)
    np.testing.assert_array_equal(both[:, W:, 1], key)


def test_the_program_of_streams_and_recording_keeps_its_ground(hall: Hall) -> None:
    _, composed, pixels = hall.tick()
    picture = hall.pictures.newest()
    assert picture is not None and composed.picture == "live"
    np.testing.assert_array_equal(pixels, hall.pictures.pixels(picture))
    assert pixels[5, 5, :3].any()


@pytest.mark.parametrize("air", [Air.SLATE, Air.PANIC, Air.HOLD])
def test_off_the_air_and_in_panic_there_is_nothing_to_be_keyed(hall: Hall, air: Air) -> None:
    fill, key = screens(hall)
    assert key.max() == 255
    hall.compositor.set_air(air, 0.0)
    fill, key = screens(hall)
    assert not fill.any() and not key.any()
    hall.keyer.use(Ground.COLOUR, "#0047bb", straight=False)
    keyed, _, _ = hall.tick()
    assert (pixels_of(keyed.fill) == (0xBB, 0x47, 0x00)).all()


def test_a_fade_takes_the_host_out_of_the_key(hall: Hall) -> None:
    _, whole = screens(hall)
    hall.compositor.set_air(Air.HOLD, 10 / RATE)
    shares = [screens(hall)[1].mean() / whole.mean() for _ in range(10)]
    np.testing.assert_allclose(shares, np.arange(9, -1, -1) / 10, atol=0.02)


def test_captions_are_keyed_with_the_host(hall: Hall) -> None:
    fill, bare = screens(hall)
    hall.compositor.captions.use(SetCaptions(on=True, language="en", plate=65.0))
    hall.compositor.captions.show(Caption(turn=0, text="Good evening"), hall.number * TICK)
    for _ in range(6):
        fill, key = screens(hall)
    lower, corner = slice(H - 60, H - 25), slice(40, 90)
    assert bare[lower, corner].max() == 0, "the host stands elsewhere"
    assert 155 < np.median(key[lower, corner]) < 180, "its plate is as dense as it is in the program"
    assert (key[lower, corner] >= fill[lower, corner].max(axis=2)).all()
    hall.compositor.set_air(Air.PANIC, 0.0)
    assert not screens(hall)[1].any()


def test_the_mark_of_a_rehearsal_is_keyed_whole(hall: Hall) -> None:
    hall.compositor.set_air(Air.LIVE, 0.0, rehearsal=True)
    fill, key = screens(hall)
    assert (key[:20] == 255).all() and (key[-3:] == 255).all()
    assert (fill[-2, W // 2] == (COLOUR.blue(), COLOUR.green(), COLOUR.red())).all()


def test_a_test_pattern_fills_the_picture_so_that_the_way_to_the_mixer_can_be_judged(hall: Hall) -> None:
    hall.compositor.set_air(Air.SLATE, 0.0)
    card = QImage(W, H, QImage.Format.Format_RGB32)
    card.fill(QColor("#8090a0"))
    hall.keyer.use(Ground.SCREENS, "", straight=False)
    keyed, _, _ = hall.tick(pattern=card)
    assert keyed.key is not None
    assert (pixels_of(keyed.key) == 255).all() and (pixels_of(keyed.fill) == (0xA0, 0x90, 0x80)).all()


def test_without_an_idle_loop_the_host_stands_in_the_key_while_the_engine_is_away(hall: Hall) -> None:
    _, before = screens(hall)
    for _ in range(40):
        hall.keyer.use(Ground.SCREENS, "", straight=False)
        keyed, _, _ = hall.tick(drawn=False)
    assert keyed.key is not None
    np.testing.assert_array_equal(pixels_of(keyed.key)[..., 0], before)


def test_a_host_whose_ground_cannot_be_taken_away_is_not_keyed(hall: Hall) -> None:
    hall.keyer.use(Ground.SCREENS, "", straight=False)
    hall.number += 1
    hall.pictures.begin(0)[:] = 120
    hall.pictures.publish(hall.number * TICK, 0, 0)
    hall.number -= 1
    keyed, composed, _ = hall.tick(drawn=False)
    assert composed.picture == "live" and keyed.key is not None
    assert not pixels_of(keyed.key).any() and not pixels_of(keyed.fill).any()


def test_the_idle_loop_without_a_ground_is_the_same_host_breathing(hall: Hall, tmp_path: Path) -> None:
    avatar = load_avatar(LIN)
    plain, bare = tmp_path / "plain.idle", tmp_path / "bare.idle"
    make_idle(avatar, plain, W, H, 5)
    make_idle_cutouts(avatar, bare, W, H, 5)
    assert hall.compositor_idle.load(str(plain)) == "" and hall.keyer_idle.load(str(bare)) == ""
    screens(hall)
    hall.keyer.use(Ground.SCREENS, "", straight=False)
    for _ in range(30):
        keyed, composed, _ = hall.tick(drawn=False)
    assert composed.picture == "idle" and keyed.key is not None
    fill, key = pixels_of(keyed.fill), pixels_of(keyed.key)[..., 0]
    assert (fill <= key[..., None]).all(), "it is not premultiplied"
    number = round(hall.number * 5 / RATE) * RATE // 5  # the loop's picture nearest to this moment
    alone, canvas = np.zeros((H, W, 4), np.uint8), np.zeros((H, W, 4), np.uint8)
    for _ in hall.driver.frames(Silence(), number, 1, RATE, lambda: canvas):
        hall.driver.cutout(alone)
    assert np.abs(fill - alone[..., :3]).mean() < 1.0 and np.abs(key - alone[..., 3]).mean() < 0.5
    before = key
    for _ in range(30):
        keyed, _, _ = hall.tick(drawn=False)
    assert keyed.key is not None
    assert (pixels_of(keyed.key)[..., 0] != before).any(), "it stands still"
    hall.compositor.set_air(Air.HOLD, 0.2)
    shares = [pixels_of(key).mean() for _ in range(7) if (key := hall.tick(drawn=False)[0].key) is not None]
    assert shares == sorted(shares, reverse=True) and shares[-1] == 0
