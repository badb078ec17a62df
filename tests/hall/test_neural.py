"""A filmed host in the running application: speech, pauses, an interrupt, and an engine that is killed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from . import analysis, neural, scenarios
from .show import RunningShow
from .stage import Stage
from .tracks import Recording

pytestmark = [pytest.mark.hall, pytest.mark.bench, pytest.mark.timeout(300)]  # run by `compere bench slow`


@pytest.fixture(scope="module")
def hall() -> Iterator[tuple[Stage, RunningShow]]:
    """A stage and a show with a second engine: each test leaves it LIVE."""
    with Stage() as stage:
        show = neural.start(stage, neural.SETTINGS + 'standby = "on"\n')
        try:
            show.wait_for("avatar ready", times=2, within_s=60.0)
            yield stage, show
        finally:
            show.stop()


def mouth_open(film: Recording) -> tuple[np.ndarray, np.ndarray]:
    """Times, and how far the mouth is from the clip's own, 0 to 1."""
    rest = (float(film.mouth.times[0]), float(film.mouth.times[0]) + 0.8)
    return film.mouth.times, analysis.opening(film.mouth, rest)


def test_the_mouth_is_drawn_in_each_word_and_the_clip_is_shown_in_each_pause(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    film, _ = neural.speak(stage, show, 3)
    times, opened = mouth_open(film)
    words = analysis.sound_onsets(film.microphone, pause_s=1.0)
    assert len(words) == 3
    drawn = []
    for word in words:
        spoken = opened[(times > word + 0.5) & (times < word + neural.WORD_S)]
        paused = opened[(times > word + neural.WORD_S + 0.9) & (times < word + neural.WORD_S + neural.PAUSE_S - 0.1)]
        drawn.append(float(np.mean(spoken > 0.3)))
        assert np.mean(paused > 0.3) < 0.1, "a drawn mouth was seen in a pause"
    # The processor draws a face in 20 ms when nobody else wants it: on a busy machine the idle loop stands in at times.
    assert max(drawn) > 0.2, "no drawn mouth was seen in any word"
    seen = scenarios.faults_seen(film, words[0] - 0.5, words[-1] + 2.0)
    assert seen["black"] == 0 and seen["foreign"] == 0


def test_a_killed_engine_is_stepped_in_for_and_the_hall_sees_no_other_picture(
    hall: tuple[Stage, RunningShow],
) -> None:
    stage, show = hall
    stepped = show.count("stepped in")
    ready = show.count("avatar ready")
    film, killed = neural.speak(stage, show, 2, kill_after_s=0.9)
    show.wait_for("stepped in", times=stepped + 1)
    times, opened = mouth_open(film)
    back = opened[times > killed + 0.3]
    assert np.mean(back > 0.3) > 0.05, "the second engine draws no mouth"
    seen = scenarios.faults_seen(film, killed - 0.5, killed + 3.0)
    assert seen["black"] == 0 and seen["foreign"] == 0
    assert seen["longest_still_ms"] < 400
    show.wait_for("avatar ready", times=ready + 1, within_s=60.0)


def test_an_interrupt_closes_the_mouth_and_silences_the_hall(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    figures = scenarios.interrupt_say(stage, show, 1)
    assert figures["heard_again"] == 0
    assert figures["silent_after_key_ms"]["max"] < 300
    assert figures["mouth_closed_after_key_ms"]["max"] < 500
    stage.key("m")
    show.wait_for("action", action="mode", argument="mirror", accepted=True)
