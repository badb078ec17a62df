"""Where the operator's window belongs, as pure decisions; on real monitors in tests/hall/test_arrangements.py."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from console.screens.operator_screen import OwnScreen, standing_on
from ui.display.screens import ScreenIdentity


def screen(name: str) -> ScreenIdentity:
    return ScreenIdentity("", "", "", name, "100x100")


OP, HALL, THIRD = screen("OP"), screen("HALL"), screen("THIRD")
PLACES = {OP: QRect(100, 0, 100, 100), HALL: QRect(0, 0, 100, 100), THIRD: QRect(200, 0, 100, 100)}
BOTH = {OP: PLACES[OP], HALL: PLACES[HALL]}


def test_the_screen_is_the_one_that_shows_most_of_the_window() -> None:
    assert standing_on(QRect(90, 10, 60, 60), BOTH) == OP
    assert standing_on(QRect(10, 10, 100, 60), BOTH) == HALL
    assert standing_on(QRect(900, 0, 10, 10), BOTH) is None and standing_on(QRect(0, 0, 9, 9), {}) is None


def test_of_mirrored_screens_the_window_stands_on_its_own_and_never_on_the_halls() -> None:
    mirrored = {HALL: QRect(0, 0, 100, 100), OP: QRect(0, 0, 100, 100)}
    assert standing_on(QRect(0, 0, 100, 100), mirrored, [OP.key, OP.key]) == OP


def test_a_window_that_the_window_manager_put_onto_the_halls_screen_is_brought_to_the_other() -> None:
    own = OwnScreen()
    assert own.update(BOTH, HALL, [HALL.key]) == OP
    assert own.update(BOTH, OP, [HALL.key]) is None and own.own == own.home == OP.key


def test_where_no_hall_is_chosen_yet_the_window_stays_where_it_is() -> None:
    own = OwnScreen()
    assert own.update(BOTH, HALL, []) is None and own.own == HALL.key


def test_a_window_whose_screen_went_comes_back_with_it() -> None:
    own = OwnScreen()
    own.update(PLACES, OP, [HALL.key])
    left = {HALL: PLACES[HALL], THIRD: PLACES[THIRD]}
    assert own.update(left, THIRD, [HALL.key]) is None and own.own == THIRD.key, "another screen took it in"
    assert own.update(PLACES, THIRD, [HALL.key]) == OP
    only = {HALL: PLACES[HALL]}
    own.update(PLACES, OP, [HALL.key])
    assert own.update(only, HALL, [HALL.key]) is None and own.own == HALL.key, "there is no other"
    assert own.update(BOTH, HALL, [HALL.key]) == OP


def test_a_screen_that_the_operator_dragged_the_window_to_is_its_own_from_then_on() -> None:
    own = OwnScreen()
    own.update(PLACES, OP, [HALL.key])
    assert own.update(PLACES, THIRD, [HALL.key]) is None and own.home == THIRD.key
    assert own.update(PLACES, HALL, [HALL.key]) == THIRD


def test_another_resolution_of_its_own_screen_is_no_other_screen() -> None:
    own = OwnScreen()
    own.update(BOTH, OP, [HALL.key])
    smaller = ScreenIdentity("", "", "", "OP", "80x80")
    assert own.update({smaller: QRect(100, 0, 80, 80), HALL: PLACES[HALL]}, smaller, [HALL.key]) is None
    assert own.own == own.home == smaller.key


def test_a_window_manager_that_puts_it_back_again_and_again_is_not_fought_for_ever() -> None:
    own = OwnScreen()
    brought = [own.update(BOTH, HALL, [HALL.key]) for _ in range(20)]
    assert OP in brought and brought[-10:] == [None] * 10, "now the hall's picture has to give way"
    assert own.own == HALL.key
    assert own.update(PLACES, HALL, [HALL.key]) is not None, "other screens: another try"


place = st.builds(QRect, st.integers(0, 3).map(lambda n: n * 50), st.just(0), st.just(100), st.just(100))
worlds = st.dictionaries(st.sampled_from([OP, HALL, THIRD]), place, min_size=1)


@given(steps=st.lists(st.tuples(worlds, st.integers(0, 300)), max_size=12))
def test_whatever_comes_and_goes_the_window_is_never_left_on_the_hall_while_a_free_screen_is_there(
    steps: list[tuple[dict[ScreenIdentity, QRect], int]],
) -> None:
    own = OwnScreen()
    for places, x in steps:
        here = standing_on(QRect(x, 0, 60, 60), places, [own.home])
        target = own.update(places, here, [HALL.key])
        if target is not None:
            here = target
            assert own.update(places, here, [HALL.key]) in (None, *places)
        free = [s for s in places if HALL not in places or not places[s].intersects(places[HALL])]
        if HALL in places and free:
            assert here in free
