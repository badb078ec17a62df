"""Fill and key on two real monitors: real playout, real engine; the test is the console, and then the vision mixer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.avatar import load_avatar
from engine.ipc.messages import core as m
from engine.ipc.messages.kinds import Air, Ground
from engine.ipc.rings.picture_ring import PictureRing
from engine.light import rig
from engine.light.driver import LightDriver
from engine.prepare import Silence
from tests.hall.rig.children import wait_until
from tests.hall.rig.mixer_desk import FILL, KEY, LIN, H, MixerDesk, W
from tests.hall.rig.stage import Stage
from tests.hall.rig.xserver import HALL
from tests.keyed import EDGE_MOST, EdgeError, checkerboard, edge_error, multiplied_over, over

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]


@pytest.fixture
def desk(stage: Stage) -> Iterator[MixerDesk]:
    made = MixerDesk(stage)
    yield made
    made.close()


class Direct:
    """The same host painted on the checkerboard itself, at every moment of their idle loop."""

    def __init__(self, board: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rig, "scenery", lambda art, page: board.copy())
        avatar = load_avatar(LIN)
        self._driver = LightDriver()
        self._driver.load(avatar, W, H)
        self._count = avatar.idle_seconds * 30
        self._small = [np.array(self.at(number)[::12, ::12]) for number in range(self._count)]

    def at(self, number: int) -> NDArray[np.uint8]:
        """(1080, 1920, 3) BGR of frame `number`."""
        canvas = np.zeros((H, W, 4), np.uint8)
        for _ in self._driver.frames(Silence(), number, 1, 30, lambda: canvas):
            pass
        return canvas[..., :3]

    def like(self, mixed: NDArray[np.floating]) -> NDArray[np.uint8]:
        """The one that a mixed picture is nearest to."""
        return self.at(int(np.argmin([np.abs(mixed[::12, ::12] - each).mean() for each in self._small])))


def errors(
    desk: MixerDesk, board: NDArray[np.uint8], direct: Direct, *, straight: bool, shots: int = 6
) -> list[EdgeError]:
    """Of so many moments: the two monitors, mixed over the board."""
    found = []
    for _ in range(shots):
        fill, key = desk.both()
        mixed = (multiplied_over if straight else over)(fill, key[..., 1], board[..., :3])
        found.append(edge_error(mixed, direct.like(mixed), key[..., 1]))
    return found


@pytest.mark.parametrize("straight", [False, True], ids=["premultiplied", "straight"])
def test_the_two_monitors_mixed_over_a_checkerboard_show_no_fringe(
    desk: MixerDesk, straight: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.go_live(m.SetGround(Ground.SCREENS, straight=straight, key_screen=KEY))
    desk.until(lambda status: status.key_screen == "ok")
    wait_until(lambda: bool((desk.both()[1] == 255).any()), within_s=10.0, what="the key")
    board = checkerboard(W, H)
    found = errors(desk, board, Direct(board, monkeypatch), straight=straight)
    print(*found, sep="\n")
    good = [each for each in found if each.mean <= EDGE_MOST and each.edges > 2000]
    # A shot may fall between the two monitors' refreshes, where a mixer sees two moments as well.
    assert len(good) >= len(found) - 1, found


def test_a_monitor_of_the_key_that_is_pulled_is_said_and_comes_back_and_the_fill_never_leaves(desk: MixerDesk) -> None:
    desk.go_live(m.SetGround(Ground.SCREENS, key_screen=KEY))
    desk.until(lambda status: status.key_screen == "ok")
    desk.stage.remove_hall_monitor()
    desk.until(lambda status: status.key_screen == "missing" and status.screen == "ok")
    assert not [each for each in desk.stage.windows() if each.title == "Compere key"]
    desk.stage.return_hall_monitor()
    desk.until(lambda status: status.key_screen == "ok" and status.screen == "ok")
    top = desk.stage.top_window_at(HALL.x + 900, 500)
    assert top is not None and top.title == "Compere key"


def test_the_key_never_covers_the_operator_nor_the_hall(desk: MixerDesk) -> None:
    desk.go_live(m.SetGround(Ground.SCREENS, key_screen=KEY, avoid=KEY))
    desk.until(lambda status: status.key_screen == "missing")
    desk.playout.send(m.SetGround(Ground.SCREENS, key_screen=FILL))
    desk.until(lambda status: status.key_screen == "none" and status.screen == "ok")
    assert not [each for each in desk.stage.windows() if each.title == "Compere key"]


def test_on_a_colour_panic_leaves_the_bare_colour_and_the_program_its_black(desk: MixerDesk) -> None:
    desk.go_live(m.SetGround(Ground.COLOUR, colour="#00b140"))
    green = (0x40, 0xB1, 0x00)
    wait_until(lambda: bool((desk.both()[0][:300, :300] == green).all()), within_s=10.0, what="the colour")
    assert not (desk.both()[0] == green).all(), "the host stands on it"
    desk.playout.send(m.SetAir(air=Air.PANIC, fade_s=0.0))
    desk.until(lambda status: status.picture == "black")
    wait_until(lambda: bool((desk.both()[0] == green).all()), within_s=5.0, what="the bare colour")
    program = PictureRing.attach(desk.welcome.program)
    newest = program.newest()
    assert newest is not None and not program.pixels(newest)[..., :3].any(), "streams and recording have their black"
    program.close()
