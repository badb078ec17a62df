"""`compere render` on the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from console import cli
from console.avatars import render_command
from console.avatars.render_command import ProgressLine
from engine.film.order import Order
from engine.render import FilmCancelled


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """The orders that were given; nothing is made."""
    orders: list[Order] = []
    monkeypatch.setattr(render_command, "make_film", lambda order, *_: orders.append(order))
    monkeypatch.setattr(render_command, "lower_priority", lambda: None)
    return orders


def run(*words: str) -> int:
    return cli.main(["render", "--avatar", "LIN", "--audio", "a.wav", "--out", "film.mp4", *words])


def test_without_more_words_the_film_has_the_avatars_own_rate_and_size(home: Path, made: list[Order]) -> None:
    assert run() == 0
    order = made[0]
    assert (order.rate, order.width, order.height, order.crf, order.exact) == ("30", 1920, 1080, 20, True)
    assert order.avatar.name == "lin"
    assert order.out.is_absolute()


def test_each_word_reaches_the_order(home: Path, made: list[Order]) -> None:
    words = "--fps 29.97 --size 1280x720 --quality best --fast --cards 0,1 --force"
    assert run(*words.split()) == 0
    order = made[0]
    assert (order.rate, order.width, order.height, order.crf) == ("29.97", 1280, 720, 14)
    assert (order.exact, order.cards, order.force) == (False, ("0", "1"), True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--avatar", "Nobody"), "There is no avatar Nobody; those that there are: Hao, Lin."),
        (("--size", "big"), "A size is two numbers of pixels like 1280x720; big is not possible."),
        (("--fps", "9"), "A film has 10 to 60 frames a second"),
        (("--quality", "nice"), "The quality is small, good, best"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_code_1(
    home: Path, made: list[Order], capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert run(*words) == 1
    assert capsys.readouterr().err.startswith(told)
    assert made == []


def test_ctrl_c_is_exit_code_130(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cancelled(*_: object) -> None:
        raise FilmCancelled

    monkeypatch.setattr(render_command, "make_film", cancelled)
    monkeypatch.setattr(render_command, "lower_priority", lambda: None)
    assert run() == 130
    assert "nothing was left behind" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_how_far_it_is_and_how_long_it_takes() -> None:
    clock = iter([0.0, 1.0, 1.05, 2.0])
    out = Terminal()
    line = ProgressLine(out, lambda: next(clock))
    for frame in (0, 10, 11, 40):
        line(frame, 40)
    told = [each.strip() for each in out.getvalue().split("\r") if each.strip()]
    assert told == ["0 %  picture 0 of 40", "25 %  picture 10 of 40  0:03 left", "100 %  picture 40 of 40"]
    quiet = io.StringIO()
    ProgressLine(quiet, lambda: 0.0)(1, 2)
    assert quiet.getvalue() == ""
