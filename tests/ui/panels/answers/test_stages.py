"""How long the stages of an answer took, in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.state.settings import Options
from tests.ui.console_states import STAGES, answering
from ui.panels.answers.stages import shares
from ui.panels.health import LEAST_FOR_ANSWER
from ui.window import OperatorWindow

ORDER = ("heard", "thought", "drafted", "approved", "voiced", "shown")


def test_the_operators_own_time_is_in_no_stage() -> None:
    assert shares(STAGES) == {"heard": 90.0, "thought": 210.0, "voiced": 240.0, "shown": 125.0}


@given(st.lists(st.floats(0, 1e5), min_size=6, max_size=6))
def test_the_stages_with_the_operators_time_are_the_whole(times: list[float]) -> None:
    reached = dict(zip(ORDER, sorted(times), strict=True))
    own = reached["approved"] - reached["drafted"]
    assert sum(shares(reached).values()) + own == pytest.approx(reached["shown"])


def test_an_answer_under_way_shows_the_stages_that_were_reached(window: OperatorWindow) -> None:
    shown = answering("free")
    shown.answers = replace(shown.answers, stages={"heard": 90.0, "thought": 260.0})
    window.show_state(shown)
    told = window._health._answer.accessibleDescription()
    assert "heard 90" in told and "thought 170" in told and "voiced –" in told
    shown.answers = replace(shown.answers, stages=STAGES)
    window.show_state(shown)
    assert "665 ms" in window._health._answer._heading.note.text
    shown.answers = replace(shown.answers, stages={})
    window.show_state(shown)
    assert "heard –" in window._health._answer.accessibleDescription()


def test_an_answer_that_nobody_let_out_is_not_under_way_for_ever(window: OperatorWindow) -> None:
    shown = answering("free")
    shown.answers = replace(shown.answers, stages={"heard": 90.0, "thought": 260.0})
    window.show_state(shown)
    assert window._health._answer._heading.note.text == "not spoken"
    waits = answering("growing")
    waits.answers = replace(waits.answers, stages={"heard": 90.0, "thought": 260.0})
    window.show_state(waits)
    assert window._health._answer._heading.note.text == "under way"


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize(("width", "height"), [(1216, 680), (1366, 728), (1920, 1040)])
def test_the_last_answer_is_there_where_its_size_has_room(
    window: OperatorWindow, width: int, height: int, size: str
) -> None:
    shown = answering("free")
    shown.settings = replace(shown.settings, options=Options(text_size=size))  # type: ignore[arg-type]
    window.resize(width, height)
    window.show_state(shown)
    panel = window._health
    assert panel._answer.isVisible() is (panel.height() >= panel.metrics.grown(LEAST_FOR_ANSWER))
