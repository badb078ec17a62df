"""Films through the action desk: planned, put into the queue, made one after the other, cancelled, made again."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from console.avatars.render_queue import QUIT_AGAIN_S
from console.show.core.state import ShowState
from console.show.state.film_view import FilmLine, FilmState
from tests.console.conftest import Console
from tests.engine.film.conftest import write_sound

WAIT_MS = 30_000


def sound(folder: Path, seconds: float) -> Path:
    tone = 0.3 * np.sin(np.arange(round(48_000 * seconds)) * 0.05).astype(np.float32)
    return write_sound(folder / f"tone{seconds:g}.wav", tone)


def plan(console: Console, path: Path, film: Path, **fields: object) -> None:
    small = {"width": 64, "height": 64, "rate": "10", "avatar": "lin", "sound": str(path), "out": str(film)}
    assert console.controller.perform("plan_film", small | fields).accepted


def lines(console: Console) -> tuple[FilmLine, ...]:
    return console.console_state.films.lines


def states(console: Console) -> list[FilmState]:
    return [line.state for line in lines(console)]


def test_two_films_are_made_one_after_the_other(console: Console, home: Path, qtbot: QtBot) -> None:
    path = sound(home, 1)
    for name in ("one.mp4", "two.webm"):
        plan(console, path, home / name)
        assert console.controller.perform("add_film").accepted
    assert states(console) == [FilmState.MAKING, FilmState.WAITING]
    assert console.console_state.films.plan.out == ""
    qtbot.waitUntil(lambda: states(console) == [FilmState.DONE] * 2, timeout=WAIT_MS)
    assert (home / "one.mp4").stat().st_size > 1000
    assert (home / "two.webm").stat().st_size > 1000
    assert [(line.part, line.left_s, line.who) for line in lines(console)] == [(1.0, None, "Lin")] * 2
    assert console.controller.perform("clear_films").accepted
    assert lines(console) == ()
    assert (home / "one.mp4").exists()


def test_a_film_has_the_hosts_own_rate_and_size_unless_it_was_told_others(console: Console, home: Path) -> None:
    plan(console, sound(home, 1), home / "one.mp4", rate="", width=0, height=0)
    films = console.controller.rundown._films
    order = films._order(console.console_state.films.plan, False)
    assert (order.rate, order.width, order.height) == ("30", 1920, 1080)
    plan(console, home / "tone1.wav", home / "one.mp4", rate="25", width=1280, height=720)
    order = films._order(console.console_state.films.plan, False)
    assert (order.rate, order.width, order.height) == ("25", 1280, 720)


def test_a_film_that_is_done_is_opened_in_standby_only(console: Console, home: Path, qtbot: QtBot) -> None:
    shown: list[Path] = []
    films = console.controller.rundown._films
    films._opened = lambda path: not shown.append(path)  # type: ignore[func-returns-value]
    plan(console, sound(home, 1), home / "one.mp4")
    console.controller.perform("add_film")
    assert console.controller.perform("open_film", 1).reason == "That film is not done yet."
    qtbot.waitUntil(lambda: states(console) == [FilmState.DONE], timeout=WAIT_MS)
    console.console_state.state = console.controller.show.state = ShowState.STANDBY
    assert console.controller.perform("open_film", 1).accepted and shown == [home / "one.mp4"]
    console.console_state.state = console.controller.show.state = ShowState.LIVE
    assert "STANDBY" in console.controller.perform("open_film", 1).reason and len(shown) == 1
    console.console_state.state = console.controller.show.state = ShowState.STANDBY
    (home / "one.mp4").unlink()
    assert "any more" in console.controller.perform("open_film", 1).reason


def test_a_film_may_be_made_on_air(console: Console, home: Path, qtbot: QtBot) -> None:
    console.console_state.state = ShowState.LIVE
    plan(console, sound(home, 1), home / "one.mp4")
    assert console.controller.perform("add_film").accepted
    qtbot.waitUntil(lambda: states(console) == [FilmState.DONE], timeout=WAIT_MS)


def test_a_cancelled_film_leaves_nothing_and_can_be_made_again(console: Console, home: Path, qtbot: QtBot) -> None:
    plan(console, sound(home, 60), home / "long.mp4", width=640, height=360)
    console.controller.perform("add_film")
    qtbot.waitUntil(lambda: lines(console)[0].left_s is not None, timeout=WAIT_MS)
    assert 0 < lines(console)[0].part < 1
    assert (
        console.controller.perform("retry_film", 1).reason == "Only a film that failed or was cancelled is made again."
    )
    assert console.controller.perform("cancel_film", 1).accepted
    qtbot.waitUntil(lambda: states(console) == [FilmState.CANCELLED], timeout=WAIT_MS)
    assert list(home.glob("long*")) == []
    assert console.controller.perform("retry_film", 1).accepted
    assert states(console) == [FilmState.MAKING]
    assert lines(console)[0].part == 0.0


def test_one_that_waits_is_cancelled_at_once(console: Console, home: Path) -> None:
    path = sound(home, 60)
    for name in ("one.mp4", "two.mp4"):
        plan(console, path, home / name)
        console.controller.perform("add_film")
    console.controller.perform("cancel_film", 2)
    assert states(console) == [FilmState.MAKING, FilmState.CANCELLED]


def test_the_end_of_the_console_leaves_no_half_film(console: Console, home: Path, qtbot: QtBot) -> None:
    plan(console, sound(home, 60), home / "long.mp4", width=640, height=360)
    console.controller.perform("add_film")
    qtbot.waitUntil(lambda: lines(console)[0].part > 0, timeout=WAIT_MS)
    console.controller.rundown._films.close()
    assert list(home.glob("long*")) == []


def test_quitting_asks_first_while_films_are_made_and_then_leaves_nothing_half_made(
    console: Console, home: Path, qtbot: QtBot
) -> None:
    now = [100.0]
    console.controller.rundown._films._clock = lambda: now[0]
    quits: list[bool] = []
    console.controller.quit_requested.connect(lambda: quits.append(True))
    plan(console, sound(home, 60), home / "long.mp4", width=640, height=360)
    console.controller.perform("add_film")
    qtbot.waitUntil(lambda: lines(console)[0].part > 0, timeout=WAIT_MS)
    told = "Films are still being made (1) and would be given up: QUIT again within ten seconds to end Compere."
    assert console.controller.perform("quit").reason == told
    now[0] += QUIT_AGAIN_S + 1
    assert console.controller.perform("quit").reason == told  # that was another request
    now[0] += QUIT_AGAIN_S - 1
    assert console.controller.perform("quit").accepted
    assert quits == [True]
    console.controller.leave()
    assert list(home.glob("long*")) == []


def test_with_no_film_under_way_quitting_asks_nothing(console: Console, home: Path, qtbot: QtBot) -> None:
    plan(console, sound(home, 1), home / "one.mp4")
    console.controller.perform("add_film")
    qtbot.waitUntil(lambda: states(console) == [FilmState.DONE], timeout=WAIT_MS)
    assert console.controller.perform("quit").accepted


def test_cards_are_looked_for_once_and_not_by_the_window(console: Console, qtbot: QtBot) -> None:
    asked: list[int] = []

    def answer() -> str:
        asked.append(threading.get_ident())
        return "NVIDIA H100 80GB HBM3, 81559, 80000, 550.54\nNVIDIA L40, 46068, 45000, 550.54\n"

    console.controller.rundown._films._asked = answer
    for _ in range(2):
        assert console.controller.perform("look_cards").accepted
    qtbot.waitUntil(
        lambda: console.console_state.films.cards == ("NVIDIA H100 80GB HBM3", "NVIDIA L40"), timeout=WAIT_MS
    )
    assert len(asked) == 1 and asked[0] != threading.get_ident()


def test_a_film_that_fails_says_why_and_the_next_one_is_made(console: Console, home: Path, qtbot: QtBot) -> None:
    (home / "bad.wav").write_bytes(b"nothing")
    plan(console, home / "bad.wav", home / "one.mp4")
    console.controller.perform("add_film")
    plan(console, sound(home, 1), home / "two.mp4")
    console.controller.perform("add_film")
    qtbot.waitUntil(lambda: states(console) == [FilmState.FAILED, FilmState.DONE], timeout=WAIT_MS)
    assert lines(console)[0].sentence.startswith("bad.wav cannot be read as sound")


def test_a_process_that_dies_without_a_word_is_a_failure(console: Console, home: Path, qtbot: QtBot) -> None:
    plan(console, sound(home, 60), home / "long.mp4", width=640, height=360)
    console.controller.perform("add_film")
    qtbot.waitUntil(lambda: lines(console)[0].part > 0, timeout=WAIT_MS)
    (process,) = console.controller.rundown._films.findChildren(QProcess)
    process.kill()
    qtbot.waitUntil(lambda: states(console) == [FilmState.FAILED], timeout=WAIT_MS)
    assert "ended without a word" in lines(console)[0].sentence
    assert list(home.glob("long*")) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"avatar": ""}, "Choose who speaks in the film: Hao, Lin."),
        ({"avatar": "nobody"}, "There is no avatar nobody; those that there are: Hao, Lin."),
        ({"sound": ""}, "Choose the sound that is to be spoken first."),
        ({"out": ""}, "Choose the film's file first."),
        ({"rate": "99"}, "A film has 10 to 60 frames a second, like 25 or 29.97; 99 is not possible."),
        ({"cards": "x"}, "Cards are numbers like 0 or 0,1, or cpu; x is not possible."),
    ],
)
def test_an_impossible_film_is_refused_in_one_sentence(
    console: Console, home: Path, fields: dict[str, object], words: str
) -> None:
    plan(console, home / "a.wav", home / "one.mp4", **fields)
    if "out" in fields:  # a chosen sound has named the film already
        console.controller.perform("plan_film", fields)
    assert console.controller.perform("add_film").reason == words
    assert lines(console) == ()


def test_a_film_that_is_there_is_replaced_only_when_it_is_asked_for_twice(
    console: Console, home: Path, qtbot: QtBot
) -> None:
    out = home / "one.mp4"
    out.write_bytes(b"dear")
    plan(console, sound(home, 1), out)
    assert "is there already" in console.controller.perform("add_film").reason
    assert console.console_state.films.replacing
    assert console.controller.perform("add_film", "replace").accepted
    assert console.controller.perform("add_film", "replace").reason == "Choose the film's file first."
    qtbot.waitUntil(lambda: states(console) == [FilmState.DONE], timeout=WAIT_MS)
    assert out.read_bytes() != b"dear"


def test_a_fast_film_with_the_small_decoder_is_called_approximate_and_an_exact_one_never(
    console: Console, home: Path
) -> None:
    options = console.console_state.settings.options
    console.console_state.settings = replace(
        console.console_state.settings, options=msgspec.structs.replace(options, engine_decoder="small")
    )
    path = sound(home, 60)
    for name, exact in (("one.mp4", True), ("two.mp4", False)):
        plan(console, path, home / name, exact=exact)
        console.controller.perform("add_film")
    assert [line.approximate for line in lines(console)] == [False, True]


def test_the_same_file_is_not_made_by_two_films(console: Console, home: Path) -> None:
    path = sound(home, 60)
    plan(console, path, home / "one.mp4")
    console.controller.perform("add_film")
    plan(console, path, home / "one.mp4")
    assert console.controller.perform("add_film").reason == "one.mp4 is in the queue already: choose another name."


def test_a_film_is_named_after_its_sound(console: Console, home: Path) -> None:
    console.controller.perform("plan_film", {"avatar": "lin"})
    console.controller.perform("plan_film", {"sound": str(home / "welcome.wav")})
    assert console.console_state.films.plan.out == str(home / "welcome lin.mp4")
