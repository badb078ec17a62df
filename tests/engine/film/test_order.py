from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.film.order import FilmError, Order, index_of, parse_cards, parse_quality, parse_rate, pictures_in

RATES = st.sampled_from(["10", "12.5", "23.976", "24", "25", "29.97", "30", "48", "50", "59.94", "60"])


def test_an_order_goes_through_a_pipe_unchanged(order: Callable[..., Order]) -> None:
    wanted = order(cards=("0", "1"), rate="29.97", exact=False, models=Path("m"))
    assert Order.from_json(wanted.to_json()) == wanted


@given(samples=st.integers(1, 10_000_000), rate=RATES.map(parse_rate))
def test_the_last_picture_begins_before_the_sound_ends_and_no_other_is_missing(samples: int, rate: Fraction) -> None:
    count = pictures_in(samples, rate)
    assert index_of(count - 1, rate) < samples <= index_of(count, rate) + 1


@given(text=st.text(max_size=12))
def test_any_words_for_a_rate_are_a_rate_or_a_sentence(text: str) -> None:
    try:
        assert 10 <= parse_rate(text) <= 60
    except FilmError as fault:
        assert "frames a second" in str(fault)


def test_broadcast_rates_are_exact() -> None:
    assert parse_rate("29.97") == Fraction(30000, 1001)
    assert parse_rate("23.976") == Fraction(24000, 1001)


@pytest.mark.parametrize("text", ["0", "41", "nice", "", "-3", "²"])
def test_a_quality_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(FilmError, match="good"):
        parse_quality(text)


def test_cards_are_numbers_or_the_processor() -> None:
    assert parse_cards("") == ()
    assert parse_cards(" 0, 1") == ("0", "1")
    assert parse_cards("cpu,cpu") == ("cpu", "cpu")
    with pytest.raises(FilmError, match="Cards are numbers"):
        parse_cards("first")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"out": Path("film.avi")}, "must end with"),
        ({"out": Path("/nowhere at all/film.mp4")}, "There is no folder"),
        ({"width": 321}, "321x180"),
        ({"height": 8000}, "320x8000"),
        ({"rate": "9"}, "frames a second"),
        ({"crf": 0}, "quality"),
    ],
)
def test_an_impossible_order_is_one_sentence(
    order: Callable[..., Order], changes: dict[str, object], words: str
) -> None:
    with pytest.raises(FilmError, match=words) as fault:
        order(**changes).check()
    assert str(fault.value).count(".\n") == 0
    assert str(fault.value).endswith(".")


def test_a_film_that_is_there_is_replaced_only_by_request(order: Callable[..., Order], tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"dear")
    with pytest.raises(FilmError, match="is there already"):
        order().check()
    order(force=True).check()


def test_the_sound_itself_is_never_replaced(order: Callable[..., Order], tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"dear")
    with pytest.raises(FilmError, match="the sound itself"):
        order(sound=clip, out=clip, force=True).check()


def test_a_disk_that_is_too_full_is_seen_before_anything_is_drawn(
    order: Callable[..., Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    order().check_room(48_000 * 60)
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 1_000_000}))
    with pytest.raises(FilmError, match=r"has 1 MB left, and the film may need \d+ MB"):
        order().check_room(48_000 * 60)
