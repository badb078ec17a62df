from __future__ import annotations

import secrets

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ipc.rings.picture_ring import PictureInfo, PictureRing, Pixels
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing
from tests.fakes.children import line_of, program
from tests.fakes.picture_program import colour


def draw(ring: PictureRing, pts: int, generation: int = 0) -> int:
    ring.begin(pts)[:] = colour(pts)
    return ring.publish(pts, generation, pts + 5)


def copied(ring: PictureRing, info: PictureInfo | None) -> Pixels:
    assert info is not None
    out = np.empty((ring.height, ring.width, 4), np.uint8)
    assert ring.copy(info, out)
    return out


def test_a_reader_finds_the_picture_of_the_right_time(name: str) -> None:
    ring = PictureRing.create(name, 32, 18, slots=4)
    reader = PictureRing.attach(name)
    assert (reader.width, reader.height, reader.slots) == (32, 18, 4)
    assert reader.newest() is None and reader.find(0, 0) is None
    for pts in (1600, 3200, 4800):
        draw(ring, pts)
    info = reader.find(3200, 0)
    assert info is not None
    assert (info.pts, info.number, info.begun_ns, info.done_ns) == (3200, 2, 3200, 3205)
    assert (copied(reader, info) == colour(3200)).all()
    assert reader.find(3201, 0) is None
    assert reader.count == 3
    reader.close()
    ring.close()


@settings(deadline=None)
@given(
    drawn=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), max_size=15),
    pts=st.integers(0, 30),
    oldest=st.integers(0, 30),
    generation=st.integers(0, 3),
)
def test_only_whole_pictures_of_the_right_generation_are_found(
    drawn: list[tuple[int, int]], pts: int, oldest: int, generation: int
) -> None:
    ring = PictureRing.create(f"compere-test-{secrets.token_hex(4)}", 2, 2, slots=4)
    try:
        for number, (at, of) in enumerate(drawn, 1):
            assert draw(ring, at, of) == (number - 1) % 4
        kept = drawn[-4:]
        fit = {at for at, of in kept if of >= generation}
        found = ring.find(pts, generation)
        assert (found is not None) == (pts in fit)
        late = ring.find_late(pts, oldest, generation)
        assert (late.pts if late else None) == max((at for at in fit if oldest <= at < pts), default=None)
        newest = ring.newest()
        assert ((newest.pts, newest.generation) if newest else None) == (kept[-1] if kept else None)
        for info in filter(None, (found, late, newest)):
            assert info.generation >= generation or info is newest
            assert (copied(ring, info) == colour(info.pts)).all()
    finally:
        ring.close()


def test_a_picture_that_is_being_drawn_is_not_found(name: str) -> None:
    ring = PictureRing.create(name, 8, 8, slots=2)
    draw(ring, 100)
    draw(ring, 200)
    ring.begin(0)
    assert ring.find(100, 0) is None
    newest = ring.newest()
    assert newest is not None and newest.pts == 200
    assert ring.drawing == 0
    ring.publish(300, 0, 0)
    assert ring.find(300, 0) is not None
    ring.close()


def test_a_copy_that_was_overtaken_is_known_for_rubbish(name: str) -> None:
    ring = PictureRing.create(name, 8, 8, slots=2)
    draw(ring, 100)
    info = ring.find(100, 0)
    assert info is not None and ring.whole(info)
    into = np.empty((8, 8, 4), np.uint8)
    assert ring.copy(info, into)
    draw(ring, 200)
    assert ring.copy(info, into)
    ring.begin(0)
    assert not ring.copy(info, into)
    ring.publish(300, 0, 0)
    assert not ring.copy(info, into) and not ring.whole(info)
    ring.close()


def test_torn_pictures_of_a_second_process_are_never_taken_for_whole(name: str) -> None:
    ring = PictureRing.create(name, 320, 180, slots=3)
    whole = torn = 0
    into = np.empty((180, 320, 4), np.uint8)
    with program("tests.fakes.picture_program", name) as child:
        assert line_of(child) == "ready"
        while whole < 300 or torn < 1:
            info = ring.newest()
            if info is None or not ring.copy(info, into):
                torn += info is not None
                continue
            whole += 1
            assert (into == colour(info.pts)).all()
            assert info.generation == info.pts // 100
    ring.close()


def test_a_new_writer_goes_on_where_a_killed_one_was_drawing(name: str) -> None:
    ring = PictureRing.create(name, 320, 180, slots=3)
    for _ in range(3):
        before = ring.count
        with program("tests.fakes.picture_program", name) as child:
            line_of(child)
            while ring.count < before + 5:
                pass
            child.kill()
            child.wait()
    count = ring.count
    for pts in range(10_000, 10_006):
        draw(ring, pts)
        newest = ring.newest()
        assert newest is not None and newest.pts == pts
    assert ring.count == count + 6
    ring.close()


def test_publishing_what_was_not_begun_is_a_mistake(name: str) -> None:
    ring = PictureRing.create(name, 8, 8, slots=2)
    with pytest.raises(RuntimeError, match="begun"):
        ring.publish(0, 0, 0)
    ring.close()


def test_a_ring_has_no_more_slots_than_its_header_can_name(name: str) -> None:
    with pytest.raises(ValueError, match="63 slots at the most"):
        PictureRing.create(name, 8, 8, slots=64)
    ring = PictureRing.create(name, 8, 8, slots=63)
    for pts in range(63):
        draw(ring, pts)
    assert [info.pts for slot in range(63) if (info := ring.info_of(slot))] == list(range(63))
    assert all((copied(ring, ring.info_of(slot)) == colour(slot)).all() for slot in range(63))
    ring.close()


def test_a_sound_ring_is_no_picture_ring_and_a_gone_one_is_said_so(name: str) -> None:
    sound = SoundRing(name, capacity=4800)
    with pytest.raises(RingError, match="not a picture ring"):
        PictureRing.attach(name)
    sound.close()
    with pytest.raises(RingError, match="is gone"):
        PictureRing.attach(name)
