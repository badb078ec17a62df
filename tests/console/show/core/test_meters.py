"""Meter ballistics, by the figures of OBS's meters and IEC 60268-18."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.core.meters import (
    FALL_DB_S,
    FLOOR_DBFS,
    LOW_AFTER_S,
    NO_SIGNAL_AFTER_S,
    NOTHING_DBFS,
    PEAK_LINE_S,
    Meter,
    dbfs,
)


def test_the_bar_rises_at_once_and_falls_at_its_rate() -> None:
    meter = Meter(0.0)
    assert meter.push(-6.0, 0.01).bar == -6.0
    assert meter.push(NOTHING_DBFS, 1.01).bar == pytest.approx(-6.0 - FALL_DB_S)


@given(st.lists(st.floats(0.001, 0.4), min_size=1, max_size=20))
def test_the_fall_does_not_depend_on_how_often_it_is_drawn(steps: list[float]) -> None:
    often, once = Meter(0.0), Meter(0.0)
    often.push(-3.0, 0.0)
    once.push(-3.0, 0.0)
    now = 0.0
    for step in steps:
        now += step
        often.push(NOTHING_DBFS, now)
    assert often.reading().bar == pytest.approx(once.push(NOTHING_DBFS, now).bar)


def test_the_peak_line_stays_two_seconds() -> None:
    meter = Meter(0.0)
    meter.push(-6.0, 0.0)
    assert meter.push(-40.0, PEAK_LINE_S - 0.01).line == -6.0
    assert meter.push(-40.0, PEAK_LINE_S).line < -6.0


def test_a_clip_stays_lit_and_is_counted() -> None:
    meter = Meter(0.0)
    meter.push(0.0, 0.0)
    meter.push(-20.0, 1.0)
    reading = meter.push(0.5, 2.0)
    assert reading.clipped and reading.clips == 2
    assert meter.push(-20.0, 3 * 3600.0).clipped, "until it is clicked, as the guide says"


def test_a_clip_can_be_taken_back_and_its_count_stays() -> None:
    meter = Meter(0.0)
    meter.push(0.0, 0.0)
    meter.clear_clip()
    assert not meter.reading().clipped and meter.reading().clips == 1


def test_two_seconds_of_nothing_are_no_signal_and_a_sound_ends_it() -> None:
    meter = Meter(0.0)
    assert not meter.push(-71.0, NO_SIGNAL_AFTER_S - 0.01).no_signal
    assert meter.push(-71.0, NO_SIGNAL_AFTER_S).no_signal
    assert not meter.push(-30.0, NO_SIGNAL_AFTER_S + 0.1).no_signal


def test_five_seconds_of_whispering_are_low_and_not_no_signal() -> None:
    meter = Meter(0.0)
    for tenth in range(1, int(LOW_AFTER_S * 10) + 1):
        reading = meter.push(-50.0, tenth / 10)
    assert reading.low and not reading.no_signal


@given(st.lists(st.tuples(st.floats(), st.floats(0.0, 5.0)), max_size=30))
def test_nonsense_levels_never_make_a_nonsense_reading(peaks: list[tuple[float, float]]) -> None:
    meter, now = Meter(0.0), 0.0
    for peak, wait in peaks:
        now += wait
        reading = meter.push(peak, now)
        assert math.isfinite(reading.bar) and math.isfinite(reading.line)
        assert reading.line >= reading.bar


def test_full_scale_is_zero_and_silence_has_a_floor() -> None:
    assert dbfs(1.0) == 0.0
    assert dbfs(0.0) == NOTHING_DBFS


def test_the_loudness_is_read_as_it_came_and_is_unknown_where_it_is_not_measured() -> None:
    meter = Meter(0.0)
    assert meter.push(-20.0, 0.1, -23.0).lufs == -23.0
    assert meter.push(-20.0, 0.2).lufs is None


def test_the_loudness_figure_changes_four_times_a_second_at_most() -> None:
    meter = Meter(0.0)
    figures = [meter.push(-20.0, tick / 32, -30.0 + tick).lufs_figure for tick in range(33)]
    assert len(set(figures)) == 5 and figures[0] == -30.0 and figures[-1] == 2.0
    assert meter.push(-20.0, 1.01).lufs_figure is None


def test_no_signal_never_stands_over_a_bar_that_still_falls() -> None:
    meter = Meter(0.0)
    meter.push(-6.0, 0.0)
    shown = [meter.push(NOTHING_DBFS, step / 30) for step in range(1, 150)]
    assert any(reading.no_signal for reading in shown)
    assert all(max(reading.bar, reading.line) <= FLOOR_DBFS for reading in shown if reading.no_signal)
    assert any(reading.bar > FLOOR_DBFS for reading in shown if not reading.no_signal)
