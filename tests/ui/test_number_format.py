"""How figures are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import number_format


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (number_format.clock_time(761.9), "00:12:41"),
        (number_format.clock_time(-3), "00:00:00"),
        (number_format.up_time(41), "41 s"),
        (number_format.up_time(720), "12 min"),
        (number_format.up_time(7380), "2 h 03"),
        (number_format.ms(61.6), "62 ms"),
        (number_format.signed_ms(-12.3), "−12 ms"),
        (number_format.signed_ms(12.3), "+12 ms"),
        (number_format.signed_ms(-0.2), "0 ms"),
        (number_format.count(18231), "18\u202f231"),
        (number_format.decimal(24.96), "25.0"),
        (number_format.level(-8.12), "−8.1"),
        (number_format.level(-99.0), "–"),
    ],
)
def test_a_figure_is_written_as_operators_read_it(written: str, expected: str) -> None:
    assert written == expected


def test_what_is_not_known_is_never_a_zero() -> None:
    unknown = {
        number_format.ms(None),
        number_format.signed_ms(None),
        number_format.count(None),
        number_format.decimal(None),
    }
    assert unknown == {"–"}


@given(st.floats(0, 359999))
def test_the_time_on_air_is_always_of_one_length(seconds: float) -> None:
    assert len(number_format.clock_time(seconds)) == 8
