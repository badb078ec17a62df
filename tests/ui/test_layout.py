"""Where the panels stand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from ui.layout import FRAME, places
from ui.theme import FULL, metrics_for


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1280, 720), (1216, 680), (2560, 1440)])
def test_panels_fill_the_window_without_lying_on_each_other(width: int, height: int) -> None:
    rects = places(width, height, metrics_for(width, height))
    for one, other in itertools.combinations(rects.values(), 2):
        assert not one.intersects(other)
    whole = QRect(0, 0, width, height)
    assert all(whole.contains(rect) and rect.width() > 0 and rect.height() > 0 for rect in rects.values())


@given(st.integers(1216, 5120), st.integers(680, 2880))
def test_no_size_of_window_gives_a_panel_without_room(width: int, height: int) -> None:
    rects = places(width, height, metrics_for(width, height))
    assert all(rect.width() >= 284 or name == "strip" for name, rect in rects.items())
    assert all(rect.height() >= 40 for rect in rects.values())


def test_hall_now_is_the_largest_at_the_design_size() -> None:
    rects = places(1920, 1080, FULL)
    area = {name: rect.width() * rect.height() for name, rect in rects.items()}
    assert max(area, key=lambda name: area[name]) == "program"
    assert rects["program"].height() - FULL.bar - 2 * FRAME >= 500
