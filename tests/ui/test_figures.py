"""How figures are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import figures


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (figures.clock_time(761.9), "00:12:41"),
        (figures.clock_time(-3), "00:00:00"),
        (figures.up_time(41), "41 s"),
        (figures.up_time(720), "12 min"),
        (figures.up_time(7380), "2 h 03"),
        (figures.ms(61.6), "62 ms"),
        (figures.signed_ms(-12.3), "−12 ms"),
        (figures.signed_ms(12.3), "+12 ms"),
        (figures.signed_ms(-0.2), "0 ms"),
        (figures.count(18231), "18\u202f231"),
        (figures.decimal(24.96), "25.0"),
        (figures.level(-8.12), "−8.1"),
        (figures.level(-99.0), "–"),
    ],
)
def test_a_figure_is_written_as_operators_read_it(written: str, expected: str) -> None:
    assert written == expected


def test_what_is_not_known_is_never_a_zero() -> None:
    unknown = {figures.ms(None), figures.signed_ms(None), figures.count(None), figures.decimal(None)}
    assert unknown == {"–"}


@given(st.floats(0, 359999))
def test_the_time_on_air_is_always_of_one_length(seconds: float) -> None:
    assert len(figures.clock_time(seconds)) == 8
