from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.actions.action import ArgumentError
from console.show.actions.table import ACTIONS
from console.show.core.state import ShowState
from console.show.effects.films import AddFilm, CancelFilm, PlanFilm
from console.show.state.film_view import TimeLeft, clock_words


def test_the_time_that_is_left_goes_by_the_pictures_and_not_by_what_came_before_them() -> None:
    left = TimeLeft()
    assert left.update(0.0, 0, 100) is None
    assert left.update(10.0, 10, 100) == pytest.approx(90.0)
    slow_start = TimeLeft()
    assert slow_start.update(30.0, 1, 101) is None
    assert slow_start.update(35.0, 51, 101) == pytest.approx(5.0)
    assert slow_start.update(40.0, 101, 101) == 0.0


@given(steps=st.lists(st.tuples(st.floats(0, 1e6), st.integers(0, 1000)), max_size=20))
def test_no_clock_and_no_progress_make_the_time_left_negative(steps: list[tuple[float, int]]) -> None:
    left = TimeLeft()
    assert all((said := left.update(now, done, 1000)) is None or said >= 0 for now, done in steps)


def test_lengths_of_time_are_read_as_on_a_player() -> None:
    assert [clock_words(seconds) for seconds in (-1, 7.4, 67, 3723)] == ["0:00", "0:07", "1:07", "1:02:03"]


@pytest.mark.parametrize("state", list(ShowState))
def test_films_may_be_made_in_every_state_of_the_show(state: ShowState) -> None:
    assert all(state in ACTIONS[action].allowed for action in ("plan_film", "add_film", "cancel_film", "retry_film"))


def test_a_plan_takes_known_fields_of_the_right_kind_only() -> None:
    plan = ACTIONS["plan_film"].effects
    assert plan({"rate": "50", "width": 1280}) == (PlanFilm((("rate", "50"), ("width", 1280))),)
    for bad in ({"rate": 50}, {"width": 1281}, {"colour": "red"}, {"quality": "superb"}, {"exact": 1}, {}, "all", None):
        with pytest.raises(ArgumentError):
            plan(bad)


def test_a_film_is_named_by_its_number() -> None:
    assert ACTIONS["cancel_film"].effects("3") == (CancelFilm(3),)
    assert ACTIONS["add_film"].effects("replace") == (AddFilm(True),)
    with pytest.raises(ArgumentError):
        ACTIONS["retry_film"].effects("the last one")
