"""Prepared and typed lines in the running application, seen and heard from outside: sound, lips and captions."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.hall.rig import analysis
from tests.hall.rig.children import wait_until
from tests.hall.rig.meter import Meter
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import prepared
from tests.hall.scenarios.failures import rest
from tests.hall.scenarios.handed import HandedShow
from tests.hall.scenarios.prepared import EN, LONG, LOUD, YUE, ZH, first_loud, said

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]

FILM = os.environ.get("COMPERE_FILM", "")
"""Folder for stills, for whoever wants to look."""


@pytest.fixture(scope="module")
def hall() -> Iterator[tuple[Stage, HandedShow]]:
    """A show of a preset with lines, taken and LIVE, and one for the MC."""
    with prepared.on_air() as (stage, show):
        yield stage, show


def lower(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Where captions stand, with the safe area around them."""
    return picture[760:1020, 100:1820].astype(np.float64)


def keep(name: str, picture: NDArray[np.uint8]) -> None:
    if FILM:
        from PIL import Image

        Image.fromarray(picture[:, :, ::-1]).resize((960, 540)).save(Path(FILM) / f"{name}.png")


def letters(stage: Stage) -> int:
    """White pixels in the lower third of the hall's monitor now."""
    return int((lower(stage.screenshot()).min(axis=2) > 225).sum())


def test_lines_are_heard_with_moving_lips_and_can_be_read(hall: tuple[Stage, HandedShow]) -> None:
    stage, show = hall
    show.focus()
    before = stage.screenshot()
    keep("before", before)
    spans: list[tuple[float, float]] = []
    with Meter(stage) as meter:
        rest(1.5)
        quiet = time.time()
        for number, (name, whole) in enumerate((("en", EN), ("zh", ZH), ("yue", YUE)), 1):
            pressed = stage.key(f"shift+{number}")
            rest(1.3)
            for still in range(3):
                picture = stage.screenshot()
                keep(f"{name}{still}", picture)
                rest(0.15)
            wait_until(lambda: letters(stage) > 2000, within_s=5.0, what=f"{name}: letters in the lower third")
            assert said(show, number) == whole
            spans.append((pressed, time.time()))
            rest(0.6)
        recording = meter.stop()
    film = recording.mouth
    open_ = analysis.opening(film, (quiet - 1.0, quiet))
    for pressed, over in spans:
        heard = recording.loudspeaker.between(pressed, over)
        moving = open_[(film.times > first_loud(heard)) & (film.times < over)]
        assert np.percentile(moving, 90) > 0.25 and np.percentile(moving, 10) < 0.15, "the lips open and close"
    rest(2.5)
    after = stage.screenshot()
    keep("after", after)
    assert (lower(after).min(axis=2) > 225).sum() < (lower(before).min(axis=2) > 225).sum() + 500, "captions have gone"


def test_an_interrupt_stops_a_line_and_what_was_heard_is_known(hall: tuple[Stage, HandedShow]) -> None:
    stage, show = hall
    show.focus()
    lines = show.count("line said")
    with Meter(stage) as meter:
        rest(0.5)
        stage.key("shift+4")
        rest(0.4)
        show.perform("say_text", "This one waits, and is never said.")
        rest(2.0)
        stopped = stage.key("space")
        heard = said(show, lines + 1)
        rest(1.5)
        recording = meter.stop()
    assert heard and LONG.startswith(heard) and heard != LONG
    assert np.abs(recording.loudspeaker.between(stopped + 0.3, stopped + 1.4).samples).max() < LOUD
    assert show.count("line said") == lines + 1


def test_a_take_stops_the_line_and_what_waits_is_never_said(hall: tuple[Stage, HandedShow]) -> None:
    stage, show = hall
    show.focus()
    lines, takes = show.count("line said"), show.count("taken")
    with Meter(stage) as meter:
        rest(0.5)
        stage.key("shift+4")
        rest(0.4)
        show.perform("say_text", "This one waits, and is never said.")
        rest(2.0)
        taken = show.perform("take", "2")
        show.wait_for("taken", times=takes + 1)
        rest(2.5)
        recording = meter.stop()
    assert np.abs(recording.loudspeaker.between(taken - 0.5, taken).samples).max() > LOUD
    assert np.abs(recording.loudspeaker.between(taken + 0.4, taken + 2.4).samples).max() < LOUD
    said_since = [row for row in show.lines() if row.get("event") == "line said"][lines:]
    assert all(not row["whole"] for row in said_since)
