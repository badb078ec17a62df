"""A filmed host in the running application: speech, pauses, an interrupt, and a first engine that fails."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import pytest

from tests.hall.rig import analysis
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import Recording
from tests.hall.scenarios import failures as scenarios
from tests.hall.scenarios import neural, takeover

pytestmark = [pytest.mark.hall, pytest.mark.bench, pytest.mark.timeout(300)]  # run by `compere bench slow`


@pytest.fixture(scope="module")
def hall() -> Iterator[tuple[Stage, RunningShow]]:
    """A stage and a show with a second engine: each test leaves it LIVE."""
    with Stage() as stage:
        stage.env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(takeover.PATH), os.environ.get("PYTHONPATH")]))
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


def test_the_mouth_opens_with_each_word_and_rests_in_each_pause(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    film, _ = neural.speak(stage, show, 3)
    times, opened = mouth_open(film)
    words = analysis.sound_onsets(film.microphone, pause_s=1.0)
    assert len(words) == 3
    for word in words:
        spoken = opened[(times > word + 0.4) & (times < word + neural.WORD_S + 0.3)]
        paused = opened[(times > word + neural.WORD_S + 0.9) & (times < word + neural.WORD_S + neural.PAUSE_S - 0.1)]
        assert np.mean(spoken > 0.3) > 0.3, "a word was not seen"
        assert np.mean(paused > 0.3) < 0.1, "a drawn mouth was seen in a pause"
    seen = scenarios.faults_seen(film, words[0] - 0.5, words[-1] + 2.0)
    assert seen["black"] == 0 and seen["foreign"] == 0


def test_the_face_does_not_jump_between_idle_and_speech_and_the_lips_follow_the_sound(
    hall: tuple[Stage, RunningShow],
) -> None:
    stage, _ = hall
    seen, _ = neural.watch_face(stage, 4)
    assert 0 < seen.added_by_passages <= seen.idle[0] and seen.passages[1] <= seen.idle[1]
    _, passage_below, speech_below = seen.below
    assert passage_below < speech_below, "coming and going is seen more than speaking"
    assert seen.likeness > 0.5
    assert abs(seen.late_s) < 0.1


@pytest.mark.parametrize("fault", takeover.FAULTS)
def test_whatever_happens_to_the_first_engine_the_second_ones_mouth_is_there_within_300_ms(
    hall: tuple[Stage, RunningShow], fault: str
) -> None:
    stage, show = hall
    found = takeover.break_once(stage, show, fault)
    assert found.missing_s is not None, "the drawn mouth never came back"
    assert found.missing_s <= 0.3
    assert found.sound_gap_s < 0.05
    assert found.seen["black"] == 0 and found.seen["foreign"] == 0
    assert found.seen["longest_still_ms"] < 400


def test_an_interrupt_closes_the_mouth_and_silences_the_hall(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    figures = scenarios.interrupt_say(stage, show, 1)
    assert figures["heard_again"] == 0
    assert figures["silent_after_key_ms"]["max"] < 300
    assert figures["mouth_closed_after_key_ms"]["max"] < 500
    stage.key("m")
    show.wait_for("action", action="mode", argument="mirror", accepted=True)
