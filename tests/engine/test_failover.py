"""Two engines, one part: who draws, and who steps in."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from engine.failover import GONE_S, HUNG_S, JUST_LOST_S, OF_S, FailoverRole
from engine.ipc.messages.engine import Load, Ready, SteppedIn
from engine.ipc.rings.picture_ring import PictureRing
from tests.engine.conftest import RATE, ROOT, WAIT_S, EngineProcess, Rings

LIN = ROOT / "avatars" / "lin"
GONE, HUNG, LOST = (round(seconds * 48_000) for seconds in (GONE_S, HUNG_S, JUST_LOST_S))
FIRST, SECOND = 101, 202


@pytest.fixture
def ring() -> Iterator[PictureRing]:
    made = PictureRing.create(f"compere-test-{secrets.token_hex(4)}", 32, 16)
    yield made
    made.close()


def part(me: int, *, standby: bool = False, alive: tuple[int, ...] = (FIRST, SECOND)) -> FailoverRole:
    return FailoverRole(me, standby, lambda number: number in alive)


def publish(ring: PictureRing, pts: int) -> None:
    ring.begin(0)
    ring.publish(pts, 0, 1)


def test_the_first_engine_draws_at_once_and_the_understudy_waits(ring: PictureRing) -> None:
    first, second = part(FIRST), part(SECOND, standby=True)
    second.enter(ring, 25)
    assert not second.drawing(ring)
    first.enter(ring, 25)
    assert first.drawing(ring) and not second.drawing(ring)


def test_an_engine_that_comes_back_stands_by_while_the_other_one_draws(ring: PictureRing) -> None:
    ring.claim(SECOND)
    first = part(FIRST)
    first.enter(ring, 25)
    assert not first.drawing(ring)
    orphan = part(FIRST, alive=())
    orphan.enter(ring, 25)
    assert orphan.drawing(ring)


def test_it_steps_in_only_when_sound_goes_on_and_pictures_do_not(ring: PictureRing) -> None:
    ring.claim(FIRST)
    second = part(SECOND, standby=True)
    second.enter(ring, 25)
    written = 48_000
    for frame in range(60):  # pictures come
        publish(ring, frame)
        written += 1600
        assert not second.step_in(ring, written)
    assert not any(second.step_in(ring, written) for _ in range(1000))  # nothing goes on at all: no device
    assert not second.step_in(ring, written + HUNG - 1)
    assert second.step_in(ring, written + HUNG)
    assert second.drawing(ring) and not part(FIRST).drawing(ring)


def test_a_process_that_is_gone_is_waited_for_less(ring: PictureRing) -> None:
    ring.claim(FIRST)
    second = part(SECOND, standby=True, alive=(SECOND,))
    second.enter(ring, 25)
    assert not second.step_in(ring, 48_000)
    assert not second.step_in(ring, 48_000 + GONE - 1)
    assert second.step_in(ring, 48_000 + GONE)


def test_two_engines_on_a_computer_that_stalls_do_not_take_turns(ring: PictureRing) -> None:
    first, second = part(FIRST), part(SECOND, standby=True)
    for one in (first, second):
        one.enter(ring, 25)
    assert not second.step_in(ring, 48_000)
    assert second.step_in(ring, 48_000 + HUNG)
    now = 48_000 + HUNG
    assert not first.step_in(ring, now)
    assert not first.step_in(ring, now + LOST - 1)
    assert first.step_in(ring, now + LOST)


FRAME = 48_000 // 25


def slow(
    second: FailoverRole, ring: PictureRing, every: int, frames: int, draw_s: float = 0.03, written: int = 48_000
) -> int:
    """Sound for so many frames, and a picture of every n-th only. How many went by until `second` stepped in, or 0."""
    for number in range(1, frames + 1):
        if number % every == 0:
            publish(ring, number)
        if second.step_in(ring, written + number * FRAME, draw_s):
            return number
    return 0


def test_who_draws_far_too_slowly_is_stepped_in_for_and_who_is_only_a_little_slow_is_not(ring: PictureRing) -> None:
    ring.claim(FIRST)
    second = part(SECOND, standby=True)
    second.enter(ring, 25)
    assert slow(second, ring, 1, 50) == 0
    assert slow(second, ring, 3, 50, written=48_000 + 50 * FRAME) <= round(OF_S * 25)
    assert second.drawing(ring)


def test_a_picture_left_out_now_and_then_is_no_reason(ring: PictureRing) -> None:
    ring.claim(FIRST)
    second = part(SECOND, standby=True)
    second.enter(ring, 25)
    for number in range(1, 200):
        if number % 3:  # two of three come
            publish(ring, number)
        assert not second.step_in(ring, 48_000 + number * FRAME, 0.03)


def test_an_understudy_that_is_as_slow_itself_leaves_it_to_who_draws(ring: PictureRing) -> None:
    ring.claim(FIRST)
    second = part(SECOND, standby=True)
    second.enter(ring, 25)
    assert slow(second, ring, 3, 100, draw_s=0.1) == 0


def test_an_understudy_that_stood_still_itself_does_not_blame_the_other_one(ring: PictureRing) -> None:
    ring.claim(FIRST)
    second = part(SECOND, standby=True)
    second.enter(ring, 25)
    assert slow(second, ring, 1, 20) == 0
    publish(ring, 21)
    assert not second.step_in(ring, 48_000 + 31 * FRAME, 0.03)  # ten frames at once, one picture
    assert slow(second, ring, 1, 20, written=48_000 + 31 * FRAME) == 0


def test_who_cannot_draw_gives_the_part_to_who_stands_by(ring: PictureRing) -> None:
    first, second = part(FIRST), part(SECOND, standby=True)
    first.enter(ring, 25)
    second.enter(ring, 25)
    assert not first.hand_over(ring, 48_000), "nobody had said that he stands by"
    second.offer(ring, 48_000, fit=True)
    assert first.hand_over(ring, 48_100)
    assert second.step_in(ring, 48_200) and not second.step_in(ring, 48_300), "given once"
    assert second.drawing(ring) and not first.drawing(ring)
    assert not first.step_in(ring, 48_300)
    first.offer(ring, 48_400, fit=True)
    assert not second.hand_over(ring, 48_500), "it has just shown that it cannot"
    later = 48_500 + 11 * 48_000
    first.offer(ring, later, fit=True)
    assert second.hand_over(ring, later)


def test_the_part_is_not_given_to_who_is_gone_or_hangs_or_is_unfit_itself(ring: PictureRing) -> None:
    first, second = part(FIRST, alive=(FIRST,)), part(SECOND, standby=True)
    first.enter(ring, 25)
    second.enter(ring, 25)
    second.offer(ring, 48_000, fit=True)
    assert not first.hand_over(ring, 48_100), "it is gone"
    first = part(FIRST)
    assert not first.hand_over(ring, 48_000 + 48_000), "it has not said so for a second"
    second.offer(ring, 96_000, fit=False)
    assert not first.hand_over(ring, 96_000)
    assert first.drawing(ring)


def test_the_slot_of_who_drew_before_is_left_to_it(ring: PictureRing) -> None:
    ring.claim(FIRST)
    publish(ring, 1)
    theirs = ring.begin(0)  # it hangs in the middle of a picture
    ring.claim(SECOND)
    ours = ring.begin(0)
    assert ours.ctypes.data != theirs.ctypes.data
    ours[:] = 9
    ring.publish(3, 0, 1)
    theirs[:] = 200
    found = ring.find(3, 0)
    assert found is not None and (ring.pixels(found) == 9).all()
    assert {info.pts for slot in range(ring.slots) if (info := ring.info_of(slot))} == {1, 3}


@pytest.fixture
def pair() -> Iterator[tuple[EngineProcess, EngineProcess]]:
    folder = Path(tempfile.mkdtemp(prefix="compere-"))
    made = [EngineProcess(folder, name=name) for name in ("engine", "standby")]
    yield made[0], made[1]
    for engine in made:
        engine.close()
    shutil.rmtree(folder)


def both_ready(pair: tuple[EngineProcess, EngineProcess], rings: Rings) -> None:
    for engine in pair:
        engine.link.send(rings.attach)
        engine.link.send(Load(avatar=str(LIN), look_ahead_s=0.04))
    for engine in pair:
        assert engine.hear(Ready).driver == "light"
        engine.ask()


def sound_until(rings: Rings, pictures: int) -> float:
    """Sound in real time until so many pictures are there. Seconds that it took."""
    begun = time.monotonic()
    ticks = 0
    while rings.pictures.count < pictures:
        assert time.monotonic() - begun < WAIT_S, "no picture came"
        if time.monotonic() - begun > ticks / RATE:
            rings.go_on()
            ticks += 1
        time.sleep(0.001)
    return time.monotonic() - begun


@pytest.mark.parametrize("how", ["killed", "hung"])
def test_when_the_engine_is_killed_or_hangs_the_understudy_draws(
    pair: tuple[EngineProcess, EngineProcess], rings: Rings, how: str
) -> None:
    engine, standby = pair
    both_ready(pair, rings)
    sound_until(rings, rings.pictures.count + 10)
    assert rings.pictures.writer == engine.process.pid
    first, second = psutil.Process(engine.process.pid), psutil.Process(standby.process.pid)
    first.kill() if how == "killed" else first.suspend()
    count = rings.pictures.count
    sound_until(rings, count + 6)
    assert rings.pictures.writer == standby.process.pid
    assert standby.hear(SteppedIn).avatar == str(LIN)
    if how == "hung":
        first.resume()
        engine.ask()
        sound_until(rings, rings.pictures.count + 6)
        assert rings.pictures.writer == standby.process.pid, "two engines draw"
        second.kill()
        sound_until(rings, rings.pictures.count + 6)
        assert rings.pictures.writer == engine.process.pid
