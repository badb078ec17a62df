"""A microphone that hears the hall's loudspeakers: what goes round is found, and cut from the hall."""

from __future__ import annotations

import time

import pytest

from . import scenarios, speech
from .meter import Meter
from .show import RunningShow
from .stage import Stage

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]


def test_a_word_that_goes_round_between_loudspeaker_and_microphone_is_cut_and_the_operator_told(stage: Stage) -> None:
    show = RunningShow(stage).start().wait_until_ready().go_live()
    try:
        stage.sound.let_hear_the_hall(-0.5)
        with Meter(stage) as meter:
            stage.play_to_mic(speech.load(speech.SPEECH)[: speech.RATE], wait=True)
            show.wait_for("feedback", within_s=15.0)
            cut = time.time()
            scenarios.rest(3.0)
            recording = meter.stop()
        assert scenarios.loudest_dbfs(recording, cut - 1.0, cut) > -50, "it was there"
        assert scenarios.loudest_dbfs(recording, cut + 1.0, cut + 3.0) < -70, "and is gone"
    finally:
        show.stop()
