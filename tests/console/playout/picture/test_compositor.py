from __future__ import annotations

import secrets
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from console.playout.picture.compositor import Composed, Compositor
from console.playout.picture.rehearsal_mark import COLOUR
from engine.ipc.messages.core import Caption, SetCaptions
from engine.ipc.rings.picture_ring import PictureInfo, PictureRing, Pixels

RATE = 30
TICK = 1600
SIZE = (32, 18)
SLATE, IDLE = 240, 10
"""Grey levels; the engine's pictures lie between."""


def grey(level: int) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(level, level, level))
    return image


class Idle:
    """An idle loop of one grey."""

    def __init__(self) -> None:
        self.ready = True

    def picture(self, _pts: int) -> QImage:
        return grey(IDLE)


class Program:
    """Playout's ticks: the engine's ring on one side, the program ring on the other."""

    def __init__(self) -> None:
        name = f"compere-test-{secrets.token_hex(4)}"
        self.pictures = PictureRing.create(f"{name}-pic", *SIZE)
        self.ring = PictureRing.create(f"{name}-pgm", *SIZE, slots=5)
        self._targets = [
            QImage(self.ring.slot_pixels(slot).data, *SIZE, SIZE[0] * 4, QImage.Format.Format_RGB32)
            for slot in range(self.ring.slots)
        ]
        self.idle = Idle()
        self.compositor = Compositor(self.pictures, RATE, self.idle, grey(SLATE))  # type: ignore[arg-type]
        self.frame = 100
        self.generation = 0

    def draw(self, frame: int, level: int, generation: int = 0) -> None:
        """The engine finishes a picture."""
        self.pictures.begin(0)[:] = level
        self.pictures.publish(frame * TICK, generation, 0)

    def tick(self, level: int | None = None) -> tuple[Composed, int]:
        """The next tick, for which the engine has drawn a picture of grey `level`, and the grey in its middle."""
        self.frame += 1
        if level is not None:
            self.draw(self.frame, level, self.generation)
        pixels = self.ring.begin(0)
        composed = self.compositor.compose(self.frame * TICK, self.generation, pixels, self._targets[self.ring.drawing])
        shown = int(pixels[9, 16, 0])
        assert (pixels[..., :3] == shown).all(), "it is not of one piece"
        self.ring.publish(self.frame * TICK, 0, 0)
        return composed, shown

    def close(self) -> None:
        self.pictures.close()
        self.ring.close()


@pytest.fixture
def program() -> Iterator[Program]:
    made = Program()
    yield made
    made.close()


@pytest.fixture
def live(program: Program) -> Program:
    """On air for a while."""
    program.compositor.set_air("live", 0.0)
    for _ in range(10):
        program.tick(100)
    return program


def test_before_it_is_live_the_hall_sees_the_slate(program: Program) -> None:
    composed, shown = program.tick(100)
    assert composed.picture == "slate" and shown == SLATE and not composed.late
    assert not program.compositor.aired and program.compositor.settled
    program.compositor.slate = grey(200)
    assert program.tick(100)[1] == 200


def test_the_picture_of_the_right_time_is_shown(live: Program) -> None:
    live.draw(live.frame + 1, 101)
    for level in range(101, 120):
        live.draw(live.frame + 2, level + 1)
        composed, shown = live.tick()
        assert (composed.picture, composed.late, shown) == ("live", False, level)
        assert composed.info is not None and composed.info.pts == live.frame * TICK


def test_a_late_picture_is_shown_rather_than_none_but_only_once(live: Program) -> None:
    live.tick()
    live.draw(live.frame, 111)
    composed, shown = live.tick()
    assert (composed.picture, composed.late, shown) == ("late", True, 111)
    composed, shown = live.tick()
    assert (composed.picture, composed.late, shown) == ("held", True, 111)


def test_a_picture_that_is_far_too_late_is_not_shown(live: Program) -> None:
    live.frame += 4
    live.draw(live.frame - 3, 111)
    composed, shown = live.tick()
    assert composed.picture == "held" and shown == 100


def test_a_missing_picture_is_held_for_two_ticks_and_then_fades_to_the_idle_loop(live: Program) -> None:
    seen = [live.tick() for _ in range(8)]
    assert [shown for _, shown in seen[:2]] == [100, 100]
    assert [composed.picture for composed, _ in seen[:2]] == ["held", "held"]
    falling = [shown for _, shown in seen[1:6]]
    assert falling[0] > falling[1] > falling[2] > falling[3] and falling[-1] == IDLE
    assert all(composed.late for composed, _ in seen)
    assert seen[-1][0].picture == "idle"


def test_it_fades_back_when_the_engine_is_back(live: Program) -> None:
    for _ in range(10):
        live.tick()
    rising = [live.tick(100)[1] for _ in range(4)]
    assert IDLE < rising[0] < rising[1] <= rising[2] == rising[3] == 100


def test_after_an_interrupt_no_picture_of_the_dropped_turn_is_shown_and_the_mouth_closes_in_three_ticks(
    live: Program,
) -> None:
    for ahead in (1, 2, 3):
        live.draw(live.frame + ahead, 200, generation=0)
    live.generation = 1
    seen = [live.tick() for _ in range(3)]
    assert all(composed.info is None for composed, _ in seen)
    assert [shown for _, shown in seen] == sorted((shown for _, shown in seen), reverse=True)
    assert seen[-1][1] == IDLE
    composed, shown = live.tick(100)
    assert composed.info is not None and composed.info.generation == 1 and shown > IDLE


def test_without_an_idle_loop_the_last_picture_stays_and_not_the_slate(live: Program) -> None:
    live.idle.ready = False
    for _ in range(30):
        composed, shown = live.tick()
        assert (composed.picture, shown) == ("held", 100)


def test_with_neither_a_picture_nor_an_idle_loop_there_is_the_slate(program: Program) -> None:
    program.idle.ready = False
    program.compositor.set_air("live", 0.0)
    composed, shown = program.tick()
    assert composed.picture == "slate" and shown == SLATE


def test_with_an_idle_loop_and_no_engine_the_avatar_is_there_at_once(program: Program) -> None:
    program.compositor.set_air("live", 0.0)
    composed, shown = program.tick()
    assert composed.picture == "idle" and shown == IDLE


def test_going_live_and_to_hold_fades_in_its_time(program: Program) -> None:
    program.tick(100)
    program.compositor.set_air("live", 0.3)
    shown = [program.tick(100)[1] for _ in range(9)]
    assert shown[0] < SLATE and all(a > b for a, b in pairwise(shown)) and shown[-1] == 100
    assert program.compositor.settled
    program.compositor.set_air("hold", 0.5)
    assert program.compositor.aired and not program.compositor.settled
    shown = [program.tick(100)[1] for _ in range(16)]
    assert all(a < b for a, b in pairwise(shown[:15])) and shown[-1] == SLATE
    assert not program.compositor.aired and program.compositor.settled


def test_panic_is_black_at_once_and_left_only_by_another_word(live: Program) -> None:
    live.compositor.set_air("panic", 0.5)
    for _ in range(3):
        composed, shown = live.tick(100)
        assert (composed.picture, shown, composed.late) == ("black", 0, False)
    live.compositor.set_air("hold", 0.0)
    assert live.tick(100)[1] == SLATE


def test_a_picture_that_is_overwritten_while_it_is_copied_is_never_shown() -> None:
    class Overtaken(PictureRing):
        torn = False

        def copy(self, info: PictureInfo, into: Pixels) -> bool:
            if self.torn:
                into[: SIZE[1] // 2] = 200
                return False
            return super().copy(info, into)

    program = Program()
    try:
        own = Overtaken.attach(program.pictures.name)
        program.compositor = Compositor(own, RATE, program.idle, grey(SLATE))  # type: ignore[arg-type]
        program.compositor.set_air("live", 0.0)
        for _ in range(3):
            program.tick(100)
        own.torn = True
        assert program.tick(150)[1] == 100, "the picture before it stays"
        own.torn = False
        assert program.tick(160)[1] == 160
        own.close()
    finally:
        program.close()


@settings(deadline=None)
@given(
    idle=st.booleans(),
    steps=st.lists(
        st.tuples(st.sampled_from(["picture", "none", "late", "cut", "burst"]), st.integers(0, 3)), max_size=40
    ),
)
def test_on_air_the_slate_is_never_seen_once_the_avatar_was(idle: bool, steps: list[tuple[str, int]]) -> None:
    program = Program()
    try:
        program.compositor.set_air("live", 0.0)
        program.tick(100)
        program.idle.ready = idle
        for what, back in steps:
            level = 100 if what == "picture" else None
            if what == "late":
                program.draw(program.frame - back, 100, program.generation)
            elif what == "cut":
                program.generation += 1
            elif what == "burst":
                for ahead in range(8):
                    program.draw(program.frame + 2 + ahead, 100, program.generation)
            composed, shown = program.tick(level)
            assert composed.picture != "slate"
            assert IDLE <= shown <= 100
            if what == "picture":
                assert composed.picture in ("live", "idle") and not composed.late
    finally:
        program.close()


def test_a_slate_of_another_size_fills_the_program(program: Program) -> None:
    big = QImage(64, 36, QImage.Format.Format_RGB32)
    big.fill(QColor(200, 200, 200))
    program.compositor.slate = big
    assert program.tick()[1] == 200


def test_nothing_of_the_fade_is_left_in_the_picture(live: Program) -> None:
    live.compositor.set_air("hold", 0.1)
    for _ in range(5):
        live.tick(100)
    live.compositor.set_air("live", 0.1)
    shown = [live.tick(100)[1] for _ in range(4)]
    assert shown[-1] == 100
    assert np.ptp(shown) > 50


def test_a_rehearsal_is_marked_until_the_avatar_is_out_of_the_picture_and_black_stays_black(
    program: Program, qapp: QApplication
) -> None:
    def corners(level: int) -> tuple[bool, int]:
        """Whether the mark is to be seen, and the grey in the middle."""
        program.frame += 1
        program.draw(program.frame, level)
        pixels = program.ring.begin(0)
        target = program._targets[program.ring.drawing]
        program.compositor.compose(program.frame * TICK, 0, pixels, target)
        marks = {target.pixelColor(x, y).name() for x, y in ((0, 17), (31, 17), (0, 9), (31, 9))}
        program.ring.publish(program.frame * TICK, 0, 0)
        middle = int(pixels[9, 16, 0])
        assert marks == {COLOUR.name()} or marks == {QColor(middle, middle, middle).name()}
        return marks == {COLOUR.name()}, middle

    air = program.compositor.set_air
    assert corners(100) == (False, SLATE)
    air("live", 0.0, rehearsal=True)
    assert corners(100) == (True, 100)
    air("hold", 0.0, rehearsal=True)
    assert corners(100) == (True, SLATE)
    air("panic", 0.0, rehearsal=True)
    assert corners(100) == (False, 0)
    air("live", 0.0, rehearsal=True)
    air("slate", 0.2)
    while (seen := corners(100))[1] != SLATE:
        assert seen[0], "the face that fades out is still a rehearsal's"
    assert corners(100) == (False, SLATE)
    air("live", 0.0)
    assert corners(100) == (False, 100)


@pytest.mark.parametrize("way", ["slate", "panic"])
def test_what_was_to_be_read_behind_the_slate_is_not_seen_to_go_on_air(program: Program, way: str) -> None:
    program.compositor.captions.use(SetCaptions(on=True))
    if way == "panic":
        program.compositor.set_air("live", 0.0)
    program.compositor.captions.show(Caption(turn=1, text="old"), program.frame * TICK)
    if way == "panic":
        program.compositor.set_air("panic", 0.0)
    program.compositor.captions.end(program.frame * TICK)
    program.compositor.set_air("live", 0.3)
    assert program.compositor.captions.text((program.frame + 1) * TICK) == ()
