"""One face through a clip: steady without trailing, bridged over short gaps, clamped, as corrected by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.musetalk.studio.clip import ClipError
from engine.musetalk.studio.landmarks import Sighting, from_square
from engine.musetalk.studio.track import follow

SIZE = (640, 480)


def moving(count: int, step: float = 2.0) -> list[list[Sighting]]:
    return [[Sighting((round(100 + step * i), 100, round(200 + step * i), 230))] for i in range(count)]


def test_a_steadily_moving_box_is_not_behind_the_head() -> None:
    boxes = follow(moving(60), *SIZE, 25.0).boxes
    for number in range(15, 45):
        assert abs(boxes[number][0] - (100 + 2 * number)) <= 1


def test_trembling_is_taken_out() -> None:
    rng = np.random.default_rng(5)
    seen = [
        [Sighting(tuple(int(v) for v in np.array([200, 100, 300, 230]) + rng.integers(-4, 5, 4)))] for _ in range(80)
    ]  # type: ignore[arg-type]
    boxes = np.array(follow(seen, *SIZE, 25.0).boxes)
    assert np.abs(np.diff(boxes, axis=0)).max() <= 1


def test_one_wrong_box_moves_nothing() -> None:
    seen = [[Sighting((200, 100, 300, 230))] for _ in range(40)]
    seen[20] = [Sighting((230, 60, 370, 300))]
    assert set(follow(seen, *SIZE, 25.0).boxes) == {(200, 100, 300, 240)}


def test_a_short_gap_is_bridged_and_counted() -> None:
    seen = moving(60)
    for number in range(20, 30):
        seen[number] = []
    track = follow(seen, *SIZE, 25.0)
    assert track.bridged == 10
    assert abs(track.boxes[25][0] - 150) <= 2


def test_a_knot_in_the_wood_is_no_second_face() -> None:
    seen = [
        [*sightings, *([Sighting((500, 300, 610, 440))] if i % 9 == 0 else [])]
        for i, sightings in enumerate(moving(60))
    ]
    assert follow(seen, *SIZE, 25.0).boxes[0][0] < 120


def test_by_far_the_largest_face_is_meant() -> None:
    seen = [[Sighting((400, 100, 450, 160)), Sighting((100, 100, 250, 280))] for _ in range(30)]
    assert follow(seen, *SIZE, 25.0).boxes[0][:2] == (100, 100)
    assert follow(seen, *SIZE, 25.0, face=2).boxes[0][:2] == (400, 100)
    with pytest.raises(ClipError, match="There is no face 3 in the clip: 2 can be seen"):
        follow(seen, *SIZE, 25.0, face=3)


def test_a_correction_of_the_first_box_holds_for_all() -> None:
    plain = follow(moving(40, 0.0), *SIZE, 25.0).boxes
    track = follow(moving(40, 0.0), *SIZE, 25.0, by_hand=(110, 90, 190, 250))
    assert set(plain) == {(100, 100, 200, 240)}
    assert set(track.boxes) == {(110, 90, 190, 260)}


def test_the_margin_below_the_chin_ends_with_the_frame() -> None:
    seen = [[Sighting((100, 350, 200, 476))] for _ in range(30)]
    assert follow(seen, *SIZE, 25.0).boxes[0] == (100, 350, 200, 480)


@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(-50, 600), st.integers(-50, 440), st.integers(20, 300), st.integers(20, 300)),
            max_size=3,
        ),
        min_size=1,
        max_size=40,
    )
)
def test_whatever_a_finder_says_boxes_lie_inside_or_one_sentence_comes(
    found: list[list[tuple[int, int, int, int]]],
) -> None:
    seen = [[Sighting((x, y, x + w, y + h)) for x, y, w, h in each] for each in found]
    try:
        boxes = follow(seen, *SIZE, 25.0).boxes
    except ClipError as fault:
        assert str(fault).endswith(".")
        return
    assert len(boxes) == len(seen)
    for left, top, right, bottom in boxes:
        assert 0 <= left < right <= SIZE[0]
        assert 0 <= top < bottom <= SIZE[1]


def test_the_cascades_square_becomes_a_box_around_the_bridge_down_to_the_chin() -> None:
    assert from_square(100, 100, 200, 200) == (122, 110, 278, 298)
