from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.playout.telemetry import Telemetry, Tick, percentiles


def tick(number: int, **what: object) -> Tick:
    facts: dict[str, object] = {
        "frame": number,
        "pts": number * 1600,
        "due_s": number / 30,
        "drawn_s": number / 30 + 0.002,
        "picture": "live",
        "late": False,
        "lip_s": 0.1,
        "skew_s": -0.001,
        "ready_s": 0.02,
    }
    return Tick(**{**facts, **what})  # type: ignore[arg-type]


def test_of_nothing_there_is_nothing_to_say() -> None:
    assert percentiles([], 50, 95) == [None, None]
    telemetry = Telemetry(30)
    assert telemetry.fps() == 0 and telemetry.lead_needed() is None and telemetry.recent(1.0) == []
    telemetry.keep()
    report = telemetry.report()
    assert report["ticks"] == 0 and report["on_time_percent"] is None and report["fps"] == 0
    assert report["lip_delay_ms"] == {"p50": None, "p95": None, "p99": None, "max": None}


@given(values=st.lists(st.floats(-1e6, 1e6), min_size=1), point=st.floats(0, 100))
def test_a_percentile_lies_within_what_was_measured(values: list[float], point: float) -> None:
    (found,) = percentiles(values, point)
    assert found is not None and min(values) - 1e-6 <= found <= max(values) + 1e-6


def test_fps_is_what_was_drawn_in_the_last_two_seconds() -> None:
    telemetry = Telemetry(30)
    for number in range(90):
        telemetry.record(tick(number))
    assert telemetry.fps() == pytest.approx(30)
    for number in range(90, 150):
        telemetry.record(tick(number, drawn_s=3 + (number - 90) / 15))
    assert telemetry.fps() == pytest.approx(15, rel=0.02)


def test_late_and_missed_ticks_are_counted() -> None:
    telemetry = Telemetry(30)
    for number in range(10):
        telemetry.record(tick(number, late=number in (3, 4)))
    telemetry.record_missed(3)
    assert (telemetry.ticks, telemetry.late, telemetry.missed) == (13, 5, 3)


def test_the_lead_that_is_needed_covers_all_but_one_picture_in_a_hundred() -> None:
    telemetry = Telemetry(30)
    for number in range(29):
        telemetry.record(tick(number))
    assert telemetry.lead_needed() is None, "too few to say"
    for number in range(29, 300):
        telemetry.record(tick(number, ready_s=-0.030 if number % 60 == 0 else 0.010))
    needed = telemetry.lead_needed()
    assert needed is not None and 0.02 < needed <= 0.030
    calm = Telemetry(30)
    for number in range(300):
        calm.record(tick(number, ready_s=0.010))
    assert calm.lead_needed() == pytest.approx(-0.010)


def test_only_the_last_ten_seconds_count_for_the_lead() -> None:
    telemetry = Telemetry(30)
    for number in range(30):
        telemetry.record(tick(number, ready_s=-1.0))
    for number in range(30, 331):
        telemetry.record(tick(number, ready_s=0.005))
    assert telemetry.lead_needed() == pytest.approx(-0.005)


def test_the_report_speaks_of_what_was_on_air_while_it_was_kept() -> None:
    telemetry = Telemetry(30)
    telemetry.record(tick(0, late=True))
    telemetry.record_missed(50)
    telemetry.keep()
    for number in range(1, 11):
        telemetry.record(tick(number, picture="slate", lip_s=None))
    for number in range(11, 111):
        telemetry.record(tick(number, late=number == 50, picture="idle" if number == 50 else "live"))
    telemetry.record_missed(1)
    report = telemetry.report()
    assert (report["ticks"], report["aired"], report["late_frames"], report["missed_ticks"]) == (111, 101, 2, 1)
    assert report["on_time_percent"] == pytest.approx(100 * 99 / 101, abs=0.001)
    assert report["fps"] == pytest.approx(30)
    assert report["pictures"] == {"slate": 10, "live": 99, "idle": 1}
    assert report["lip_delay_ms"]["p50"] == pytest.approx(100)
    assert report["skew_ms"]["max"] == pytest.approx(-1) and report["skew_abs_ms"]["max"] == pytest.approx(1)
    assert report["interval_ms"]["p99"] == pytest.approx(1000 / 30)
    assert report["tick_lateness_ms"]["max"] == pytest.approx(2)
    assert report["ready_before_tick_ms"]["p50"] == pytest.approx(20)
    telemetry.record(tick(200))
    assert telemetry.report()["ticks"] == 0, "the keeping has ended"


def test_memory_is_bounded_while_nothing_is_kept() -> None:
    telemetry = Telemetry(60)
    for number in range(5000):
        telemetry.record(tick(number))
    assert len(telemetry.recent(3600)) == 600
